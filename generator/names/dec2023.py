"""Names of 2023: as `short`, but the members of a union are called by their position.

So the tables of such SDKs have it, down to a class `One`; `typewright init` asks for it.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, Claims, by_place, gives_way, settled
from generator.names.standing import Standing


def dec2023(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type."""
    return settled(standings, Claims(packages, numbered, gives_way), closed)


def numbered(standing: Standing) -> Iterator[str]:
    """Yield the names a type may have; those of its places, and then numbers."""
    last = ""
    for last in by_place(standing):
        yield class_name(last)
    for number in count(1):
        yield class_name(f"{last}_{number}")
