"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation); if that is not enough,
after its value, or what else tells it from others of its owner. What is inside components goes
first. A list's items have the singular of its name, and a body is called by its operation.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count, islice
from typing import Final

from generator.ir import TypeId
from generator.names.apart import Apart, apart, base_of, in_error, owner_of, value_of
from generator.names.casing import class_name
from generator.names.claims import Claim, first_free
from generator.names.standing import Standing

Levels = Mapping[TypeId, Sequence[str]]
"""The names that types may have, best first; an empty one stands for none at its place."""
_KIND, _VALUE, _INSIDE, _WITHIN = 1, 4, 5, 6
"""The places of names that say a kind of type, a value, what a type is inside of, and a union."""
_EVERYWHERE: Final = (_KIND, _VALUE, _INSIDE, _WITHIN)
"""The places of names that no type has that any other one might have, wherever that is."""

_RANKS: Final = ("Union", "Model", "Enum")
"""Who has a first name before whom."""


def feb2025(
    standings: Sequence[Standing],
    packages: Mapping[str, str],
    closed: frozenset[Claim],
    *,
    unions_first: bool = True,
) -> Mapping[TypeId, str]:
    """Return the class of every type; if `unions_first`, the only union of a name keeps that."""
    taken: set[Claim] = set()
    names: dict[TypeId, str] = {}
    for turn in sorted(set(map(_turn, standings))):
        chosen = [s for s in standings if _turn(s) == turn]
        owners = _Owners(chosen, packages, unions_first)
        fixed = [s for s in chosen if s.kind in ("fixed", "wrapper")]
        for standing in sorted(fixed, key=lambda s: (s.kind == "wrapper", bool(s.suffix))):
            longer = _as_error(standing, f"{standing.base}_{standing.suffix or standing.again}")
            wanted = _numbered(_as_error(standing, owners.called(standing)), longer)
            names[standing.type] = first_free(wanted, packages[standing.part], taken)
        inline = [s for s in chosen if s.kind not in ("fixed", "wrapper")]
        levels = {s.type: owners.levels(s) for s in inline}
        refused = {s.type: not unions_first for s in inline if owners.is_refused(s)}
        for shared in (True, False):
            some = [s for s in inline if (s.part == "shared") == shared]
            others = [s for s in inline if (s.part == "shared") != shared]
            names |= _settled((some, others), levels, packages, taken, refused)
            # What several components wanted, and none has, is no operation's either.
            taken |= {(packages[s.part], owners.first(s).casefold()) for s in some}
    return names


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    yield from names
    for number in count(1):
        yield f"{names[-1]}{number}"


def _settled(
    parts: tuple[Sequence[Standing], Sequence[Standing]],
    levels: Levels,
    packages: Mapping[str, str],
    taken: set[Claim],
    refused: Mapping[TypeId, bool],
) -> Mapping[TypeId, str]:
    """Give each type the first of its names that no other one has at the same place of its list.

    The first name of some is refused, and is for nobody else either, but maybe for a class.
    """
    names: dict[TypeId, str] = {}
    some, others = parts
    for level in range(max((len(levels[s.type]) for s in some), default=0)):
        # A union that has its first name has no need of a longer one.
        asking = [s for s in some if s.word != "Union" or s.type not in names]
        wanted = _wanted(asking, levels, level, packages)
        often = Counter(wanted.values())
        if level in _EVERYWHERE:
            often.update(_wanted(others, levels, level, packages).values())
        alone = {t for t, claim in wanted.items() if often[claim] == 1}
        if not level:
            # The value of a member tells nothing that another type says, too.
            valued = Counter(_wanted(some, levels, _VALUE, packages).values())
            told = {s.type for s in some if s.label and valued[wanted[s.type]] > 1}
            alone = _first(asking, wanted, refused) - refused.keys() - told
        alone = {t for t in alone if wanted[t] not in taken}
        names |= {t: levels[t][level] for t in wanted if t in alone and t not in names}
        taken |= {wanted[t] for t in alone if names[t] == levels[t][level]}
    rest = [s for s in some if s.type not in names]
    last = _last(rest, levels)
    bodies = Counter(last[s.type] for s in rest if s.kind == "body")
    for standing in rest:
        name = last[standing.type]
        counted = islice(_numbered(name), int(bodies[name] > 1), None)
        names[standing.type] = first_free(counted, packages[standing.part], taken)
    return names


