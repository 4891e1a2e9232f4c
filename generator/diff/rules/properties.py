"""`properties` and `required`: members of objects, in requests and in responses."""

from __future__ import annotations

from dataclasses import replace

from generator.diff.change import BOTH, Change, Effect
from generator.diff.contract import Direction
from generator.diff.meet import member, undescribed
from generator.diff.site import Site
from generator.ir import Notes


def properties(site: Site) -> None:
    """Properties that came, went, or became required or optional."""
    if "object" not in site.old.types & site.new.types:
        return
    old, new = site.old.objects, site.new.objects
    for name in dict.fromkeys((*old.properties, *new.properties)):
        if name not in old.properties:
            _added(site, name)
        elif name not in new.properties:
            _removed(site, name)
        else:
            _kept(site, name)
    for name in sorted(old.required ^ new.required):
        if name not in old.properties and name not in new.properties:
            _required(site, name, BOTH)


def seen(notes: Notes) -> frozenset[Direction]:
    """Return the directions in which a property is there: neither read-only nor write-only."""
    hidden: set[Direction] = set()
    if notes.read_only:
        hidden.add("request")
    if notes.write_only:
        hidden.add("response")
    return BOTH - hidden


def _kept(site: Site, name: str) -> None:
    old, new = member(site.old.objects, name), member(site.new.objects, name)
    before, after = site.before.notes(old), site.after.notes(new)
    there = seen(before) & seen(after)
    _flag(site, name, ("read-only", before.read_only, after.read_only))
    _flag(site, name, ("write-only", before.write_only, after.write_only))
    _required(site, name, there)
    site.edge(old, new, (name,), there)


def _required(site: Site, name: str, directions: frozenset[Direction]) -> None:
    old, new = name in site.old.objects.required, name in site.new.objects.required
    if old == new or not directions:
        return
    code = "required-added" if new else "required-removed"
    effect: Effect = "narrowed" if new else "widened"
    change = Change(code, effect, *site.places(f"required/{name}"), old, new)
    site.record(replace(change, subject=name, directions=directions))


def _flag(site: Site, name: str, flag: tuple[str, bool, bool]) -> None:
    """`readOnly` and `writeOnly`: the property leaves, or enters, one of the directions."""
    word, before, after = flag
    if before == after:
        return
    direction: Direction = "request" if word == "read-only" else "response"
    required = name in (site.old if after else site.new).objects.required
    verb = "added" if after else "removed"
    code = f"required-{word}-{verb}" if required else f"{word}-{verb}"
    effect: Effect = "widened" if after else "narrowed" if required else "noted"
    places = site.places(f"properties/{name}")
    change = Change(code, effect, *places, before, after, name, frozenset({direction}))
    site.record(change)


def _added(site: Site, name: str) -> None:
    conj = member(site.new.objects, name)
    earlier = undescribed(site.old.objects, name)
    directions = seen(site.after.notes(conj))
    required = name in site.new.objects.required and name not in site.old.objects.required
    closed = bool(earlier) and site.before.form(earlier).is_never
    if _is_there(site, name) and not closed and not site.after.form(conj).is_anything:
        site.edge(earlier, conj, (name,), directions)
        return
    code = "required-property-added" if required else "property-added"
    effect: Effect = "narrowed" if required else "noted"
    if closed:
        effect = "replaced" if required else "widened"
    if site.after.form(conj).is_never and not closed:
        # No property, but the word that there must be none.
        site.edge(earlier, conj, (name,), directions)
        return
    _record(site, Change(code, effect, None, None, None, name, name, directions))
    if not closed and not site.before.form(earlier).is_anything:
        site.edge(earlier, conj, (name,), directions)
    if name in site.old.objects.required and name not in site.new.objects.required:
        _required(site, name, directions)


def _removed(site: Site, name: str) -> None:
    conj = member(site.old.objects, name)
    later = undescribed(site.new.objects, name)
    directions = seen(site.before.notes(conj))
    was, still = name in site.old.objects.required, name in site.new.objects.required
    closed = bool(later) and site.after.form(later).is_never
    code = "required-property-removed" if was and not still else "property-removed"
    effect: Effect = "narrowed" if closed else "widened"
    if closed and was:
        effect = "replaced"
    if _is_there(site, name) and not closed and not site.before.form(conj).is_anything:
        site.edge(conj, later, (name,), directions)
        return
    if site.before.form(conj).is_never and not closed:
        site.edge(conj, later, (name,), directions)
        return
    _record(site, Change(code, effect, None, None, name, None, name, directions))
    if not closed and not site.after.form(later).is_anything:
        site.edge(conj, later, (name,), directions)
    if still and not was:
        _required(site, name, directions)


def _is_there(site: Site, name: str) -> bool:
    """Whether a property has to be there in both versions: only its schema came or went."""
    return name in site.old.objects.required & site.new.objects.required


def _record(site: Site, change: Change) -> None:
    old, new = site.places(f"properties/{change.subject}")
    # A property that neither direction shows still is a change of the description.
    site.record(replace(change, old=old, new=new))
