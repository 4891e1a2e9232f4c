"""Two versions → what changes in the classes and in the tables that are generated from them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from pathlib import Path
from typing import Any, Final, Literal, NamedTuple

from generator.config import OPTIONS, Settings
from generator.dialect import Dialect
from generator.diff.changes.judge import LEVELS, URGENT, worst
from generator.diff.generated.classes import ClassChange, classes
from generator.diff.generated.places import PlacesOfUse, places
from generator.diff.generated.same_types import same_types
from generator.diff.generated.tables import RowChange, pages, tables
from generator.diff.generated.uses import uses
from generator.document import Document
from generator.documents import Retrieve
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.lower import Lowered
from generator.model import Model
from generator.output.kept import foresee, kept, owner_digests
from generator.output.last_run import LastRun
from generator.report import Report, TypewrightError
from generator.resolve import Library
from generator.targets.python.outline import outlines
from generator.understand import lower_both_ways, understand

Both = tuple[Document | None, Document | None]
"""A document of both versions."""


class SettingChange(NamedTuple):
    """A setting, and its value in both versions."""

    name: str
    before: Any
    after: Any

    def undone(self, settings: Settings) -> Settings:
        """Return settings with the value that it has in the new version."""
        return replace(settings, **{self.name: self.after})


@dataclass(frozen=True, slots=True)
class Generated:
    """What changes for code that uses the classes, and for readers of the tables.

    It is not `known` where one of the versions is such that nothing can be generated from it.
    """

    classes: tuple[ClassChange, ...] = ()
    rows: tuple[RowChange, ...] = ()
    known: bool = True
    settings: tuple[SettingChange, ...] = ()
    """Settings that are others now, if that changes something."""

    @property
    def ranked(self) -> Sequence[ClassChange]:
        """The changes of classes, the worst first."""
        return sorted(self.classes, key=lambda one: LEVELS.index(one.level))

    @property
    def urgent(self) -> Sequence[ClassChange]:
        """The changes for which code may have to change, the worst first."""
        return [one for one in self.ranked if one.level in URGENT]

    @property
    def verdict(self) -> Literal["breaking", "risky", "compatible", "unchanged", "unknown"]:
        """What all changes mean for code that uses the classes."""
        if not self.known:
            return "unknown"
        level = worst(one.level for one in self.classes)
        return "unchanged" if level == "info" else level


NOTHING: Final = Generated()


@dataclass(frozen=True, slots=True)
class _Understood:
    """A version, as it is before anything is written."""

    model: Model
    lowered: Lowered
    settings: Settings


def differences(
    versions: Iterable[Both], settings: tuple[Settings, Settings], retrieve: Retrieve
) -> Generated:
    """Return what changes in what `generate` writes: all documents of a version are one package.

    Whatever is not there in a version is None; each has its settings.
    """
    named = [_of_one_name(index, *both) for index, both in enumerate(versions)]
    sides = [[old for old, _ in named], [new for _, new in named]]
    before, after = (
        _understood(side, own, retrieve) for side, own in zip(sides, settings, strict=True)
    )
    if before is None or after is None:
        return Generated(known=False)
    found = _compared(before, after)
    telling = (
        one
        for one in _changed(*settings)
        if found != _compared(_understood(sides[0], one.undone(settings[0]), retrieve), after)
    )
    return replace(found, settings=tuple(telling)) if found != NOTHING else found


def _changed(old: Settings, new: Settings) -> Iterator[SettingChange]:
    """The settings that are others; which files are read and written is told otherwise."""
    for option in OPTIONS:
        before, after = getattr(old, option.name), getattr(new, option.name)
        if before != after and not option.path:
            yield SettingChange(option.name, before, after)


def _compared(before: _Understood | None, after: _Understood) -> Generated:
    """What is generated from two versions, side by side."""
    if before is None:
        return Generated(known=False)
    alike = _unchanged(before, after)
    old, new = (outlines(one.model, one.settings, alike) for one in (before, after))
    same = same_types(old, new, lambda: (_places(before), _places(after)))
    used = uses(before.model, before.lowered.service)
    old, new = (
        made if "python" in one.settings.targets else {}
        for one, made in ((before, old), (after, new))
    )
    was, is_ = (
        pages(one.model, one.settings, alike) if "markdown" in one.settings.targets else {}
        for one in (before, after)
    )
    return Generated(tuple(classes(old, new, same, used)), tuple(tables(was, is_, same)))


def _places(side: _Understood) -> PlacesOfUse:
    return places(side.model, side.lowered.service)


def _of_one_name(index: int, old: Document | None, new: Document | None) -> Both:
    """Call both versions of a document the same: what is found in it is named after it."""
    names = [one.source.name for one in (new, old) if one is not None]
    name = f"{index}/{names[0].rpartition('/')[2]}"
    return _called(old, name), _called(new, name)


def _called(document: Document | None, name: str) -> Document | None:
    if document is None:
        return None
    return replace(document, source=replace(document.source, name=name))


def _understood(
    documents: Iterable[Document | None], settings: Settings, retrieve: Retrieve
) -> _Understood | None:
    report = Report()

    def retrieved(uri: str, dialect: Dialect, told: Report) -> Document | None:
        found = retrieve(uri, dialect, told)
        # `REF:path` of a commit is the same file as `path`.
        return found and _called(found, found.source.name.rpartition(":")[2])

    there = [document for document in documents if document is not None]
    with suppress(TypewrightError):
        lowered = lower_both_ways(there, Library(report, retrieved), settings)
        model = understand(lowered, settings, report)
        return None if report.failed else _Understood(model, lowered, settings)
    return None


def _unchanged(before: _Understood, after: _Understood) -> frozenset[TypeId]:
    """Types of which the same is written in both versions, as a run after the other would find."""
    if any(_changed(before.settings, after.settings)):
        return frozenset()
    was, is_ = before.lowered.schemas, after.lowered.schemas
    nowhere = Path()  # There are no files to look at.
    last = LastRun(owners=owner_digests(before.model, was, foresee(was, LastRun(), nowhere)))
    return kept(after.model, is_, foresee(is_, last, nowhere), last).types
