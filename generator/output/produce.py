"""Model × targets → finished files: rendered, laid out and staged, but for what is kept."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import field
from functools import partial

from generator.config import Settings
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.model import File, Model, Part, Target
from generator.output.formatter import format_files, is_laid_out
from generator.output.kept import Kept
from generator.output.last_run import Known
from generator.output.manifest import Entry, Output, digest
from generator.output.staging import Stage
from generator.output.together import processes, together
from generator.report import Diagnostic, Report
from generator.targets import TARGETS

_WORTH_A_PROCESS = 200
"""Types from which on rendering in several processes saves time."""

Progress = Callable[[str, int], None]
"""Told at every step what is being done, and how many files of it are done."""


@dataclass(frozen=True, slots=True)
class Produced:
    """Files, and what there is to say of them."""

    outputs: list[Output] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)


def produce(
    model: Model, settings: Settings, kept: Kept, stage: Stage, progress: Progress
) -> Produced:
    """Render the model for every target of the settings; lay out and stage what is new."""
    work = _Work(model, settings, kept.files, stage, progress)
    targets = [target for target in TARGETS if target.name in settings.targets]
    parts = _parts(len(model.names), kept.types)
    tasks = [partial(work.done, target, part) for part in parts for target in targets]
    done = [task() for task in tasks] if len(parts) == 1 else together(tasks)
    # A target may look at all documents anew: what it wrote is newer than what is kept.
    outputs = {output.entry.path: output for output in _there(kept)}
    outputs |= {output.entry.path: output for batch in done for output in batch.outputs}
    found = [diagnostic for batch in done for diagnostic in batch.diagnostics]
    return Produced(list(outputs.values()), found)


def _parts(types: int, kept: frozenset[TypeId]) -> list[Part]:
    if types - len(kept) < _WORTH_A_PROCESS:
        return [Part(skipped=kept)]
    # More parts than cores: who is done first takes another one.
    count = 2 * processes()
    return [Part(index, count, kept) for index in range(count)]


def _there(kept: Kept) -> list[Output]:
    return [
        Output(Entry(known.digest, known.target, path), fresh=False, of=known.of)
        for path, known in kept.files.items()
        if known.of in kept.types
    ]


@dataclass(slots=True)
class _Work:
    """What every part of the work needs to know."""

    model: Model
    settings: Settings
    settled: Mapping[str, Known]
    stage: Stage
    progress: Progress
    _count: int = field(default=0)

    def done(self, target: Target, part: Part) -> Produced:
        """Render a part of a target, and stage what is not settled."""
        report, outputs = Report(), []
        waiting: list[File] = []
        for file in target.files(self.model, self.settings, part):
            if is_laid_out(file):
                outputs.append(self._output(target, file))
            else:
                waiting.append(file)
            self._count += 1
            self.progress("rendering", self._count)
        for file in format_files(waiting, self.settings.formatter, report):
            outputs.append(self._output(target, file))
        return Produced(outputs, report.diagnostics)

    def _output(self, target: Target, file: File) -> Output:
        # JSON may hold lone surrogates; a file cannot, and shows them as the escapes they were.
        content = file.text.encode("utf-8", "backslashreplace")
        entry = Entry(digest(content), target.name, file.path)
        known = self.settled.get(file.path)
        fresh = known is None or known.digest != entry.digest
        if fresh:
            self.stage.put(entry.path, content)
        return Output(entry, fresh, file.of)
