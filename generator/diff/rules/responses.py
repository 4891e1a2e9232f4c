"""Responses: status codes and their ranges, links."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diff.changes.change import Change, Context, Effect, Slot
from generator.diff.described.contract import Element
from generator.diff.described.media import is_success, status_covers
from generator.diff.rules.elements import Basis, added, change, removed
from generator.diff.rules.encodings import parts_of_forms
from generator.diff.rules.headers import headers
from generator.diff.rules.lifecycle import lifecycle
from generator.diff.rules.media import contents
from generator.facets import equal


def responses(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    """Compare the responses of an operation, by status code."""
    before, after = old.part("response"), new.part("response")
    pairs = _pairs(before, after)
    for status, other in pairs:
        yield from _status(old, new, (before[status], after[other]), context)
        yield from _response(before[status], after[other], context, basis)
    for status, element in before.items():
        if status not in {one for one, _ in pairs}:
            yield removed(f"{_word(element)}-removed", "narrowed", element, new, context)
    for status, element in after.items():
        if status not in {other for _, other in pairs}:
            yield added(f"{_word(element)}-added", "widened", element, old, context)


def _pairs(before: Mapping[str, Element], after: Mapping[str, Element]) -> list[tuple[str, str]]:
    """Each status with itself, or else with the range or default that answers for it."""
    pairs = [(status, status) for status in before if status in after]
    for status in before:
        wider = _nearest(status, after) if status not in after else None
        if wider is not None:
            pairs.append((status, wider))
    for status in after:
        wider = _nearest(status, before) if status not in before else None
        if wider is not None:
            pairs.append((wider, status))
    return pairs


def _nearest(status: str, others: Mapping[str, Element]) -> str | None:
    covering = [other for other in others if status_covers(other, status)]
    if is_success(status) and any(map(is_success, others)):
        # Where successes have words of their own, `default` is about everything else.
        covering = [other for other in covering if other != "default"]
    return min(covering, key=lambda other: other == "default", default=None)


def _word(response: Element) -> str:
    return "success-status" if is_success(response.key) else "status"


def _status(
    old: Element, new: Element, pair: tuple[Element, Element], context: Context
) -> Iterator[Change]:
    """A response whose status covers more now, or less: it is, or was, a range or the default."""
    before, after = pair
    if before.key == after.key:
        return
    wider = status_covers(after.key, before.key)
    narrow = before if wider else after
    here, there = (old, new) if wider else (new, old)
    if (after if wider else before).key in here.part("response"):
        # The range or default was and is there; the status only lost, or got, words of its own,
        # unless it is a range that takes the place of others, or gives it up: that is told there.
        others = there.part("response").keys() - here.part("response").keys()
        if any(status_covers(narrow.key, other) for other in others):
            return
        if wider:
            yield removed("status-removed", "narrowed", narrow, there, context)
        else:
            yield added("status-added", "widened", narrow, there, context)
        return
    code = f"{_word(narrow)}-{'generalised' if wider else 'specialised'}"
    effect: Effect = "widened" if wider else "narrowed"
    places = (before.place, after.place)
    found = Change(code, effect, *places, before.key, after.key, before.key, context=context)
    yield replace(found, used=after.used)


def _response(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    if old.key == new.key:
        # A status and the range that answers for it have words of their own.
        yield from lifecycle(old, new, context)
    yield from contents(old, new, context)
    yield from headers(old, new, context, basis)
    yield from parts_of_forms(old, new, context, basis)
    yield from _links(old, new, context)


def _links(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.part("link"), new.part("link")
    for key in dict.fromkeys((*before, *after)):
        if key not in after:
            yield removed("link-removed", "noted", before[key], new, context)
        elif key not in before:
            yield added("link-added", "noted", after[key], old, context)
        elif not equal(dict(before[key].facts), dict(after[key].facts)):
            values = ("", before[key].facts["target"], after[key].facts["target"])
            yield change("link-changed", "noted", (before[key], after[key]), context, values)
