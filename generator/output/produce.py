"""Model × targets → finished files: rendered, laid out and staged, but for what is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import field
from functools import partial
from operator import attrgetter
from typing import Any

from generator.config import Settings
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.model import File, Model, Part, Target
from generator.output.formatter import format_files, is_laid_out
from generator.output.kept import Kept
from generator.output.manifest import Entry, Output, digest
from generator.output.progress import Progress
from generator.output.staging import Stage
from generator.report import Diagnostic, Report
from generator.targets import TARGETS
from generator.together import Task, processes, together

_WORTH_A_PROCESS = 200
"""Types from which on rendering in several processes saves time."""


@dataclass(frozen=True, slots=True)
class Produced:
    """Files, and what there is to say of them."""

    outputs: list[Output] = field(default_factory=list)
    diagnostics: list[Diagnostic] = field(default_factory=list)

    def __reduce__(self) -> tuple[Any, ...]:
        # Another process sends thousands of them: as rows that takes a sixth of the time.
        return _produced, ([*map(_row, self.outputs)], self.diagnostics)


_row = attrgetter("entry.path", "entry.target", "entry.digest", "stat", "staged", "of")


def _produced(rows: Iterable[tuple[Any, ...]], diagnostics: list[Diagnostic]) -> Produced:
    outputs = [Output(Entry(*row[:3]), *row[3:]) for row in rows]
    return Produced(outputs, diagnostics)


def produce(work: Work, beside: Sequence[Task[Any]] = ()) -> tuple[Produced, Sequence[Any]]:
    """Render the model for every target of the settings; lay out and stage what is new.

    Return the results of what can be done `beside` that, too.
    """
    targets = [target for target in TARGETS if target.name in work.settings.targets]
    parts = _parts(len(work.model.names), work.kept.types)
    # What takes long comes first: whoever is done last has little left to do then.
    rendering = [partial(work.done, target, part) for target in targets for part in parts]
    tasks: list[Task[Any]] = [*rendering, *beside]
    results = [task() for task in tasks] if len(parts) == 1 else together(tasks)
    done: list[Produced] = results[: len(rendering)]
    # A target may look at all documents anew: what it wrote is newer than what is kept.
    kept = work.kept
    outputs = {path: output for path, output in kept.files.items() if output.of in kept.types}
    outputs |= {output.entry.path: output for batch in done for output in batch.outputs}
    found = [diagnostic for batch in done for diagnostic in batch.diagnostics]
    return Produced(list(outputs.values()), found), results[len(rendering) :]


def _parts(types: int, kept: frozenset[TypeId]) -> list[Part]:
    if types - len(kept) < _WORTH_A_PROCESS:
        return [Part(skipped=kept)]
    # More parts than cores: who is done first takes another one.
    count = 2 * processes()
    return [Part(index, count, kept) for index in range(count)]


@dataclass(slots=True)
class Work:
    """What every part of the work needs to know."""

    model: Model
    settings: Settings
    kept: Kept
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
        entry = Entry(file.path, target.name, digest(content))
        known = self.kept.files.get(file.path)
        if known is not None and known.entry == entry:
            return Output(entry, known.stat, staged=False, of=file.of)
        return Output(entry, self.stage.put(entry.path, content), staged=True, of=file.of)
