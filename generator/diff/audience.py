"""Whom a finding concerns besides clients: users of the classes, readers of the tables."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diff.finding import Finding
from generator.diff.judge import LEVELS, Level

_PYTHON: dict[str, Level] = {
    "schema-renamed": "breaking",
    "property-removed": "breaking",
    "required-property-removed": "breaking",
    "required-property-added": "breaking",
    "property-added": "compatible",
    "required-added": "breaking",
    "required-removed": "breaking",
    "type-changed": "breaking",
    "type-narrowed": "breaking",
    "type-widened": "breaking",
    "nullable-added": "breaking",
    "nullable-removed": "risky",
    "enum-added": "breaking",
    "enum-removed": "breaking",
    "enum-value-added": "risky",
    "enum-value-removed": "breaking",
    "const-added": "breaking",
    "const-removed": "breaking",
    "const-changed": "breaking",
    "format-added": "breaking",
    "format-removed": "breaking",
    "format-changed": "breaking",
    "one-of-branch-added": "breaking",
    "one-of-branch-removed": "breaking",
    "any-of-branch-added": "breaking",
    "any-of-branch-removed": "breaking",
    "schema-added": "breaking",
    "schema-removed": "breaking",
    "items-added": "breaking",
    "items-removed": "breaking",
}
"""What a user of the generated dataclasses has to change: names and types of attributes."""

_ON_THE_WIRE_ONLY = ("server-", "security-", "oauth-", "sunset-", "stability-", "version-")


def python_level(finding: Finding) -> Level:
    """Return what a finding means for code that uses the generated classes."""
    return _PYTHON.get(finding.code, "info")


def python_verdict(findings: Iterable[Finding]) -> str:
    """Return what findings mean for such code, taken together."""
    worst = max((python_level(f) for f in findings), key=LEVELS.index, default="info")
    return "unchanged" if worst == "info" else worst


def docs_rows(findings: Iterable[Finding]) -> int:
    """Return how many findings change what the tables say."""
    return sum(not finding.code.startswith(_ON_THE_WIRE_ONLY) for finding in findings)
