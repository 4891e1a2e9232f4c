"""Whom a finding concerns besides clients: users of the classes, readers of the tables."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal

from generator.diff.changes.catalogue import KINDS
from generator.diff.changes.finding import Finding, Verdict
from generator.diff.changes.judge import LEVELS, URGENT, Level, worst
from generator.diff.changes.kind import FIELD, NOTHING
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class FieldRow:
    """A row of a field table that was added (`+`), removed (`−`) or changed (`~`).

    `findings` are those that it tells, each with the word for what changed in it.
    """

    mark: Literal["+", "−", "~"]
    field: str
    findings: tuple[tuple[str, Finding], ...]


def python_level(finding: Finding) -> Level:
    """Return what a finding means for code that uses the generated classes."""
    return KINDS[finding.code].python.level if _in_class(finding) else "info"


def python_words(finding: Finding) -> str:
    """Return what such code meets, in words; empty if it meets nothing."""
    return KINDS[finding.code].python.words


def python_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings for which such code may have to change, the worst first."""
    found = [one for one in findings if python_level(one) in URGENT]
    return sorted(found, key=lambda one: LEVELS.index(python_level(one)))


def python_verdict(findings: Iterable[Finding]) -> Verdict:
    """Return what findings mean for such code, taken together."""
    level = worst(map(python_level, findings))
    return "unchanged" if level == "info" else level


def field_rows(findings: Iterable[Finding]) -> list[FieldRow]:
    """Return the rows of the field tables that change, each once."""
    rows: dict[str, FieldRow] = {}
    for finding in findings:
        word = KINDS[finding.code].cell if _in_class(finding) else ""
        if not word:
            continue
        row = rows.get(finding.where)
        told = (*(row.findings if row else ()), (word, finding))
        mark: Literal["+", "−", "~"] = row.mark if row else "~"
        if word == FIELD:
            mark = "+" if finding.code.endswith("-added") else "−"
        rows[finding.where] = FieldRow(mark, finding.where, told)
    return list(rows.values())


def _in_class(finding: Finding) -> bool:
    """Whether it is about schemas, parameters or operations: each has classes, and tables.

    Headers of responses are in none.
    """
    place = finding.place
    if place is None or "/headers/" in place.pointer:
        return False
    kind = KINDS[finding.code]
    known = kind.python != NOTHING or kind.cell == FIELD
    return known or finding.change.pair is not None or "/parameters/" in place.pointer
