"""The values that the names of 2025 put behind a name, to tell types apart that want the same."""

from __future__ import annotations

from collections.abc import Sequence

from generator.ir import Api, Constant, Enum, Object, Shape, TypeId
from generator.shaping.aliases import resolve


def telling(api: Api, member: TypeId) -> str:
    """Return the only value of a member of a union, or of the field that tells what it is.

    Of several such fields, it is the first by name.
    """
    shapes = [resolve(api, member).type.shape, *_fields(api, member)]
    found = (s for s in shapes if isinstance(s, Enum | Constant) and len(s.values) == 1)
    return next((_spelt(one.values[0]) for one in found), "")


def told_by(api: Api, error: TypeId) -> str:
    """Return the only value of the first field of an error, by name, that is a text with one."""
    texts = (s for s in _fields(api, error) if isinstance(s, Enum) and s.json == "string")
    return next((_spelt(one.values[0]) for one in texts if len(one.values) == 1), "")


def _fields(api: Api, type_id: TypeId) -> Sequence[Shape]:
    shape = resolve(api, type_id).type.shape
    fields = sorted(shape.fields, key=lambda f: f.name) if isinstance(shape, Object) else ()
    return [resolve(api, field.type).type.shape for field in fields]


def value(api: Api, type_id: TypeId) -> str:
    """Return the only value of an enum, or that of the field that tells what an object is."""
    shape = api.types[type_id].shape
    return telling(api, type_id) if isinstance(shape, Enum | Object) else ""


def _spelt(value: object) -> str:
    """Return a value as a part of a name; if all of it is in capitals, they are no acronym."""
    text = str(value) or "empty"
    return text.lower() if text.isupper() else text
