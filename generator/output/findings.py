"""Warnings as plain rows, so that a run that has nothing to do can still repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator import codes
from generator.report import Diagnostic
from generator.source import Location, Source

Row = Sequence[str | int]


def pack(diagnostics: Iterable[Diagnostic]) -> list[Row]:
    """Return a row of strings and numbers for each diagnostic; all of them are located."""
    return [_row(diagnostic) for diagnostic in diagnostics]


def unpack(rows: Iterable[Row]) -> list[Diagnostic]:
    """Return the diagnostics of these rows, with the texts that their locations point into.

    Raises `ValueError`, `TypeError`, `AttributeError` or `OSError` for rows that are none of ours.
    """
    sources: dict[tuple[str, str], Source] = {}
    return [_diagnostic(row, sources) for row in rows]


def _row(diagnostic: Diagnostic) -> Row:
    head = (diagnostic.code.name, diagnostic.message, diagnostic.hint)
    where = diagnostic.where
    if not isinstance(where, Location):
        return head
    source = where.source
    span = (where.line, where.column, where.width, where.pointer)
    return (*head, source.uri, source.name, *span)


def _diagnostic(row: Row, sources: dict[tuple[str, str], Source]) -> Diagnostic:
    name, message, hint, *rest = row
    code = getattr(codes, str(name))
    if not rest:
        return Diagnostic(code, str(message), None, str(hint))
    uri, source, line, column, width, pointer = rest
    key = (str(uri), str(source))
    if key not in sources:
        sources[key] = Source(*key, _text(key[0]), "memory")
    where = Location(sources[key], int(line), int(column), int(width), str(pointer))
    return Diagnostic(code, str(message), where, str(hint))


def _text(uri: str) -> str:
    parts = urlsplit(uri)
    return Path(unquote(parts.path)).read_text("utf-8-sig") if parts.scheme == "file" else ""
