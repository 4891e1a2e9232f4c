"""Short names: each type is called after its property while that name is free, then by its place.

Where two types want one name, the one that stands more in the open gets it, and the other starts
over with longer candidates. So a new schema may rename an old one; `qualified` never does. A member
of a union is called after the union and what tells it from the others (`ModelEnum`), and a name
that a component has by what kind of type it is: only what is alike in all that gets a number.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, Claims, by_place, gives_way, settled
from generator.names.singular import singular
from generator.names.standing import Standing


def short(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type."""
    return settled(standings, Claims(packages, _candidates, gives_way), closed)


def _says_its_place(standing: Standing) -> bool:
    """Whether a body has a title that starts with its operation's name already."""
    if standing.kind != "body":
        return False
    owner = class_name(standing.frames[0])
    return class_name(standing.base).lower().startswith(owner.lower())


def _candidates(standing: Standing) -> Iterator[str]:
    last = ""
    if _says_its_place(standing):
        yield class_name(standing.base)
    for last in by_place(standing):
        yield class_name(last)
    if standing.singular:
        yield class_name(singular(last))
    if standing.kind != "fixed":
        last = f"{last}_{standing.word}"
        yield class_name(last)
    for number in count(2):
        yield class_name(f"{last}_{number}")