def _last(standings: Sequence[Standing], levels: Levels) -> Mapping[TypeId, str]:
    """Return the last name of each type: among bodies, a union leaves it to a class."""
    last = {s.type: levels[s.type][-1] for s in standings}
    classes = {last[s.type] for s in standings if s.kind == "body" and s.word == "Model"}
    told = [s for s in standings if s.kind == "body" and s.word == "Union"]
    return last | {s.type: f"{name}Union" for s in told if (name := last[s.type]) in classes}


def _first(
    standings: Sequence[Standing],
    wanted: Mapping[TypeId, Claim],
    ceded: Mapping[TypeId, bool],
) -> set[TypeId]:
    """Return who has a first name: the only union that wants it, or class, or else enum.

    Some unions leave it to a class.
    """
    asking = [s for s in standings if s.type in wanted]
    kinds = Counter((wanted[s.type], s.word) for s in asking)
    kept = Counter((wanted[s.type], s.word) for s in asking if not ceded.get(s.type))
    found = set[TypeId]()
    for standing in asking:
        before = _RANKS[: _RANKS.index(standing.word) + 1]
        counted = kept if standing.word == "Model" else kinds
        if sum(counted[wanted[standing.type], kind] for kind in before) == 1:
            found.add(standing.type)
    return found


def _wanted(
    standings: Sequence[Standing], levels: Levels, level: int, packages: Mapping[str, str]
) -> Mapping[TypeId, Claim]:
    return {
        s.type: (packages[s.part], found[level].casefold())
        for s in standings
        if level < len(found := levels[s.type]) and found[level]
    }


