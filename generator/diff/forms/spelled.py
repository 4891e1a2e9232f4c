"""Scalars as parameters and forms have them: written as text, in which `1` may be a string, too."""

from __future__ import annotations

import json
from typing import Any, Final

from generator.diff.forms.form import Form
from generator.diff.forms.languages import Language, missing
from generator.diff.forms.leaf import integral
from generator.diff.forms.within import contains, language
from generator.facets import INTEGER_FORMATS

_FEW: Final = 100
"""How many integers are listed."""
_REST: Final = r"(\.[0-9]+)?([eE][-+]?[0-9]+)?"


def spelled_within(form: Form, other: Form) -> frozenset[str]:
    """Return the types of one form whose values, as text, the other takes as another type."""
    found = set()
    if "string" in other.types:
        scalars, free = sorted(form.types & {"number", "boolean"}), other.free("string")
        found |= {name for name in scalars if free or contains(other, _texts(name, form))}
    if "string" in form.types and _takes_any_number(other):
        numbers = Language((_numbers(Form(bounds=other.bounds)),))
        found |= {"string"} if missing(numbers, language(form)) is None else set()
    return frozenset(found)


def spelled_otherwise(value: Any) -> Any:
    """Return the value of another type that is written as the same text; None if there is none."""
    if isinstance(value, bool | int | float):
        return json.dumps(value)
    try:
        found = json.loads(value) if isinstance(value, str) else None
    except ValueError:
        return None
    return found if isinstance(found, bool | int | float) else None


def _takes_any_number(form: Form) -> bool:
    bounds = {key for key in form.bounds if key in ("minimum", "maximum", "multipleOf")}
    told = bounds or "number" in form.values or "numeric format" in form.bounds
    return "number" in form.types and not told and not (form.unions or form.negations)


def _texts(name: str, form: Form) -> Form:
    """The strings as which values of a type are written."""
    listed = form.values.get(name, (True, False) if name == "boolean" else _few(form))
    if listed:
        return Form(frozenset({"string"}), {"string": tuple(map(json.dumps, listed))})
    return Form(frozenset({"string"}), bounds={"pattern": (_numbers(form),)})


def _few(form: Form) -> range:
    """The integers of a form, if there are few."""
    low, high = _limits(form, 0), _limits(form, 1)
    if form.bounds.get("integer") and low and high and min(high) - max(low) < _FEW:
        return range(max(low), min(high) + 1)
    return range(0)


def _numbers(form: Form) -> str:
    """A pattern of the numbers of a form: with a sign, and of as many digits, as they may have."""
    low, high = _limits(form, 0), _limits(form, 1)
    sign = "" if low and max(low) >= 0 else "-?"
    most = max(abs(max(low)), abs(min(high))) if low and high else None
    digits = "*" if most is None else f"{{0,{len(str(most)) - 1}}}"
    return f"^{sign}(0|[1-9][0-9]{digits}){'' if form.bounds.get('integer') else _REST}$"


def _limits(form: Form, end: int) -> list[int]:
    """The limits at one end of the numbers of a form, in whole numbers."""
    formats = form.bounds.get("numeric format", ())
    found = [INTEGER_FORMATS[name][end] for name in formats if name in INTEGER_FORMATS]
    keyword = ("minimum", "maximum")[end]
    told = form.bounds.get(keyword)
    return found if told is None else [*found, int(integral(keyword, told)[0])]
