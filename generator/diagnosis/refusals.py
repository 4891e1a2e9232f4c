"""Why the bounds of a schema refuse a value that the schema itself names."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from math import isfinite
from operator import ge, gt, le, lt
from typing import Any

from generator.ecma import hazard, translate
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class _Bound:
    """`refuses(value, bound)` tells of values of the type; the words go between the two."""

    types: type | tuple[type, ...]
    refuses: Callable[[Any, Any], bool]
    words: str


def _indivisible(value: Any, step: Any) -> bool:
    # Hardly any value of a description stands beside a `multipleOf`.
    from fractions import Fraction

    if not isfinite(value) or not isfinite(step):
        return False
    one, other = (Fraction(n if isinstance(n, int) else str(n)) for n in (value, step))
    return one % other != 0


def _unlike(value: str, pattern: str) -> bool:
    # One that may take for ever is told as such.
    return not hazard(pattern) and re.search(translate(pattern), value) is None


_NUMBER = (int, float)
_BOUNDS: Mapping[str, _Bound] = {
    "minimum": _Bound(_NUMBER, lt, "below the minimum of"),
    "maximum": _Bound(_NUMBER, gt, "above the maximum of"),
    "exclusiveMinimum": _Bound(_NUMBER, le, "not above"),
    "exclusiveMaximum": _Bound(_NUMBER, ge, "not below"),
    "multipleOf": _Bound(_NUMBER, _indivisible, "no multiple of"),
    "minLength": _Bound(str, lambda value, bound: len(value) < bound, "shorter than"),
    "maxLength": _Bound(str, lambda value, bound: len(value) > bound, "longer than"),
    "pattern": _Bound(str, _unlike, "not of the pattern"),
    "minItems": _Bound(list, lambda value, bound: len(value) < bound, "of fewer items than"),
    "maxItems": _Bound(list, lambda value, bound: len(value) > bound, "of more items than"),
    "minProperties": _Bound(dict, lambda value, bound: len(value) < bound, "of fewer members than"),
    "maxProperties": _Bound(dict, lambda value, bound: len(value) > bound, "of more members than"),
}
BOUNDS = frozenset(_BOUNDS)
"""The keywords that are looked at."""


def refusal(value: Any, keywords: Mapping[str, Any]) -> str:
    """Return why a bound among canonical keywords refuses a value, as in `longer than 3`.

    Nothing if all of them let it in.
    """
    if BOUNDS.isdisjoint(keywords) or isinstance(value, bool):
        return ""
    for keyword, bound in _BOUNDS.items():
        if keyword not in keywords or not isinstance(value, bound.types):
            continue
        if bound.refuses(value, keywords[keyword]):
            return f"{bound.words} {keywords[keyword]}"
    return ""
