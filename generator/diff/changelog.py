"""The section of a changelog: what a release brings, in the words of Keep a Changelog."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from generator.diff.changes.finding import Finding
from generator.diff.changes.kind import THINGS
from generator.diff.report.gfm import code
from generator.diff.report.sentences import grouped, happened, many, users
from generator.diff.review import Review

_SECTIONS = ("Breaking", "Added", "Changed", "Deprecated", "Removed")
_NAMED = 2
"""Up to how many operations are named; of more, only the number is told."""


def changelog(review: Review, today: date) -> str:
    """Return a section with the changes that people who use the API may notice."""
    lines = [_heading(review.versions, today)]
    told = [one for one in review.findings if one.counts and not one.kind.demanded]
    for section in _SECTIONS:
        found = [finding for finding in told if _section(finding) == section]
        if found:
            lines += ["", f"### {section}", "", *_entries(found)]
    if len(lines) == 1:
        lines += ["", "No changes."]
    return "\n".join(lines) + "\n"


def _heading(versions: Sequence[tuple[str, str]], today: date) -> str:
    """The version with its date; what still has the version of before is not released."""
    named = dict.fromkeys(new for old, new in versions if new != old)
    return f"## {' / '.join(named)} - {today.isoformat()}" if any(named) else "## Unreleased"


def _section(finding: Finding) -> str:
    if finding.level == "breaking":
        return "Breaking"
    # A bound or a default that comes or goes changes what was there.
    if finding.kind.of in THINGS and finding.change.comes:
        return "Added"
    if finding.kind.of in THINGS and finding.change.goes:
        return "Removed"
    return "Deprecated" if finding.kind.of == "deprecation" else "Changed"


def _entries(findings: Iterable[Finding]) -> list[str]:
    told: dict[tuple[str, str], dict[str, None]] = {}
    for finding in (finding for _, group in grouped(findings) for finding in group):
        words = finding.message if finding.successor else happened(finding)
        told.setdefault((finding.where, _seen(finding)), {})[words] = None
    return [
        f"- {f'{code(where)}: ' if where else ''}{' '.join('; '.join(words).split())}{seen}"
        for (where, seen), words in told.items()
    ]


def _seen(finding: Finding) -> str:
    """The operations that it concerns, where the place does not say it."""
    told, *more = finding.operations or ("",)
    if not told or (not more and f"{finding.where} ".startswith(f"{told} ")):
        return ""
    named = " and ".join(map(code, finding.operations))
    told = named if len(finding.operations) <= _NAMED else many(finding.operations)
    return f" ({users(finding)} of {told})"
