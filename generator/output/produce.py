"""Model × targets → finished files: rendered, laid out, and none of it done twice."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from functools import partial

from generator.config import Settings
from generator.frozen import dataclass
from generator.model import WHOLE, File, Model, Part, Target
from generator.output.fingerprint import formatter_key
from generator.output.formatter import format_files, is_laid_out
from generator.output.manifest import Entry, Output, digest
from generator.output.staging import Stage
from generator.output.together import processes, together
from generator.report import Diagnostic, Report
from generator.targets import TARGETS

_WORTH_A_PROCESS = 200
"""Types from which on rendering in several processes saves time."""

Progress = Callable[[str, int], None]
"""Told at every step what is being done, and how many files of it are done."""


def produce(
    model: Model,
    settings: Settings,
    stage: Stage,
    report: Report,
    progress: Progress,
) -> list[Output]:
    """Render the model for every target of the settings; lay out and stage what is new.

    A file that renders as it did, and is settled on disk, is not formatted again.
    """
    work = _Work(model, settings, stage, formatter_key(settings).encode(), progress)
    targets = [target for target in TARGETS if target.name in settings.targets]
    tasks = [partial(work.done, target, part) for part in _parts(model) for target in targets]
    outputs = []
    for batch in together(tasks):
        outputs += batch.outputs
        report.diagnostics += batch.diagnostics
    return outputs


def _parts(model: Model) -> list[Part]:
    if len(model.names) < _WORTH_A_PROCESS:
        return [WHOLE]
    # More parts than cores: who is done first takes another one.
    count = 2 * processes()
    return [Part(index, count) for index in range(count)]


@dataclass(frozen=True, slots=True)
class _Batch:
    """The files of a part of one target."""

    outputs: list[Output]
    diagnostics: list[Diagnostic]


@dataclass(slots=True)
class _Work:
    """What every part of the work needs to know."""

    model: Model
    settings: Settings
    stage: Stage
    salt: bytes
    progress: Progress
    _count: int = field(default=0)

    def done(self, target: Target, part: Part) -> _Batch:
        """Render a part of a target, and stage what is not settled."""
        report, outputs = Report(), []
        waiting: dict[File, str] = {}
        for file in target.files(self.model, self.settings, part):
            content, path = _encoded(file.text), file.path
            final = is_laid_out(file)
            rendered = digest(content if final else self.salt + content)
            known = self.stage.settled.get(path)
            if known is not None and known.rendered == rendered:
                entry = Entry(known.digest, target.name, path)
                outputs.append(Output(entry, rendered, fresh=False))
            elif final:
                outputs.append(self._staged(Entry(rendered, target.name, path), rendered, content))
            else:
                waiting[file] = rendered
            self._count += 1
            self.progress("rendering", self._count)
        formatted = format_files(list(waiting), self.settings.formatter, report)
        for file, rendered in zip(formatted, waiting.values(), strict=True):
            content = _encoded(file.text)
            entry = Entry(digest(content), target.name, file.path)
            outputs.append(self._staged(entry, rendered, content))
        return _Batch(outputs, report.diagnostics)

    def _staged(self, entry: Entry, rendered: str, content: bytes) -> Output:
        self.stage.put(entry.path, content)
        return Output(entry, rendered, fresh=True)


def _encoded(text: str) -> bytes:
    # JSON may hold lone surrogates; a file cannot, and shows them as the escapes they were.
    return text.encode("utf-8", "backslashreplace")
