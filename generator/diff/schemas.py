"""Compare two versions of schemas, each pair once."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Compared, Pair, Slot
from generator.diff.changes.kinds import KINDS
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

    def visit(self, slots: Sequence[Slot]) -> None:
        """Compare what operations take and give."""
        for slot in slots:
            self.used.setdefault(slot.pair, slot.used or slot.pair)
        self.compare(slot.pair for slot in slots)

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
        old, new = [*self.before.chain(pair.old[0])], [*self.after.chain(pair.new[0])]
        if old[-1].id not in self.before.same or new[-1].id not in self.after.same:
            return False
        said = [one.notes for one in old] == [one.notes for one in new]
        return said and old[-1].key == new[-1].key

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
