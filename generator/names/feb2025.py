"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation), and if that is not
enough after all that lies between. A list's items have the singular of its name.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from itertools import count

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim
from generator.names.singular import singular
from generator.names.standing import Standing


def feb2025(
    standings: Sequence[Standing], packages: Mapping[str, str], closed: frozenset[Claim]
) -> Mapping[TypeId, str]:
    """Return the class of every type."""
    taken: set[Claim] = set()
    names: dict[TypeId, str] = {}
    for used in (True, False):
        chosen = [s for s in standings if s.used == used]
        fixed = [s for s in chosen if s.kind in ("fixed", "wrapper")]
        for standing in sorted(fixed, key=lambda s: (s.kind == "wrapper", bool(s.suffix))):
            names[standing.type] = _first_free(standing, packages[standing.part], taken)
        inline = [s for s in chosen if s.kind not in ("fixed", "wrapper")]
        names |= _spread(inline, packages, taken)
    return names


def _first_free(standing: Standing, package: str, taken: set[Claim]) -> str:
    base = class_name(standing.base)
    longer = class_name(f"{standing.base}_{standing.suffix or _doubled(standing)}")
    for name in (base, longer):
        if (package, name.casefold()) not in taken:
            break
    else:
        name = _numbered(longer, package, taken)
    taken.add((package, name.casefold()))
    return name


def _doubled(standing: Standing) -> str:
    """A wrapper that clashes with a component repeats what it is: `GetThingRequestRequest`."""
    return standing.base.rpartition("_")[2] if standing.kind == "wrapper" else "Model"


def _spread(
    inline: Sequence[Standing], packages: Mapping[str, str], taken: set[Claim]
) -> Mapping[TypeId, str]:
    """Make names longer, together for all that share one, until each is alone."""
    depth: Counter[TypeId] = Counter()
    open_: list[Standing] = list(inline)
    deepest = max((len(s.frames) for s in inline), default=0)
    for _ in range(deepest + 1):
        wanted = Counter(_claim(s, depth, packages) for s in open_)
        clashing = [
            s
            for s in open_
            if wanted[c := _claim(s, depth, packages)] > 1 or c in taken
            if depth[s.type] < len(s.frames)
        ]
        if not clashing:
            break
        for standing in clashing:
            depth[standing.type] += 1
    names: dict[TypeId, str] = {}
    for standing in open_:
        name, package = _candidate(standing, depth[standing.type]), packages[standing.part]
        if (package, name.casefold()) in taken:
            name = _numbered(name, package, taken)
        taken.add((package, name.casefold()))
        names[standing.type] = name
    return names


def _claim(standing: Standing, depth: Counter[TypeId], packages: Mapping[str, str]) -> Claim:
    return packages[standing.part], _candidate(standing, depth[standing.type]).casefold()


def _candidate(standing: Standing, depth: int) -> str:
    base = singular(standing.base) if standing.singular else standing.base
    if standing.kind == "body" and not standing.titled:
        depth += 1
    return class_name("_".join((*standing.frames[:depth], base)))


def _numbered(name: str, package: str, taken: set[Claim]) -> str:
    return next(n for i in count(1) if (package, (n := f"{name}{i}").casefold()) not in taken)
