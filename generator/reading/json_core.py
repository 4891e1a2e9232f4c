"""JSON, read exactly: big integers survive, and a key that stands twice is an error.

The standard library's scanner is as fast here as any: it is told to refuse what JSON has no word
for, and a mistake is searched for a second time only when there is one, to say where it stands.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from json.decoder import scanstring  # type: ignore[attr-defined]
from typing import Any

from generator import codes
from generator.frozen import dataclass
from generator.reading.malformed import Malformed, spot

_SPACE = re.compile(r"[ \t\n\r]*")
_CONSTANTS = ("NaN", "Infinity", "-Infinity")
_HINTS = {
    **dict.fromkeys("'\u2018\u2019\u201c\u201d", "JSON strings stand between double quotes"),
    "/": "JSON has no comments",
    "#": "JSON has no comments",
    '"': "is a comma missing before it?",
    "": "the text ends too early: a bracket or a quote is not closed",
}


def parse(text: str) -> Any:
    """Return the value of a JSON text; raise `Malformed` where it has none."""
    try:
        return json.loads(text, object_pairs_hook=_unique, parse_constant=_refuse)
    except json.JSONDecodeError as error:
        raise _syntax(text, error) from error
    except ValueError as error:
        # Ours, or Python's own for an integer of more digits than `int` reads.
        raise _refused(text) from error


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise ValueError
    return members


def _refuse(constant: str) -> float:
    raise ValueError(constant)


def _syntax(text: str, error: json.JSONDecodeError) -> Malformed:
    before = text[: error.pos + 1].rstrip("]} \t\r\n")
    if before.endswith(",") and text[len(before) :].lstrip()[:1] in ("]", "}"):
        # Where Python says that this is, and in which words, depends on its version.
        hint = "remove the comma"
        message = "no comma may stand before the end of a list or of an object"
        return Malformed(codes.JSON001, message, spot(text, len(before) - 1), hint)
    message = error.msg[0].lower() + error.msg[1:]
    found = text[error.pos : error.pos + 1]
    hint = _HINTS.get(found, "")
    if error.msg == "Extra data":
        message = "something stands behind the end of the value"
        hint = "put each value into a file of its own" if found in ("{", "[") else ""
    elif error.msg.startswith("Invalid \\"):
        hint = "write a backslash as \\\\"
    elif error.msg.startswith("Invalid control character"):
        hint = "write a line break in a string as \\n, a tab as \\t"
    elif found.isalpha():
        hint = "names and texts stand between double quotes"
    return Malformed(codes.JSON001, message, spot(text, error.pos), hint)


@dataclass(frozen=True, slots=True)
class Member:
    """A member of an object, or an item of an array: its key, and where in the text it stands."""

    key: str
    start: int
    value: int
    end: int


# It passes over values, and makes nothing of numbers and objects on its way.
_SCANNER = json.JSONDecoder(
    parse_int=str, parse_float=str, parse_constant=str, object_pairs_hook=len
)


def start(text: str) -> int:
    """Return the offset of the root value."""
    return _skip(text, 0)


def end(text: str, offset: int) -> int:
    """Return the offset behind the value at `offset`."""
    return _SCANNER.raw_decode(text, offset)[1]


def members(text: str, offset: int) -> Iterator[Member]:
    """Yield what stands in the object or array at `offset`, in order; nothing for a scalar."""
    opening = text[offset]
    if opening not in "{[":
        return
    at, index = _skip(text, offset + 1), 0
    while text[at] not in "}]":
        first, key = at, str(index)
        if opening == "{":
            key, at = scanstring(text, at + 1)
            at = _skip(text, _skip(text, at) + 1)
        after = end(text, at)
        yield Member(key, first, at, after)
        at, index = _skip(text, after), index + 1
        if text[at] == ",":
            at = _skip(text, at + 1)


def _skip(text: str, offset: int) -> int:
    found = _SPACE.match(text, offset)
    return found.end() if found else offset


def _refused(text: str) -> Malformed:
    """Return what is wrong with a text that is well-formed, but was refused by `parse`."""
    containers = [start(text)]
    if problem := _number(text, containers[0], end(text, containers[0])):
        return problem
    while containers:
        at = containers.pop()
        inside = list(members(text, at))
        seen: set[str] = set()
        for member in inside:
            if member.key in seen:
                return _duplicate(text, member)
            seen.add(member.key)
            if problem := _number(text, member.value, member.end):
                return problem
        containers += [member.value for member in reversed(inside) if text[member.value] in "{["]
    raise AssertionError("a text was refused without a reason")


def _duplicate(text: str, member: Member) -> Malformed:
    _, behind = scanstring(text, member.start + 1)
    where = spot(text, member.start, behind - member.start)
    return Malformed(
        codes.JSON002,
        f"the key '{member.key}' stands twice in this object",
        where,
        "remove or rename one of the two: readers of JSON do not agree on which one counts",
    )


def _number(text: str, start: int, end: int) -> Malformed | None:
    """Return what is wrong with the value at `start`, if it is a number and anything is."""
    spelled = text[start:end]
    if spelled[0] in '{["tfn' or not (spelled in _CONSTANTS or _too_long(spelled)):
        return None
    shown = spelled if len(spelled) <= 20 else spelled[:20] + "…"
    message = f"'{shown}' is no JSON number, or too long a one"
    hint = "quote it if it is text"
    return Malformed(codes.JSON003, message, spot(text, start, len(spelled)), hint)


def _too_long(number: str) -> bool:
    try:
        int(number) if number.lstrip("-").isdigit() else 0
    except ValueError:
        return True
    return False
