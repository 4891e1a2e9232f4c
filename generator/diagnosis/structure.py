"""What an OpenAPI description is made of: what is of the wrong kind is reported, not passed over.

Schemas are not looked into: `lower` does that, with the keywords of their dialect.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import cache
from typing import Any, NamedTuple

from generator import codes
from generator.diagnosis.encodings import tell_encoding
from generator.diagnosis.examples import EXAMPLES, tell_examples
from generator.diagnosis.later_fields import tell_later_fields
from generator.diagnosis.meant import meant_part, meant_reference
from generator.diagnosis.objects import INSIDE, fields, required, version
from generator.diagnosis.operation_ids import OperationIds
from generator.diagnosis.parameters import tell_parameter
from generator.diagnosis.placeholders import tell_braces
from generator.diagnosis.repeated import tell_parameters, tell_paths, tell_tags
from generator.diagnosis.security import tell_scheme, tell_security
from generator.diagnosis.servers import tell_server
from generator.diagnosis.unread import tell_missing, tell_reference, tell_target, tell_unread
from generator.document import Document
from generator.keywords import is_reference
from generator.node import Node
from generator.operations import METHODS
from generator.report import Report
from generator.resolve import Library
from generator.showing.suggest import did_you_mean
from generator.source import Place, join

_KINDS: Mapping[str, tuple[Any, str]] = {
    "text": (str, "a string"),
    "flag": (bool, "true or false"),
    "schema": ((dict, bool), "a schema"),
    "list": (list, "a list"),
    "map": (dict, "an object"),
    "paths": (dict, "an object"),
    "responses": (dict, "an object"),
    "content": (dict, "an object"),
    "methods": (dict, "an object"),
}
"""Kinds of values; every other kind is an object, whose fields are in `objects`."""
_OF_ANY_NAME: Mapping[str, str] = {
    "callback": "callback path",
    "paths": "paths path",
    "responses": "responses response",
    "content": "content media",
    "methods": "methods operation",
}
"""Objects whose members are of one kind, whatever they are called."""
_NAMES: Mapping[str, re.Pattern[str]] = {
    "paths": re.compile("/"),
    "responses": re.compile("([1-5]([0-9][0-9]|XX)|default)$"),
    "callback": re.compile(""),
    "content": re.compile(".*/"),
    "methods": re.compile(f"(?!({'|'.join(METHODS)})$)", re.I),
}
"""What the names in such an object start with, or are."""
_WHOLE = frozenset({"paths", "responses", "content", "components"})
_INSTEAD = "refer to each part of it, or bundle the files into one"
"""What is done where many programs follow a reference, and the specification has none."""
_WITH_RULES = frozenset({"description", "path", "operation", "parameter", "scheme", "server"})
"""Kinds of which more is told than which fields there are."""
_MEDIA = ("application/json", "application/xml", "text/plain", "multipart/form-data", "*/*")
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


def check_structure(document: Document, library: Library) -> list[Node]:
    """Report every part of a description that is not of the kind that it has to be.

    So are the parts in other files that references lead to, but for those of Swagger. Return the
    schemas in all of them, whether an operation uses them or not.
    """
    if document.lifted:
        tell_later_fields(document, library.report)
    ids = OperationIds()
    met: set[tuple[str, str, str]] = set()
    schemas: list[Node] = []
    waiting = deque([("description", library.root(document), "a description")])
    while waiting:
        kind, node, what = waiting.popleft()
        there = node.scope.document
        # A part is as if it stood in the description, but for its places.
        here = document if there is document else replace(document, source=there.source)
        found: _Found = (kind, node.contents, node.pointer, what)
        for kind, value, pointer in _check(here, found, ids, library.report):
            if kind == "schema":
                schemas.append(Node(value, pointer, node.scope))
                continue
            reference = value["$ref"]
            if document.lifted and reference[:1] != "#":
                continue
            target = library.follow(Node(value, pointer, node.scope), "$ref", reference)
            if target is None or (there := target.scope.document) is document or there.lifted:
                continue  # what stands in the description is looked at as a part of it
            key = (there.source.uri, target.pointer, kind)
            if key not in met:
                met.add(key)
                waiting.append((kind, target, f"what '{reference}' leads to"))
    ids.tell_links(library.report)
    return schemas


def _check(
    document: Document, found: _Found, ids: OperationIds, report: Report
) -> Iterator[tuple[str, Any, str]]:
    """Report what is wrong within a part; yield the schemas and the references in it by kind."""
    queue = [found]
    while queue:
        kind, value, pointer, what = queue.pop()
        # A key without a value, as YAML lets one write it, holds nothing: that does no harm.
        if value is None:
            continue
        outer, inner, types, expected, minded, is_object = _form(kind)
        refers = isinstance(value, dict) and "$ref" in value
        if refers and minded and (outer in _WHOLE or (outer == "map" and inner)):
            where = document.place(pointer).below("$ref")
            report.add(codes.OAS002, f"{what} cannot be a reference", where, _INSTEAD)
            continue
        refers = refers and is_object
        if refers and not is_reference(value["$ref"]):
            _tell_no_reference(value["$ref"], document.place(pointer).below("$ref"), report)
        elif refers and minded:
            yield outer, value, pointer
        if not isinstance(value, types):
            if minded:
                hint = meant_part(kind if is_object else outer, inner, value)
                message = f"{what} has to be {expected}"
                report.add(codes.OAS002, message, document.place(pointer), hint)
        elif outer == "schema":
            yield outer, value, pointer
        elif refers and outer != "path":
            # What it leads to is looked at where that stands.
            tell_reference(document, outer, value, pointer, report)
        elif inner or is_object:
            queue += reversed(list(_inside(document, (kind, value, pointer, what), ids, report)))


def _inside(
    document: Document, found: _Found, ids: OperationIds, report: Report
) -> Iterator[_Found]:
    """Report what is odd about an object, or a list of them, and yield what is in it."""
    kind, value, pointer, what = found
    outer, inner, *_ = _form(kind)
    if not inner:
        _inspect(document, outer, value, pointer, report)
        if outer == "operation":
            ids.add(value, document.place(pointer), report)
        elif outer == "link":
            ids.link(value, document.place(pointer))
        yield from _members(outer, value, pointer)
        return
    if outer in _OF_ANY_NAME:
        _inspect_names(outer, value, document.place(pointer), report)
    if outer == "content":
        # A schema where a media type should be is told as that.
        value = {name: media for name, media in value.items() if name != "schema"}
    yield from _items(inner, value, pointer, what)


def _tell_no_reference(reference: Any, place: Place, report: Report) -> None:
    message, hint = "'$ref' has to be a URI reference", meant_reference(reference)
    cause = (codes.SCH002, place.source.uri, message, hint) if hint else None
    report.add(codes.SCH002, message, place, hint, cause)


def _inspect(
    document: Document, kind: str, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report what is odd about the fields of an object."""
    if "$ref" in value:
        # The fields beside that of a path item count.
        tell_target(document, kind, value, pointer, report)
    known = version(document)
    if not fields(known)[kind].issuperset(value):
        tell_unread(document, kind, value, pointer, report)
    needed = required(known)[kind]
    if needed and not needed <= value.keys():
        tell_missing(document, kind, value, pointer, report)
    if not EXAMPLES.isdisjoint(value):
        tell_examples(document, value, pointer, report)
    if kind == "media" and "encoding" in value:
        tell_encoding(document, value, pointer, report)
    if kind not in _WITH_RULES:
        return
    place = document.place(pointer)
    if kind == "parameter":
        tell_parameter(value, place, report, lifted=document.lifted)
    elif kind == "scheme":
        tell_scheme(value, place, report, lifted=document.lifted)
    elif kind == "server" and not document.lifted:
        tell_server(value, place, report)
    elif kind == "description":
        tell_tags(value.get("tags"), place, report)
    elif kind in ("operation", "path"):
        tell_parameters(value.get("parameters"), place, report)
    if kind in ("operation", "description"):
        tell_security(document, value.get("security"), pointer, report)


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


