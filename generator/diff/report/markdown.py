"""A review as one comment on a pull request: the verdict first, proofs folded, cut with a count."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.diff.audience import (
    docs_rows,
    python_level,
    python_verdict,
    python_words,
    table_mark,
)
from generator.diff.catalogue import shown
from generator.diff.finding import Finding
from generator.diff.report.text import affected, value
from generator.diff.review import Review
from generator.render import render

LIMIT = 60_000
"""GitHub takes comments of 65,536 characters."""
_PAYLOAD = 600
_ROWS = (60, 25, 10, 4)
_SIGNS = {"breaking": "🔴", "risky": "🟠", "compatible": "🟢", "unchanged": "⚪"}
_TITLES = {
    "breaking": "Breaks clients",
    "risky": "May break clients",
    "compatible": "Compatible",
    "unchanged": "Nothing changes on the wire",
}


@dataclass(frozen=True, slots=True)
class Row:
    """A finding as cells of a table."""

    where: str
    change: str
    affects: str


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A row of a field table that was added (`+`), removed (`−`) or changed (`~`)."""

    mark: str
    field: str
    what: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class ClassRow:
    """What code that uses the generated classes meets."""

    attribute: str
    words: str


@dataclass(frozen=True, slots=True)
class Proof:
    """A witness as it is folded below a table."""

    where: str
    value: str
    accepted: str
    refused: str
    error: str


@dataclass(frozen=True, slots=True)
class Section:
    """The findings of a level, cut to what fits; `rest` says how many are not shown."""

    title: str
    folded: bool
    rows: tuple[Row, ...]
    proofs: tuple[Proof, ...]
    rest: int


@dataclass(frozen=True, slots=True)
class View:
    """All strings of the comment."""

    title: str
    names: str
    wire: str
    python: str
    docs: str
    semver: str
    counts: str
    accepted: str
    sections: tuple[Section, ...]
    classes: tuple[ClassRow, ...]
    fields: tuple[FieldRow, ...]
    mistakes: int


def markdown(review: Review) -> str:
    """Return a comment that GitHub and GitLab take whole."""
    text = ""
    for rows in _ROWS:
        text = render("diff/comment.md.jinja", _view(review, rows))
        if len(text) <= LIMIT:
            return text
    return text[: LIMIT - 2].rpartition("\n")[0] + "\n…\n"


def _view(review: Review, rows: int) -> View:
    docs = docs_rows(review.findings)
    counts = [
        f"{review.count(level)} {level}"
        for level in ("breaking", "risky", "compatible", "info")
        if review.count(level)
    ]
    return View(
        title=f"{_SIGNS[review.verdict]} {_TITLES[review.verdict]}",
        names=f"`{review.old}` → `{review.new}`",
        wire=review.verdict,
        python=python_verdict(review.findings),
        docs=f"{docs} changed" if docs else "unchanged",
        semver=review.semver,
        counts=", ".join(counts) or "no changes",
        accepted=f"{review.accepted} more accepted by the policy" if review.accepted else "",
        sections=tuple(_sections(review, rows)),
        classes=tuple(_classes(review))[:rows],
        fields=tuple(_fields(review))[:rows],
        mistakes=len(review.report.diagnostics),
    )


def _sections(review: Review, rows: int) -> Sequence[Section]:
    found = []
    for level, title, folded in (
        ("breaking", "Breaking", False),
        ("risky", "Risky", False),
        ("compatible", "Compatible", True),
        ("info", "Without effect on clients", True),
    ):
        findings = [finding for finding in review.findings if finding.level == level]
        if findings:
            kept = findings[:rows]
            found.append(
                Section(
                    f"{title} ({len(findings)})",
                    folded,
                    tuple(map(_row, kept)),
                    tuple(_proof(one) for one in kept if one.witness) if not folded else (),
                    len(findings) - len(kept),
                )
            )
    return found


def _row(finding: Finding) -> Row:
    return Row(
        _code(finding.where or "description"),
        f"{_cell(finding.message)} <sub>{finding.code}</sub>",
        _affects(finding),
    )


def _classes(review: Review) -> Iterator[ClassRow]:
    for finding in review.findings:
        if finding.schema and python_level(finding) in ("breaking", "risky"):
            yield ClassRow(_code(_field(finding)), python_words(finding))


def _fields(review: Review) -> Iterator[FieldRow]:
    for finding in review.findings:
        mark = table_mark(finding)
        if mark:
            cells = (finding.change.before, finding.change.after)
            before, after = ("" if cell is None else _cell(shown(cell)) for cell in cells)
            what = finding.code.rpartition("-")[0] if mark == "~" else ""
            yield FieldRow(mark, _code(_field(finding)), what, before, after)


def _field(finding: Finding) -> str:
    """The property that a finding is about, which may be one of the schema that it stands in."""
    name = finding.change.subject
    inside = finding.code.startswith(("required-", "property-")) and name
    if not inside or finding.where.endswith(f".{name}"):
        return finding.where
    return f"{finding.where}.{name}"


def _affects(finding: Finding) -> str:
    words = {"both": "requests, responses: ", "request": "requests: ", "response": "responses: "}
    return (
        _cell(words.get(finding.direction, "") + affected(finding)) if finding.operations else "–"
    )


def _proof(finding: Finding) -> Proof:
    witness = finding.witness
    assert witness is not None
    refused = "new" if witness.accepted_by == "old" else "old"
    return Proof(
        finding.where,
        value(witness.value, _PAYLOAD),
        witness.accepted_by,
        refused,
        _cell(witness.error),
    )


def _cell(text: str) -> str:
    return text.replace("\\", "\\\\").replace("|", "\\|").replace("<", "&lt;").replace("\n", " ")


def _code(text: str) -> str:
    return f"`{text.replace('|', '¦').replace('`', '')}`"
