"""Why the bounds of a schema refuse a value that the schema itself names."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.ecma import hazard, translate
from generator.facets import keeps

_WORDS: Mapping[str, str] = {
    "minimum": "below the minimum of",
    "maximum": "above the maximum of",
    "exclusiveMinimum": "not above",
    "exclusiveMaximum": "not below",
    "multipleOf": "no multiple of",
    "minLength": "shorter than",
    "maxLength": "longer than",
    "pattern": "not of the pattern",
    "minItems": "of fewer items than",
    "maxItems": "of more items than",
    "minProperties": "of fewer members than",
    "maxProperties": "of more members than",
}
"""What is said between a value and the bound that refuses it."""
BOUNDS = frozenset(_WORDS)
"""The keywords that are looked at."""


def refusal(value: Any, keywords: Mapping[str, Any]) -> str:
    """Return why a bound among canonical keywords refuses a value, as in `longer than 3`.

    Nothing if all of them let it in.
    """
    if BOUNDS.isdisjoint(keywords):
        return ""
    for keyword in _WORDS:
        if keyword in keywords and _refuses(keyword, keywords[keyword], value):
            return f"{_WORDS[keyword]} {keywords[keyword]}"
    return ""


def _refuses(keyword: str, bound: Any, value: Any) -> bool:
    if keyword != "pattern":
        return not keeps(value, keyword, bound)
    if not isinstance(value, str) or hazard(bound):
        # One that may take for ever is told as such.
        return False
    return re.search(translate(bound), value) is None