def _inspect_names(kind: str, value: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report paths that are none, and responses to what is no status."""
    if kind == "paths":
        tell_paths(value, place, report)
        tell_braces(value, place, report)
    for name in value:
        if name[:2] == "x-" or _NAMES[kind].match(name):
            continue
        where = place.below(name, at="key")
        if kind == "paths":
            message, hint = f"'{name}' is no path: it does not start with '/'", f"write '/{name}'"
            hint = "the host stands in `servers`" if "://" in name else hint
        elif kind == "content":
            message = f"'{name}' is no media type"
            hint = f"write `application/json: {{{name}: …}}`" if name == "schema" else _media(name)
        elif kind == "methods":
            message = f"the method {name} has a field of its own"
            hint = f"write it as `{name.lower()}`, beside 'additionalOperations'"
        else:
            message = f"'{name}' is no status, no range of them, and not 'default'"
            first = name[0] if name[:1] in tuple("12345") else "4"
            other = f"write a status as '{first}00', and the range of them as '{first}XX'"
            hint = did_you_mean(name, ["default"], other)
        report.add(codes.OAS007, message, where, hint, (codes.OAS007, place.source.uri, message))


def _media(name: str) -> str:
    """Return a hint at the media type that is meant by its last part, or by a slip."""
    found = next((one for one in _MEDIA if one.endswith(f"/{name}")), None)
    return f"did you mean '{found}'?" if found else did_you_mean(name, _MEDIA)
