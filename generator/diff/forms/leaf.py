"""One schema's own keywords as a form, before it is met with those that hold beside it."""

from __future__ import annotations

import math
from collections.abc import Mapping
from typing import Any

from generator.diff.forms.form import (
    ANYTHING,
    TYPES,
    Arrays,
    Conj,
    Form,
    Objects,
    identity,
)
from generator.facets import EXCLUSIVE, INTEGER_FORMATS, equal, json_type
from generator.ir import MISSING, Schema, TypeId

MATCH_ALL = frozenset(
    {"", ".*", "^.*$", ".*$", "^.*", "^", "$", "^(.*)$", "(.*)", "[\\s\\S]*", "^[\\s\\S]*$"}
)
"""Patterns that are found in every text."""
_PLAIN = ("minLength", "maxLength", "minItems", "maxItems", "minProperties", "maxProperties")
_FLOORS = frozenset({"minLength", "minItems", "minProperties"})
_LISTED = ("pattern", "contentEncoding", "contentMediaType")
NUMERIC_FORMATS = frozenset({*INTEGER_FORMATS, "float"})
_CONTENT = {
    "binary": ("contentMediaType", "application/octet-stream"),
    "byte": ("contentEncoding", "base64"),
}
"""What OpenAPI 3.0 says by a format and 3.1 by a keyword."""
_SILENT_FORMATS = frozenset({"password", "textarea", "markdown", "html", "double"})
"""Formats that leave no value out; numbers in JSON are read as doubles anyway."""


def leaf(schema: Schema, *, nullable: bool) -> Form:
    """Return the form of a schema without its `$ref`, `allOf` and unions."""
    keywords = schema.keywords
    if "false" in keywords:
        return Form(types=frozenset(), origin={"type": schema.id}, notes=schema.notes)
    types, bounds = _types(keywords)
    values = _values(keywords, types)
    types = frozenset(values) if values is not None else types
    values = values or {}
    if nullable or keywords.get("nullable"):
        types |= {"null"}
        values = {**values, "null": (None,)} if values else values
    bounds |= _bounds(keywords)
    return Form(
        types=types,
        values={name: listed for name, listed in values.items() if not is_all(name, listed)},
        bounds=bounds,
        objects=_objects(keywords) if "object" in types else Objects(),
        arrays=_arrays(keywords) if "array" in types else Arrays(),
        content=_one(keywords, "contentSchema") if "string" in types else ANYTHING,
        negations=(keywords["not"],) if "not" in keywords else (),
        notes=schema.notes,
        origin=_origin(schema),
    )


def is_all(name: str, listed: tuple[Any, ...]) -> bool:
    """Whether these are all values of a type, so that they need not be listed."""
    return name == "null" or (name == "boolean" and len(listed) == 2)


def _types(keywords: Mapping[str, Any]) -> tuple[frozenset[str], dict[str, Any]]:
    names = keywords.get("type")
    if names is None:
        # Content is what strings hold; in OpenAPI 3.1 nobody writes their type beside it.
        held = "contentMediaType" in keywords or "contentEncoding" in keywords
        return (frozenset({"string"}) if held else TYPES), {}
    integer = "integer" in names and "number" not in names
    types = frozenset("number" if name == "integer" else name for name in names)
    return types, {"integer": True} if integer else {}


def _values(
    keywords: Mapping[str, Any], types: frozenset[str]
) -> dict[str, tuple[Any, ...]] | None:
    """Listed values by type; None where the schema lists none."""
    if "enum" not in keywords and "const" not in keywords:
        return None
    listed = keywords.get("enum", (keywords.get("const"),))
    if "const" in keywords:
        listed = [value for value in listed if equal(value, keywords["const"])]
    integral = "integer" in keywords.get("type", ()) and "number" not in keywords["type"]
    found: dict[str, list[Any]] = {}
    for value in {identity(value): value for value in listed}.values():
        name = json_type(value)
        whole = not integral or name != "number" or float(value).is_integer()
        if name in types and whole:
            found.setdefault(name, []).append(value)
    return {name: tuple(members) for name, members in found.items()}


def _bounds(keywords: Mapping[str, Any]) -> dict[str, Any]:
    """The keywords that bound values, without those that leave none out."""
    found: dict[str, Any] = {}
    for keyword in _PLAIN:
        value = keywords.get(keyword)
        if value is not None and not (value == 0 and keyword in _FLOORS):
            found[keyword] = value
    for keyword in _LISTED:
        if keywords.get(keyword) and keywords[keyword] not in MATCH_ALL:
            found[keyword] = (keywords[keyword],)
    keyword, value = _CONTENT.get(_named_format(keywords), ("", ""))
    if keyword:
        found[keyword] = (value,)
    found |= _range(keywords) | _format(keywords)
    if keywords.get("uniqueItems"):
        found["uniqueItems"] = True
    if "multipleOf" in keywords:
        found["multipleOf"] = keywords["multipleOf"]
    return found


