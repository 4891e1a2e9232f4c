"""What the models of this package share: how they decode and encode.

Models take everything from here; what the modules beside it have for them stands here too.

Written by Typewright, the same in every package that it generates. Standard library only, but for
what `_text` takes where it is installed.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from copy import deepcopy
from dataclasses import fields, is_dataclass
from enum import Enum
from itertools import repeat
from typing import Any, ClassVar, Generic, Literal, TypeVar, Union

from ._collecting import (
    VERDICT,
    Branch,
    Branches,
    Hinted,
    Invalid,
    Problems as Problems,
    Seen as Seen,
    Verdict,
    others as others,
)
from ._imports import (
    Hints,
    exported as exported,
    lazy as lazy,
    named as named,
    resolvable as resolvable,
)
from ._keywords import (
    ARRAY as ARRAY,
    ARRAY_OR_NULL as ARRAY_OR_NULL,
    BOOLEAN as BOOLEAN,
    BOOLEAN_OR_NULL as BOOLEAN_OR_NULL,
    INTEGER as INTEGER,
    INTEGER_OR_NULL as INTEGER_OR_NULL,
    JSON_TYPES,
    NUMBER as NUMBER,
    NUMBER_OR_NULL as NUMBER_OR_NULL,
    OBJECT as OBJECT,
    OBJECT_OR_NULL as OBJECT_OR_NULL,
    STRING as STRING,
    STRING_OR_NULL as STRING_OR_NULL,
    Test as Test,
    among as among,
    equal as equal,
    integral as integral,
    is_multiple as is_multiple,
    looks_like_email as looks_like_email,
    unique as unique,
)
from ._problems import (
    ROOT,
    UNSET as UNSET,
    DecodeError as DecodeError,
    Name as Name,
    Path,
    Problem as Problem,
    Unset as Unset,
)
from ._text import (
    LongFloat,
    Text,
    as_parsed as as_parsed,
    dumps,
    has_long_float,
    has_long_integer,
    loads,
    orjson,
)

T = TypeVar("T")
M = TypeVar("M", bound="Model")
new = object.__new__
UNSETS = repeat(UNSET)
"""As many as are asked for."""
OptionalNullable = Union[T, None, Unset]
Order = Union[tuple[str, ...], None]
"""The names of an object's members as they were decoded; None if it was not."""
Strictness = Literal["strict", "types"]


class Codec(Generic[T]):
    """Decodes and encodes one type; every module of this package has one, named `codec`."""

    __slots__ = ("_check", "_decode", "_encode", "cls", "strictness")

    def __init__(
        self,
        decode: Branch,
        cls: type[T] | None = None,
        strictness: Strictness = "strict",
        check: Branch | None = None,
        encoder: Callable[[Any], Any] | None = None,
    ) -> None:
        self._decode = decode
        self._check = check or decode
        self._encode = encoder or encode
        self.cls = cls
        self.strictness: Strictness = strictness
        # An alias of a class has a codec of its own, beside that of the class.
        if cls is not None and issubclass(cls, Model) and "_codec" not in vars(cls):
            cls._codec = self
            cls.__annotations__ = Hints(cls)

    def decode(
        self, value: Any, *, strictness: Strictness | None = None, first: bool = False
    ) -> T:
        """Turn a JSON value into the type; raise `DecodeError` with all problems, or the first."""
        made: T = run(self._decode, value, strictness or self.strictness, first)
        return made

    def is_valid(self, value: Any) -> bool:
        """Whether a JSON value is what the schema says, by every keyword of it.

        Stops at the first problem.
        """
        try:
            self._check(value, None, VERDICT)
        except (Invalid, RecursionError):
            return False
        return True

    def encode(self, value: T) -> Any:
        """Turn the type into the JSON value that it was decoded from, or would be."""
        return self._encode(value)

    def loads(self, data: Text) -> T:
        """Decode JSON text; raise `DecodeError` with all problems."""
        made: T = parsed(self._decode, data, self.strictness, False)
        return made

    def dumps(self, value: T) -> bytes:
        """Encode to JSON text in UTF-8."""
        return dumps(self._encode(value))


class Model:
    """What all dataclasses of this package can do."""

    __slots__ = ()
    _codec: ClassVar[Codec[Any]]

    @classmethod
    def from_dict(
        cls: type[M],
        data: Any,
        *,
        strictness: Strictness | None = None,
        first: bool = False,
    ) -> M:
        """Check a JSON value against the schema and make the object of it.

        Raises `DecodeError` with all problems, or with the `first` one. With the strictness
        `types`, only types and required members are checked and unknown enum values are kept.
        """
        codec = cls._codec
        made: M
        if codec.cls is cls:
            made = run(codec._decode, data, strictness or codec.strictness, first)
            return made
        made = run(own_decoder(codec), data, strictness or codec.strictness, first)
        return adopted(cls, made)

    @classmethod
    def from_json(
        cls: type[M],
        data: Text,
        *,
        strictness: Strictness | None = None,
        first: bool = False,
    ) -> M:
        """Parse JSON text, check it and make the object of it; raises `DecodeError`."""
        codec = cls._codec
        made: M
        if codec.cls is cls:
            made = parsed(codec._decode, data, strictness or codec.strictness, first)
            return made
        made = parsed(own_decoder(codec), data, strictness or codec.strictness, first)
        return adopted(cls, made)

    def to_dict(self) -> dict[str, Any]:
        """The JSON value of this object."""
        raise NotImplementedError

    def to_json(self) -> bytes:
        """The JSON text of this object, in UTF-8."""
        return dumps(self.to_dict())


class StrEnum(str, Enum):
    """What all enums of strings are; as a text, one is its value in all versions of Python."""

    __str__ = str.__str__


