"""What a schema is put together from: the members of its `allOf`, and theirs, and itself."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.ir import Schema, TypeId


def parts(schema: Schema, schemas: Mapping[TypeId, Schema]) -> Iterator[Schema]:
    """Yield the schemas that hold together, in their order, and the schema itself last."""
    yield from _parts(schema, schemas, frozenset())


def _parts(
    schema: Schema, schemas: Mapping[TypeId, Schema], trail: frozenset[TypeId]
) -> Iterator[Schema]:
    if schema.id in trail:
        return
    trail |= {schema.id}
    members = schema.keywords.get("allOf", ())
    if "$ref" in schema.keywords:
        members = (schema.keywords["$ref"], *members)
    for member in members:
        yield from _parts(schemas[member], schemas, trail)
    yield schema
