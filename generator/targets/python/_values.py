"""Python values for formats of JSON strings, which come back in the spelling that they had.

Written by Typewright, the same in every package that it generates. A value whose spelling is not
the usual one (`z` for `Z`, a seventh digit of a second, an upper-case UUID) is of a subclass that
remembers it as `wire`. What has no Python value (the year 0) stays a string.
"""

from __future__ import annotations

import binascii
import re
from base64 import b64decode, b64encode
from collections.abc import Callable
from datetime import date, datetime, time, timedelta, timezone
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any
from uuid import UUID, SafeUUID

from ._runtime import ENCODERS, encode
from ._text import LongFloat, exact_float


class _Spelled:
    """Keeps its `wire` in copies and pickles; the types beside it would forget it."""

    def __reduce_ex__(self, protocol: Any) -> Any:
        reduced: Any = super().__reduce_ex__(protocol)
        return (*reduced[:2], vars(self))

    def __copy__(self) -> Any:
        return self

    def __deepcopy__(self, memo: Any) -> Any:
        return self


class WireDatetime(_Spelled, datetime):
    """A date-time with the spelling that it had."""

    wire: str


class WireTime(_Spelled, time):
    """A time with the spelling that it had."""

    wire: str


class WireDecimal(_Spelled, Decimal):
    """A decimal with the spelling that it had."""

    wire: Any


class WireBytes(_Spelled, bytes):
    """Bytes with the base64 that they had."""

    wire: str


def _number(uuid: Any) -> int:
    return int(uuid.wire.replace("-", ""), 16)


# The number is only worked out when asked for. (`UUID` declares it as final: hence `type`.)
WireUUID: Any = type(
    "WireUUID",
    (UUID,),
    {
        "__doc__": "A UUID with the spelling that it had.",
        "__slots__": ("wire",),
        # Those of `UUID` work out the number, and take five times as long.
        "__init__": object.__init__,
        "__setattr__": object.__setattr__,
        "__str__": lambda uuid: uuid.wire.lower(),
        "__repr__": lambda uuid: f"UUID({uuid.wire.lower()!r})",
        "__reduce__": lambda uuid: (to_uuid, (uuid.wire,)),
        "int": property(_number),
        "is_safe": property(lambda uuid: SafeUUID.unknown),
    },
)


_TIME = r"(\d\d):(\d\d):(\d\d)(?:\.(\d+))?([Zz]|[+-]\d\d:\d\d)"
_DATE_TIME = re.compile(r"(\d{4})-(\d\d)-(\d\d)[Tt ]" + _TIME, re.ASCII).fullmatch
_FULL_TIME = re.compile(_TIME, re.ASCII).fullmatch
_UUID = b"00000000-0000-0000-0000-000000000000"
_HEX = bytes(
    48 if chr(c) in "0123456789abcdefABCDEF" else 45 * (c == 45) for c in range(256)
)
_ZONES: dict[str, timezone] = {}


def _clock(parts: Any) -> tuple[int, int, int, int, timezone]:
    hour, minute, second, fraction, zone = parts
    micros = int(fraction[:6].ljust(6, "0")) if fraction else 0
    offset = _ZONES.get(zone) or _zone(zone)
    if second != "60":
        return int(hour), int(minute), int(second), micros, offset
    # A leap second, which ends a day in UTC, is the second before for Python; `wire` keeps it.
    utc = timedelta(hours=int(hour), minutes=int(minute)) - offset.utcoffset(None)
    if utc % timedelta(days=1) != timedelta(hours=23, minutes=59):
        raise ValueError("no leap second there")
    return int(hour), int(minute), 59, micros, offset


def _zone(text: str) -> timezone:
    if text in "Zz":
        zone = timezone.utc
    else:
        offset = timedelta(hours=int(text[1:3]), minutes=int(text[4:]))
        zone = timezone(-offset if text[0] == "-" else offset)
    if len(_ZONES) < 1000:
        _ZONES[text] = zone
    return zone


def _strict(convert: Callable[[Any], Any]) -> Callable[[Any], Any]:
    """The conversion that raises `ValueError` where the other one leaves a value as it is."""

    def make(value: Any) -> Any:
        made = convert(value)
        if made is value:
            raise ValueError
        return made

    return make


def _of_each(make: Callable[[Any], Any]) -> Callable[[list[Any]], list[Any]]:
    """The conversion of the items of a list."""
    return lambda values: [make(value) for value in values]


def to_datetime(value: Any) -> Any:
    """A `datetime` of an RFC 3339 date-time; anything else as it is."""
    match = _DATE_TIME(value) if type(value) is str else None
    if match is None:
        return value
    year, month, day, *clock = match.groups()
    try:
        parts = (int(year), int(month), int(day), *_clock(clock))
        plain = datetime(*parts)
        if spell_datetime(plain) == value:
            return plain
        made = WireDatetime(*parts)
    except ValueError:
        return value
    made.wire = value
    return made


