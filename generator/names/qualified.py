"""Qualified names: an inline schema is called after where it stands (`JobOutStatus`).

No name depends on which other schemas there are, so adding one never renames another.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, first_free
from generator.names.standing import Standing


def qualified(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type; components come first, so that they keep their names."""
    taken: set[Claim] = set()
    names: dict[TypeId, str] = {}
    for standing in sorted(standings, key=lambda s: (s.kind != "fixed", s.document)):
        names[standing.type] = first_free(_candidates(standing), packages[standing.part], taken)
    return names


def _candidates(standing: Standing) -> Iterator[str]:
    path = "_".join((*standing.path, standing.suffix)).rstrip("_")
    yield class_name(path)
    yield class_name(f"{path}_{standing.again}")
    for number in count(2):
        yield class_name(f"{path}_{number}")
