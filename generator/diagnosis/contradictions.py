"""Schemas that let nothing in: bounds that cross, an enum of nothing, members that cannot be."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.codes import SCH011, SCH014
from generator.facets import BY_KEYWORD, EXCLUSIVE
from generator.ir import REFERENCES
from generator.keywords import Site
from generator.showing.suggest import closest, did_you_mean

_BOUNDS = (
    ("minimum", "maximum"),
    ("minimum", "exclusiveMaximum"),
    ("exclusiveMinimum", "maximum"),
    ("exclusiveMinimum", "exclusiveMaximum"),
    ("minLength", "maxLength"),
    ("minItems", "maxItems"),
    ("minProperties", "maxProperties"),
)
_COMPOSED = frozenset({*REFERENCES, "allOf", "anyOf", "oneOf"})
_ALIKE = 0.8
"""How alike a property has to be to be meant, of 1."""
_UPPER = frozenset(upper for _, upper in _BOUNDS)


def tell_contradictions(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report what lets no value be valid; `keywords` are canonical."""
    if not _UPPER.isdisjoint(keywords):
        _tell_bounds(site, keywords)
    if keywords.get("enum") == ():
        hint = "list a value, or leave 'enum' out"
        site.tell(SCH011, "no value is valid: 'enum' lists none", "enum", hint=hint, cause="enum")
    if "additionalProperties" in keywords and site.contents["additionalProperties"] is False:
        _tell_closed(site, keywords)
    elif "required" in keywords and "properties" in keywords:
        _tell_misspelt(site, keywords)
    if "minItems" in keywords and "items" in keywords:
        _tell_ended(site, keywords)


def crossing(keywords: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Yield the lower and the upper bounds that let nothing in between."""
    for lower, upper in _BOUNDS:
        least, most = keywords.get(lower), keywords.get(upper)
        if least is None or most is None or least < most:
            continue
        if least > most or lower in EXCLUSIVE or upper in EXCLUSIVE:
            yield lower, upper


def _tell_bounds(site: Site, keywords: Mapping[str, Any]) -> None:
    for lower, upper in crossing(keywords):
        least, most = keywords[lower], keywords[upper]
        low, high = (_written(site, keyword) for keyword in (lower, upper))
        hint = f"did you mean {low} {most} and {high} {least}?"
        if least == most:
            exclusive = lower if lower in EXCLUSIVE else upper
            hint = f"'{EXCLUSIVE[exclusive]}' lets {most} in"
        kind = BY_KEYWORD[lower].type
        message = f"no {kind} is valid: '{low}' is {least}, and '{high}' is {most}"
        site.tell(SCH011, message, lower, hint=hint, cause=message)


def _written(site: Site, keyword: str) -> str:
    """The keyword that has the number: in OpenAPI 3.0 and draft 4 an exclusive bound is a flag."""
    return EXCLUSIVE[keyword] if site.contents.get(keyword) is True else keyword


def _tell_closed(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report what an object has to have that lets nothing in but its `properties`."""
    if "patternProperties" in site.contents:
        return
    known, required = keywords.get("properties", {}), keywords.get("required", ())
    for name in required:
        if name not in known:
            other = f"add '{name}' to 'properties', or leave it out of 'required'"
            hint = did_you_mean(name, known.keys() - set(required), other)
            why = f"'{name}' is required, and 'additionalProperties: false' refuses it"
            site.tell(SCH011, f"no object is valid: {why}", "required", hint=hint, cause=why)
    if keywords.get("minProperties", 0) > len(known):
        why = f"'minProperties' is {keywords['minProperties']}, 'properties' lists {len(known)}"
        message = f"no object is valid: {why}, and 'additionalProperties: false' refuses more"
        site.tell(SCH011, message, "minProperties", cause=message)


def _tell_misspelt(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report a required member that no property describes, though one has nearly its name."""
    known, required = keywords["properties"], keywords["required"]
    if known.keys() >= set(required) or not _COMPOSED.isdisjoint(keywords):
        return
    for name in required:
        near = None if name in known else closest(name, known.keys() - set(required), _ALIKE)
        if near:
            message = f"'{name}' is required, and no property describes it"
            cause = (name, near)
            site.tell(SCH014, message, "required", hint=f"did you mean '{near}'?", cause=cause)


def _tell_ended(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report an array that has to be longer than the list of its items."""
    of_list = isinstance(site.contents.get("items"), list)
    # OpenAPI has no list of items, but where one of one schema is taken for it, it never ends.
    if site.contents.get("additionalItems" if of_list else "items") is not False:
        return
    listed = len(keywords.get("prefixItems", ()))
    if keywords["minItems"] > listed:
        word = "items" if of_list else "prefixItems"
        end = "additionalItems" if of_list else "items"
        message = (
            f"no array is valid: 'minItems' is {keywords['minItems']}, '{word}' lists {listed}, "
            f"and '{end}: false' refuses more"
        )
        site.tell(SCH011, message, "minItems", cause=message)
