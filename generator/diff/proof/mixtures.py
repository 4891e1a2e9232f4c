"""Objects whose members are told by several branches: what overlaps, or falls between two."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import chain, combinations, islice, product
from typing import Any, Final, NamedTuple

from generator.diff.described.contract import Direction
from generator.diff.forms.form import Conj, Form
from generator.diff.forms.meet import member
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.strings import further
from generator.diff.proof.edges import beyond
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


class _Branch(NamedTuple):
    """A branch that objects are valid for, with what makes values of its side."""

    normaliser: Normaliser
    instances: Instances
    form: Form


class Mixtures:
    """Objects at the edges between the branches of two schemas."""

    def __init__(self, direction: Direction, *sides: tuple[Normaliser, Conj]) -> None:
        self._branches = [one for side in sides for one in _branches(*side, direction)]
        told = [name for one in self._branches for name in _named(one.form)]
        told += ["extra"] if any(one.form.objects.additional for one in self._branches) else []
        self._names = list(dict.fromkeys(told))[:_NAMES]

    def objects(self) -> Iterator[dict[str, Any]]:
        """Yield objects with up to two members of any kind, and others as some branch has them."""
        values = {name: self._values(name) for name in self._names}
        bases = [one.instances.object(one.form) for one in self._branches]
        bases += [one.instances.object(one.form, full=True) for one in self._branches]
        for names in chain(combinations(self._names, 2), ([name] for name in self._names)):
            for picked in product(*(values[name] for name in names)):
                chosen = dict(zip(names, picked, strict=True))
                for base in ({}, *bases):
                    whole = {**base, **chosen}
                    yield {name: one for name, one in whole.items() if one is not _LEFT_OUT}

    def _values(self, name: str) -> list[Any]:
        """What branches say that a member may be, in turn, or is too much, and what none says."""
        told: list[Any] = []
        for normaliser, instances, form in self._branches:
            for inner in islice(normaliser.leaves(member(form.objects, name)), _FORMS):
                told += [instances.of_type(kind, inner) for kind in sorted(inner.types)]
                told += [one for listed in inner.values.values() for one in listed[:_VALUES]]
                told += beyond(inner)
        found = {repr(value): value for value in (*told[: 4 * _VALUES], *_STRANGE)}
        return [_LEFT_OUT, *found.values()]


def _branches(normaliser: Normaliser, conj: Conj, direction: Direction) -> Iterator[_Branch]:
    instances = Instances(normaliser, direction)
    for form in islice(_spoken(normaliser, conj), _FORMS):
        if "object" in form.types:
            yield _Branch(normaliser, instances, form)


def _spoken(normaliser: Normaliser, conj: Conj) -> Iterator[Form]:
    """The forms of all branches, and of the conditions that hold beside each."""
    for form in normaliser.leaves(conj):
        yield form
        inner = [half for one in form.conditions for half in ((one.test,), one.then, one.otherwise)]
        for held in (*inner, *form.objects.dependents.values()):
            yield from normaliser.leaves(held)


def _named(form: Form) -> list[str]:
    listed = form.objects.properties
    fresh = [name for one in form.objects.patterns for name in further(one, listed)[:1]]
    return [*listed, *sorted(form.objects.required), *fresh]
