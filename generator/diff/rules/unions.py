"""`anyOf` and `oneOf`: branches that came, went, or changed inside; and their discriminators."""

from __future__ import annotations

from collections.abc import Hashable
from dataclasses import replace
from itertools import product

from generator.diff.changes.change import IN_PLACE, Change
from generator.diff.forms.alike import UNLIKE, digest, likeness
from generator.diff.forms.form import Branches, Conj, Form
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.discriminator import are_others, discriminator
from generator.diff.rules.site import Site
from generator.diff.rules.types import names
from generator.source import Place

_WORDS = {"anyOf": "any-of", "oneOf": "one-of"}


def wrapped(site: Site) -> bool:
    """Compare a schema with a union that took its place, or the other way round; else False."""
    old, new = site.old.unions, site.new.unions
    if len(old) == len(new) or min(len(old), len(new)) > 0 or max(len(old), len(new)) != 1:
        return False
    if new:
        branches = site.before.split(site.pair.old), site.after.distribute(site.pair.new, 0)
    else:
        branches = site.before.distribute(site.pair.old, 0), site.after.split(site.pair.new)
    _match(site, branches, (new or old)[0])
    return True


def unions(site: Site) -> None:
    """Unions are paired in their order, their branches by what they look like."""
    old, new = site.old.unions, site.new.unions
    for before, after in zip(old, new, strict=False):
        matched = _match(site, (before.branches, after.branches), after, before)
        discriminator(site, before, after, matched)
        _keyword(site, before, after)
    for union in new[len(old) :]:
        site.change(f"{_WORDS[union.keyword]}-added", "narrowed", union.keyword)
    for union in old[len(new) :]:
        site.change(f"{_WORDS[union.keyword]}-removed", "widened", union.keyword)


def _match(
    site: Site,
    branches: tuple[tuple[Conj, ...], tuple[Conj, ...]],
    union: Branches,
    former: Branches | None = None,
) -> list[tuple[Conj, Conj]]:
    """Pair the branches, compare each pair, and tell of the ones left over."""
    old, new = branches
    matched = _paired(site, old, new, (former, union) if former else None)
    for one, other in matched:
        site.edge(one, other, IN_PLACE)
    word = _WORDS[union.keyword]
    gone = [conj for conj in old if conj not in {one for one, _ in matched}]
    come = [conj for conj in new if conj not in {other for _, other in matched}]
    before, after = site.places(union.keyword)
    for conj in gone:
        place, name = _place(site.before, conj), _name(site.before, conj)
        change = Change(f"{word}-branch-removed", "narrowed", place, after, name, None, name)
        site.record(replace(change, branch=replace(site.pair, old=conj)))
    for conj in come:
        place, name = _place(site.after, conj), _name(site.after, conj)
        change = Change(f"{word}-branch-added", "widened", before, place, None, name, name)
        site.record(replace(change, branch=replace(site.pair, new=conj)))
    return matched


def _paired(
    site: Site,
    old: tuple[Conj, ...],
    new: tuple[Conj, ...],
    unions: tuple[Branches, Branches] | None,
) -> list[tuple[Conj, Conj]]:
    """Pair branches of one name, then those that say the same, then the most alike.

    Two of other names and other tags are not each other, however alike they are.
    """
    rest_old, rest_new = list(dict.fromkeys(old)), list(dict.fromkeys(new))
    matched: list[tuple[Conj, Conj]] = []

    def pair(one: Conj, other: Conj) -> None:
        matched.append((one, other))
        rest_old.remove(one)
        rest_new.remove(other)

    for key in (_named, digest):
        by_key = {key(site.after, conj): conj for conj in reversed(rest_new)}
        by_key.pop(None, None)
        for conj in tuple(rest_old):
            other = by_key.pop(key(site.before, conj), None)
            if other is not None:
                pair(conj, other)
    scored = [
        (likeness(site.before.form(one), site.after.form(other)), one, other)
        for one, other in product(rest_old, rest_new)
        if unions is None or not are_others(site, unions, one, other)
    ]
    for score, one, other in sorted(scored, key=lambda entry: -entry[0]):
        if score >= UNLIKE and one in rest_old and other in rest_new:
            pair(one, other)
    return matched


def _named(normaliser: Normaliser, conj: Conj) -> Hashable:
    return normaliser.form(conj).name


def _keyword(site: Site, before: Branches, after: Branches) -> None:
    if before.keyword == after.keyword:
        return
    if before.keyword == "anyOf":
        site.change("any-of-became-one-of", "narrowed", "oneOf", "anyOf", "oneOf")
    else:
        site.change("one-of-became-any-of", "widened", "anyOf", "oneOf", "anyOf")


def _name(normaliser: Normaliser, conj: Conj) -> str:
    form = normaliser.form(conj)
    return form.name or form.notes.title or _described(normaliser, form)


def _described(normaliser: Normaliser, form: Form) -> str:
    """What tells a branch without a name from others: its types, and what it asks for."""
    required = ", ".join(sorted(form.objects.required))
    kind, items = names(form), form.arrays.items
    if kind == "array" and items:
        inner = normaliser.form(items)
        return f"array of {inner.name or inner.notes.title or names(inner)}"
    return f"{'object' if kind == 'any' else kind} with {required}" if required else kind


def _place(normaliser: Normaliser, conj: Conj) -> Place | None:
    return normaliser.schemas[conj[-1]].place if conj else None
