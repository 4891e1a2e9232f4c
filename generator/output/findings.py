"""Warnings as plain rows, so that a run that has nothing to do can still repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator import codes
from generator.report import Diagnostic
from generator.source import Location, Source

Row = Sequence[str | int]
_PARTS = 6
"""How many strings and numbers a location has."""


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
    found = [one for one in (diagnostic.where, *diagnostic.others) if isinstance(one, Location)]
    return (*head, *(part for where in found for part in _parts(where)))


def _parts(where: Location) -> Row:
    source = where.source
    return source.uri, source.name, where.line, where.column, where.width, where.pointer


def _diagnostic(row: Row, sources: dict[tuple[str, str], Source]) -> Diagnostic:
    name, message, hint, *rest = row
    code = getattr(codes, str(name))
    found = [_location(rest[n : n + _PARTS], sources) for n in range(0, len(rest), _PARTS)]
    where, others = (found[0], tuple(found[1:])) if found else (None, ())
    return Diagnostic(code, str(message), where, str(hint), others)


def _location(parts: Row, sources: dict[tuple[str, str], Source]) -> Location:
    uri, source, line, column, width, pointer = parts
    key = (str(uri), str(source))
    if key not in sources:
        sources[key] = Source(*key, _text(key[0]), "memory")
    return Location(sources[key], int(line), int(column), int(width), str(pointer))


def _text(uri: str) -> str:
    parts = urlsplit(uri)
    return Path(unquote(parts.path)).read_text("utf-8-sig") if parts.scheme == "file" else ""
