"""What code that uses a generated class sees of it: its attributes, and what it is called with."""

from __future__ import annotations

import ast
from collections.abc import Collection, Iterator, Mapping
from typing import Literal, NamedTuple

from generator.config import Settings
from generator.frozen import dataclass
from generator.ir import Object, TypeId
from generator.model import Model, Name
from generator.targets.python.annotations import unnamed
from generator.targets.python.building import options
from generator.targets.python.enums import members
from generator.targets.python.fields import base_fields, declared
from generator.targets.python.layout import unmarked
from generator.targets.python.module import Library, Module


class Attribute(NamedTuple):
    """An attribute: its annotation, or the value of a member of an enum, as Python source."""

    annotation: str
    default: str = ""
    """Empty where the constructor asks for it."""
    member: str = ""
    """The member of the JSON object that it stands for."""


@dataclass(frozen=True, slots=True)
class Outline:
    """A class, an enum, or an alias, which is one attribute without a name."""

    name: Name
    kind: Literal["class", "enum", "alias"]
    attributes: Mapping[str, Attribute]
    base: str = ""
    """The class of the package that it inherits from, if there is one."""


def outlines(
    model: Model, settings: Settings, skipped: Collection[TypeId] = ()
) -> Mapping[TypeId, Outline]:
    """Return the outline of every named type of a model, but for those that are `skipped`."""
    # Checks are nothing that code sees.
    library = Library(model.api, model.names, settings, model.api.schemas, tracked=frozenset())
    return {
        type_id: _outline(Module(library, type_id))
        for type_id in model.names
        if type_id not in skipped
    }


def _outline(module: Module) -> Outline:
    shape = module.library.api.types[module.owner].shape
    if isinstance(shape, Object):
        return Outline(module.name, "class", dict(_fields(module)), _base(module, shape))
    if module.library.is_enum_class(shape):
        listed = members(module.library.api.types[module.owner])
        return Outline(module.name, "enum", {one.name: Attribute(one.value) for one in listed})
    return Outline(module.name, "alias", {"": Attribute(_alias(module))})


def _fields(module: Module) -> Iterator[tuple[str, Attribute]]:
    for field in declared(module, module.library.api.types[module.owner]):
        yield field.name, Attribute(field.annotation, _written(module, field.default), field.wire)


def _written(module: Module, default: str) -> str:
    """A default as people would write it; a value that is made anew each time, as what it is of."""
    for source, name in module.constants.items():
        if f"{name}()" in default:
            plain = unmarked(source)
            made = ast.parse(plain, mode="eval").body
            assert isinstance(made, ast.Call)
            return ast.get_source_segment(plain, made.args[1]) or default
    return _EMPTY.get(default, default)


_EMPTY = {"_field(default_factory=list)": "[]", "_field(default_factory=dict)": "{}"}


def _base(module: Module, shape: Object) -> str:
    library, base = module.library, shape.base
    found = library.api.types[module.owner]
    inherits = base is not None and base_fields(library, module.owner, found)
    return library.names[base].cls if base is not None and inherits else ""


def _alias(module: Module) -> str:
    found = module.library.api.types[module.owner]
    return " | ".join(options(module, found)) or unnamed(module, found)
