"""A review for a terminal: the verdicts, then the findings by schema and by operation."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diff.changes.finding import Finding
from generator.diff.generated.classes import ClassChange
from generator.diff.generated.tables import RowChange
from generator.diff.report.anchor import address
from generator.diff.report.sentences import (
    affected,
    duties,
    excuse,
    grouped,
    inside,
    met,
    proof,
    summary,
)
from generator.diff.review import Excused, Review
from generator.diff.words.shown import apart
from generator.showing.escaped import visible

_COLORS = {"breaking": "31;1", "risky": "33", "compatible": "32", "info": "2"}
_MARKS = {"breaking": "✗", "risky": "!", "compatible": "✓", "info": "·"}
_INDENT = " " * 15
_LISTED = 30
"""How many classes, rows of tables and accepted findings are listed."""


def text(review: Review, *, color: bool = False) -> str:
    """Return what a person reads: the verdicts, the findings in groups, and their count."""
    versions = visible(f"{review.old} → {review.new}")
    lines = [f"{versions}: {_level(review.verdict, color)}"]
    if review.tells:
        lines += ["", *_duties(review, color)]
    for heading, findings in grouped(review.findings):
        lines += ["", _paint(visible(heading), "1", color)]
        for finding in findings:
            lines += _finding(finding, color)
    made = review.generated
    lines += _listed("Python classes", [_class(one, color) for one in made.ranked], color)
    lines += _listed("Field tables", [f"  {_row(one)}" for one in made.rows], color)
    lines += _listed("Accepted", [_accepted(one) for one in review.accepted], color)
    lines += ["", summary(review)]
    return "\n".join(lines) + "\n"


def _duties(review: Review, color: bool) -> list[str]:
    told = duties(review)
    width = max(len(duty.verdict) for duty in told)
    return [
        f"  {duty.audience:<16}{_level(duty.verdict, color)}{' ' * (width - len(duty.verdict))}  "
        f"{'' if duty.words == '–' else visible(duty.words)}".rstrip()
        for duty in told
    ]


def _listed(heading: str, told: Sequence[str], color: bool) -> list[str]:
    """A heading and what is below it, cut where that is long; nothing of nothing."""
    if not told:
        return []
    more = [f"  … and {len(told) - _LISTED} more"] if len(told) > _LISTED else []
    return ["", _paint(heading, "1", color), *told[:_LISTED], *more]


def _class(change: ClassChange, color: bool) -> str:
    """What code that uses a generated class meets."""
    return f"  {_mark(change.level, color)} {visible(f'{change.name} {met(change)}')}"


def _accepted(excused: Excused) -> str:
    """What is accepted, and why."""
    words = f"{excused.finding.sentence} [{excused.finding.code}]  {excuse(excused)}"
    return f"  · {visible(words)}"


def _row(row: RowChange) -> str:
    """What readers of a table meet."""
    cells = (
        f"{cell.column}: {' → '.join(text or '–' for text in apart(cell.before, cell.after))}"
        for cell in row.cells
    )
    return visible(f"{row.mark} {row.name}  {'; '.join(cells)}".rstrip())


def _mark(level: str, color: bool) -> str:
    return _paint(f"{_MARKS[level]} {level:<10}", _COLORS[level], color)


def _finding(finding: Finding, color: bool) -> list[str]:
    lines = [f"  {_mark(finding.level, color)} {visible(inside(finding))} [{finding.code}]"]
    detail = " · ".join(filter(None, [address(finding), affected(finding)]))
    lines.append(_INDENT + _paint(visible(detail), "2", color))
    shown = visible(proof(finding))
    return [*lines, _INDENT + shown] if shown else lines


def _level(word: str, color: bool) -> str:
    return _paint(word, _COLORS[word], color) if word in _COLORS else word


def _paint(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words