def to_date(value: Any) -> Any:
    """A `date` of an RFC 3339 full-date; anything else as it is."""
    if type(value) is not str or len(value) != 10:
        return value
    try:
        plain = date.fromisoformat(value)
    except ValueError:
        return value
    return plain if plain.isoformat() == value else value


def to_time(value: Any) -> Any:
    """A `time` of an RFC 3339 full-time; anything else as it is."""
    match = _FULL_TIME(value) if type(value) is str else None
    if match is None:
        return value
    try:
        parts = _clock(match.groups())
        plain = time(*parts)
        if spell_time(plain) == value:
            return plain
        made = WireTime(*parts)
    except ValueError:
        return value
    made.wire = value
    return made


def make_uuid(value: Any) -> Any:
    """A `UUID` of its usual spelling; raises `ValueError` for anything else."""
    try:
        digits = value.encode().translate(_HEX)
    except AttributeError:
        raise ValueError from None
    if digits != _UUID:
        raise ValueError
    made = WireUUID()
    made.wire = value
    return made


def make_uuids(values: list[Any]) -> list[Any]:
    """What `make_uuid` makes of each; lists of files have many, and a call for each takes long."""
    made = []
    for value in values:
        if type(value) is not str or value.encode().translate(_HEX) != _UUID:
            raise ValueError
        uuid = WireUUID()
        uuid.wire = value
        made.append(uuid)
    return made


def to_uuid(value: Any) -> Any:
    """A `UUID` of its usual spelling; anything else as it is."""
    try:
        return make_uuid(value)
    except ValueError:
        return value


_OF_DECIMALS = frozenset("+-.0123456789Ee")


def to_decimal(value: Any) -> Any:
    """A `Decimal` of a number, or of a string that spells one; anything else as it is."""
    if type(value) not in (str, int, float, LongFloat):
        return value
    is_float = isinstance(value, float)
    if is_float:
        LongFloat.asked = object()
    try:
        plain = Decimal(repr(value) if is_float else value)
    except InvalidOperation:
        return value
    if not plain.is_finite():  # Nobody counts with NaN, which does not equal itself.
        return value
    if type(value) is str:
        if str(plain) == value:
            return plain
        if not _OF_DECIMALS.issuperset(value):  # Python reads `1_0`, too.
            return value
    made = WireDecimal(plain)
    made.wire = value
    return made


def to_bytes(value: Any) -> Any:
    """The bytes of a base64 string, which may have line breaks; anything else as it is."""
    if type(value) is not str:
        return value
    try:
        plain = b64decode(value.replace("\r\n", "").replace("\n", ""), validate=True)
    except (binascii.Error, ValueError):
        return value
    if b64encode(plain).decode() == value:
        return plain
    made = WireBytes(plain)
    made.wire = value
    return made


make_datetime = _strict(to_datetime)
make_date = _strict(to_date)
make_time = _strict(to_time)
make_datetimes = _of_each(make_datetime)
make_dates = _of_each(make_date)
make_times = _of_each(make_time)


def spell_datetime(value: datetime) -> str:
    """RFC 3339, with `Z` for UTC."""
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def _spell_any_datetime(value: datetime) -> str:
    """RFC 3339, with a zone always: what is made without one is local time, as in Python."""
    if value.tzinfo is not None:
        return spell_datetime(value)
    try:
        return spell_datetime(value.astimezone(timezone.utc))
    except (ValueError, OverflowError):  # `datetime.min` and `max` have no other zones
        return spell_datetime(value.replace(tzinfo=timezone.utc))


def spell_time(value: time) -> str:
    """RFC 3339, with `Z` for UTC."""
    text = value.isoformat()
    return text[:-6] + "Z" if text.endswith("+00:00") else text


def spell_number(value: Any) -> Any:
    """The JSON number of a decimal; a float that knows all digits, if it cannot hold them."""
    if not isinstance(value, Decimal):
        return value
    if isinstance(value, WireDecimal) and hasattr(value, "wire"):
        return value.wire
    if value.as_tuple().exponent == 0:
        return int(value)
    return exact_float(str(value)) if isfinite(value) else float(value)


def encode_numbers(value: Any) -> Any:
    """The JSON value of anything that decoding makes, where decimals are numbers, not strings."""
    if isinstance(value, Decimal):
        return spell_number(value)
    if type(value) in (list, tuple):
        return [encode_numbers(item) for item in value]
    if type(value) is dict:
        return {name: encode_numbers(member) for name, member in value.items()}
    return encode(value)


def spell(value: Any) -> Any:
    """The JSON value of any of these types; anything else as it is."""
    wire = getattr(value, "wire", None)
    if wire is not None:
        return wire
    for kind in type(value).__mro__:
        if kind in _USUAL:
            return _USUAL[kind](value)
    return value


_USUAL: dict[type, Callable[[Any], Any]] = {
    datetime: _spell_any_datetime,
    date: date.isoformat,
    time: spell_time,
    UUID: str,
    Decimal: str,
    bytes: lambda value: b64encode(value).decode(),
}
ENCODERS.update(dict.fromkeys(_USUAL, spell))
