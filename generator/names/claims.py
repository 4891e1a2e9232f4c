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


def by_place(standing: Standing) -> Iterator[str]:
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


def _is_named_before(newcomer: Standing, holder: Standing) -> bool:
    """Whether both are components, and the description of the newcomer is named first."""
    fixed = newcomer.kind == holder.kind == "fixed"
    return fixed and newcomer.document < holder.document


def _rank(standing: Standing) -> int:
    """A component comes before what it is in responses, and that before what it is in requests."""
    return 2 if standing.type.endswith(INPUT) else int(bool(standing.suffix))


def _depth(standing: Standing) -> int:
    return len(standing.frames) + (standing.part == "errors") + standing.titled


def settled(
    standings: Sequence[Standing], claims: Claims, closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Let every type claim a name in its turn; then take those of the SDK's own classes away."""
    used = [standing for standing in standings if standing.used]
    for standing in used:
        claims.claim(standing)
    claims.close(closed)
    for standing in standings:
        if not standing.used:
            claims.claim(standing)
    return claims.names


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
