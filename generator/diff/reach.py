"""Which operations meet a change of schemas, and in which direction."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import product

from generator.diff.changes.change import INVERSE, Change, Compared, Edge, Pair, Slot
from generator.diff.described.contract import DIRECTIONS, Direction
from generator.diff.schemas import SchemaComparison
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Reached:
    """A change with the operations whose values it concerns, in one direction."""

    change: Change
    direction: Direction | None
    operations: tuple[str, ...]
    stabilities: frozenset[str] = frozenset()


_Use = tuple[Direction | None, bool]
"""A direction in which values are sent, and whether they are those that a `not` refuses.

None is for those that are referred to at all, though never sent (a read-only property)."""
_Uses = dict[_Use, int]
"""The slots that reach a pair in each use, as bits: the first one is 1, the second one 2."""


def reach(comparison: SchemaComparison, slots: Sequence[Slot]) -> Iterator[Reached]:
    """Yield each change once for each direction in which values of its schemas are sent."""
    spread = _spread(comparison.compared, slots)
    for pair, compared in comparison.compared.items():
        for change in compared.changes:
            yield from _reached(change, spread.get(pair, {}), slots)


def _spread(compared: Mapping[Pair, Compared], slots: Sequence[Slot]) -> dict[Pair, _Uses]:
    """The uses of each pair: those of its own slots, and of the pairs that lead to it."""
    found: dict[Pair, _Uses] = {}
    for index, slot in enumerate(slots):
        uses = found.setdefault(slot.pair, {})
        _join(uses, {(slot.context.direction, False): 1 << index, (None, False): 1 << index})
    waiting = deque(found)
    while waiting:
        pair = waiting.popleft()
        for edge in compared[pair].edges:
            if _join(found.setdefault(edge.pair, {}), _along(edge, found[pair])):
                waiting.append(edge.pair)
    return found


def _join(uses: _Uses, further: _Uses) -> bool:
    """Add uses to others; whether there were new ones."""
    new = {use: bits for use, bits in further.items() if bits & ~uses.get(use, 0)}
    uses.update((use, bits | uses.get(use, 0)) for use, bits in new.items())
    return bool(new)


def _along(edge: Edge, uses: _Uses) -> _Uses:
    return {
        (direction, turned != edge.turned): bits
        for (direction, turned), bits in uses.items()
        if direction is None or direction in edge.directions
    }


def _reached(change: Change, uses: _Uses, slots: Sequence[Slot]) -> Iterator[Reached]:
    sent = [
        (direction, turned)
        for direction, turned in product(DIRECTIONS, (False, True))
        if direction in change.directions and (direction, turned) in uses
    ]
    for direction, turned in sent:
        met = _members(uses[direction, turned], slots)
        yield _occurrence(change, direction, met, turned=turned)
    if not sent:
        every = uses.get((None, False), 0) | uses.get((None, True), 0)
        operations = (slot.context.operation for slot in _members(every, slots))
        yield Reached(change, None, tuple(dict.fromkeys(operations)))


def _occurrence(
    change: Change, direction: Direction, slots: Sequence[Slot], *, turned: bool
) -> Reached:
    if turned:
        effect = INVERSE.get(change.effect, change.effect)
        change = replace(change, effect=effect, turned=True)
    operations = tuple(dict.fromkeys(slot.context.operation for slot in slots))
    stabilities = frozenset(slot.context.stability for slot in slots)
    return Reached(change, direction, operations, stabilities)


def _members(bits: int, slots: Sequence[Slot]) -> list[Slot]:
    found: list[Slot] = []
    while bits:
        low = bits & -bits
        found.append(slots[low.bit_length() - 1])
        bits ^= low
    return found
