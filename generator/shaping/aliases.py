"""What a type comes down to: references followed, and unions that are one thing in Python."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any, NamedTuple

from generator.ir import MISSING, Api, Constant, Declared, Ref, Scalar, Type, TypeId, Union

_LONGEST = 1000
"""A chain of references that is longer than this leads in a circle."""
_DATES = frozenset({"date", "datetime"})


class Resolved(NamedTuple):
    """A type after its references: `nullable` if any step of the way is.

    A `plain` one is written as a union, but tables show the scalar that all its members are, or the
    first of its constants.
    """

    id: TypeId
    type: Type
    nullable: bool
    stream: bool = False
    plain: bool = False


def resolve(api: Api, type_id: TypeId) -> Resolved:
    """Follow what is only another name of a type."""
    found = api.types[type_id]
    nullable, stream = found.nullable, "event stream" in found.schema.keywords
    for _ in range(_LONGEST):
        if not isinstance(found.shape, Ref):
            break
        type_id = found.shape.target
        found = api.types[type_id]
        nullable = nullable or found.nullable
        stream = stream or "event stream" in found.schema.keywords
    if isinstance(found.shape, Scalar):
        keywords = found.schema.keywords
        several = len(keywords.get("anyOf", keywords.get("oneOf", ()))) > 1
        return Resolved(type_id, found, nullable, stream, plain=several)
    scalar = plain(api, found)
    if scalar is not None:
        return Resolved(type_id, replace(found, shape=scalar), nullable, stream, plain=True)
    return Resolved(type_id, found, nullable, stream)


def chain(api: Api, type_id: TypeId) -> Iterator[Type]:
    """Yield a type, and those that it refers to, one behind the other."""
    for _ in range(_LONGEST):
        found = api.types[type_id]
        yield found
        if not isinstance(found.shape, Ref):
            return
        type_id = found.shape.target


def nearest_default(api: Api, type_id: TypeId) -> Any:
    """The `default` of a schema, or else of what it refers to; `MISSING` if there is none."""
    for found in chain(api, type_id):
        if found.schema.notes.default is not MISSING:
            return found.schema.notes.default
    return MISSING


def plain(api: Api, found: Type) -> Scalar | Constant | None:
    """Return the scalar that all members of a union are to Python; of a date and text, the date.

    Constants of one kind are one constant of several values. The bodies of an operation's responses
    stay apart.
    """
    shape = found.shape
    if not isinstance(shape, Union) or "bodies" in found.schema.keywords or len(shape.members) < 2:
        return None
    return _constant(api, shape) or _one_scalar(api, shape)


def _constant(api: Api, union: Union) -> Constant | None:
    values: list[Any] = []
    for member in union.members:
        *_, found = chain(api, member)
        if not isinstance(found.shape, Constant):
            return None
        values += found.shape.values
    return Constant(tuple(values)) if len(set(map(type, values))) == 1 else None


def _one_scalar(api: Api, union: Union) -> Scalar | None:
    kinds: dict[str, Scalar] = {}
    for member in union.members:
        scalar = _scalar(api, member)
        if scalar is None:
            return None
        kinds.setdefault(primitive(scalar), scalar)
    dates = kinds.keys() & _DATES
    if len(dates) == 1 and kinds.keys() == dates | {"str"}:
        return kinds[dates.pop()]
    return next(iter(kinds.values())) if len(kinds) == 1 else None


def _scalar(api: Api, type_id: TypeId) -> Scalar | None:
    *_, found = chain(api, type_id)
    return found.shape if isinstance(found.shape, Scalar) else None


_PRIMITIVES: Mapping[str, str] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
}
_FORMATTED: Mapping[tuple[str, str], str] = {
    ("string", "date-time"): "datetime",
    ("string", "date"): "date",
    ("string", "decimal"): "Decimal",
    ("number", "decimal"): "Decimal",
    ("string", "int64"): "int",
    ("string", "int32"): "int",
    ("string", "bigint"): "int",
    ("string", "binary"): "bytes",
    ("string", "upload"): "bytes",
    ("string", "response stream"): "httpx.Response",
    ("string", "raw response"): "httpx.Response",
}


def is_upload(found: Type) -> bool:
    """Whether a type is a file to upload, which has a class."""
    return isinstance(found.shape, Scalar) and found.shape.format == "upload"


def has_document(found: Type) -> bool:
    """Whether tables give a type a document of its own."""
    return isinstance(found.shape, Declared) or is_upload(found)


def primitive(scalar: Scalar) -> str:
    """Return the Python type that tables show for a scalar."""
    word = _FORMATTED.get((scalar.json, scalar.format))
    return word or _PRIMITIVES.get(scalar.json, "Any")
