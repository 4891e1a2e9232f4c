"""A review as annotations on the changed lines of a pull request."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import URGENT
from generator.diff.git import HOST
from generator.diff.report.anchor import anchor, path
from generator.diff.report.sentences import affects, proof
from generator.diff.review import Review
from generator.report import Diagnostic, Report
from generator.showing import show
from generator.showing.escaped import workflow_command

_COMMANDS = {"breaking": "error", "risky": "warning"}


def github(review: Review) -> str:
    """Return one workflow command for each finding at which somebody may have to act, and mistake.

    What only a commit got wrong is no line of the pull request.
    """
    told = [finding for finding in review.findings if finding.level in URGENT]
    here = [one for one in review.report.diagnostics if not _is_of_commit(one)]
    return "".join(_command(finding) for finding in told) + show.github(Report(here))


def _is_of_commit(one: Diagnostic) -> bool:
    return one.where is not None and urlsplit(one.where.source.uri).netloc == HOST


def _command(finding: Finding) -> str:
    properties = {"title": f"{finding.level}: {finding.code}"}
    where = anchor(finding)
    if where is not None:
        spot = {"file": path(where.source), "line": str(where.line), "col": str(where.column)}
        properties |= spot
    words = "\n".join(filter(None, [finding.sentence, affects(finding), proof(finding)]))
    return workflow_command(_COMMANDS[finding.level], properties, words)
