"""Whether a form accepts everything that another does, where that can be read off the two."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any, Final

from generator.diff.forms.form import BOUND_TYPES, Form
from generator.diff.forms.languages import Language, missing
from generator.diff.forms.leaf import sharper
from generator.diff.forms.tidy import within
from generator.facets import common_multiple, json_type

_EXACT = {"uuid": "^[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}$"}
"""Formats that a regular expression says, too."""
_SHAPES = {
    **_EXACT,
    "date": "^[0-9]{4}-[0-9]{2}-[0-9]{2}$",
    "ipv4": r"^[0-9]{1,3}(\.[0-9]{1,3}){3}$",
}
"""What all strings of a format look like."""
_LISTED = ("format", "contentEncoding", "contentMediaType", "numeric format")


def language(form: Form) -> Language:
    """Return the strings of a form; most formats and the like only make them fewer."""
    bounds = form.bounds
    listed = form.values.get("string")
    if listed is not None:
        return Language(listed=listed)
    least, most = bounds.get("minLength", 0), bounds.get("maxLength")
    shapes = (_SHAPES[one] for one in bounds.get("format", ()) if one in _SHAPES)
    return Language((*bounds.get("pattern", ()), *shapes), least, most)


def contains(wide: Form, narrow: Form) -> bool:
    """Whether it is certain that one form accepts all that another does."""
    if wide.unions or wide.negations or wide.conditions or not narrow.types <= wide.types:
        return False
    return all(wide.free(name) or _TYPES[name](wide, narrow) for name in narrow.types)


def _strings(wide: Form, narrow: Form) -> bool:
    if wide.content or not _formats_kept(wide, narrow):
        return False
    return missing(language(wide), language(narrow)) is None


def _numbers(wide: Form, narrow: Form) -> bool:
    listed = narrow.values.get("number")
    if not _formats_kept(wide, narrow):
        return False
    if listed is not None:
        return "multipleOf" not in wide.bounds and _all_in(wide, listed)
    bounds = {key: bound for key, bound in wide.bounds.items() if BOUND_TYPES[key] == "number"}
    kept = (_number_kept(key, bound, narrow.bounds) for key, bound in bounds.items())
    return "number" not in wide.values and all(kept)


def _number_kept(key: str, bound: Any, given: Mapping[str, Any]) -> bool:
    own = given.get(key)
    if own is None or "format" in key:
        return own is not None
    if key == "multipleOf":
        return bool(common_multiple(own, bound) == own)
    return bool(own == bound or (key != "integer" and sharper(key, own, bound) == own))


def _all_in(wide: Form, listed: tuple[Any, ...]) -> bool:
    name = json_type(listed[0])
    known = wide.values.get(name)
    return all(within(value, wide) and (known is None or value in known) for value in listed)


def _formats_kept(wide: Form, narrow: Form) -> bool:
    known = {key: {*narrow.bounds.get(key, ()), *_EXACT} for key in _LISTED}
    return all(set(wide.bounds.get(key, ())) <= known[key] for key in _LISTED)


_TYPES: Final[Mapping[str, Callable[[Form, Form], bool]]] = {
    "string": _strings,
    "number": _numbers,
    "boolean": lambda wide, narrow: _all_in(wide, narrow.values.get("boolean", (True, False))),
    "object": lambda wide, narrow: False,
    "array": lambda wide, narrow: False,
    "null": lambda wide, narrow: True,
}
