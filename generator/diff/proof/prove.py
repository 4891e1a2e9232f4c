"""Findings → findings with their proof: a witness, or the reason why there is none.

Changes of schemas that accept the same values after all are no findings (`equality.py`). Where a
value is found that one version accepts and the other refuses, that is the proof (`witness.py`, of
what `candidates.py` makes). Where it is certain that there is no such value (`forms/within.py`,
`discharge.py`), nothing breaks. All others are as bad as changes of their kind are, unproven.

Last, schemas that refuse a value because it meets another one, as `not` and `oneOf` do, are
searched as a whole: there, what breaks nobody by itself may do so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from itertools import product

from generator.diff.changes.change import Change, Pair
from generator.diff.changes.finding import Finding, Proof
from generator.diff.changes.judge import LEVELS, URGENT, Level, worst
from generator.diff.described.contract import Direction
from generator.diff.forms.within import contains
from generator.diff.proof.about import about
from generator.diff.proof.discharge import covers, covers_written_out
from generator.diff.proof.equality import Equality
from generator.diff.proof.spots import Spot, Spots
from generator.diff.proof.witness import Prover
from generator.diff.schemas import SchemaComparison

_MOST = 400
"""For how many findings a witness is looked for; those behind them stay unproven."""
_SEARCHES = 100
"""How many schemas are searched that refuse what they meet."""
_SHOWABLE = 300
"""Up to which length, or number of items, a witness can be shown."""


def prove(found: Iterable[Finding], comparison: SchemaComparison) -> list[Finding]:
    """Look for a witness of each finding that breaks somebody by a value."""
    prover = Prover(comparison)
    found = list(found)
    equality = Equality(prover)
    equality.learn(found)
    budget, proven = _MOST, []
    alone = sum(one.change.effect != "noted" for one in found) == 1
    for finding in found:
        if equality.settles(finding):
            continue
        if finding.change.pair is None or finding.level not in URGENT:
            proven.append(finding)
            continue
        budget -= 1
        shown = _proven(finding, prover, alone=alone) if budget >= 0 else _unproven(finding)
        proven.append(shown)
    return _overlapping(proven, prover)


def _unproven(finding: Finding) -> Finding:
    return replace(finding, proof="unproven")


def _overlapping(found: list[Finding], prover: Prover) -> list[Finding]:
    """Find what breaks where a schema refuses what meets another: see `Spots.touchy`."""
    for (touchy, direction), indices in list(_touched(found, prover.spots).items())[:_SEARCHES]:
        open_ = all(_is_open(found[i], touchy, direction, prover.spots) for i in indices)
        changed = [pair for index in indices if (pair := found[index].change.pair)]
        witness = prover.overlap(touchy, direction, changed) if open_ else None
        if witness is not None:
            first = min(indices, key=lambda index: LEVELS.index(found[index].level))
            levels: dict[Direction, Level] = {**found[first].levels, direction: "breaking"}
            found[first] = replace(
                found[first], levels=levels, level="breaking", witness=witness, proof="witness"
            )
    return found


def _touched(found: list[Finding], spots: Spots) -> dict[tuple[Pair, Direction], list[int]]:
    """The findings, by number, that what such a schema refuses may depend on."""
    touched: dict[tuple[Pair, Direction], list[int]] = {}
    for index, finding in enumerate(found):
        pair = finding.change.pair
        # What is only noted of a property counts where nothing else may be there.
        rest = finding.change.effect == "noted"
        if pair is not None and (not rest or finding.code == "property-added"):
            for place in product(dict.fromkeys(spots.touchy(pair, rest=rest)), finding.levels):
                touched.setdefault(place, []).append(index)
    return touched


def _is_open(finding: Finding, touchy: Pair, direction: Direction, spots: Spots) -> bool:
    """Whether nothing is known to break by it, nor to be a risk that people know."""
    pair, level = finding.change.pair, finding.levels.get(direction)
    if level in ("compatible", "info") or finding.proof == "unproven":
        return True
    # An open schema still takes a property that is gone; one that closes may not.
    gone = level == "risky" and finding.code == "property-removed"
    return gone and pair is not None and touchy in spots.touchy(pair, rest=True)


def _proven(finding: Finding, prover: Prover, *, alone: bool) -> Finding:
    """The finding with its witness; where none is found, no worse than it can still be."""
    seen = finding.kind.proving != "unseen"
    if not seen or not any(_refuses(finding, direction) for direction in finding.levels):
        return finding
    levels = dict(finding.levels)
    for direction, level in sorted(levels.items(), key=lambda one: LEVELS.index(one[1])):
        if level not in URGENT or not _refuses(finding, direction):
            continue
        told = _with_witness(finding, prover, direction, alone=alone)
        if told is not None:
            return told
        if level == "breaking":
            wholes = _wholes(finding.change, prover.spots)
            levels[direction] = worst(
                _without_witness(finding, prover, one, direction) for one in wholes
            )
    level = worst(levels.values())
    shown = level not in URGENT or _is_beyond_examples(finding)
    proof: Proof = "structural" if shown else "unproven"
    return replace(finding, level=level, levels=levels, proof=proof)


def _with_witness(
    finding: Finding, prover: Prover, direction: Direction, *, alone: bool
) -> Finding | None:
    """The finding with a value that tells the versions apart; None where none is found."""
    subject = about(finding.change)
    found = (prover.prove(*one, direction, subject) for one in _seen_from(finding, prover.spots))
    witness, fits = next((one for one in found if one[0] is not None), (None, False))
    if witness is None:
        changed = [finding.change.pair] if finding.change.pair else []
        frames = _frames(finding.change, prover.spots)
        further = (prover.overlap(one, direction, changed) for one in frames)
        witness = next(filter(None, further), None)
    if witness is not None and not (fits or alone):
        # Something breaks there, and nobody can tell by which change.
        return _unproven(finding)
    return None if witness is None else replace(finding, witness=witness, proof="witness")


def _refuses(finding: Finding, direction: Direction) -> bool:
    """Whether it may be that a value is refused; the risk of others is that it means nothing."""
    harmless = {"request": ("widened", "noted"), "response": ("narrowed", "noted")}[direction]
    return finding.levels[direction] == "breaking" or finding.change.effect not in harmless


def _seen_from(finding: Finding, spots: Spots) -> Iterator[tuple[Spot, Spot]]:
    """The widest pairs around a change, and its own, each as it is for the whole."""
    pair, turned = finding.change.pair, finding.change.turned
    assert pair is not None
    own = Spot(finding.change.branch or pair, turned)
    for spot in spots.widest(pair):
        yield Spot(spot.pair, turned != spot.turned), own


def _frames(change: Change, spots: Spots) -> Iterator[Pair]:
    """The pairs further out that have a say in the values of a change."""
    assert change.pair is not None
    frames = (frame for spot in spots.widest(change.pair) for frame in spots.frames(spot.pair))
    return iter(dict.fromkeys(frames))


def _wholes(change: Change, spots: Spots) -> Iterator[Spot]:
    """The outermost pairs that have a say in the values of a change."""
    assert change.pair is not None
    for spot in spots.widest(change.pair):
        frames = spots.frames(spot.pair)
        yield from map(Spot, frames or ())
        if not frames:
            yield Spot(spot.pair, change.turned != spot.turned)


def _is_beyond_examples(finding: Finding) -> bool:
    """Whether only a value too large to show would be a witness: the limits say it themselves."""
    sides = (finding.change.before, finding.change.after)
    limits = [one for one in sides if isinstance(one, int)]
    return finding.kind.counted and max(limits, default=0) > _SHOWABLE


def _without_witness(finding: Finding, prover: Prover, whole: Spot, direction: Direction) -> Level:
    pair, turned, branch = finding.change.pair, finding.change.turned, finding.change.branch
    for spot in (whole, Spot(branch, turned)) if branch else (whole,):
        if not spot.turned and contains(*prover.forms(spot.pair, direction)):
            return "compatible"
        if finding.kind.proving != "formats" and _is_covered(prover, spot, direction):
            return "compatible"
    if pair is not None and whole.pair != pair and prover.tells(Spot(pair, turned), direction):
        # Around it no value was found that breaks, though the change itself refuses some.
        return "risky"
    return "risky" if finding.kind.proving == "guessed" else "breaking"


def _is_covered(prover: Prover, spot: Spot, direction: Direction) -> bool:
    """Whether it is proven that all is still taken that was sent."""
    schemas = prover.bundles(spot, direction)
    if covers(*schemas):
        return True
    # What is valid by the letter only, as no value meets what people mean, is for them to judge.
    return prover.meets(spot.pair, direction) and covers_written_out(*schemas)
