"""`allOf` copies: a class made of several schemas has its own copy of each inline type in them.

`Filter` that extends `Directory` has a `FilterPivot` beside the `Pivot` of `Directory`, so that
what is called after its owner has one owner. Components are never copied.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from generator.ir import (
    Api,
    Array,
    Declared,
    Field,
    Map,
    Object,
    Ref,
    Schema,
    Shape,
    Tuple,
    Type,
    TypeId,
    Union,
)
from generator.shaping.variants import INPUT, OUTPUT


def copies(api: Api) -> Api:
    """Return the API with a copy of every inline type that an `allOf` brings in from elsewhere."""
    types, schemas = dict(api.types), dict(api.schemas)
    for type_id, found in api.types.items():
        schema = api.schemas.get(type_id)
        if isinstance(found.shape, Object) and schema and "allOf" in schema.keywords:
            copying = _Copying(types, schemas, type_id)
            inherited = _inherited(api, found.shape)
            fields = tuple(
                field if field in inherited else copying.field(field)
                for field in found.shape.fields
            )
            if fields != found.shape.fields:
                types[type_id] = replace(found, shape=replace(found.shape, fields=fields))
    return replace(api, types=types, schemas=schemas)


def _inherited(api: Api, shape: Object) -> frozenset[Field]:
    base = api.types[shape.base].shape if shape.base else None
    return frozenset(base.fields) if isinstance(base, Object) else frozenset()


class _Copying:
    """The copies that one class needs."""

    def __init__(
        self, types: dict[TypeId, Type], schemas: dict[TypeId, Schema], owner: TypeId
    ) -> None:
        self.types = types
        self.schemas = schemas
        self.owner = owner
        self.beneath = owner.removesuffix(INPUT).removesuffix(OUTPUT) + "/"
        # What leads back to the class leads to the class itself, not to a copy of it.
        self.made: dict[TypeId, TypeId] = {owner: owner}

    def field(self, field: Field) -> Field:
        copied = self.copy(field.type)
        return field if copied == field.type else replace(field, type=copied)

    def copy(self, type_id: TypeId) -> TypeId:
        """Return the copy of a type, or the type itself where nothing in it has a name."""
        if type_id in self.made:
            return self.made[type_id]
        found = self.types[type_id]
        if found.schema.key is not None or type_id.startswith(self.beneath):
            return type_id
        self.made[type_id] = TypeId(f"{self.owner}~{type_id}")
        shape = _with(found.shape, self.copy)
        if shape == found.shape and not isinstance(shape, Declared):
            self.made[type_id] = type_id
            return type_id
        made = self.made[type_id]
        schema = replace(found.schema, id=made)
        self.schemas[made] = replace(self.schemas.get(type_id, schema), id=made)
        self.types[made] = replace(found, schema=schema, shape=shape)
        return made


def _with(shape: Shape, copy: Callable[[TypeId], TypeId]) -> Shape:
    """Return a shape with copies in the place of what it is made of."""
    match shape:
        case Array(items):
            return Array(copy(items))
        case Map(values):
            return Map(copy(values))
        case Tuple(prefix, rest):
            return Tuple(tuple(map(copy, prefix)), rest and copy(rest))
        case Object(fields, additional):
            copied = tuple(replace(field, type=copy(field.type)) for field in fields)
            return replace(shape, fields=copied, additional=additional and copy(additional))
        case Union(members, discriminator):
            return Union(tuple(map(copy, members)), discriminator)
        case Ref(target):
            return Ref(copy(target))
    return shape
