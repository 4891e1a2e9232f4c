"""Which type of the new version is a type of the old one: by its place, its name and its looks."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Hashable, Mapping
from typing import Final

from generator.ir import TypeId
from generator.targets.python.outline import Outline

Outlines = Mapping[TypeId, Outline]
_Key = Callable[[TypeId, Outline], Hashable]
_TELLING = 2
"""Attributes from which on looks tell a type."""


def _place(type_id: TypeId, _: Outline) -> Hashable:
    """Where it stands, in whatever file; what an operation has is called after it."""
    document, mark, pointer = type_id.partition("#")
    return pointer if mark else document


def _name(_: TypeId, outline: Outline) -> Hashable:
    return outline.name


def _looks(type_id: TypeId, outline: Outline) -> Hashable:
    # What has no attributes of its own looks like any other such class.
    plain = len(outline.attributes) < _TELLING
    return type_id if plain else (outline.kind, tuple(outline.attributes.items()))


# A name that stays means more than a place: the branches of a union may have changed theirs.
_KEYS: Final[tuple[tuple[_Key, ...], ...]] = (
    (_name, _place),
    (_name, _looks),
    (_place, _looks),
    (_name,),
    (_place,),
    (_looks,),
)


def pairs(old: Outlines, new: Outlines) -> Mapping[TypeId, TypeId]:
    """Return the types of the old version with what each is in the new one, if it is there."""
    found: dict[TypeId, TypeId] = {}
    for keys in _KEYS:
        before = _alone(old, found.keys(), keys)
        after = _alone(new, {*found.values()}, keys)
        found |= {before[key]: after[key] for key in before if key in after}
    return found


def _alone(
    outlines: Outlines, done: Collection[TypeId], keys: tuple[_Key, ...]
) -> dict[Hashable, TypeId]:
    """Return the types that are left by keys, but for keys that several of them have."""
    left = {
        type_id: tuple(key(type_id, outline) for key in keys)
        for type_id, outline in outlines.items()
        if type_id not in done
    }
    often = Counter(left.values())
    return {key: type_id for type_id, key in left.items() if often[key] == 1}
