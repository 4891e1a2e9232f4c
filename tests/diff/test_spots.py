"""Where values stand: the pairs of schemas around another one."""

from __future__ import annotations

from generator.diff.changes.change import IN_PLACE, Compared, Edge, Pair
from generator.diff.forms.normalise import Normaliser
from generator.diff.proof.spots import Spots
from generator.diff.schemas import SchemaComparison
from generator.ir import TypeId


def pair(name: str) -> Pair:
    return Pair((TypeId(name),), (TypeId(name),))


def test_places_are_looked_at_in_the_order_of_the_comparison() -> None:
    """Whatever Python hashes texts to: a report shows the same witness each time."""
    around = [pair(f"around {number}") for number in range(7)]
    comparison = SchemaComparison(Normaliser({}), Normaliser({}))
    within = Compared(edges=[Edge(pair("inner"), path=IN_PLACE)])
    comparison.compared = {pair("inner"): Compared(), **dict.fromkeys(around, within)}
    assert [spot.pair for spot in Spots(comparison).widest(pair("inner"))] == around[::-1]
