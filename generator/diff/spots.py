"""Where values stand: the widest pair of schemas that speaks of the same value as another."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from generator.diff.change import Edge, Pair
from generator.diff.form import Form
from generator.diff.schemas import SchemaComparison

_MOST = 8
_FAR = 200


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
        seen = {Spot(pair)}
        waiting = [Spot(pair)]
        while waiting:
            spot = waiting.pop()
            above = self._above.get(spot.pair, [])
            inside = [(upper, edge) for upper, edge in above if edge.in_place]
            alone = spot.pair in self._comparison.starts or len(inside) < len(above)
            if alone or not inside:
                yield spot
            found = {Spot(upper, spot.turned != edge.turned) for upper, edge in inside} - seen
            seen |= found
            waiting += found

    def touchy(self, pair: Pair) -> Iterator[Pair]:
        """Yield the pairs above, and this one, in which more below may mean less for the whole."""
        seen, waiting = {pair}, [pair]
        while waiting and len(seen) < _FAR:
            one = waiting.pop()
            if self._is_touchy(one):
                yield one
            found = {upper for upper, _ in self._above.get(one, ())} - seen
            seen |= found
            waiting += found

    def _is_touchy(self, pair: Pair) -> bool:
        before, after = self._comparison.before, self._comparison.after
        return any(_excludes(form) for form in (before.form(pair.old), after.form(pair.new)))


def _excludes(form: Form) -> bool:
    """Whether values are refused because they meet a schema."""
    exclusive = any(union.keyword == "oneOf" for union in form.unions)
    counted = any(one.maximum is not None for one in form.arrays.contains)
    rest = form.objects.unevaluated or form.arrays.unevaluated or form.objects.patterns
    return exclusive or counted or bool(form.negations or form.conditions or rest)
