"""What schemas say besides validity: defaults, deprecation, prose, extensions."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Change
from generator.diff.forms.form import NOWHERE
from generator.diff.rules.lifecycle import stability
from generator.diff.rules.site import Site
from generator.diff.words.label import stable
from generator.facets import equal
from generator.ir import MISSING

_OPEN_ENUM = "x-extensible-enum"
_READ = frozenset({_OPEN_ENUM, "x-sunset", "x-stability-level"})


def notes(site: Site) -> None:
    """Notes that differ; prose is spoken of once for title, description and examples."""
    old, new = site.old.notes, site.new.notes
    _default(site)
    if old.deprecated != new.deprecated:
        code = "deprecated" if new.deprecated else "reactivated"
        site.change(f"schema-{code}", "noted", "deprecated", old.deprecated, new.deprecated)
    for keyword in ("title", "description"):
        before, after = getattr(old, keyword), getattr(new, keyword)
        if before != after and not _is_elsewhere(site, keyword, before or after):
            site.change(f"{keyword}-changed", "noted", keyword, before, after)
    if not equal(old.examples, new.examples):
        site.change("examples-changed", "noted", "examples")
    _extensions(site)


def _is_elsewhere(site: Site, keyword: str, text: str) -> bool:
    """Whether values are others, and the text is that of a schema which stands on both sides."""
    old, new = (getattr(form.notes, keyword) for form in (site.old, site.new))
    if (old and new) or site.old.types == site.new.types:
        return False
    form, here, there = (
        (site.old, site.before, site.after) if old else (site.new, site.after, site.before)
    )
    schema = here.schemas.get(form.origin.get(keyword, NOWHERE))
    others = there.at(stable(schema.place.pointer)) if schema is not None else ()
    return any(getattr(other.notes, keyword) == text for other in others)


def _default(site: Site) -> None:
    before, after = site.old.notes.default, site.new.notes.default
    if before is MISSING and after is MISSING:
        return
    if before is MISSING or after is MISSING:
        verb = "added" if before is MISSING else "removed"
    elif equal(before, after):
        return
    else:
        verb = "changed"
    shown = (None if value is MISSING else value for value in (before, after))
    site.change(f"default-{verb}", "noted", "default", *shown)


def _extensions(site: Site) -> None:
    old, new = site.old.notes.extensions, site.new.notes.extensions
    _open_enum(site, old.get(_OPEN_ENUM), new.get(_OPEN_ENUM))
    _stability(site, old.get("x-stability-level"), new.get("x-stability-level"))
    for name in sorted({*old, *new} - _READ):
        if not equal(old.get(name), new.get(name)):
            places = site.places("")
            change = Change("extension-changed", "noted", *places, old.get(name), new.get(name))
            site.record(replace(change, subject=name))


def _open_enum(site: Site, old: Any, new: Any) -> None:
    if not isinstance(old, list) or not isinstance(new, list):
        return
    removed = [value for value in old if value not in new]
    added = [value for value in new if value not in old]
    if removed:
        site.change("open-enum-value-removed", "narrowed", "", removed, None)
    if added:
        site.change("open-enum-value-added", "widened", "", None, added)


def _stability(site: Site, old: Any, new: Any) -> None:
    code = stability(old, new)
    if code:
        site.change(code, "noted", "", old or "stable", new or "stable")
