"""Where a type comes from, in words: the docstring of a class that the description leaves bare."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence

from generator.ir import Schema
from generator.shaping.variants import INPUT, OUTPUT
from generator.source import split

_MADE = re.compile(r"(\w+) (.+)~(\w+)", re.DOTALL)
"""The id of what an operation is wrapped in: `get /jobs~request`."""
_MADE_ONCE: Mapping[str, str] = {
    "~security": "The credentials of a caller.",
    "~globals": "The parameters that operations share.",
    "http metadata": "The exchange that a response is of.",
}
"""What is made for many operations, by its id."""
_PLACES: Mapping[str, str] = {
    "items": "an item of ",
    "prefixItems": "an item of ",
    "additionalProperties": "a value of ",
    "patternProperties": "a value of ",
    "anyOf": "an option of ",
    "oneOf": "an option of ",
    "allOf": "a part of ",
}
_INSIDE = frozenset({"properties", *_PLACES})
"""Keywords that lead from the root of a file into what has no name there."""


def origin(schema: Schema) -> str:
    """Return such as `The request of GET /jobs.`, or nothing if it is no part of anything."""
    if made := _MADE.fullmatch(schema.id):
        method, path, wrapper = made.groups()
        return f"The {wrapper} of {method.upper()} {path}."
    if schema.id in _MADE_ONCE or schema.id.startswith("~"):
        return _MADE_ONCE.get(schema.id, "")
    file = schema.place.source.name.rpartition("/")[2]
    called = schema.notes.parameter
    own = f"the parameter `{called}`" if called else "a parameter"
    fields, place, whole = _way(*_whole(split(schema.place.pointer), file, own))
    if not whole:
        return ""
    if (part := _part(schema)) and schema.keywords.get("type") == (part,):
        place = _PLACES["anyOf"]
    elif part:
        fields, place = [*fields, part], ""
    text = place + (f"`{'.'.join(fields)}` of " if fields else "") + whole
    return f"{text[0].upper()}{text[1:]}."


def _part(schema: Schema) -> str:
    """The type or the property that a schema was made for, out of the one at its place."""
    part = schema.id.removeprefix(f"{schema.place.source.name}#{schema.place.pointer}")
    for mark in (INPUT, OUTPUT):
        part = part.removeprefix(mark).removesuffix(mark)
    return part[1:] if part[:1] == "~" and "#" not in part else ""


def _whole(tokens: Sequence[str], file: str, own: str) -> tuple[str, Sequence[str]]:
    """What a pointer into a file leads into, if that has a name, and how it goes on from there.

    `own` is what to call a parameter.
    """
    match tokens:
        case ["paths" | "webhooks", _, _, "callbacks", name, _, *rest] if rest:
            return _whole(["paths", name, *rest], file, own)
        case ["components", "pathItems", name, *rest] | ["components", "callbacks", name, _, *rest]:
            return _whole(["paths", name, *rest], file, own)
        case ["components", _, name, *rest]:
            return f"the component {name}", rest
        case ["paths" | "webhooks", path, method, "requestBody", *rest]:
            return f"the request body of {method.upper()} {path}", rest
        case ["paths" | "webhooks", path, method, "responses", status, *rest]:
            return f"the response {status} of {method.upper()} {path}", rest
        case ["paths" | "webhooks", path, "parameters", _, *rest]:
            return f"{own} of {path}", rest
        case ["paths" | "webhooks", path, method, "parameters", _, *rest]:
            return f"{own} of {method.upper()} {path}", rest
        case [keyword, _, *_] if keyword in _INSIDE:
            return file, tokens
        case [name, keyword, *_] if keyword in _INSIDE:
            return f"{name} of {file}", tokens[1:]
    return "", tokens


def _way(whole: str, tokens: Sequence[str]) -> tuple[Sequence[str], str, str]:
    """The properties that a pointer leads through, what it leads to in the last, and in what.

    What is inside a definition is told of that, wherever it stands.
    """
    fields, place, following = list[str](), "", iter(tokens)
    for token in following:
        if token == "properties":
            fields.append(next(following, ""))
            place = ""
        elif token in ("$defs", "definitions"):
            fields, place, whole = [], "", f"the definition {next(following, '')}"
        else:
            place = _PLACES.get(token, place)
    return fields, place, whole
