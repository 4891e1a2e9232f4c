"""Where the new version has a gap: beside what stood before the thing that is gone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from generator.facets import equal
from generator.load import parse
from generator.report import Report
from generator.showing.locate import locate
from generator.source import Place, Source, join, split

_Key = str | int


def gap(old: Place, around: Place) -> Place:
    """Return the end of what stood before a thing, or else what it stood in.

    `around` is in the new version, and holds at the same pointer what held the thing.
    """
    before, after = (value_at(Place(one.source, around.pointer)) for one in (old, around))
    pointer = around.pointer
    for token in split(old.pointer[len(pointer) :]):
        key = _key(before, token)
        if key is None or type(before) is not type(after):
            break
        match = _match(before, key, after)
        if match is None:
            return _end_before(before, key, after, Place(around.source, pointer))
        before, after, pointer = before[key], after[match], join(pointer, match)
    return Place(around.source, pointer)


def value_at(place: Place) -> Any:
    """Return what stands at a place; None where there is nothing."""
    found = _contents(place.source)
    for token in split(place.pointer):
        key = _key(found, token)
        if key is None:
            return None
        found = found[key]
    return found


@lru_cache(maxsize=8)
def _contents(source: Source) -> Any:
    document = parse(source.text, source.uri, source.name, Report())
    return None if document is None else document.contents


def _key(value: Any, token: str) -> _Key | None:
    """The key that a token of a pointer stands for, if there is such a one."""
    if isinstance(value, list):
        return int(token) if token.isdecimal() and int(token) < len(value) else None
    return token if isinstance(value, dict) and token in value else None


def _keys(value: Any) -> Sequence[_Key]:
    return list(value) if isinstance(value, dict) else range(len(value))


def _match(before: Any, key: _Key, after: Any) -> _Key | None:
    """The key of the same thing in the new version: of its name, or in a list of its value."""
    if isinstance(after, dict):
        return key if key in after else None
    return next((index for index, one in enumerate(after) if equal(one, before[key])), None)


def _end_before(before: Any, key: _Key, after: Any, around: Place) -> Place:
    """The last line of the neighbour that stood before, if there is one left."""
    keys = _keys(before)
    left = (_match(before, one, after) for one in reversed(keys[: keys.index(key)]))
    neighbour = next((one for one in left if one is not None), None)
    if neighbour is None:
        return around
    place = Place(around.source, join(around.pointer, neighbour), "key")
    last, value = place.pointer, after[neighbour]
    while isinstance(value, dict | list) and value:
        members = value if isinstance(value, dict) else dict(enumerate(value))
        inner, value = list(members.items())[-1]
        last = join(last, inner)
    end = Place(around.source, last, "key")
    return place if locate(place).line == locate(end).line else end
