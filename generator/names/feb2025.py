"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation); if that is not enough,
after its value, and after all that lies between. What is inside components goes first. A list's
items have the singular of its name, and a body is called by its operation and what it is.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import count

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
        for standing in sorted(fixed, key=lambda s: (s.kind == "wrapper", bool(s.suffix))):
            longer = _as_error(standing, f"{standing.base}_{standing.suffix or standing.again}")
            wanted = _numbered(_as_error(standing, standing.base), longer)
            names[standing.type] = first_free(wanted, packages[standing.part], taken)
        inline = [s for s in chosen if s.kind not in ("fixed", "wrapper")]
        for shared in (True, False):
            some = [s for s in inline if (s.part == "shared") == shared]
            names |= _settled(some, packages, taken)
            # What several components wanted, and none has, is no operation's either.
            taken |= {(packages[s.part], _candidates(s)[0].casefold()) for s in some}
    return names


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    yield from names
    for number in count(1):
        yield f"{names[-1]}{number}"


def _settled(
    inline: Sequence[Standing], packages: Mapping[str, str], taken: set[Claim]
) -> Mapping[TypeId, str]:
    """Give each type the first of its names that no other one has at the same place of its list."""
    names: dict[TypeId, str] = {}
    lists = {s.type: _candidates(s) for s in inline}
    for level in range(max(map(len, lists.values()), default=0)):
        wanted = {
            s.type: (packages[s.part], found[level].casefold())
            for s in inline
            if level < len(found := lists[s.type]) and found[level]
        }
        if not level:
            wanted = _without_left(inline, wanted)
        often = Counter(wanted.values())
        alone = [t for t, claim in wanted.items() if often[claim] == 1 and claim not in taken]
        names |= {t: lists[t][level] for t in alone if t not in names}
        taken |= {wanted[t] for t in alone if names[t] == lists[t][level]}
    for standing in inline:
        if standing.type not in names:
            last = _numbered(lists[standing.type][-1])
            names[standing.type] = first_free(last, packages[standing.part], taken)
    return names


def _without_left(
    inline: Sequence[Standing], wanted: Mapping[TypeId, Claim]
) -> dict[TypeId, Claim]:
    """Return what is wanted, without what enums leave to their union if no other type wants it."""
    groups = defaultdict[Claim, list[Standing]](list)
    for standing in inline:
        if standing.type in wanted:
            groups[wanted[standing.type]].append(standing)
    left: set[TypeId] = set()
    for group in groups.values():
        union, *rest = sorted(group, key=lambda s: s.word != "Union")
        if union.word == "Union" and all(_is_enum_of(s, union) for s in rest):
            left |= {s.type for s in rest}
    return {type_id: claim for type_id, claim in wanted.items() if type_id not in left}


def _is_enum_of(standing: Standing, union: Standing) -> bool:
    return standing.word == "Enum" and standing.path[:-1] == union.path[:-1]


def _candidates(standing: Standing) -> Sequence[str]:
    """Return the names that a type may have, best first; an empty one stands for none there."""
    base, frames, tail = standing.base, standing.frames, standing.tail
    if standing.kind == "body" and not standing.titled:
        return _of_body(standing)
    base = singular(base) if standing.singular else base
    longest = f"{base}_{standing.label}" if standing.label else base
    apart = [(base, tail), (standing.within, base, tail), (*frames[:1], base, tail)]
    apart = [parts if tail and all(parts) else () for parts in apart]
    longer = [(*frames[:n], longest) for n in range(1, len(frames) + 1)]
    found = [(longest,), (*frames[:1], base), *apart, *longer]
    return [_as_error(standing, "_".join(parts)) if parts else "" for parts in found]


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
