"""What operations say of the types of their parts: descriptions, examples, and which are files."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, replace

from generator.closure import closure
from generator.frozen import dataclass
from generator.ir import Array, Declared, Object, Ref, Scalar, TypeId
from generator.operations import Content, Operation, Parameter, Service
from generator.ordering import operations_of
from generator.shaping.aliases import chain
from generator.shaping.composition import leads_to
from generator.style import Style
from generator.wrap.making import BINARY, Making

_DEEPEST = 100
"""In how many lists and references a file is looked for: they may lead in a circle."""


@dataclass(frozen=True, slots=True)
class Descriptions:
    """Puts into types what stands beside the schemas."""

    making: Making
    style: Style
    met: set[TypeId] = field(default_factory=set)
    """The types that the operations so far lead to."""

    def of(self, service: Service) -> None:
        """Take over what all operations say."""
        self._share_examples(service)
        for operation in operations_of(service, self.style):
            self._operation(operation)

    def _share_examples(self, service: Service) -> None:
        """The example of one parameter is shown wherever the same component is used."""
        for operation in service.operations:
            for parameter in operation.parameters:
                if not parameter.examples:
                    continue
                found = self.making.resolved(parameter.type)
                schema = found.schema
                if schema.key is not None and not schema.notes.examples:
                    notes = replace(schema.notes, examples=parameter.examples)
                    shown = replace(schema, notes=notes)
                    self.making.types[schema.id] = replace(found, schema=shown)

    def _operation(self, operation: Operation) -> None:
        for parameter in operation.parameters:
            self._meet(parameter.type)
            if not parameter.key:
                self._describe(parameter.type, parameter.description)
                self._tell_parameter(parameter)
        if operation.body:
            self._mark_files(operation.body.contents)
            for content in operation.body.contents:
                self._meet(content.type)
                self._describe(content.type, operation.body.description)
        for response in operation.responses:
            component = response.error and self.style.error_description
            for content in response.contents:
                # What is met first as the body of a component is described by that.
                first = self._meet(content.type) and bool(response.key)
                self._describe(content.type, response.description, component=component or first)

    def _meet(self, type_id: TypeId) -> bool:
        """Note all that a type leads to; return whether it itself was not met."""
        *_, found = chain(self.making.api, type_id)
        first = found.schema.id not in self.met

        def onward(type_id: TypeId) -> Iterable[TypeId]:
            return () if type_id in self.met else leads_to(self.making.types[type_id].shape)

        self.met.update(closure([type_id], onward))
        return first

    def _describe(self, type_id: TypeId, description: str, *, component: bool = False) -> None:
        """A type written in place has the description of what it is the type of."""
        if not description:
            return
        types = self.making.types
        for found in chain(self.making.api, type_id):
            if "$ref" in found.schema.keywords and not component:
                break
        notes, named = found.schema.notes, found.schema.key is not None
        if not notes.description and (component or not named):
            schema = replace(found.schema, notes=replace(notes, description=description))
            types[schema.id] = replace(found, schema=schema)

    def _tell_parameter(self, parameter: Parameter) -> None:
        """A class that is made for a parameter knows what that is called: a pointer does not."""
        found = self.making.types[parameter.type]
        while isinstance(found.shape, Array):
            found = self.making.types[found.shape.items]
        if isinstance(found.shape, Declared):
            notes = replace(found.schema.notes, parameter=parameter.name)
            schema = replace(found.schema, notes=notes)
            self.making.types[schema.id] = replace(found, schema=schema)

    def _mark_files(self, contents: Iterable[Content]) -> None:
        """Files of a multipart body are documents of their own."""
        for content in contents:
            shape = self.making.resolved(content.type).shape
            if content.media_type.startswith("multipart/") and isinstance(shape, Object):
                for part in shape.fields:
                    self._mark_file(part.type)

    def _mark_file(self, type_id: TypeId) -> None:
        types = self.making.types
        for _ in range(_DEEPEST):
            found = types[type_id]
            if found.shape == BINARY:
                types[type_id] = replace(found, shape=Scalar("string", "upload"))
            elif isinstance(found.shape, Array):
                type_id = found.shape.items
            elif isinstance(found.shape, Ref):
                type_id = found.shape.target
            else:
                break
