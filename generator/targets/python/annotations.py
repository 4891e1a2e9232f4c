"""Types as Python spells them in annotations."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.ir import (
    Array,
    Constant,
    Enum,
    Map,
    Object,
    Ref,
    Scalar,
    Shape,
    Tuple,
    Type,
    TypeId,
    Union,
)
from generator.targets.python.module import Library, Module, is_listed, literal, settled

_SCALARS: Mapping[str, str] = {
    "string": "str",
    "integer": "int",
    "number": "float",
    "boolean": "bool",
    "null": "None",
}
_FORMATS: Mapping[str, tuple[str, str, str]] = {
    "date-time": ("datetime", "datetime", "to_datetime"),
    "date": ("date", "datetime", "to_date"),
    "time": ("time", "datetime", "to_time"),
    "uuid": ("UUID", "uuid", "to_uuid"),
    "decimal": ("Decimal", "decimal", "to_decimal"),
    "byte": ("bytes", "", "to_bytes"),
}
"""What Python has for a format: a type, the module that it comes from, and our way to make one."""
_LONG = 2**63
_TOKEN = re.compile(r""""(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'| \| |[\[\]]""")
"""What matters to where an annotation is joined: texts, the signs between, brackets."""


def annotation(module: Module, type_id: TypeId) -> str:
    """Return the annotation of a type, importing into the module what it needs."""
    library = module.library
    found = library.api.types[type_id]
    if type_id in library.names:
        if (target := _own_class(module, found)) is not None:
            return _or_none(annotation(module, target))
        if type_id != module.owner:
            module.models.add(type_id)
        plain = named(module, type_id)
        own = found.nullable and isinstance(found.shape, Object | Enum)
        return _or_none(plain) if own else plain
    if type_id in module.annotating:
        return _any(module)  # a type that recurs without ever having a name
    module.annotating.append(type_id)
    plain = unnamed(module, found)
    module.annotating.pop()
    return _or_none(plain) if found.nullable else plain


def named(module: Module, type_id: TypeId) -> str:
    """The name of a type; if that is of an open enum, beside what its unknown values are."""
    library, target = module.library, settled(module.library, type_id)
    plain, found = library.names[type_id].cls, library.api.types[target]
    is_alias = target != type_id and found.nullable  # and says by itself what it is for
    if not library.settings.open_enums or not isinstance(found.shape, Enum) or is_alias:
        return plain
    return (
        f"{plain} | {_SCALARS[found.shape.json]}" if library.is_enum_class(found.shape) else plain
    )


def _own_class(module: Module, found: Type) -> TypeId | None:
    """The class of a component that is it or null, which says more than the name of both."""
    if not isinstance(found.shape, Ref) or not found.nullable:
        return None
    target = found.shape.target
    written_in_it = module.library.api.types[target].schema.key is None
    return target if written_in_it and target in module.library.names else None


def unnamed(module: Module, found: Type) -> str:
    """The annotation of a type without a name of its own; null is not in it."""
    match found.shape:
        case Scalar():
            return _scalar(module, found.shape)
        case Constant(values):
            return _constant(module, values)
        case Array(items):
            return f"list[{annotation(module, items)}]"
        case Tuple():
            return _tuple(module, found)
        case Map(values):
            return f"dict[str, {annotation(module, values)}]"
        case Ref(target):
            return annotation(module, target)
        case Union(members, _):
            return _any_of(module, members)
        case Enum(json, _) as enum if not is_listed(enum):
            return _SCALARS[json]
        case Enum(json, values):
            listed = _literals(module, values)
            opened = module.library.settings.open_enums
            return joined(dict.fromkeys([listed, _SCALARS[json]])) if opened else listed
    return _any(module)


def _any_of(module: Module, members: Iterable[TypeId]) -> str:
    """The annotation of one of several types; where that is anything, it needs nothing of them."""
    imports, models = set(module.imports), set(module.models)
    made = joined(dict.fromkeys(annotation(module, member) for member in members))
    if made != "Any":
        return made
    module.imports, module.models = imports, models
    return _any(module)


def joined(options: Mapping[str, object]) -> str:
    """Several annotations as one."""
    flat = dict.fromkeys(part for option in options for part in parts(option))
    if "Any" in flat:
        return "Any"
    whole = [part for part in flat if part != "None"]
    return " | ".join([*whole, "None"] if "None" in flat else whole)


def parts(annotated: str) -> list[str]:
    """Return the annotations that one joins: those between ` | ` in no brackets and no quotes."""
    if " | " not in annotated:
        return [annotated]
    found, depth, start = list[str](), 0, 0
    for token in _TOKEN.finditer(annotated):
        if token[0] == " | " and not depth:
            found.append(annotated[start : token.start()])
            start = token.end()
        elif token[0] in "[]":
            depth += 1 if token[0] == "[" else -1
    return [*found, annotated[start:]]


def converter(library: Library, shape: Shape) -> str:
    """The function that makes a Python value of a format's string; empty if it stays a string."""
    if not isinstance(shape, Scalar) or library.settings.plain_formats:
        return ""
    concerned = shape.json == "string" or (shape.json == "number" and shape.format == "decimal")
    return _FORMATS[shape.format][2] if concerned and shape.format in _FORMATS else ""


def _scalar(module: Module, shape: Scalar) -> str:
    if converter(module.library, shape):
        name, source, _ = _FORMATS[shape.format]
        if source:
            module.imports.add((source, name))
        return name
    return _SCALARS[shape.json]


def _constant(module: Module, values: tuple[object, ...]) -> str:
    if all(isinstance(value, str | int | None) for value in values):
        return _literals(module, values)
    kinds = dict.fromkeys("float" if isinstance(v, int | float) else "" for v in values)
    return "float" if list(kinds) == ["float"] else _any(module)


def _literals(module: Module, values: tuple[object, ...]) -> str:
    """The values themselves; type checkers know none of integers that take more than 64 bits."""
    short = [v for v in values if not isinstance(v, int) or abs(v) < _LONG]
    long = ["int"] if len(short) < len(values) else []
    if not short:
        return "int"
    module.imports.add(("typing", "Literal"))
    return " | ".join([f"Literal[{', '.join(map(literal, short))}]", *long])


def _tuple(module: Module, found: Type) -> str:
    assert isinstance(found.shape, Tuple)
    if is_fixed(found):
        options = [annotation(module, item) for item in found.shape.prefix]
        return f"tuple[{', '.join(options)}]"
    rest = [] if found.shape.rest is None else [found.shape.rest]
    return f"list[{_any_of(module, [*found.shape.prefix, *rest])}]"


def is_fixed(found: Type) -> bool:
    """Whether all values of a tuple have the same length, so that Python's tuple fits."""
    shape = found.shape
    if not isinstance(shape, Tuple) or shape.rest is not None or not shape.prefix:
        return False
    return found.exact and found.schema.keywords.get("minItems", 0) >= len(shape.prefix)


def _any(module: Module) -> str:
    module.imports.add(("typing", "Any"))
    return "Any"


def _or_none(plain: str) -> str:
    return plain if plain in ("Any", "None") or plain.endswith(" | None") else f"{plain} | None"
