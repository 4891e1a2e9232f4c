"""The form that holds where two forms hold: bounds meet, properties come together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from generator.diff.forms.form import ANYTHING, BOUND_TYPES, Arrays, Conj, Form, Objects, identity
from generator.diff.forms.leaf import sharper
from generator.diff.forms.strings import matches
from generator.facets import BY_KEYWORD
from generator.ir import MISSING, Notes

COLLECTED = frozenset(
    {"pattern", "format", "numeric format", "contentEncoding", "contentMediaType"}
)
"""Bounds of which several may hold at once."""


def meet(one: Form, other: Form) -> Form:
    """Return what both forms accept."""
    types = one.types & other.types
    values = _values(one, other, types)
    types = frozenset(name for name in types if values.get(name) != ())
    bounds = dict(one.bounds)
    origin = {**one.origin, **other.origin}
    for keyword, bound in other.bounds.items():
        bounds[keyword] = _bound(keyword, bounds.get(keyword), bound)
        if keyword in one.bounds and bounds[keyword] == one.bounds[keyword]:
            origin[keyword] = one.origin.get(keyword, origin.get(keyword, origin[""]))
    return Form(
        types=types,
        values={name: listed for name, listed in values.items() if name in types},
        bounds={key: bound for key, bound in bounds.items() if BOUND_TYPES[key] in types},
        objects=_objects(one.objects, other.objects) if "object" in types else Objects(),
        arrays=_arrays(one.arrays, other.arrays) if "array" in types else Arrays(),
        unions=(*one.unions, *other.unions),
        content=both(one.content, other.content) if "string" in types else ANYTHING,
        negations=both(one.negations, other.negations),
        conditions=(*one.conditions, *other.conditions),
        notes=merge_notes(one.notes, other.notes),
        origin=origin,
    )


def both(one: tuple[Any, ...], other: tuple[Any, ...]) -> tuple[Any, ...]:
    """Return all members of two conjunctions, each once."""
    return one if one == other else tuple(dict.fromkeys((*one, *other)))


def _values(one: Form, other: Form, types: frozenset[str]) -> dict[str, tuple[Any, ...]]:
    found: dict[str, tuple[Any, ...]] = {}
    for name in sorted(types):
        lists = [form.values[name] for form in (one, other) if name in form.values]
        if lists:
            common = set(map(identity, lists[-1]))
            found[name] = tuple(value for value in lists[0] if identity(value) in common)
    return found


def _bound(keyword: str, one: Any, other: Any) -> Any:
    if one is None or one == other:
        return other
    if keyword in COLLECTED:
        return tuple(sorted({*one, *other}))
    if keyword in ("minimum", "maximum"):
        return sharper(keyword, one, other)
    return BY_KEYWORD[keyword].meet(one, other)


def _objects(one: Objects, other: Objects) -> Objects:
    """What holds of an object where both do."""
    if other == Objects() or one == Objects():
        return one if other == Objects() else other
    return Objects(
        properties={
            name: both(member(one, name), member(other, name))
            for name in dict.fromkeys((*one.properties, *other.properties))
        },
        required=one.required | other.required,
        patterns={
            pattern: both(
                one.patterns.get(pattern, one.additional),
                other.patterns.get(pattern, other.additional),
            )
            for pattern in dict.fromkeys((*one.patterns, *other.patterns))
        },
        additional=both(one.additional, other.additional),
        names=both(one.names, other.names),
        dependent_required=_joined(one.dependent_required, other.dependent_required),
        dependents={
            name: both(one.dependents.get(name, ()), other.dependents.get(name, ()))
            for name in dict.fromkeys((*one.dependents, *other.dependents))
        },
        unevaluated=both(one.unevaluated, other.unevaluated),
    )


def member(objects: Objects, name: str) -> Conj:
    """Return what has to hold for a member of this name."""
    found: Conj = objects.properties.get(name, ANYTHING)
    matching = [conj for pattern, conj in objects.patterns.items() if matches(pattern, name)]
    for conj in matching:
        found = both(found, conj)
    if name in objects.properties or matching:
        return found
    return objects.additional


def undescribed(objects: Objects, name: str) -> Conj:
    """Return what has to hold for a member of this name that `properties` does not list."""
    found = member(objects, name)
    return both(found, objects.unevaluated) if found == ANYTHING else found


def _joined(
    one: Mapping[str, frozenset[str]], other: Mapping[str, frozenset[str]]
) -> dict[str, frozenset[str]]:
    return {
        name: one.get(name, frozenset()) | other.get(name, frozenset())
        for name in dict.fromkeys((*one, *other))
    }


def _arrays(one: Arrays, other: Arrays) -> Arrays:
    length = max(len(one.prefix), len(other.prefix))
    return Arrays(
        prefix=tuple(both(item(one, index), item(other, index)) for index in range(length)),
        items=both(one.items, other.items),
        contains=both(one.contains, other.contains),
        unevaluated=both(one.unevaluated, other.unevaluated),
    )


def item(arrays: Arrays, index: int) -> Conj:
    """Return what has to hold for the item at an index."""
    return arrays.prefix[index] if index < len(arrays.prefix) else arrays.items


def merge_notes(one: Notes, other: Notes) -> Notes:
    """Return the notes of both, the later ones first in doubt."""
    return replace(
        other,
        title=other.title or one.title,
        description=other.description or one.description,
        default=one.default if other.default is MISSING else other.default,
        examples=other.examples or one.examples,
        deprecated=one.deprecated or other.deprecated,
        read_only=one.read_only or other.read_only,
        write_only=one.write_only or other.write_only,
        extensions={**one.extensions, **other.extensions},
    )
