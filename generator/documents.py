"""The documents of one run: each is read once, when something refers to it."""

from __future__ import annotations

import posixpath
from collections.abc import Callable, Iterable, Iterator, Sequence
from urllib.parse import urljoin, urlsplit

from generator.dialect import Dialect
from generator.document import Document
from generator.report import Diagnostic, Report

Retrieve = Callable[[str, Dialect, Report], Document | None]
"""`(uri, dialect of the referring schema, report)` to the document there, if it can be had."""


class Documents:
    """The documents by their URIs; what cannot be read is asked for only once, too."""

    def __init__(self, report: Report, retrieve: Retrieve) -> None:
        self._report = report
        self._retrieve = retrieve
        self._known: dict[str, Document | None] = {}
        self._unread: dict[str, Sequence[Diagnostic]] = {}
        self._moved: list[tuple[str, str]] = []

    def __iter__(self) -> Iterator[Document]:
        return (document for document in self._known.values() if document is not None)

    def add(self, document: Document) -> None:
        """Know a document by its own URI."""
        self._known[document.source.uri] = document

    def identify(self, document: Document, identifier: str) -> None:
        """Know a document by an identifier that it gives itself, if nothing else has that."""
        self._known.setdefault(identifier, document)

    def lies_at(self, identifier: str, uri: str) -> None:
        """Look for what is beside an identifier in the folder of a file, too."""
        if uri.startswith("file:") and identifier != uri:
            self._moved.append((identifier, uri))

    def get(self, uri: str, dialect: Dialect) -> Document | None:
        """Return the document at a URI, and report what is wrong in it.

        None if it cannot be read: that is told at references, for the reasons of `why_unread`.
        """
        if uri not in self._known:
            self._known[uri] = None
            own = Report()
            found = self._beside(uri, dialect) or self._retrieve(uri, dialect, own)
            known = self._known.get(found.source.uri) if found is not None else None
            # One file may be referred to by several spellings, or through a link.
            self._known[uri] = known or found
            if known is None:
                self._tell(uri, found, own.diagnostics)
        return self._known[uri]

    def was_not_read(self, uri: str) -> bool:
        """Whether a URI was asked for, and there is no document."""
        return uri in self._known and self._known[uri] is None

    def why_unread(self, uri: str) -> Sequence[Diagnostic] | None:
        """Return why a document was not read; None if nobody said so."""
        return self._unread.get(uri)

    def _tell(self, uri: str, document: Document | None, diagnostics: Iterable[Diagnostic]) -> None:
        reasons = [found for found in diagnostics if document is None and not _in_text(found)]
        if document is None and diagnostics:
            self._unread[uri] = reasons
        self._report.diagnostics += [found for found in diagnostics if found not in reasons]

    def _beside(self, uri: str, dialect: Dialect) -> Document | None:
        """Read a URI from where it would be if documents lay as their identifiers say.

        Schemas with `$id: https://…/a.json` refer to `b.json` and lie in one folder, wherever that
        is and whether or not anything answers at the URI.
        """
        target = urlsplit(uri)
        for identifier, actual in self._moved:
            said = urlsplit(identifier)
            if (said.scheme, said.netloc) != (target.scheme, target.netloc):
                continue
            relative = posixpath.relpath(target.path, posixpath.dirname(said.path) or "/")
            local = urljoin(actual, relative)
            if local == actual:
                return self._known[actual]
            found = self._retrieve(local, dialect, Report())
            if found is not None:
                return found
        return None


def _in_text(diagnostic: Diagnostic) -> bool:
    """Whether a diagnostic is about what stands in a document, not about the whole of it."""
    return diagnostic.where is not None and bool(diagnostic.where.source.text)
