"""References that lead nowhere, or to what cannot be read."""

from __future__ import annotations

from urllib.parse import urldefrag, urljoin, urlsplit

from generator.codes import REF001, REF002, REM001, SRC001
from generator.document import Document
from generator.documents import Documents
from generator.node import Reference
from generator.reading.swagger_pointers import as_written
from generator.report import Diagnostic, Report
from generator.showing.nearby import absent, component, suggestion


def tell_nowhere(reference: Reference, document: Document, report: Report) -> None:
    """Report that nothing in a document is what a reference names."""
    hint = suggestion(reference.text, document.contents)
    cause = (REF002, document.source.uri, reference.text, reference.section)
    message = f"nothing at '{reference.text}'"
    if document.lifted:
        message, hint = (as_written(text, document.swagger) for text in (message, hint))
    report.add(REF002, message, reference.place, hint, cause)


def tell_unread(reference: Reference, base: str, documents: Documents, report: Report) -> None:
    """Report why the document of a reference, relative to a `base`, was not read."""
    where, document = reference.place, reference.node.scope.document
    uri = urldefrag(urljoin(base, reference.text)).url
    reasons = documents.why_unread(uri)
    if reasons is None:
        message = f"cannot read what '{reference.text}' refers to"
        reasons = [Diagnostic(REF001, message, None, _reach(uri, base))]
    own = component(reference.text, document.contents)
    for reason in reasons:
        code = REF001 if reason.code is SRC001 else reason.code
        hint = reason.hint
        if code is REM001:
            hint = absent(reference.text, where.source, hint)
        report.add(code, reason.message, where, own or hint, (code, uri, reference.section))


def _reach(uri: str, base: str) -> str:
    # What is relative to none of the usual schemes has none.
    scheme = urlsplit(uri).scheme or urlsplit(base).scheme
    if scheme == "stdin":
        return "what comes from standard input is in no folder: name the file instead"
    return "" if scheme in ("file", "http", "https") else "references lead to files, http or https"
