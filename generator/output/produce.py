"""Model × targets → finished files: rendered, laid out, and none of it done twice."""

from __future__ import annotations

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial

from generator.config import Settings
from generator.model import WHOLE, Model, Part, Target
from generator.output.fingerprint import formatter_key
from generator.output.formatter import format_files
from generator.output.manifest import Entry, Output, digest
from generator.output.staging import Stage
from generator.output.together import together
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
    work = _Work(model, settings, stage, formatter_key(settings), progress)
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
    count = 2 * min(os.cpu_count() or 1, 8)
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
    salt: str
    progress: Progress
    _count: int = field(default=0)

    def done(self, target: Target, part: Part) -> _Batch:
        """Render a part of a target, and stage what is not settled."""
        report = Report()
        outputs = []
        rendered: dict[str, str] = {}
        fresh = []
        for file in target.files(self.model, self.settings, part):
            path = str(file.path)
            rendered[path] = digest(_encoded(self.salt + file.text))
            known = self.stage.settled.get(path)
            if known is not None and known.rendered == rendered[path]:
                entry = Entry(known.digest, target.name, path)
                outputs.append(Output(entry, rendered[path], fresh=False))
            else:
                fresh.append(file)
            self._count += 1
            self.progress("rendering", self._count)
        for file in format_files(fresh, self.settings.formatter, report):
            content, path = _encoded(file.text), str(file.path)
            self.stage.put(path, content)
            entry = Entry(digest(content), target.name, path)
            outputs.append(Output(entry, rendered[path], fresh=True))
        return _Batch(outputs, report.diagnostics)


def _encoded(text: str) -> bytes:
    # JSON may hold lone surrogates; a file cannot, and shows them as the escapes they were.
    return text.encode("utf-8", "backslashreplace")
