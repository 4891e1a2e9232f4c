"""What a schema is that lists its values: an enum, or constants."""

from __future__ import annotations

from typing import Final

from generator.facets import OF_TYPE
from generator.ir import Constant, Enum, Never, Schema, Type
from generator.shaping.null import listed_values

VALUE: Final = (
    frozenset("type enum const nullable integral_floats".split())
    | {"annotated format"}
    | OF_TYPE["number"]
    | OF_TYPE["string"]
)
"""The keywords of values that have nothing in them."""


def values_of(schema: Schema, nullable: bool) -> Type:
    """Return an enum where all values are strings, or all integers of that type; else constants."""
    keywords = schema.keywords
    listed = listed_values(keywords)
    if not listed:
        return Type(schema, Never(), nullable)
    values = tuple(dict.fromkeys(v for v in listed if isinstance(v, str)))
    exact = keywords.keys() <= VALUE
    rest = [v for v in listed if v is not None and not isinstance(v, str)]
    if "enum" in keywords and values and not rest:
        return Type(schema, Enum("string", values), nullable, exact)
    whole = "number" not in keywords.get("type", ())
    integers = [v for v in rest if whole and isinstance(v, int) and not isinstance(v, bool)]
    if "enum" in keywords and integers and not values and len(integers) == len(rest):
        return Type(schema, Enum("integer", tuple(dict.fromkeys(integers))), nullable, exact)
    return Type(schema, Constant(tuple(listed)), nullable, exact)
