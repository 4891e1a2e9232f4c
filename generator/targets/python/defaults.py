"""The defaults of fields, as Python source."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from itertools import repeat
from typing import Any

from generator.frozen import dataclass
from generator.ir import (
    MISSING,
    Array,
    Constant,
    Enum,
    Field,
    Map,
    Never,
    Object,
    Ref,
    Scalar,
    Shape,
    Tuple,
    TypeId,
    Union,
)
from generator.shaping.aliases import nearest_default, resolve
from generator.shaping.composition import leads_to
from generator.shaping.reach import reached
from generator.targets.python import _values
from generator.targets.python._keywords import among
from generator.targets.python.annotations import converter
from generator.targets.python.decoding import decoder
from generator.targets.python.layout import call
from generator.targets.python.module import Library, Module, literal, of_type, settled
from generator.targets.python.nullness import admits_null

_PYTHON: Mapping[str, tuple[type, ...]] = {
    "string": (str,),
    "integer": (int,),
    "number": (int, float),
    "boolean": (bool,),
}


@dataclass(frozen=True, slots=True)
class DefaultSource:
    """`value` is an expression for the default; `field` is what stands behind `=` in the class.

    `other` is the condition that `value` of the code around it is not the default. `words` are it
    as JSON has it, where the class does not show it.
    """

    value: str
    field: str
    other: str
    words: str = ""


def default_of(module: Module, field: Field) -> DefaultSource | None:
    """Return the default of a field; None if it has none, or one that its type does not allow."""
    library = module.library
    value = _nearest(library, field.type)
    found = library.api.types[settled(library, field.type)]
    if type(value) is float and value.is_integer() and _is_integer(found.shape):
        value = int(value)  # 1.0 is an integer, too
    if value is MISSING or not _fits(library, field.type, value):
        return None
    if value is None or (isinstance(value, str | int | float) and _stays(library, field.type)):
        made = literal(value)
        return DefaultSource(made, made, _is_other(found.shape, value, made))
    if isinstance(found.shape, Array | Map) and not value:
        made = literal(value)
        field_ = f"_field(default_factory={type(value).__name__})"
        return DefaultSource(made, field_, f"value != {made}")
    if module.owner in reached(library.api, [field.type]):
        return None  # the default of the default would have one, without end
    arguments = f"{decoder(module, field.type)}, {literal(value)}"
    factory = module.constant("DEFAULT", call("rt.Default", arguments))
    made = f"{factory}()"
    return DefaultSource(
        made,
        f"_field(default_factory=lambda: {made})",
        _is_other(found.shape, value, made),
        _in_words(library, field.type, value),
    )


def _is_other(shape: Shape, default: Any, made: str) -> str:
    """The condition that `value` is not the default: to Python, 1 and true are one."""
    if isinstance(shape, Scalar | Enum) or not _is_like_another(default):
        return f"value != {made}"
    return f"not rt.equal(value, {made})"


def _is_like_another(value: Any) -> bool:
    """Whether there is a number or a boolean in a value that equals one of the other type."""
    if isinstance(value, list | dict):
        inner = value.values() if isinstance(value, dict) else value
        return any(map(_is_like_another, inner))
    return value in (0, 1)


def _in_words(library: Library, type_id: TypeId, value: Any) -> str:
    """A default as JSON has it; empty for one that is all there is to choose."""
    shape = resolve(library.api, type_id).type.shape
    if isinstance(shape, Enum) and len(shape.values) == 1:
        return ""
    plain = isinstance(value, str) and value and value.isprintable()
    return value if plain else json.dumps(value, ensure_ascii=False)


def _stays(library: Library, type_id: TypeId, entered: frozenset[TypeId] = frozenset()) -> bool:
    """Whether what is neither a list nor an object is decoded to itself, whatever it is."""
    type_id = settled(library, type_id)
    match library.api.types[type_id].shape:
        case Scalar() as scalar:
            return not converter(library, scalar)
        case Enum() as enum:
            return not library.is_enum_class(enum)
        case (Ref() | Union()) as several if type_id not in entered:
            within = entered | {type_id}
            return all(_stays(library, below, within) for below in leads_to(several))
    return True


def _is_integer(shape: Shape) -> bool:
    return isinstance(shape, Scalar) and shape.json == "integer"


@of_type
def _nearest(library: Library, type_id: TypeId) -> Any:
    return nearest_default(library.api, type_id)


def _fits(
    library: Library, type_id: TypeId, value: Any, entered: frozenset[TypeId] = frozenset()
) -> bool:
    """Whether a default is of the type that it is a default for: many in the wild are not.

    `entered` holds the unions around the type that the very same value is to fit.
    """
    if value is None:
        return admits_null(library, type_id)
    type_id = settled(library, resolve(library.api, type_id).id)
    match library.api.types[type_id].shape:
        case Never():
            return False
        case Scalar(json, _) as scalar:
            return type(value) in _PYTHON.get(json, ()) and _converts(library, scalar, value)
        case Enum(_, values):
            return value in values and type(value) in (str, int)
        case Constant(values):
            return among(value, values)
        case Union(members, _):
            within = entered | {type_id}
            fits = (_fits(library, member, value, within) for member in members)
            return type_id not in entered and any(fits)
        case _ as shape:
            return _parts_fit(library, shape, value)


def _parts_fit(library: Library, shape: Shape, value: Any) -> bool:
    """Whether all that a list or an object holds, and has to hold, fits."""
    match shape, value:
        case Array(items), list():
            return all(_fits(library, items, item) for item in value)
        case Tuple(prefix, rest), list():
            places = [*prefix, *repeat(rest, len(value))]
            return _each_fits(library, zip(places, value, strict=False))
        case Map(values), dict():
            return all(_fits(library, values, member) for member in value.values())
        case Object(fields, additional, _), dict():
            types = {field.name: field.type for field in fields}
            members = ((types.get(name, additional), member) for name, member in value.items())
            missing = (field.name not in value for field in fields if field.required)
            return not any(missing) and _each_fits(library, members)
    return not isinstance(shape, Array | Tuple | Map | Object)


def _each_fits(library: Library, parts: Iterable[tuple[TypeId | None, Any]]) -> bool:
    """Whether each value fits its type; without a type there can be no value."""
    return all(found is not None and _fits(library, found, value) for found, value in parts)


def _converts(library: Library, scalar: Scalar, value: Any) -> bool:
    """Whether a default of a format, such as a date, is one."""
    name = converter(library, scalar)
    return not name or getattr(_values, name)(value) is not value
