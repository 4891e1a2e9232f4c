"""Schemas that contradict themselves: bounds that cross, and defaults that are not valid."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from generator.codes import SCH007, SCH011
from generator.facets import BY_KEYWORD, equal
from generator.keywords import Site

_EXCLUSIVE = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
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
_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"([01]\d|2[0-3]):[0-5]\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)"
_FORMATS: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(_DATE),
    "date-time": re.compile(rf"{_DATE}[Tt ]{_TIME}"),
    "time": re.compile(_TIME),
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
}
"""What values of the formats that have a class of Python look like, at least."""


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
        exclusive = [keyword for keyword in (lower, upper) if keyword in _EXCLUSIVE]
        if least == most and not exclusive:
            continue
        low, high = (_written(site, keyword) for keyword in (lower, upper))
        hint = f"did you mean {low} {most} and {high} {least}?"
        if least == most:
            hint = f"'{_EXCLUSIVE[exclusive[0]]}' lets {most} in"
        kind = BY_KEYWORD[lower].type
        message = f"no {kind} is valid: '{low}' is {least}, and '{high}' is {most}"
        site.tell(SCH011, message, lower, hint=hint, cause=message)


def _written(site: Site, keyword: str) -> str:
    """The keyword that has the number: in OpenAPI 3.0 and draft 4 an exclusive bound is a flag."""
    return _EXCLUSIVE[keyword] if site.contents.get(keyword) is True else keyword


def tell_default(site: Site) -> None:
    """Report a default that the `enum` or the `format` beside it refuses."""
    value, name, values = map(site.contents.get, ("default", "format", "enum"))
    if value is None:
        return
    if isinstance(values, list) and not any(equal(value, other) for other in values):
        why, hint = "is not in 'enum'", "let it be one of the values, or add it to them"
    elif isinstance(value, str) and not _looks_like(value, name):
        why, hint = f"is not of the format {name}", "write it as the format says, or leave it out"
    else:
        return
    message = f"{json.dumps(value, ensure_ascii=False)} {why}: this is no default"
    site.tell(SCH007, message, "default", hint=hint, cause=why)


def _looks_like(value: str, name: Any) -> bool:
    """Whether a text may be of a format; only what is plainly not is told."""
    if name not in _FORMATS:
        return True
    if not _FORMATS[name].fullmatch(value):
        return False
    try:
        return name not in ("date", "date-time") or bool(date.fromisoformat(value[:10]))
    except ValueError:
        return False
