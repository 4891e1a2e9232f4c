"""Servers: the addresses under which an operation is found."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.change import Change, Context, Effect
from generator.diff.contract import Element


def servers(
    old: Element, new: Element, context: Context, bases: tuple[str, str]
) -> Iterator[Change]:
    """Addresses that came or went, and variables in them; `bases` belong to either side's."""
    before, after = map(_based, (old, new), bases)
    for key, element in before.items():
        if key not in after:
            around = next(iter(after.values()))
            places = (element.place, around.place)
            url = element.facts["url"]
            yield Change("server-removed", "narrowed", *places, url, None, url, context=context)
        else:
            yield from _variables(element, after[key], context)
    for key, element in after.items():
        if key not in before:
            around = next(iter(before.values()))
            places = (around.place, element.place)
            url = element.facts["url"]
            yield Change("server-added", "widened", *places, None, url, url, context=context)


def _based(element: Element, base: str) -> dict[str, Element]:
    return {key.rstrip("/") + base or "/": one for key, one in element.part("server").items()}


def _variables(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.facts["variables"], new.facts["variables"]
    places = (old.place, new.place)
    for name in dict.fromkeys((*before, *after)):
        default, listed = before.get(name, ("", ()))
        later_default, later = after.get(name, ("", ()))
        if default != later_default and name in before and name in after:
            yield Change("server-default-changed", "noted", *places, default, later_default, name,
                         context=context)  # fmt: skip
        removed = sorted(set(listed) - set(later)) if later else []
        added = sorted(set(later) - set(listed)) if listed else []
        if not listed and later and name in before:
            removed = ["any other"]
        if removed:
            effect: Effect = "narrowed"
            yield Change("server-value-removed", effect, *places, removed, None, name,
                         context=context)  # fmt: skip
        elif added or (listed and not later and name in after):
            yield Change("server-value-added", "widened", *places, None, added or ["any other"],
                         name, context=context)  # fmt: skip
