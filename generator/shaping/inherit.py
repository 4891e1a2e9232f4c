"""`allOf` as inheritance: which component an object extends, where all that it says still holds."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.ir import Api, Object, TypeId
from generator.shaping.composition import members


def inherit(api: Api) -> Api:
    """Return the API with the base of each object that extends a component.

    Of several it is the one with the most fields, for the members of the others come with the
    object itself. None of them is one whose field the object makes required, or of another type.
    """
    types = dict(api.types)
    for type_id, found in api.types.items():
        if isinstance(found.shape, Object) and type_id in api.schemas:
            base = max(_bases(api, type_id, found.shape), key=lambda base: base[1], default=None)
            if base is not None:
                types[type_id] = replace(found, shape=replace(found.shape, base=base[0]))
    return replace(api, types=types)


def _bases(api: Api, type_id: TypeId, shape: Object) -> Iterator[tuple[TypeId, int]]:
    """Yield the components whose fields an object has as they are, with their number."""
    for member in members(api.schemas[type_id]):
        target = _component(api, member)
        base = api.types[target].shape if target in api.types else None
        if target == type_id or not isinstance(base, Object) or not api.schemas[target].key:
            continue
        if base.additional == shape.additional and set(base.fields) <= set(shape.fields):
            yield target, len(base.fields)


def _component(api: Api, type_id: TypeId) -> TypeId:
    """Where a member that is nothing but a reference leads."""
    seen: set[TypeId] = set()
    while set(api.schemas[type_id].keywords) == {"$ref"} and type_id not in seen:
        seen.add(type_id)
        type_id = api.schemas[type_id].keywords["$ref"]
    return type_id
