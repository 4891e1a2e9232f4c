"""What a team makes of findings: levels of its own, accepted findings, time before removal."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, replace
from datetime import date
from fnmatch import fnmatchcase

from generator.codes import DIF001, DIF002, DIF004
from generator.diff.changes.finding import Finding, worst_first
from generator.diff.changes.judge import Level
from generator.diff.next_version import Step, suggested
from generator.diff.review import Excused, Review
from generator.diff.rules.demands import NO_DEMANDS, Demands
from generator.frozen import dataclass
from generator.showing.suggest import did_you_mean
from generator.source import Location


@dataclass(frozen=True, slots=True)
class Rule:
    """A level for the findings that match every pattern."""

    level: Level
    code: str = "*"
    path: str = "*"
    schema: str = "*"
    where: Mapping[str, Location] = field(default_factory=dict)
    """Where its patterns stand in the settings."""

    def matches(self, finding: Finding) -> bool:
        """Whether this rule speaks of a finding, and of each operation that it affects."""
        operations = finding.operations or ("",)
        return (
            fnmatchcase(finding.code, self.code)
            and all(map(self._covers, operations))
            and self._is_of(finding.schema or "")
        )

    def void(self, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
        """Yield the patterns that match none of the names: what they are for, each, and a hint."""
        schemas = [name for name in names if name.startswith("#/")]
        operations = [name for name in names if not name.startswith("#/")]
        if self.path != "*" and not any(map(self._covers, operations)):
            known = [self._called(name) for name in operations]
            yield "path", f"no operation matches '{self.path}'", did_you_mean(self.path, known)
        if self.schema != "*" and not any(map(self._is_of, schemas)):
            known = [name.rpartition("/")[2] for name in schemas]
            yield "schema", f"no schema matches '{self.schema}'", did_you_mean(self.schema, known)

    def _is_of(self, schema: str) -> bool:
        return any(fnmatchcase(name, self.schema) for name in (schema.rpartition("/")[2], schema))

    def _covers(self, operation: str) -> bool:
        return fnmatchcase(self._called(operation), self.path)

    def _called(self, operation: str) -> str:
        """The name of an operation as the pattern has it; what holds for it holds for callbacks."""
        called = operation.partition(" callback ")[0]
        return called.partition(" ")[2] if self.path.startswith("/") else called


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody accepted, and until when; `what` is how people call it."""

    fingerprint: str
    reason: str
    author: str = ""
    expires: date | None = None
    what: str = ""
    where: Location | None = None

    def expired(self, today: date) -> bool:
        """Whether the day until which it was accepted is past."""
        return self.expires is not None and self.expires < today


@dataclass(frozen=True, slots=True)
class Policy:
    """`[tool.typewright.diff]`."""

    fail_on: str = "breaking"
    demands: Demands = NO_DEMANDS
    rules: tuple[Rule, ...] = ()
    accepted: tuple[Accepted, ...] = ()


def apply(policy: Policy, review: Review, today: date, *, whole: bool = True) -> Review:
    """Return a review as the policy has it; what is stale or expired is reported.

    Only a review of the `whole`, of every description of the settings, shows what is stale, and
    which rules are about nothing.
    """
    for rule in policy.rules if whole else ():
        for word, message, hint in rule.void(review.names):
            review.report.add(DIF004, message, rule.where.get(word), hint)
    levelled = [_levelled(policy.rules, finding) for finding in review.findings]
    found = {finding.fingerprint for finding in levelled}
    valid: dict[str, Accepted] = {}
    for entry in policy.accepted:
        if entry.fingerprint not in found:
            message = f"nothing needs this any more: {entry.what} ({entry.reason})"
            if whole:
                review.report.add(DIF001, message, entry.where, "take the entry out")
        elif entry.expired(today):
            message = f"{entry.what} was accepted until {entry.expires} ({entry.reason})"
            review.report.add(DIF002, message, entry.where)
        else:
            valid[entry.fingerprint] = entry
    kept = [finding for finding in levelled if finding.fingerprint not in valid]
    excused = [
        Excused(finding, by.reason, by.author, by.expires)
        for finding in levelled
        if (by := valid.get(finding.fingerprint))
    ]
    return review.but(worst_first(kept), excused)


def due(policy: Policy, findings: Iterable[Finding], today: date) -> Step:
    """Return the version step that findings ask for: as they are levelled, without the accepted."""
    valid = {entry.fingerprint for entry in policy.accepted if not entry.expired(today)}
    levelled = [_levelled(policy.rules, finding) for finding in findings]
    return suggested([finding for finding in levelled if finding.fingerprint not in valid])


def _levelled(rules: Iterable[Rule], finding: Finding) -> Finding:
    for rule in rules:
        if rule.matches(finding):
            finding = replace(finding, level=rule.level, ruled=True)
    return finding
