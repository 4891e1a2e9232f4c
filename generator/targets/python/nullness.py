"""Whether null is a value of a type, so that missing has to be told from it."""

from __future__ import annotations

from generator.ir import Anything, Constant, Enum, Never, Ref, Scalar, TypeId, Union
from generator.shaping.null import may_be_null
from generator.targets.python.module import Library, of_type


@of_type
def admits_null(library: Library, type_id: TypeId) -> bool:
    """Whether null may be valid; where the schema leaves it open, it may."""
    return _admits(library, type_id, frozenset())


def _admits(library: Library, type_id: TypeId, trail: frozenset[TypeId]) -> bool:
    """Whether null may be valid; a type on the `trail` leads back to itself, and adds nothing."""
    found = library.api.types[type_id]
    if found.nullable or type_id in trail:
        return found.nullable
    trail |= {type_id}
    match found.shape:
        case Anything():
            return True
        case Never():
            return False
        case Constant(values):
            return None in values
        case Enum():
            return False
        case Ref(target):
            return _admits(library, target, trail)
        case Union(members, _):
            return any(_admits(library, member, trail) for member in members)
        case Scalar(json, _) if "type" not in found.schema.keywords:
            return json == "null"  # What all members are: any with null made it nullable.
    types = found.schema.keywords.get("type")
    return "null" in types if types else may_be_null(library.schemas, type_id)
