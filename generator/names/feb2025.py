"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation), and if that is not
enough after all that lies between. What is inside components goes first. A list's items have
the singular of its name, and a body is called by its operation and what it is.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from http import HTTPStatus
from itertools import count
from typing import Final

from generator.ir import TypeId
from generator.names.casing import class_name
from generator.names.claims import Claim, first_free
from generator.names.singular import singular
from generator.names.standing import Standing

_PHRASES: Final = {
    **{str(status.value): status.phrase for status in HTTPStatus},
    # Two that later versions of Python call otherwise.
    "413": "Request Entity Too Large",
    "422": "Unprocessable Entity",
}


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
            longer = class_name(f"{standing.base}_{standing.suffix or standing.again}")
            wanted = _numbered(_fixed(standing), longer)
            names[standing.type] = first_free(wanted, packages[standing.part], taken)
        inline = [s for s in chosen if s.kind not in ("fixed", "wrapper")]
        for shared in (True, False):
            members = [s for s in inline if (s.part == "shared") == shared]
            depth = _depths(members, packages, taken)
            for standing in members:
                wanted = _numbered(_candidate(standing, depth[standing.type]))
                names[standing.type] = first_free(wanted, packages[standing.part], taken)
            # What several components wanted, and none has, is no operation's either.
            taken |= {_claim(s, Counter(), packages) for s in members}
    return names


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    yield from names
    for number in count(1):
        yield f"{names[-1]}{number}"


def _fixed(standing: Standing) -> str:
    """Return the name of a component, which says that it is an error if it is one."""
    name = class_name(standing.base)
    return f"{name}Error" if standing.part == "errors" and "error" not in name.lower() else name


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
    if standing.kind == "body" and not standing.titled:
        return _body(standing, depth)
    base = singular(standing.base) if standing.singular else standing.base
    return class_name("_".join((*standing.frames[:depth], base)))


def _body(standing: Standing, depth: int) -> str:
    """Return the name of a body: `AddThingRequest`, or of an error only `NotFoundError`."""
    operation, frames = standing.frames[0], standing.frames
    error = _error(frames) if standing.part == "errors" else ""
    if error:
        names = [error, f"{operation}_{error}"]
    else:
        names = [f"{operation}_{standing.base.removesuffix('Body')}"]
    longer = ("_".join((*frames[:n], standing.base)) for n in range(1, len(frames) + 1))
    return class_name([*names, *longer][depth])


def _error(frames: Sequence[str]) -> str:
    """Return what the status of an error says, if it says one thing."""
    phrase = next((_PHRASES[frame] for frame in frames if frame in _PHRASES), "")
    return class_name(phrase if phrase.endswith("Error") else f"{phrase} Error") if phrase else ""
