"""What people call the type of a value: `integer`, `array of Pet or null`, `string (uuid)`."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.facets import json_type
from generator.ir import Schema, TypeId
from generator.source import Place

Schemas = Mapping[TypeId, Schema]
_DEEPEST = 3
"""How many levels down a type is told."""
_MOST = 4
"""How many members of a union are told."""


def is_null(schema: Schema | None) -> bool:
    """Whether a schema takes null, and nothing else."""
    return schema is not None and tuple(schema.keywords.get("type", ())) == ("null",)


def typed(place: Place | None, schemas: Schemas) -> str:
    """Return the type of the schema at a place; empty where there is none."""
    if place is None:
        return ""
    return _typed(TypeId(f"{place.source.name}#{place.pointer}"), schemas, _DEEPEST)


def _typed(type_id: TypeId, schemas: Schemas, depth: int) -> str:
    """The name of a schema; of one without a name, what it is made of."""
    schema = schemas.get(type_id)
    if schema is None:
        return ""
    if schema.key is not None and depth < _DEEPEST:
        return schema.key
    if not depth:
        return "any"
    words = schema.keywords
    if "$ref" in words:
        return _typed(words["$ref"], schemas, depth - 1)
    branches = words.get("anyOf") or words.get("oneOf")
    if branches:
        return _joined([_typed(one, schemas, depth - 1) for one in branches])
    if "allOf" in words:
        return _typed(words["allOf"][0], schemas, depth - 1)
    names = words.get("type") or map(json_type, _listed(schema))
    return _joined([_of(name, schema, schemas, depth) for name in names])


def _listed(schema: Schema) -> Sequence[Any]:
    words = schema.keywords
    return (words["const"],) if "const" in words else words.get("enum", ())


def _of(name: str, schema: Schema, schemas: Schemas, depth: int) -> str:
    words = schema.keywords
    if name == "array" and "items" in words:
        return f"array of {_typed(words['items'], schemas, depth - 1)}"
    form = words.get("format", words.get("annotated format"))
    return f"{name} ({form})" if form and name in ("string", "integer", "number") else name


def _joined(names: list[str]) -> str:
    """Say each once, null last, the first few of many."""
    told = sorted(dict.fromkeys(filter(None, names)), key=lambda name: name == "null")
    if len(told) > _MOST:
        told = [*told[:_MOST], f"{len(told) - _MOST} more"]
    return " or ".join(told) or "any"
