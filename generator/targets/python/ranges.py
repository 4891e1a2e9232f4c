"""The bounds of numbers as Python, and which numbers pass without being compared with any.

`orjson` rounds integers beyond 64 bits to floats. So decoders look at the size of what they read,
where the schema does not do that already; a value with a large float, or with a part that no type
says anything of, is `unmeasured`, and its text is looked at again (`_runtime.parsed`).
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import zip_longest
from math import isinf
from typing import Any

from generator.facets import LISTING, enumerated
from generator.targets.python.module import literal

_LOWER: Mapping[str, str] = {"minimum": "<=", "exclusiveMinimum": "<"}
_UPPER: Mapping[str, str] = {"maximum": "<=", "exclusiveMaximum": "<"}
RANGE = frozenset({*_LOWER, *_UPPER})
"""The keywords that bound a number; `multipleOf` does not."""
_LIMIT = 9e18
"""No integer below it is longer than 64 bits."""


def outside(keywords: Mapping[str, Any], value: str, *, limited: bool) -> list[str]:
    """Return expressions that are true where the number `value` is beyond its bounds, or is NaN.

    If it is to be `limited`, they are true of large numbers as well, whatever the bounds.
    """
    if RANGE.isdisjoint(keywords) and not limited:
        return []
    lower = [keyword for keyword in _LOWER if keyword in keywords]
    upper = [keyword for keyword in _UPPER if keyword in keywords]
    if limited:
        lower = [keyword for keyword in lower if keywords[keyword] >= -_LIMIT]
        upper = [keyword for keyword in upper if keywords[keyword] <= _LIMIT]
    below = [f"{_bound(keywords, keyword)} {_LOWER[keyword]} " for keyword in lower]
    above = [f" {_UPPER[keyword]} {_bound(keywords, keyword)}" for keyword in upper]
    if limited:
        below, above = below or ["-9e18 < "], above or [" < 9e18"]
    # `not value <= bound` rather than `value > bound`: no bound holds for a NaN.
    return [f"not {low}{value}{high}" for low, high in zip_longest(below, above, fillvalue="")]


def _bound(keywords: Mapping[str, Any], keyword: str) -> str:
    """A bound as Python compares it fastest: most numbers are floats, and integers are not."""
    bound = keywords[keyword]
    is_float = "number" in keywords.get("type", ()) and abs(bound) < 2**53
    return literal(float(bound) if is_float else bound)


def is_limited(keywords: Mapping[str, Any]) -> bool:
    """Whether decoding has to look at the size of the numbers that a schema takes.

    Listed values say it by themselves, and one that writes an infinity (1e999) takes any.
    """
    is_number = "number" in keywords.get("type", ())
    return is_number and LISTING.isdisjoint(keywords) and not _is_open(keywords)


def passes_unmeasured(keywords: Mapping[str, Any]) -> bool:
    """Whether numbers of any size pass a schema's test, without being looked at."""
    if not LISTING.isdisjoint(keywords):
        return any(isinstance(n, list | dict) or _is_large(n) for n in enumerated(keywords))
    return "type" not in keywords or _is_open(keywords)


def _is_open(keywords: Mapping[str, Any]) -> bool:
    if RANGE.isdisjoint(keywords):
        return False
    bounds = (keywords[keyword] for keyword in RANGE & keywords.keys())
    return any(type(bound) is float and isinf(bound) for bound in bounds)


def _is_large(value: Any) -> bool:
    return type(value) in (int, float) and not -_LIMIT < value < _LIMIT
