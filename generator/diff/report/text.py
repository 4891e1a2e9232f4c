"""A review for a terminal: grouped by schema and by operation, the worst first."""

from __future__ import annotations

import json
from collections.abc import Iterable

from generator.diff.audience import docs_rows, python_verdict
from generator.diff.finding import Finding
from generator.diff.label import group
from generator.diff.review import Review
from generator.showing.locate import locate

_COLORS = {"breaking": "31;1", "risky": "33", "compatible": "32", "info": "2"}
_MARKS = {"breaking": "✗", "risky": "!", "compatible": "✓", "info": "·"}
_SHOWN = 4


def text(review: Review, *, color: bool = False) -> str:
    """Return what a person reads: the verdict, the findings in groups, and their count."""
    lines = [_verdict(review, color)]
    for heading, findings in grouped(review.findings):
        lines += ["", _paint(heading, "1", color)]
        for finding in findings:
            lines += _finding(finding, color)
    lines += ["", summary(review)]
    return "\n".join(lines) + "\n"


def grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return findings by schema and by operation, those with the worst finding first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(heading(finding), []).append(finding)
    return list(groups.items())


def heading(finding: Finding) -> str:
    """Return what a finding is listed under."""
    place = finding.place
    return group(place.pointer) if place else "description"


def inside(finding: Finding) -> str:
    """Return what happened, as it reads below the heading of its group."""
    where = finding.where.removeprefix(heading(finding)).strip()
    return f"{where}: {finding.message}" if where else finding.message


def summary(review: Review) -> str:
    """Return how many findings there are of each level."""
    counts = [(level, review.count(level)) for level in _COLORS]
    found = ", ".join(f"{number} {level}" for level, number in counts if number)
    accepted = f" ({review.accepted} accepted)" if review.accepted else ""
    return (found or "no findings") + accepted


def affected(finding: Finding) -> str:
    """Return the operations of a finding, cut where there are many."""
    shown = ", ".join(finding.operations[:_SHOWN])
    more = len(finding.operations) - _SHOWN
    return f"{shown} and {more} more" if more > 0 else shown


def proof(finding: Finding) -> str:
    """Return what proves a finding, in a sentence; empty where there is nothing to prove."""
    witness = finding.witness
    if witness is None:
        return "unproven: no value was found that shows it" if finding.proof == "unproven" else ""
    other = "new" if witness.accepted_by == "old" else "old"
    sides = f"is valid in {witness.accepted_by}, refused by {other}"
    return f"{value(witness.value)} {sides}: {witness.error}"


def value(found: object, most: int = 120) -> str:
    """Return a JSON value on one line, cut where it is long."""
    written = json.dumps(found, ensure_ascii=False, default=str)
    return written if len(written) <= most else written[: most - 1] + "…"


def _verdict(review: Review, color: bool) -> str:
    word = _paint(review.verdict, _COLORS.get(review.verdict, "2"), color)
    head = f"{review.old} → {review.new}: {word}"
    if not review.findings:
        return head
    python, docs = python_verdict(review.findings), docs_rows(review.findings)
    others = f"python {python}, docs {f'{docs} changed' if docs else 'unchanged'}"
    return f"{head} on the wire ({others}); next version: {review.semver}"


def _finding(finding: Finding, color: bool) -> list[str]:
    mark = _paint(f"{_MARKS[finding.level]} {finding.level:<10}", _COLORS[finding.level], color)
    lines = [f"  {mark} {inside(finding)} [{finding.code}]"]
    detail = []
    if finding.place is not None:
        where = locate(finding.place)
        detail.append(f"{where.source.name}:{where.line}:{where.column}")
    if finding.operations:
        detail.append(f"{_direction(finding)} of {affected(finding)}")
    if detail:
        lines.append(" " * 15 + _paint(" · ".join(detail), "2", color))
    shown = proof(finding)
    if shown:
        lines.append(" " * 15 + shown)
    return lines


def _direction(finding: Finding) -> str:
    words = {"both": "requests and responses", "request": "requests", "response": "responses"}
    return words.get(finding.direction, "nothing")


def _paint(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words
