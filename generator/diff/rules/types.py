"""`type` and `nullable`: which JSON types a value may have."""

from __future__ import annotations

from generator.diff.changes.change import Effect
from generator.diff.forms.form import TYPES, Form
from generator.diff.forms.spelled import spelled_within
from generator.diff.rules.site import Site

_NULL = frozenset({"null"})


def types(site: Site) -> None:
    """Types that are no longer, or newly, possible; null is spoken of by itself."""
    old, new = site.old, site.new
    if _object_written(old, new):
        site.change("object-type-added", "narrowed", "type", names(old), names(new))
        return
    if _object_written(new, old):
        site.change("object-type-removed", "widened", "type", names(old), names(new))
        return
    _nullable(site)
    if single(old) and single(new):
        return
    lost = _beyond(old, new, site)
    gained = _beyond(new, old, site)
    effect = _effect(lost, gained)
    if effect is not None:
        code = {"narrowed": "type-narrowed", "widened": "type-widened"}.get(effect, "type-changed")
        site.change(code, effect, "type", names(old), names(new))


def _object_written(form: Form, other: Form) -> bool:
    """Whether `properties` stand without a type, and the other side says that it is an object."""
    listed = form.objects.properties and other.objects.properties
    return bool(listed) and form.types == TYPES and other.types == {"object"}


def replaced(site: Site) -> bool:
    """Whether what people take for an object, or a list, is another type on the other side."""
    old, new = _implied(site.old), _implied(site.new)
    if old and old not in site.new.types:
        site.change("implied-type-replaced", "narrowed", "type", old, names(site.new))
    elif new and new not in site.old.types:
        site.change("implied-type-replaced", "widened", "type", names(site.old), new)
    else:
        return False
    return True


def _implied(form: Form) -> str:
    """The type that `properties`, or `items`, are about, where none is written out."""
    if form.types != TYPES:
        return ""
    if form.objects.properties:
        return "object"
    return "array" if form.arrays.items else ""


def finite(form: Form) -> bool:
    """Whether all values are listed."""
    return bool(form.values) and form.types - {"null", "boolean"} <= form.values.keys()


def single(form: Form) -> bool:
    """Whether one value is valid, besides null."""
    return form.types - _NULL <= form.values.keys() and sum(map(len, form.values.values())) == 1


def names(form: Form) -> str:
    """Return how people call the types of a form."""
    if form.types - _NULL == TYPES - _NULL and "integer" not in form.bounds:
        return "any"
    found = ["integer" if _whole(form, name) else name for name in sorted(form.types - _NULL)]
    return " | ".join(found) or ("null" if form.types else "nothing")


def _whole(form: Form, name: str) -> bool:
    listed = form.values.get("number", (0.5,))
    whole = "integer" in form.bounds or all(isinstance(value, int) for value in listed)
    return name == "number" and whole


def _nullable(site: Site) -> None:
    old, new = site.old.types, site.new.types
    if not (old - _NULL and new - _NULL) or ("null" in old) == ("null" in new):
        return
    if "null" in new:
        site.change("nullable-added", "widened", "null", False, True)
    else:
        site.change("nullable-removed", "narrowed", "null", True, False)


def _beyond(form: Form, other: Form, site: Site) -> frozenset[str]:
    """The types of one form that the other has not; as text, each scalar is a string, too."""
    found = form.types - other.types
    if site.old.types - _NULL and site.new.types - _NULL:
        found -= _NULL
    if site.pair.text:
        found -= spelled_within(form, other)
    listed = "number" in form.values or "number" in other.values
    loose = "integer" in other.bounds and "integer" not in form.bounds
    if "number" in form.types & other.types and loose and not listed:
        found |= {"number"}
    return found


def _effect(lost: frozenset[str], gained: frozenset[str]) -> Effect | None:
    if lost and gained:
        return "replaced"
    if lost:
        return "narrowed"
    return "widened" if gained else None
