"""The proof of a finding: a value that one version accepts and the other refuses.

Both `jsonschema` and `jsonschema-rs` have to agree on it before anybody is shown it.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from functools import cached_property, partial
from itertools import islice
from typing import Any

from generator.diff.changes.change import Pair, Side
from generator.diff.changes.finding import Witness
from generator.diff.described.contract import Direction
from generator.diff.forms.form import Conj, Form
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.spelled import spelled_otherwise
from generator.diff.proof.about import NOTHING, About
from generator.diff.proof.candidates import Candidates, in_turn
from generator.diff.proof.discharge import LARGEST
from generator.diff.proof.export import Exporter
from generator.diff.proof.instances import Instances
from generator.diff.proof.lift import Lift
from generator.diff.proof.mixtures import Mixtures
from generator.diff.proof.spots import Spot, Spots, Way
from generator.diff.proof.tagged import tagged
from generator.diff.proof.validator import Validator
from generator.diff.schemas import SchemaComparison

_TRIES = 6_000
"""How many values are tried for those that tell the versions apart."""
_BETTER = 200
"""How many values are looked at for one that is refused for the right reason."""
_PLAUSIBLE = 20
"""How many of them are put where they stand, to see whether they are told apart there."""
_FIRST_TRIES = 3
"""After how many values a schema is worth being read as a whole."""
_INNER = 8
_FEW = 3
"""How many changes further in are looked at, for how many values that they tell apart."""
_SLOW_TRIES = 100
"""How many values are tried where it is too large for that: its number of schemas."""


class Prover:
    """Looks for witnesses of the changes between two versions."""

    def __init__(self, comparison: SchemaComparison) -> None:
        self.spots = Spots(comparison)
        self._comparison = comparison
        self._exporters: dict[tuple[Side, Direction], Exporter] = {}
        self._validators: dict[tuple[Side, Conj, Direction, bool], Validator] = {}

    @cached_property
    def _forms(self) -> dict[Side, Normaliser]:
        return {"old": tagged(self._comparison.before), "new": tagged(self._comparison.after)}

    def prove(
        self, around: Spot, own: Spot, direction: Direction, about: About = NOTHING
    ) -> tuple[Witness | None, bool]:
        """Return a value that a change breaks, if one is found, and whether that is why it does.

        `around` is the widest pair that speaks of the same value as the change's `own`. Best is a
        value that is refused for what the change is `about`. For a member of an object no other
        will do, nor for values that meet several branches: that is what another change breaks.
        """
        values = filter(about.concerns, self._values(dict.fromkeys((own, around)), direction))
        found, fits = self._witness((around, own), direction, values, about)
        strict = about.several or (about.member and around == own)
        return (found, fits) if fits or not strict else (None, False)

    def _is_refused_as_text(self, own: Spot, direction: Direction, value: Any) -> bool:
        """Whether a value is refused, too, as the one of another type that is written alike."""
        other = spelled_otherwise(value)
        _, receiver = _sides(direction)
        return other is None or not self.validator(receiver, own, direction).accepts(other)

    def tells(self, own: Spot, direction: Direction) -> bool:
        """Whether a value is found that a change breaks, whatever is around it."""
        accept, refuse = (self.validator(side, own, direction) for side in _sides(direction))
        return any(True for _ in _telling(self._values((own,), direction), accept, refuse))

    def meets(self, pair: Pair, direction: Direction) -> bool:
        """Whether a value as people write it is valid in the old version."""
        forms, accept = self._forms["old"], self.validator("old", Spot(pair), direction)
        instances = Instances(forms, direction)
        return any(accept.accepts(instances.simple(one)) for one in forms.distributed(pair.old))

    def forms(self, pair: Pair, direction: Direction) -> tuple[Form, Form]:
        """Return the forms of the version that takes values, and of the one that sends them."""
        sender, receiver = _sides(direction)
        return self._form(pair, receiver), self._form(pair, sender)

    def _form(self, pair: Pair, side: Side) -> Form:
        return self._forms[side].form(pair.of(side))

    def bundles(self, spot: Spot, direction: Direction) -> list[dict[str, Any] | None]:
        """Return the schemas of these, each with all that it refers to; None where too large."""
        sender, receiver = _sides(direction)
        return [
            self.validator(side, spot, direction).bundle(LARGEST) for side in (receiver, sender)
        ]

    def overlap(
        self, pair: Pair, direction: Direction, changed: Iterable[Pair] = ()
    ) -> Witness | None:
        """Return a value as people write it that only one side accepts, if one is found.

        Nobody looks for one where the schemas are large. `changed` are pairs further in, of which
        somebody knows that they changed.
        """
        if None in self.bundles(Spot(pair), direction):
            return None
        plain = (self._plain(pair, side, direction) for side in _sides(direction))
        # Objects at the edges of one branch have members of others: nobody writes those.
        others = (v for v in self._values((Spot(pair),), direction) if not isinstance(v, dict))
        lifted = self._lifted(pair, direction, changed)
        values = in_turn(*plain, self._mixed(pair, direction), lifted, others)
        return self._witness((Spot(pair), Spot(pair)), direction, values, NOTHING)[0]

    def _witness(
        self,
        spots: tuple[Spot, Spot],
        direction: Direction,
        values: Iterable[Any],
        about: About,
    ) -> tuple[Witness | None, bool]:
        """The best witness of some values, and whether it is refused for the right reason.

        What is around the spot of a change tells it apart, and so does that spot itself.
        """
        first: Witness | None = None
        (around, own), (sender, receiver) = spots, _sides(direction)
        if own.pair.text:
            values = filter(partial(self._is_refused_as_text, own, direction), values)
        refuse = self.validator(receiver, around, direction)
        for spot in dict.fromkeys(spots):
            both = (self.validator(side, spot, direction) for side in (sender, receiver))
            values = _telling(values, *both)
        placed = 0
        for value in islice(values, _BETTER):
            why, fits = refuse.complaint(value, about)
            if (first is None or fits) and placed < _PLAUSIBLE:
                placed += 1
                found = Witness(value, sender, *why)
                counts = self._counts(value, around, direction)
                if fits and counts:
                    return found, True
                first = first or (found if counts else None)
        return first, False

    def _counts(self, value: Any, spot: Spot, direction: Direction) -> bool:
        """Whether a value is told apart where it stands, too, as far as anybody can tell."""
        ways = self.spots.ways(spot.pair)
        return not ways or any(self._tells(value, way, direction) for way in ways)

    def _tells(self, value: Any, way: Way, direction: Direction) -> bool:
        sender, receiver = _sides(direction)
        frame = Spot(way[-1][0])
        accept = self.validator(sender, frame, direction)
        refuse = self.validator(receiver, frame, direction)
        if not (accept.is_quick and refuse.is_quick):
            return True
        lift = Lift(sender, self._forms[sender], direction)
        taken = [one for one in lift.lifted(value, way) if accept.agrees(one, valid=True)]
        if not taken:
            # Where others can be put there, this one cannot stand there; or nobody can tell.
            return not any(accept.agrees(one, valid=True) for one in lift.usual(way))
        return any(refuse.agrees(one, valid=False) for one in taken)

    def validator(self, side: Side, spot: Spot, direction: Direction) -> Validator:
        """Return the validator for one side of a pair."""
        conj = spot.pair.of(side)
        key = (side, conj, direction, spot.turned)
        if key not in self._validators:
            exporter = self._exporters.setdefault(
                (side, direction), Exporter(self._forms[side].schemas, direction)
            )
            self._validators[key] = Validator(exporter, conj, turned=spot.turned)
        return self._validators[key]

    def _plain(self, pair: Pair, side: Side, direction: Direction) -> Iterator[Any]:
        """Values of each branch as people write them: with nothing that is not described."""
        other: Side = "new" if side == "old" else "old"
        candidates = Candidates(self._forms[side], self._forms[other], direction)
        branches = self._forms[side].distributed(pair.of(side))
        yield from candidates.described(branches, pair.of(other))

    def _lifted(self, frame: Pair, direction: Direction, changed: Iterable[Pair]) -> Iterator[Any]:
        """Values that are told apart further in, put where they stand."""
        for pair in islice(changed, _INNER):
            for way in self.spots.ways(pair):
                around = [one for one, _ in way]
                steps = way[: around.index(frame) + 1] if frame in around else ()
                for side, value in self._apart(pair, direction) if steps else ():
                    yield from Lift(side, self._forms[side], direction).lifted(value, steps)

    def _apart(self, pair: Pair, direction: Direction) -> Iterator[tuple[Side, Any]]:
        """A few values that only one version accepts, with that version."""
        sides: tuple[Side, Side] = ("old", "new")
        for side, other in (sides, sides[::-1]):
            accept, refuse = (self.validator(one, Spot(pair), direction) for one in (side, other))
            candidates = Candidates(self._forms[side], self._forms[other], direction)
            values = islice(candidates.of(pair.of(side), pair.of(other)), _BETTER)
            found = islice(_telling(values, accept, refuse), _FEW)
            yield from ((side, value) for value in found)

    def _mixed(self, pair: Pair, direction: Direction) -> Iterator[Any]:
        """Objects at the edges between branches."""
        sides = (self._forms["old"], pair.old), (self._forms["new"], pair.new)
        return Mixtures(direction, *sides).objects()

    def _values(self, spots: Iterable[Spot], direction: Direction) -> Iterator[Any]:
        sender, receiver = _sides(direction)
        for spot in spots:
            # Below a `not`, what the whole accepts is what the schema itself refuses.
            taker, refuser = (receiver, sender) if spot.turned else (sender, receiver)
            candidates = Candidates(self._forms[taker], self._forms[refuser], direction)
            yield from candidates.of(spot.pair.of(taker), spot.pair.of(refuser))


def _telling(values: Iterable[Any], accept: Validator, refuse: Validator) -> Iterator[Any]:
    """The values that one side accepts and the other refuses, as both validators say."""
    quick = False
    for tried, value in enumerate(islice(values, _TRIES)):
        if tried == _FIRST_TRIES:
            quick = accept.is_quick and refuse.is_quick
        if not quick and tried == _SLOW_TRIES:
            return
        # The quick one has the first word, once it is there.
        if quick and not _differ(value, accept, refuse):
            continue
        if accept.accepts(value) and refuse.refuses(value) and _differ(value, accept, refuse):
            yield value


def _differ(value: Any, accept: Validator, refuse: Validator) -> bool:
    return accept.agrees(value, valid=True) and refuse.agrees(value, valid=False)


def _sides(direction: Direction) -> tuple[Side, Side]:
    """The version whose values are sent, and the one that takes them."""
    return ("old", "new") if direction == "request" else ("new", "old")
