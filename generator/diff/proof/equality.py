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

    def learn(self, found: Iterable[Finding]) -> None:
        """Ask about the pairs whose changes often only say the same in another way.

        So do those that go both ways.
        """
        effects: dict[Pair, set[Effect]] = {}
        for finding in found:
            pair = finding.change.pair
            doubtful = finding.kind.proving in ("restated", "guessed")
            effect = "replaced" if doubtful else finding.change.effect
            near, far = ([], []) if pair is None else self._around(pair)
            for one in dict.fromkeys((*near, *far)):
                effects.setdefault(one, set()).add(effect)
        for pair, seen in list(effects.items())[:_MOST]:
            if "replaced" in seen or {"narrowed", "widened"} <= seen:
                self._known[pair] = self._equal(pair)

    def settles(self, finding: Finding) -> bool:
        """Whether a finding is about schemas that are equal after all, wherever they stand."""
        pair = finding.change.pair
        unknown = finding.kind.proving in ("unseen", "formats")
        if pair is None or finding.change.effect == "noted" or unknown:
            return False
        near, far = self._around(pair)
        return all(map(self._is_equal, near)) or all(map(self._is_equal, far))

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