class _Owners:
    """Who else wants the name of each type: of the same owner, and of others."""

    def __init__(
        self, standings: Sequence[Standing], packages: Mapping[str, str], unions_first: bool
    ) -> None:
        self.packages, self.unions_first = packages, unions_first
        self.groups: defaultdict[tuple[Claim, str], list[Standing]] = defaultdict(list)
        self.owners: defaultdict[Claim, dict[str, bool]] = defaultdict(dict)
        """By each name who has types that want it, and whether that is a component."""
        self.inside: defaultdict[tuple[Claim, str], set[str]] = defaultdict(set)
        """The same, by the kind of component that the owner is."""
        self.fixed: dict[Claim, str] = {}
        """What kind of type the component of a name is."""
        self.sections = Counter[Claim]()
        """How many bodies and responses among the components have a name."""
        self.unions = Counter[tuple[Claim, bool]]()
        """How many unions want a name, those inside components and others."""
        for standing in standings:
            self._note(standing)
        self.apart: dict[TypeId, Apart] = {}
        for (claim, _), group in self.groups.items():
            alone = len(self.owners[claim]) == 1
            self.apart |= apart(group, alone=alone) if len(group) > 1 else {}

    def _note(self, standing: Standing) -> None:
        claim, shared = self._claim(standing), standing.part == "shared"
        if standing.kind == "fixed":
            self.fixed[claim] = standing.word
            self.sections[claim] += bool(standing.section)
        if standing.kind == "other" or (standing.kind == "fixed" and standing.word == "Union"):
            owner = class_name(owner_of(standing)).casefold()
            self.groups[claim, owner].append(standing)
            self.owners[claim][owner] = shared
            self.inside[claim, standing.section].add(owner)
            self.unions[claim, shared] += standing.word == "Union"

    def _claim(self, standing: Standing) -> Claim:
        return self.packages[standing.part], class_name(base_of(standing)).casefold()

    def called(self, standing: Standing) -> str:
        """Return the name of a component: a union may have to say that it is one.

        A body and a response of one name both say what they are.
        """
        found = self.apart.get(standing.type)
        told = self.unions[self._claim(standing), True] > 1 or not self.unions_first
        if found and told:
            return found.name
        alike = standing.section and self.sections[self._claim(standing)] > 1
        return f"{standing.base}_{standing.section}" if alike else standing.base

    def first(self, standing: Standing) -> str:
        """Return the name that a type would have if no other one wanted it."""
        return self.levels(standing)[0] or class_name(base_of(standing))

    def levels(self, standing: Standing) -> Sequence[str]:
        """Return the names that a type may have."""
        if standing.kind == "body" and not standing.titled:
            return _of_body(standing)
        base, value = base_of(standing), value_of(standing)
        owner = standing.frames[0] if standing.frames else ""
        own = self._apart(standing)
        found: list[tuple[str, ...]] = [
            (base, standing.label),
            (base, standing.word) if self._is_other_kind(standing) else (),
            (owner, base),
            (own.name,) if own.short and own.name != base and self._is_first(standing) else (),
            (base, value) if value else (),
            self._inside(standing),
            (standing.within, base, value) if value and standing.within else (),
            (owner, base, value) if value else (),
            (own.name, standing.section) if self._is_told_by_section(standing) else (),
            (owner, own.name),
            *((*standing.frames[:n], own.name) for n in range(2, len(standing.frames) + 1)),
        ]
        return [
            _as_error(standing, "_".join(filter(None, parts))) if parts else "" for parts in found
        ]

    def _apart(self, standing: Standing) -> Apart:
        """Return what tells a type from others of its owner."""
        return self.apart.get(standing.type) or Apart(base_of(standing), False)

    def is_refused(self, standing: Standing) -> bool:
        """Whether a type is a union that may not have its first name."""
        if standing.word != "Union" or standing.kind != "other":
            return False
        claim, shared = self._claim(standing), standing.part == "shared"
        if self.unions_first:
            return self.unions[claim, shared] > 1
        return self._apart(standing).name.endswith("_Union")

    def _inside(self, standing: Standing) -> tuple[str, ...]:
        """Return the name of what is in one of several errors, or in a member of a union."""
        name, base = self._apart(standing).name, base_of(standing)
        if in_error(standing):
            return (name,) if name != base else ()
        in_member = self.unions_first and standing.word == "Enum" and standing.within
        return (standing.within, base) if in_member else ()

    def _is_other_kind(self, standing: Standing) -> bool:
        """Whether it tells a type from a component of its name that it is an enum, or a union.

        Where there is no component, it may tell an enum from other types of its name.
        """
        word, other = standing.word, self.fixed.get(self._claim(standing))
        return word != "Model" and word != other and (word == "Enum" or other is not None)

    def _is_told_by_section(self, standing: Standing) -> bool:
        """Whether no other body, or response, among the components has a type of the name."""
        inside = self.inside[self._claim(standing), standing.section]
        return bool(standing.section) and len(inside) == 1

    def _is_first(self, standing: Standing) -> bool:
        """Whether no other owner has a better right to the name of a type."""
        shared = [*self.owners[self._claim(standing)].values()]
        return sum(shared) == 1 if standing.part == "shared" else len(shared) == 1


def _of_body(standing: Standing) -> Sequence[str]:
    """Return those of a body: after its operation; what is alike in that is counted."""
    base = standing.first if standing.part == "errors" and standing.first else standing.base
    first = [(standing.first,)] if standing.first else []
    longer = (*standing.frames[:1], base)
    return [_as_error(standing, "_".join(parts)) for parts in (*first, longer)]


def _as_error(standing: Standing, name: str) -> str:
    """Return the class of a name; what an operation raises says that it is an error."""
    raised = standing.part == "errors" and standing.word == "Model"
    name = name.replace("$", "_dollar_")
    return class_name(name if not raised or "error" in name.lower() else f"{name}_Error")
