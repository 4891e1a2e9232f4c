"""What a team makes of findings: levels of its own, accepted findings, time before removal."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from generator.codes import CFG003, DIF001, DIF002
from generator.config import POLICY
from generator.diff.demands import NO_DEMANDS, Demands
from generator.diff.finding import Finding
from generator.diff.judge import LEVELS, Level
from generator.diff.review import Review
from generator.diff.validation import best_match, jsonschema
from generator.report import Report
from generator.settings.configure import nearest, read_table
from generator.settings.toml import locate
from generator.source import Location


@dataclass(frozen=True, slots=True)
class Rule:
    """A level for the findings that match every pattern."""

    level: Level
    code: str = "*"
    path: str = "*"
    schema: str = "*"

    def matches(self, finding: Finding) -> bool:
        """Whether this rule speaks of a finding."""
        name = (finding.schema or "").rpartition("/")[2]
        operations = finding.operations or ("",)
        return (
            fnmatchcase(finding.code, self.code)
            and all(fnmatchcase(operation, self.path) for operation in operations)
            and fnmatchcase(name, self.schema)
        )


@dataclass(frozen=True, slots=True)
class Accepted:
    """A finding that somebody accepted, and until when."""

    fingerprint: str
    reason: str
    author: str = ""
    expires: date | None = None
    where: Location | None = None


@dataclass(frozen=True, slots=True)
class Policy:
    """`[tool.typewright.diff]`; `file` is where it stands."""

    fail_on: str = "breaking"
    demands: Demands = NO_DEMANDS
    rules: tuple[Rule, ...] = ()
    accepted: tuple[Accepted, ...] = ()
    file: Path | None = None


def policy(file: Path | None, report: Report) -> Policy:
    """Return the policy of `file`, or else of the nearest settings; mistakes go to `report`."""
    found = file or nearest(Path.cwd())
    read = read_table(found, report) if found else None
    if found is None or read is None:
        return Policy()
    source, prefix, settings = read
    table = settings.get("diff", {}) if isinstance(settings, dict) else {}
    keys = (*prefix, "diff")
    problem = _problem(table)
    if problem:
        report.add(CFG003, problem, locate(source, keys))
        return Policy(file=found)
    return Policy(
        table.get("fail_on", "breaking"),
        Demands(table.get("notice_days", 0), table.get("check_version", False)),
        tuple(Rule(**rule) for rule in table.get("rules", ())),
        tuple(
            _accepted(entry, locate(source, (*keys, "accepted"), entry["fingerprint"]))
            for entry in table.get("accepted", ())
        ),
        found,
    )


def apply(policy: Policy, review: Review, today: date) -> Review:
    """Return a review as the policy has it; what is stale or expired is reported."""
    levelled = [_levelled(policy.rules, finding) for finding in review.findings]
    found = {finding.fingerprint for finding in levelled}
    valid = set[str]()
    for entry in policy.accepted:
        if entry.fingerprint not in found:
            review.report.add(
                DIF001, f"no finding is {entry.fingerprint} ({entry.reason})", entry.where
            )
        elif entry.expires is not None and entry.expires < today:
            message = f"{entry.fingerprint} was accepted until {entry.expires} ({entry.reason})"
            review.report.add(DIF002, message, entry.where)
        else:
            valid.add(entry.fingerprint)
    kept = [finding for finding in levelled if finding.fingerprint not in valid]
    kept.sort(key=lambda finding: -LEVELS.index(finding.level))
    return review.but(kept, len(levelled) - len(kept))


def acceptances(review: Review, reason: str, author: str, expires: date | None) -> str:
    """Return the entries that accept every finding that is breaking or risky."""
    lines = []
    for finding in review.findings:
        if finding.level in ("breaking", "risky"):
            lines += [
                "",
                "[[{table}.accepted]]",
                f"fingerprint = {_quoted(finding.fingerprint)}",
                f"code = {_quoted(finding.code)}",
                f"where = {_quoted(finding.where)}",
                f"reason = {_quoted(reason)}",
                f"author = {_quoted(author)}",
                *([f"expires = {expires.isoformat()}"] if expires else []),
            ]
    return "\n".join(lines) + "\n" if lines else ""


def accept(file: Path, entries: str) -> None:
    """Append entries to a file with settings."""
    table = "tool.typewright.diff" if file.name == "pyproject.toml" else "diff"
    text = file.read_text("utf-8") if file.is_file() else ""
    ending = "" if not text or text.endswith("\n") else "\n"
    file.write_text(text + ending + entries.replace("{table}", table), "utf-8")


def _quoted(text: str) -> str:
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + "".join(c if c >= " " else " " for c in escaped) + '"'


def _levelled(rules: Iterable[Rule], finding: Finding) -> Finding:
    for rule in rules:
        if rule.matches(finding):
            finding = replace(finding, level=rule.level)
    return finding


def _accepted(entry: Mapping[str, Any], where: Location) -> Accepted:
    expires = entry.get("expires")
    if isinstance(expires, str):
        expires = date.fromisoformat(expires)
    return Accepted(entry["fingerprint"], entry["reason"], entry.get("author", ""), expires, where)


def _problem(table: Any) -> str:
    """Return what is wrong with the table, by its published schema; empty if nothing is."""
    error = best_match(jsonschema.Draft7Validator(POLICY).iter_errors(table))
    if error is not None:
        return f"'diff{error.json_path[1:]}': {error.message}"
    for entry in table.get("accepted", ()):
        expires = entry.get("expires")
        try:
            date.fromisoformat(str(expires)) if expires is not None else None
        except ValueError:
            return f"'diff.accepted': {expires!r} is no date"
    return ""
