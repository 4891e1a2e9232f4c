"""References that lead to another component now: one edit, whatever tells the two apart."""

from __future__ import annotations

import hashlib
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace

from generator.diff.changes.catalogue import KINDS
from generator.diff.changes.change import Change, Pair
from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS, Level, worst
from generator.diff.described.contract import DIRECTIONS, Contract, Direction
from generator.diff.edits import fingerprint
from generator.diff.schemas import SchemaComparison
from generator.diff.words.label import Names, group, label

_SHOWN = 3
Swaps = Mapping[Pair, Change]
"""Pairs of components of which one took the other's place, each with the edit of the reference."""


def swaps(comparison: SchemaComparison, old: Contract, new: Contract) -> Swaps:
    """Return the pairs of components that a reference led to, and leads to now.

    One that is gone, while the other came, is renamed: what they differ in was edited there.
    """
    found = {}
    for pair in comparison.compared:
        one, other = comparison.before.name(pair.old), comparison.after.name(pair.new)
        if one and other and one != other and (one in new.named or other in old.named):
            used = comparison.used.get(pair, pair)
            before = comparison.before.schemas[used.old[-1]].place
            after = comparison.after.schemas[used.new[-1]].place
            change = Change("schema-replaced", "replaced", before, after, one, other, pair=pair)
            found[pair] = change
    return found


def swapped(
    found: Iterable[Finding], by: Swaps, comparison: SchemaComparison, names: Names
) -> list[Finding]:
    """Bring together what tells two components apart, where one took the other's place."""
    owners = _owners(by, comparison)
    told: list[Finding] = []
    together: dict[Pair, list[Finding]] = {}
    for one in found:
        owner = owners.get(one.change.pair) if one.change.pair else None
        if owner is None:
            told.append(one)
        elif one.audience == "wire":
            together.setdefault(owner, []).append(one)
    return told + [_together(by[pair], each, names) for pair, each in together.items()]


def _owners(by: Swaps, comparison: SchemaComparison) -> dict[Pair, Pair]:
    """The swap of each pair that nothing but swaps leads to."""
    free = _below(comparison.starts, comparison, by)
    owners = {root: root for root in by if root in free}
    for root in tuple(owners):
        inner = [edge.pair for edge in comparison.compared[root].edges]
        for pair in _below(inner, comparison, free) - free:
            owners.setdefault(pair, root)
    return owners


def _below(
    starts: Iterable[Pair], comparison: SchemaComparison, ends: Collection[Pair]
) -> set[Pair]:
    """Pairs, and those that they lead to, down to the `ends`."""
    found: set[Pair] = set()
    waiting = list(starts)
    while waiting:
        pair = waiting.pop()
        if pair not in found:
            found.add(pair)
            edges = () if pair in ends else comparison.compared[pair].edges
            waiting += [edge.pair for edge in edges]
    return found


def _together(change: Change, each: Sequence[Finding], names: Names) -> Finding:
    """The finding about a swap, as bad as what the two components differ in."""
    first = min(each, key=lambda one: (LEVELS.index(one.level), one.witness is None))
    change = replace(change, subject=_differing(each))
    levels = {
        side: worst(one.levels[side] for one in each if side in one.levels)
        for side in DIRECTIONS
        if any(side in one.levels for one in each)
    }
    place = change.place
    assert place is not None
    return replace(
        first,
        change=change,
        levels=levels,
        reached={side: _operations(each, side, levels[side]) for side in levels} or first.reached,
        message=KINDS[change.code].say(change),
        fingerprint=_fingerprint(change, each),
        where=label(place, names),
        group=group(place, names),
        type="",
        successor="",
    )


def _operations(each: Iterable[Finding], side: Direction, level: Level) -> tuple[str, ...]:
    """The operations that meet a difference of a level in one direction."""
    bad = [one for one in each if one.levels.get(side) == level]
    return tuple(dict.fromkeys(name for one in bad for name in one.reached.get(side, ())))


def _differing(each: Iterable[Finding]) -> str:
    """What people call the differences: members by their names, others by what is said of them."""
    ranked = sorted(each, key=lambda one: LEVELS.index(one.level))
    told = [one.where.partition(".")[2] or one.code.rpartition("-")[0] for one in ranked]
    *rest, last = dict.fromkeys(told)
    if len(rest) > _SHOWN:
        rest, last = rest[:_SHOWN], f"{len(rest) + 1 - _SHOWN} more"
    return " and ".join(filter(None, [", ".join(rest), last]))


def _fingerprint(change: Change, each: Iterable[Finding]) -> str:
    """What identifies a swap: another difference is another thing to accept."""
    told = [fingerprint(replace(change, subject="")), *sorted(one.fingerprint for one in each)]
    return hashlib.sha256("\0".join(told).encode()).hexdigest()[:16]
