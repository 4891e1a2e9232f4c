"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation), and if that is not
enough after all that lies between. A list's items have the singular of its name.
"""

from __future__ import annotations

from collections import Counter
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
        depth = _depths(inline, packages, taken)
        for standing in inline:
            wanted = _numbered(_candidate(standing, depth[standing.type]))
            names[standing.type] = first_free(wanted, packages[standing.part], taken)
    return names


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    yield from names
    for number in count(1):
        yield f"{names[-1]}{number}"


def _depths(
    inline: Sequence[Standing], packages: Mapping[str, str], taken: set[Claim]
) -> Mapping[TypeId, int]:
    """Make names longer, together for all that share one, until each is alone."""
    depth: Counter[TypeId] = Counter()
    while True:
        claims = {s.type: _claim(s, depth, packages) for s in inline}
        wanted = Counter(claims.values())
        clashing = [
            s.type
            for s in inline
            if wanted[claims[s.type]] > 1 or claims[s.type] in taken
            if depth[s.type] < len(s.frames)
        ]
        if not clashing:
            return depth
        depth.update(clashing)


def _claim(standing: Standing, depth: Counter[TypeId], packages: Mapping[str, str]) -> Claim:
    return packages[standing.part], _candidate(standing, depth[standing.type]).casefold()


def _candidate(standing: Standing, depth: int) -> str:
    base = singular(standing.base) if standing.singular else standing.base
    if standing.kind == "body" and not standing.titled:
        if standing.first and not depth:
            return _as_error(standing, standing.first)
        if standing.first and standing.part == "errors":
            base = standing.first
        depth += not standing.first
    return _as_error(standing, "_".join((*standing.frames[:depth], base)))


def _as_error(standing: Standing, name: str) -> str:
    """Return the class of a name; what an operation raises says that it is an error."""
    raised = standing.part == "errors" and standing.word == "Model"
    return class_name(name if not raised or "error" in name.lower() else f"{name}_Error")
