"""A union inside an `allOf`: it is a union of what each of its members makes with the rest."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Final

from generator.ir import Schema, TypeId

_Schemas = Mapping[TypeId, Schema]
_AROUND: Final = frozenset({"allOf", "type", "additionalProperties"})
"""What may stand beside the `allOf`."""


def spread(schema: Schema, schemas: _Schemas) -> Sequence[Schema]:
    """Return a schema for each member of the only union in the `allOf`, made of it and the rest.

    All of them are objects that are written in place; for anything else, nothing is returned.
    """
    members: tuple[TypeId, ...] = schema.keywords.get("allOf", ())
    unions = [member for member in members if _choices(schemas[member])]
    others = tuple(member for member in members if member not in unions)
    if len(unions) != 1 or not others or not schema.keywords.keys() <= _AROUND:
        return ()
    choices = _choices(schemas[unions[0]])
    if not all("properties" in schemas[choice].keywords for choice in (*choices, *others)):
        return ()
    return [
        replace(
            schemas[choice],
            id=TypeId(f"{schema.id}~{index}"),
            keywords={"allOf": (choice, *others)},
            key=None,
        )
        for index, choice in enumerate(choices)
    ]


def _choices(schema: Schema) -> tuple[TypeId, ...]:
    found = [schema.keywords.get(keyword, ()) for keyword in ("oneOf", "anyOf")]
    return next(filter(None, found), ()) if len(schema.keywords) == 1 else ()
