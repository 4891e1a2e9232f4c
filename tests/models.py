"""Documents and models of small texts, for the tests of what is in them and is made of them."""

from __future__ import annotations

from generator.config import Settings
from generator.document import Document
from generator.load import parse
from generator.lower import Lowered, lower
from generator.model import Model
from generator.report import Report
from generator.resolve import Library
from generator.understand import lower_both_ways, understand


def read(text: str | bytes, name: str = "api.yaml") -> Document:
    """Return the document in `text`, which has to be without a mistake."""
    report = Report()
    document = parse(text, f"file:///{name}", name, report)
    assert not report.diagnostics
    assert document is not None
    return document


def lowered(text: str, report: Report) -> Lowered:
    """Return the schemas and operations of a description called `t`; mistakes go to the report."""
    document = parse(text, "file:///t.yaml", "t", report)
    assert document is not None, report.diagnostics
    return lower([document], Library(report, lambda *_: None))


def understood(text: str, report: Report, settings: Settings | None = None) -> Model:
    """Return the model of a description called `t`; mistakes go to the report."""
    document = parse(text, "file:///t.yaml", "t", report)
    assert document is not None, report.diagnostics
    return modelled(document, report, settings or Settings())


def modelled(document: Document, report: Report, settings: Settings) -> Model:
    """Return the model of a document; mistakes go to the report."""
    library = Library(report, lambda *_: None)
    return understand(lower_both_ways([document], library, settings), settings, report)