class IntEnum(int, Enum):
    """What all enums of integers are; as a text, one is its value."""

    __str__ = int.__repr__

    def __format__(self, format_spec: str) -> str:
        return int.__format__(self, format_spec)


def own_decoder(codec: Codec[Any]) -> Branch:
    """What decodes to the class of a codec itself, never to one that inherits from it."""
    own: Branch = getattr(sys.modules[codec.cls.__module__], "_own", codec._decode)
    return own


def adopted(cls: type[M], made: M) -> M:
    """An object as one of a class that was derived by hand from its own."""
    if not is_dataclass(made):
        return made
    # An `__init__` that was written by hand need not know of the order.
    taken = (f.name for f in fields(made) if f.init and f.name != "_order")
    own: Any = cls(**{name: getattr(made, name) for name in taken})
    own._order = getattr(made, "_order", None)
    result: M = own
    return result


def run(
    decode: Branch,
    value: Any,
    strictness: Strictness = "strict",
    first: bool = False,
) -> Any:
    """Decode a value and raise what is wrong with it."""
    if strictness == "strict":
        try:
            return decode(value, None, VERDICT)
        except (Invalid, RecursionError):
            pass  # Most values are valid: only of the others is each problem asked, and where.
    return explained(decode, value, strictness, first)


def explained(decode: Branch, value: Any, strictness: Strictness, first: bool) -> Any:
    """Decode a value and collect what is wrong with it on the way."""
    problems = Problems.of(strictness == "strict", first)
    result = None
    try:
        result = decode(value, ROOT, problems)
    except RecursionError:
        problems.add("json", "it is nested too deeply", None, ROOT)
    if problems:
        raise problems.error()
    return result


def parsed(
    decode: Branch, data: Any, strictness: Strictness = "strict", first: bool = False
) -> Any:
    """Parse JSON text, decode it and raise what is wrong with it.

    Whether the text has numbers that `orjson` rounds is only asked where decoding cannot tell, and
    whether it has such as no float holds only if a decimal was made of a float.
    """
    before = LongFloat.asked
    if orjson is None or strictness != "strict":
        made = run(decode, loads(data), strictness, first)
        exact = LongFloat.asked is not before and has_long_float(data)
        return run(decode, loads(data, exact), strictness, first) if exact else made
    problems = Verdict()
    try:
        made = decode(orjson.loads(data), False, problems)
        rounded = problems.unmeasured and has_long_integer(data)
        asked = LongFloat.asked is not before
        if not (rounded or (asked and has_long_float(data))):
            return made
    except (Invalid, RecursionError, orjson.JSONDecodeError):
        pass
    return explained(decode, loads(data, exact=True), strictness, first)


def each_member(
    decode: Branch, members: dict[str, Any], path: Path, problems: Problems
) -> dict[str, Any]:
    """Decode the members of an object."""
    made: dict[str, Any] = {}
    for name, value in members.items():
        made[name] = decode(value, path and (path, name), problems)
    return made


def attempt_each(decode: Branch, values: Any, problems: Problems) -> Any:
    """Decode the items of a list, or the members of an object, that were checked."""
    if type(values) is list:
        return [attempt(decode, value, problems) for value in values]
    if type(values) is dict:
        return {n: attempt(decode, value, problems) for n, value in values.items()}
    return values


def members(cls: type[Enum]) -> dict[Any, Any]:
    """The members of an enum by their values."""
    return {member.value: member for member in cls}


class Default:
    """Makes the default of a field out of the JSON value that the schema gives."""

    __slots__ = ("decode", "value")

    def __init__(self, decode: Branch, value: Any) -> None:
        self.decode = decode
        self.value = value

    def __call__(self) -> Any:
        return self.decode(deepcopy(self.value), ROOT, Problems.of(strict=False))


def attempt(decode: Branch, value: Any, problems: Problems) -> Any:
    """What a decoder makes of a value that was checked; the value itself if it does not fit."""
    if problems.strict:
        try:
            return decode(value, None, VERDICT)
        except Invalid:
            return value
    trial = Problems.of(strict=False)
    made = decode(value, ROOT, trial)
    return value if trial else made


def first_of(branches: Branches, hints: Hinted = ("", {})) -> Branch:
    """A decoder that tries several, and first the one that a discriminator names."""

    def decode(value: Any, path: Path, problems: Problems) -> Any:
        return problems.hinted(value, path, hints, problems.any_of, branches)

    return decode


def with_nulls(
    others: dict[str, Any], value: dict[str, Any], names: tuple[str, ...]
) -> dict[str, Any]:
    """The members that no field is for, with those that are null where a field cannot be."""
    found = {name: None for name in names if value.get(name, UNSET) is None}
    return {**others, **found}


def arrange(members: dict[str, Any], order: tuple[str, ...]) -> dict[str, Any]:
    """Put members into the order in which they were decoded; new ones come last."""
    if order == tuple(members):
        return members
    arranged = {name: members[name] for name in order if name in members}
    arranged.update(members)
    return arranged


_AS_IS = JSON_TYPES - {list, dict}
ENCODERS: dict[type, Callable[[Any], Any]] = {}
"""How to spell the Python types that stand for formats of strings; `_values` adds them."""


def encode(value: Any) -> Any:
    """The JSON value of anything that decoding makes."""
    kind = type(value)
    if kind in _AS_IS:
        return value
    if isinstance(value, Model):
        return value.to_dict()
    if kind is list or kind is tuple:
        return [encode(item) for item in value]
    if kind is dict:
        return {name: encode(item) for name, item in value.items()}
    if isinstance(value, Enum):
        return value.value
    for base in kind.__mro__:
        if base in ENCODERS:
            return ENCODERS[base](value)
    return value
