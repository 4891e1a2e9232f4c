"""Strings that match a regular expression, or a format: whether one does, and examples."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from itertools import islice
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any, Final

from generator.ecma import PatternError, translate

FORMATS: Final[dict[str, str]] = {
    "date-time": "2024-01-31T12:00:00Z",
    "date": "2024-01-31",
    "time": "12:00:00Z",
    "duration": "P1D",
    "email": "a@example.com",
    "idn-email": "a@example.com",
    "hostname": "example.com",
    "idn-hostname": "example.com",
    "ipv4": "192.0.2.1",
    "ipv6": "2001:db8::1",
    "uri": "https://example.com/",
    "iri": "https://example.com/",
    "uri-reference": "/a",
    "iri-reference": "/a",
    "uri-template": "/{a}",
    "uuid": "12345678-1234-4234-8234-123456789abc",
    "json-pointer": "/a",
    "relative-json-pointer": "1/a",
    "regex": "a+",
    "byte": "YQ==",
    "binary": "a",
}
_MOST = 24
"""How many strings are returned; four times as many are tried."""
_FURTHER = "x"
_POOL = "a1A-_. 0z9Z@/é"


def matching(patterns: Sequence[str]) -> list[str]:
    """Return some strings that all patterns are found in."""
    if not patterns:
        return []
    found = []
    for text in islice(_examples(patterns[0]), 4 * _MOST):
        if all(matches(one, text, unread=True) for one in patterns) and text not in found:
            found.append(text)
    return found[:_MOST]


def further(pattern: str, taken: Container[str]) -> list[str]:
    """Return some names that a pattern is found in, but for those that are taken."""
    found = matching([pattern])
    longer = [name + _FURTHER for name in found if matches(pattern, name + _FURTHER)]
    return [name for name in (*found, *longer) if name not in taken]


def matches(pattern: str, text: str, *, unread: bool = False) -> bool:
    """Whether a pattern is found in a text; `unread` is the answer for one that nobody can read."""
    try:
        return re.search(translate(pattern), text) is not None
    except (PatternError, re.error):
        return unread


def _examples(pattern: str) -> Iterator[str]:
    try:
        parsed = _parsed(pattern)
    except (PatternError, re.error, RecursionError, OverflowError):
        return
    for variant in range(4 * _MOST):
        yield _sequence(parsed, variant)


def _parsed(pattern: str) -> Any:
    # What is found is tried anyway: as it is written, a pattern has sets like `\w`, and people use
    # some of their characters more than others.
    try:
        return parser.parse(pattern)
    except re.error:
        return parser.parse(translate(pattern))


def _sequence(tokens: Any, variant: int) -> str:
    """One string for a parsed pattern; `variant` picks among its choices."""
    return "".join(
        _token(op, argument, variant + index) for index, (op, argument) in enumerate(tokens)
    )


def _token(op: Any, argument: Any, variant: int) -> str:
    """One string for a token of Python's own parser; empty for an assertion."""
    if op is sre.LITERAL:
        return chr(argument)
    if op is sre.NOT_LITERAL:
        return next(c for c in _rotated(variant) if ord(c) != argument)
    if op is sre.ANY:
        return _POOL[variant % len(_POOL)]
    if op is sre.IN:
        return _one_of(argument, variant)
    if op is sre.BRANCH:
        branches = argument[1]
        return _sequence(branches[variant % len(branches)], variant // len(branches))
    if op is sre.SUBPATTERN:
        return _sequence(argument[3], variant)
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        least, most, inner = argument
        spread = min(int(most), int(least) + 3) - int(least) + 1
        count = int(least) + variant % spread
        return "".join(_sequence(inner, variant + step) for step in range(count))
    return ""


def _rotated(variant: int) -> str:
    start = variant % len(_POOL)
    return _POOL[start:] + _POOL[:start]


def _one_of(members: Any, variant: int) -> str:
    if members and members[0][0] is sre.NEGATE:
        inside = "".join(_choices(members[1:]))
        return next((c for c in _rotated(variant) if c not in inside), "~")
    choices = _choices(members)
    return choices[variant % len(choices)] if choices else ""


def _choices(members: Any) -> list[str]:
    found: list[str] = []
    for op, argument in members:
        if op is sre.LITERAL:
            found.append(chr(argument))
        elif op is sre.RANGE:
            low, high = argument
            found += [chr(low), chr(high), chr((low + high) // 2)]
        elif op is sre.CATEGORY:
            found += _CATEGORIES.get(str(argument).rpartition("_")[2], ["a"])
    return found


_CATEGORIES = {"DIGIT": ["1", "0", "9"], "WORD": ["a", "Z", "0", "_"], "SPACE": [" ", "\t"]}
