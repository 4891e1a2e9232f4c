"""A review: all comparisons of a run, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import partial
from typing import Any

from generator.config import Settings
from generator.dialect import named
from generator.diff.changes.finding import Finding, Verdict, verdict, worst_first
from generator.diff.compare import compare
from generator.diff.demands import NO_DEMANDS, Demands
from generator.diff.described.contract import Contract
from generator.diff.described.unchanged import LARGE
from generator.diff.generated.differences import NOTHING, Both, Generated, differences
from generator.diff.inputs import NO_REMOTES, Input, Pair, described, retrieving, versions
from generator.diff.step import Step, suggested
from generator.document import Document
from generator.documents import Retrieve
from generator.frozen import dataclass
from generator.load import from_memory
from generator.output.together import ahead
from generator.remotes.remote import Remotes
from generator.report import Report

_NAMED = 2


@dataclass(frozen=True, slots=True)
class Terms:
    """What a review goes by, besides what it compares: `today` decides whether a sunset is past."""

    settings: Settings = Settings()
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


def review(pairs: Iterable[Pair], report: Report, terms: Terms = _USUAL) -> Review | None:
    """Compare pairs of descriptions; None if one of them cannot be read at all."""
    listed = [*pairs]
    dialect = named(terms.settings.dialect)
    read = [both for pair in listed if (both := versions(*pair, report, dialect)) is not None]
    if len(read) < len(listed):
        return None
    names = [(_name(old), _name(new)) for old, new in listed]
    return _reviewed(read, names, report, terms, retrieving(terms.remotes))


def _name(source: Input | None) -> str:
    return source.name if source else ""


def diff(old: Any, new: Any, today: date | None = None) -> Review:
    """Compare two descriptions that are JSON data already."""
    both = from_memory(old, "memory:old"), from_memory(new, "memory:new")
    return _reviewed([both], [("old", "new")], Report(), Terms(today=today), _nowhere)


def _nowhere(*_: object) -> None:
    """Retrieve nothing: there are no other documents."""


def _reviewed(
    read: Sequence[tuple[Document, Document]],
    named: Sequence[tuple[str, str]],
    report: Report,
    terms: Terms,
    retrieve: Retrieve,
) -> Review:
    """Compare pairs of documents, given how people call them; a name is empty for what is none."""
    writing = partial(differences, _there(read, named), terms.settings, retrieve)
    large = any(len(one.source.text) > LARGE for both in read for one in both)
    with ahead(writing, worth=large) as written:
        contracts = [
            described(both, called, report, retrieve)
            for both, called in zip(read, named, strict=True)
        ]
        found = [one for both in contracts for one in compare(*both, terms.today, terms.demands)]
        changes = written()
    before = _together(old.name for old, _ in contracts)
    after = _together(new.name for _, new in contracts)
    numbers = tuple(_versions(*both) for both in contracts)
    names = frozenset[str]().union(*(side.names for both in contracts for side in both))
    return Review(before, after, worst_first(found), report, numbers, changes, names)


def _there(
    read: Iterable[tuple[Document, Document]], named: Iterable[tuple[str, str]]
) -> list[Both]:
    """The documents of files that are there: what stands for one that is not is no document."""
    both = zip(read, named, strict=True)
    return [(old if one else None, new if other else None) for (old, new), (one, other) in both]


def _together(names: Iterable[str]) -> str:
    named = [*filter(None, names)]
    if len(named) > _NAMED:
        return f"{', '.join(named[:_NAMED])} and {len(named) - _NAMED} more"
    return ", ".join(named) or "nothing"


def _versions(old: Contract, new: Contract) -> tuple[str, str]:
    return str(old.root.facts["version"]), str(new.root.facts["version"])
