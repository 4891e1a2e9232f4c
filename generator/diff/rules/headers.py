"""Headers of responses, and of the parts of forms."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.changes.change import Change, Context, Effect, Slot
from generator.diff.described.contract import Element
from generator.diff.rules.elements import Basis, added, removed
from generator.diff.rules.parameters import parameter


def headers(old: Element, new: Element, context: Context, basis: Basis) -> Iterator[Change | Slot]:
    """Compare the headers of two responses, or of two parts of a form."""
    before, after = old.part("header"), new.part("header")
    for key in dict.fromkeys((*before, *after)):
        if key in before and key in after:
            yield from parameter(before[key], after[key], context, basis)
        elif key in before:
            code = f"{_needed(before[key])}header-removed"
            yield removed(code, "widened", before[key], new, context)
        else:
            code = f"{_needed(after[key])}header-added"
            effect: Effect = "narrowed" if after[key].facts["required"] else "noted"
            yield added(code, effect, after[key], old, context)


def _needed(header: Element) -> str:
    return "required-" if header.facts["required"] else ""


def headers_of_parts(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    """Compare the headers that a body, or a response, has with each part of a form.

    Only what is `multipart/…` has any.
    """
    before, after = old.part("media"), new.part("media")
    for media_type in (one for one in before if one in after and one.startswith("multipart/")):
        whole, others = before[media_type], after[media_type]
        for name in dict.fromkeys((*whole.part("encoding"), *others.part("encoding"))):
            one, other = (each.part("encoding").get(name, each) for each in (whole, others))
            yield from headers(one, other, context, basis)
