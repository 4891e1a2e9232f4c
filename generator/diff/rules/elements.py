"""Elements: what they are compared by, and how a change of one is said."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from generator.diff.changes.change import Change, Context, Effect, Side
from generator.diff.described.contract import Element
from generator.diff.forms.normalise import Normaliser
from generator.frozen import dataclass
from generator.source import Place


@dataclass(frozen=True, slots=True)
class Basis:
    """The schemas of both versions, and the day on which a sunset is past or is not."""

    before: Normaliser
    after: Normaliser
    today: date


def change(
    code: str,
    effect: Effect,
    elements: tuple[Element, Element],
    context: Context,
    values: tuple[str, Any, Any],
) -> Change:
    """Return a change of a member of two elements: `values` is its keyword, before and after."""
    keyword, before, after = values
    old, new = (element.at(keyword) for element in elements)
    return Change(code, effect, old, new, before, after, elements[1].key, context=context)


def removed(
    code: str, effect: Effect, old: Element, around: Element, context: Context | None
) -> Change:
    """Return that an element is gone; `around` is what it was a part of, in the new version."""
    places, name = (old.place, around.place), old.key
    return Change(code, effect, *places, name, None, name, context=context, used=old.used)


def added(
    code: str, effect: Effect, new: Element, around: Element, context: Context | None
) -> Change:
    """Return that an element is new; `around` is what it is a part of, in the old version."""
    places, name = (around.place, new.place), new.key
    return Change(code, effect, *places, None, name, name, context=context, used=new.used)


def nearer(old: Place, new: Place) -> Side | Literal[""]:
    """Return the side on which an operation says itself what else is said for several."""
    before, after = old.pointer.count("/"), new.pointer.count("/")
    return "" if before == after else "old" if before > after else "new"


def required(old: Element, new: Element, context: Context) -> Iterator[Change]:
    """Compare whether two elements have to be there."""
    before, after = bool(old.facts["required"]), bool(new.facts["required"])
    if before != after:
        code = f"{new.kind}-required" if after else f"{new.kind}-optional"
        effect: Effect = "narrowed" if after else "widened"
        yield change(code, effect, (old, new), context, ("required", before, after))
