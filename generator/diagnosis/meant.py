"""What is most often meant by a value that is none of those that a keyword takes."""

from __future__ import annotations

import re
from typing import Any, get_args

from generator.codes import OAS005, SCH006, Code
from generator.ir import JsonType
from generator.showing.suggest import did_you_mean
from generator.source import join, split

_TYPES = get_args(JsonType)
_OTHERS = {
    **dict.fromkeys(("float", "double", "decimal", "numeric"), "number"),
    **dict.fromkeys(("long", "int32", "int64"), "integer"),
    **dict.fromkeys(("list", "tuple", "set"), "array"),
    **dict.fromkeys(("dict", "map", "hash", "json", "struct"), "object"),
    **dict.fromkeys(("text", "char", "enum"), "string"),
}
"""Types by the names that other languages have for them."""
_FORMATS = {
    **dict.fromkeys(("datetime", "date-time", "timestamp"), "date-time"),
    **dict.fromkeys(("file", "binary"), "binary"),
    **dict.fromkeys(("uri", "url"), "uri"),
    **{name: name for name in ("date", "time", "uuid", "email", "byte", "password")},
}
"""Formats of strings that many take for types."""
_MISPLACED = frozenset("required type description enum allOf anyOf oneOf".split())
"""Keywords that, one level too deep, are properties whose schema is none."""
_SHORT = {"response": "description", "server": "url", "tag": "name"}
"""What is meant by a text in the place of an object."""
_UNSPACED = re.compile(r"\$?[a-zA-Z]+:[^/ ]")
_JSON = re.compile(r"-?\d+(\.\d+)?|true|false|null")


def meant_type(name: Any) -> str:
    """Return a hint at what is meant by a value that is none of the types."""
    if name is None:
        return 'null without quotes is no text: write "null"'
    if not isinstance(name, str):
        return ""
    word = name.casefold()
    if word in _FORMATS:
        return f"write `type: string` and `format: {_FORMATS[word]}`"
    if word in ("any", "mixed", "unknown"):
        return "leave `type` out: then any value is valid"
    return f"did you mean '{_OTHERS[word]}'?" if word in _OTHERS else did_you_mean(name, _TYPES)


def meant_reference(value: Any) -> str:
    """Return a hint at a reference that is none."""
    return "put it into quotes: in YAML, ` #` starts a comment" if value is None else ""


def unquoted(value: Any) -> str:
    """Return a hint at a text that would be the right value without its quotes."""
    return "leave the quotes out" if isinstance(value, str) and _JSON.fullmatch(value) else ""


def meant_part(kind: str, inner: str, value: Any) -> str:
    """Return a hint at what is meant by a value that is no such part of a description.

    The kinds, and what is inside of a list or a map, are those of `diagnosis.objects`.
    """
    if kind == "flag":
        yes = {"yes": "true", "on": "true", "no": "false", "off": "false"}
        return f"write {yes[value]}" if isinstance(value, str) and value in yes else unquoted(value)
    if kind == "list" and inner == "text" and isinstance(value, str):
        return f"write `[{value}]`"
    if kind == "list":
        return "put it into a list" if value and isinstance(value, dict) else ""
    if kind not in ("text", "schema") and isinstance(value, list):
        return "leave out each '-'" if any(isinstance(item, dict) for item in value) else ""
    if not isinstance(value, str):
        return ""
    if kind == "content" and "/" in value:
        return f"write `{value}: {{schema: …}}`"
    if kind == "schema":
        return meant_schema(value, "/schema")
    if kind != "text" and value[:2] in ("#/", "./"):
        return f"write `{{$ref: '{value}'}}`"
    return f"write `{{{_SHORT[kind]}: {value}}}`" if kind in _SHORT else ""


def meant_schema(value: Any, pointer: str) -> str:
    """Return a hint at what is meant by a value that is no schema."""
    if not pointer:
        return "a description has 'openapi', or it is a schema"
    above, _, name = pointer.rpartition("/")
    if name in _MISPLACED and above.endswith("/properties"):
        return f"is it the keyword '{name}'? It stands beside 'properties'"
    if name == "$ref" and above.endswith("/properties"):
        return "a `$ref` beside 'properties', or in an `allOf`, adds those of another schema"
    if name == "$ref" and above.endswith("/schemas"):
        return "refer to each schema by its name: all of them cannot be a reference"
    if value is None:
        return "write `{}` where any value is valid"
    if not isinstance(value, str):
        return ""
    if value[:2] in ("#/", "./") or value.endswith((".yaml", ".yml", ".json")):
        return f"write `{{$ref: '{value}'}}`"
    if _UNSPACED.match(value):
        return "put a space behind the ':'"
    return f"write `{{type: {value}}}`" if value in _TYPES else unquoted(value)


def no_schema(reference: str, found: str, here: str) -> tuple[Code, str, str] | None:
    """Return what to say of a reference to a part of a description that is no schema, and a hint.

    The pointers are those to what was found, and to the schema that refers to it.
    """
    if not found:
        named = split(here)[:3]
        own = named[:2] == ["components", "schemas"]
        hint = f"for the schema around it write '#{join('', *named)}'" if own else ""
        message = f"'{reference}' is a whole description and no schema: anything is valid here"
        return SCH006, message, hint
    if found[:12] != "/components/" or found.count("/") != 3 or found[12:20] == "schemas/":
        return None
    section = found.split("/")[2]
    hint = "refer to the `schema` in it" if section in ("parameters", "headers") else ""
    message = f"'{reference}' is one of the `{section}`, and no schema: anything is valid here"
    return OAS005, message, hint
