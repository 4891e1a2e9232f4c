"""A review as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from typing import Any

from generator import __version__
from generator.diff.catalogue import KINDS
from generator.diff.finding import Finding
from generator.diff.report.words import proof
from generator.diff.review import Review
from generator.showing.locate import locate

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"breaking": "error", "risky": "warning", "compatible": "note", "info": "none"}


def sarif(review: Review) -> str:
    """Return one run with the rules that found something, and their results."""
    codes = sorted({finding.code for finding in review.findings})
    driver = {
        "name": "typewright",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "results": [_result(finding, codes) for finding in review.findings],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    return {"id": code, "shortDescription": {"text": KINDS[code].page}}


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    words = " ".join(filter(None, [f"{finding.sentence}.", proof(finding)]))
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.level],
        "message": {"text": words},
        "partialFingerprints": {"typewright/v1": finding.fingerprint},
        "properties": {"operations": list(finding.operations), "direction": finding.direction},
    }
    if finding.change.new is not None:
        where = locate(finding.change.new)
        region = {"startLine": max(1, where.line), "startColumn": max(1, where.column)}
        artifact = {"artifactLocation": {"uri": where.source.name}, "region": region}
        result["locations"] = [{"physicalLocation": artifact}]
    return result
