"""A review as one page that needs nothing else: filter by level, search, proofs to unfold."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from generator.diff.audience import docs_rows, python_verdict
from generator.diff.catalogue import shown
from generator.diff.finding import Finding
from generator.diff.report.text import grouped, inside, value
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
    python: str
    docs: str
    semver: str
    levels: tuple[tuple[str, int], ...]
    groups: tuple[Group, ...]


def html(review: Review) -> str:
    """Return a self-contained page."""
    docs = docs_rows(review.findings)
    view = View(
        escape(f"{review.old} → {review.new}"),
        review.verdict,
        python_verdict(review.findings),
        f"{docs} changed" if docs else "unchanged",
        review.semver,
        tuple(
            (level, review.count(level)) for level in ("breaking", "risky", "compatible", "info")
        ),
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
        f"{len(finding.operations)} operation{'s' * (len(finding.operations) != 1)}",
        escape(value(witness.value)) if witness else "",
        escape(witness.error) if witness else "",
        witness.accepted_by if witness else "",
    )


def _place(finding: Finding) -> str:
    if finding.place is None:
        return ""
    where = locate(finding.place)
    return f"{where.source.name}:{where.line}:{where.column}"
