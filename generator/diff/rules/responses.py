"""Responses: status codes and their ranges, headers, links."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from generator.diff.change import Change, Context, Effect, Slot
from generator.diff.contract import Element
from generator.diff.media import is_success, status_covers
from generator.diff.normalise import Normaliser
from generator.diff.rules.lifecycle import change, lifecycle
from generator.diff.rules.media import contents
from generator.diff.rules.parameters import parameter
from generator.facets import equal


def responses(
    old: Element, new: Element, context: Context, forms: tuple[Normaliser, Normaliser]
) -> Iterator[Change | Slot]:
    """Compare the responses of an operation, by status code."""
    before, after = old.part("response"), new.part("response")
    for status, element in before.items():
        partner = _partner(status, after)
        if partner is None:
            yield _presence("removed", element, new, context)
        else:
            yield from _status(element, after[partner], context)
            yield from _response(element, after[partner], context, forms)
    for status, element in after.items():
        if status in before:
            continue
        wider = [s for s in before if s != status and status_covers(s, status)]
        if wider:
            nearest = before[min(wider, key=lambda s: s == "default")]
            if nearest.key not in after:
                continue
            yield from _response(nearest, element, context, forms)
        elif not any(_partner(s, after) == status for s in before):
            yield _presence("added", element, old, context)


def _partner(status: str, others: dict[str, Element] | object) -> str | None:
    """The response that answers for a status: its own, its range's, the default one, or a
    single one of those that a range is cut down to."""
    assert isinstance(others, dict)
    if status in others:
        return status
    covering = [other for other in others if status_covers(other, status)]
    if covering:
        return min(covering, key=lambda other: other == "default")
    within = [other for other in others if status_covers(status, other) and is_success(other)]
    return within[0] if within else None


def _presence(verb: str, element: Element, around: Element, context: Context) -> Change:
    success = is_success(element.key)
    word = "success-status" if success else "status"
    effect: Effect = "narrowed" if verb == "removed" else "widened"
    removed = verb == "removed"
    return Change(
        f"{word}-{verb}",
        effect,
        element.place if removed else around.place,
        around.place if removed else element.place,
        element.key if removed else None,
        None if removed else element.key,
        element.key,
        context=context,
    )


def _status(old: Element, new: Element, context: Context) -> Iterator[Change]:
    if old.key == new.key:
        return
    wider = status_covers(new.key, old.key)
    code = "status-generalised" if wider else "status-specialised"
    effect: Effect = "widened" if wider else "narrowed"
    places = (old.place, new.place)
    yield Change(code, effect, *places, old.key, new.key, old.key, context=context)


def _response(
    old: Element, new: Element, context: Context, forms: tuple[Normaliser, Normaliser]
) -> Iterator[Change | Slot]:
    yield from lifecycle(old, new, context)
    yield from contents(old, new, context)
    yield from headers(old, new, context, forms)
    yield from _links(old, new, context)


def headers(
    old: Element, new: Element, context: Context, forms: tuple[Normaliser, Normaliser]
) -> Iterator[Change | Slot]:
    """Compare the headers of two responses."""
    before, after = old.part("header"), new.part("header")
    for key in dict.fromkeys((*before, *after)):
        if key in before and key in after:
            for found in parameter(before[key], after[key], context, forms):
                yield _as_header(found)
        elif key in before:
            presence = _header("removed", before[key], context)
            yield replace(presence, old=before[key].place, new=new.place, before=presence.subject)
        else:
            presence = _header("added", after[key], context)
            yield replace(presence, old=old.place, new=after[key].place, after=presence.subject)


def _header(verb: str, element: Element, context: Context) -> Change:
    required = bool(element.facts["required"])
    code = f"required-header-{verb}" if required else f"header-{verb}"
    effect: Effect = "widened" if verb == "removed" else "narrowed" if required else "noted"
    name = str(element.facts["name"])
    return Change(code, effect, None, None, subject=name, context=context)


def _as_header(found: Change | Slot) -> Change | Slot:
    """Headers are described in the words of parameters; their codes say what they are."""
    if isinstance(found, Slot) or not found.code.startswith("parameter-"):
        return found
    return replace(found, code=found.code.replace("parameter-", "header-", 1))


def _links(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.part("link"), new.part("link")
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield Change("link-removed", "noted", before[key].place, new.place, key, None, key,
                         context=context)  # fmt: skip
        elif key not in before:
            yield Change("link-added", "noted", old.place, after[key].place, None, key, key,
                         context=context)  # fmt: skip
        elif not equal(dict(before[key].facts), dict(after[key].facts)):
            values = ("", before[key].facts["target"], after[key].facts["target"])
            yield change("link-changed", "noted", (before[key], after[key]), context, values)
