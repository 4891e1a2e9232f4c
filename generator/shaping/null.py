"""Whether null is valid for a schema, and which of the values that it lists are."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.facets import LISTING, enumerated, equal, is_of_type
from generator.ir import IN_PLACE_APPLICATORS, Schema, TypeId
from generator.shaping.composition import members, resolved


def says_null(keywords: Mapping[str, Any]) -> bool:
    """Whether a schema says itself that null is one of its values."""
    if keywords.get("nullable"):
        return True
    if not LISTING.isdisjoint(keywords):
        values = listed_values(keywords)
        return None in values and len(values) > 1
    return "null" in keywords.get("type", ()) and len(keywords["type"]) > 1


def may_be_null(schemas: Mapping[TypeId, Schema], type_id: TypeId, depth: int = 0) -> bool:
    """Whether nothing in a schema is against null, as far as a few steps into it tell."""
    schema = resolved(schemas, type_id)
    keywords = schema.keywords
    if depth > 3 or keywords.get("nullable"):
        return True
    either = keywords.get("anyOf", keywords.get("oneOf"))
    return (
        "false" not in keywords
        and ("type" not in keywords or "null" in keywords["type"])
        and (LISTING.isdisjoint(keywords) or None in listed_values(keywords))
        and all(may_be_null(schemas, part, depth + 1) for part in members(schema))
        and (either is None or any(may_be_null(schemas, part, depth + 1) for part in either))
    )


def is_sure_of_null(
    schemas: Mapping[TypeId, Schema],
    keywords: Mapping[str, Any],
    branches: Sequence[TypeId],
    nullable: bool,
) -> bool:
    """Whether null is valid for a union that is called `nullable`.

    It is not where several branches of a `oneOf` accept it, where the `type` beside them leaves it
    out, or where none of them accepts it.
    """
    if keywords.get("nullable"):
        return True
    if "oneOf" in keywords and sum(may_be_null(schemas, branch) for branch in branches) > 1:
        return False
    if not nullable:
        return True
    left_out = "null" not in keywords.get("type", ("null",))
    return not left_out and any(_accepts_null(resolved(schemas, b).keywords) for b in branches)


def _accepts_null(keywords: Mapping[str, Any]) -> bool:
    """Whether a schema says that null is valid, and nothing that might be against it."""
    if keywords.get("nullable"):
        return True
    listed = not LISTING.isdisjoint(keywords)
    said = None in listed_values(keywords) if listed else "null" in keywords.get("type", ())
    return said and IN_PLACE_APPLICATORS.isdisjoint(keywords)


def listed_values(keywords: Mapping[str, Any]) -> Sequence[Any]:
    """The values that a schema lists, those of them that are of a type it names."""
    listed = enumerated(keywords)
    if "enum" in keywords and "const" in keywords:
        listed = [value for value in listed if equal(value, keywords["const"])]
    if "type" not in keywords or ("string" in keywords["type"] and set(map(type, listed)) == {str}):
        return listed
    return [value for value in listed if not keywords["type"] or is_of_type(value, keywords)]
