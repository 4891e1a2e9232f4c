"""What an OpenAPI description is made of: what is of the wrong kind is reported, not passed over.

Schemas are not looked into: `lower` does that, with the keywords of their dialect.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING, Any, get_args

from generator import codes
from generator.operations import ParameterPlace
from generator.reading.later_fields import tell_later_fields
from generator.reading.objects import INSIDE, fields, version
from generator.reading.placeholders import tell_braces
from generator.reading.repeated import tell_id, tell_parameters, tell_paths
from generator.reading.unread import tell_reference, tell_target, tell_unread
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
    "content": (dict, "an object"),
}
"""Kinds of values; every other kind is an object, whose fields are in `objects`."""
_OF_ANY_NAME: Mapping[str, str] = {
    "callback": "callback path",
    "paths": "paths path",
    "responses": "responses response",
    "content": "content media",
}
"""Objects whose members are of one kind, whatever they are called."""
_NAMES: Mapping[str, re.Pattern[str]] = {
    "paths": re.compile("/"),
    "responses": re.compile("([1-5]([0-9][0-9]|XX)|default)$"),
    "callback": re.compile(""),
    "content": re.compile(".*/"),
}
"""What the names in such an object start with, or are."""
_PLACES = get_args(ParameterPlace)
"""Where parameters stand."""
_BODIES = ("body", "formData")
"""Where those stand as well that Swagger 2.0 has for bodies."""
_REFERENCE = re.compile("[/#.]")
_MEDIA = ("application/json", "application/xml", "text/plain", "multipart/form-data", "*/*")
_Found = tuple[str, Any, str, str]
"""What a value should be (`map path`: an object of paths), the value, where it is, what it is."""


def check_structure(document: Document, report: Report) -> None:
    """Report every part of a description that is not of the kind that it has to be."""
    if document.lifted:
        tell_later_fields(document, report)
    queue: list[_Found] = [("description", document.contents, "", "a description")]
    names: set[str] = set()
    known = fields(version(document))
    while queue:
        kind, value, pointer, what = queue.pop()
        # A key without a value, as YAML lets one write it, holds nothing: that does no harm.
        if value is None:
            continue
        outer, _, inner = _OF_ANY_NAME.get(kind, kind).partition(" ")
        outer, minded = outer.removeprefix("?"), outer[0] != "?"
        types, expected = _KINDS.get(outer, (dict, "an object"))
        if not isinstance(value, types):
            if minded:
                report.add(codes.OAS002, f"{what} has to be {expected}", document.place(pointer))
        elif outer not in _KINDS and isinstance(value.get("$ref"), str) and outer != "path":
            # What it leads to is looked at where that stands.
            tell_reference(document, outer, value, pointer, report)
        elif inner:
            if outer in _OF_ANY_NAME:
                _inspect_names(outer, value, document.place(pointer), report)
            if outer == "content":
                # A schema where a media type should be is told as that.
                value = {name: media for name, media in value.items() if name != "schema"}
            queue += reversed(list(_items(inner, value, pointer, what)))
        elif outer not in _KINDS:
            if isinstance(value.get("$ref"), str):
                # The fields beside that of a path item count.
                tell_target(document, outer, value, pointer, report)
            if not known[outer].issuperset(value):
                tell_unread(document, outer, value, pointer, report)
            _inspect(outer, value, document.place(pointer), report, lifted=document.lifted)
            if outer in ("operation", "path"):
                tell_parameters(value.get("parameters"), document.place(pointer), report)
            if outer == "operation":
                tell_id(value.get("operationId"), names, document.place(pointer), report)
            if outer in ("operation", "description"):
                _inspect_security(document, value.get("security"), pointer, report)
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


def _inspect(
    kind: str, value: Mapping[str, Any], place: Place, report: Report, *, lifted: bool
) -> None:
    """Report what a parameter lacks, or where none can stand."""
    if kind != "parameter":
        return
    missing = [name for name in ("name", "in") if name not in value]
    if missing:
        listed = " and no ".join(f"'{name}'" for name in missing)
        report.add(codes.OAS002, f"this parameter has no {listed}", place)
    where = value.get("in")
    if where == "path" and value.get("required") is not True:
        message = "a path parameter is always required, and this one does not say so"
        spot = Place(place.source, join(place.pointer, "in"))
        cause = (codes.OAS006, place.source.uri, message)
        report.add(codes.OAS006, message, spot, "add `required: true`", cause)
    if isinstance(where, str) and where not in _PLACES:
        hint = did_you_mean(where, (*_PLACES, *_BODIES) if lifted else _PLACES)
        if where in _BODIES:
            hint = "OpenAPI 3 has it in the `requestBody` of the operation"
        listed = ", ".join((*_PLACES[:3], *_BODIES) if lifted else _PLACES[:4])
        there = Place(place.source, join(place.pointer, "in"))
        why = (codes.OAS002, place.source.uri, where) if where in _BODIES else None
        report.add(codes.OAS002, f"'in' has to be one of {listed}", there, hint, why)


def _inspect_security(document: Document, listed: Any, pointer: str, report: Report) -> None:
    """Report what is asked for and is no security scheme; OpenAPI 3.2 has references as well."""
    components = document.contents.get("components")
    schemes = components.get("securitySchemes") if isinstance(components, dict) else None
    known = schemes if isinstance(schemes, dict) else {}
    for index, group in enumerate(listed if isinstance(listed, list) else ()):
        for name in group if isinstance(group, dict) else ():
            if name not in known and not _REFERENCE.search(name):
                where = Place(document.source, join(pointer, "security", index, name), "key")
                section = "securityDefinitions" if document.lifted else "securitySchemes"
                hint = did_you_mean(name, known, f"the schemes stand in `{section}`")
                message = f"there is no security scheme '{name}': it is left out"
                report.add(
                    codes.OAS010, message, where, hint, (codes.OAS010, where.source.uri, name)
                )


def _inspect_names(kind: str, value: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report paths that are none, and responses to what is no status."""
    if kind == "paths":
        tell_paths(value, place, report)
        tell_braces(value, place, report)
    for name in value:
        if name[:2] == "x-" or _NAMES[kind].match(name):
            continue
        where = Place(place.source, join(place.pointer, name), "key")
        if kind == "paths":
            message, hint = f"'{name}' is no path: it does not start with '/'", f"write '/{name}'"
        elif kind == "content":
            message = f"'{name}' is no media type"
            hint = f"write `application/json: {{{name}: …}}`" if name == "schema" else _media(name)
        else:
            message = f"'{name}' is no status, no range of them, and not 'default'"
            first = name[:1] if name[:1] in "12345" else "4"
            other = f"write a status as '{first}00', and the range of them as '{first}XX'"
            hint = did_you_mean(name, ["default"], other)
        report.add(codes.OAS007, message, where, hint, (codes.OAS007, place.source.uri, message))


def _media(name: str) -> str:
    """Return a hint at the media type that is meant by its last part, or by a slip."""
    found = next((one for one in _MEDIA if one.endswith(f"/{name}")), None)
    return f"did you mean '{found}'?" if found else did_you_mean(name, _MEDIA)
