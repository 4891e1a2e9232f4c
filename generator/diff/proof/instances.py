"""Small values that a schema may accept: the candidates from which a witness is taken."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import islice
from typing import Any

from generator.diff.described.contract import Direction, seen
from generator.diff.forms.form import Conj, Form
from generator.diff.forms.meet import item, member
from generator.diff.forms.normalise import Normaliser
from generator.diff.forms.strings import FORMATS, matching

_DEPTH = 6
"""How many levels deep a value is made."""
_MEMBERS = 1_000
"""How many names there are for members that nothing describes."""
LONGEST = 10_000
"""How long strings are that are tried."""
_ORDER = ("object", "array", "string", "number", "boolean", "null")


class Instances:
    """Values for the schemas of one version, in one direction."""

    def __init__(self, normaliser: Normaliser, direction: Direction) -> None:
        self._normaliser = normaliser
        self._direction = direction
        self._simple: dict[Conj, Any] = {}

    def simple(self, conj: Conj, depth: int = _DEPTH) -> Any:
        """Return one small value that a schema most likely accepts."""
        if conj not in self._simple:
            form = self._normaliser.form(conj)
            if depth == 0:
                return _shallow(form)
            self._simple[conj] = self._value(conj, form, depth - 1)
        return self._simple[conj]

    def of_type(self, name: str, form: Form, depth: int = _DEPTH) -> Any:
        """Return one small value of one JSON type for a form without unions."""
        if form.values.get(name):
            return form.values[name][0]
        if name == "object":
            return self.object(form, depth)
        if name == "array":
            return self._array(form, depth)
        if name == "string":
            return next(strings(form), "a")
        if name == "number":
            return next(numbers(form), 1)
        return {"boolean": True}.get(name)

    def object(self, form: Form, depth: int = _DEPTH, *, full: bool = False) -> dict[str, Any]:
        """Return an object with the members that it needs, or with all that it may have."""
        objects = form.objects
        names = [*objects.properties, *sorted(objects.required - objects.properties.keys())]
        found = {}
        for name in names:
            conj = member(objects, name)
            there = self._direction in seen(self._normaliser.notes(conj))
            if there and (full or name in objects.required):
                found[name] = self.simple(conj, max(0, depth - 1))
        missing = form.bounds.get("minProperties", 0) - len(found)
        for name in islice((one for one in self.names(form) if one not in found), max(0, missing)):
            found[name] = self.simple(member(objects, name), max(0, depth - 1))
        return found

    def names(self, form: Form) -> Iterator[str]:
        """Yield names that further members may have."""
        if form.objects.names:
            yield from strings(self._normaliser.form(form.objects.names))
        yield from (f"member{index + 1}" for index in range(_MEMBERS))

    def _value(self, conj: Conj, form: Form, depth: int) -> Any:
        if form.unions:
            for branch in self._normaliser.distribute(conj, 0):
                inner = self._normaliser.form(branch)
                if inner.types and not inner.unions:
                    return self.of_type(_first(inner), inner, depth)
            return None
        return self.of_type(_first(form), form, depth)

    def _array(self, form: Form, depth: int) -> list[Any]:
        least = form.bounds.get("minItems", 0)
        found = [self.simple(item(form.arrays, index), max(0, depth - 1)) for index in range(least)]
        for contains in form.arrays.contains:
            found += [self.simple((contains.schema,), depth)] * max(0, contains.minimum)
        if form.bounds.get("uniqueItems") and len(found) > 1:
            found = [_varied(value, index) for index, value in enumerate(found)]
        return found


def _shallow(form: Form) -> Any:
    if "null" in form.types:
        return None
    return {"object": {}, "array": [], "string": "a", "number": 1, "boolean": True}.get(
        _first(form)
    )


def _first(form: Form) -> str:
    return next((name for name in _ORDER if name in form.types), "null")


def _varied(value: Any, index: int) -> Any:
    if isinstance(value, str):
        return value + "abcdefghij"[index % 10] if index else value
    if isinstance(value, int | float) and not isinstance(value, bool):
        return value + index
    return value


def strings(form: Form) -> Iterator[str]:
    """Yield strings of a form: listed ones, of its format, of its pattern, of its lengths."""
    yield from (value for value in form.values.get("string", ()) if isinstance(value, str))
    least = form.bounds.get("minLength", 0)
    most = form.bounds.get("maxLength", max(least, 1))
    for name in form.bounds.get("format", ()):
        if name in FORMATS:
            yield FORMATS[name]
    patterns = form.bounds.get("pattern", ())
    if patterns:
        for text in matching(patterns):
            yield text + text[-1:] * max(0, least - len(text))
    for length in dict.fromkeys((max(least, min(1, most)), least, most)):
        if length <= LONGEST:
            yield "a" * length
            yield "1" * length


def numbers(form: Form) -> Iterator[int | float]:
    """Yield numbers of a form: listed ones, its limits, and multiples within them."""
    yield from form.values.get("number", ())
    whole = bool(form.bounds.get("integer"))
    step = form.bounds.get("multipleOf", 1 if whole else 0.5)
    low, below = form.bounds.get("minimum", (None, False))
    high, above = form.bounds.get("maximum", (None, False))
    if low is not None:
        first = _ceil(low, step)
        yield first + step if below and first == low else first
        yield low
    if high is not None:
        last = _ceil(high, step)
        last = last if last <= high and not (above and last == high) else last - step
        yield last
        yield high
    if low is None and high is None:
        yield step if step != 0.5 else 1
        yield from (0, step, -step)
    if not whole:
        yield from (1.5, (low if low is not None else high or 0) + 0.5)


def _ceil(limit: int | float, step: int | float) -> int | float:
    return -(-limit // step) * step
