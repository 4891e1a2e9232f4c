"""Where values stand: the widest pair of schemas that speaks of the same value as another."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import cached_property
from itertools import islice
from typing import NamedTuple

from generator.diff.changes.change import IN_PLACE, Edge, Pair
from generator.diff.forms.form import Form
from generator.diff.schemas import SchemaComparison

_MOST = 8
"""How many of the widest pairs around one are looked at."""
_FAR = 200
"""How many pairs around one are gone through for those that refuse what they meet."""
_WAYS = 16
"""If more ways lead outwards than this, nobody can tell."""
_STEPS = 2_000
"""After how many steps outwards that is so as well."""
Way = tuple[tuple[Pair, Edge], ...]
"""The pairs around one, from the inside out, each with the edge that leads from it inwards."""


class Spot(NamedTuple):
    """A pair of schemas; `turned` if its values are those that the schemas refuse."""

    pair: Pair
    turned: bool = False


class Spots:
    """The pairs around each pair, up the ways on which the comparison came to it."""

    def __init__(self, comparison: SchemaComparison) -> None:
        self._comparison = comparison
        self._above: dict[Pair, list[tuple[Pair, Edge]]] = {}
        self._known: dict[Pair, tuple[Spot, ...]] = {}
        self._ways: dict[Pair, tuple[Way, ...]] = {}
        for pair, compared in comparison.compared.items():
            for edge in compared.edges:
                if edge.pair != pair:
                    self._above.setdefault(edge.pair, []).append((pair, edge))

    def widest(self, pair: Pair) -> tuple[Spot, ...]:
        """Return the widest pairs that speak of the same value: a union for one of its branches.

        `turned` is said of the pair as seen from there: it stands below a `not`.
        """
        if pair not in self._known:
            self._known[pair] = tuple(dict.fromkeys(self._climb(pair)))[:_MOST]
        return self._known[pair]

    def _climb(self, pair: Pair) -> Iterator[Spot]:
        """The spots that nothing in place is around, and those that are also met by themselves."""
        seen = {Spot(pair)}
        waiting = [Spot(pair)]
        while waiting:
            spot = waiting.pop()
            above = self._above.get(spot.pair, [])
            inside = [(upper, edge) for upper, edge in above if edge.path == IN_PLACE]
            alone = spot.pair in self._comparison.starts or len(inside) < len(above)
            if alone or not inside:
                yield spot
            around = dict.fromkeys(Spot(one, spot.turned != edge.turned) for one, edge in inside)
            found = [one for one in around if one not in seen]
            seen.update(found)
            waiting += found

    def ways(self, pair: Pair) -> tuple[Way, ...]:
        """Return the ways from a pair out to the last ones that judge a value by more than it.

        There are none where its values are judged by themselves somewhere, or nobody can tell.
        """
        if pair not in self._ways:
            found = () if pair in self._alone else tuple(islice(self._outwards(pair), _WAYS + 1))
            known = len(found) <= _WAYS and all(way and _is_known(way) for way in found)
            self._ways[pair] = found if known else ()
        return self._ways[pair]

    def frames(self, pair: Pair) -> tuple[Pair, ...]:
        """Return the pairs at the ends of these ways."""
        return tuple(dict.fromkeys(way[-1][0] for way in self.ways(pair)))

    def _outwards(self, pair: Pair) -> Iterator[Way]:
        """The ways to pairs that stand alone; one that is not known if there are too many steps."""
        waiting: list[tuple[Pair, Way]] = [(pair, ())]
        for _ in range(_STEPS):
            if not waiting:
                return
            one, way = waiting.pop()
            passed = {pair, *(upper for upper, _ in way)}
            for upper, edge in self._above.get(one, ()):
                if upper in self._alone:
                    yield (*way, (upper, edge))
                elif upper not in passed:
                    waiting.append((upper, (*way, (upper, edge))))
        yield ()

    @cached_property
    def _alone(self) -> set[Pair]:
        """The pairs whose values are judged by themselves, at one place at least."""
        found = set(self._comparison.starts)
        waiting = list(found)
        while waiting:
            one = waiting.pop()
            compared = self._comparison.compared[one]
            if compared.edges and not self._has(one, _has_alternatives):
                new = {edge.pair for edge in compared.edges} - found
                found |= new
                waiting += new
        return found

    def touchy(self, pair: Pair, *, rest: bool = False) -> Iterator[Pair]:
        """Yield the widest pairs around each, from this one outwards, that refuses what it meets.

        Fewer values within may mean more of the whole there, and the other way round. With `rest`,
        only those count that say of an object what may be there besides what a schema describes.
        """
        seen, waiting = {pair}, [pair]
        trait = _closes if rest else _excludes
        while waiting and len(seen) < _FAR:
            one = waiting.pop()
            if self._has(one, trait):
                # By itself it has no say where it is only a part of what speaks of its values.
                yield from (spot.pair for spot in self.widest(one))
            around = dict.fromkeys(upper for upper, _ in self._above.get(one, ()))
            found = [upper for upper in around if upper not in seen]
            seen.update(found)
            waiting += found

    def _has(self, pair: Pair, trait: Callable[[Form], bool]) -> bool:
        before, after = self._comparison.before, self._comparison.after
        return trait(before.form(pair.old)) or trait(after.form(pair.new))


def _is_known(way: Way) -> bool:
    """Whether a value can be put where it stands, all along a way."""
    return all(edge.path is not None for _, edge in way)


def _has_alternatives(form: Form) -> bool:
    """Whether what a schema within refuses may be valid all the same, or the other way round."""
    return bool(form.unions or form.negations or form.conditions or form.objects.dependents)


def _closes(form: Form) -> bool:
    return bool(form.objects.unevaluated)


def _excludes(form: Form) -> bool:
    """Whether values are refused because they meet a schema."""
    exclusive = any(union.keyword == "oneOf" for union in form.unions)
    counted = any(one.maximum is not None for one in form.arrays.contains)
    rest = form.objects.unevaluated or form.arrays.unevaluated or form.objects.patterns
    return exclusive or counted or bool(form.negations or form.conditions or rest)
