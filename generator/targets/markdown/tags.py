"""How often the members of a union stand in its document: once for each tag of theirs."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import chain

from generator.ir import Constant, Enum, Object, TypeId
from generator.targets.markdown.types import TypeTexts

_Tags = Mapping[str, tuple[str, ...]]


def how_often(texts: TypeTexts, members: Sequence[TypeId]) -> Sequence[int]:
    """Return how many tags each member of a union has, where that tells them apart.

    A tag is a text that a required field may have which every member has, each with other texts.
    """
    tables = [_tags(texts, member) for member in members]
    for name in tables[0]:
        tags = [table.get(name, ()) for table in tables]
        if all(tags) and _are_distinct(tags):
            return [len(one) for one in tags]
    return ()


def _are_distinct(tags: Sequence[tuple[str, ...]]) -> bool:
    every = [*chain.from_iterable(tags)]
    return len(set(every)) == len(every)


def _tags(texts: TypeTexts, member: TypeId) -> _Tags:
    """Return the texts that the required fields of an object may have, where those are few."""
    shape = texts.resolved(member).type.shape
    if not isinstance(shape, Object):
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for field in shape.fields:
        resolved = texts.resolved(field.type)
        inner = resolved.type.shape
        # A union of constants, which is shown as one of them, tells nothing.
        if not field.required or resolved.plain or not isinstance(inner, Enum | Constant):
            continue
        if all(isinstance(value, str) for value in inner.values):
            found[field.name] = inner.values
    return found
