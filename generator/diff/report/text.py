"""A review for a terminal: the verdicts, then the findings by schema and by operation."""

from __future__ import annotations

from generator.diff.changes.finding import Finding
from generator.diff.report.anchor import address
from generator.diff.report.words import affected, duties, grouped, inside, proof, summary
from generator.diff.review import Review

_COLORS = {"breaking": "31;1", "risky": "33", "compatible": "32", "info": "2"}
_MARKS = {"breaking": "✗", "risky": "!", "compatible": "✓", "info": "·"}
_INDENT = " " * 15


def text(review: Review, *, color: bool = False) -> str:
    """Return what a person reads: the verdicts, the findings in groups, and their count."""
    lines = [f"{review.old} → {review.new}: {_level(review.verdict, color)}"]
    if review.findings:
        lines += ["", *_duties(review, color)]
    for heading, findings in grouped(review.findings):
        lines += ["", _paint(heading, "1", color)]
        for finding in findings:
            lines += _finding(finding, color)
    lines += ["", summary(review)]
    return "\n".join(lines) + "\n"


def _duties(review: Review, color: bool) -> list[str]:
    told = duties(review)
    width = max(len(duty.verdict) for duty in told)
    return [
        f"  {duty.audience:<16}{_level(duty.verdict, color)}{' ' * (width - len(duty.verdict))}  "
        f"{'' if duty.words == '–' else duty.words}".rstrip()
        for duty in told
    ]


def _finding(finding: Finding, color: bool) -> list[str]:
    mark = _paint(f"{_MARKS[finding.level]} {finding.level:<10}", _COLORS[finding.level], color)
    lines = [f"  {mark} {inside(finding)} [{finding.code}]"]
    detail = " · ".join(filter(None, [address(finding), affected(finding)]))
    lines.append(_INDENT + _paint(detail, "2", color))
    shown = proof(finding)
    return [*lines, _INDENT + shown] if shown else lines


def _level(word: str, color: bool) -> str:
    return _paint(word, _COLORS[word], color) if word in _COLORS else word


def _paint(words: str, code: str, color: bool) -> str:
    return f"\x1b[{code}m{words}\x1b[0m" if color else words
