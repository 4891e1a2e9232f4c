"""How alike two schemas look: used to pair the branches of unions, never to judge."""

from __future__ import annotations

from collections.abc import Hashable

from generator.diff.forms.form import Conj, Form
from generator.diff.forms.normalise import Normaliser

_DEPTH = 3
"""How many levels down two schemas have to say the same."""
UNLIKE = 0.3
"""The likeness below which two schemas have next to nothing in common, of 1."""


def digest(normaliser: Normaliser, conj: Conj, depth: int = _DEPTH) -> Hashable:
    """Return what is equal for schemas that say the same, down to a certain depth."""
    form = normaliser.form(conj)
    if depth == 0:
        return form.types
    inner = depth - 1
    objects, arrays = form.objects, form.arrays
    return (
        form.types,
        repr(sorted(form.values.items())),
        repr(sorted(form.bounds.items())),
        objects.required,
        frozenset((n, digest(normaliser, c, inner)) for n, c in objects.properties.items()),
        frozenset((n, digest(normaliser, c, inner)) for n, c in objects.patterns.items()),
        digest(normaliser, objects.additional, inner) if objects.additional else None,
        tuple(digest(normaliser, c, inner) for c in arrays.prefix),
        digest(normaliser, arrays.items, inner) if arrays.items else None,
        digest(normaliser, form.content, inner) if form.content else None,
        frozenset(
            (union.keyword, frozenset(digest(normaliser, c, inner) for c in union.branches))
            for union in form.unions
        ),
        frozenset(digest(normaliser, (c,), inner) for c in form.negations),
    )


def likeness(old: Form, new: Form) -> float:
    """Return from 0 to 1 how much two forms have in common."""
    if old.name is not None and old.name == new.name:
        return 1.0
    if not old.types & new.types:
        return 0.0
    one, other = set(old.objects.properties), set(new.objects.properties)
    if one or other:
        return 0.1 + 0.8 * len(one & other) / len(one | other)
    same = old.types == new.types
    return 0.6 if same and old.bounds == new.bounds else 0.5 if same else 0.4
