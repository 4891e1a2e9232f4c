"""Findings → findings with their proof: a witness, or the reason why there is none."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diff.change import Change, Pair
from generator.diff.contract import Direction
from generator.diff.discharge import LARGEST, covers
from generator.diff.finding import Finding, Proof
from generator.diff.judge import Level, worst
from generator.diff.schemas import SchemaComparison
from generator.diff.witness import Prover

_GUESSED = frozenset({"pattern-changed"})
_UNSEEN = (
    "content-",
    "discriminator-",
    "open-enum-",
    "default-",
    "stability-",
    "read-only-",
    "write-only-",
    "required-read-only-",
    "required-write-only-",
)
"""What no validator looks at: nothing can be proven, nor disproven."""
_DOUBTFUL = (
    "one-of-",
    "any-of-",
    "if-",
    "not-",
    "then-",
    "else-",
    "unevaluated-",
    "pattern-",
    "const-",
    "enum-",
    "unique-items-",
    "min-properties-",
    "additional-properties-",
)
"""Changes that often only say the same in another way."""
_MOST = 400
_SHOWABLE = 300


def prove(found: Iterable[Finding], comparison: SchemaComparison) -> list[Finding]:
    """Look for a witness of each finding that breaks somebody by a value."""
    prover = Prover(comparison.before, comparison.after)
    parents = _parents(comparison)
    found = list(found)
    equal = _Equality(prover, parents)
    equal.learn(found)
    budget = _MOST
    proven = []
    for finding in found:
        if equal.settles(finding):
            continue
        finding = _overlapping(finding, prover, parents)
        if finding.change.pair is None or finding.level not in ("breaking", "risky"):
            proven.append(finding)
            continue
        budget -= 1
        proven.append(_proven(finding, prover, parents) if budget >= 0 else _unproven(finding))
    return proven


class _Equality:
    """Knows pairs of schemas that are proven to accept the same values."""

    def __init__(self, prover: Prover, parents: dict[Pair, Pair]) -> None:
        self._prover = prover
        self._parents = parents
        self._known: dict[Pair, bool] = {}

    def learn(self, found: Iterable[Finding]) -> None:
        """Ask about the pairs whose changes often only say the same in another way."""
        for finding in found:
            pair = finding.change.pair
            asked = len(self._known) < _MOST
            if pair is not None and finding.code.startswith(_DOUBTFUL) and asked:
                around = _around(pair, self._parents)
                if around not in self._known:
                    self._known[around] = self._equal(around)

    def settles(self, finding: Finding) -> bool:
        """Whether a finding is about schemas that are equal after all."""
        pair = finding.change.pair
        seen = not finding.code.startswith(_UNSEEN) and "format" not in finding.code
        if pair is None or finding.change.effect == "noted" or not seen:
            return False
        return self._known.get(_around(pair, self._parents), False)

    def _equal(self, pair: Pair) -> bool:
        old = self._prover.validator("old", pair, "request").bundle(LARGEST)
        new = self._prover.validator("new", pair, "request").bundle(LARGEST)
        return covers(old, new) and covers(new, old)


def _unproven(finding: Finding) -> Finding:
    return replace(finding, proof="unproven")


def _parents(comparison: SchemaComparison) -> dict[Pair, Pair]:
    """The pair around each that speaks of the same value: that of the union of a branch."""
    return {
        edge.pair: pair
        for pair, compared in comparison.compared.items()
        for edge in compared.edges
        if edge.in_place and edge.pair != pair
    }


def _around(pair: Pair, parents: dict[Pair, Pair]) -> Pair:
    """The widest pair that speaks of the same value."""
    trail = {pair}
    while pair in parents and parents[pair] not in trail:
        pair = parents[pair]
        trail.add(pair)
    return pair


_ONE_OF: dict[str, Direction] = {
    "one-of-branch-added": "request",
    "one-of-branch-removed": "response",
}


def _overlapping(finding: Finding, prover: Prover, parents: dict[Pair, Pair]) -> Finding:
    """A branch that overlaps the others takes values from `oneOf` instead of bringing more."""
    direction, pair = _ONE_OF.get(finding.code), finding.change.pair
    if pair is None or direction is None or finding.levels.get(direction) != "compatible":
        return finding
    witness = prover.prove(finding.change, direction, _around(pair, parents), plain=True)
    if witness is None:
        return finding
    levels: dict[Direction, Level] = {**finding.levels, direction: "breaking"}
    return replace(finding, levels=levels, level="breaking", witness=witness, proof="witness")


def _proven(finding: Finding, prover: Prover, parents: dict[Pair, Pair]) -> Finding:
    pair = finding.change.pair
    assert pair is not None
    if finding.witness is not None:
        return finding
    around = _around(pair, parents)
    if finding.code.startswith(_UNSEEN):
        return finding
    levels = dict(finding.levels)
    for direction, level in finding.levels.items():
        if level not in ("breaking", "risky"):
            continue
        witness = prover.prove(finding.change, direction, around)
        if witness is None and level == "breaking":
            levels[direction] = _without_witness(finding, prover, around, direction)
        if witness is None and levels[direction] == level and around != pair:
            witness = prover.prove(finding.change, direction, pair)
        if witness is not None:
            return replace(finding, witness=witness, proof="witness")
    level = worst(list(levels.values()))
    shown = level not in ("breaking", "risky") or _is_beyond_examples(finding.change)
    proof: Proof = "structural" if shown else "unproven"
    return replace(finding, level=level, levels=levels, proof=proof)


def _is_beyond_examples(change: Change) -> bool:
    """Whether only a value too large to show would be a witness: the limits say it themselves."""
    limits = [one for one in (change.before, change.after) if isinstance(one, int)]
    return change.code.startswith(("max-", "min-")) and max(limits, default=0) > _SHOWABLE


def _without_witness(finding: Finding, prover: Prover, around: Pair, direction: Direction) -> Level:
    old = prover.validator("old", around, direction, turned=finding.change.turned).bundle(LARGEST)
    new = prover.validator("new", around, direction, turned=finding.change.turned).bundle(LARGEST)
    wide, narrow = (new, old) if direction == "request" else (old, new)
    if "format" not in finding.code and covers(wide, narrow):
        return "compatible"
    return "risky" if finding.code in _GUESSED else "breaking"
