"""A review: all comparisons of a run, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from generator.diff.changes.finding import Finding, Verdict, verdict, worst_first
from generator.diff.compare import compare
from generator.diff.demands import NO_DEMANDS, Demands
from generator.diff.described.contract import Contract
from generator.diff.inputs import NO_REMOTES, Input, contracts, described
from generator.diff.step import Step, suggested
from generator.frozen import dataclass
from generator.load import from_memory
from generator.remotes.remote import Remotes
from generator.report import Report

_NAMED = 2


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

    def count(self, level: str) -> int:
        """Return how many findings there are of a level."""
        return sum(finding.level == level for finding in self.findings)

    def but(self, findings: Iterable[Finding], accepted: Iterable[Excused] = ()) -> Review:
        """Return the review with other findings."""
        return replace(self, findings=tuple(findings), accepted=tuple(accepted))


def review(
    pairs: Iterable[tuple[Input | None, Input | None]],
    report: Report,
    demands: Demands = NO_DEMANDS,
    remotes: Remotes = NO_REMOTES,
    today: date | None = None,
) -> Review | None:
    """Compare pairs of descriptions; None if one of them cannot be read at all."""
    found: list[Finding] = []
    names: tuple[list[str], list[str]] = ([], [])
    versions = []
    known: frozenset[str] = frozenset()
    for old, new in pairs:
        sides = contracts(old, new, report, remotes)
        if sides is None:
            return None
        found += compare(*sides, today, demands)
        versions.append(_versions(*sides))
        known = known.union(*(side.names for side in sides))
        for listed, side in zip(names, sides, strict=True):
            if side.name:
                listed.append(side.name)
    before, after = map(_together, names)
    return Review(before, after, worst_first(found), report, tuple(versions), known)


def _together(names: list[str]) -> str:
    if len(names) > _NAMED:
        return f"{', '.join(names[:_NAMED])} and {len(names) - _NAMED} more"
    return ", ".join(names) or "nothing"


def _versions(old: Contract, new: Contract) -> tuple[str, str]:
    return str(old.root.facts["version"]), str(new.root.facts["version"])


def diff(old: Any, new: Any, today: date | None = None) -> Review:
    """Compare two descriptions that are JSON data already."""
    report = Report()
    versions = from_memory(old, "memory:old"), from_memory(new, "memory:new")
    sides = described(versions, ("old", "new"), report, lambda *_: None)
    names = sides[0].names | sides[1].names
    return Review("old", "new", compare(*sides, today), report, (_versions(*sides),), names)
