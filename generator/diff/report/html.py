"""A review as one page that needs nothing else: filter by level, search, proofs to unfold."""

from __future__ import annotations

import json
from dataclasses import dataclass
from html import escape

from generator.diff.catalogue import shown
from generator.diff.finding import Finding
from generator.diff.report.words import (
    LEVELS,
    Duty,
    counted,
    duties,
    grouped,
    inside,
    users,
)
from generator.diff.review import Review
from generator.render import render
from generator.showing.locate import locate


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding; every string is safe to stand in HTML."""

    level: str
    code: str
    words: str
    before: str
    after: str
    place: str
    affects: tuple[str, ...]
    count: str
    value: str
    error: str
    accepted: str


@dataclass(frozen=True, slots=True)
class Group:
    """The findings of a schema or an operation."""

    title: str
    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class View:
    """All strings of the page."""

    names: str
    verdict: str
    duties: tuple[Duty, ...]
    levels: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]


def html(review: Review) -> str:
    """Return a self-contained page."""
    view = View(
        escape(f"{review.old} → {review.new}"),
        review.verdict,
        tuple(Duty(one.audience, one.verdict, escape(one.words)) for one in duties(review)),
        tuple((level, review.count(level)) for level in LEVELS),
        tuple(
            Group(escape(title), tuple(map(_entry, findings)))
            for title, findings in grouped(review.findings)
        ),
    )
    return render("diff/page.html.jinja", view)


def _entry(finding: Finding) -> Entry:
    change, witness = finding.change, finding.witness
    return Entry(
        finding.level,
        finding.code,
        escape(inside(finding)),
        "" if change.before is None else escape(shown(change.before)),
        "" if change.after is None else escape(shown(change.after)),
        escape(_place(finding)),
        tuple(map(escape, finding.operations)),
        f"{users(finding)} of {counted(len(finding.operations), 'operation')}",
        escape(json.dumps(witness.value, ensure_ascii=False, default=str)) if witness else "",
        escape(witness.error) if witness else "",
        witness.accepted_by if witness else "",
    )


def _place(finding: Finding) -> str:
    if finding.place is None:
        return ""
    where = locate(finding.place)
    return f"{where.source.name}:{where.line}:{where.column}"
