"""Which schemas have to tell what members and items they evaluate."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from generator.closure import closure
from generator.ir import IN_PLACE_APPLICATORS, Schema, TypeId
from generator.shaping.composition import subschemas

UNEVALUATED = frozenset({"unevaluatedProperties", "unevaluatedItems"})
_TELLING = IN_PLACE_APPLICATORS - {"not"}
"""The keywords whose schemas evaluate members and items for theirs."""


def tracked(schemas: Mapping[TypeId, Schema]) -> frozenset[TypeId]:
    """The schemas that have to tell what they evaluate: some `unevaluated…` depends on them."""
    tellers = (
        member
        for schema in schemas.values()
        if not UNEVALUATED.isdisjoint(schema.keywords)
        for member in _telling(schema)
    )
    return frozenset(closure(tellers, lambda type_id: _telling(schemas[type_id])))


def _telling(schema: Schema) -> Iterable[TypeId]:
    return subschemas({k: v for k, v in schema.keywords.items() if k in _TELLING})
