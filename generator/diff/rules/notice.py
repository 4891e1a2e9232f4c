"""Deprecation policy: what is deprecated has to say when it goes, and in good time."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, timedelta

from generator.diff.change import Change, Context
from generator.diff.contract import Contract, Element
from generator.diff.rules.lifecycle import change, sunset_of


def notice(old: Contract, new: Contract, days: int, today: date) -> Iterator[Change]:
    """Operations and parameters deprecated since, without a sunset that leaves enough days."""
    for key, element in new.operations.items():
        earlier = old.operations.get(key)
        if earlier is None:
            continue
        context = Context(element.key, "request")
        yield from _noticed(earlier, element, context, today + timedelta(days))
        for name, parameter in element.part("parameter").items():
            before = earlier.part("parameter").get(name)
            if before is not None:
                yield from _noticed(before, parameter, context, today + timedelta(days))


def _noticed(old: Element, new: Element, context: Context, soonest: date) -> Iterator[Change]:
    if old.facts["deprecated"] or not new.facts["deprecated"]:
        return
    sunset = sunset_of(new)
    values = ("x-sunset", None, new.facts["sunset"])
    if new.facts["sunset"] is None:
        yield change("sunset-missing", "noted", (old, new), context, values)
    elif sunset is not None and sunset < soonest:
        yield change("sunset-too-soon", "noted", (old, new), context, values)
