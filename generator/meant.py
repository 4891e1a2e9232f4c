"""What is most often meant by a value that is none of those that a keyword takes."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from generator.showing.suggest import did_you_mean

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
_JSON = re.compile(r"-?\d+(\.\d+)?|true|false|null")


def meant_type(name: Any, types: Iterable[str]) -> str:
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
    return f"did you mean '{_OTHERS[word]}'?" if word in _OTHERS else did_you_mean(name, types)


def unquoted(value: Any) -> str:
    """Return a hint at a text that would be the right value without its quotes."""
    return "leave the quotes out" if isinstance(value, str) and _JSON.fullmatch(value) else ""


def meant_schema(value: Any, pointer: str, types: Iterable[str]) -> str:
    """Return a hint at what is meant by a value that is no schema."""
    if not pointer:
        return "a description has 'openapi', or it is a schema"
    above, _, name = pointer.rpartition("/")
    if name in ("required", "type", "description") and above.endswith("/properties"):
        return f"is it the keyword '{name}'? It stands beside 'properties'"
    if value in ("true", "false"):
        return unquoted(value)
    return f"write `{{type: {value}}}`" if isinstance(value, str) and value in types else ""
