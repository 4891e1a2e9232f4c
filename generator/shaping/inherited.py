"""The discriminator of what all members of a union extend: it tells them apart as well."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.ir import Discriminator, Schema, TypeId
from generator.shaping.composition import parts, resolved

_Schemas = Mapping[TypeId, Schema]
_UNIONS = frozenset({"oneOf", "anyOf"})


def inherited(schemas: _Schemas, members: Sequence[TypeId]) -> Discriminator | None:
    """Return the discriminator that the members of a union have in common, with a tag for each.

    springdoc and others write `oneOf: [Cat, Dog]`, and say in `Pet`, which both extend, how to tell
    them apart. The tags are in the order of the members; null needs none.
    """
    members = [m for m in members if not _is_null(resolved(schemas, m).keywords)]
    if len(members) < 2:
        return None
    extended = _extended(schemas, members[0])
    for member in members[1:]:
        others = _extended(schemas, member) if extended else {}
        extended = {base: said for base, said in extended.items() if base in others}
    said = next(iter(extended.values()), None)
    if said is None:
        return None
    mapping: dict[str | None, TypeId] = {}
    for member in members:
        tags = _tags(schemas, member, said)
        if not tags:
            return None
        mapping |= dict.fromkeys(tags, member)
    return Discriminator(said.property, mapping)


def _is_null(keywords: Mapping[str, Any]) -> bool:
    return keywords.get("type") == ("null",) or keywords.get("enum") == (None,)


def _extended(schemas: _Schemas, member: TypeId) -> Mapping[TypeId, Discriminator]:
    """The discriminators of what a schema is made of, itself included, but for those of unions."""
    return {
        part.id: part.keywords["discriminator"]
        for part in parts(resolved(schemas, member), schemas)
        if "discriminator" in part.keywords and _UNIONS.isdisjoint(part.keywords)
    }


def _tags(schemas: _Schemas, member: TypeId, said: Discriminator) -> Sequence[str | None]:
    meant = resolved(schemas, member)
    mapping = said.mapping.items()
    tags = [tag for tag, target in mapping if resolved(schemas, target).id == meant.id]
    return tags or ([meant.key] if meant.key else [])
