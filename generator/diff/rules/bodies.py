"""Request bodies: whether there is one, and whether it has to be there."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diff.changes.change import Change, Context, Effect, Slot
from generator.diff.described.contract import Element
from generator.diff.rules.elements import required
from generator.diff.rules.lifecycle import lifecycle
from generator.diff.rules.media import contents


def bodies(old: Element, new: Element, context: Context) -> Iterator[Change | Slot]:
    """Compare the request bodies of an operation."""
    before, after = old.part("body").get(""), new.part("body").get("")
    if before and after:
        yield from lifecycle(before, after, context)
        yield from required(before, after, context)
        yield from contents(before, after, context)
    elif before:
        places = (before.place, new.place)
        found = Change("body-removed", "widened", *places, True, None, context=context)
        yield replace(found, used=before.used)
    elif after:
        needed = bool(after.facts["required"])
        code = "required-body-added" if needed else "body-added"
        effect: Effect = "narrowed" if needed else "widened"
        found = Change(code, effect, old.place, after.place, None, True, context=context)
        yield replace(found, used=after.used)
