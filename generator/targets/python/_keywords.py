"""What each bounding keyword asks of a value, and JSON's own idea of types and equality.

Written by Typewright, the same in every package that it generates. Standard library only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from decimal import MAX_EMAX, MIN_EMIN, Context, Decimal
from math import isfinite
from typing import Any

Rules = tuple[tuple[str, Any], ...]
STRING: Rules = (("type", ("string",)),)
INTEGER: Rules = (("type", ("integer",)),)
NUMBER: Rules = (("type", ("number",)),)
BOOLEAN: Rules = (("type", ("boolean",)),)
OBJECT: Rules = (("type", ("object",)),)
ARRAY: Rules = (("type", ("array",)),)
STRING_OR_NULL: Rules = (("type", ("string", "null")),)
INTEGER_OR_NULL: Rules = (("type", ("integer", "null")),)
NUMBER_OR_NULL: Rules = (("type", ("number", "null")),)
BOOLEAN_OR_NULL: Rules = (("type", ("boolean", "null")),)
OBJECT_OR_NULL: Rules = (("type", ("object", "null")),)
ARRAY_OR_NULL: Rules = (("type", ("array", "null")),)
EXACT_TYPE = "exact type"
"""The `type` of draft 4, where 1.0 is no integer, if it takes no other numbers."""
JSON_TYPES = frozenset({str, int, float, bool, type(None), list, dict})


class Test:
    """A test of a string, and what a person is told of it: the pattern, or the format's name."""

    __slots__ = ("holds", "text")

    def __init__(self, text: str, holds: Callable[[str], Any]) -> None:
        self.text = text
        self.holds = holds


def equal(a: Any, b: Any) -> bool:
    """JSON equality: 1 is 1.0 and is not true; objects have no order."""
    if type(a) is bool or type(b) is bool:
        return a is b
    if isinstance(a, dict):
        return (
            isinstance(b, dict)
            and a.keys() == b.keys()
            and all(equal(a[key], b[key]) for key in a)
        )
    if isinstance(a, (list, tuple)):
        return (
            isinstance(b, (list, tuple)) and len(a) == len(b) and all(map(equal, a, b))
        )
    return bool(a == b)


def among(value: Any, values: Iterable[Any]) -> bool:
    """Whether a value equals one of several."""
    return any(value == other and equal(value, other) for other in values)


def unique(values: list[Any]) -> bool:
    """Whether no two items are equal."""
    try:
        if len(set(values)) == len(values):
            return True
    except TypeError:
        pass
    return len(set(map(key_of, values))) == len(values)


def key_of(value: Any) -> Any:
    """What is the same for values that are equal in JSON, and only for those."""
    if isinstance(value, dict):
        return dict, frozenset((name, key_of(member)) for name, member in value.items())
    if isinstance(value, (list, tuple)):
        return list, tuple(map(key_of, value))
    return (bool, value) if type(value) is bool else value


def looks_like_email(value: str) -> bool:
    """Whether a string could be an address at all; the setting `formats = "assert"` asks more."""
    return "@" in value


def integral(value: Any) -> bool:
    """Whether a value is an integer that JSON wrote as `1.0`."""
    if type(value) is float:
        return value % 1 == 0
    return isinstance(value, (float, Decimal)) and is_multiple(value, 1)


def is_multiple(value: Any, divisor: Any) -> bool:
    """Whether a number is a multiple of another, exactly, as they are written."""
    if type(value) is int and type(divisor) is int:
        return value % divisor == 0
    number, step = (
        Decimal(str(n)) if isinstance(n, float) else Decimal(n)
        for n in (value, divisor)
    )
    # Infinity is a multiple of nothing: the remainder is NaN then.
    return _EXACT.remainder(number, step) == 0


_EXACT = Context(prec=20_000, Emin=MIN_EMIN, Emax=MAX_EMAX, traps=[])


_TYPES: Mapping[str, Callable[[Any], bool]] = {
    "null": lambda value: value is None,
    "boolean": lambda value: value is True or value is False,
    "integer": lambda value: (
        (isinstance(value, int) and type(value) is not bool) or integral(value)
    ),
    "number": lambda value: (
        isinstance(value, (int, float, Decimal))
        and type(value) is not bool
        and (type(value) is not float or isfinite(value))
    ),
    "string": lambda value: isinstance(value, str),
    # What decodes them asks for these very types: nobody would look into an `OrderedDict`.
    "array": lambda value: type(value) is list,
    "object": lambda value: type(value) is dict,
}


def _typed(type_: str, test: Callable[[Any, Any], bool]) -> Callable[[Any, Any], bool]:
    is_type = _TYPES[type_]
    return lambda value, bound: not is_type(value) or test(value, bound)


HOLDS: Mapping[str, Callable[[Any, Any], bool]] = {
    "type": lambda value, names: any(_TYPES[name](value) for name in names),
    "enum": among,
    "const": equal,
    "multipleOf": _typed("number", is_multiple),
    "maximum": _typed("number", lambda value, bound: value <= bound),
    "exclusiveMaximum": _typed("number", lambda value, bound: value < bound),
    "minimum": _typed("number", lambda value, bound: value >= bound),
    "exclusiveMinimum": _typed("number", lambda value, bound: value > bound),
    "maxLength": _typed("string", lambda value, bound: len(value) <= bound),
    "minLength": _typed("string", lambda value, bound: len(value) >= bound),
    "pattern": _typed("string", lambda value, test: test.holds(value) is not None),
    "format": _typed("string", lambda value, test: bool(test.holds(value))),
    "maxItems": _typed("array", lambda value, bound: len(value) <= bound),
    "minItems": _typed("array", lambda value, bound: len(value) >= bound),
    "uniqueItems": _typed("array", lambda value, _: unique(value)),
    "maxProperties": _typed("object", lambda value, bound: len(value) <= bound),
    "minProperties": _typed("object", lambda value, bound: len(value) >= bound),
    EXACT_TYPE: lambda value, names: (
        not isinstance(value, (float, Decimal))
        and any(_TYPES[name](value) for name in names)
    ),
}
