"""What the names of 2025 put behind a name, to tell types apart that want the same one."""

from __future__ import annotations

from generator.ir import Api, Constant, Enum, Object, Shape, Type, TypeId, Union
from generator.shaping.aliases import resolve


def telling(api: Api, member: TypeId) -> str:
    """Return the only value of a member of a union, or of the field that tells what it is."""
    shape = resolve(api, member).type.shape
    fields = shape.fields if isinstance(shape, Object) else ()
    shapes = [shape, *(resolve(api, field.type).type.shape for field in fields)]
    for kind in (Enum, Constant):
        for found in shapes:
            if isinstance(found, kind) and len(found.values) == 1:
                return _spelt(found.values[0])
    return ""


def tail(found: Type, label: str, place: str) -> str:
    """Return the value of an enum or a member, or else what kind of type it is, or its place."""
    shape = found.shape
    if label:
        return label
    if isinstance(shape, Enum):
        return only_value(shape) or "Enum"
    return "Union" if isinstance(shape, Union) else place


def only_value(shape: Shape) -> str:
    """Return the value of an enum that has only one."""
    if not isinstance(shape, Enum) or len(shape.values) > 1:
        return ""
    return _spelt(shape.values[0])


def _spelt(value: object) -> str:
    """Return a value as a part of a name; if all of it is in capitals, they are no acronym."""
    text = str(value) or "empty"
    return text.lower() if text.isupper() else text
