"""The section of a changelog: what a release brings, in the words of Keep a Changelog."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from generator.diff.finding import Finding
from generator.diff.report.text import affected
from generator.diff.review import Review

_SECTIONS = ("Breaking", "Added", "Changed", "Deprecated", "Removed")


def changelog(review: Review, today: date) -> str:
    """Return a section with the changes that people who use the API may notice."""
    title = review.version or "Unreleased"
    lines = [f"## {title} - {today.isoformat()}"]
    told = [finding for finding in review.findings if finding.audience == "wire"]
    for section in _SECTIONS:
        found = [finding for finding in told if _section(finding) == section]
        if found:
            lines += ["", f"### {section}", "", *_entries(found)]
    if len(lines) == 1:
        lines += ["", "No changes."]
    return "\n".join(lines) + "\n"


def _section(finding: Finding) -> str:
    if finding.level == "breaking":
        return "Breaking"
    if "deprecated" in finding.code and "removed" not in finding.code:
        return "Deprecated"
    for verb, section in (("-added", "Added"), ("-removed", "Removed")):
        if (finding.code.endswith(verb) and finding.change.before is None) or (
            finding.code.endswith(verb) and verb == "-removed"
        ):
            return section
    return "Changed"


def _entries(findings: Iterable[Finding]) -> list[str]:
    lines = []
    for finding in findings:
        where = f"**{finding.where}**: " if finding.where not in ("", "description") else ""
        operations = affected(finding) if finding.schema else ""
        lines.append(f"- {where}{finding.message}{f' ({operations})' if operations else ''}")
    return list(dict.fromkeys(lines))
