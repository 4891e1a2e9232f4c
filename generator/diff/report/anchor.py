"""Where a finding is, and where the files of the new version show it, though it may be gone."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any
from urllib.parse import urlsplit

from generator.diff.changes.finding import Finding
from generator.diff.git import HOST
from generator.facets import equal
from generator.load import parse
from generator.report import Report
from generator.showing.checkout import in_checkout
from generator.showing.locate import locate
from generator.source import Location, Place, Source, join, split


def anchor(finding: Finding) -> Location | None:
    """Return where a finding is in the new version; for what is gone, what stood before it.

    What was in a file that is gone is where it was; None where there is no text to show it in.
    """
    change = finding.change
    old, new = change.lines
    gone = old if change.place is change.old else None
    where = None
    if new is None or not new.source.text or (gone and _is_apart(gone, new)):
        where = locate(old) if old is not None and old.source.text else None
    elif gone and gone.pointer.startswith(new.pointer):
        where = locate(_gap(_listed(gone, change.before, change.subject), new))
    else:
        where = locate(_listed(new, change.after, change.subject))
    return where if where is not None and where.line else None


def _is_apart(old: Place, new: Place) -> bool:
    """Whether a thing was in another file than what the new version still has around it."""
    if new.pointer:
        return False
    before, after = (_value_at(Place(one.source, "")) for one in (old, new))
    both = isinstance(before, dict) and isinstance(after, dict)
    return both and before.keys().isdisjoint(after)


def _listed(place: Place, values: Any, subject: str) -> Place:
    """The first value that is spoken of, or the subject, where a list of such stands at a place."""
    found = _value_at(place)
    listed = found if isinstance(found, list) else ()
    spoken = values[0] if isinstance(values, list) and values else subject
    same = [index for index, one in enumerate(listed) if equal(one, spoken)]
    return Place(place.source, join(place.pointer, same[0])) if same else place


def address(finding: Finding) -> str:
    """Return where a finding is, in the version that has it: `shop.yaml:21:41`."""
    change = finding.change
    place = change.used or finding.place
    if place is None:
        return ""
    values = change.before if change.place is change.old else change.after
    where = locate(entry(finding, place, values))
    return f"{where.source.name}:{where.line}:{where.column}"


def entry(finding: Finding, place: Place, values: Any) -> Place:
    """Return where the entry of a list is that is spoken of: a value, or a name."""
    subject = finding.change.subject
    spoken = finding.kind.of in ("value", "required") and (values or subject)
    return _listed(place, values, subject) if spoken else place


def path(source: Source) -> str:
    """Return the path of a file, also of one in a commit (`HEAD:specs/shop.yaml`)."""
    in_commit = urlsplit(source.uri).netloc == HOST
    return source.name.partition(":")[2] if in_commit else in_checkout(source)


_Key = str | int


def _gap(old: Place, around: Place) -> Place:
    """Return the end of what stood before a thing, or else what it stood in.

    `around` is in the new version, and holds at the same pointer what held the thing.
    """
    before, after = (_value_at(Place(one.source, around.pointer)) for one in (old, around))
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


def _value_at(place: Place) -> Any:
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
