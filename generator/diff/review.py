"""A review: all comparisons of a run, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any, NamedTuple

from generator.config import Settings
from generator.dialect import named
from generator.diff.changes.finding import Finding, Verdict, verdict, worst_first
from generator.diff.compare import compare
from generator.diff.described.contract import Contract
from generator.diff.described.unchanged import LARGE
from generator.diff.findings import shared
from generator.diff.generated.differences import (
    NOTHING,
    Both,
    Generated,
    SettingChange,
    differences,
)
from generator.diff.inputs import NO_REMOTES, Input, InputPair, described, retrieving, versions
from generator.diff.next_version import Step, suggested
from generator.diff.rules.demands import NO_DEMANDS, Demands
from generator.document import Document
from generator.documents import Retrieve
from generator.frozen import dataclass
from generator.load import from_memory
from generator.remotes.remote import Remotes
from generator.report import Report
from generator.together import ahead

_NAMED = 2
"""How many descriptions are named."""


@dataclass(frozen=True, slots=True)
class Terms:
    """What a review goes by, besides what it compares: `today` decides whether a sunset is past."""

    settings: Settings = Settings()
    earlier: Settings | None = None
    """The settings of the old version, where they are known: they may have been others."""
    demands: Demands = NO_DEMANDS
    remotes: Remotes = NO_REMOTES
    today: date | None = None


_USUAL = Terms()


@dataclass(frozen=True, slots=True)
class Excused:
    """A finding that the policy accepts, and the words of whoever did."""

    finding: Finding
    reason: str
    author: str
    expires: date | None


@dataclass(frozen=True, slots=True)
class Review:
    """The findings of one or more pairs of descriptions, the worst first."""

    old: str
    new: str
    findings: tuple[Finding, ...]
    report: Report
    versions: tuple[tuple[str, str], ...] = ()
    """The versions of each pair of descriptions, as they call themselves."""
    generated: Generated = NOTHING
    """What changes in what is generated from them, whatever is accepted."""
    names: frozenset[str] = frozenset()
    """What the operations are called, and the references of named schemas, in all versions."""
    accepted: tuple[Excused, ...] = ()
    """What the policy accepts; it is not among `findings`."""

    @property
    def verdict(self) -> Verdict:
        """How bad it is on the wire."""
        return verdict(self.findings)

    @property
    def semver(self) -> Step:
        """The version step that the findings suggest."""
        return suggested(self.findings)

    @property
    def tells(self) -> bool:
        """Whether there is anything to tell."""
        made = self.generated
        return bool(self.findings or made.classes or made.rows or not made.known)

    def count(self, level: str) -> int:
        """Return how many findings there are of a level."""
        return sum(finding.level == level for finding in self.findings)

    def but(self, findings: Iterable[Finding], accepted: Iterable[Excused] = ()) -> Review:
        """Return the review with other findings."""
        return replace(self, findings=tuple(findings), accepted=tuple(accepted))


def review(pairs: Iterable[InputPair], report: Report, terms: Terms = _USUAL) -> Review | None:
    """Compare pairs of descriptions; None if one of them cannot be read at all."""
    listed = [*pairs]
    settings = terms.earlier or terms.settings, terms.settings
    dialects = named(settings[0].dialect), named(settings[1].dialect)
    read = [both for pair in listed if (both := versions(pair, report, dialects)) is not None]
    if len(read) < len(listed):
        return None
    names = [(_name(old), _name(new)) for old, new in listed]
    made = [_made(*pair, *both) for pair, both in zip(listed, read, strict=True)]
    compared = [_Compared(*one) for one in zip(read, names, made, strict=True)]
    found = _reviewed(compared, report, terms, retrieving(terms.remotes))
    changes = found.generated
    if changes.classes or changes.rows:
        changes = replace(changes, settings=(*_listed(listed, *settings), *changes.settings))
    return replace(found, generated=changes)


def _name(source: Input | None) -> str:
    return source.name if source else ""


def _made(old: Input | None, new: Input | None, before: Document, after: Document) -> Both:
    """The documents that something is generated from; what stands for none is none."""
    return before if old and old.generates else None, after if new and new.generates else None


def diff(old: Any, new: Any, today: date | None = None) -> Review:
    """Compare two descriptions that are JSON data already."""
    both = from_memory(old, "memory:old"), from_memory(new, "memory:new")
    compared = _Compared(both, ("old", "new"), both)
    return _reviewed([compared], Report(), Terms(today=today), _nowhere)


def _nowhere(*_: object) -> None:
    """Retrieve nothing: there are no other documents."""


class _Compared(NamedTuple):
    """Two documents, what people call them, and those of them that something is generated from.

    A name is empty for what stands for no document.
    """

    documents: tuple[Document, Document]
    names: tuple[str, str]
    made: Both


def _reviewed(
    compared: Sequence[_Compared], report: Report, terms: Terms, retrieve: Retrieve
) -> Review:
    """Compare all pairs; if one is large, another process compares what is generated meanwhile."""
    settings = terms.earlier or terms.settings, terms.settings
    writing = partial(differences, [one.made for one in compared], settings, retrieve)
    large = any(len(one.source.text) > LARGE for pair in compared for one in pair.documents)
    with ahead(writing, worth=large) as written:
        contracts = [described(one.documents, one.names, report, retrieve) for one in compared]
        each = [compare(*both, terms.today, terms.demands) for both in contracts]
        found = each[0] if len(each) == 1 else shared(each)
        changes = written()
    before = _together(old.name for old, _ in contracts)
    after = _together(new.name for _, new in contracts)
    numbers = tuple(_versions(*both) for both in contracts)
    names = frozenset[str]().union(*(side.names for both in contracts for side in both))
    return Review(before, after, worst_first(found), report, numbers, changes, names)


def _listed(pairs: Iterable[InputPair], old: Settings, new: Settings) -> Iterator[SettingChange]:
    """That other descriptions are named now, if a file of those is still there."""
    there = ((one.generates, other.generates) for one, other in pairs if one and other)
    if any(was != now for was, now in there):
        yield SettingChange("specs", old.specs, new.specs)


def _together(names: Iterable[str]) -> str:
    named = [*filter(None, names)]
    if len(named) > _NAMED:
        return f"{', '.join(named[:_NAMED])} and {len(named) - _NAMED} more"
    return ", ".join(named) or "nothing"


def _versions(old: Contract, new: Contract) -> tuple[str, str]:
    return str(old.root.facts["version"]), str(new.root.facts["version"])
