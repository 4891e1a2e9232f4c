"""The order of what is generated: that of the document, or that of the names."""

from __future__ import annotations

from generator.ir import Api, Field, Object
from generator.operations import Operation, Service
from generator.style import Style


def fields_of(api: Api, shape: Object, style: Style) -> tuple[Field, ...]:
    """Return the fields that are shown, in their order; ignored ones are left out."""
    types = api.types
    hidden = [
        field
        for field in shape.fields
        if types[field.type].schema.notes.extensions.get("x-speakeasy-ignore") is True
    ]
    shown = tuple(f for f in shape.fields if f not in hidden) if hidden else shape.fields
    if style.document_order:
        return shown
    return tuple(sorted(shown, key=lambda field: _sorted_as(api, field)))


def _sorted_as(api: Api, field: Field) -> str:
    """Return the name by which a field is sorted: one of ours may keep behind another one."""
    behind: str = api.types[field.type].schema.keywords.get("sorted as", "")
    return behind or preferred_name(api, field)


def preferred_name(api: Api, field: Field) -> str:
    """Return the name that the document asks for, or else the wire name."""
    return api.types[field.type].schema.notes.override or field.name


def operations_of(service: Service, style: Style) -> tuple[Operation, ...]:
    """Return the operations in their order."""
    if style.document_order:
        return service.operations
    return tuple(sorted(service.operations, key=lambda o: (o.path, o.method)))
