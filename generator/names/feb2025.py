"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation); if that is not enough,
after its value, and after all that lies between. What is inside components goes first. A list's
items have the singular of its name, and a body is called by its operation and what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import chain, count

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, first_free
from generator.names.singular import singular
from generator.names.standing import Standing


def feb2025(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type."""
    taken: set[Claim] = set()
    names: dict[TypeId, str] = {}
    for turn in sorted(set(map(_turn, standings))):
        chosen = [s for s in standings if _turn(s) == turn]
        fixed = [s for s in chosen if s.kind in ("fixed", "wrapper")]
        inline = [s for s in chosen if s.kind not in ("fixed", "wrapper")]
        kinds: dict[Claim, str] = {}
        doubled = _doubled(inline)
        for standing in sorted(fixed, key=lambda s: (s.kind == "wrapper", bool(s.suffix))):
            package, own = packages[standing.part], _as_error(standing, standing.base)
            longer = _as_error(standing, f"{standing.base}_{standing.suffix or standing.again}")
            if (standing.path, own) in doubled:
                taken.add((package, own.casefold()))
                own = f"{own}Union"
            name = first_free(_numbered(own, longer), package, taken)
            names[standing.type] = name
            kinds[package, name.casefold()] = standing.word
        for shared in (True, False):
            some = [s for s in inline if (s.part == "shared") == shared]
            names |= _Settling(some, packages, taken, kinds).names_of_all()
            # What several components wanted, and none has, is no operation's either.
            taken |= {(packages[s.part], class_name(_base(s)).casefold()) for s in some}
    return names


def _doubled(inline: Sequence[Standing]) -> frozenset[tuple[tuple[str, ...], str]]:
    """Return where a component that is a union has another one in it, and members of its name."""
    told = {s.path for s in inline if s.word != "Union" and _value(s) and not s.titled}
    inner = (s for s in inline if s.word == "Union" and len(s.path) == 1 and s.path in told)
    return frozenset((s.path, class_name(_base(s))) for s in inner)


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    return chain(names, _numbers(names[-1]))


def _numbers(name: str) -> Iterator[str]:
    return (f"{name}{number}" for number in count(1))


class _Settling:
    """Gives each type the first of its names that no other has at the same place of its list."""

    def __init__(
        self,
        inline: Sequence[Standing],
        packages: Mapping[str, str],
        taken: set[Claim],
        kinds: Mapping[Claim, str],
    ) -> None:
        self.inline, self.packages, self.taken = inline, packages, taken
        self.before, self.kinds = frozenset(taken), kinds
        self.unions = {s.path for s in inline if s.word == "Union"}
        self.lists = {s.type: self._candidates(s) for s in inline}
        self.names: dict[TypeId, str] = {}

    def names_of_all(self) -> Mapping[TypeId, str]:
        """Go through the lists; number what is alike in everything."""
        for level in range(max(map(len, self.lists.values()), default=0)):
            wanted = [
                (standing, self._claim(standing, found[level]))
                for standing in self.inline
                if level < len(found := self.lists[standing.type]) and found[level]
            ]
            for standing, claim in _alone(wanted, first=not level):
                if standing.type not in self.names and claim not in self.taken:
                    self.names[standing.type] = self.lists[standing.type][level]
                    self.taken.add(claim)
        self._number([s for s in self.inline if s.type not in self.names])
        return self.names

    def _candidates(self, standing: Standing) -> Sequence[str]:
        """Return the names that a type may have; an empty one stands for none at its place."""
        if standing.kind == "body" and not standing.titled:
            return _of_body(standing)
        base, frames, value = _base(standing), standing.frames, _value(standing)
        owner = frames[:1]
        enum = standing.word == "Enum"
        within = standing.within if enum else ""
        between = [
            (base, "Enum" if enum and not value and standing.path in self.unions else value),
            (within, base),
            (within, base, value),
            (*owner, within, base),
            (*owner, base, standing.tail) if owner or standing.word != "Union" else ("",),
        ]
        longer = [(*frames[:n], base) for n in range(1, len(frames) + 1)] or [(base,)]
        last = [(*owner, base, value)] if value else []
        found = [(base,), self._by_kind(standing, base), (*owner, base), *between, *longer, *last]
        return [_as_error(standing, "_".join(parts)) if all(parts) else "" for parts in found]

    def _by_kind(self, standing: Standing, base: str) -> tuple[str, ...]:
        """Return the name that says what kind of type it is, unless what has its name is that."""
        claim = self._claim(standing, class_name(base))
        held = self.kinds.get(claim, "Enum" if claim in self.before else "")
        said = standing.word == "Enum" or (standing.word == "Union" and claim in self.kinds)
        return (base, standing.word) if said and standing.word != held else ("",)

    def _claim(self, standing: Standing, name: str) -> Claim:
        return self.packages[standing.part], name.casefold()

    def _number(self, rest: Sequence[Standing]) -> None:
        """Number what is left, and what is inside another type before that."""
        kinds: dict[Claim, set[str]] = {}
        for standing in self.inline if rest else ():
            for name in self.lists[standing.type]:
                kinds.setdefault(self._claim(standing, name), set()).add(standing.word)
        alike: dict[tuple[str, str], list[Standing]] = {}
        for standing in rest:
            name = self.lists[standing.type][-1]
            mixed = len(kinds[self._claim(standing, name)]) > 1 and standing.tail == standing.word
            key = name, standing.tail if mixed else ""
            alike.setdefault(key, []).append(standing)
        for (name, behind), several in alike.items():
            found = _numbered(f"{name}{behind}")
            if len(several) > 1:
                first = self.lists[several[0].type][0]
                found = _numbers(f"{first if self._is_theirs(several[0]) else name}{behind}")
            for standing in _inner_first(several):
                package = self.packages[standing.part]
                self.names[standing.type] = first_free(found, package, self.taken)

    def _is_theirs(self, standing: Standing) -> bool:
        """Whether nothing of another owner wants the first name of a type."""
        firsts = ((s, self._claim(s, self.lists[s.type][0])) for s in self.inline)
        claim = self._claim(standing, self.lists[standing.type][0])
        owners = {one.frames[:1] for one, wanted in firsts if wanted == claim}
        return len(owners) == 1 and claim not in self.before


def _alone(
    wanted: Sequence[tuple[Standing, Claim]], *, first: bool
) -> Sequence[tuple[Standing, Claim]]:
    """Return who wants a name that nobody else does.

    A first name that only one union wants is its own, and then that of the only class.
    """
    kinds = Counter((claim, standing.word) for standing, claim in wanted)
    ranks = ("Union", "Model", "Enum")
    found = []
    for standing, claim in wanted:
        before = ranks[: ranks.index(standing.word) + 1] if first else ranks
        if sum(kinds[claim, kind] for kind in before) == 1:
            found.append((standing, claim))
    return found


def _inner_first(standings: Iterable[Standing]) -> Iterator[Standing]:
    """Yield types that are sorted owners first the other way round."""
    around: list[Standing] = []
    for standing in standings:
        while around and standing.path[: len(around[-1].path)] != around[-1].path:
            yield around.pop()
        around.append(standing)
    yield from reversed(around)


def _value(standing: Standing) -> str:
    """Return the one value that a type has, or a field of it."""
    return standing.tail if standing.tail != standing.word else ""


def _base(standing: Standing) -> str:
    return singular(standing.base) if standing.singular else standing.base


def _of_body(standing: Standing) -> Sequence[str]:
    """Return those of a body: after its operation, and after more of it."""
    base = standing.first if standing.part == "errors" and standing.first else standing.base
    first = [(standing.first,)] if standing.first else []
    longer = [(*standing.frames[:n], base) for n in range(1, len(standing.frames) + 1)]
    return [_as_error(standing, "_".join(parts)) for parts in (*first, *longer)]


def _as_error(standing: Standing, name: str) -> str:
    """Return the class of a name; what an operation raises says that it is an error."""
    raised = standing.part == "errors" and standing.word == "Model"
    return class_name(name if not raised or "error" in name.lower() else f"{name}_Error")
