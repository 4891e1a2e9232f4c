"""`properties` and `required`: members of objects, in requests and in responses."""

from __future__ import annotations

from dataclasses import replace

from generator.diff.changes.change import BOTH, Change, Effect
from generator.diff.described.contract import Direction, seen
from generator.diff.forms.form import Form
from generator.diff.forms.meet import member, undescribed
from generator.diff.rules.site import Site


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
    if old != new:
        _demanded(site, name, directions, new=new)


def _demanded(site: Site, name: str, directions: frozenset[Direction], *, new: bool) -> None:
    if not directions or site.is_mistaken("required"):
        return
    code = "required-added" if new else "required-removed"
    effect: Effect = "narrowed" if new else "widened"
    change = Change(code, effect, *site.places(f"required/{name}"), not new, new)
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
    """A property that is described now: before, `undescribed` said what it had to be."""
    conj = member(site.new.objects, name)
    earlier = undescribed(site.old.objects, name)
    directions = seen(site.after.notes(conj))
    before = site.before.form(earlier)
    closed = bool(earlier) and before.is_never
    was, is_now = name in site.old.objects.required, name in site.new.objects.required
    if was and is_now:
        # Nobody has to send what is only read.
        _demanded(site, name, BOTH - directions, new=False)
    if not closed and _is_schema_alone(site, name, site.after.form(conj)):
        site.edge(earlier, conj, (name,), directions)
        return
    required = is_now and not was
    code = "required-property-added" if required else "property-added"
    effect: Effect = "narrowed" if required else "noted"
    if closed:
        effect = "replaced" if required else "widened"
    _record(site, Change(code, effect, None, None, None, name, name, directions))
    if not closed and not before.is_anything:
        site.edge(earlier, conj, (name,), directions)
    if was and not is_now:
        _required(site, name, BOTH)


def _removed(site: Site, name: str) -> None:
    """A property that is described no more: `undescribed` says now what it has to be."""
    conj = member(site.old.objects, name)
    later = undescribed(site.new.objects, name)
    directions = seen(site.before.notes(conj))
    after = site.after.form(later)
    closed = bool(later) and after.is_never
    was, still = name in site.old.objects.required, name in site.new.objects.required
    if was and still:
        _demanded(site, name, BOTH - directions, new=True)
    if not closed and _is_schema_alone(site, name, site.before.form(conj)):
        site.edge(conj, later, (name,), directions)
        return
    code = "required-property-removed" if was and not still else "property-removed"
    effect: Effect = "narrowed" if closed else "widened"
    if closed and was:
        effect = "replaced"
    _record(site, Change(code, effect, None, None, name, None, name, directions))
    if not closed and not after.is_anything:
        site.edge(conj, later, (name,), directions)
    if still and not was:
        _required(site, name, BOTH)


def _is_schema_alone(site: Site, name: str, form: Form) -> bool:
    """Whether only the schema of a property came or went: it has to be there, or must not be."""
    there = name in site.old.objects.required & site.new.objects.required
    return form.is_never or (there and not form.is_anything)


def _record(site: Site, change: Change) -> None:
    old, new = site.places(f"properties/{change.subject}")
    # A property that neither direction shows still is a change of the description.
    site.record(replace(change, old=old, new=new))
