"""What dynamic references make of a schema: one for each way that leads to it.

`Page` has items that are left to whoever refers to it, so that there is one of users and one of
orders. Nearly all that the ways reach besides is the same for all of them, and there is one of it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, MutableMapping, Sequence
from dataclasses import replace

from generator.ir import NO_NOTES, Schema, TypeId
from generator.shaping.composition import mapped, subschemas

_Several = Iterable[Sequence[TypeId]]


def merge(schemas: MutableMapping[TypeId, Schema], several: _Several) -> None:
    """Leave one schema of each of `several` that stand at one place and lead to the same.

    One that a component does nothing but refer to is that component: `UserPage: {$ref: page}`.
    """
    alike = dict(_alike(schemas, several))
    made = {type_id for ids in several for type_id in ids[1:]}
    for type_id, schema in schemas.items() if made else ():
        target = alike.get(schema.keywords.get("$ref", ""))
        lone = len(schema.keywords) == 1 and schema.key and type_id not in made
        if lone and target in made and alike[target] == target:
            own = (
                schema if schema.notes != NO_NOTES else replace(schema, notes=schemas[target].notes)
            )
            schemas[type_id] = replace(own, keywords=schemas[target].keywords)
            alike[target] = type_id
    for type_id in made:
        if alike[type_id] != type_id:
            del schemas[type_id]
    for type_id, schema in schemas.items() if made else ():
        if not alike.keys().isdisjoint(subschemas(schema.keywords)):
            keywords = mapped(schema.keywords, lambda one: _last(alike, one))
            schemas[type_id] = replace(schema, keywords=keywords)


def _last(alike: Mapping[TypeId, TypeId], type_id: TypeId) -> TypeId:
    """Follow what is said to be like another one to the end: no more than two steps."""
    while alike.get(type_id, type_id) != type_id:
        type_id = alike[type_id]
    return type_id


def _alike(schemas: Mapping[TypeId, Schema], several: _Several) -> Mapping[TypeId, TypeId]:
    """Return the first of those that are like each: all of a place, until something parts them."""
    found = {type_id: ids[0] for ids in several for type_id in ids}
    while True:
        parted: dict[TypeId, TypeId] = {}
        for ids in several:
            first: dict[object, TypeId] = {}
            for type_id in ids:
                schema = schemas[type_id]
                below = tuple(found.get(one, one) for one in subschemas(schema.keywords))
                said = found[type_id], schema.place.source.uri, below
                parted[type_id] = first.setdefault(said, type_id)
        if parted == found:
            return found
        found = parted
