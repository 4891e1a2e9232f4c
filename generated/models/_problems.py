"""What is wrong with a value, in data and in words.

Written by Typewright, the same in every package that it generates. Standard library only.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Any, Literal

from ._keywords import JSON_TYPES, key_of


class Unset(Enum):
    """The type of `UNSET`, the value of a member that is not there (null is `None`)."""

    UNSET = ...  # No JSON value: orjson would write that of an enum.

    def __repr__(self) -> str:
        return "UNSET"

    def __bool__(self) -> Literal[False]:
        return False


UNSET = Unset.UNSET
Path = Any
"""Where a value is: `(path of the parent, name or index)` or `ROOT`.

Where nobody asks, it is None, or False for a value that `orjson` made of a text.
"""
ROOT: Path = ("$",)


class Name(str):
    """The last step of the path to a member whose name is looked at, and not its value."""

    __slots__ = ()


Raw = tuple[Path, str, Any, Any, Any]
"""A problem as decoding collects it: what a `Problem` is made of."""
SHAPE_KEYWORDS = frozenset({"type", "required", "false", "anyOf", "oneOf", "json"})
"""The keywords whose problems count when only the types are asked for."""
LISTING = frozenset({"enum", "const"})
"""The keywords that list the values that there are: who reads them needs no other."""
UNKNOWN = frozenset({"additionalProperties", "unevaluatedProperties"})
"""The keywords that leave no room for unknown members where they are false."""
WRONG: Mapping[str, str] = {
    "enum": "is not one of",
    "const": "is not",
    "multipleOf": "is not a multiple of",
    "maximum": "is above the maximum of",
    "exclusiveMaximum": "is not below",
    "minimum": "is below the minimum of",
    "exclusiveMinimum": "is not above",
    "maxLength": "is longer than",
    "minLength": "is shorter than",
    "pattern": "does not match",
    "format": "is not of the format",
    "maxItems": "has more items than",
    "minItems": "has fewer items than",
    "uniqueItems": "has equal items: uniqueItems",
    "maxProperties": "has more members than",
    "minProperties": "has fewer members than",
    "contains": "has fewer items that match than",
    "maxContains": "has more items that match than",
}
"""How a value fails a keyword, in words that its expectation follows."""
_WITHOUT_OFFSET = {
    "date-time": re.compile(r"\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?"),
    "time": re.compile(r"\d\d:\d\d:\d\d(\.\d+)?"),
}
"""What many programs write; to RFC 3339, only an offset says which time that is."""


@dataclass(frozen=True)
class Problem:
    """One way in which a value is not what the schema says.

    `path` is a JSON path (`$.items[0].name`), `keyword` the schema keyword that fails, `expected`
    its value there, `actual` what was found. `causes` are the problems of the union member that
    came closest.
    """

    path: str
    keyword: str
    expected: Any
    actual: Any
    causes: tuple[Problem, ...] = ()

    @property
    def message(self) -> str:
        """The problem in words."""
        actual = _clip(self.actual)
        if type(self.actual) is Name:
            actual = f"the name {actual}"
        if self.keyword == "required":
            return f"'{self.expected}' is missing"
        if self.keyword in UNKNOWN and self.expected is False:
            return f"unknown member {actual}"
        if self.keyword == "json":
            return f"no JSON value: {self.expected}"
        if self.keyword in ("anyOf", "oneOf"):
            count = (
                "none" if self.keyword == "anyOf" or self.causes else "more than one"
            )
            return f"{actual} matches {count} of {self.expected} alternatives"
        if self.keyword == "not":
            return f"{actual} matches the schema in 'not'"
        if self.keyword == "false":
            named = type(self.actual) is Name
            return f"{actual} is not allowed" if named else "no value is allowed here"
        if self.keyword == "type":
            found = type(self.actual)
            plain = found in JSON_TYPES or issubclass(found, (float, Name))
            kind = "" if plain else f"{found.__name__} "
            return f"{kind}{actual} is not of type {' or '.join(self.expected)}"
        wrong = WRONG.get(self.keyword, "is not valid: " + self.keyword)
        return f"{actual} {wrong} {_clip(self.expected)}{self._reason()}"

    def _reason(self) -> str:
        """Why a text is not of its format, where that is easily overlooked."""
        if self.keyword != "format" or not isinstance(self.actual, str):
            return ""
        pattern = _WITHOUT_OFFSET.get(self.expected)
        plain = pattern is not None and pattern.fullmatch(self.actual)
        return ": it has no offset, such as Z" if plain else ""

    def __hash__(self) -> int:
        return hash((self.path, self.keyword))

    def __str__(self) -> str:
        text = f"{self.path}: {self.message}"
        return text + "".join(
            "\n  " + str(cause).replace("\n", "\n  ") for cause in self.causes
        )


class DecodeError(ValueError):
    """A value is not what the schema says; `problems` lists how."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems = list(problems)
        super().__init__("\n".join(map(str, self.problems)))

    def __reduce__(self) -> tuple[Any, ...]:
        return type(self), (self.problems,), self.__dict__


