"""Encoding as Python: expressions that give back the JSON value a typed one was decoded from."""

from __future__ import annotations

from collections.abc import Iterable

from generator.closure import closure
from generator.ir import (
    Array,
    Constant,
    Enum,
    Map,
    Object,
    Ref,
    Scalar,
    TypeId,
    Union,
)
from generator.shaping.composition import leads_to
from generator.targets.python.annotations import converter
from generator.targets.python.module import Library, Module, of_type, settled

_DEEPEST = 4
"""How deep lists and maps are written out; beyond, and where types recur, a call takes over."""


def encoded(module: Module, type_id: TypeId, value: str, depth: int = 0) -> str:
    """Return the expression that encodes `value`; `value` itself where it is JSON as it is."""
    library = module.library
    if depth > _DEEPEST:
        return called(module, type_id, value)
    type_id = settled(library, type_id)
    found = library.api.types[type_id]
    if is_json(module.library, type_id):
        return value
    match found.shape:
        case Ref(target) | Union((target,), _) if found.exact:
            return _or_none(encoded(module, target, value, depth + 1), value)
    if not found.exact or "type" not in found.schema.keywords:
        return called(module, type_id, value)
    made = _exact(module, type_id, value, depth + 1)
    return _or_none(made, value) if found.nullable else made


def called(module: Module, type_id: TypeId, value: str) -> str:
    """The call that encodes whatever `value` is."""
    return f"{encoder(module, type_id)}({value})"


def encoder(module: Module, type_id: TypeId) -> str:
    """The function that encodes whatever a value of the type is.

    A `Decimal` does not tell whether it is a string or a number in JSON: the type does.
    """
    if _decimals(module.library, type_id) == {"number"}:
        return module.needs("_values", "encode_numbers")
    return "rt.encode"


@of_type
def _decimals(library: Library, type_id: TypeId) -> set[str]:
    """The JSON types of the decimals in a type; what is in an object, its class encodes."""
    types = library.api.types

    def inside(type_id: TypeId) -> Iterable[TypeId]:
        shape = types[type_id].shape
        return () if isinstance(shape, Object) else leads_to(shape)

    shapes = [types[inner].shape for inner in closure([type_id], inside)]
    decimals: set[str] = {s.json for s in shapes if isinstance(s, Scalar) and s.format == "decimal"}
    return set() if library.settings.plain_formats else decimals & {"string", "number"}


def _or_none(made: str, value: str) -> str:
    """The expression for a value that may be null; what takes null by itself is left alone."""
    if made == value or made.startswith(_NULL_SAFE):
        return made
    either = f"None if {value} is None else {made}"
    # Formatters disagree on parentheses around an item that is too long, unless it has them.
    return f"({either})" if value == "item" and made[0] in "[{" else either


_NULL_SAFE = ("rt.encode(", "getattr(", "spell", "None if", "(None if")


def _exact(module: Module, type_id: TypeId, value: str, depth: int) -> str:
    """The expression for a value that is of the very type that its annotation says."""
    found = module.library.api.types[type_id]
    match found.shape:
        case Object():
            return f"{value}.to_dict()"
        case Enum():
            return f'getattr({value}, "_value_", {value})'
        case Array(items):
            inner = encoded(module, items, "item", depth)
            return f"list({value})" if inner == "item" else f"[{inner} for item in {value}]"
        case Map(values):
            inner = encoded(module, values, "item", depth)
            if inner == "item":
                return f"dict({value})"
            return f"{{name: {inner} for name, item in {value}.items()}}"
        case Scalar(json, _) if converter(module.library, found.shape):
            spell = "spell" if json == "string" else "spell_number"
            return f"{module.needs('_values', spell)}({value})"
        case Scalar():
            return value
    return called(module, type_id, value)


def is_json(library: Library, type_id: TypeId) -> bool:
    """Whether every value of a type is its own JSON value, an immutable one."""
    found = library.api.types[settled(library, type_id)]
    if isinstance(found.shape, Ref):
        found = library.api.types[settled(library, found.shape.target)]
    if isinstance(found.shape, Scalar):
        return not converter(library, found.shape) and "type" in found.schema.keywords
    if not isinstance(found.shape, Constant):
        return False
    return not any(isinstance(value, list | dict) for value in found.shape.values)
