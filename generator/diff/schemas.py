"""Compare two versions of schemas, each pair once, and find which operations reach it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from itertools import product
from typing import Any

from generator.diff.changes.change import INVERSE, Change, Compared, Edge, Pair, Slot
from generator.diff.changes.kinds import KINDS
from generator.diff.described.contract import DIRECTIONS, Direction
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.references import is_leaf
from generator.diff.rules.bounds import bounds
from generator.diff.rules.discriminator import inherited
from generator.diff.rules.items import items
from generator.diff.rules.logic import logic
from generator.diff.rules.members import members
from generator.diff.rules.notes import notes
from generator.diff.rules.properties import properties
from generator.diff.rules.site import Site
from generator.diff.rules.types import names, replaced, types
from generator.diff.rules.unions import unions, wrapped
from generator.diff.rules.values import spelled, values
from generator.diff.rules.wrapping import rewrapped
from generator.frozen import dataclass

RULES: tuple[Callable[[Site], None], ...] = (
    types,
    values,
    bounds,
    properties,
    members,
    items,
    unions,
    inherited,
    logic,
    notes,
)


class SchemaComparison:
    """All pairs of schemas that were compared: `compare` one, and those it leads to follow.

    `used` has what first led to each, as it is written there: references, most often.
    """

    def __init__(self, before: Normaliser, after: Normaliser) -> None:
        self.before = before
        self.after = after
        self.compared: dict[Pair, Compared] = {}
        self.starts: set[Pair] = set()
        self.used: dict[Pair, Pair] = {}

    def visit(self, slots: Iterable[Slot]) -> None:
        """Compare what operations take and give."""
        listed = list(slots)
        for slot in listed:
            self.used.setdefault(slot.pair, slot.used or slot.pair)
        self.compare(slot.pair for slot in listed)

    def compare(self, pairs: Iterable[Pair]) -> None:
        """Compare pairs and all that they lead to."""
        queue = deque(pairs)
        self.starts.update(queue)
        while queue:
            pair = queue.popleft()
            if pair not in self.compared:
                found = self._compare(pair)
                self.compared[pair] = found
                for edge in found.edges:
                    self.used.setdefault(edge.pair, edge.used or edge.pair)
                    queue.append(edge.pair)

    def _compare(self, pair: Pair) -> Compared:
        if self._same(pair) or self._alike(pair) or self._unknown(pair):
            return Compared()
        old, new = self.before.form(pair.old), self.after.form(pair.new)
        compared = Compared()
        used = self.used.get(pair, pair)
        site = Site(pair, old, new, self.before, self.after, compared, used)
        if not _coarse(site):
            for rule in RULES:
                rule(site)
        return compared

    def _same(self, pair: Pair) -> bool:
        """Whether both schemas lead to one that nobody changed."""
        if len(pair.old) != 1 or len(pair.new) != 1:
            return False
        old, new = self.before.target(pair.old[0]), self.after.target(pair.new[0])
        if old not in self.before.same or new not in self.after.same:
            return False
        return self.before.schemas[old].key == self.after.schemas[new].key

    def _unknown(self, pair: Pair) -> bool:
        """Whether one side refers to what is not there: nothing true can be said of a change."""
        return self.before.is_unknown(pair.old) or self.after.is_unknown(pair.new)

    def _alike(self, pair: Pair) -> bool:
        """Whether both are the same to the letter, and refer to nothing."""
        if len(pair.old) != 1 or len(pair.new) != 1:
            return False
        old, new = self.before.schemas[pair.old[0]], self.after.schemas[pair.new[0]]
        if not is_leaf(old) or old.dialect != new.dialect:
            return False
        return old.keywords == new.keywords and old.notes == new.notes and _precise(old.keywords)


def _precise(keywords: Mapping[str, Any]) -> bool:
    """Whether Python's equality is JSON's here: it takes 1 for true."""
    return "enum" not in keywords and "const" not in keywords


def _coarse(site: Site) -> bool:
    """Differences so large that no rule has more to say; whether there was one."""
    tests = (_closed, _unbounded, replaced, rewrapped, _wrapped, _spelled, _apart)
    return any(test(site) for test in tests)


def _closed(site: Site) -> bool:
    old, new = site.old.is_never, site.new.is_never
    if new and not old:
        site.change("schema-closed", "narrowed", "type")
    if old and not new:
        site.change("schema-opened", "widened", "type")
    return old or new


def _unbounded(site: Site) -> bool:
    old, new = site.old.is_anything, site.new.is_anything
    if old == new:
        return False
    if old:
        site.change("schema-added", "narrowed", "type", None, names(site.new))
    else:
        site.change("schema-removed", "widened", "type", names(site.old), None)
    notes(site)
    return True


def _wrapped(site: Site) -> bool:
    """A union took a schema's place, or a schema a union's: beside it, only null is spoken of."""
    if not wrapped(site):
        return False
    spoken = Compared()
    types(replace(site, compared=spoken))
    site.compared.changes += [c for c in spoken.changes if KINDS[c.code].of == "null"]
    return True


def _spelled(site: Site) -> bool:
    """Both list values, which are written as text."""
    if not site.pair.text or not spelled(site):
        return False
    notes(site)
    return True


def _apart(site: Site) -> bool:
    """No type is left that both versions have, but for null."""
    old, new = site.old.types, site.new.types
    if site.pair.text or (old & new) - {"null"} or not old ^ new:
        return False
    types(site)
    values(site)
    notes(site)
    return True


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


def reach(comparison: SchemaComparison, slots: Iterable[Slot]) -> Iterator[Reached]:
    """Yield each change once for each direction in which values of its schemas are sent."""
    listed = list(slots)
    spread = _spread(comparison.compared, listed)
    for pair, compared in comparison.compared.items():
        for change in compared.changes:
            yield from _reached(change, spread.get(pair, {}), listed)


def _spread(compared: Mapping[Pair, Compared], slots: list[Slot]) -> dict[Pair, _Uses]:
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


def _reached(change: Change, uses: _Uses, slots: list[Slot]) -> Iterator[Reached]:
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
    change: Change, direction: Direction, slots: list[Slot], *, turned: bool
) -> Reached:
    if turned:
        effect = INVERSE.get(change.effect, change.effect)
        change = replace(change, effect=effect, turned=True)
    operations = tuple(dict.fromkeys(slot.context.operation for slot in slots))
    stabilities = frozenset(slot.context.stability for slot in slots)
    return Reached(change, direction, operations, stabilities)


def _members(bits: int, slots: list[Slot]) -> list[Slot]:
    found = []
    while bits:
        low = bits & -bits
        found.append(slots[low.bit_length() - 1])
        bits ^= low
    return found
