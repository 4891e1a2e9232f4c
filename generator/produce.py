"""Model × targets → finished files: rendered, laid out, and none of it done twice."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field

from generator.config import Settings
from generator.fingerprint import formatter_key
from generator.formatter import format_files
from generator.last_run import Known
from generator.manifest import Entry, Output, digest
from generator.model import File, Model
from generator.report import Report
from generator.targets import TARGETS

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
        for target in TARGETS:
            if target.name in settings.targets:
                for file in target.files(model, settings):
                    yield from self._sifted(file, target.name)

    def _sifted(self, file: File, target: str) -> Iterator[File]:
        path = str(file.path)
        found = digest(_encoded(self.salt + file.text))
        self.targets[path], self.rendered[path] = target, found
        self.progress("rendering", len(self.targets))
        known = self.settled.get(path)
        if known is not None and known.rendered == found:
            self.outputs.append(Output(Entry(known.digest, target, path), None))
        else:
            yield file


def _output(file: File, target: str) -> Output:
    content = _encoded(file.text)
    return Output(Entry(digest(content), target, str(file.path)), content)


def _encoded(text: str) -> bytes:
    # JSON may hold lone surrogates; a file cannot, and shows them as the escapes they were.
    return text.encode("utf-8", "backslashreplace")