def told(raw: Raw) -> Problem:
    """A problem as it is told."""
    path, keyword, expected, value, causes = raw
    if type(path[-1]) is Name:
        value = path[-1]
    return Problem(json_path(path), keyword, expected, value, tuple(map(told, causes)))


def json_path(path: Path) -> str:
    """Spell a path as RFC 9535 does, with a dot before plain names."""
    steps = []
    while path is not ROOT:
        path, step = path
        if isinstance(step, int):
            steps.append(f"[{step}]")
        elif step.isidentifier():
            steps.append(f".{step}")
        else:
            steps.append(f"[{json.dumps(step, ensure_ascii=False)}]")
    return "$" + "".join(reversed(steps))


def _clip(value: Any) -> str:
    try:
        text = json.dumps(value, ensure_ascii=False, default=str)
    except (ValueError, RecursionError):
        text = f"<{type(value).__name__}>"
    return text if len(text) <= 80 else text[:77] + "..."


def closest(failed: list[Any]) -> Any:
    """The problems of the branch that came closest: deepest first, then fewest.

    Where each branch lists values for one place, such as a tag, it is one problem with all of them.
    """

    def nearness(found: Any) -> tuple[bool, int, int]:
        wrong_type = any(
            (keyword == "type" or keyword in LISTING)
            and _depth(path) == low
            and is_of_types(keyword, expected, value)
            for path, keyword, expected, value, _ in found
        )
        return (wrong_type, -max(_depth(path) for path, *_ in found), len(found))

    if not failed:
        return ()
    if len(failed) > 1 and (unlisted := _unlisted(failed)):
        return unlisted
    low = min(_depth(path) for found in failed for path, *_ in found)
    return min(failed, key=nearness)


def _unlisted(failed: list[Any]) -> Any:
    """The problem that all branches have, if a value is on none of their lists for one place."""
    lists = list(map(_lists, failed))
    for path, (_, value) in lists[0].items():
        if all(path in one for one in lists):
            listed = {key_of(item): item for one in lists for item in one[path][0]}
            return [(path, "enum", list(listed.values()), value, ())]
    return ()


def _lists(found: Any) -> dict[Path, tuple[Any, Any]]:
    """What a branch lists for each place whose value is not on the list, and that value."""
    lists: dict[Path, tuple[Any, Any]] = {}
    for path, keyword, expected, value, _ in found:
        if keyword in LISTING:
            listed = expected if keyword == "enum" else [expected]
            if path not in lists or len(listed) < len(lists[path][0]):
                lists[path] = listed, value
    return lists


def _depth(path: Path) -> int:
    depth = 0
    while path is not ROOT:
        path, depth = path[0], depth + 1
    return depth


def is_of_types(keyword: str, expected: Any, value: Any) -> bool:
    """Whether a problem is one of types: listed values are of some, too."""
    if keyword not in LISTING:
        return keyword in SHAPE_KEYWORDS
    listed = expected if keyword == "enum" else (expected,)
    return _kind(value) not in set(map(_kind, listed))


def _kind(value: Any) -> Any:
    """The JSON type of a value, as Python has it; all numbers are of one."""
    return float if type(value) is int or isinstance(value, float) else type(value)
