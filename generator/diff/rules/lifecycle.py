"""Deprecation, sunset, stability, prose: what elements say about themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.diff.changes.change import Change, Context
from generator.diff.described.contract import Element
from generator.diff.rules.elements import change
from generator.facets import equal

_STABILITY = ("draft", "alpha", "beta", "stable")


def lifecycle(old: Element, new: Element, context: Context) -> Iterator[Change]:
    """Compare what two elements of any kind say about themselves."""
    yield from _deprecation(old, new, context)
    yield from _sunset(old, new, context)
    yield from _stability(old, new, context)
    for name in ("description", "summary"):
        before, after = getattr(old.said, name), getattr(new.said, name)
        if before != after:
            yield change(f"{name}-changed", "noted", (old, new), context, (name, before, after))
    before, after = old.said.extensions, new.said.extensions
    for key in sorted({*before, *after}):
        if not equal(before.get(key), after.get(key)):
            values = (key, before.get(key), after.get(key))
            found = change("extension-changed", "noted", (old, new), context, values)
            yield replace(found, subject=key)


def removal(old: Element, today: date) -> str:
    """Return the code for how an element went: announced and due, announced, or without a word."""
    sunset = sunset_of(old)
    if not old.said.deprecated:
        return f"{old.kind}-removed"
    if sunset is None:
        return f"deprecated-{old.kind}-removed"
    return f"{old.kind}-removed-{'after' if sunset <= today else 'before'}-sunset"


def sunset_of(element: Element) -> date | None:
    """Return the date after which an element may be removed, if it names one."""
    return sunset_date(element.said.sunset)


def sunset_date(said: object) -> date | None:
    """Return the date that an `x-sunset` stands for, if it is one."""
    try:
        return date.fromisoformat(str(said)[:10]) if said else None
    except ValueError:
        return None


def _deprecation(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.said.deprecated, new.said.deprecated
    if before != after:
        code = f"{old.kind}-deprecated" if after else f"{old.kind}-reactivated"
        yield change(code, "noted", (old, new), context, ("deprecated", before, after))


def _sunset(old: Element, new: Element, context: Context) -> Iterator[Change]:
    """The day on which something ends."""
    before, after = old.said.sunset, new.said.sunset
    if before == after:
        return
    values = ("x-sunset", before, after)
    if after is None:
        # A sunset goes with the deprecation that it belongs to.
        if new.said.deprecated:
            yield change("sunset-removed", "noted", (old, new), context, values)
    elif sunset_of(new) is None:
        yield change("sunset-invalid", "noted", (old, new), context, values)
    elif before is None:
        yield change("sunset-added", "noted", (old, new), context, values)
    else:
        was, now = sunset_of(old), sunset_of(new)
        code = "sunset-moved-forward" if was and now and now < was else "sunset-moved-back"
        yield change(code, "noted", (old, new), context, values)


def _stability(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.said.stability, new.said.stability
    code = stability(before, after)
    if code:
        values = ("x-stability-level", before, after)
        yield change(code, "noted", (old, new), context, values)


def stability(before: object, after: object) -> str:
    """Return the code for two `x-stability-level`s, if they differ; what has none is stable."""
    if before != after and after is not None and after not in _STABILITY:
        return "stability-invalid"
    rank, later = (
        _STABILITY.index(str(one)) if one in _STABILITY else len(_STABILITY) - 1
        for one in (before, after)
    )
    if rank == later:
        return ""
    return "stability-decreased" if later < rank else "stability-increased"
