"""A review as JSON, for machines; `report.schema.json` describes it."""

from __future__ import annotations

import json as json_library
from typing import Any

from generator.diff.changes.finding import Finding
from generator.diff.generated.classes import ClassChange
from generator.diff.generated.tables import MARKS, RowChange
from generator.diff.inputs import NOWHERE
from generator.diff.report.anchor import entry
from generator.diff.review import Review
from generator.report import Diagnostic
from generator.showing.locate import located
from generator.source import Location, Place


def json(review: Review) -> str:
    """Return the report that the published schema describes."""
    return json_library.dumps(document(review), indent=2, ensure_ascii=False, default=str) + "\n"


def document(review: Review) -> dict[str, Any]:
    """Return the report as plain data."""
    return {
        "old": review.old,
        "new": review.new,
        "verdict": review.verdict,
        "semver": review.semver,
        "findings": [_finding(finding) for finding in review.findings],
        "accepted": [
            {
                **_finding(one.finding),
                "reason": one.reason,
                "author": one.author or None,
                "expires": one.expires and one.expires.isoformat(),
            }
            for one in review.accepted
        ],
        "python": {
            "verdict": review.generated.verdict,
            "changes": [_class(change) for change in review.generated.ranked],
        },
        "tables": {
            "known": review.generated.known,
            "changes": [_row(row) for row in review.generated.rows],
        },
        "settings": [
            {"name": one.name, "before": one.before, "after": one.after}
            for one in review.generated.settings
        ],
        "diagnostics": [_diagnostic(one) for one in review.report.diagnostics],
    }


def _finding(finding: Finding) -> dict[str, Any]:
    change, witness = finding.change, finding.witness
    sides = zip(change.lines, (change.before, change.after), strict=True)
    old, new = (one and place(entry(finding, one, values)) for one, values in sides)
    return {
        "code": finding.code,
        "level": finding.level,
        "audience": finding.audience,
        "direction": finding.direction,
        "location": {"old": old, "new": new},
        "operations": list(finding.operations),
        "schema": finding.schema,
        "message": finding.sentence,
        "before": change.before,
        "after": change.after,
        "witness": None
        if witness is None
        else {"value": witness.value, "accepted_by": witness.accepted_by, "error": witness.error},
        "proof": finding.proof,
        "fingerprint": finding.fingerprint,
    }


def _class(change: ClassChange) -> dict[str, Any]:
    return {
        "name": change.name,
        "level": change.level,
        "message": f"{change.name} {change.words}",
        "before": change.before or None,
        "after": change.after or None,
    }


def _row(row: RowChange) -> dict[str, Any]:
    return {
        "kind": MARKS[row.mark],
        "name": row.name,
        "cells": [cell._asdict() for cell in row.cells],
    }


def place(where: Place | Location | None) -> dict[str, Any] | None:
    """Return a place as file, line, column and pointer."""
    if where is None or where.source.uri == NOWHERE:
        return None
    found = located(where)
    return {
        "file": found.source.name,
        "line": found.line,
        "column": found.column,
        "pointer": where.pointer,
    }


def _diagnostic(one: Diagnostic) -> dict[str, Any]:
    return {
        "code": one.code.name,
        "level": one.code.level,
        "message": one.message,
        "location": place(one.where),
        "hint": one.hint,
    }
