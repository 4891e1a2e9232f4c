"""`not`, `if`/`then`/`else`: schemas that hold depending on others."""

from __future__ import annotations

from generator.diff.changes.change import IN_PLACE
from generator.diff.forms.alike import digest
from generator.diff.forms.form import Condition
from generator.diff.rules.members import Applicator, schema_pair
from generator.diff.rules.site import Site

_THEN, _ELSE = Applicator("then", "then"), Applicator("else", "else")


def logic(site: Site) -> None:
    """Negations and conditions, paired in their order."""
    _negations(site)
    old, new = site.old.conditions, site.new.conditions
    for before, after in zip(old, new, strict=False):
        _condition(site, before, after)
    site.number("if", old, new)


def _negations(site: Site) -> None:
    old = {digest(site.before, (one,)): one for one in site.old.negations}
    new = {digest(site.after, (one,)): one for one in site.new.negations}
    gone = [old[key] for key in old if key not in new]
    come = [new[key] for key in new if key not in old]
    kept = [(old[key], new[key]) for key in old if key in new]
    for before, after in (*zip(gone, come, strict=False), *kept):
        site.edge((before,), (after,), IN_PLACE, turned=True)
    site.number("not", gone, come)


def _condition(site: Site, before: Condition, after: Condition) -> None:
    tests = (before.test,), (after.test,)
    if digest(site.before, tests[0]) != digest(site.after, tests[1]):
        site.change("if-changed", "replaced", "if")
    schema_pair(site, _THEN, before.then, after.then, IN_PLACE)
    schema_pair(site, _ELSE, before.otherwise, after.otherwise, IN_PLACE)
