"""The last step to a normal form: what changes nothing is left out."""

from __future__ import annotations

from dataclasses import replace
from fractions import Fraction
from typing import Any

from generator.diff.forms.form import ANYTHING, BOUND_TYPES, Arrays, Form, Objects
from generator.diff.forms.leaf import integral
from generator.diff.forms.strings import matches
from generator.diff.forms.validation import formats
from generator.facets import INTEGER_FORMATS


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
    bounds = form.bounds
    if isinstance(value, bool) or value is None:
        return True
    if isinstance(value, int | float):
        return _in_range(value, bounds)
    size = len(value)
    least, most = _sizes(value)
    if size < bounds.get(least, 0) or size > bounds.get(most, size):
        return False
    return not isinstance(value, str) or (
        all(matches(pattern, value, unread=True) for pattern in bounds.get("pattern", ()))
        and all(formats.conforms(value, name) for name in bounds.get("format", ()))
    )


def _sizes(value: Any) -> tuple[str, str]:
    if isinstance(value, str):
        return "minLength", "maxLength"
    return (
        ("minProperties", "maxProperties") if isinstance(value, dict) else ("minItems", "maxItems")
    )


def _in_range(value: Any, bounds: Any) -> bool:
    low, below = bounds.get("minimum", (value, False))
    high, above = bounds.get("maximum", (value, False))
    whole = not bounds.get("integer") or float(value).is_integer()
    over_low = value > low or (value == low and not below)
    under_high = value < high or (value == high and not above)
    named = [one for one in bounds.get("numeric format", ()) if one in INTEGER_FORMATS]
    held = all(INTEGER_FORMATS[one][0] <= value <= INTEGER_FORMATS[one][1] for one in named)
    step = bounds.get("multipleOf")
    return over_low and under_high and held and whole and _is_multiple(value, step)


def _is_multiple(value: Any, step: Any) -> bool:
    """Whether a number is a multiple, as it is written: 0.3 is one of 0.1."""
    return not step or Fraction(str(value)) % Fraction(str(step)) == 0
