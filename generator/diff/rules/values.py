"""`enum` and `const`: values that are listed."""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from generator.diff.changes.change import Effect
from generator.diff.forms.form import TYPES, Form, identity
from generator.diff.forms.tidy import within
from generator.diff.rules.site import Site
from generator.diff.rules.types import finite, single


def values(site: Site) -> None:
    """Listed values that came or went, and lists that did."""
    old, new = site.old, site.new
    if finite(old) and finite(new):
        # Those of a type that came or went are spoken of as the type is; one value for another.
        spoken = TYPES if single(old) and single(new) else old.types & new.types
        _listed(site, _all(old, spoken), _all(new, spoken))
        return
    for name in sorted((old.types & new.types) - {"null", "boolean"}):
        if name in old.values and name in new.values:
            _listed(site, old.values[name], new.values[name])
        elif name in new.values:
            listed = new.values[name]
            code = "const-added" if len(listed) == 1 else "enum-added"
            effect: Effect = "narrowed" if _are_within(listed, old) else "replaced"
            site.change(code, effect, keyword(new), None, list(listed))
        elif name in old.values:
            listed = old.values[name]
            code = "const-removed" if len(listed) == 1 else "enum-removed"
            effect = "widened" if _are_within(listed, new) else "replaced"
            site.change(code, effect, keyword(old), list(listed), None)
    _booleans(site)


def spelled(site: Site) -> bool:
    """Compare lists of values as the text that they are written as; False where they are none."""
    old, new = _spelled(site.old), _spelled(site.new)
    if old is None or new is None or site.old.types == site.new.types:
        return False
    _listed(site, old, new)
    return True


def _spelled(form: Form) -> list[str] | None:
    """Listed values as they are written in a parameter or a form; None if they are not listed."""
    if not form.types <= {"string", "number", "boolean"}:
        return None
    if any(name != "boolean" and name not in form.values for name in form.types):
        return None
    return [one if isinstance(one, str) else json.dumps(one) for one in _all(form)]


def _are_within(listed: Iterable[Any], form: Form) -> bool:
    """Whether the other side accepts all that one lists, as far as can be seen from here."""
    return all(within(value, form) for value in listed)


def _all(form: Form, types: frozenset[str] = TYPES) -> list[Any]:
    found = [value for name in sorted(form.values) if name in types for value in form.values[name]]
    if "boolean" in form.types & types and "boolean" not in form.values:
        found += [True, False]
    return found


def _booleans(site: Site) -> None:
    if "boolean" in site.old.types & site.new.types:
        lists = [form.values.get("boolean", (True, False)) for form in (site.old, site.new)]
        _listed(site, *lists)


def _listed(site: Site, old: Iterable[Any], new: Iterable[Any]) -> None:
    """Values that came or went; if none has stayed, they are others."""
    before, after = list(old), list(new)
    removed = _without(before, after)
    added = _without(after, before)
    word = keyword(site.new)
    if removed and added and len(before) == len(after) == 1:
        site.change("const-changed", "replaced", word, before[0], after[0])
        return
    if added and before and len(removed) == len(before):
        # Whoever knows all values of before knows none that comes.
        site.change("enum-changed", "replaced", word, before, after)
        return
    if removed:
        site.change("enum-value-removed", "narrowed", keyword(site.old), removed, None)
    if added:
        site.change("enum-value-added", "widened", word, None, added)


def _without(listed: list[Any], others: list[Any]) -> list[Any]:
    known = set(map(identity, others))
    return [value for value in listed if identity(value) not in known]


def keyword(form: Form) -> str:
    """Return the keyword in which a form lists its values."""
    return "const" if "const" in form.origin and "enum" not in form.origin else "enum"
