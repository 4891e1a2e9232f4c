"""The bounds of a field in a few signs, for the column that tables have on request."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any, Final

from generator.ir import Schema
from generator.showing.escaped import code_span

_SIZES: Final = (
    ("length", "minLength", "maxLength"),
    ("items", "minItems", "maxItems"),
    ("members", "minProperties", "maxProperties"),
)


def constraints(schemas: Iterable[Schema]) -> str:
    """Return what the schemas of one value bound, such as `1 ≤ x ≤ 64, format: email`."""
    return ", ".join(dict.fromkeys(part for one in schemas for part in _parts(one.keywords)))


def _parts(keywords: Mapping[str, Any]) -> Iterator[str]:
    """What bounds a value, each in a few words."""
    yield from _range("x", *_bounds(keywords))
    for what, low, high in _SIZES:
        below = f"{keywords[low]} ≤ " if keywords.get(low) else ""
        above = f" ≤ {keywords[high]}" if high in keywords else ""
        yield from _range(what, below, above)
    if "multipleOf" in keywords:
        yield f"multiple of {keywords['multipleOf']}"
    if keywords.get("uniqueItems"):
        yield "no item twice"
    if "pattern" in keywords:
        yield f"pattern: {code_span(keywords['pattern'])}"
    word = keywords.get("format", keywords.get("annotated format"))
    if word:
        yield f"format: {word}"
    if "const" in keywords:
        yield f"always {code_span(json.dumps(keywords['const'], ensure_ascii=False))}"


def _bounds(keywords: Mapping[str, Any]) -> tuple[str, str]:
    low = f"{keywords['minimum']} ≤ " if "minimum" in keywords else ""
    if "exclusiveMinimum" in keywords:
        low = f"{keywords['exclusiveMinimum']} < "
    high = f" ≤ {keywords['maximum']}" if "maximum" in keywords else ""
    if "exclusiveMaximum" in keywords:
        high = f" < {keywords['exclusiveMaximum']}"
    return low, high


def _range(what: str, low: str, high: str) -> Iterator[str]:
    if low or high:
        yield f"{low}{what}{high}"
