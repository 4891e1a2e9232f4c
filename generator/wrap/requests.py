"""The class of an operation's parameters and body, and those of the global parameters."""

from __future__ import annotations

from collections import Counter
from dataclasses import field, replace
from typing import Final

from generator.frozen import dataclass
from generator.ir import Declared, Notes, Object, Scalar, TypeId
from generator.names.casing import snake
from generator.operations import Body, Content, Operation, Parameter, Service
from generator.shaping.aliases import nearest_default, resolve
from generator.style import Style
from generator.wrap.making import Making, Slot, described

_LOCATED: Final = {
    "path": "_path_parameter",
    "query": "_query_parameter",
    "cookie": "_cookie",
    "querystring": "_query_string",
}
"""What tells two parameters of one name apart; one in a header keeps its name."""


@dataclass(frozen=True, slots=True)
class Requests:
    """Makes the wrappers of requests."""

    making: Making
    service: Service
    style: Style
    notes: dict[int, Notes] = field(default_factory=dict)
    """What is said of each parameter, by its `id`: one may be that of many operations."""

    def request(self, mark: str, operation: Operation) -> TypeId | None:
        """Make the class of a request; none if it has no parameters.

        Where all of them are hidden, a body is the request, and without one the class is empty.
        """
        common = {(p.name, p.place): p for p in self.service.globals}
        parameters = [common.get((p.name, p.place), p) for p in operation.parameters]
        visible = [p for p in parameters if p.name not in self.service.hidden]
        if not visible and (not parameters or operation.body):
            return None
        twice = Counter(snake(p.override or p.name) for p in visible)
        beside = self._flattened(operation.body)
        rows = [self._parameter(p, twice) for p in visible]
        rows = [replace(r, name=f"{r.name}_param") if snake(r.name) in beside else r for r in rows]
        if operation.body and operation.body.main:
            rows.append(self._body(operation.body, operation.body.main))
        return self.making.object(self.making.schema(f"{mark}~request", {}), rows)

    def sent(self, body: Body | None) -> Body | None:
        """Return a body as it is sent: first as bytes, whatever a schema says that is no text."""
        main = body.main if body else None
        if body is None or main is None or not self._is_raw(main):
            return body
        return replace(body, contents=(replace(main, type=self.making.file()), *body.contents))

    def _is_raw(self, content: Content) -> bool:
        shape = self.making.resolved(content.type).shape
        return content.raw and not isinstance(shape, Scalar)

    def globals(self, mark: str, names: set[str] | None = None) -> TypeId | None:
        """Make the class of the global parameters, or of those with the names."""
        rows = [
            replace(self._parameter(p, Counter()), required=False)
            for p in self.service.globals
            if names is None or p.name in names
        ]
        return self.making.object(self.making.schema(mark, {}), rows) if rows else None

    def _parameter(self, parameter: Parameter, twice: Counter[str]) -> Slot:
        if id(parameter) not in self.notes:
            self.notes[id(parameter)] = self._notes(parameter)
        name = parameter.override or parameter.name
        if twice[snake(name)] > 1:
            name += _LOCATED.get(parameter.place, "")
        shared = any(p.name == parameter.name for p in self.service.globals)
        required = parameter.required and not shared
        return Slot(name, parameter.type, required, self.notes[id(parameter)], {"parameter": True})

    def _notes(self, parameter: Parameter) -> Notes:
        found = resolve(self.making.api, parameter.type)
        own, target = self.making.types[parameter.type].schema.notes, found.type.schema.notes
        return Notes(
            description="" if found.plain else parameter.description,
            default=nearest_default(self.making.api, parameter.type),
            examples=parameter.examples or own.examples or target.examples,
            deprecated=parameter.deprecated,
        )

    def _flattened(self, body: Body | None) -> set[str]:
        """The names of the body's fields, if a method takes them beside the parameters."""
        if body is None or body.main is None or not self.style.flat_requests:
            return set()
        if self._is_raw(body.main):
            return set()
        shape = self.making.resolved(body.main.type).shape
        return {snake(field.name) for field in shape.fields} if isinstance(shape, Object) else set()

    def _body(self, body: Body, main: Content) -> Slot:
        named = isinstance(self.making.resolved(main.type).shape, Declared)
        name = self.style.body_field or self.making.component_name(main.type)
        name = name or (snake(body.key) if named else "") or "request_body"
        type_id = self.making.file() if self._is_raw(main) else main.type
        return Slot(name, type_id, body.required, described(body.description), {"body": True})
