"""Compare two versions of schemas, each pair once, and find which operations reach it."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diff.change import INVERSE, Change, Compared, Edge, Pair, Slot
from generator.diff.contract import DIRECTIONS, Direction
from generator.diff.normalise import Normaliser
from generator.diff.references import is_leaf
from generator.diff.rules.bounds import bounds
from generator.diff.rules.content import content
from generator.diff.rules.discriminator import inherited
from generator.diff.rules.items import items
from generator.diff.rules.logic import logic
from generator.diff.rules.members import members
from generator.diff.rules.notes import notes
from generator.diff.rules.properties import properties
from generator.diff.rules.types import types
from generator.diff.rules.unions import unions, wrapped
from generator.diff.rules.values import spelled, values
from generator.diff.site import Site
from generator.frozen import dataclass

RULES: tuple[Callable[[Site], None], ...] = (
    types,
    values,
    bounds,
    content,
    properties,
    members,
    items,
    unions,
    inherited,
    logic,
    notes,
)


class SchemaComparison:
    """All pairs of schemas that were compared; `visit` one, and those it leads to follow."""

    def __init__(self, before: Normaliser, after: Normaliser) -> None:
        self.before = before
        self.after = after
        self.compared: dict[Pair, Compared] = {}
        self.starts: set[Pair] = set()

    def visit(self, pairs: Iterable[Pair]) -> None:
        """Compare pairs and all that they lead to."""
        queue = deque(pairs)
        self.starts.update(queue)
        while queue:
            pair = queue.popleft()
            if pair not in self.compared:
                found = self._compare(pair)
                self.compared[pair] = found
                queue.extend(edge.pair for edge in found.edges)

    def _compare(self, pair: Pair) -> Compared:
        if self._same(pair) or self._alike(pair) or self._unknown(pair):
            return Compared()
        old, new = self.before.form(pair.old), self.after.form(pair.new)
        compared = Compared()
        site = Site(pair, old, new, self.before, self.after, compared)
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
    return _closed(site) or _unbounded(site) or _wrapped(site) or _spelled(site) or _apart(site)


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
        site.change("schema-added", "narrowed", "type")
    else:
        site.change("schema-removed", "widened", "type")
    notes(site)
    return True


def _wrapped(site: Site) -> bool:
    """A union took a schema's place, or a schema a union's: beside it, only null is spoken of."""
    if not wrapped(site):
        return False
    spoken = Compared()
    types(Site(site.pair, site.old, site.new, site.before, site.after, spoken))
    site.compared.changes += [c for c in spoken.changes if c.code.startswith("nullable")]
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


_State = tuple[int, int, int, int, int]
"""Bits of the slots that reach a pair: by request and response, below no `not` or below one; and
of those that refer to it at all, though no value of it is ever sent (a read-only property)."""
_NOWHERE: _State = (0, 0, 0, 0, 0)


def reach(comparison: SchemaComparison, slots: Iterable[Slot]) -> Iterator[Reached]:
    """Yield each change once for each direction in which values of its schemas are sent."""
    listed = list(slots)
    states = _spread(comparison.compared, listed)
    for pair, compared in comparison.compared.items():
        state = states.get(pair, _NOWHERE)
        for change in compared.changes:
            yield from _reached(change, state, listed)


def _spread(compared: Mapping[Pair, Compared], slots: list[Slot]) -> dict[Pair, _State]:
    states: dict[Pair, _State] = {}
    queue: deque[Pair] = deque()

    def add(pair: Pair, state: _State) -> None:
        known = states.get(pair, _NOWHERE)
        (a, b, c, d, e), (f, g, h, i, j) = known, state
        joined = (a | f, b | g, c | h, d | i, e | j)
        if joined != known:
            states[pair] = joined
            queue.append(pair)

    starts: dict[Pair, list[int]] = {}
    for index, slot in enumerate(slots):
        bits = starts.setdefault(slot.pair, [0, 0, 0, 0])
        bits[DIRECTIONS.index(slot.context.direction)] |= 1 << index
    for pair, bits in starts.items():
        add(pair, (bits[0], bits[1], 0, 0, bits[0] | bits[1]))
    while queue:
        pair = queue.popleft()
        for edge in compared[pair].edges:
            add(edge.pair, _along(edge, states[pair]))
    return states


def _along(edge: Edge, state: _State) -> _State:
    request, response, not_request, not_response, every = state
    if "request" not in edge.directions:
        request = not_request = 0
    if "response" not in edge.directions:
        response = not_response = 0
    if edge.turned:
        return not_request, not_response, request, response, every
    return request, response, not_request, not_response, every


def _reached(change: Change, state: _State, slots: list[Slot]) -> Iterator[Reached]:
    found = False
    for index, direction in enumerate(DIRECTIONS):
        for bits, turned in ((state[index], False), (state[index + 2], True)):
            if bits and direction in change.directions:
                found = True
                yield _occurrence(change, direction, _members(bits, slots), turned=turned)
    if not found:
        operations = (slot.context.operation for slot in _members(state[4], slots))
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
