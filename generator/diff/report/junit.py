"""A review as JUnit XML: a test case for each finding, failed where clients break."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from generator.diff.changes.finding import Finding
from generator.diff.report.anchor import anchor, path
from generator.diff.report.sentences import affects, excuse, proof
from generator.diff.review import Excused, Review
from generator.showing import show


def junit(review: Review) -> str:
    """Return one test suite; a review without findings has one case that passes."""
    cases = [_case(finding) for finding in review.findings]
    cases += [_skipped(excused) for excused in review.accepted]
    cases = cases or ['  <testcase classname="typewright.diff" name="no changes"/>\n']
    name = quoteattr(_clean(f"{review.old} → {review.new}"))
    counts = (
        f'tests="{len(cases)}" failures="{review.count("breaking")}"'
        f' skipped="{len(review.accepted)}"'
    )
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    remarks = show.text(review.report) if review.report.diagnostics else ""
    told = f"  <system-err>{escape(_clean(remarks))}</system-err>\n" if remarks else ""
    return f"{head}<testsuite name={name} {counts}>\n{''.join(cases)}{told}</testsuite>\n"


def _skipped(excused: Excused) -> str:
    """What is accepted counts for nothing."""
    why = quoteattr(_clean(excuse(excused)))
    return f"{_opening(excused.finding)}><skipped message={why}/></testcase>\n"


def _opening(finding: Finding) -> str:
    where = anchor(finding)
    file = f" file={quoteattr(_clean(path(where.source)))}" if where else ""
    name = quoteattr(_clean(finding.sentence))
    return f"  <testcase classname={quoteattr(finding.code)} name={name}{file}"


def _case(finding: Finding) -> str:
    name, opening = quoteattr(_clean(finding.sentence)), _opening(finding)
    if finding.level != "breaking":
        return f"{opening}/>\n"
    words = "\n".join(filter(None, [affects(finding), proof(finding)]))
    failure = f"<failure message={name}>{escape(_clean(words))}</failure>"
    return f"{opening}>{failure}</testcase>\n"


def _clean(text: str) -> str:
    """XML knows no control characters."""
    return "".join(
        c if c in "\t\n\r" or (c >= " " and c not in "\ufffe\uffff") else "�" for c in text
    )
