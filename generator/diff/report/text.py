"""A review for a terminal: the verdicts, then the findings by schema and by operation."""

from __future__ import annotations

from generator.diff.changes.finding import Finding
from generator.diff.report.anchor import address
from generator.diff.report.words import affected, duties, grouped, inside, met, proof, summary
from generator.diff.review import Review
from generator.showing.visible import visible

_COLORS = {"breaking": "31;1", "risky": "33", "compatible": "32", "info": "2"}
_MARKS = {"breaking": "✗", "risky": "!", "compatible": "✓", "info": "·"}
_INDENT = " " * 15
_LISTED = 30


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
    lines += [*_classes(review, color), "", summary(review)]
    return "\n".join(lines) + "\n"


def _duties(review: Review, color: bool) -> list[str]:
    told = duties(review)
    width = max(len(duty.verdict) for duty in told)
    return [
        f"  {duty.audience:<16}{_level(duty.verdict, color)}{' ' * (width - len(duty.verdict))}  "
        f"{'' if duty.words == '–' else visible(duty.words)}".rstrip()
        for duty in told
    ]


def _classes(review: Review, color: bool) -> list[str]:
    """What code that uses the generated classes meets."""
    found = review.generated.urgent
    lines = ["", _paint("Python classes", "1", color)] if found else []
    for one in found[:_LISTED]:
        lines.append(f"  {_mark(one.level, color)} {visible(f'{one.name} {met(one)}')}")
    more = len(found) - _LISTED
    return [*lines, f"{_INDENT}… and {more} more"] if more > 0 else lines


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
