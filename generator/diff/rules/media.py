"""Media types of bodies and responses, their schemas and encodings."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Change, Context, Effect, Pair, Slot
from generator.diff.described.contract import Element
from generator.diff.described.media import is_text, media_covers
from generator.diff.rules.elements import added, change, removed
from generator.facets import equal


def contents(old: Element, new: Element, context: Context) -> Iterator[Change | Slot]:
    """Compare the media types of two bodies, and what is sent as each."""
    before, after = old.part("media"), new.part("media")
    matched = {key: key for key in before if key in after}
    matched |= _ranges(old, new, matched)
    for key, other in matched.items():
        yield from _named(before[key], after[other], context)
        yield from _media(before[key], after[other], context)
    for key, element in before.items():
        if key not in matched:
            yield removed("media-type-removed", "narrowed", element, new, context)
    for key, element in after.items():
        if key not in matched.values():
            yield added("media-type-added", "widened", element, old, context)


def _ranges(old: Element, new: Element, matched: dict[str, str]) -> dict[str, str]:
    """Media types that a range of the other side stands for."""
    found: dict[str, str] = {}
    free = [other for other in new.part("media") if other not in matched.values()]
    for key in old.part("media"):
        near = (one for one in free if media_covers(one, key) or media_covers(key, one))
        other = next(near, None) if key not in matched else None
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
    for key in sorted({*old.part("encoding"), *new.part("encoding")}):
        yield from _encoding(old, new, key, context)


_DEFAULTS = {"contentType": "", "style": "form", "explode": True, "allow_reserved": False}


def _encoding(old: Element, new: Element, key: str, context: Context) -> Iterator[Change]:
    one, other = old.part("encoding").get(key), new.part("encoding").get(key)
    for name, default in _DEFAULTS.items():
        before = one.facts[name] if one else default
        after = other.facts[name] if other else default
        if not equal(before, after):
            keyword = "allowReserved" if name == "allow_reserved" else name
            is_type = name == "contentType"
            code = "encoding-content-type-changed" if is_type else "encoding-changed"
            values = (_written(keyword, before), _written(keyword, after))
            elements = (one or old, other or new)
            effect = _listed(str(before), str(after)) if is_type else "replaced"
            found = change(code, effect, elements, context, (keyword, *values))
            yield replace(found, subject=key)


def _listed(before: str, after: str) -> Effect:
    """What became of the content types of a part, several of which may be listed."""
    old, new = before.split(", "), after.split(", ")
    if not (before and after):
        return "replaced"
    wider = all(any(media_covers(one, other) for one in new) for other in old)
    narrower = all(any(media_covers(one, other) for one in old) for other in new)
    return "widened" if wider else "narrowed" if narrower else "replaced"


def _written(keyword: str, value: Any) -> str | None:
    if keyword == "contentType":
        return str(value) or None
    return f"{keyword} {json.dumps(value) if isinstance(value, bool) else value}"
