"""Schemas that let nothing in: bounds that cross, and an enum of nothing."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.codes import SCH011
from generator.facets import BY_KEYWORD, EXCLUSIVE
from generator.keywords import Site

_BOUNDS = (
    ("minimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_UPPER = frozenset(upper for _, upper in _BOUNDS)


def tell_contradictions(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report what lets no value be valid; `keywords` are canonical."""
    if not _UPPER.isdisjoint(keywords):
        _tell_bounds(site, keywords)
    if keywords.get("enum") == ():
        hint = "list a value, or leave 'enum' out"
        site.tell(SCH011, "no value is valid: 'enum' lists none", "enum", hint=hint, cause="enum")


def _tell_bounds(site: Site, keywords: Mapping[str, Any]) -> None:
    for lower, upper in _BOUNDS:
        least, most = keywords.get(lower), keywords.get(upper)
        if least is None or most is None or least < most:
            continue
        exclusive = [keyword for keyword in (lower, upper) if keyword in EXCLUSIVE]
        if least == most and not exclusive:
            continue
        low, high = (_written(site, keyword) for keyword in (lower, upper))
        hint = f"did you mean {low} {most} and {high} {least}?"
        if least == most:
            hint = f"'{EXCLUSIVE[exclusive[0]]}' lets {most} in"
        kind = BY_KEYWORD[lower].type
        message = f"no {kind} is valid: '{low}' is {least}, and '{high}' is {most}"
        site.tell(SCH011, message, lower, hint=hint, cause=message)


def _written(site: Site, keyword: str) -> str:
    """The keyword that has the number: in OpenAPI 3.0 and draft 4 an exclusive bound is a flag."""
    return EXCLUSIVE[keyword] if site.contents.get(keyword) is True else keyword
