"""A review as one comment on a pull request: the verdict first, proofs folded, cut with a count."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS, URGENT
from generator.diff.generated.tables import Cell
from generator.diff.report.gfm import cell, code, plain
from generator.diff.report.sentences import (
    Duty,
    duties,
    excuse,
    grouped,
    happened,
    many,
    met,
    proof_words,
    summary,
    title,
    users,
)
from generator.diff.review import Excused, Review
from generator.diff.words.shown import apart, few, line, shown, written
from generator.frozen import dataclass
from generator.render import render
from generator.report import Diagnostic
from generator.showing.show import location

LIMIT = 65_536
"""How many characters GitHub takes for a comment."""
_ROWS = (60, 25, 10, 4, 1, 0)
"""How many rows a table has; fewer, where that is too long."""
_OPERATIONS = 20
"""How many operations of a finding are listed."""
_LONG = 300
"""How many characters of a cell are told, on each side."""
_PAYLOAD = 600
"""How many characters of a payload are shown; a longer one is cut to a line."""
_LINE = 100
"""How many of them stand on one line; a longer one is laid out on several."""
_WHOLE = {"+": "new", "−": "gone", "~": "changed"}
_SIGNS = {"breaking": "🔴", "risky": "🟠", "compatible": "🟢", "unchanged": "⚪"}
_SECTIONS = {
    "breaking": "🔴 Breaking",
    "risky": "🟠 Risky",
    "compatible": "🟢 Compatible",
    "info": "⚪ Without effect on clients",
}
_OPERATION = re.compile(r"((?:webhook )?[A-Z]+ \S+)(?: (.*))?", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Payload:
    """A witness as it is folded below a table."""

    where: str
    words: str
    value: str
    error: str


@dataclass(frozen=True, slots=True)
class Section:
    """One table, cut to what fits; `rest` says what is not shown."""

    title: str
    folded: bool
    header: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    rest: str
    proofs: tuple[Payload, ...] = ()


@dataclass(frozen=True, slots=True)
class View:
    """All strings of the comment."""

    title: str
    names: str
    counts: str
    duties: tuple[Duty, ...]
    sections: tuple[Section, ...]
    hint: str


def markdown(review: Review) -> str:
    """Return a comment that GitHub and GitLab take whole."""
    text = ""
    for rows in _ROWS:
        text = render("diff/comment.md.jinja", _view(review, rows))
        if len(text) <= LIMIT:
            break
    return text


def _view(review: Review, rows: int) -> View:
    told = duties(review, code) if review.tells else ()
    sections = [
        *(_section(review, level, rows) for level in LEVELS if review.count(level)),
        _classes(review, rows),
        _fields(review, rows),
        _accepted(review.accepted, rows),
        _remarks(review.report.diagnostics, rows),
    ]
    urgent = review.count("breaking") + review.count("risky")
    return View(
        title=f"{_SIGNS[review.verdict]} {title(review)}",
        names=f"{code(review.old)} → {code(review.new)}",
        counts=summary(review),
        duties=tuple(Duty(one.audience, one.verdict, cell(one.words)) for one in told),
        sections=tuple(section for section in sections if section is not None),
        hint=review.findings[0].code if urgent else "",
    )


def _section(review: Review, level: str, rows: int) -> Section:
    found = [one for _, group in grouped(review.findings) for one in group if one.level == level]
    kept = found[:rows]
    urgent = level in URGENT
    return Section(
        f"{_SECTIONS[level]} ({len(found)})",
        folded=not urgent,
        header=("Where", "What changed", "Who has to act" if urgent else "Who sees it"),
        rows=tuple(_row(_where(one.where), _change(one), _affects(one)) for one in kept),
        rest=_rest(len(found) - len(kept)),
        proofs=tuple(_proof(one) for one in kept if one.witness) if urgent else (),
    )


def _classes(review: Review, rows: int) -> Section | None:
    told = [
        _row(_SIGNS[one.level], code(one.name), met(one, code)) for one in review.generated.ranked
    ]
    header = ("", "Class or attribute", "What your code meets")
    return _table("Python classes", header, told, rows)


def _fields(review: Review, rows: int) -> Section | None:
    told = [
        _row(row.mark, code(row.name), "<br>".join(map(_cell, row.cells)) or _WHOLE[row.mark])
        for row in review.generated.rows
    ]
    return _table("Field tables", ("±", "Row or page", "What changed"), told, rows)


def _cell(cell: Cell) -> str:
    """What changed in a cell: old → new, in as many words as tell them apart."""
    texts = (shown(text, _LONG) for text in (cell.before, cell.after))
    return f"{cell.column}: {' → '.join(code(one) if one else '–' for one in apart(*texts))}"


def _accepted(excused: Sequence[Excused], rows: int) -> Section | None:
    told = [
        _row(_where(one.finding.where), _change(one.finding), plain(excuse(one))) for one in excused
    ]
    return _table("Accepted", ("Where", "What changed", "Why, and by whom"), told, rows)


def _remarks(diagnostics: Sequence[Diagnostic], rows: int) -> Section | None:
    told = []
    for one in _once(diagnostics):
        where = location(one)
        place = f"{where.source.name}:{where.line}" if where else "settings"
        told.append(_row(code(one.code.name), plain(one.message), code(place)))
    return _table("Remarks on the input", ("Code", "Remark", "Where"), told, rows)


def _once(diagnostics: Iterable[Diagnostic]) -> Iterable[Diagnostic]:
    """What both versions get wrong is told of the new one, which comes last."""
    found = {}
    for one in diagnostics:
        pointer = one.where.pointer if one.where else ""
        found[one.code.name, one.message, pointer] = one
    return found.values()


def _row(*cells: str) -> tuple[str, ...]:
    return tuple(map(cell, cells))


def _table(
    title: str, header: tuple[str, ...], told: Sequence[tuple[str, ...]], rows: int
) -> Section | None:
    if not told:
        return None
    return Section(
        f"{title} ({len(told)})",
        folded=True,
        header=header,
        rows=tuple(told[:rows]),
        rest=_rest(len(told[rows:])),
    )


def _rest(number: int) -> str:
    return f"… and {number} more" if number else ""


def _where(where: str) -> str:
    """The name of a place: an operation, and on a line of its own what is inside."""
    found = _OPERATION.fullmatch(where)
    if not found or not found[2]:
        return code(where or "description")
    return f"{code(found[1])}<br>{code(found[2])}"


def _change(finding: Finding) -> str:
    return f"{happened(finding, code)} <sub>{finding.code}</sub>"


def _affects(finding: Finding) -> str:
    operations = finding.operations
    if not operations:
        return "nobody: no operation uses it" if finding.change.pair is not None else "–"
    who = users(finding)
    if len(operations) == 1:
        inside = finding.where.startswith(operations[0])
        return f"its {who}" if inside else f"{who} of {code(operations[0])}"
    listed = [code(operation) for operation in operations[:_OPERATIONS]]
    listed += [_rest(len(operations) - _OPERATIONS)] * (len(operations) > _OPERATIONS)
    names = "<br>".join(listed)
    title = f"{who} of {many(operations)}"
    return f"<details><summary>{title}</summary>{names}</details>"


def _proof(finding: Finding) -> Payload:
    witness = finding.witness
    assert witness is not None
    told = few(witness.value)
    payload = written(told)
    if len(payload) > _LINE:
        payload = written(told, indent=2)
    if len(payload) > _PAYLOAD:
        payload = line(witness.value, witness.path)
    return Payload(
        code(finding.where),
        proof_words(witness),
        payload.replace("\n", "\n  ").replace("```", "'''"),
        code(witness.error),
    )
