"""Warnings as plain rows, so that a run that has nothing to do can still repeat them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from generator import codes
from generator.report import Diagnostic
from generator.source import Location, Place, Source, decoded, file_of

Key = tuple[str, str, str]
"""What a source is known by: its `uri`, `name` and `syntax`."""

Parts = Sequence[str | int]
Packed = Sequence[str | Parts]
"""A diagnostic as a row: its words, and the parts of each of its places."""


def pack(diagnostics: Iterable[Diagnostic]) -> list[Packed]:
    """Return a row for each diagnostic."""
    return [_row(diagnostic) for diagnostic in diagnostics]


def unpack(rows: Iterable[Packed], known: Mapping[Key, Source] | None = None) -> list[Diagnostic]:
    """Return the diagnostics of these rows, with the texts that their places are in.

    The text of a source that is not `known` is read again. Raises `ValueError`, `TypeError`,
    `AttributeError` or `OSError` for rows that are none of ours.
    """
    sources = dict(known or {})
    return [_diagnostic(row, sources) for row in rows]


def sources(diagnostics: Iterable[Diagnostic]) -> Mapping[Key, Source]:
    """Return the sources that the places of diagnostics are in, to `unpack` these again."""
    found = (where.source for one in diagnostics for where in _places(one))
    return {_key(source): source for source in found}


def _key(source: Source) -> Key:
    return source.uri, source.name, source.syntax


def _places(diagnostic: Diagnostic) -> Sequence[Place | Location]:
    places = (diagnostic.where, *diagnostic.others)
    return [where for where in places if where is not None]


def _row(diagnostic: Diagnostic) -> Packed:
    head = (diagnostic.code.name, diagnostic.message, diagnostic.hint)
    return (*head, *map(_parts, _places(diagnostic)))


def _parts(where: Place | Location) -> Parts:
    key = _key(where.source)
    if isinstance(where, Place):
        return *key, where.pointer, where.at
    return *key, where.pointer, where.line, where.column, where.width


def _diagnostic(row: Packed, sources: dict[Key, Source]) -> Diagnostic:
    name, message, hint, *places = row
    code = getattr(codes, str(name))
    found = [_where(parts, sources) for parts in places]
    where, others = (found[0], tuple(found[1:])) if found else (None, ())
    return Diagnostic(code, str(message), where, str(hint), others)


def _where(parts: Any, sources: dict[Key, Source]) -> Place | Location:
    uri, name, syntax, pointer, *spot = parts
    if (uri, name, syntax) not in sources:
        file = file_of(uri)
        text = "" if file is None else decoded(file.read_bytes())
        sources[uri, name, syntax] = Source(uri, name, text, syntax)
    source = sources[uri, name, syntax]
    if len(spot) == 1:
        return Place(source, pointer, spot[0])
    line, column, width = spot
    return Location(source, line, column, width, pointer)
