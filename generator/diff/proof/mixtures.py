"""Objects whose members are told by several branches: what overlaps, or falls between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice, product
from typing import Any, Final

from generator.diff.described.contract import Direction
from generator.diff.forms.form import Conj, Form
from generator.diff.forms.meet import member
from generator.diff.forms.normalise import Normaliser
from generator.diff.proof.instances import Instances

_FORMS = 24
"""How many branches of each side are mixed."""
_NAMES = 6
"""How many members mixtures differ in."""
_VALUES = 12
"""How many of the values that a branch lists for a member are tried."""
_LEFT_OUT: Final = object()
_STRANGE: Final[tuple[Any, ...]] = ("not this", 1.5, None)
"""Values that hardly anything lists."""


class Mixtures:
    """Objects at the edges between the branches of two schemas."""

    def __init__(self, direction: Direction, *sides: tuple[Normaliser, Conj]) -> None:
        found = [
            (normaliser, instances, form)
            for normaliser, conj in sides
            for instances in [Instances(normaliser, direction)]
            for form in islice(normaliser.leaves(conj), _FORMS)
            if "object" in form.types
        ]
        self._forms = found
        self._names = list(dict.fromkeys(n for *_, form in found for n in _named(form)))[:_NAMES]

    def objects(self) -> Iterator[dict[str, Any]]:
        """Yield objects with up to two members of any kind, and others as some branch has them."""
        values = {name: self._values(name) for name in self._names}
        bases = [instances.object(form) for _, instances, form in self._forms]
        bases += [instances.object(form, full=True) for _, instances, form in self._forms]
        for names in chain(combinations(self._names, 2), ([name] for name in self._names)):
            for picked in product(*(values[name] for name in names)):
                chosen = dict(zip(names, picked, strict=True))
                for base in ({}, *bases):
                    whole = {**base, **chosen}
                    yield {name: one for name, one in whole.items() if one is not _LEFT_OUT}

    def _values(self, name: str) -> list[Any]:
        """What branches say that a member may be, in turn, and what none of them says."""
        told: list[Any] = []
        for normaliser, instances, form in self._forms:
            for inner in islice(normaliser.leaves(member(form.objects, name)), _FORMS):
                told += [instances.of_type(kind, inner) for kind in sorted(inner.types)]
                told += [one for listed in inner.values.values() for one in listed[:_VALUES]]
        found = {repr(value): value for value in (*told[: 4 * _VALUES], *_STRANGE)}
        return [_LEFT_OUT, *found.values()]


def _named(form: Form) -> list[str]:
    return [*form.objects.properties, *sorted(form.objects.required)]
