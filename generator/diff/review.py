"""A review: all comparisons of a run, and what is to be told about them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Any, Literal

from generator.diff.compare import Comparison, Verdict, compare, verdict
from generator.diff.describe import describe
from generator.diff.finding import Finding
from generator.diff.inputs import NO_REMOTES, Input, contracts
from generator.diff.judge import LEVELS
from generator.diff.unchanged import unchanged
from generator.load import from_memory
from generator.remotes.remote import Remotes
from generator.report import Report
from generator.resolve import Library

Step = Literal["major", "minor", "patch", "none"]


@dataclass(frozen=True, slots=True)
class Review:
    """The findings of one or more pairs of descriptions, the worst first."""

    old: str
    new: str
    findings: tuple[Finding, ...]
    report: Report
    version: str = ""
    """The version of the new description, as it calls itself."""
    accepted: int = 0
    """How many findings the policy accepts; they are not among `findings`."""

    @property
    def verdict(self) -> Verdict:
        """How bad it is on the wire."""
        return verdict(self.findings)

    @property
    def semver(self) -> Step:
        """The version step that the findings suggest."""
        if not self.findings:
            return "none"
        steps: dict[Verdict, Step] = {"breaking": "major", "risky": "minor", "compatible": "minor"}
        return steps.get(self.verdict, "patch")

    def count(self, level: str) -> int:
        """Return how many findings there are of a level."""
        return sum(finding.level == level for finding in self.findings)

    def but(self, findings: Iterable[Finding], accepted: int = 0) -> Review:
        """Return the review with other findings."""
        return replace(self, findings=tuple(findings), accepted=accepted)


def review(
    pairs: Iterable[tuple[Input | None, Input | None]],
    report: Report,
    notice_days: int = 0,
    remotes: Remotes = NO_REMOTES,
) -> Review | None:
    """Compare pairs of descriptions; None if one of them cannot be read at all."""
    found: list[Finding] = []
    names: tuple[list[str], list[str]] = ([], [])
    version = ""
    for old, new in pairs:
        sides = contracts(old, new, report, remotes)
        if sides is None:
            return None
        comparison: Comparison = compare(*sides, notice_days=notice_days)
        found += comparison.findings
        version = version or str(sides[1].root.facts.get("version", ""))
        for listed, side in zip(names, sides, strict=True):
            if side.name:
                listed.append(side.name)
    found.sort(key=lambda finding: -LEVELS.index(finding.level))
    before, after = (", ".join(listed) or "nothing" for listed in names)
    return Review(before, after, tuple(found), report, version)


def diff(old: Any, new: Any) -> Review:
    """Compare two descriptions that are JSON data already."""
    report = Report()
    before, after = from_memory(old, "memory:old"), from_memory(new, "memory:new")
    leave = unchanged(before, after)
    sides = [
        describe([document], Library(report, lambda *_: None), name, leave)
        for document, name in ((before, "old"), (after, "new"))
    ]
    return Review("old", "new", compare(sides[0], sides[1]).findings, report)
