"""JSON data that the rest of the program can work with, and write again."""

from __future__ import annotations

import re
from math import isnan
from typing import TYPE_CHECKING, Any

from generator import codes
from generator.reading.malformed import Malformed, Spot, spot
from generator.source import join

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

DEPTH = 254
"""How deeply arrays and objects may be nested."""
SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
"""What alone can put half of a surrogate pair into a text."""
START = Spot(1, 1)

_MOST = 10**4300
"""What integers stay below: more digits Python does not read."""
_SURROGATE = re.compile(r"[\ud800-\udfff]")
_LONE_SURROGATE = (
    r"(?<!\\)(?:\\\\)*(?<!\\u[dD][89abAB]..)"
    r"(\\u[dD](?:[89abAB]..(?!\\u[dD][c-fC-F])|[c-fC-F]..))"
)


def check_parsed(contents: Any, text: str = "") -> None:
    """Raise `Malformed` for what a text may spell, and nobody can work with, or write again."""
    if is_writable(contents):
        return
    if any(depth > DEPTH for depth, _ in enumerate(levels(contents))):
        raise too_deep()
    escaped = not text or SURROGATE_ESCAPE.search(text)
    if escaped and any(map(_has_surrogate, levels(contents))):
        raise _lone_surrogate(text)


def check_given(contents: Any) -> None:
    """Raise `Malformed` for what is no JSON data; a program may pass in anything."""
    check_parsed(contents)
    _check_numbers(contents)
    _check_types(contents)


def is_writable(contents: Any) -> bool:
    """Whether nothing is wrong with JSON data, as far as is soon known."""
    import orjson

    try:
        orjson.dumps(contents)
    except TypeError:
        return False
    return True


def _check_numbers(contents: Any) -> None:
    """Raise `Malformed` for a Python number that JSON has no word for: the parsers refuse those."""
    numbers = (n for level in levels(contents) for value in level for n in _members(value))
    for number in numbers:
        if type(number) is float and isnan(number):  # infinity may be written, as 1e999
            raise Malformed(codes.JSON003, "NaN is no JSON number", START)
        if type(number) is int and abs(number) >= _MOST:
            raise Malformed(codes.JSON003, "an integer has more digits than Python reads", START)


def _check_types(contents: Any) -> None:
    """Raise `Malformed` for what is no JSON data: PyYAML makes numbers of keys, and dates."""
    stack = [(contents, "")]
    while stack:
        value, pointer = stack.pop()
        if isinstance(value, dict):
            odd = next((name for name in value if not isinstance(name, str)), None)
            if odd is not None:
                raise _no_json(f"the key {odd!r} in the object at '#{pointer}' is no string")
            stack += [(member, join(pointer, name)) for name, member in value.items()]
        elif isinstance(value, list):
            stack += [(member, join(pointer, index)) for index, member in enumerate(value)]
        elif not isinstance(value, str | int | float | None):
            raise _no_json(f"the {type(value).__name__} at '#{pointer}' is no JSON value")


def _no_json(message: str) -> Malformed:
    hint = "keys are strings, and dates are; PyYAML reads YAML otherwise: pass the path or the text"
    return Malformed(codes.JSON005, message, START, hint)


def levels(contents: Any) -> Iterator[list[Any]]:
    """Yield a list of the root, and then all arrays and objects, one depth after the other."""
    level: list[Any] = [[contents]]
    while level:
        yield level
        level = [
            member
            for value in level
            for member in (value.values() if type(value) is dict else value)
            if type(member) is dict or type(member) is list
        ]


def _members(container: Any) -> Iterable[Any]:
    return container.values() if type(container) is dict else container


def _has_surrogate(containers: list[Any]) -> bool:
    """Tell whether a text in one of the objects or arrays has half of a surrogate pair."""
    texts = (part for value in containers for part in (*value, *_members(value)))
    return any(type(text) is str and _SURROGATE.search(text) for text in texts)


def _lone_surrogate(text: str) -> Malformed:
    found = re.search(_LONE_SURROGATE, text)
    where = spot(text, found.start(1), 6) if found else START
    hint = "characters beyond U+FFFF are two such escapes, one after the other"
    return Malformed(codes.JSON004, "half of a surrogate pair is no character", where, hint)


def too_deep() -> Malformed:
    """Return what is raised where data are nested too deeply."""
    hint = "is this description the output of a program that unfolded its references?"
    return Malformed(codes.SRC004, f"nested more than {DEPTH} levels deep", START, hint)
