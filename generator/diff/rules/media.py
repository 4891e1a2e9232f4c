"""Media types of bodies and responses, and their schemas."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes.change import Change, Context, Effect, Pair, Slot
from generator.diff.described.contract import Element
from generator.diff.described.media import is_text, media_covers
from generator.diff.rules.elements import added, change, removed


def contents(old: Element, new: Element, context: Context) -> Iterator[Change | Slot]:
    """Compare the media types of two bodies, and what is sent as each."""
    before, after = old.part("media"), new.part("media")
    pairs = matched(old, new)
    for key, other in pairs.items():
        yield from _named(before[key], after[other], context)
        yield from _media(before[key], after[other], context)
    for key, element in before.items():
        if key not in pairs:
            yield removed("media-type-removed", "narrowed", element, new, context)
    for key, element in after.items():
        if key not in pairs.values():
            yield added("media-type-added", "widened", element, old, context)


def matched(old: Element, new: Element) -> dict[str, str]:
    """Return the media types of the new body, or response, by those of the old one they are."""
    same = {key: key for key in old.part("media") if key in new.part("media")}
    return same | _ranges(old, new, same)


def _ranges(old: Element, new: Element, same: dict[str, str]) -> dict[str, str]:
    """Media types that a range of the other side stands for."""
    found: dict[str, str] = {}
    free = [other for other in new.part("media") if other not in same.values()]
    for key in old.part("media"):
        near = (one for one in free if media_covers(one, key) or media_covers(key, one))
        other = next(near, None) if key not in same else None
        if other is not None:
            found[key] = other
            free.remove(other)
    return found


def _named(old: Element, new: Element, context: Context) -> Iterator[Change]:
    if old.key == new.key:
        return
    wider = media_covers(new.key, old.key)
    if wider and media_covers(old.key, new.key):
        return
    code = "media-type-generalised" if wider else "media-type-specialised"
    effect: Effect = "widened" if wider else "narrowed"
    yield Change(code, effect, old.place, new.place, old.key, new.key, new.key, context=context)


def _media(old: Element, new: Element, context: Context) -> Iterator[Change | Slot]:
    before = (old.schema,) if old.schema else ()
    after = (new.schema,) if new.schema else ()
    if before or after:
        yield Slot(Pair(before, after, 2 if is_text(new.key) else 0), context)
    if old.facts["item_schema"] != new.facts["item_schema"]:
        values = ("itemSchema", old.facts["item_schema"], new.facts["item_schema"])
        yield change("item-schema-changed", "replaced", (old, new), context, values)