def _range(keywords: Mapping[str, Any]) -> dict[str, Any]:
    """The sharper one of an inclusive and an exclusive limit, on each side."""
    found: dict[str, Any] = {}
    for exclusive, keyword in EXCLUSIVE.items():
        limits = [
            (keywords[name], name == exclusive) for name in (keyword, exclusive) if name in keywords
        ]
        if limits:
            found[keyword] = sharper(keyword, limits[0], limits[-1])
    return found


def _named_format(keywords: Mapping[str, Any]) -> str:
    return str(keywords.get("format", keywords.get("annotated format", "")))


def _format(keywords: Mapping[str, Any]) -> dict[str, Any]:
    name = _named_format(keywords)
    if not name or name in _SILENT_FORMATS or name in _CONTENT:
        return {}
    return {"numeric format" if name in NUMERIC_FORMATS else "format": (name,)}


def sharper(keyword: str, one: tuple[Any, bool], other: tuple[Any, bool]) -> tuple[Any, bool]:
    """Return the limit that leaves fewer numbers; `(5, True)` leaves 5 itself out."""
    if one[0] == other[0]:
        return one if one[1] else other
    pick = max if keyword == "minimum" else min
    return pick(one, other, key=lambda limit: limit[0])


def integral(keyword: str, limit: tuple[Any, bool]) -> tuple[Any, bool]:
    """Return a limit as integers see it: inclusive and whole."""
    value, exclusive = limit
    if keyword == "minimum":
        return (math.floor(value) + 1 if exclusive else math.ceil(value)), False
    return (math.ceil(value) - 1 if exclusive else math.floor(value)), False


def _one(keywords: Mapping[str, Any], keyword: str) -> Conj:
    return (keywords[keyword],) if keyword in keywords else ANYTHING


def _objects(keywords: Mapping[str, Any]) -> Objects:
    required = {
        name: found
        for name, names in keywords.get("dependentRequired", {}).items()
        if (found := frozenset(one for one in names if isinstance(one, str)) - {name})
    }
    listed = keywords.get("patternProperties", {})
    every = tuple(one for pattern, one in listed.items() if pattern in MATCH_ALL)
    patterns = {name: (one, *every) for name, one in listed.items() if name not in MATCH_ALL}
    return Objects(
        properties={name: (one, *every) for name, one in keywords.get("properties", {}).items()},
        required=frozenset(keywords.get("required", ())),
        patterns=patterns,
        additional=every or _one(keywords, "additionalProperties"),
        names=_one(keywords, "propertyNames"),
        dependent_required=required,
        dependents={name: (one,) for name, one in keywords.get("dependentSchemas", {}).items()},
        unevaluated=_one(keywords, "unevaluatedProperties"),
    )


def _arrays(keywords: Mapping[str, Any]) -> Arrays:
    found = keywords.get("contains")
    counts = found is not None and (found.minimum > 0 or found.maximum is not None)
    return Arrays(
        prefix=tuple((one,) for one in keywords.get("prefixItems", ())),
        items=_one(keywords, "items"),
        contains=(found,) if found is not None and counts else (),
        unevaluated=_one(keywords, "unevaluatedItems"),
    )


def _origin(schema: Schema) -> dict[str, TypeId]:
    """The schema that a keyword, or a member of one, is from: for a leaf, its own."""
    keywords = schema.keywords
    found = dict.fromkeys(keywords, schema.id)
    for name in schema.keywords.get("properties", ()):
        found[f"properties/{name}"] = schema.id
    for name in schema.keywords.get("required", ()):
        found[f"required/{name}"] = schema.id
    for exclusive, keyword in EXCLUSIVE.items():
        if exclusive in found:
            found.setdefault(keyword, schema.id)
    notes = schema.notes
    told = {
        "default": notes.default is not MISSING,
        "deprecated": notes.deprecated,
        "title": notes.title,
        "description": notes.description,
    }
    found |= {keyword: schema.id for keyword, said in told.items() if said}
    if "nullable" in found:
        found.setdefault("type", schema.id)
    if keywords.get("nullable") or "null" in keywords.get("type", ()):
        found["null"] = schema.id
    found.setdefault("", schema.id)
    return found
