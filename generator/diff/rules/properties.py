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
            _described(site, name, now=True)
        elif name not in new.properties:
            _described(site, name, now=False)
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


def _described(site: Site, name: str, *, now: bool) -> None:
    """A property that is described only now, or no more: else, `undescribed` says what it is."""
    here, there = (site.new, site.old) if now else (site.old, site.new)
    own, others = (site.after, site.before) if now else (site.before, site.after)
    conj, rest = member(here.objects, name), undescribed(there.objects, name)
    pair, directions = (rest, conj) if now else (conj, rest), seen(own.notes(conj))
    other = others.form(rest)
    closed = bool(rest) and other.is_never
    needed, else_needed = name in here.objects.required, name in there.objects.required
    if needed and else_needed:
        # Nobody has to send what is only read.
        _demanded(site, name, BOTH - directions, new=not now)
    if closed and own.form(conj).is_never:
        # No such member was valid, and none is.
        _required(site, name, directions)
        return
    if not closed and _is_schema_alone(own.form(conj), there=needed and else_needed):
        site.edge(*pair, (name,), directions)
        return
    required = needed and not else_needed
    code = f"{'required-' * required}property-{'added' if now else 'removed'}"
    effect = _effect(now=now, closed=closed, required=required)
    before, after = (None, name) if now else (name, None)
    # A property that neither direction shows still is a change of the description.
    places = site.places(f"properties/{name}")
    site.record(Change(code, effect, *places, before, after, name, directions))
    if not closed and not other.is_anything:
        site.edge(*pair, (name,), directions)
    if else_needed and not needed:
        _required(site, name, BOTH)


def _effect(*, now: bool, closed: bool, required: bool) -> Effect:
    if closed:
        return "replaced" if required else "widened" if now else "narrowed"
    if now:
        return "narrowed" if required else "noted"
    return "widened"


def _is_schema_alone(form: Form, *, there: bool) -> bool:
    """Whether only the schema of a property came or went: it has to be there, or must not be."""
    return form.is_never or (there and not form.is_anything)
