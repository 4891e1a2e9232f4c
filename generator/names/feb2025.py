"""Names of 2025: where several inline types want one name, none of them gets it.

Each is then called after its owner as well (the component or the operation); if that is not enough,
after its value, and after all that lies between. What is inside components goes first. A list's
items have the singular of its name, and a body is called by its operation and what it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import count

from generator.ir import TypeId
from generator.names.apart import Apart, as_error, candidates
from generator.names.claims import Claim, first_free
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
        doubled = _doubled(inline)
        for standing in sorted(fixed, key=lambda s: (s.kind == "wrapper", bool(s.suffix))):
            package, own = packages[standing.part], as_error(standing, standing.base)
            longer = as_error(standing, f"{standing.base}_{standing.suffix or standing.again}")
            if (standing.path, own) in doubled:
                taken.add((package, own.casefold()))
                own = f"{own}Union"
            names[standing.type] = first_free(_numbered(own, longer), package, taken)
        for shared in (True, False):
            some = [s for s in inline if (s.part == "shared") == shared]
            names |= Apart(some, packages, taken).named()
            # What several components wanted, and none has, is no operation's either.
            taken |= {(packages[s.part], candidates(s)[0].casefold()) for s in some}
    return names


def _doubled(inline: Sequence[Standing]) -> frozenset[tuple[tuple[str, ...], str]]:
    """Return where a component that is a union has another one in it, and members of its name."""
    told = {s.path for s in inline if s.label}
    inner = (s for s in inline if s.inner and s.word == "Union" and s.path in told)
    return frozenset((s.path, candidates(s)[0]) for s in inner)


def _turn(standing: Standing) -> tuple[int, bool]:
    return standing.document, not standing.used


def _numbered(*names: str) -> Iterator[str]:
    """Yield names, and then the last one with numbers."""
    yield from names
    for number in count(1):
        yield f"{names[-1]}{number}"
