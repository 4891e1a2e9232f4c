"""URI → Document: what a reference leads to, in a file or on an allowed host."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.dialect import Dialect
from generator.document import Document
from generator.documents import Retrieve
from generator.load import load, parse
from generator.remotes.remote import Remotes, fetch
from generator.report import Report


def retriever(remotes: Remotes) -> Retrieve:
    """Return what reads a document by its URI, and reports why it cannot be read."""

    def retrieve(uri: str, dialect: Dialect, report: Report) -> Document | None:
        scheme = uri.partition(":")[0].lower()
        if scheme == "file":
            return load(Path(unquote(urlsplit(uri).path)), report, dialect)
        if scheme not in ("http", "https"):
            return None
        data = fetch(uri, remotes, report)
        return None if data is None else parse(data, uri, uri, report, dialect)

    return retrieve
