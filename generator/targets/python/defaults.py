"""The defaults of fields, as Python source."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from typing import Any

from generator.frozen import dataclass
from generator.ir import MISSING, Array, Enum, Field, Map, Object, Scalar, TypeId
from generator.shape import leads_to
from generator.shaping.aliases import nearest_default, resolve
from generator.targets.python.annotations import converter
from generator.targets.python.decoding import decoder, settled
from generator.targets.python.module import Library, Module, literal
from generator.targets.python.nullness import admits_null

_PYTHON: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


@dataclass(frozen=True, slots=True)
class DefaultSource:
    """`value` is an expression for the default; `field` is what stands behind `=` in the class."""

    value: str
    field: str


def default_of(module: Module, field: Field) -> DefaultSource | None:
    """Return the default of a field; None if it has none, or one that its type does not allow."""
    value = nearest_default(module.library.api, field.type)
    if value is MISSING or not _fits(module.library, field.type, value):
        return None
    found = module.library.api.types[settled(module.library, field.type)]
    if value is None or (isinstance(found.shape, Scalar) and not converter(module, found.shape)):
        return DefaultSource(literal(value), literal(value))
    if isinstance(found.shape, Array | Map) and not value:
        return DefaultSource(literal(value), f"_field(default_factory={type(value).__name__})")
    if module.owner in _reach(module.library, field.type):
        return None  # the default of the default would have one, without end
    made = f"{module.runtime('Default')}({decoder(module, field.type)}, {literal(value)})"
    factory = module.constant("DEFAULT", made)
    return DefaultSource(f"{factory}()", f"_field(default_factory=lambda: {factory}())")


def _reach(library: Library, type_id: TypeId) -> set[TypeId]:
    """All types that a type is made of."""
    found: set[TypeId] = set()
    queue = deque([type_id])
    while queue:
        reached = queue.popleft()
        if reached not in found:
            found.add(reached)
            queue.extend(leads_to(library.api.types[reached].shape))
    return found


def _fits(library: Library, type_id: TypeId, value: Any) -> bool:
    """Whether a default is of the type that it is a default for: many in the wild are not."""
    if value is None:
        return admits_null(library, type_id)
    shape = library.api.types[settled(library, resolve(library.api, type_id).id)].shape
    match shape:
        case Scalar(json, _):
            return type(value) in _PYTHON.get(json, ())
        case Enum(_, values):
            return value in values and type(value) in (str, int)
        case Array():
            return isinstance(value, list)
        case Map() | Object():
            return isinstance(value, dict)
    return True
