"""A review as JUnit XML: a test case for each finding, failed where clients break."""

from __future__ import annotations

from xml.sax.saxutils import escape, quoteattr

from generator.diff.changes.finding import Finding
from generator.diff.report.anchor import anchor, path
from generator.diff.report.words import affects, proof
from generator.diff.review import Review
from generator.showing import show


def junit(review: Review) -> str:
    """Return one test suite; a review without findings has one case that passes."""
    cases = [_case(finding) for finding in review.findings]
    cases = cases or ['  <testcase classname="typewright.diff" name="no changes"/>\n']
    name = quoteattr(_clean(f"{review.old} → {review.new}"))
    counts = f'tests="{len(cases)}" failures="{review.count("breaking")}"'
    head = '<?xml version="1.0" encoding="UTF-8"?>\n'
    remarks = show.text(review.report) if review.report.diagnostics else ""
    told = f"  <system-err>{escape(_clean(remarks))}</system-err>\n" if remarks else ""
    return f"{head}<testsuite name={name} {counts}>\n{''.join(cases)}{told}</testsuite>\n"


def _case(finding: Finding) -> str:
    name = quoteattr(_clean(finding.sentence))
    where = anchor(finding)
    file = f" file={quoteattr(_clean(path(where.source)))}" if where else ""
    opening = f"  <testcase classname={quoteattr(finding.code)} name={name}{file}"
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
