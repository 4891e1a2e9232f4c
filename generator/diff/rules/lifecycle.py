"""Deprecation, sunset, stability, prose: what elements say about themselves."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

from generator.diff.changes.change import Change, Context
from generator.diff.described.contract import Element, Said
from generator.diff.rules.elements import change
from generator.facets import equal

_STABILITY = ("draft", "alpha", "beta", "stable")


def lifecycle(old: Element, new: Element, context: Context) -> Iterator[Change]:
    """Compare what two elements of any kind say about themselves."""
    for code, keyword, before, after in _differences(new.kind, old.said, new.said):
        found = change(code, "noted", (old, new), context, (keyword, before, after))
        yield replace(found, subject=keyword) if code == "extension-changed" else found


def _differences(kind: str, old: Said, new: Said) -> Iterator[tuple[str, str, Any, Any]]:
    """What changed, with its keyword, and what that said before and says now."""
    if old.deprecated != new.deprecated:
        code = f"{kind}-{'deprecated' if new.deprecated else 'reactivated'}"
        yield code, "deprecated", old.deprecated, new.deprecated
    if code := _sunset(old, new):
        yield code, "x-sunset", old.sunset, new.sunset
    if code := stability(old.stability, new.stability):
        yield code, "x-stability-level", old.stability, new.stability
    for name in ("description", "summary"):
        before, after = getattr(old, name), getattr(new, name)
        if before != after:
            yield f"{name}-changed", name, before, after
    for key in sorted({*old.extensions, *new.extensions}):
        before, after = old.extensions.get(key), new.extensions.get(key)
        if not equal(before, after):
            yield "extension-changed", key, before, after


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


def _sunset(old: Said, new: Said) -> str:
    """The code for the days on which something ends, if they differ."""
    if old.sunset == new.sunset:
        return ""
    if new.sunset is None:
        # A sunset goes with the deprecation that it belongs to.
        return "sunset-removed" if new.deprecated else ""
    was, now = sunset_date(old.sunset), sunset_date(new.sunset)
    if now is None:
        return "sunset-invalid"
    if old.sunset is None:
        return "sunset-added"
    return "sunset-moved-forward" if was and now < was else "sunset-moved-back"


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
