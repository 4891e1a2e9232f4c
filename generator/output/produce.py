"""Model × targets → finished files: rendered, laid out, and none of it done twice."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from functools import partial

from generator.config import Settings
from generator.model import File, Model, Target
from generator.output.beside import beside
from generator.output.fingerprint import formatter_key
from generator.output.formatter import format_files
from generator.output.last_run import Known
from generator.output.manifest import Entry, Output, digest
from generator.report import Report
from generator.targets import TARGETS

_WORTH_A_PROCESS = 200
"""Types from which on rendering each target in a process of its own saves time."""

Progress = Callable[[str, int], None]
"""Told at every step what is being done, and how many files of it are done."""


@dataclass(frozen=True, slots=True)
class Product:
    """The finished files, and by path the digest of each one's text before formatting."""

    outputs: tuple[Output, ...]
    rendered: Mapping[str, str]


def produce(
    model: Model,
    settings: Settings,
    settled: Mapping[str, Known],
    report: Report,
    progress: Progress,
) -> Product:
    """Render the model for every target of the settings, and lay out what is new.

    A file that renders as it did, and is `settled` on disk, is not formatted again.
    """
    salt = formatter_key(settings)
    sieve = _Sieve(settled, salt, progress)
    fresh = format_files(sieve.fresh(model, settings), settings.formatter, report)
    outputs = [_output(file, sieve.targets[str(file.path)]) for file in fresh]
    return Product((*sieve.outputs, *outputs), sieve.rendered)


@dataclass(frozen=True, slots=True)
class _Sieve:
    """Renders, and lets through only the files that are not settled."""

    settled: Mapping[str, Known]
    salt: str
    progress: Progress
    targets: dict[str, str] = field(default_factory=dict)
    rendered: dict[str, str] = field(default_factory=dict)
    outputs: list[Output] = field(default_factory=list)

    def fresh(self, model: Model, settings: Settings) -> Iterator[File]:
        first, *others = [target for target in TARGETS if target.name in settings.targets]
        # The first is rendered here, file by file, while the formatter is at work on them.
        tasks = [partial(_files, target, model, settings) for target in others]
        many = len(model.names) >= _WORTH_A_PROCESS
        awaited = [beside(task) if many else task for task in tasks]
        yield from self._sifted(first.files(model, settings), first.name)
        for target, files in zip(others, awaited, strict=True):
            yield from self._sifted(files(), target.name)

    def _sifted(self, files: Iterable[File], target: str) -> Iterator[File]:
        for file in files:
            path = str(file.path)
            found = digest(_encoded(self.salt + file.text))
            self.targets[path], self.rendered[path] = target, found
            self.progress("rendering", len(self.targets))
            known = self.settled.get(path)
            if known is not None and known.rendered == found:
                self.outputs.append(Output(Entry(known.digest, target, path), None))
            else:
                yield file


def _files(target: Target, model: Model, settings: Settings) -> list[File]:
    return list(target.files(model, settings))


def _output(file: File, target: str) -> Output:
    content = _encoded(file.text)
    return Output(Entry(digest(content), target, str(file.path)), content)


def _encoded(text: str) -> bytes:
    # JSON may hold lone surrogates; a file cannot, and shows them as the escapes they were.
    return text.encode("utf-8", "backslashreplace")
