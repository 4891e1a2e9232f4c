"""Whom a finding concerns besides clients: users of the classes, readers of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final, Literal

from generator.diff.finding import Finding, Verdict
from generator.diff.judge import LEVELS, Level

_TYPE = "the attribute has another type"
_NOTHING: Final[tuple[Level, str]] = ("info", "")
_PYTHON: Final[Mapping[str, tuple[Level, str]]] = {
    "schema-renamed": ("breaking", "the class has another name"),
    "operation-id-changed": ("breaking", "classes named after the operation have other names"),
    **dict.fromkeys(
        (
            "operation-removed",
            "deprecated-operation-removed",
            "operation-removed-before-sunset",
            "operation-removed-after-sunset",
        ),
        ("breaking", "the classes of the operation are gone"),
    ),
    "operation-added": ("compatible", "there may be further classes"),
    **dict.fromkeys(
        ("read-only-added", "required-read-only-added"),
        ("breaking", "the class of requests is another, without the attribute"),
    ),
    **dict.fromkeys(
        ("read-only-removed", "required-read-only-removed"),
        ("breaking", "the class of requests has the attribute, or is gone"),
    ),
    **dict.fromkeys(
        ("write-only-added", "required-write-only-added"),
        ("breaking", "the class of responses is another, without the attribute"),
    ),
    **dict.fromkeys(
        ("write-only-removed", "required-write-only-removed"),
        ("breaking", "the class of responses has the attribute, or is gone"),
    ),
    "property-removed": ("breaking", "the attribute is gone"),
    "required-property-removed": ("breaking", "the attribute is gone"),
    "required-property-added": ("breaking", "the constructor asks for it"),
    "property-added": ("compatible", "there is a further attribute"),
    "required-added": ("breaking", "the constructor asks for it"),
    "required-removed": ("breaking", "the attribute may be missing"),
    "type-changed": ("breaking", _TYPE),
    "type-narrowed": ("breaking", _TYPE),
    "type-widened": ("breaking", _TYPE),
    "nullable-added": ("breaking", "the attribute may be None"),
    "nullable-removed": ("risky", "the attribute is never None"),
    "enum-added": ("breaking", "the attribute is an enum now"),
    "enum-removed": ("breaking", "the attribute is no enum any more"),
    "enum-value-added": ("risky", "the enum has a further member"),
    "enum-value-removed": ("breaking", "a member of the enum is gone"),
    "const-added": ("breaking", "the attribute has one value"),
    "const-removed": ("breaking", "the attribute has several values"),
    "const-changed": ("breaking", "the attribute has another value"),
    "format-added": ("breaking", _TYPE),
    "format-removed": ("breaking", _TYPE),
    "format-changed": ("breaking", _TYPE),
    "one-of-branch-added": ("breaking", "the union has a further member"),
    "one-of-branch-removed": ("breaking", "a member of the union is gone"),
    "any-of-branch-added": ("breaking", "the union has a further member"),
    "any-of-branch-removed": ("breaking", "a member of the union is gone"),
    "schema-added": ("breaking", _TYPE),
    "schema-removed": ("breaking", _TYPE),
    "items-added": ("breaking", _TYPE),
    "items-removed": ("breaking", _TYPE),
}
"""What a user of the generated dataclasses has to change: names and types of attributes."""


_CELLS: Final[Mapping[str, str]] = {
    "type-": "type",
    "nullable-": "null",
    "enum-": "values",
    "open-enum-": "known values",
    "const-": "value",
    "format-": "format",
    "required-": "required",
    "read-only-": "read-only",
    "write-only-": "write-only",
    "required-read-only-": "read-only",
    "required-write-only-": "write-only",
    "one-of-branch-": "types",
    "any-of-branch-": "types",
    "default-": "default",
    "description-": "description",
    "examples-": "examples",
    "schema-deprecated": "deprecated",
    "schema-reactivated": "deprecated",
    "min-length-": "minimum length",
    "max-length-": "maximum length",
    "min-items-": "minimum number of items",
    "max-items-": "maximum number of items",
    "min-properties-": "minimum number of members",
    "max-properties-": "maximum number of members",
    "minimum-": "minimum",
    "maximum-": "maximum",
    "exclusive-minimum-": "exclusive minimum",
    "exclusive-maximum-": "exclusive maximum",
    "multiple-of-": "multiple of",
    "pattern-added": "pattern",
    "pattern-changed": "pattern",
    "pattern-removed": "pattern",
    "unique-items-": "unique items",
}
"""What changes in a row of a table, by how the code starts; bounds and defaults have columns."""
_WHOLE: Final = (
    "property-added",
    "required-property-added",
    "property-removed",
    "required-property-removed",
)
_NO_CLASS = ("/parameters/", "/headers/")
"""Where schemas stand that become no class, and no table of one."""


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
    return _PYTHON.get(finding.code, _NOTHING)[0] if _in_class(finding) else "info"


def python_words(finding: Finding) -> str:
    """Return what such code meets, in words; empty if it meets nothing."""
    return _PYTHON.get(finding.code, _NOTHING)[1]


def python_findings(findings: Iterable[Finding]) -> list[Finding]:
    """Return the findings for which such code may have to change, the worst first."""
    found = [one for one in findings if python_level(one) in ("breaking", "risky")]
    return sorted(found, key=lambda one: -LEVELS.index(python_level(one)))


def python_verdict(findings: Iterable[Finding]) -> Verdict:
    """Return what findings mean for such code, taken together."""
    levels: Iterator[Level] = map(python_level, findings)
    worst: Level = max(levels, key=LEVELS.index, default="info")
    return "unchanged" if worst == "info" else worst


def field_rows(findings: Iterable[Finding]) -> list[FieldRow]:
    """Return the rows of the field tables that change, each once."""
    rows: dict[str, FieldRow] = {}
    for finding in findings:
        word = _cell(finding) if _in_class(finding) else ""
        if not word:
            continue
        row = rows.get(finding.where)
        told = (*(row.findings if row else ()), (word, finding))
        mark: Literal["+", "−", "~"] = row.mark if row else "~"
        if finding.code in _WHOLE:
            mark = "+" if finding.code.endswith("-added") else "−"
        rows[finding.where] = FieldRow(mark, finding.where, told)
    return list(rows.values())


def _cell(finding: Finding) -> str:
    if finding.code in _WHOLE:
        return "field"
    found = [start for start in _CELLS if finding.code.startswith(start)]
    return _CELLS[max(found, key=len)] if found else ""


def _in_class(finding: Finding) -> bool:
    place = finding.place
    named = finding.code == "schema-renamed" or finding.change.pair is not None
    return named and place is not None and not any(one in place.pointer for one in _NO_CLASS)
