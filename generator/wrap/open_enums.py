"""Which enums are open: those that a server may add values to before a client hears of it."""

from __future__ import annotations

from dataclasses import replace

from generator.ir import OPENNESS, Enum, Type, TypeId
from generator.operations import Service
from generator.shaping.reach import reached
from generator.wrap.making import Making


def open_enums(making: Making, service: Service) -> None:
    """Open the enums of responses, errors included; one with a single value tells types apart."""
    responses = (response for operation in service.operations for response in operation.responses)
    bodies = [content.type for response in responses for content in response.contents]
    for type_id in reached(making.api, bodies):
        found = making.types[type_id]
        if isinstance(found.shape, Enum) and len(found.shape.values) > 1:
            _open(making, type_id, found)


def _open(making: Making, type_id: TypeId, found: Type) -> None:
    notes = found.schema.notes
    # What the enum itself says counts.
    extensions = {OPENNESS: "allow", **notes.extensions}
    schema = replace(found.schema, notes=replace(notes, extensions=extensions))
    making.types[type_id] = replace(found, schema=schema)
