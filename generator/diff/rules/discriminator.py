"""`discriminator`: the property that says which branch a value is of, and its tags."""

from __future__ import annotations

from generator.diff.change import Change, Effect
from generator.diff.form import Branches, Conj, Form
from generator.diff.normalise import Normaliser
from generator.diff.site import Site
from generator.ir import Discriminator, TypeId


def discriminator(
    site: Site, old: Branches, new: Branches, matched: list[tuple[Conj, Conj]]
) -> None:
    """The property, and the tags of branches that both versions have."""
    places = site.places("discriminator")
    if old.property != new.property:
        verb = (
            "changed" if old.property and new.property else "added" if new.property else "removed"
        )
        effect: Effect = "replaced" if verb == "changed" else "noted"
        properties = old.property or None, new.property or None
        site.record(Change(f"discriminator-{verb}", effect, *places, *properties))
    if not (old.property and new.property):
        return
    partner = {before[0]: after[0] for before, after in matched}
    _tags(site, old, new, partner)


def _tags(site: Site, old: Branches, new: Branches, partner: dict[TypeId, TypeId]) -> None:
    kept_old = {tag: site.before.target(one) for tag, one in old.tags.items()}
    kept_new = {tag: site.after.target(one) for tag, one in new.tags.items()}
    known = {site.before.target(a): site.after.target(b) for a, b in partner.items()}
    places = site.places("discriminator")
    for tag in dict.fromkeys((*kept_old, *kept_new)):
        before, after = kept_old.get(tag), kept_new.get(tag)
        if after is None and before in known:
            site.record(
                Change("discriminator-mapping-removed", "narrowed", *places, tag, None, tag)
            )
        elif before is None and after in known.values():
            site.record(Change("discriminator-mapping-added", "widened", *places, None, tag, tag))
        elif before in known and after in known.values() and known[before] != after:
            site.record(
                Change("discriminator-mapping-changed", "replaced", *places, before, after, tag)
            )


def inherited(site: Site) -> None:
    """The discriminator of a schema that others inherit from, and whoever does."""
    if site.old.unions or site.new.unions:
        return
    old, new = _own(site.before, site.old), _own(site.after, site.new)
    places = site.places("discriminator")
    names = (old.property if old else None, new.property if new else None)
    if names[0] != names[1]:
        verb = "added" if old is None else "removed" if new is None else "changed"
        effect: Effect = "replaced" if verb == "changed" else "noted"
        site.record(Change(f"discriminator-{verb}", effect, *places, *names))
    if old is None or new is None:
        return
    heirs = site.before.heirs(site.pair.old), site.after.heirs(site.pair.new)
    before = site.before.tags(heirs[0], old.mapping)
    after = site.after.tags(heirs[1], new.mapping)
    for tag in sorted(before.keys() - after.keys()):
        site.record(Change("discriminator-mapping-removed", "narrowed", *places, tag, None, tag))
    for tag in sorted(after.keys() - before.keys()):
        site.record(Change("discriminator-mapping-added", "widened", *places, None, tag, tag))
    for tag in sorted(before.keys() & after.keys()):
        one, other = site.before.target(before[tag]), site.after.target(after[tag])
        if one in heirs[0] and other in heirs[1]:
            # Where the schema stands, a value of its heir may come.
            site.edge((one,), (other,))


def _own(normaliser: Normaliser, form: Form) -> Discriminator | None:
    """The discriminator of a schema; that of a union around it is about its branches."""
    origin = form.origin.get("discriminator")
    if origin is None:
        return None
    keywords = normaliser.schemas[origin].keywords
    found: Discriminator | None = keywords.get("discriminator")
    return None if "oneOf" in keywords or "anyOf" in keywords else found
