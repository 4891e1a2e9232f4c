"""A review as SARIF 2.1.0, for code scanning."""

from __future__ import annotations

import json
from typing import Any
from urllib.parse import quote

from generator import __version__
from generator.diff.changes.finding import Finding
from generator.diff.changes.kinds import KINDS
from generator.diff.report.anchor import anchor, path
from generator.diff.report.sentences import affects, excuse, proof
from generator.diff.review import Excused, Review
from generator.report import Diagnostic
from generator.showing.show import location
from generator.source import Location

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {"breaking": "error", "risky": "warning", "compatible": "note", "info": "none"}


def sarif(review: Review) -> str:
    """Return one run with the rules that found something, and their results."""
    accepted = [one.finding for one in review.accepted]
    codes = sorted({finding.code for finding in (*review.findings, *accepted)})
    driver = {
        "name": "typewright",
        "version": __version__,
        "rules": [_rule(code) for code in codes],
    }
    run = {
        "tool": {"driver": driver},
        "columnKind": "unicodeCodePoints",
        "invocations": [
            {
                "executionSuccessful": True,
                "toolExecutionNotifications": [*map(_remark, review.report.diagnostics)],
            }
        ],
        "results": [
            *(_result(finding, codes) for finding in review.findings),
            *(_suppressed(one, codes) for one in review.accepted),
        ],
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, indent=2, ensure_ascii=False) + "\n"


def _rule(code: str) -> dict[str, Any]:
    help_ = f"`typewright explain {code}` says how bad it is, and why."
    return {"id": code, "shortDescription": {"text": KINDS[code].page}, "help": {"text": help_}}


def _uri(file: str) -> str:
    return f"file://{quote(file)}" if file.startswith("/") else quote(file)


def _suppressed(excused: Excused, codes: list[str]) -> dict[str, Any]:
    """An accepted finding, which code scanning shows as closed, with the reason."""
    suppression = {"kind": "external", "justification": excuse(excused)}
    return {**_result(excused.finding, codes), "suppressions": [suppression]}


def _result(finding: Finding, codes: list[str]) -> dict[str, Any]:
    told = [finding.sentence, affects(finding), proof(finding)]
    words = " ".join(f"{one}." for one in told if one)
    result: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": codes.index(finding.code),
        "level": _LEVELS[finding.level],
        "message": {"text": words},
        "partialFingerprints": {"typewright/v1": finding.fingerprint},
        "properties": {"operations": list(finding.operations), "direction": finding.direction},
    }
    if finding.level == "info":
        # A severity of none asks for another kind than the usual `fail`.
        result["kind"] = "informational"
    return result | _located(anchor(finding))


def _remark(one: Diagnostic) -> dict[str, Any]:
    """A mistake in the input: nothing that code scanning keeps a record of."""
    told = f"{one.message}; {one.hint}" if one.hint else one.message
    remark = {"descriptor": {"id": one.code.name}, "level": one.code.level}
    return {**remark, "message": {"text": told}, **_located(location(one))}


def _located(where: Location | None) -> dict[str, Any]:
    if where is None or not where.line:
        return {}
    region = {"startLine": where.line, "startColumn": where.column}
    artifact = {"artifactLocation": {"uri": _uri(path(where.source))}, "region": region}
    return {"locations": [{"physicalLocation": artifact}]}
