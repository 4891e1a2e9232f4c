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
