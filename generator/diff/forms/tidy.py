"""The last step to a normal form: what changes nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.diff.forms.form import ANYTHING, BOUND_TYPES, Arrays, Form, Objects
from generator.diff.forms.leaf import integral
from generator.diff.forms.strings import matches
from generator.diff.forms.validation import formats
from generator.facets import INTEGER_FORMATS, MEASURING, keeps


def tidy(form: Form) -> Form:
    """Return an equal form without what can have no effect."""
    values = {
        name: tuple(value for value in listed if within(value, form))
        for name, listed in form.values.items()
        if name in form.types
    }
    types = frozenset(name for name in form.types if values.get(name) != ())
    kept = {
        key: bound
        for key, bound in form.bounds.items()
        if BOUND_TYPES[key] in types and BOUND_TYPES[key] not in values
    }
    return replace(
        form,
        types=types,
        values={name: listed for name, listed in values.items() if listed},
        bounds=_whole(kept),
        objects=form.objects if "object" in types else Objects(),
        content=form.content if "string" in types and "string" not in values else ANYTHING,
        arrays=form.arrays if "array" in types and _may_hold(form) else Arrays(),
    )


def _may_hold(form: Form) -> bool:
    """Whether a list may have items at all, or has to."""
    return form.bounds.get("maxItems") != 0 or bool(form.arrays.contains)


def _whole(bounds: dict[str, Any]) -> dict[str, Any]:
    """Limits of integers are inclusive and whole; a `multipleOf` that integers are is left out."""
    if bounds.get("multipleOf") == 1:
        del bounds["multipleOf"]
        bounds["integer"] = True
    if bounds.get("integer"):
        for keyword in ("minimum", "maximum"):
            if keyword in bounds:
                bounds[keyword] = integral(keyword, bounds[keyword])
    return bounds


def within(value: Any, form: Form) -> bool:
    """Return whether a listed value keeps to the bounds; what is hard to tell counts as within."""
    if isinstance(value, bool) or value is None:
        return True
    return all(_keeps(value, keyword, bound) for keyword, bound in form.bounds.items())


def _keeps(value: Any, keyword: str, bound: Any) -> bool:
    if keyword in ("minimum", "maximum"):
        limit, exclusive = bound
        return keeps(value, f"exclusive{keyword.capitalize()}" if exclusive else keyword, limit)
    if keyword in MEASURING:
        return keeps(value, keyword, bound)
    if isinstance(value, str):
        if keyword == "pattern":
            return all(matches(pattern, value, unread=True) for pattern in bound)
        return keyword != "format" or all(formats.conforms(value, name) for name in bound)
    if isinstance(value, int | float):
        if keyword == "numeric format":
            spans = [INTEGER_FORMATS[name] for name in bound if name in INTEGER_FORMATS]
            return all(least <= value <= most for least, most in spans)
        return keyword != "integer" or not bound or float(value).is_integer()
    return True
