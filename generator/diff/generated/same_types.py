"""Which type of the new version is a type of the old one: by its place, its name and its looks.

What was renamed and edited at once is known by where it is used, if most of it is as it was.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Collection, Hashable, Iterator, Mapping
from dataclasses import replace
from typing import Final

from generator.diff.generated.places import PlaceOfUse, PlacesOfUse, nameless
from generator.ir import TypeId
from generator.targets.python.annotations import parts
from generator.targets.python.outline import Attribute, Outline

Outlines = Mapping[TypeId, Outline]
_Names = Mapping[str, str]
_Key = Callable[[TypeId, Outline], Hashable]
_WORD = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|\w+""")
"""A text, which names nothing, or a name."""
_TELLING = 2
"""Attributes from which on looks tell a type."""


def _place(type_id: TypeId, _: Outline) -> Hashable:
    """Where it stands, in whatever file; what an operation has is called after it.

    What the parameters of a path are called is no other place.
    """
    document, mark, pointer = type_id.partition("#")
    return nameless(pointer if mark else document)


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


def renamed(attribute: Attribute, called: Mapping[str, str]) -> Attribute:
    """Return an attribute as it would be, if its types had the names of the new version."""
    text = _WORD.sub(lambda word: called.get(word[0], word[0]), attribute.annotation)
    return attribute._replace(annotation=text)


def same_types(
    old: Outlines, new: Outlines, used: Callable[[], tuple[PlacesOfUse, PlacesOfUse]]
) -> Mapping[TypeId, TypeId]:
    """Return the types of the old version with what each is in the new one, if it is there.

    `used` tells the places of use in both versions, where that is needed.
    """
    found: dict[TypeId, TypeId] = {}
    for keys in _KEYS:
        before = _alone(old, found.keys(), keys)
        after = _alone(new, {*found.values()}, keys)
        found |= {before[key]: after[key] for key in before if key in after}
    if len(found) < min(len(old), len(new)):
        where = used()
        # What is used in a type that was found may be found then.
        while more := _edited(old, new, found, where):
            found |= more
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


def _edited(
    old: Outlines,
    new: Outlines,
    found: Mapping[TypeId, TypeId],
    used: tuple[PlacesOfUse, PlacesOfUse],
) -> dict[TypeId, TypeId]:
    """Return the types that are left, with the only one of their place that is much like them."""
    called = {old[one].name.cls: new[other].name.cls for one, other in found.items()}
    # What a field is of may be renamed as well: then nobody knows yet what it is.
    gone = {one.name.cls: "?" for type_id, one in old.items() if type_id not in found}
    come = {new[type_id].name.cls: "?" for type_id in new.keys() - {*found.values()}}
    names = {"class": (called | gone, come)}
    there = _by_place(new, {*found.values()}, used[1])
    likes = {
        type_id: [
            other
            for other in others
            if _is_like(old[type_id], new[other], names.get(old[type_id].kind, (called, {})))
        ]
        for type_id, others in _candidates(old, found, used[0], there)
    }
    often = Counter(other for others in likes.values() for other in others)
    return {
        one: others[0]
        for one, others in likes.items()
        if len(others) == 1 and often[others[0]] == 1
    }


def _by_place(
    outlines: Outlines, done: Collection[TypeId], used: PlacesOfUse
) -> Mapping[PlaceOfUse, list[TypeId]]:
    there: dict[PlaceOfUse, list[TypeId]] = {}
    for type_id in outlines:
        if type_id not in done:
            for place in used.get(type_id, ()):
                there.setdefault(place, []).append(type_id)
    return there


def _candidates(
    old: Outlines,
    found: Mapping[TypeId, TypeId],
    used: PlacesOfUse,
    there: Mapping[PlaceOfUse, list[TypeId]],
) -> Iterator[tuple[TypeId, list[TypeId]]]:
    """Yield the types that are left, with those that stand in the new version where they stood."""
    for type_id in old:
        if type_id not in found:
            places = (
                replace(place, owner=found.get(place.owner, place.owner))
                for place in used.get(type_id, ())
            )
            met = dict.fromkeys(other for place in places for other in there.get(place, ()))
            yield type_id, [*met]


def _is_like(one: Outline, other: Outline, names: tuple[_Names, _Names]) -> bool:
    """Whether more than half of what is in each of two types is in both; of little, all of it.

    `names` are those by which the types of the fields of either are compared.
    """
    if one.kind != other.kind:
        return False
    before, after = _parts(one, names[0]), _parts(other, names[1])
    both = len(before & after)
    if before == after:
        return bool(before)
    return both >= _TELLING and 2 * both > max(len(before), len(after))


def _parts(outline: Outline, called: _Names) -> set[Hashable]:
    """The fields of a class, the values of an enum, or the types that an alias is of."""
    attributes = outline.attributes
    if outline.kind == "enum":
        return {one.annotation for one in attributes.values()}
    told = {(name, one.member): renamed(one, called).annotation for name, one in attributes.items()}
    if outline.kind == "alias":
        return {*parts(told["", ""])}
    # Nearly every class has what a schema does not name.
    return {*(one for one in told.items() if one[0][1])}
