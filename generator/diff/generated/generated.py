"""Two versions → what changes in the classes and in the tables that are generated from them."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from typing import Final, Literal

from generator.config import Settings
from generator.diff.changes.judge import LEVELS, URGENT, worst
from generator.diff.generated.classes import ClassChange, classes
from generator.diff.generated.pairs import pairs
from generator.diff.generated.tables import RowChange, pages, tables
from generator.document import Document
from generator.frozen import dataclass
from generator.lower import lower
from generator.model import Model
from generator.report import Report, TypewrightError
from generator.resolve import Library, Retrieve
from generator.shaping.variants import variants
from generator.targets.python.outline import outlines
from generator.understand import understand


@dataclass(frozen=True, slots=True)
class Generated:
    """What changes for code that uses the classes, and for readers of the tables.

    It is not `known` where one of the versions is such that nothing can be generated from it.
    """

    classes: tuple[ClassChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    known: bool = True

    @property
    def urgent(self) -> Sequence[ClassChange]:
        """The changes for which code may have to change, the worst first."""
        found = (one for one in self.classes if one.level in URGENT)
        return sorted(found, key=lambda one: LEVELS.index(one.level))

    @property
    def verdict(self) -> Literal["breaking", "risky", "compatible", "unchanged", "unknown"]:
        """What all changes mean for code that uses the classes."""
        if not self.known:
            return "unknown"
        level = worst(one.level for one in self.classes)
        return "unchanged" if level == "info" else level


NOTHING: Final = Generated()


def generated(
    old: Sequence[Document], new: Sequence[Document], settings: Settings, retrieve: Retrieve
) -> Generated:
    """Return what changes in what `generate` writes: the documents of a version are one package."""
    before, after = _model(old, settings, retrieve), _model(new, settings, retrieve)
    if before is None or after is None:
        return Generated(known=False)
    was, is_ = outlines(before, settings), outlines(after, settings)
    same = pairs(was, is_)
    rows = tables(pages(before, settings), pages(after, settings), same)
    return Generated(tuple(classes(was, is_, same)), tuple(rows))


def _model(
    documents: Sequence[Document], settings: Settings, retrieve: Retrieve
) -> Model | None:
    report = Report()
    with suppress(TypewrightError):
        lowered = variants(lower(documents, Library(report, retrieve), settings.formats))
        model = understand(lowered, settings, report)
        return None if report.failed else model
    return None
