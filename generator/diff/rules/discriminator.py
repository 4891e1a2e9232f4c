"""`discriminator`: the property that says which branch a value is of, and its tags."""

from __future__ import annotations

from collections.abc import Sequence

from generator.diff.changes.change import Change, Effect
from generator.diff.forms.form import NOWHERE, Branches, Conj, Form
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.site import Site
from generator.ir import Discriminator, TypeId
from generator.source import Place, join


def discriminator(
    site: Site, old: Branches, new: Branches, matched: list[tuple[Conj, Conj]]
) -> None:
    """The property, and the tags of branches that both versions have."""
    if _property(site, old.property or None, new.property or None):
        partner = {before[0]: after[0] for before, after in matched}
        _tags(site, old, new, partner)


def _property(site: Site, old: str | None, new: str | None) -> bool:
    """Compare the properties that tell; return whether there is one in both versions."""
    if old != new:
        verb = "added" if old is None else "removed" if new is None else "changed"
        effect: Effect = "replaced" if verb == "changed" else "noted"
        site.change(f"discriminator-{verb}", effect, "discriminator", old, new)
    return old is not None and new is not None


def _tags(site: Site, old: Branches, new: Branches, partner: dict[TypeId, TypeId]) -> None:
    """Tags that came, went, or stand for another branch."""
    kept_old, kept_new = _possible(site.before, old), _possible(site.after, new)
    known = {
        one: other
        for one, other in (
            (site.before.target(a), site.after.target(b)) for a, b in partner.items()
        )
        # What a branch lists, or lists now, is told of its property.
        if _mapped(site.before, old, one) != _mapped(site.after, new, other)
        and None
        in (_listed(site.before, one, old.property), _listed(site.after, other, new.property))
    }
    for tag in dict.fromkeys((*kept_old, *kept_new)):
        before, after = kept_old.get(tag), kept_new.get(tag)
        if after is None and before in known:
            _gone(site, tag)
        elif before is None and after in known.values():
            _new(site, tag)
        elif before in known and after in known.values() and known[before] != after:
            places = _places(site, tag)
            site.record(
                Change("discriminator-mapping-changed", "replaced", *places, before, after, tag)
            )


def _mapped(side: Normaliser, union: Branches, branch: TypeId) -> set[str]:
    return {tag for tag, one in union.tags.items() if side.target(one) == branch}


def _possible(side: Normaliser, union: Branches) -> dict[str, TypeId]:
    """The tags that values can have: of a branch that refuses those it is given, what it lists."""
    found, known = {}, {side.target(one): one for (one, *_) in union.branches}
    listed = {branch: _listed(side, one, union.property) for branch, one in known.items()}
    for tag, one in union.tags.items():
        branch = side.target(one)
        values = listed.get(branch)
        if values is None or tag in values:
            found[tag] = branch
    for branch, values in listed.items():
        if branch not in found.values():
            found |= dict.fromkeys(values or (), branch)
    return found


def _listed(side: Normaliser, branch: TypeId, name: str) -> Sequence[str] | None:
    """The texts that a property of a branch may be, if it lists them."""
    held = side.form((branch,)).objects.properties.get(name)
    form = side.form(held) if held else None
    if form is None or "string" not in form.types or "string" not in form.values:
        return None
    return [one for one in form.values["string"] if isinstance(one, str)]


def are_others(site: Site, unions: tuple[Branches, Branches], one: Conj, other: Conj) -> bool:
    """Whether two branches have names, and tags that differ: each is another thing."""
    if not (site.before.form(one).name and site.after.form(other).name):
        return False
    before, after = _tagged(site.before, unions[0], one), _tagged(site.after, unions[1], other)
    return any(before[name].isdisjoint(after[name]) for name in before.keys() & after.keys())


def _tagged(side: Normaliser, union: Branches, conj: Conj) -> dict[str, set[str]]:
    """The members that say of a value that it is for a branch, with the texts that they may be."""
    (branch, *_), required = conj, side.form(conj).objects.required
    listed = {name: set(_listed(side, branch, name) or ()) for name in required}
    found = {name: texts for name, texts in listed.items() if len(texts) == 1}
    tags = {tag for tag, one in _possible(side, union).items() if one == side.target(branch)}
    return {**found, union.property: tags} if tags else found


def _gone(site: Site, tag: str) -> None:
    places = _places(site, tag)
    site.record(Change("discriminator-mapping-removed", "narrowed", *places, tag, None, tag))


def _new(site: Site, tag: str) -> None:
    places = _places(site, tag)
    site.record(Change("discriminator-mapping-added", "widened", *places, None, tag, tag))


def _places(site: Site, tag: str) -> tuple[Place | None, Place | None]:
    """Where a tag stands on either side: in the mapping, or else where one would be."""
    before, after = site.places("discriminator")
    return _of_tag(site.before, site.old, before, tag), _of_tag(site.after, site.new, after, tag)


def _of_tag(side: Normaliser, form: Form, place: Place | None, tag: str) -> Place | None:
    schema = side.schemas.get(form.origin.get("discriminator", NOWHERE))
    if place is None or schema is None or tag not in schema.keywords["discriminator"].mapping:
        return place
    return Place(place.source, join(place.pointer, "mapping", tag))


def inherited(site: Site) -> None:
    """The discriminator of a schema that others inherit from, and whoever does."""
    if site.old.unions or site.new.unions:
        return
    old, new = _own(site.before, site.old), _own(site.after, site.new)
    _property(site, old.property if old else None, new.property if new else None)
    if old is None or new is None:
        return
    heirs = _heirs(site.before, site.pair.old), _heirs(site.after, site.pair.new)
    before = _meant(site.before, site.pair.old, old)
    after = _meant(site.after, site.pair.new, new)
    for tag in sorted(before.keys() - after.keys()):
        _gone(site, tag)
    for tag in sorted(after.keys() - before.keys()):
        _new(site, tag)
    for tag in sorted(before.keys() & after.keys()):
        one, other = site.before.target(before[tag]), site.after.target(after[tag])
        if one in heirs[0] and other in heirs[1]:
            # Where the schema stands, a value of its heir may come.
            site.edge((one,), (other,))


def _heirs(side: Normaliser, conj: Conj) -> list[TypeId]:
    return side.heirs(tuple(map(side.target, conj)))


def _meant(side: Normaliser, conj: Conj, own: Discriminator) -> dict[str, TypeId]:
    """The tags of a schema: all of the base, of an heir those that stand for it, or its heirs."""
    held, heirs = list(map(side.target, conj)), _heirs(side, conj)
    if side.form(conj).origin["discriminator"] in held:
        return side.tags(heirs, own.mapping)
    tags = side.tags((*held, *heirs), own.mapping)
    return {tag: one for tag, one in tags.items() if side.target(one) in (*held, *heirs)}


def _own(normaliser: Normaliser, form: Form) -> Discriminator | None:
    """The discriminator of a schema; that of a union around it is about its branches."""
    origin = form.origin.get("discriminator")
    if origin is None:
        return None
    keywords = normaliser.schemas[origin].keywords
    found: Discriminator | None = keywords.get("discriminator")
    return None if "oneOf" in keywords or "anyOf" in keywords else found
