"""A value as it stands: in an object, in a list, in a union, up to the outermost schema around it.

What one branch of a union refuses, because of a property far below, another branch may take.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.diff.changes.change import Side
from generator.diff.described.contract import Direction
from generator.diff.forms.form import Conj, Form, Objects
from generator.diff.forms.meet import item, member
from generator.diff.forms.normalise import Normaliser
from generator.diff.proof.instances import Instances
from generator.diff.proof.spots import Way

_BRANCHES = 4
"""How many branches of a schema around a value it is put into."""
_MOST = 24
"""How many values are made of one by putting it where it stands."""
_FURTHER, _ANOTHER = "extra", "another"
"""Members that nothing describes by their names."""
_STRANGE = "not this"
"""A value that hardly any condition is met by."""


class Lift:
    """Puts values of one version where they stand."""

    def __init__(self, side: Side, normaliser: Normaliser, direction: Direction) -> None:
        self._side = side
        self._normaliser = normaliser
        self._instances = Instances(normaliser, direction)

    def lifted(self, value: Any, way: Way) -> Iterator[Any]:
        """Yield values of the schema at the end of a way, with the value at its beginning."""
        return islice(self._along(value, way), _MOST)

    def usual(self, way: Way) -> Iterator[Any]:
        """Yield values of the schema at the end of a way as they are without any such value."""
        (pair, _), *rest = way
        for form in self._forms(pair.of(self._side)):
            for one in self._objects(form) if "object" in form.types else ():
                yield from islice(self._along(one, tuple(rest)), _MOST)

    def _along(self, value: Any, way: Way) -> Iterator[Any]:
        if not way:
            yield value
            return
        (pair, edge), *rest = way
        for one in self._held(value, pair.of(self._side), edge.path or ()):
            yield from self._along(one, tuple(rest))

    def _held(self, value: Any, around: Conj, path: tuple[str | int, ...]) -> Iterator[Any]:
        """A value as a member or an item; or as it is, also with what holds beside it."""
        if not path:
            yield value
        for form in self._forms(around):
            if path and isinstance(path[0], int):
                yield from self._listed(value, form, path[0])
            elif path:
                yield from ({**one, path[0]: value} for one in self._objects(form))
                rest = self._kinds(form.objects.additional if path[0] == _FURTHER else ())
                yield from ({path[0]: value, _ANOTHER: one} for one in rest)
            elif isinstance(value, dict):
                yield from ({**one, **value} for one in self._objects(form))

    def _forms(self, around: Conj) -> Iterator[Form]:
        branches = islice(self._normaliser.distributed(around), _BRANCHES)
        return map(self._normaliser.form, branches)

    def _objects(self, form: Form) -> Iterator[dict[str, Any]]:
        """Objects of a form: with what it requires, with all, and such as conditions are about."""
        least = self._instances.object(form)
        yield least
        yield self._instances.object(form, full=True)
        for condition in form.conditions:
            tested = self._normaliser.form((condition.test,))
            yield {**least, **self._instances.object(tested, full=True)}
            yield from ({**least, name: _STRANGE} for name in tested.objects.properties)
        yield from ({**least, **named} for named in self._dependent(form.objects))

    def _dependent(self, objects: Objects) -> Iterator[dict[str, Any]]:
        """Members on which others depend, each with those."""
        for name, conj in objects.dependents.items():
            held = self._instances.object(self._normaliser.form(conj))
            yield {name: self._instances.simple(member(objects, name)), **held}
        for name, names in objects.dependent_required.items():
            yield {one: self._instances.simple(member(objects, one)) for one in (name, *names)}

    def _listed(self, value: Any, form: Form, index: int) -> Iterator[list[Any]]:
        """Lists with the value: of as few as there may be, and with items of other kinds."""
        before = [self._instances.simple(item(form.arrays, place)) for place in range(index)]
        missing = form.bounds.get("minItems", 0) - index - 1
        yield [*before, value, *[value] * max(0, missing)]
        others = list(self._kinds(item(form.arrays, index + 1)))
        yield from ([*before, value, *[other] * max(1, missing)] for other in others)
        yield [*before, value, *others]

    def _kinds(self, conj: Conj) -> Iterator[Any]:
        """A value of each of the first kinds that a schema is of, if it says so."""
        for form in islice(self._normaliser.leaves(conj) if conj else (), _BRANCHES):
            yield from (self._instances.of_type(kind, form) for kind in sorted(form.types))
