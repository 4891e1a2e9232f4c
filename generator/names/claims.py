"""Who holds which name while names are being given, and who gives way to whom."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

from generator.ir import TypeId
from generator.names.standing import Standing
from generator.shaping.variants import INPUT

Claim = tuple[str, str]
"""A package and a class name without case: two names that differ in case only are one file."""
Candidates = Callable[[Standing], Iterator[str]]
"""Yields the names a type may have, best first; there is always another one."""
Naming = Callable[[Sequence[Standing], Mapping[str, str], frozenset[Claim]], Mapping[TypeId, str]]
"""Says what the class of every type is called, by the packages of their parts.

The claims are those of the SDK's own classes.
"""


def first_free(names: Iterable[str], package: str, taken: set[Claim]) -> str:
    """Take the first of some names that is free in a package."""
    name = next(name for name in names if (package, name.casefold()) not in taken)
    taken.add((package, name.casefold()))
    return name


def gives_way(holder: Standing, newcomer: Standing) -> bool:
    """Whether the holder of a name leaves it to a newcomer."""
    if newcomer.kind == "fixed" and holder.kind == "fixed":
        return (newcomer.document, _rank(newcomer)) < (holder.document, _rank(holder))
    if newcomer.kind == "fixed" or holder.kind == "fixed":
        return newcomer.kind == "fixed"
    if (newcomer.part == "shared") != (holder.part == "shared"):
        return newcomer.part == "shared"
    if holder.part != "shared" and holder.in_request:
        return False
    if newcomer.part != "shared" and newcomer.in_request:
        return True
    return _depth(newcomer) < _depth(holder)


def component_first(holder: Standing, newcomer: Standing) -> bool:
    """Whether it does where whoever came first keeps a name, unless a component wants it."""
    return newcomer.kind == "fixed" and gives_way(holder, newcomer)


def _is_named_before(newcomer: Standing, holder: Standing) -> bool:
    """Whether both are components, and the description of the newcomer is named first."""
    fixed = newcomer.kind == holder.kind == "fixed"
    return fixed and newcomer.document < holder.document


def _rank(standing: Standing) -> int:
    """A component comes before what it is in responses, and that before what it is in requests."""
    return 2 if standing.type.endswith(INPUT) else int(bool(standing.suffix))


def _depth(standing: Standing) -> int:
    return len(standing.frames) + (standing.part == "errors") + standing.titled


class Claims:
    """Who holds which name, while names are being given."""

    def __init__(
        self,
        packages: Mapping[str, str],
        candidates: Candidates,
        gives_way: Callable[[Standing, Standing], bool],
    ) -> None:
        self.packages = packages
        self.candidates = candidates
        self.gives_way = gives_way
        self.holders: dict[Claim, Standing] = {}
        self.names: dict[TypeId, str] = {}
        self.closed: frozenset[Claim] = frozenset()

    def close(self, taken: frozenset[Claim]) -> None:
        """Take names away for good; whoever holds one, unless it is fixed, starts over."""
        self.closed |= taken
        for claim, holder in list(self.holders.items()):
            if claim in self.closed and holder.kind != "fixed":
                del self.holders[claim]
                self.claim(holder)

    def claim(self, newcomer: Standing | None) -> None:
        """Give one type the first name that is free or given up, and so on for who gave it up."""
        while newcomer is not None:
            newcomer = self._claim(newcomer)

    def _claim(self, newcomer: Standing) -> Standing | None:
        """Give a type its first name; return who held that, and now needs another one."""
        package = self.packages[newcomer.part]
        for name in self.candidates(newcomer):
            claim = package, name.casefold()
            if claim in self.closed and newcomer.kind != "fixed":
                continue
            holder = self.holders.get(claim)
            if holder is None or (
                (newcomer.used or not holder.used or _is_named_before(newcomer, holder))
                and self.gives_way(holder, newcomer)
            ):
                self.holders[claim] = newcomer
                self.names[newcomer.type] = name
                return holder
        raise AssertionError("candidates never end")


def claiming(
    candidates: Candidates, gives_way: Callable[[Standing, Standing], bool] = gives_way
) -> Naming:
    """Return the strategy in which types claim names, and give way to each other."""

    def settled(
        standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
    ) -> Mapping[TypeId, str]:
        """Let every type claim a name in its turn; those of the SDK's own classes go in between."""
        claims = Claims(packages, candidates, gives_way)
        for standing in standings:
            if standing.used:
                claims.claim(standing)
        claims.close(closed)
        for standing in standings:
            if not standing.used:
                claims.claim(standing)
        return claims.names

    return settled
