"""A schema that is a member of an object now, as a list is of a page; or the other way round."""

from __future__ import annotations

from generator.diff.changes.change import Change, Side
from generator.diff.forms.alike import UNLIKE, digest, likeness
from generator.diff.forms.form import Form
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.site import Site

_SHAPED = (frozenset({"object"}), frozenset({"array"}))


def rewrapped(site: Site) -> bool:
    """Whether an object on one side holds what the other side is; the two are compared."""
    if likeness(site.old, site.new) >= UNLIKE:
        return False
    if name := _member(site, "new"):
        _record(site, "schema-wrapped", name)
        site.edge(site.pair.old, site.new.objects.properties[name])
    elif name := _member(site, "old"):
        _record(site, "schema-unwrapped", name)
        site.edge(site.old.objects.properties[name], site.pair.new)
    return bool(name)


def _record(site: Site, code: str, name: str) -> None:
    site.record(Change(code, "replaced", *site.places("type"), subject=name))


def _member(site: Site, side: Side) -> str:
    """The member of one side that says the same as the other side, if there is one."""
    around, inside = (site.new, site.old) if side == "new" else (site.old, site.new)
    here, there = (site.after, site.before) if side == "new" else (site.before, site.after)
    if inside.types - {"null"} not in _SHAPED or inside.unions or around.types != {"object"}:
        return ""
    whole = site.pair.old if side == "new" else site.pair.new
    called = _called(there, inside)
    for name, conj in around.objects.properties.items():
        form = here.form(conj)
        named = called is not None and _called(here, form) == called
        if form.types & inside.types and (named or digest(here, conj) == digest(there, whole)):
            return name
    return ""


def _called(side: Normaliser, form: Form) -> str | None:
    """The name of a schema; that of a list is the name of what it holds."""
    return form.name or (side.form(form.arrays.items).name if form.arrays.items else None)
