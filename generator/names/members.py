"""What tells the members of a union from one another: the rest of their names."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from generator.ir import (
    Anything,
    Api,
    Array,
    Constant,
    Enum,
    Field,
    Map,
    Object,
    Scalar,
    Shape,
    Type,
    TypeId,
)
from generator.shaping.aliases import is_upload, resolve

_PLAIN = Scalar | Constant | Anything


def labels(api: Api, members: Sequence[TypeId]) -> list[str]:
    """Return what tells each member of a union from the others, wherever it stands among them.

    That is its title or the constant that it or a field of it is; or else what kind of type it
    is, and for an object a member that the others do not have. What is still alike is counted.
    """
    found = [resolve(api, member).type for member in members]
    labels = [_label(api, one) for one in found]
    alike = Counter(labels)
    for index, one in enumerate(found):
        others = [other for other in found if other is not one]
        if alike[labels[index]] > 1 and (own := _distinct(one.shape, others)):
            labels[index] = f"With_{own}"
    met: Counter[str] = Counter()
    for index, label in enumerate(labels):
        if _names_nothing(api, members[index]):
            continue
        met[label] += 1
        labels[index] = label if met[label] == 1 else f"{label}_{met[label]}"
    return labels


def _label(api: Api, found: Type) -> str:
    if found.schema.notes.title:
        return found.schema.notes.title
    shape = found.shape
    parts = [resolve(api, field.type).type.shape for field in _fields(shape)]
    for part in (shape, *parts):
        if isinstance(part, Constant | Enum) and len(part.values) == 1:
            return str(part.values[0]) or "empty"
    return {Array: "Item", Map: "Value"}.get(type(shape), type(shape).__name__)


def _names_nothing(api: Api, type_id: TypeId) -> bool:
    """Whether a type, and whatever it is a list of, is plain."""
    shape = api.types[type_id].shape
    while isinstance(shape, Array | Map) and api.types[type_id].schema.key is None:
        type_id = shape.items if isinstance(shape, Array) else shape.values
        shape = api.types[type_id].shape
    return is_leaf(api.types[type_id])


def is_leaf(found: Type) -> bool:
    """Whether there is nothing to name, here or below."""
    plain = isinstance(found.shape, _PLAIN)
    return plain and found.schema.key is None and not is_upload(found)


def _fields(shape: Shape) -> Sequence[Field]:
    return shape.fields if isinstance(shape, Object) else ()


def _distinct(shape: Shape, others: Iterable[Type]) -> str:
    """Return the first member that an object has, or else asks for, and the others do not."""
    known = {field.name for other in others for field in _fields(other.shape)}
    asked = {field.name for other in others for field in _fields(other.shape) if field.required}
    own = [field.name for field in _fields(shape) if field.name not in known]
    own += [field.name for field in _fields(shape) if field.required and field.name not in asked]
    return own[0] if own else ""
