"""The model of a small description, for the tests of what is in it and of what is made of it."""

from __future__ import annotations

from generator.config import Settings
from generator.load import parse
from generator.model import Model
from generator.report import Report
from generator.resolve import Library
from generator.understand import understand


def understood(text: str, report: Report, settings: Settings | None = None) -> Model:
    """Return the model of a description called `t`; mistakes go to the report."""
    document = parse(text, "file:///t.yaml", "t", report)
    assert document is not None, report.diagnostics
    return understand([document], Library(report, lambda *_: None), settings or Settings())
