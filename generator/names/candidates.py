"""The names that a type may have, best first, where each claims one: in a function per strategy."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import count

from generator.names.casing import class_name
from generator.names.singular import singular
from generator.names.standing import Standing


def short(standing: Standing) -> Iterator[str]:
    """Yield that of its property, and then longer ones, by its place.

    Where two types want one name, the one that stands more in the open gets it, and the other
    starts over with longer candidates. So a new schema may rename an old one; `qualified` never
    does. A member of a union is called after the union and what tells it from the others
    (`ModelEnum`), and a name that a component has by what kind of type it is: only what is alike in
    all that gets a number.
    """
    last = ""
    if _says_its_place(standing):
        yield class_name(standing.base)
    for last in _by_place(standing):
        yield class_name(last)
    if standing.singular:
        yield class_name(singular(last))
    if standing.kind != "fixed":
        last = f"{last}_{standing.word}"
        yield class_name(last)
    for number in count(2):
        yield class_name(f"{last}_{number}")


def dec2023(standing: Standing) -> Iterator[str]:
    """Yield the same, but members of a union are called by their position.

    So the tables of such SDKs have it, down to a class `One`; `typewright init` asks for it.
    """
    last = ""
    for last in _by_place(standing):
        yield class_name(last)
    for number in count(1):
        yield class_name(f"{last}_{number}")


def _says_its_place(standing: Standing) -> bool:
    """Whether a body has a title that starts with its operation's name already."""
    if standing.kind != "body":
        return False
    owner = class_name(standing.frames[0])
    return class_name(standing.base).lower().startswith(owner.lower())


def _by_place(standing: Standing) -> Iterator[str]:
    """Yield the names that a type may have by where it stands, in no case yet; these are few."""
    base, suffix, frames = standing.base, standing.suffix, standing.frames
    if standing.kind in ("fixed", "wrapper"):
        yield base
        yield f"{base}_{suffix or standing.again}"
        return
    if standing.kind == "body":
        for length in range(1, len(frames) + 1):
            yield "_".join((*frames[:length], base))
        return
    yield base
    if standing.within:
        yield f"{standing.within}_{base}"
    within = [standing.within] if standing.within else []
    for length in range(1, len(frames) + 1):
        # A member of a union that is a body says the operation itself.
        start = int(length > 1 and frames[1].startswith(f"{frames[0]}_"))
        name = "_".join((frames[start], *within, *frames[start + 1 : length], base))
        yield name
        if suffix and length == 1:
            yield f"{name}_{suffix}"
