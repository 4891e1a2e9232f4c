"""Request bodies: whether there is one, and whether it has to be there."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.change import Change, Context, Effect, Slot
from generator.diff.contract import Element
from generator.diff.rules.lifecycle import change, lifecycle
from generator.diff.rules.media import contents


def bodies(old: Element, new: Element, context: Context) -> Iterator[Change | Slot]:
    """Compare the request bodies of an operation."""
    before, after = old.part("body").get(""), new.part("body").get("")
    if before and after:
        yield from lifecycle(before, after, context)
        yield from _required(before, after, context)
        yield from contents(before, after, context)
    elif before:
        places = (before.place, new.place)
        yield Change("body-removed", "widened", *places, True, None, context=context)
    elif after:
        required = bool(after.facts["required"])
        code = "required-body-added" if required else "body-added"
        effect: Effect = "narrowed" if required else "widened"
        yield Change(code, effect, old.place, after.place, None, True, context=context)


def _required(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = bool(old.facts["required"]), bool(new.facts["required"])
    if before != after:
        code = "body-required" if after else "body-optional"
        effect: Effect = "narrowed" if after else "widened"
        yield change(code, effect, (old, new), context, ("required", before, after))
