"""JSON as text: every digit is read and written, with `orjson` where that is installed.

Written by Typewright, the same in every package that it generates. `orjson` rounds numbers beyond
64 bits, and floats of many digits; texts that may have such are left to `json`.
"""

from __future__ import annotations

import json
from collections.abc import Callable
from decimal import Decimal
from functools import partial
from math import isfinite
from typing import Any, ClassVar, Union

try:
    import orjson as orjson
except ImportError:
    orjson = None  # type: ignore[assignment, unused-ignore]

from ._problems import DecodeError, Problem

Text = Union[str, bytes, bytearray, memoryview]


def as_parsed(names: list[str]) -> list[str]:
    """The names of members as `orjson` hands them out."""
    if orjson is None:
        return names
    return list(orjson.loads(orjson.dumps(dict.fromkeys(names))))


class LongFloat(float):
    """A float that knows the number which a text had, where that has more digits than floats."""

    __slots__ = ("text",)
    text: str
    asked: ClassVar[object] = None
    """Another object whenever a decimal was made of a float, which may have lost digits."""
    used: ClassVar[bool] = False
    """Whether there has been any."""

    def __repr__(self) -> str:
        return self.text


def exact_float(number: str) -> float:
    """The float of a number in JSON; if it cannot hold all digits, it knows them."""
    value = _finite(number)
    if len(number) < _LONG_FLOAT or Decimal(repr(value)) == Decimal(number):
        return value
    LongFloat.used = True
    made = LongFloat(value)
    made.text = number
    return made


_DIGITS = b" " * 48 + b"0" * 10 + b" " * 198
_DIGITS_AND_DOT = _DIGITS[:46] + b"0" + _DIGITS[47:]
_LONG_FLOAT = 16
"""As long as this is what a number has to be for a float to lose digits, counting its dot."""


def _raw(data: Text) -> bytes:
    return data.encode() if isinstance(data, str) else bytes(data)


def has_long_integer(data: Text) -> bool:
    """Whether a number may have more digits than 64 bits hold, which orjson would round."""
    return _has_row(_raw(data), _DIGITS, 19)


def has_long_float(data: Text) -> bool:
    """Whether a number may have more digits than a float holds, the dot among them counted."""
    return _has_row(_raw(data), _DIGITS_AND_DOT, _LONG_FLOAT)


def _has_row(raw: bytes, zeros: bytes, length: int) -> bool:
    """Whether so many bytes that are `zeros` stand in a row.

    A third of them stand where every third byte is looked at.
    """
    sample = raw[::3].translate(zeros)
    return b"0" * (length // 3) in sample and b"0" * length in raw.translate(zeros)


def loads(data: Text, exact: bool = False) -> Any:
    """Parse JSON; numbers beyond 64 bits keep all their digits, and `exact` floats know theirs.

    Raises `DecodeError` for what is no JSON.
    """
    if not isinstance(data, (str, bytes, bytearray, memoryview)):
        raise TypeError(f"JSON text is str or bytes, not {type(data).__name__}")
    read = exact_float if exact else _finite
    try:
        raw = _raw(data)
        long = has_long_integer(raw) or (exact and has_long_float(raw))
        if orjson is not None and not long:
            return orjson.loads(raw)
        return json.loads(raw.decode(), parse_constant=_refuse, parse_float=read)
    except (ValueError, RecursionError) as error:
        raise DecodeError([Problem("$", "json", str(error), None)]) from None


def _finite(number: str) -> float:
    value = float(number)
    return value if value - value == 0 else _refuse(number)


def _refuse(constant: str) -> Any:
    raise ValueError(f"{constant} is no JSON value")


def dumps(value: Any) -> bytes:
    """Write JSON in UTF-8; NaN and infinities, which JSON does not have, become null."""
    if orjson is not None:
        try:
            result: bytes = orjson.dumps(value, _fragment)
            return result
        except (TypeError, ValueError):
            pass  # an integer beyond 64 bits, or half a surrogate pair: json can
    try:
        return _written(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair: as an escape it can
        return _written(value, ensure_ascii=True).encode()


def _fragment(value: Any) -> Any:
    """What `orjson` is to write for a value that it does not know."""
    if orjson is None or type(value) is not LongFloat:
        raise TypeError
    return orjson.Fragment(value.text)


def _written(value: Any, *, ensure_ascii: bool) -> str:
    separators = (",", ":")
    write = partial(
        json.dumps, separators=separators, allow_nan=False, ensure_ascii=ensure_ascii
    )
    try:
        long = LongFloat.used and _holds_long(value)
        return _in_pieces(value, write) if long else write(value)
    except ValueError:
        return _in_pieces(value, write)


def _holds_long(value: Any) -> bool:
    """Whether there is a float in a JSON value that knows more digits than it has."""
    if type(value) is dict:
        return any(map(_holds_long, value.values()))
    if type(value) in (list, tuple):
        return any(map(_holds_long, value))
    return type(value) is LongFloat


def _in_pieces(value: Any, write: Callable[[Any], str]) -> str:
    """JSON with null in the place of NaN and infinities, as `orjson` writes it, and long floats."""
    if type(value) is dict:
        # A name alone would not be spelled as one: 1 is "1" there.
        names = (write({name: None})[1 : -len("null}")] for name in value)
        parts = (_in_pieces(member, write) for member in value.values())
        return f"{{{','.join(map(str.__add__, names, parts))}}}"
    if type(value) in (list, tuple):
        return f"[{','.join(_in_pieces(item, write) for item in value)}]"
    if type(value) is LongFloat:
        return value.text
    return "null" if type(value) is float and not isfinite(value) else write(value)
