"""`allOf` as inheritance: which component an object extends, where all that it says still holds."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import replace

from generator.ir import Api, Discriminator, Object, Type, TypeId
from generator.shaping.composition import members, resolved


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
    return _with_narrower(replace(api, types=types))


def _with_narrower(api: Api) -> Api:
    """Return the API with the objects that the discriminator of a component they extend names."""
    extending: dict[TypeId, list[TypeId]] = defaultdict(list)
    for type_id, found in api.types.items():
        for base in _ancestors(api, found):
            extending[base].append(type_id)
    types = dict(api.types)
    for type_id, below in extending.items():
        found, said = api.types[type_id], _discriminator(api, type_id)
        named = _named(api, said, below) if said else {}
        if said and named and isinstance(found.shape, Object):
            narrower = Discriminator(said.property, named)
            types[type_id] = replace(found, shape=replace(found.shape, narrower=narrower))
    return replace(api, types=types)


def _discriminator(api: Api, type_id: TypeId) -> Discriminator | None:
    """The discriminator of a component, or of the nearest one that it extends."""
    line = (type_id, *_ancestors(api, api.types[type_id]))
    said = (api.schemas[one].keywords.get("discriminator") for one in line)
    return next(filter(None, said), None)


def _ancestors(api: Api, found: Type) -> Iterator[TypeId]:
    """Yield the component that an object extends, and the one which that extends."""
    seen: set[TypeId] = set()
    while isinstance(found.shape, Object) and found.shape.base and found.shape.base not in seen:
        yield found.shape.base
        seen.add(found.shape.base)
        found = api.types[found.shape.base]


def _named(api: Api, said: Discriminator, below: list[TypeId]) -> dict[str | None, TypeId]:
    """The components among some that a discriminator names: as it maps, else by their own name.

    What it says of all other values, the base itself is for.
    """
    keys = {api.schemas[type_id].key: type_id for type_id in below}
    mapped = {tag: resolved(api.schemas, target).id for tag, target in said.mapping.items()}
    named = {key: type_id for key, type_id in keys.items() if key} | mapped
    return {tag: target for tag, target in named.items() if tag is not None and target in below}


def _bases(api: Api, type_id: TypeId, shape: Object) -> Iterator[tuple[TypeId, int]]:
    """Yield the components whose fields an object has as they are, with their number."""
    for member in members(api.schemas[type_id]):
        target = resolved(api.schemas, member).id
        base = api.types[target].shape if target in api.types else None
        if target == type_id or not isinstance(base, Object) or not api.schemas[target].key:
            continue
        if base.additional == shape.additional and set(base.fields) <= set(shape.fields):
            yield target, len(base.fields)
