"""Warnings as plain rows, so that a run that has nothing to do can still repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit

from generator import codes
from generator.report import Diagnostic
from generator.source import Location, Place, Source

Parts = Sequence[str | int]
Row = Sequence[str | Parts]


def pack(diagnostics: Iterable[Diagnostic]) -> list[Row]:
    """Return a row for each diagnostic: its words, and the parts of each of its places."""
    return [_row(diagnostic) for diagnostic in diagnostics]


def unpack(rows: Iterable[Row]) -> list[Diagnostic]:
    """Return the diagnostics of these rows, with the texts that their places are in.

    Raises `ValueError`, `TypeError`, `AttributeError` or `OSError` for rows that are none of ours.
    """
    sources: dict[tuple[str, str], Source] = {}
    return [_diagnostic(row, sources) for row in rows]


def _row(diagnostic: Diagnostic) -> Row:
    head = (diagnostic.code.name, diagnostic.message, diagnostic.hint)
    places = (diagnostic.where, *diagnostic.others)
    return (*head, *(_parts(where) for where in places if where is not None))


def _parts(where: Place | Location) -> Parts:
    source = where.source
    if isinstance(where, Place):
        return source.uri, source.name, source.syntax, where.pointer, where.at
    spot = (where.line, where.column, where.width)
    return source.uri, source.name, source.syntax, where.pointer, *spot


def _diagnostic(row: Row, sources: dict[tuple[str, str], Source]) -> Diagnostic:
    name, message, hint, *places = row
    code = getattr(codes, str(name))
    found = [_where(parts, sources) for parts in places]
    where, others = (found[0], tuple(found[1:])) if found else (None, ())
    return Diagnostic(code, str(message), where, str(hint), others)


def _where(parts: Any, sources: dict[tuple[str, str], Source]) -> Place | Location:
    uri, name, syntax, pointer, *spot = parts
    if (uri, name) not in sources:
        sources[uri, name] = Source(uri, name, _text(uri), syntax)
    source = sources[uri, name]
    if len(spot) == 1:
        return Place(source, pointer, spot[0])
    line, column, width = spot
    return Location(source, line, column, width, pointer)


def _text(uri: str) -> str:
    parts = urlsplit(uri)
    return Path(unquote(parts.path)).read_text("utf-8-sig") if parts.scheme == "file" else ""
