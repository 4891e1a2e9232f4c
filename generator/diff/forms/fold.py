"""A union whose branches speak of different types, or only list values, as one form."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from generator.diff.forms.form import (
    ANYTHING,
    BOUND_TYPES,
    TYPES,
    Arrays,
    Branches,
    Form,
    Objects,
    identity,
)
from generator.diff.forms.leaf import is_all
from generator.diff.forms.meet import merge_notes
from generator.ir import TypeId


def fold(union: Branches, forms: list[Form]) -> Form | None:
    """Return the one form that accepts what the union does; None where no single one can."""
    if not forms or any(form.unions or form.negations or form.conditions for form in forms):
        return None
    parts: dict[str, Form] = {}
    for name in sorted(TYPES):
        speaking = [form for form in forms if name in form.types]
        if not speaking:
            continue
        found = _joined(name, speaking, exclusive=union.keyword == "oneOf")
        if found is None:
            return None
        parts[name] = found
    return _assembled(parts, union)


def are_apart(forms: list[Form]) -> bool:
    """Whether no two branches speak of values of one type."""
    often = Counter(name for form in forms for name in form.types)
    return set(often.values()) == {1}


def _joined(name: str, forms: list[Form], *, exclusive: bool) -> Form | None:
    """One form for a type that several branches speak of."""
    if len(forms) == 1:
        return forms[0]
    if all(_listed(name, form) is not None for form in forms):
        return _of_values(name, forms, exclusive=exclusive)
    if exclusive:
        return None
    return next((form for form in forms if form.free(name)), None)


def _listed(name: str, form: Form) -> tuple[Any, ...] | None:
    if name in form.values:
        return form.values[name]
    return {"null": (None,), "boolean": (True, False)}.get(name)


def _of_values(name: str, forms: list[Form], *, exclusive: bool) -> Form:
    lists = [_listed(name, form) or () for form in forms]
    every = [value for listed in lists for value in listed]
    often = Counter(map(identity, every))
    kept = {identity(value): value for value in every}
    listed = tuple(v for key, v in kept.items() if not (exclusive and often[key] > 1))
    if not listed:
        return Form(types=frozenset())
    return Form(
        types=frozenset({name}),
        values={} if is_all(name, listed) else {name: listed},
        # A list of constants is one of the union; one of a component stands there.
        origin=forms[0].origin if any(form.name for form in forms) else {},
    )


def _assembled(parts: dict[str, Form], union: Branches) -> Form:
    """The form whose values of each type are those of the part for that type."""
    types = frozenset(name for name, form in parts.items() if form.types)
    found = Form(
        types=types | ({"null"} if union.null else frozenset()),
        values={n: form.values[n] for n, form in parts.items() if n in form.values},
        bounds={
            key: bound
            for name, form in parts.items()
            for key, bound in form.bounds.items()
            if BOUND_TYPES[key] == name
        },
        objects=parts["object"].objects if "object" in types else Objects(),
        arrays=parts["array"].arrays if "array" in types else Arrays(),
        content=parts["string"].content if "string" in types else ANYTHING,
        origin={"type": union.origin, "": union.origin}
        | _origins(parts)
        | null_origin(union, list(parts.values())),
    )
    if len({id(form) for form in parts.values()}) == 1:
        only = next(iter(parts.values()))
        found = replace(found, notes=merge_notes(found.notes, only.notes))
    return found


def null_origin(union: Branches, forms: list[Form]) -> dict[str, TypeId]:
    """Return where null is allowed: by a branch of its own, or by one of the others."""
    if union.null_at:
        return {"null": union.null_at}
    found = [form.origin["null"] for form in forms if "null" in form.types & form.origin.keys()]
    return {"null": found[0]} if found else {}


def _origins(parts: dict[str, Form]) -> dict[str, Any]:
    return {
        key: origin
        for name, form in parts.items()
        for key, origin in form.origin.items()
        if key not in ("", "type") and BOUND_TYPES.get(key, name) == name
    }
