"""The types that operations add to those of the schemas: requests, responses, security, globals.

They are ordinary objects and unions, made here, so that every target can treat them as such. The
format of a made scalar says what no schema can: `raw response`, `response stream`, `upload`.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from generator.aliases import resolve
from generator.ir import (
    MISSING,
    NO_NOTES,
    Api,
    Array,
    Enum,
    Field,
    Map,
    Notes,
    Object,
    Ref,
    Scalar,
    Schema,
    Shape,
    Type,
    TypeId,
    Union,
)
from generator.names.casing import class_name, member_name, snake
from generator.operations import Body, Content, Operation, Parameter, Response, Security, Service
from generator.style import Style

STRING, INTEGER = TypeId("string"), TypeId("integer")
RAW_RESPONSE, RAW_REQUEST = TypeId("raw response"), TypeId("raw request")
STREAM, HEADERS, HTTP_METADATA = (
    TypeId("response stream"),
    TypeId("headers"),
    TypeId("http metadata"),
)
_HEADER_VALUES = TypeId("header values")
_FIXED: dict[TypeId, Shape] = {
    STRING: Scalar("string"),
    INTEGER: Scalar("integer"),
    RAW_RESPONSE: Scalar("string", "raw response"),
    RAW_REQUEST: Scalar("string", "raw request"),
    STREAM: Scalar("string", "response stream"),
    _HEADER_VALUES: Array(STRING),
    HEADERS: Map(_HEADER_VALUES),
}
_CONTENT_TYPE = "HTTP response content type for this operation"
_STATUS_CODE = "HTTP response status code for this operation"
_RAW = "Raw HTTP response; suitable for custom response parsing"
_RAW_REQUEST = "Raw HTTP request; suitable for debugging"
_LOCATED = {"path": "_path_parameter", "query": "_query_parameter", "cookie": "_cookie"}


@dataclass(frozen=True, slots=True)
class _Row:
    """A field of a wrapper."""

    name: str
    type: TypeId
    required: bool = True
    notes: Notes = NO_NOTES
    keywords: Mapping[str, Any] = field(default_factory=dict)


def wrap(api: Api, service: Service, style: Style) -> tuple[Api, Service]:
    """Add the wrappers of all operations; the service then knows them."""
    if not service.operations:
        return api, service
    types = dict(api.types)
    common = service.security or _commonest(service.operations)
    wrapping = _Wrapping(replace(api, types=types), service, style, types, common)
    wrapped = wrapping.service()
    return wrapping.api, wrapped


@dataclass(slots=True)
class _Wrapping:
    api: Api
    given: Service
    style: Style
    types: dict[TypeId, Type]
    common: Security | None
    """What the description asks for, or else most of its operations."""

    def service(self) -> Service:
        self._share_examples()
        operations = tuple(self._operation(o) for o in self.given.operations)
        rows = [self._parameter(p, required=False) for p in self.given.globals]
        return replace(
            self.given,
            operations=operations,
            globals_type=self._object("~globals", rows) if rows else None,
            security_type=self._security("~security", self.common),
        )

    def _share_examples(self) -> None:
        """The example of one parameter is shown wherever the same component is used."""
        for operation in self.given.operations:
            for parameter in operation.parameters:
                found = self._resolved(parameter.type)
                schema = found.schema
                if parameter.examples and schema.key is not None and not schema.notes.examples:
                    notes = replace(schema.notes, examples=parameter.examples)
                    self.types[schema.id] = replace(found, schema=replace(schema, notes=notes))

    def _operation(self, operation: Operation) -> Operation:
        mark = f"{operation.method} {operation.path}"
        body = operation.body
        for parameter in operation.parameters:
            if not parameter.key:
                self._describe(parameter.type, parameter.description)
        if body:
            self._upload(body.contents)
        self._describe_bodies(operation)
        own = operation.security
        response = self._response(mark, operation)
        result = TypeId(f"{mark}~result")
        return replace(
            operation,
            request=self._request(mark, operation),
            response=response,
            result=result if result in self.types else None,
            security_type=self._security(f"{mark}~security", own) if own != self.common else None,
            globals_type=self._globals(mark, operation),
        )

    def _describe_bodies(self, operation: Operation) -> None:
        for content in operation.body.contents if operation.body else ():
            assert operation.body
            self._describe(content.type, operation.body.description)
        for response in operation.responses:
            if self.style.error_description or not response.error:
                for content in response.contents:
                    self._describe(content.type, response.description, component=response.error)

    def _describe(self, type_id: TypeId, description: str, *, component: bool = False) -> None:
        """A type written in place has the description of what it is the type of."""
        found = self.types[type_id]
        if isinstance(found.shape, Ref) and (component or "$ref" not in found.schema.keywords):
            self._describe(found.shape.target, description, component=component)
            return
        notes, named = found.schema.notes, found.schema.key is not None
        if description and not notes.description and (component or not named):
            notes = replace(notes, description=description)
            self.types[type_id] = replace(found, schema=replace(found.schema, notes=notes))

    def _upload(self, contents: Iterable[Content]) -> None:
        """Files of a multipart body are documents of their own."""
        for content in contents:
            shape = self._resolved(content.type).shape
            if content.media_type.startswith("multipart/") and isinstance(shape, Object):
                for part in shape.fields:
                    self._upload_field(part.type)

    def _upload_field(self, type_id: TypeId) -> None:
        seen: set[TypeId] = set()
        while type_id not in seen:
            seen.add(type_id)
            found = self.types[type_id]
            if found.shape == Scalar("string", "binary"):
                self.types[type_id] = replace(found, shape=Scalar("string", "upload"))
            elif isinstance(found.shape, Array):
                type_id = found.shape.items
            elif isinstance(found.shape, Ref):
                type_id = found.shape.target

    def _resolved(self, type_id: TypeId) -> Type:
        return resolve(self.api, type_id).type

    # -- making ------------------------------------------------------------------------------

    def _make(self, mark: str, shape: Shape, **keywords: Any) -> TypeId:
        type_id = TypeId(mark)
        place = next(iter(self.api.types.values())).schema.place
        notes = keywords.pop("notes", NO_NOTES)
        schema = Schema(type_id, place, keywords, notes)
        self.types[type_id] = Type(schema, shape)
        return type_id

    def _fixed(self, type_id: TypeId) -> TypeId:
        if type_id not in self.types:
            shape = _FIXED[type_id]
            self._make(type_id, shape)
            if isinstance(shape, Array | Map):
                self._fixed(shape.items if isinstance(shape, Array) else shape.values)
        return type_id

    def _object(self, mark: str, rows: Sequence[_Row], notes: Notes = NO_NOTES) -> TypeId:
        made = []
        for row in rows:
            target = self._fixed(row.type) if row.type in _FIXED else row.type
            type_id = TypeId(f"{mark}/{row.name}")
            self._make(type_id, Ref(target), notes=row.notes, allOf=(target,), **row.keywords)
            made.append(Field(row.name, type_id, row.required))
        return self._make(
            mark,
            Object(tuple(made), None),
            notes=notes,
            type=("object",),
            properties={f.name: f.type for f in made},
            required=tuple(f.name for f in made if f.required),
        )

    # -- requests ----------------------------------------------------------------------------

    def _request(self, mark: str, operation: Operation) -> TypeId | None:
        common = {(p.name, p.place): p for p in self.given.globals}
        parameters = [common.get((p.name, p.place), p) for p in operation.parameters]
        visible = [p for p in parameters if p.name not in self.given.hidden]
        if not visible:
            return None
        twice = Counter(snake(p.override or p.name) for p in visible)
        rows = [self._parameter(p, located=twice) for p in visible]
        body = operation.body
        if body and self.style.flat_requests:
            beside = self._flattened(body)
            rows = [
                replace(r, name=f"{r.name}_param") if snake(r.name) in beside else r for r in rows
            ]
        if body and body.contents:
            row = self._body_row(body)
            rows = [*rows, row]
        return self._object(f"{mark}~request", rows)

    def _parameter(
        self, parameter: Parameter, located: Counter[str] | None = None, required: bool = True
    ) -> _Row:
        found = self._resolved(parameter.type)
        name = parameter.override or parameter.name
        if located and located[snake(name)] > 1:
            name += _LOCATED.get(parameter.place, "")
        own = self.types[parameter.type].schema.notes
        shared = any(p.name == parameter.name for p in self.given.globals)
        notes = Notes(
            description="" if resolve(self.api, parameter.type).plain else parameter.description,
            default=own.default if own.default is not MISSING else found.schema.notes.default,
            examples=parameter.examples or own.examples or found.schema.notes.examples,
            deprecated=parameter.deprecated,
        )
        return _Row(name, parameter.type, parameter.required and required and not shared, notes)

    def _flattened(self, body: Body) -> set[str]:
        """The names of the body's fields, beside which the parameters stand."""
        shape = self._resolved(body.main.type).shape if body.main else None
        return {snake(field.name) for field in shape.fields} if isinstance(shape, Object) else set()

    def _body_row(self, body: Body) -> _Row:
        content = body.main
        assert content is not None
        name = self.style.body_field or self._component_name(content.type) or "request_body"
        notes = Notes(description=body.description)
        return _Row(name, content.type, body.required, notes, {"body": True})

    def _component_name(self, type_id: TypeId) -> str:
        """The field name that a component's class gives, if the type is a component."""
        found = self.types[type_id]
        while isinstance(found.shape, Ref) and found.schema.key is None:
            found = self.types[found.shape.target]
        if found.schema.key is None or isinstance(found.shape, Array | Map | Scalar):
            return ""
        override = found.schema.notes.extensions.get("x-speakeasy-name-override")
        return snake(class_name(override or found.schema.key))

    def _globals(self, mark: str, operation: Operation) -> TypeId | None:
        names = {p.name for p in operation.parameters}
        rows = [self._parameter(p, required=False) for p in self.given.globals if p.name in names]
        return self._object(f"{mark}~globals", rows) if rows else None

    # -- responses ---------------------------------------------------------------------------

    def _response(self, mark: str, operation: Operation) -> TypeId | None:
        bodies = _success(operation.responses)
        headers = any(response.headers for response in operation.responses)
        if self.style.responses != "flat":
            return self._envelope(mark, bodies, headers)
        members = self._distinct(self._body_type(mark, content) for _, content in bodies)
        if not headers:
            return self._union(f"{mark}~response", members) if len(members) > 1 else None
        rows = [_Row("headers", HEADERS)]
        if members:
            several = len(members) > 1
            rows.append(
                _Row("result", self._union(f"{mark}~result", members) if several else members[0])
            )
        return self._object(f"{mark}~response", rows)

    def _distinct(self, members: Iterable[TypeId]) -> list[TypeId]:
        """Each named type once; of plain ones every body counts."""
        found: dict[TypeId, TypeId] = {}
        for member in members:
            resolved = self._resolved(member)
            named = isinstance(resolved.shape, Object | Enum | Union)
            stream = "event stream" in self.types[member].schema.keywords
            found.setdefault(resolved.schema.id if named and not stream else member, member)
        return list(found.values())

    def _union(self, mark: str, members: list[TypeId]) -> TypeId:
        return self._make(mark, Union(tuple(members)), anyOf=tuple(members), bodies=True)

    def _body_type(self, mark: str, content: Content) -> TypeId:
        """The type of a body: a stream of events, a file, or what the schema says."""
        if content.stream:
            return self._make(
                f"{mark}~stream {content.type}",
                Ref(content.type),
                **{"event stream": True, "allOf": (content.type,)},
            )
        if self._resolved(content.type).shape == Scalar("string", "binary"):
            return self._fixed(STREAM)
        return content.type

    def _envelope(self, mark: str, bodies: list[tuple[Response, Content]], headers: bool) -> TypeId:
        rows = list(self._envelope_head())
        names = Counter(self._body_name(c, r.key) for r, c in bodies)
        for response, content in bodies:
            name = self._body_name(content, response.key)
            if names[name] > 1:
                status = member_name(response.status).lower()
                name = f"{status}_{snake(content.media_type)}_{name}"
            notes = Notes(description=response.description)
            rows.append(_Row(name, self._body_type(mark, content), False, notes))
        if headers:
            rows.append(_Row("headers", HEADERS))
        return self._object(f"{mark}~response", rows)

    def _envelope_head(self) -> Iterator[_Row]:
        raw = _Row("raw_response", RAW_RESPONSE, notes=Notes(description=_RAW))
        if self.style.responses == "envelope":
            yield _Row("content_type", STRING, notes=Notes(description=_CONTENT_TYPE))
            yield _Row("status_code", INTEGER, notes=Notes(description=_STATUS_CODE))
            yield raw
            return
        if HTTP_METADATA not in self.types:
            request = _Row("request", RAW_REQUEST, notes=Notes(description=_RAW_REQUEST))
            self._object(HTTP_METADATA, [replace(raw, name="response"), request])
        yield _Row("http_meta", HTTP_METADATA)

    def _body_name(self, content: Content, key: str) -> str:
        shape = self._resolved(content.type).shape
        named = self._component_name(content.type)
        if key and isinstance(shape, Object | Enum | Union):
            named = named or snake(key)
        if named:
            return named
        if shape == Scalar("string", "binary") or shape == Scalar("string", "response stream"):
            return "response_stream"
        if isinstance(shape, Array):
            return "response_bodies"
        return "object" if isinstance(shape, Object | Map) else "res"

    # -- security ----------------------------------------------------------------------------

    def _security(self, mark: str, security: Security | None) -> TypeId | None:
        if security is None or not security.schemes:
            return None
        anonymous = any(() in o.security.alternatives for o in self.given.operations if o.security)
        needed = len(security.alternatives) == 1 and not anonymous
        required = needed and not self.style.optional_security
        rows = [
            _Row(s.name, STRING, required, Notes(description="", examples=s.examples))
            for s in security.schemes
        ]
        return self._object(mark, rows)


def _success(responses: Sequence[Response]) -> list[tuple[Response, Content]]:
    """The bodies of the responses that are no errors."""
    return [(r, content) for r in responses if not r.error for content in r.contents]


def _commonest(operations: Iterable[Operation]) -> Security | None:
    found = Counter(o.security for o in operations if o.security and o.security.schemes)
    return found.most_common(1)[0][0] if found else None
