"""Names of 2025: how inline types are told apart that want one name.

Each has a list of names, best first; it gets the first that no other one has at the same place of
its own list. A union gives way to unions only.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from itertools import count
from typing import Final

from generator.frozen import dataclass
from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, first_free
from generator.names.singular import singular
from generator.names.standing import Standing

_KIND: Final = 1
"""The place of the name for where a component has the short one."""


@dataclass(slots=True)
class Apart:
    """The inline types that are named together; `taken` grows by their names."""

    inline: Sequence[Standing]
    packages: Mapping[str, str]
    taken: set[Claim]
    lists: dict[TypeId, Sequence[str]] = field(default_factory=dict)
    names: dict[TypeId, str] = field(default_factory=dict)
    """The names that are settled."""

    def named(self) -> Mapping[TypeId, str]:
        """Return the class of every type."""
        told = {s.path for s in self.inline if s.label}
        self.lists = {s.type: candidates(s, told=s.path in told) for s in self.inline}
        held = frozenset(self.taken)
        for level in range(max(map(len, self.lists.values()), default=0)):
            wanted = dict(self._wanted(level, held))
            alone = [t for t in self._alone(wanted, level) if wanted[t] not in self.taken]
            self.names |= {t: self.lists[t][level] for t in alone if t not in self.names}
            self.taken |= {wanted[t] for t in alone if self.names[t] == self.lists[t][level]}
        for alike in self._left_over():
            self._count(alike, held)
        return self.names

    def _claim(self, standing: Standing, level: int) -> Claim:
        return self.packages[standing.part], self.lists[standing.type][level].casefold()

    def _wanted(self, level: int, held: frozenset[Claim]) -> Iterator[tuple[TypeId, Claim]]:
        """Yield what each type would be called by at one place of its list, named or not."""
        for standing in self.inline:
            found = self.lists[standing.type]
            if level >= len(found) or not found[level]:
                continue
            if level == _KIND and self._claim(standing, 0) not in held:
                continue
            if standing.word == "Union" and self.names.get(standing.type) == found[0]:
                # It has its short name, and no need of a longer one.
                continue
            yield standing.type, self._claim(standing, level)

    def _alone(self, wanted: Mapping[TypeId, Claim], level: int) -> Sequence[TypeId]:
        """Return those of which no other one wants the name."""
        unions = {s.type for s in self.inline if s.word == "Union" and level == 0}
        often = Counter(wanted.values())
        among = Counter(claim for type_id, claim in wanted.items() if type_id in unions)
        return [t for t, claim in wanted.items() if (among if t in unions else often)[claim] == 1]

    def _left_over(self) -> Sequence[Sequence[Standing]]:
        """Return those that nothing tells apart, by the name they all want; inner ones first."""
        found: defaultdict[Claim, list[Standing]] = defaultdict(list)
        for standing in self.inline:
            if standing.type not in self.names:
                alike = found[self._claim(standing, -1)]
                outer = [i for i, s in enumerate(alike) if s.path == standing.path and not s.inner]
                alike.insert(outer[-1] if standing.inner and outer else len(alike), standing)
        return [*found.values()]

    def _count(self, alike: Sequence[Standing], held: frozenset[Claim]) -> None:
        """Give them numbers, behind the shortest name if nobody else wanted that."""
        first = alike[0]
        claim, name = self._claim(first, 0), self.lists[first.type][-1]
        wishes = sum(self._claim(s, 0) == claim for s in self.inline)
        if wishes == len(alike) and claim not in held:
            name = self.lists[first.type][0]
        numbers = (f"{name}{number}" for number in count(1))
        wanted = iter([name]) if len(alike) == 1 else iter(())
        for standing in alike:
            free = (one for names in (wanted, numbers) for one in names)
            package = self.packages[standing.part]
            self.names[standing.type] = first_free(free, package, self.taken)


def candidates(standing: Standing, *, told: bool = False) -> Sequence[str]:
    """Return the names that a type may have, best first; an empty one stands for none there.

    `told` is a union of which a member is called after it and its value.
    """
    if standing.kind == "body" and not standing.titled:
        return _of_body(standing)
    base, frames = standing.base, standing.frames
    base = singular(base) if standing.singular else base
    apart = standing.label or (standing.tail if standing.inner and standing.word == "Enum" else "")
    longest = f"{base}_{apart}" if apart else base
    longer = [(*frames[:n], longest) for n in range(1, len(frames) + 1)]
    own = "Union" if told and standing.word == "Union" else standing.value
    last = [(*frames[:1], base, own)] if own else []
    found = [(longest,), *_between(standing, base), *longer, *last]
    return [as_error(standing, "_".join(parts)) if all(parts) else "" for parts in found]


def _between(standing: Standing, base: str) -> Sequence[tuple[str, ...]]:
    """Return what tells by the owner, the value, or the union in a member of which it stands."""
    value, owner = standing.value, standing.frames[:1]
    within = standing.within if standing.word == "Enum" else ""
    shared = standing.part == "shared" and standing.word != "Model" and owner
    return [
        (base, standing.word) if shared else ("",),
        (*owner, base),
        (base, value),
        (within, base),
        (within, base, value),
        (*owner, within, base),
        (*owner, base, standing.tail) if owner or standing.word != "Union" else ("",),
    ]


def _of_body(standing: Standing) -> Sequence[str]:
    """Return those of a body: after its operation, and after more of it."""
    base = standing.first if standing.part == "errors" and standing.first else standing.base
    first = [(standing.first,), ("",)] if standing.first else []
    longer = [(*standing.frames[:n], base) for n in range(1, len(standing.frames) + 1)]
    return [as_error(standing, "_".join(p)) if all(p) else "" for p in (*first, *longer)]


def as_error(standing: Standing, name: str) -> str:
    """Return the class of a name; what an operation raises says that it is an error."""
    raised = standing.part == "errors" and standing.word == "Model"
    return class_name(name if not raised or "error" in name.lower() else f"{name}_Error")
