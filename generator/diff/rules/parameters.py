"""Parameters and headers: their presence, place and serialisation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date

from generator.diff.changes.change import Change, Context, Effect, Pair, Slot
from generator.diff.described.contract import Element
from generator.diff.described.media import media_type
from generator.diff.forms.form import Conj, Form
from generator.diff.rules.elements import Basis, added, change, removed, required
from generator.diff.rules.lifecycle import lifecycle, removal
from generator.diff.rules.media import contents
from generator.diff.rules.spread import spread
from generator.operations import STYLES


def parameters(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    """Compare the parameters of an operation."""
    before, after = spread(old, new, basis)
    moved = _moved(before, after)
    for key, element in before.items():
        if key in after:
            yield from parameter(element, after[key], context, basis)
        elif key in moved:
            other = after[moved[key]]
            values = ("in", element.facts["in"], other.facts["in"])
            yield change("parameter-moved", "replaced", (element, other), context, values)
        else:
            yield _gone(element, new, context, basis.today)
    for key, element in after.items():
        if key not in before and key not in moved.values():
            yield _new(element, old, context)


def parameter(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    """Compare two parameters, or two headers, of one name."""
    yield from lifecycle(old, new, context)
    yield from required(old, new, context)
    listed = None if old.part("media") or new.part("media") else _listed(old, new, basis)
    if listed is None:
        yield from _serialisation(old, new, context, basis)
    yield from _flags(old, new, context)
    if old.part("media") and new.part("media"):
        yield from contents(old, new, context)
        return
    if listed is not None:
        code, effect, pair = listed
        yield change(code, effect, (old, new), context, ("schema", None, None))
    else:
        pair = Pair(_conj(old), _conj(new), 0 if new.part("media") else 2)
    if pair.old or pair.new:
        yield Slot(pair, context)


def _listed(old: Element, new: Element, basis: Basis) -> tuple[str, Effect, Pair] | None:
    """A value that became a list of them, or the other way: one is written as a list of one."""
    before, after = basis.before.form(_conj(old)), basis.after.form(_conj(new))
    if _is_one(before, new) and _is_list(after, new):
        return f"{new.kind}-list-added", "widened", Pair(_conj(old), after.arrays.items, 1)
    if _is_list(before, old) and _is_one(after, old):
        return f"{new.kind}-list-removed", "narrowed", Pair(before.arrays.items, _conj(new), 1)
    return None


def _is_one(form: Form, element: Element) -> bool:
    """Whether values are single; in a list with commas, a text with some is several."""
    apart = element.facts["style"] == "form" and element.facts["explode"]
    kinds = {"number", "boolean", "string"} if apart else {"number", "boolean"}
    return bool(form.types) and form.types <= kinds and not form.unions


def _is_list(form: Form, element: Element) -> bool:
    """Whether values are lists, of which one of a single value is written as that is."""
    arrays = form.arrays
    told = arrays.prefix or arrays.contains or arrays.unevaluated
    plain = element.facts["style"] in ("form", "simple") and not told
    shortest = form.bounds.get("minItems", 0)
    return plain and form.types == {"array"} and shortest <= 1 and "array" not in form.values


def _conj(element: Element) -> Conj:
    media = next(iter(element.part("media").values()), None)
    schema = media.schema if media else element.schema
    return (schema,) if schema else ()


def _gone(element: Element, around: Element, context: Context, today: date) -> Change:
    needed = element.facts["required"] and not element.said.deprecated
    code = "required-parameter-removed" if needed else removal(element, today)
    effect: Effect = "widened"
    if element.facts["in"] == "path":
        # Both operations have the same path: a description of what is in it came, or went.
        code, effect = "path-parameter-removed", "noted"
    return replace(removed(code, effect, element, around, context), before=_shown(element))


def _new(element: Element, around: Element, context: Context) -> Change:
    needed = bool(element.facts["required"])
    code = "required-parameter-added" if needed else "parameter-added"
    effect: Effect = "narrowed" if needed else "noted"
    if element.facts["in"] == "path":
        code, effect = "path-parameter-added", "noted"
    return replace(added(code, effect, element, around, context), after=_shown(element))


def _shown(element: Element) -> str:
    return f"{element.facts['in']} {element.key}"


def _moved(before: Mapping[str, Element], after: Mapping[str, Element]) -> dict[str, str]:
    """Parameters that kept their name and are sent elsewhere."""
    gone = {e.key: key for key, e in before.items() if key not in after}
    come = {e.key: key for key, e in after.items() if key not in before}
    return {gone[name]: come[name] for name in gone if name in come}


def _serialisation(old: Element, new: Element, context: Context, basis: Basis) -> Iterator[Change]:
    """How a parameter is written, where that makes a difference to its values."""
    if bool(old.part("media")) != bool(new.part("media")):
        shown = ["content" if element.part("media") else "schema" for element in (old, new)]
        media = next(iter((*old.part("media"), *new.part("media"))))
        if media_type(media) != "text/plain":
            values = ("content", shown[0], shown[1])
            yield change(f"{new.kind}-encoding-changed", "replaced", (old, new), context, values)
        return
    before = basis.before.form(_conj(old))
    after = basis.after.form(_conj(new))
    for name in ("style", "explode"):
        was, now = _written(old, before, name), _written(new, after, name)
        if was != now and old.facts[name] != new.facts[name]:
            values = (name, old.facts[name], new.facts[name])
            yield change(f"{new.kind}-{name}-changed", "replaced", (old, new), context, values)
            # Each style has an `explode` of its own.
            return


def _written(element: Element, form: Form, name: str) -> object:
    """How values are written; a scalar in the plain style of its place knows no `explode`."""
    structured = bool(form.types & {"array", "object"}) and not form.is_anything
    style, explode = element.facts["style"], element.facts["explode"]
    if structured:
        # `simple` writes a list in one way only.
        alike = style == "simple" and "object" not in form.types
        return style if name == "style" else explode and not alike
    if style in ("spaceDelimited", "pipeDelimited", "deepObject"):
        style = STYLES.get(str(element.facts["in"]), style)
    return style if name == "style" else None


def _flags(old: Element, new: Element, context: Context) -> Iterator[Change]:
    for name, keyword in (("allow_reserved", "allowReserved"), ("allow_empty", "allowEmptyValue")):
        before, after = bool(old.facts[name]), bool(new.facts[name])
        if before != after and new.facts["in"] == "query":
            effect: Effect = "widened" if after else "narrowed"
            verb = "added" if after else "removed"
            values = (keyword, before, after)
            code = f"{name.replace('_', '-')}-{verb}"
            yield change(code, effect, (old, new), context, values)
