"""A review as one page that needs nothing else: filter by level, search, proofs to unfold."""

from __future__ import annotations

from html import escape

from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS
from generator.diff.generated.classes import ClassChange
from generator.diff.generated.tables import RowChange
from generator.diff.report.anchor import address
from generator.diff.report.sentences import (
    Duty,
    duties,
    excuse,
    grouped,
    inside,
    many,
    met,
    proof_words,
    summary,
    title,
    users,
)
from generator.diff.review import Excused, Review
from generator.diff.words.shown import apart, shown, written
from generator.frozen import dataclass
from generator.render import render
from generator.report import Diagnostic
from generator.showing.show import location

_LONG = 2000
"""How many characters of a value are shown."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A finding; every string is safe to stand in HTML."""

    level: str
    code: str
    words: str
    before: str
    after: str
    notes: str
    users: str
    operations: tuple[str, ...]
    value: str
    proof: str


@dataclass(frozen=True, slots=True)
class Item:
    """What changed in a class or in a table; every string is safe to stand in HTML."""

    level: str
    name: str
    words: str
    sides: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All strings of the page."""

    title: str
    names: str
    counts: str
    verdict: str
    duties: tuple[Duty, ...]
    levels: tuple[tuple[str, int], ...]
    lists: tuple[tuple[str, tuple[Item, ...]], ...]
    groups: tuple[tuple[str, tuple[Entry, ...]], ...]


def html(review: Review) -> str:
    """Return a self-contained page."""
    told = duties(review) if review.tells else ()
    view = View(
        title(review),
        escape(f"{review.old} → {review.new}"),
        summary(review),
        review.verdict,
        tuple(Duty(one.audience, one.verdict, escape(one.words)) for one in told),
        tuple((level, review.count(level)) for level in LEVELS if review.count(level)),
        (
            ("Python classes", tuple(map(_class, review.generated.ranked))),
            ("Field tables", tuple(map(_row, review.generated.rows))),
            ("Accepted", tuple(map(_accepted, review.accepted))),
            ("Remarks on the input", tuple(map(_remark, review.report.diagnostics))),
        ),
        tuple(
            (escape(title), tuple(map(_entry, findings)))
            for title, findings in grouped(review.findings)
        ),
    )
    return render("diff/page.html.jinja", view)


def _entry(finding: Finding) -> Entry:
    witness, operations = finding.witness, tuple(map(escape, finding.operations))
    value = written(witness.value) if witness else ""
    before, after = _prose(finding)
    named = operations[0] if len(operations) == 1 else many(finding.operations)
    concerned = f"{users(finding)} of {named}" if operations else ""
    notes = [escape(address(finding)), concerned if len(operations) == 1 else ""]
    return Entry(
        level=finding.level,
        code=finding.code,
        words=escape(inside(finding)),
        before=escape(before),
        after=escape(after),
        notes=" · ".join(filter(None, notes)),
        users=concerned,
        operations=operations if len(operations) > 1 else (),
        value=escape(value if len(value) <= _LONG else f"{value[:_LONG]}…"),
        proof=escape(f"{proof_words(witness)}: {witness.error}") if witness else "",
    )


def _class(change: ClassChange) -> Item:
    return Item(change.level, escape(change.name), escape(met(change)))


def _accepted(excused: Excused) -> Item:
    words = f"{excused.finding.message} ({excuse(excused)})"
    return Item("info", escape(excused.finding.where or "description"), escape(words))


def _remark(one: Diagnostic) -> Item:
    where = location(one)
    place = f" {where.source.name}:{where.line}" if where else ""
    return Item(one.code.level, escape(f"{one.code.name}{place}"), escape(one.message))


def _row(row: RowChange) -> Item:
    cells = (apart(cell.before, cell.after) for cell in row.cells)
    sides = tuple((escape(before), escape(after)) for before, after in cells)
    columns = ", ".join(cell.column for cell in row.cells)
    return Item("info", escape(f"{row.mark} {row.name}"), escape(columns), sides)


def _prose(finding: Finding) -> tuple[str, str]:
    """What a text for people was and is; any other change says it in its message."""
    change = finding.change
    if finding.kind.of != "prose":
        return "", ""
    sides = (
        "" if side in (None, "") else shown(side, _LONG) for side in (change.before, change.after)
    )
    return apart(*sides)
