"""Example values as the tables print them."""

from __future__ import annotations

import json
import math
from collections.abc import Iterable
from decimal import Decimal
from typing import Any


def example_cell(examples: tuple[Any, ...], *, several: bool) -> str:
    """Return the cell of a field's examples; with `several`, all of them, if one says a thing."""
    if not examples or (several and examples == (None,)):
        return ""
    if not several or len(examples) == 1:
        return example(examples[0])
    texts = [f"**Example {number}:** {example(e)}" for number, e in enumerate(examples, 1)]
    return "<br/>".join(texts)


def example(value: Any) -> str:
    """Return one value: strings raw, objects and lists as JSON that breaks after every part."""
    if value is None:
        return "<nil>"
    if isinstance(value, dict | list):
        return "\n".join(_lines(value))
    if isinstance(value, float) and math.isfinite(value):
        return _number(Decimal(repr(value)).normalize())
    return value if isinstance(value, str) else _scalar(value)


def _number(value: Decimal) -> str:
    """A number with a point, as Go writes one: with an exponent from a million on."""
    exponent = value.adjusted()
    if not value or -5 < exponent < 6:
        return f"{value:f}"
    return f"{value.scaleb(-exponent):f}e{exponent:+03}"


def _scalar(value: Any) -> str:
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e21:
        return str(int(value))
    return json.dumps(value, ensure_ascii=False)


def _lines(value: Any) -> Iterable[str]:
    """Yield the lines of a JSON value without indentation."""
    parts, opened, closed = _parts(value)
    if not parts:
        yield opened + closed
        return
    yield opened
    for index, lines in enumerate(parts):
        yield from lines[:-1]
        yield lines[-1] + ("," if index < len(parts) - 1 else "")
    yield closed


def _parts(value: Any) -> tuple[list[list[str]], str, str]:
    if isinstance(value, dict):
        members = []
        for key, item in value.items():
            first, *rest = _value_lines(item)
            members.append([f"{json.dumps(str(key), ensure_ascii=False)}: {first}", *rest])
        return members, "{", "}"
    return [list(_value_lines(item)) for item in value], "[", "]"


def _value_lines(value: Any) -> Iterable[str]:
    if isinstance(value, dict | list):
        return _lines(value)
    return [_scalar(value)]
