"""What the names of 2025 put behind a name, to tell types apart that want the same one."""

from __future__ import annotations

from generator.ir import Api, Constant, Enum, Object, Type, Union
from generator.shaping.aliases import resolve


def tail(api: Api, found: Type) -> str:
    """Return the value of an enum, or of the field that tells what an object is; or its kind."""
    shape = found.shape
    if isinstance(shape, Enum):
        return _spelt(shape.values[0]) if len(shape.values) == 1 else "Enum"
    if isinstance(shape, Union):
        return "Union"
    fields = shape.fields if isinstance(shape, Object) else ()
    shapes = [resolve(api, field.type).type.shape for field in fields]
    for kind in (Enum, Constant):
        for inner in shapes:
            if isinstance(inner, kind) and len(inner.values) == 1:
                return _spelt(inner.values[0])
    return ""


def _spelt(value: object) -> str:
    """Return a value as a part of a name; if all of it is in capitals, they are no acronym."""
    text = str(value) or "empty"
    return text.lower() if text.isupper() else text
