"""References that lead to another component now: one edit, whatever tells the two apart."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.closure import closure
from generator.diff.changes.change import Change, Pair
from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS, URGENT
from generator.diff.described.contract import Contract
from generator.diff.findings import as_text, combined, digest, fingerprint, worst_of
from generator.diff.forms.alike import UNLIKE, likeness
from generator.diff.forms.form import Conj
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.references import UNIONS
from generator.diff.schemas import SchemaComparison
from generator.diff.words.label import Names, group, label
from generator.diff.words.typed import is_null

_SHOWN = 3
_DEEPEST = 8
_AROUND = frozenset({"allOf", *UNIONS, "nullable"})
"""What stands around a reference where null is valid, too, or something is said of it."""
Swaps = Mapping[Pair, Change]
"""Pairs of components of which one took the other's place, each with the edit of the reference."""


def swaps(comparison: SchemaComparison, old: Contract, new: Contract) -> Swaps:
    """Return the pairs of components that a reference led to, and leads to now.

    One that is gone, or a name of the other, while that came, is renamed: what they differ in was
    edited there. Where they have next to nothing in common, it took the other's place.
    """
    found = {}
    before, after = comparison.before, comparison.after
    for pair, compared in comparison.compared.items():
        if not compared.changes and not compared.edges:
            continue
        one, other = _component(before, pair.old), _component(after, pair.new)
        if not one or not other or one == other:
            continue
        there = new.named.get(one)
        # What is in no schema of this version is what nobody changed, and nothing leads to.
        kept = there and (
            there not in new.schemas or after.target(there) != after.target(pair.new[0])
        )
        if kept or other in old.named or _are_unlike(pair, before, after):
            used = comparison.used.get(pair, pair)
            places = before.reference(used.old), after.reference(used.new)
            found[pair] = Change("schema-replaced", "replaced", *places, one, other, pair=pair)
    return found


def _are_unlike(pair: Pair, before: Normaliser, after: Normaliser) -> bool:
    return likeness(before.form(pair.old), after.form(pair.new)) < UNLIKE


def _component(side: Normaliser, conj: Conj) -> str | None:
    """The name of the component that a schema is, but for null and for what is said of it."""
    for _ in range(_DEEPEST):
        name = side.name(conj)
        keywords = side.schemas[conj[0]].keywords if len(conj) == 1 else {}
        if name or not keywords or keywords.keys() - _AROUND:
            return name
        held = [one for word in ("allOf", *UNIONS) for one in keywords.get(word, ())]
        conj = tuple(one for one in held if not is_null(side.schemas[one]))
    return None


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
    compared = comparison.compared
    return closure(
        starts, lambda pair: () if pair in ends else [edge.pair for edge in compared[pair].edges]
    )


def _together(change: Change, each: Sequence[Finding], names: Names) -> Finding:
    """The finding about a swap, as bad as what the two components differ in."""
    first, (levels, reached) = worst_of(each), combined(each)
    place = change.place
    assert place is not None
    where = re.sub(r" (oneOf|anyOf)\[\d+\]$", "", label(place, names))
    change = replace(change, subject=_differing(each, where))
    return replace(
        first,
        change=change,
        levels=levels,
        reached=reached if levels else first.reached,
        fingerprint=_fingerprint(change, each, where),
        where=where,
        group=group(place, names),
        type="",
        successor="",
    )


def _differing(each: Iterable[Finding], where: str) -> str:
    """What people call the differences: members by their names, others by what is said of them."""
    ranked = sorted(each, key=lambda one: LEVELS.index(one.level))
    told = [_inside(one, where) or one.code.rpartition("-")[0].replace("-", " ") for one in ranked]
    *rest, last = dict.fromkeys(told)
    if len(rest) > _SHOWN:
        rest, last = rest[:_SHOWN], f"{len(rest) + 1 - _SHOWN} more"
    return " and ".join(filter(None, [", ".join(rest), last]))


def _inside(one: Finding, where: str) -> str:
    """The name of a member, from the component on."""
    return one.where.removeprefix(where).partition(".")[2]


def _fingerprint(change: Change, each: Iterable[Finding], where: str) -> str:
    """What identifies a swap: another difference that may break is another thing to accept."""
    told = sorted(
        "\0".join([one.code, _inside(one, where), *map(as_text, _values(one))])
        for one in each
        if one.level in URGENT
    )
    return digest(fingerprint(replace(change, subject="")), *told)


def _values(one: Finding) -> tuple[Any, Any]:
    return one.change.before, one.change.after
