"""Whom a finding concerns besides clients: users of the classes, readers of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from generator.diff.finding import Finding, Verdict
from generator.diff.judge import LEVELS, Level, worst
from generator.frozen import dataclass

_TYPE = "the attribute has another type"
_NOTHING: Final[tuple[Level, str]] = ("info", "")
_OPERATIONS_GONE = (
    "operation-removed",
    "deprecated-operation-removed",
    "operation-removed-before-sunset",
    "operation-removed-after-sunset",
)
_PARAMETERS_GONE = (
    "parameter-removed",
    "required-parameter-removed",
    "deprecated-parameter-removed",
    "parameter-removed-before-sunset",
    "parameter-removed-after-sunset",
)
_PYTHON: Final[Mapping[str, tuple[Level, str]]] = {
    "schema-renamed": ("breaking", "the class has another name"),
    "operation-id-changed": ("breaking", "classes named after the operation have other names"),
    **dict.fromkeys(_OPERATIONS_GONE, ("breaking", "the classes of the operation are gone")),
    **dict.fromkeys(_PARAMETERS_GONE, ("breaking", "the attribute is gone")),
    "required-parameter-added": ("breaking", "the constructor asks for it"),
    "parameter-added": ("compatible", "there is a further attribute"),
    "parameter-required": ("breaking", "the constructor asks for it"),
    "parameter-optional": ("breaking", "the attribute may be missing"),
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
    "enum-changed": ("breaking", "the enum has other members"),
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
    "required-added": "required",
    "required-removed": "required",
    "parameter-required": "required",
    "parameter-optional": "required",
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
    "parameter-deprecated": "deprecated",
    "parameter-reactivated": "deprecated",
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
_FIELD = "field"
_WHOLE: Final = (
    "property-added",
    "required-property-added",
    "property-removed",
    "required-property-removed",
    "parameter-added",
    "required-parameter-added",
    *_PARAMETERS_GONE,
    "operation-added",
    *_OPERATIONS_GONE,
)


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
    return sorted(found, key=lambda one: LEVELS.index(python_level(one)))


def python_verdict(findings: Iterable[Finding]) -> Verdict:
    """Return what findings mean for such code, taken together."""
    level = worst(map(python_level, findings))
    return "unchanged" if level == "info" else level


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
        if word == _FIELD:
            mark = "+" if finding.code.endswith("-added") else "−"
        rows[finding.where] = FieldRow(mark, finding.where, told)
    return list(rows.values())


def _cell(finding: Finding) -> str:
    if finding.code in _WHOLE:
        return _FIELD
    found = [start for start in _CELLS if finding.code.startswith(start)]
    return _CELLS[max(found, key=len)] if found else ""


def _in_class(finding: Finding) -> bool:
    """Whether it is about schemas, parameters or operations: each has classes, and tables.

    Headers of responses are in none.
    """
    place = finding.place
    if place is None or "/headers/" in place.pointer:
        return False
    known = finding.code in _PYTHON or finding.code in _WHOLE
    return known or finding.change.pair is not None or "/parameters/" in place.pointer
