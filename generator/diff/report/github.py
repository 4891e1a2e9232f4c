"""A review as annotations on the changed lines of a pull request."""

from __future__ import annotations

from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import URGENT
from generator.diff.report.anchor import anchor, path
from generator.diff.report.words import affects, proof
from generator.diff.review import Review
from generator.showing.workflow_command import workflow_command

_COMMANDS = {"breaking": "error", "risky": "warning"}


def github(review: Review) -> str:
    """Return one workflow command for each finding at which somebody may have to act."""
    told = [finding for finding in review.findings if finding.level in URGENT]
    return "".join(_command(finding) for finding in told)


def _command(finding: Finding) -> str:
    properties = {"title": f"{finding.level}: {finding.code}"}
    where = anchor(finding)
    if where is not None:
        spot = {"file": path(where.source), "line": str(where.line), "col": str(where.column)}
        properties |= spot
    words = "\n".join(filter(None, [finding.sentence, affects(finding), proof(finding)]))
    return workflow_command(_COMMANDS[finding.level], properties, words)
