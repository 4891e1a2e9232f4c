"""Candidates for a witness: values at the edges where two forms differ."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, islice
from typing import Any, Final

from generator.diff.described.contract import Direction
from generator.diff.forms.form import ANYTHING, Conj, Form
from generator.diff.forms.languages import Language, missing
from generator.diff.forms.meet import item, member
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.strings import matching
from generator.diff.proof.edges import limits, scalars, sizes
from generator.diff.proof.instances import Instances

_POOL: tuple[Any, ...] = (
    None,
    True,
    False,
    0,
    1,
    -1,
    1.5,
    "",
    "a",
    "1",
    [],
    {},
    [1],
    {"a": 1},
)
"""Values of each type."""
_MEMBERS: Final = (1, "a", None)
"""What a member or an item may be, whatever is said of it."""
_NAMES: Final = ("A", "a b", "1", "é", "x" * 40)
_LENGTHS: Final = (0, 1, 4, 11, 41, 101)
"""How long names of members may be."""
_FORMS = 24
"""How many branches of the other side a form is held against."""
_FURTHER = 8
"""How many names are tried that `propertyNames` allows."""
_MATCHING = 2
"""How many names are tried for each of the `patternProperties`."""
_COUNTED = 5
"""An array is tried with fewer items than this of those that `contains` counts."""


class Candidates:
    """Values that `taker` may accept and `refuser` may not."""

    def __init__(self, taker: Normaliser, refuser: Normaliser, direction: Direction) -> None:
        self._taker = taker
        self._refuser = refuser
        self._direction = direction
        self._instances = Instances(taker, direction)

    def of(self, taken: Conj, refused: Conj, depth: int = 2) -> Iterator[Any]:
        """Yield candidates for two schemas, the most telling ones first."""
        form, other = self._taker.form(taken), self._refuser.form(refused)
        yield from in_turn(
            *(
                self.of(branch, refused, depth - 1)
                for index in range(len(form.unions) if depth else 0)
                for branch in self._taker.distribute(taken, index)
            ),
            self._plain(form, other),
        )
        if other.unions and depth:
            for rival in islice(self._refuser.leaves(refused), _FORMS):
                yield from self._plain(form, rival)
        for negated in other.negations:
            yield self._from(self._refuser, (negated,))
        yield from self._conditional(taken, refused)
        yield from _POOL

    def described(self, branches: Iterable[Conj], against: Conj) -> Iterator[Any]:
        """Yield values of each branch that hold nothing but what the branch describes."""
        rivals = [self._refuser.form(conj) for conj in self._refuser.distributed(against)]
        yield from in_turn(*(self._of_branch(branch, rivals) for branch in branches))
        for rival in rivals:
            for contains in rival.arrays.contains:
                yield [self._from(self._refuser, (contains.schema,))] * (contains.minimum + 1)

    def _of_branch(self, branch: Conj, rivals: list[Form]) -> Iterator[Any]:
        """Values of a branch, each changed so that one of its rivals may refuse it."""
        form = self._taker.form(branch)
        yield from self._of_types(form)
        if form.objects.unevaluated or form.objects.additional:
            yield {**self._instances.object(form), "extra": 1}
        for rival in rivals:
            yield from scalars(form, rival)
            if "object" in form.types & rival.types:
                yield from self._varied(form, rival)
            if "array" in form.types & rival.types:
                inner, other = form.arrays.items, rival.arrays.items
                yield from ([value] for value in self._various(inner, other))
        for conj in (*form.negations, *(one.test for one in form.conditions)):
            yield from _merged({}, self._instances.object(form), self._full(self._taker, (conj,)))
            yield self._from(self._taker, (conj,))

    def _of_types(self, form: Form) -> Iterator[Any]:
        for name in sorted(form.types):
            yield self._instances.of_type(name, form)
        if "object" in form.types:
            yield self._instances.object(form, full=True)

    def _varied(self, form: Form, rival: Form) -> Iterator[Any]:
        """An object with one of its members changed at a time, with the others and without."""
        least = self._instances.object(form)
        full = self._instances.object(form, full=True)
        for name in (*full, *_keys(form, rival)):
            inner, other = member(form.objects, name), member(rival.objects, name)
            for value in self._various(inner, other):
                yield {**least, name: value}
                yield {**full, name: value}

    def _various(self, conj: Conj, against: Conj) -> Iterator[Any]:
        form = self._taker.form(conj)
        return chain(self._of_types(form), scalars(form, self._refuser.form(against)))

    def _conditional(self, taken: Conj, refused: Conj) -> Iterator[Any]:
        """Values that meet the tests of conditions, and members that others depend on."""
        form, other = self._taker.form(taken), self._refuser.form(refused)
        is_object = "object" in form.types
        full = self._instances.object(form, full=True) if is_object else {}
        least = self._instances.object(form) if is_object else {}
        for normaliser, found in ((self._refuser, other), (self._taker, form)):
            for value in self._tested(normaliser, found):
                yield from _merged(full, least, value)
            for name, names in found.objects.dependent_required.items():
                named = {key: full.get(key, "a") for key in (name, *sorted(names))}
                yield from _merged(full, least, named)
            for name, conj in found.objects.dependents.items():
                there = self._mapping(normaliser, conj)
                for value in (full.get(name, "a"), 1, None):
                    yield {**least, name: value}
                    yield from _merged(full, least, {name: value, **there})

    def _tested(self, normaliser: Normaliser, found: Form) -> Iterator[Any]:
        """Values that meet the tests of conditions, with what follows from them and without."""
        for condition in found.conditions:
            for extra in ((), condition.then, condition.otherwise):
                yield self._from(normaliser, (condition.test, *extra))
            yield self._full(normaliser, (condition.test,))

    def _full(self, normaliser: Normaliser, conj: Conj) -> Any:
        """An object with every member that a test names, listed values first."""
        instances = Instances(normaliser, self._direction)
        return instances.object(normaliser.form(conj), full=True)

    def _mapping(self, normaliser: Normaliser, conj: Conj) -> dict[str, Any]:
        found = self._from(normaliser, conj)
        return found if isinstance(found, dict) else {}

    def _from(self, normaliser: Normaliser, conj: Conj) -> Any:
        return Instances(normaliser, self._direction).simple(conj)

    def _plain(self, form: Form, other: Form) -> Iterator[Any]:
        for name in sorted(form.types - other.types):
            yield self._instances.of_type(name, form)
        yield from scalars(form, other)
        if "object" in form.types:
            yield from self._objects(form, other)
        if "array" in form.types:
            yield from self._arrays(form, other)

    def _objects(self, form: Form, other: Form) -> Iterator[Any]:
        least = self._instances.object(form)
        full = self._instances.object(form, full=True)
        yield least
        for name in sorted(other.objects.required):
            yield {key: value for key, value in full.items() if key != name}
        yield from ({**least, name: value} for name, value in self._further(form, other, full))
        yield from self._sized(form, other, least)
        yield from (full, {})

    def _sized(self, form: Form, other: Form, least: dict[str, Any]) -> Iterator[Any]:
        """Objects at the limits of their size, with members that both sides take."""
        narrow = other if form.objects.additional == ANYTHING else form
        normaliser = self._refuser if narrow is other else self._taker
        extra = (
            self._from(normaliser, narrow.objects.additional) if narrow.objects.additional else 1
        )
        for keyword in ("minProperties", "maxProperties"):
            size = next(limits((keyword,), other, form), 0)
            for count in (size - 1, size + 1):
                names = dict.fromkeys((*least, *self._instances.names(form)))
                yield {**dict.fromkeys(islice(names, max(0, count)), extra), **least}

    def _further(self, form: Form, other: Form, full: dict[str, Any]) -> Iterator[tuple[str, Any]]:
        """Members, one of which may tell two objects apart: by its name, or by its value."""
        for name in form.objects.properties:
            yield name, full.get(name, self._instances.simple(member(form.objects, name)))
        extra = self._extra(form)
        yield "extra", extra
        for value in self._various(form.objects.additional, other.objects.additional):
            yield "extra", value
        if form.objects.names:
            yield from ((name, extra) for name in islice(self._instances.names(form), _FURTHER))
        for name in (*other.objects.properties, *other.objects.dependent_required):
            yield from ((name, value) for value in (extra, *_MEMBERS))
        if form.objects.names or other.objects.names:
            yield from (("a" * size, extra) for size in _LENGTHS)
        for pattern in (*other.objects.patterns, *form.objects.patterns):
            for key in matching([pattern])[:_MATCHING]:
                simple = self._instances.simple(member(form.objects, key))
                yield from ((key, value) for value in (simple, *_MEMBERS))
        yield from ((name, extra) for name in _NAMES)

    def _extra(self, form: Form) -> Any:
        """The value of a member that no property describes."""
        return self._instances.simple(form.objects.additional) if form.objects.additional else 1

    def _arrays(self, form: Form, other: Form) -> Iterator[Any]:
        """Arrays with sizes and items at the edges of either side."""
        one = self._instances.simple(form.arrays.items)
        for size in sizes(form, other):
            yield [self._instances.simple(item(form.arrays, index)) for index in range(size)]
            yield _distinct(one, size)
        for source, found in ((self._refuser, other), (self._taker, form)):
            for contains in found.arrays.contains:
                for count in range(_COUNTED):
                    yield [self._from(source, (contains.schema,))] * count
        prefix = [self._instances.simple(conj) for conj in form.arrays.prefix]
        yield from (prefix, [*prefix, one])
        for value in _POOL:
            yield [*prefix, value]
        # Items that are refused, and are the same at that.
        twice = self._various(form.arrays.items, other.arrays.items)
        yield from ([*prefix, value, value] for value in islice(twice, _FURTHER))
        for index in range(len(other.arrays.prefix)):
            for value in _MEMBERS:
                yield [*prefix[:index], *[value] * (index + 1 - len(prefix[:index]))]


def _keys(form: Form, rival: Form) -> Iterator[str]:
    """Names that patterns stand for: of each, and of any two of the two sides."""
    nothing = Language(listed=())
    for pattern in form.objects.patterns:
        for other in (pattern, *(one for one in rival.objects.patterns if one != pattern)):
            name = missing(nothing, Language((pattern, other)))
            if isinstance(name, str):
                yield name


def in_turn(*sources: Iterator[Any]) -> Iterator[Any]:
    """Yield one value of each source at a time, so that each has a say."""
    waiting = list(sources)
    while waiting:
        for source in tuple(waiting):
            try:
                yield next(source)
            except StopIteration:
                waiting.remove(source)


def _merged(full: dict[str, Any], least: dict[str, Any], value: Any) -> Iterator[Any]:
    yield value
    if isinstance(value, dict):
        yield {**least, **value}
        yield {**full, **value}
        for name in value:
            yield {**least, **value, name: 1}


def _distinct(one: Any, size: int) -> list[Any]:
    if isinstance(one, str):
        return [f"{one}{index}" for index in range(size)]
    return list(range(size))
