"""Legacy names: as in 2023, but whoever came first keeps the name, unless a component wants it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from generator.ir import TypeId
from generator.names.claims import Claim, Claims, gives_way, settled
from generator.names.dec2023 import numbered
from generator.names.standing import Standing


def legacy(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type."""
    return settled(standings, Claims(packages, numbered, _gives_way), closed)


def _gives_way(holder: Standing, newcomer: Standing) -> bool:
    return newcomer.kind == "fixed" and gives_way(holder, newcomer)
