"""The fields of a class: how each is declared, and what is said of it."""

from __future__ import annotations

from collections.abc import Collection
from typing import NamedTuple

from generator.ir import Field, Object, Type, TypeId
from generator.names.casing import field_names
from generator.targets.python.annotations import annotation, joined
from generator.targets.python.defaults import default_of
from generator.targets.python.documentation import describe_field, docstring
from generator.targets.python.layout import comment
from generator.targets.python.module import Library, Module
from generator.targets.python.nullness import admits_null
from generator.targets.python.scalars import itself, written_once
from generator.targets.python.views import FieldView

Named = tuple[Field, str]
"""A field and what it is called in Python."""


class Declared(NamedTuple):
    """A field as its class declares it; no default where the constructor asks for it."""

    name: str
    annotation: str
    default: str
    wire: str
    """The member that it is for; empty for that of all others."""


def written_fields(
    module: Module, found: Type, fields: list[Named], inherited: Collection[str]
) -> tuple[FieldView, ...]:
    """Return the fields of the class of an object, but for those that it inherits."""
    views = [_field_view(module, field, name) for field, name in fields if name not in inherited]
    others = _others_view(module, found)
    return (*views, *([] if others.name in inherited else [others]))


def declared(module: Module, found: Type) -> list[Declared]:
    """Return all fields of the class of an object, those that it inherits among them."""
    assert isinstance(found.shape, Object)
    names = field_names([field.name for field in found.shape.fields])
    fields = zip(found.shape.fields, names, strict=True)
    others = _others_view(module, found)
    kept = Declared(others.name, others.annotation, others.default.removeprefix(" = "), "")
    own = [Declared(name, *_declaration(module, field)[:2], field.name) for field, name in fields]
    return [*own, kept]


def base_fields(library: Library, type_id: TypeId, found: Type) -> frozenset[str]:
    """Return the fields of the base of an object, where its class can inherit all of them."""
    base = found.shape.base if isinstance(found.shape, Object) else None
    if base is None or base not in library.names:
        return frozenset()
    theirs = _declared(Module(library, base), library.api.types[base])
    ours = _declared(Module(library, type_id), found)
    return frozenset(theirs) if theirs.items() <= ours.items() else frozenset()


def _declared(module: Module, found: Type) -> dict[str, tuple[str, str, str]]:
    """The property, the annotation and the kind of default of each field of a class."""
    return {
        one.name: (one.wire, one.annotation, one.default.partition("_DEFAULT_")[0])
        for one in declared(module, found)
    }


def _declaration(module: Module, field: Field) -> tuple[str, str, str]:
    """The annotation of a field, its default, and that in words where the class does not show it.

    A default is empty where the constructor asks for it.
    """
    library = module.library
    plain = annotation(module, field.type)
    if (default := default_of(module, field)) is not None:
        return plain, default.field, default.words
    if field.required:
        return plain, "", ""
    if admits_null(library, field.type):
        outer = module.needs("_runtime", "OptionalNullable")
        return f"{outer}[{plain.removesuffix(' | None')}]", "UNSET", ""
    return joined({plain: None, "None": None}), "None", ""


@written_once(itself)
def _field_view(module: Module, field: Field, name: str) -> FieldView:
    annotated, default, words = _declaration(module, field)
    doc = docstring(describe_field(module.library, field.type, words), "    ")
    text = f" = {default}" if default else ""
    return FieldView(name, annotated, text + comment(name, annotated, default, 1), doc)


def _others_view(module: Module, found: Type) -> FieldView:
    """The field for the members that no property describes; with the strictness `types`, even a
    closed object keeps them."""
    assert isinstance(found.shape, Object)
    additional = found.shape.additional
    plain = "Any" if additional is None or not found.exact else annotation(module, additional)
    return FieldView(
        "additional_properties", f"dict[str, {plain}]", " = _field(default_factory=dict)", ""
    )
