"""`items`, `prefixItems`, `contains`: what arrays hold."""

from __future__ import annotations

from generator.diff.changes.change import Effect
from generator.diff.changes.kind import kebab
from generator.diff.forms.meet import item
from generator.diff.rules.members import Applicator, schema_pair
from generator.diff.rules.site import Site
from generator.ir import Contains

_ITEMS = Applicator("items", "items")
_UNEVALUATED = Applicator("unevaluated-items", "unevaluatedItems")


def items(site: Site) -> None:
    """The schemas of items, by position where they have one."""
    if "array" not in site.old.types & site.new.types:
        return
    old, new = site.old.arrays, site.new.arrays
    for index in range(max(len(old.prefix), len(new.prefix))):
        before, after = item(old, index), item(new, index)
        if index < len(old.prefix) and index < len(new.prefix):
            site.edge(before, after, (index,))
        else:
            word = Applicator("prefix-items", "prefixItems", str(index))
            schema_pair(site, word, before, after, (index,))
    behind = (max(len(old.prefix), len(new.prefix)),)
    schema_pair(site, _ITEMS, old.items, new.items, behind)
    schema_pair(site, _UNEVALUATED, old.unevaluated, new.unevaluated)
    _contains(site, old.contains, new.contains)


def _contains(site: Site, old: tuple[Contains, ...], new: tuple[Contains, ...]) -> None:
    for before, after in zip(old, new, strict=False):
        if before.minimum > 0 and after.minimum > 0:
            site.edge((before.schema,), (after.schema,))
        if before.maximum is not None and after.maximum is not None:
            # What matches counts against the limit: more matches leave fewer arrays.
            site.edge((before.schema,), (after.schema,), turned=True)
        _count(site, "minContains", before.minimum, after.minimum)
        _count(site, "maxContains", before.maximum, after.maximum)
    site.number("contains", old, new)


def _count(site: Site, keyword: str, before: int | None, after: int | None) -> None:
    if before == after:
        return
    lower = after is not None and (before is None or after < before)
    verb = "decreased" if lower else "increased"
    effect: Effect = "narrowed" if lower == (keyword == "maxContains") else "widened"
    site.change(f"{kebab(keyword)}-{verb}", effect, "contains", before, after)
