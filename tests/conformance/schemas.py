"""Strategies of hypothesis: schemas over a small world of names and values, and such values.

A small world makes that a random value has a fair chance to be valid, or to fail by one thing.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from hypothesis import strategies as st

Json = Any
NAMES = ("a", "b", "c", "class", "a b", "")
TYPES = ("null", "boolean", "integer", "number", "string", "array", "object")
PATTERNS = ("^a", "b$", "^[a-c]*$", "a.c", "\\d", "^$", "^(a|b){1,2}$")

names = st.sampled_from(NAMES)
numbers = st.sampled_from((0, 1, 2, 3, -1, 0.5, 1.0, 1.5, 10**20, -0.0, 1e300))
scalars = st.one_of(
    st.none(),
    st.booleans(),
    numbers,
    st.sampled_from(("", "a", "b", "abc", "7", "é", "\U0001f600")),
)
values: st.SearchStrategy[Json] = st.recursive(
    scalars,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(names, inner, max_size=4),
    max_leaves=8,
)
_counts = st.integers(0, 3)
_types = st.sampled_from(TYPES) | st.lists(st.sampled_from(TYPES), min_size=1, unique=True)
_bounds: Mapping[str, st.SearchStrategy[Json]] = {
    "type": _types,
    "enum": st.lists(values, min_size=1, max_size=4),
    "const": values,
    "maximum": numbers,
    "minimum": numbers,
    "exclusiveMaximum": numbers,
    "exclusiveMinimum": numbers,
    "multipleOf": st.sampled_from((1, 2, 3, 0.5, 1.5)),
    "maxLength": _counts,
    "minLength": _counts,
    "pattern": st.sampled_from(PATTERNS),
    "maxItems": _counts,
    "minItems": _counts,
    "uniqueItems": st.booleans(),
    "maxProperties": _counts,
    "minProperties": _counts,
    "required": st.lists(names, unique=True, max_size=2),
}


def _applicators(inner: st.SearchStrategy[Json]) -> dict[str, st.SearchStrategy[Json]]:
    """The keywords with subschemas that all drafts since 6 have."""
    several = st.lists(inner, min_size=1, max_size=3)
    properties = st.dictionaries(names, inner, max_size=3)
    return {
        "allOf": several,
        "anyOf": several,
        "oneOf": several,
        "not": inner,
        "if": inner,
        "then": inner,
        "else": inner,
        "items": inner,
        "contains": inner,
        "properties": properties,
        "patternProperties": st.dictionaries(st.sampled_from(PATTERNS), inner, max_size=2),
        "additionalProperties": inner,
        "propertyNames": inner,
        "$ref": st.sampled_from(("#/$defs/x", "#/$defs/y")),
    }


def _draft7(inner: st.SearchStrategy[Json]) -> dict[str, st.SearchStrategy[Json]]:
    needed = st.lists(names, unique=True, max_size=2)
    return {
        **_applicators(inner),
        "items": inner | st.lists(inner, min_size=1, max_size=2),
        "additionalItems": inner,
        "dependencies": st.dictionaries(names, inner | needed, max_size=2),
    }


def _draft202012(inner: st.SearchStrategy[Json]) -> dict[str, st.SearchStrategy[Json]]:
    needed = st.lists(names, unique=True, max_size=2)
    return {
        **_applicators(inner),
        "prefixItems": st.lists(inner, min_size=1, max_size=2),
        "dependentRequired": st.dictionaries(names, needed, max_size=2),
        "dependentSchemas": st.dictionaries(names, inner, max_size=2),
        "unevaluatedItems": inner,
        "unevaluatedProperties": inner,
        "minContains": _counts,
        "maxContains": _counts,
    }


APPLICATORS = {"draft7": _draft7, "2020-12": _draft202012}


def _of_some(keywords: Mapping[str, st.SearchStrategy[Json]], most: int) -> st.SearchStrategy[Json]:
    """An object with up to so many of the keywords."""
    chosen = st.lists(st.sampled_from(sorted(keywords)), unique=True, min_size=1, max_size=most)
    return chosen.flatmap(lambda found: st.fixed_dictionaries({k: keywords[k] for k in found}))


def objects(inner: st.SearchStrategy[Json]) -> st.SearchStrategy[Json]:
    """What people write most: an object with properties, some of them required."""
    properties = st.dictionaries(names, inner, min_size=1, max_size=3)
    more = {"required": _bounds["required"], "additionalProperties": inner}
    return st.fixed_dictionaries(
        {"type": st.just("object"), "properties": properties}, optional=more
    )


def subschemas(dialect: str) -> st.SearchStrategy[Json]:
    """Schemas of a dialect that may refer to the definitions `x` and `y`."""
    applicators = APPLICATORS[dialect]
    return st.recursive(
        st.booleans() | _of_some(_bounds, 3) | st.just({"$ref": "#/$defs/x"}),
        lambda inner: _of_some({**_bounds, **applicators(inner)}, 4) | objects(inner),
        max_leaves=6,
    )


def schemas(dialect: str) -> st.SearchStrategy[dict[str, Json]]:
    """Whole schemas of a dialect, with the two definitions that references in them lead to."""
    inner = subschemas(dialect)
    definitions = st.fixed_dictionaries({"x": inner, "y": inner})
    applicators = APPLICATORS[dialect](inner)
    roots = _of_some({**_bounds, **applicators}, 5) | objects(inner)
    return st.tuples(roots, definitions).map(lambda pair: {**pair[0], "$defs": pair[1]})
