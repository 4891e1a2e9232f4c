"""What an OpenAPI description is made of: what is of the wrong kind is reported, not passed over.

Schemas are not looked into: `lower` does that, with the keywords of their dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any, NamedTuple, get_args

from generator import codes
from generator.operations import ParameterPlace
from generator.reading.objects import INSIDE, fields, version
from generator.reading.unread import tell_reference, tell_unread
from generator.showing.suggest import did_you_mean
from generator.source import Place, join

if TYPE_CHECKING:
    from generator.document import Document
    from generator.report import Report

_KINDS: Mapping[str, tuple[Any, str]] = {
    "text": (str, "a string"),
    "flag": (bool, "true or false"),
    "schema": ((dict, bool), "a schema"),
    "list": (list, "a list"),
    "map": (dict, "an object"),
    "paths": (dict, "an object"),
    "responses": (dict, "an object"),
}
"""Kinds of values; every other kind is an object, whose fields are in `objects`."""
_OF_ANY_NAME: Mapping[str, str] = {
    "callback": "callback path",
    "paths": "paths path",
    "responses": "responses response",
}
"""Objects whose members are of one kind, whatever they are called."""
_NAMES: Mapping[str, re.Pattern[str]] = {
    "paths": re.compile("/"),
    "responses": re.compile("([1-5]([0-9][0-9]|XX)|default)$"),
    "callback": re.compile(""),
}
"""What the names in such an object start with, or are."""
_PLACES = (*get_args(ParameterPlace), "body", "formData")
"""Where parameters stand; the last two are of Swagger 2.0."""
_Found = tuple[str, Any, str, str]
"""What a value should be (`map path`: an object of paths), the value, where it is, what it is."""


class _Form(NamedTuple):
    """What a value of a kind is: `outer` with `inner` in it, if that is looked into."""

    outer: str
    inner: str
    types: Any
    expected: str
    minded: bool
    """Whether it is told that a value is of none of the types."""
    is_object: bool
    """Whether it is an object whose fields are in `objects`."""


@cache
def _form(kind: str) -> _Form:
    outer, _, inner = _OF_ANY_NAME.get(kind, kind).partition(" ")
    outer, minded = outer.removeprefix("?"), outer[0] != "?"
    types, expected = _KINDS.get(outer, (dict, "an object"))
    return _Form(outer, inner, types, expected, minded, outer not in _KINDS)


def check_structure(document: Document, report: Report) -> None:
    """Report every part of a description that is not of the kind that it has to be."""
    queue: list[_Found] = [("description", document.contents, "", "a description")]
    names: set[str] = set()
    known = fields(version(document))
    while queue:
        kind, value, pointer, what = queue.pop()
        # A key without a value, as YAML lets one write it, holds nothing: that does no harm.
        if value is None:
            continue
        outer, inner, types, expected, minded, is_object = _form(kind)
        if not isinstance(value, types):
            if minded:
                report.add(codes.OAS002, f"{what} has to be {expected}", document.place(pointer))
        elif is_object and isinstance(value.get("$ref"), str):
            # What it leads to is looked at where that stands.
            tell_reference(document, outer, value, pointer, report)
        elif inner:
            if outer in _OF_ANY_NAME:
                _inspect_names(outer, value, document.place(pointer), report)
            queue += reversed(list(_items(inner, value, pointer, what)))
        elif is_object:
            if not known[outer].issuperset(value):
                tell_unread(document, outer, value, pointer, report)
            if outer == "parameter":
                _inspect(value, document.place(pointer), report)
            elif outer == "operation":
                _unique(value.get("operationId"), names, document.place(pointer), report)
            queue += reversed(list(_members(outer, value, pointer)))


def _items(kind: str, value: Any, pointer: str, what: str) -> Iterator[_Found]:
    """Yield the items of a list, or of an object but for its extensions: headers have none."""
    if isinstance(value, list):
        for index, item in enumerate(value):
            yield kind, item, join(pointer, index), f"an item of {what}"
        return
    for key, item in value.items():
        if not key.startswith("x-") or kind.endswith("header"):
            yield kind, item, join(pointer, key), f"'{key}'"


def _members(kind: str, value: Mapping[str, Any], pointer: str) -> Iterator[_Found]:
    inside = INSIDE.get(kind, {})
    for name, member in value.items():
        if name in inside:
            yield inside[name], member, f"{pointer}/{name}", f"'{name}'"


def _inspect(value: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report what a parameter lacks, or where none can stand."""
    missing = [name for name in ("name", "in") if name not in value]
    if missing:
        listed = " and no ".join(f"'{name}'" for name in missing)
        report.add(codes.OAS002, f"this parameter has no {listed}", place)
    where = value.get("in")
    if isinstance(where, str) and where not in _PLACES:
        hint = did_you_mean(where, _PLACES)
        message = f"'in' has to be one of {', '.join(_PLACES[:4])}"
        report.add(codes.OAS002, message, Place(place.source, join(place.pointer, "in")), hint)


def _inspect_names(kind: str, value: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report paths that are none, and responses to what is no status."""
    for name in value:
        if name[:2] == "x-" or _NAMES[kind].match(name):
            continue
        where = Place(place.source, join(place.pointer, name), "key")
        if kind == "paths":
            message, hint = f"'{name}' is no path: it does not start with '/'", f"write '/{name}'"
        else:
            message = f"'{name}' is no status, no range of them, and not 'default'"
            first = name[:1] if name[:1] in "12345" else "4"
            other = f"write a status as '{first}00', and the range of them as '{first}XX'"
            hint = did_you_mean(name, ["default"], other)
        report.add(codes.OAS007, message, where, hint, (codes.OAS007, place.source.uri, message))


def _unique(name: Any, names: set[str], place: Place, report: Report) -> None:
    if not isinstance(name, str):
        return
    if name in names:
        where = Place(place.source, join(place.pointer, "operationId"))
        report.add(codes.OAS003, f"another operation has the id '{name}', too", where)
    names.add(name)
