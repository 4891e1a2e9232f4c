"""Whom a finding concerns besides clients: users of the classes, readers of the tables."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Final, Literal

from generator.diff.finding import Finding
from generator.diff.judge import LEVELS, Level

_TYPE = "the attribute has another type"
_PYTHON: Final[Mapping[str, tuple[Level, str]]] = {
    "schema-renamed": ("breaking", "the class has another name"),
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

_ELSEWHERE = ("server-", "security-", "oauth-", "sunset-", "stability-", "version-")
_WHOLE = (
    "property-added",
    "required-property-added",
    "property-removed",
    "required-property-removed",
)


def python_level(finding: Finding) -> Level:
    """Return what a finding means for code that uses the generated classes."""
    return _PYTHON.get(finding.code, ("info", ""))[0]


def python_words(finding: Finding) -> str:
    """Return what such code meets, in words; empty if it meets nothing."""
    return _PYTHON.get(finding.code, ("info", ""))[1]


def python_verdict(findings: Iterable[Finding]) -> str:
    """Return what findings mean for such code, taken together."""
    worst = max((python_level(f) for f in findings), key=LEVELS.index, default="info")
    return "unchanged" if worst == "info" else worst


def docs_rows(findings: Iterable[Finding]) -> int:
    """Return how many findings change what the tables say."""
    return sum(not finding.code.startswith(_ELSEWHERE) for finding in findings)


def table_mark(finding: Finding) -> Literal["+", "−", "~", ""]:
    """Return how a finding marks a row of a field table; empty if it is about no field."""
    if finding.schema is None or finding.audience == "python":
        return ""
    if finding.code in _WHOLE:
        return "+" if finding.code.endswith("-added") else "−"
    about = "." in finding.where or finding.code.startswith("required-")
    return "~" if about else ""
