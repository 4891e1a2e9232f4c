"""Pointers into a Swagger 2.0 description, and into the OpenAPI 3.0 one that it is lifted to."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

from generator.source import join, split

SECTIONS = {
    "definitions": "schemas",
    "parameters": "parameters",
    "responses": "responses",
    "securityDefinitions": "securitySchemes",
}
"""The members of a Swagger description that become parts of `components`."""

_LATER = frozenset({"components", "requestBody", "content", "servers"})
_ORIGINS = {**{new: old for old, new in SECTIONS.items()}, "requestBodies": "parameters"}


def lifted(pointer: str) -> str:
    """Return where in the lifted description the value at `pointer` of the Swagger text stands."""
    tokens = split(pointer)
    if tokens and tokens[0] in SECTIONS:
        return join("", "components", SECTIONS[tokens[0]], *tokens[1:])
    return pointer


def followed(pointer: str, swagger: Any, contents: Any) -> str:
    """Return where a value went that stands at `pointer` in the `swagger`: where in its `contents`.

    These are the `swagger` as it was lifted. A pointer into them stays as it is, unless it leads
    into a parameter or a response: only the description tells what became of those.
    """
    match split(lifted(pointer)):
        case ["components", "parameters", name, *rest]:
            is_whole = stands_in(_at(swagger, ("parameters", name))) == "body"
            section = "requestBodies" if is_whole else "parameters"
            return _wrapped(contents, ("components", section, name), rest)
        case ["components", "responses", name, *rest]:
            return _wrapped(contents, ("components", "responses", name), rest)
        case ["paths", path, method, "responses", status, *rest]:
            return _wrapped(contents, ("paths", path, method, "responses", status), rest)
        case ["paths", path, "parameters", index, *rest]:
            return _shifted(swagger, contents, ("paths", path), index, rest)
        case ["paths", path, method, "parameters", index, *rest]:
            return _shifted(swagger, contents, ("paths", path, method), index, rest)
    return lifted(pointer)


def _shifted(
    swagger: Any, contents: Any, at: Sequence[str], index: str, rest: Sequence[str]
) -> str:
    """Return where a parameter of a list went: up, if a body stood before it, or into the body."""
    kept = _indices(swagger, (*at, "parameters"), lambda parameter: not is_body(parameter))
    if index.isdigit() and int(index) in kept:
        moved = str(kept.index(int(index)))
        return _wrapped(contents, (*at, "parameters", moved), rest)
    return _wrapped(contents, (*at, "requestBody"), rest)


def _wrapped(contents: Any, at: Sequence[str], rest: Sequence[str]) -> str:
    """Put in the `content` or `schema` that Swagger has no word for."""
    value = _at(contents, at)
    if isinstance(value, dict) and str(value.get("$ref")).startswith("#/"):
        at = split(value["$ref"][1:])
        value = _at(contents, at)
    if not rest or not isinstance(value, dict) or rest[0] in value:
        return join("", *at, *rest)
    if isinstance(value.get("content"), dict) and value["content"]:
        return join("", *at, "content", next(iter(value["content"])), *rest)
    return join("", *at, "schema", *rest) if "schema" in value else join("", *at, *rest)


def original(pointer: str, contents: Any) -> str:
    """Return where in the Swagger `contents` the value at `pointer` of the lifted one stands."""
    tokens = split(pointer)
    if not _LATER.isdisjoint(tokens) and _at(contents, tokens) is not None:
        return pointer  # a part of OpenAPI 3 that was read as there
    match tokens:
        case ["components", "schemas", name, *rest]:
            return join("", "definitions", name, *_schema(rest))
        case ["components", section, name, *rest] if section in _ORIGINS:
            return join("", _ORIGINS[section], name, *_unwrapped(rest))
        case ["components", section] if section in _ORIGINS:
            return join("", _ORIGINS[section])
        case ["servers", *_]:
            return "/host"
        case ["paths", path, "parameters", index, *rest]:
            return _parameter(contents, ("paths", path, "parameters"), index, rest)
        case ["paths", path, method, "parameters", index, *rest]:
            return _parameter(contents, ("paths", path, method, "parameters"), index, rest)
        case ["paths", path, method, "requestBody", *rest]:
            return _body(contents, path, method, rest)
        case ["paths", path, method, "responses", status, *rest]:
            return join("", "paths", path, method, "responses", status, *_unwrapped(rest))
    return pointer


def as_written(text: str, contents: Any) -> str:
    """Return a text with the references in it as the Swagger `contents` have them."""
    return re.sub(r"#(/[^' ]+)", lambda found: f"#{original(found[1], contents)}", text)


def stands_in(parameter: Any) -> Any:
    """Return the part of a request that a parameter says it stands in."""
    return parameter.get("in") if isinstance(parameter, dict) else None


def is_body(parameter: Any) -> bool:
    """Tell whether a parameter of Swagger 2.0 describes the body of a request, or a part of it."""
    return stands_in(parameter) in ("body", "formData")


def dereferenced(contents: Any, parameter: Any) -> Any:
    """Return the parameter that a reference into the same description names, or `parameter`."""
    reference = parameter.get("$ref") if isinstance(parameter, dict) else None
    if isinstance(reference, str) and reference.startswith("#/"):
        return _at(contents, split(reference[1:]))
    return parameter


def _at(contents: Any, tokens: Sequence[str]) -> Any:
    """Return the value that `tokens` lead to; None if there is none."""
    for token in tokens:
        if isinstance(contents, dict):
            contents = contents.get(token)
        elif isinstance(contents, list) and token.isdigit() and int(token) < len(contents):
            contents = contents[int(token)]
        else:
            return None
    return contents


def _unwrapped(tokens: Sequence[str]) -> list[str]:
    """Take out the `content` and `schema` that Swagger has no word for."""
    match tokens:
        case ["content", _, "schema", *rest]:
            return ["schema", *_schema(rest)]
        case ["content", *_]:
            return []
        case ["schema", *rest]:
            return _schema(rest)
        case [first, *rest]:
            return [first, *_unwrapped(rest)]
    return []


def _schema(tokens: Sequence[str]) -> list[str]:
    if tokens and tokens[-1] == "nullable":
        return [*tokens[:-1], "x-nullable"]
    return list(tokens[:-1] if tokens[-2:] == ["discriminator", "propertyName"] else tokens)


def _parameter(contents: Any, at: Sequence[str], index: str, rest: Sequence[str]) -> str:
    kept = _indices(contents, at, lambda parameter: not is_body(parameter))
    found = kept[int(index)] if index.isdigit() and int(index) < len(kept) else index
    written = _at(contents, (*at, str(found), *rest)) is not None
    return join("", *at, found, *(rest if written else _unwrapped(rest)))


def _body(contents: Any, path: str, method: str, rest: Sequence[str]) -> str:
    for at in (("paths", path, method, "parameters"), ("paths", path, "parameters")):
        bodies = _indices(contents, at, lambda parameter: parameter.get("in") == "body")
        if bodies:
            return join("", *at, bodies[0], *_unwrapped(rest))
        match rest:
            case ["content", _, "schema", "properties", name, *inner]:
                fields = _named(contents, at, name)
                if fields:
                    return join("", *at, fields[-1], *_schema(inner))
    return join("", "paths", path, method, "parameters")


def _indices(contents: Any, at: Sequence[str], wanted: Callable[[Any], bool]) -> list[int]:
    listed = _at(contents, at)
    found = [dereferenced(contents, item) for item in (listed if isinstance(listed, list) else ())]
    return [index for index, item in enumerate(found) if isinstance(item, dict) and wanted(item)]


def _named(contents: Any, at: Sequence[str], name: str) -> list[int]:
    return _indices(contents, at, lambda parameter: parameter.get("name") == name)
