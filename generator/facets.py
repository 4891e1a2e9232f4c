"""The bounding keywords: one row each, with the one operation that they are.

`meet` is the loosest bound that implies both. It merges `allOf`, and it judges a change: a schema
was narrowed if and only if `meet(old, new) == new`, and widened if and only if it is `old`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import isfinite, lcm
from operator import ge, gt, le, lt
from typing import Any

from generator.frozen import dataclass
from generator.ir import JsonType

INTEGER_FORMATS: dict[str, tuple[int, int]] = {
    **{f"int{bits}": (-(2 ** (bits - 1)), 2 ** (bits - 1) - 1) for bits in (8, 16, 32, 64)},
    **{f"uint{bits}": (0, 2**bits - 1) for bits in (8, 16, 32, 64)},
}
"""The least and the largest number of each format of OpenAPI's registry."""

Meet = Callable[[Any, Any], Any]
"""Combine two bounds; None where no single bound implies both."""


@dataclass(frozen=True, slots=True)
class Facet:
    """A keyword that bounds values of one JSON type (`any`: of every type)."""

    keyword: str
    type: JsonType | str
    meet: Meet


def same(a: Any, b: Any) -> Any:
    """Bounds that combine only with themselves."""
    return a if equal(a, b) else None


def common_multiple(a: Any, b: Any) -> Any:
    """The least common multiple of two rationals, as JSON writes it."""
    # Hardly a description has two of them to combine.
    from fractions import Fraction

    x, y = Fraction(str(a)), Fraction(str(b))
    multiple = Fraction(
        lcm(x.numerator * y.denominator, y.numerator * x.denominator),
        x.denominator * y.denominator,
    )
    return int(multiple) if multiple.denominator == 1 else float(multiple)


def either(a: Any, b: Any) -> Any:
    """A flag that holds when it is set on one side."""
    return a or b


def union(a: Any, b: Any) -> Any:
    """Names that one side or the other asks for, in their order."""
    return tuple(dict.fromkeys((*a, *b)))


def intersection(a: Any, b: Any) -> Any:
    """Values that both sides list, in the order of the first."""
    return tuple(value for value in a if any(equal(value, other) for other in b))


def common_types(a: Any, b: Any) -> Any:
    """JSON types that both sides allow; `integer` is part of `number`."""
    narrowed = [name for name in a if name in b or (name == "integer" and "number" in b)]
    narrowed += [name for name in b if name == "integer" and "number" in a and name not in a]
    return tuple(narrowed)


FACETS: tuple[Facet, ...] = (
    Facet("type", "any", common_types),
    Facet("enum", "any", intersection),
    Facet("const", "any", same),
    Facet("multipleOf", "number", common_multiple),
    Facet("minimum", "number", max),
    Facet("exclusiveMinimum", "number", max),
    Facet("maximum", "number", min),
    Facet("exclusiveMaximum", "number", min),
    Facet("minLength", "string", max),
    Facet("maxLength", "string", min),
    Facet("pattern", "string", same),
    Facet("format", "string", same),
    Facet("contentEncoding", "string", same),
    Facet("contentMediaType", "string", same),
    Facet("minItems", "array", max),
    Facet("maxItems", "array", min),
    Facet("uniqueItems", "array", either),
    Facet("minProperties", "object", max),
    Facet("maxProperties", "object", min),
    Facet("required", "object", union),
)
EXCLUSIVE: dict[str, str] = {"exclusiveMinimum": "minimum", "exclusiveMaximum": "maximum"}
"""The bounds that are not let in themselves, and those that are."""
OF_TYPE: Mapping[str, frozenset[str]] = {
    name: frozenset(facet.keyword for facet in FACETS if facet.type == name)
    for name in ("number", "string", "array", "object")
}
"""The keywords that bound values of each JSON type."""
BY_KEYWORD: dict[str, Facet] = {facet.keyword: facet for facet in FACETS}
ABOUT: dict[str, str] = {
    # OpenAPI has formats of numbers, too.
    **{f.keyword: f.type for f in FACETS if f.type != "any" and f.keyword != "format"},
    **dict.fromkeys("items prefixItems contains unevaluatedItems".split(), "array"),
    **dict.fromkeys("properties patternProperties additionalProperties".split(), "object"),
    **dict.fromkeys("propertyNames unevaluatedProperties".split(), "object"),
    **dict.fromkeys("dependentRequired dependentSchemas".split(), "object"),
}
"""The one type that a keyword is about, where it is about one."""


