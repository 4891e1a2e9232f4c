"""URI → Document: what a reference leads to, in a file or on an allowed host."""

from __future__ import annotations

from generator.dialect import Dialect
from generator.document import Document
from generator.documents import Retrieve
from generator.load import load, parse
from generator.remotes.remote import Remotes, fetch
from generator.report import Report
from generator.source import file_of


def retriever(remotes: Remotes) -> Retrieve:
    """Return what reads a document by its URI, and reports why it cannot be read."""

    def retrieve(uri: str, dialect: Dialect, report: Report) -> Document | None:
        file = file_of(uri)
        if file is not None:
            return load(file, report, dialect)
        if uri.partition(":")[0].lower() not in ("http", "https"):
            return None
        data = fetch(uri, remotes, report)
        return None if data is None else parse(data, uri, uri, report, dialect)

    return retrieve
