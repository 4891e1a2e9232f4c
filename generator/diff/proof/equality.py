"""Pairs of schemas that accept the same values, after all that changed in them."""

from __future__ import annotations

from collections.abc import Iterable

from generator.diff.changes.change import Effect, Pair
from generator.diff.changes.finding import Finding
from generator.diff.forms.within import contains
from generator.diff.proof.discharge import covers, equal
from generator.diff.proof.spots import Spot
from generator.diff.proof.witness import Prover

_MOST = 400
"""How many pairs are asked about."""


class Equality:
    """Knows pairs of schemas that are proven to accept the same values."""

    def __init__(self, prover: Prover) -> None:
        self._prover = prover
        self._known: dict[Pair, bool] = {}
        self._moved: set[tuple[Pair, str]] = set()
        """The properties that went somewhere within a pair, and came elsewhere."""
        self._asked_for_moves: set[Pair] = set()

    def learn(self, found: Iterable[Finding]) -> None:
        """Ask about the pairs whose changes often only say the same in another way.

        So do those that go both ways.
        """
        effects: dict[Pair, set[Effect]] = {}
        came, gone = set[tuple[Pair, str]](), set[tuple[Pair, str]]()
        for finding in found:
            pair = finding.change.pair
            doubtful = finding.kind.proving in ("restated", "guessed")
            effect = "replaced" if doubtful else finding.change.effect
            near, far = ([], []) if pair is None else self._around(pair)
            for one in dict.fromkeys((*near, *far)):
                effects.setdefault(one, set()).add(effect)
            if finding.kind.of == "property":
                side = came if finding.change.comes else gone
                side.update((one, finding.change.subject) for one in near)
        self._moved = came & gone
        moved = {pair for pair, _ in self._moved}
        for pair, seen in list(effects.items())[:_MOST]:
            if "replaced" in seen or {"narrowed", "widened"} <= seen:
                self._known[pair] = self._equal(pair)
            elif pair in moved:
                self._known[pair] = self._equal(pair)
                self._asked_for_moves.add(pair)

    def settles(self, finding: Finding) -> bool:
        """Whether a finding is about schemas that are equal after all, wherever they stand."""
        pair = finding.change.pair
        unknown = finding.kind.proving in ("unseen", "formats")
        if pair is None or unknown:
            return False
        near, far = self._around(pair)
        if self._stays(finding, near):
            return False
        return all(map(self._is_equal, near)) or all(map(self._is_equal, far))

    def _stays(self, finding: Finding, around: list[Pair]) -> bool:
        """Whether it tells what equal values do not: of a note, or a property that did not move.

        By the letter, nobody loses a property that may be anything.
        """
        if finding.kind.of != "property":
            return finding.change.effect == "noted"
        if any((one, finding.change.subject) in self._moved for one in around):
            return False
        moves_only = not self._asked_for_moves.isdisjoint(around)
        return finding.change.effect == "noted" or moves_only

    def _around(self, pair: Pair) -> tuple[list[Pair], list[Pair]]:
        """The widest pairs around one, and the outermost ones that have a say in its values."""
        near = [spot.pair for spot in self._prover.spots.widest(pair)]
        return near, [far for one in near for far in self._prover.spots.frames(one) or (one,)]

    def _is_equal(self, pair: Pair) -> bool:
        return self._known.get(pair, False)

    def _equal(self, pair: Pair) -> bool:
        new, old = self._prover.forms(pair, "request")
        if contains(new, old) and contains(old, new):
            return True
        after, before = self._prover.bundles(Spot(pair), "request")
        if covers(before, after) and covers(after, before):
            return True
        # What no value meets that people write is a mistake: who mends it wants to hear of it.
        return self._prover.meets(pair, "request") and equal(before, after)