def idle(keywords: Mapping[str, Any]) -> list[str]:
    """Return the keywords that change nothing: the `type` beside them lets no such value in."""
    types = keywords.get("type")
    if not types or ABOUT.keys().isdisjoint(keywords):
        return []
    kinds = {"any", *("number" if name == "integer" else name for name in types)}
    return [keyword for keyword in keywords if ABOUT.get(keyword, "any") not in kinds]


def asks_nothing(keyword: str, written: Any) -> bool:
    """Whether a keyword changes nothing for values of any type, as `uniqueItems: false` does."""
    return bool(keyword in _LEAST and written == _LEAST[keyword])


_LEAST: Mapping[str, Any] = {
    "uniqueItems": False,
    "additionalProperties": True,
    "required": [],
    "minLength": 0,
    "minItems": 0,
    "minProperties": 0,
}


def _is_multiple(value: Any, step: Any) -> bool:
    """Whether a number is a multiple of another as they are written: 0.3 is one of 0.1."""
    # Hardly any value of a description stands beside a `multipleOf`.
    from fractions import Fraction

    if not step or not isfinite(value) or not isfinite(step):
        return True
    one, other = (Fraction(n if isinstance(n, int) else str(n)) for n in (value, step))
    return one % other == 0


_WITHIN: Mapping[str, Callable[[Any, Any], bool]] = {
    "multipleOf": _is_multiple,
    "minimum": ge,
    "maximum": le,
    "exclusiveMinimum": gt,
    "exclusiveMaximum": lt,
    **dict.fromkeys(("minLength", "minItems", "minProperties"), lambda v, bound: len(v) >= bound),
    **dict.fromkeys(("maxLength", "maxItems", "maxProperties"), lambda v, bound: len(v) <= bound),
}
MEASURING = frozenset(_WITHIN)
"""The keywords that are about how large a value is."""


def keeps(value: Any, keyword: str, bound: Any) -> bool:
    """Whether a value keeps to a bound of a `MEASURING` keyword, as one of another type does."""
    of_type = json_type(value) == BY_KEYWORD[keyword].type
    return not of_type or _WITHIN[keyword](value, bound)


_KEPT = frozenset({"maxLength", "minLength", "maximum", "minimum"})


def without_kept(keywords: Mapping[str, Any]) -> Mapping[str, Any]:
    """Leave out the sizes that every value of the `enum` among them keeps."""
    if _KEPT.isdisjoint(keywords):
        return keywords
    values = keywords["enum"]
    return {
        keyword: bound
        for keyword, bound in keywords.items()
        if keyword not in _KEPT or not all(keeps(value, keyword, bound) for value in values)
    }


LISTING = frozenset({"enum", "const"})
"""The keywords that list values."""


def enumerated(keywords: Mapping[str, Any]) -> Sequence[Any]:
    """Return the values of an `enum`, or else that of a `const`; none where neither stands."""
    values: Sequence[Any] = keywords.get("enum", ())
    return (keywords["const"],) if "const" in keywords and "enum" not in keywords else values


def equal(a: Any, b: Any) -> bool:
    """JSON equality: 1 is 1.0 and is not true; objects have no order."""
    if isinstance(a, bool) or isinstance(b, bool):
        return a is b
    if isinstance(a, dict) and isinstance(b, dict):
        return a.keys() == b.keys() and all(equal(a[key], b[key]) for key in a)
    if isinstance(a, list | tuple) and isinstance(b, list | tuple):
        return len(a) == len(b) and all(map(equal, a, b))
    return bool(a == b)


def json_type(value: Any) -> JsonType:
    """Return the JSON type of a value, integers as numbers."""
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "boolean"
    if isinstance(value, int | float):
        return "number"
    if isinstance(value, str):
        return "string"
    return "array" if isinstance(value, list | tuple) else "object"


def is_of_type(value: Any, keywords: Mapping[str, Any]) -> bool:
    """Whether a value is of a type that canonical keywords name; there has to be a `type`."""
    names = keywords["type"]
    match value:
        case None:
            return "null" in names or bool(keywords.get("nullable"))
        case bool():
            return "boolean" in names
        case int():
            return "integer" in names or "number" in names
        case float():
            whole = value.is_integer() and keywords.get("integral_floats") is not False
            return "number" in names or (whole and "integer" in names)
        case str():
            return "string" in names
        case list():
            return "array" in names
    return not isinstance(value, dict) or "object" in names
