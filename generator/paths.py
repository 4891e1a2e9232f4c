"""The paths of an OpenAPI description → its operations."""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import field, replace
from typing import Any, Protocol, get_args

from generator.diagnosis.placeholders import tell_placeholders
from generator.document import Document
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.node import Node, Scope
from generator.operations import (
    EXAMPLE_VALUES,
    METHODS,
    UNSENT,
    Body,
    Content,
    Operation,
    Parameter,
    ParameterPlace,
    Response,
    Scheme,
    Security,
    Service,
    scheme_name,
)
from generator.parts import Part
from generator.path_items import fields_of
from generator.resolve import Library

_EXAMPLE = "x-speakeasy-example"
_PAGES = "x-speakeasy-pagination"
_ERRORS = "x-speakeasy-errors"
_FURTHER = "x-speakeasy-token-endpoint-additional-properties"
_PLACES = frozenset(get_args(ParameterPlace))


class Schemas(Protocol):
    """What lowers the schemas that stand in operations."""

    library: Library

    def add(self, node: Node, key: str | None = None) -> TypeId:
        """Return the id of the schema at a node."""


def operations(documents: Iterable[Document], schemas: Schemas) -> Service:
    """Read the operations of all descriptions, and add their schemas to `schemas`."""
    services = [
        _Reading(schemas, Part.root(schemas.library, document)).service()
        for document in documents
        if document.kind == "openapi" and isinstance(document.contents, dict)
    ]
    if len(services) == 1:
        return services[0]
    common = next((one.security for one in services if one.security), None)
    return Service(
        tuple(o for one in services for o in _secured(one, common)),
        tuple(dict.fromkeys(g for one in services for g in one.globals)),
        frozenset().union(*(one.hidden for one in services)),
        common,
        tuple(t for one in services for t in one.included),
        calls=tuple(o for one in services for o in one.calls),
    )


def _secured(service: Service, common: Security | None) -> Iterable[Operation]:
    """Yield the operations of a description, which do not take the security of another one."""
    own = service.security or Security(())
    for operation in service.operations:
        if operation.security is None and service.security != common:
            operation = replace(operation, security=own)
        yield operation


@dataclass(frozen=True, slots=True)
class _Listed:
    """An operation as it stands in a path, and what has the `shared` parameters of that.

    `above` is what says of the path which responses are errors.
    """

    path: str
    method: str
    shared: Part | None
    part: Part
    above: Part | None = None


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one document; what is used in several places is read once."""

    schemas: Schemas
    root: Part
    parameters: dict[tuple[Node, Node | None], Parameter | None] = field(default_factory=dict)
    """Those that were read; one node stands for a component wherever it is referred to."""
    contents: dict[Node, tuple[Content, ...]] = field(default_factory=dict)
    """What was read of bodies and responses, likewise."""

    def service(self) -> Service:
        declared = self.root.member("x-speakeasy-globals")
        parts = list(declared.entries("parameters")) if declared else []
        hidden = [p for p in parts if p.contents.get("x-speakeasy-globals-hidden")]
        globals_ = self._parameters(parts)
        answered, operations_ = deque[_Listed](), []
        for listed in self._listed(self.root, "paths"):
            answered.append(listed)
            operations_.append(self._operation(listed, filling=True))
        return Service(
            tuple(operations_),
            tuple(globals_.values()),
            frozenset(part.text("name") for part in hidden),
            self._security(self.root.contents.get("security")),
            tuple(self._included()),
            calls=tuple(self._operation(listed) for listed in self._called(answered)),
        )

    def _included(self) -> Iterable[TypeId]:
        for name, schema in self.root.node.scope.document.components("schemas").items():
            if isinstance(schema, dict) and schema.get("x-speakeasy-include") is True:
                yield self._schema(self.root, "components", "schemas", name, key=name)

    def _listed(self, part: Part, *tokens: str, name: str = "") -> Iterable[_Listed]:
        """Yield the operations of a part, or of its member, by their paths or by a `name`."""
        paths = part.table(*tokens) if tokens else part.contents
        for path in paths:
            fields = fields_of(part, *tokens, path)
            shared = fields.get("parameters")
            for method, operation in self._methods(fields):
                if not operation.contents.get("x-speakeasy-ignore"):
                    yield _Listed(name or path, method, shared, operation, fields.get(_ERRORS))

    def _methods(self, fields: Mapping[str, Part]) -> Iterable[tuple[str, Part]]:
        for method, item in fields.items():
            if method in METHODS and (part := item.at(method)):
                yield method, part
        if others := fields.get("additionalOperations"):
            yield from others.members("additionalOperations")

    def _called(self, queue: deque[_Listed]) -> Iterable[_Listed]:
        """Yield the webhooks, and the callbacks of operations, of webhooks, and of callbacks."""
        for listed in self._listed(self.root, "webhooks"):
            queue.append(listed)
            yield listed
        seen: set[int] = set()
        while queue:
            operation = queue.popleft().part
            for name, callback in operation.members("callbacks"):
                if id(callback.contents) not in seen:
                    seen.add(id(callback.contents))
                    for listed in self._listed(callback, name=name):
                        queue.append(listed)
                        yield listed

    def _operation(self, listed: _Listed, *, filling: bool = False) -> Operation:
        """Read an operation; its parameters may have to be `filling` the placeholders of a path."""
        part = listed.part
        shared = [*listed.shared.entries("parameters")] if listed.shared else []
        own = [*part.entries("parameters")]
        if filling:
            self._compare_placeholders(listed, [*shared, *own])
        security = part.contents.get("security")
        return Operation(
            part.text("operationId") or _named_by_path(listed.method, listed.path),
            listed.method,
            listed.path,
            _groups(part),
            tuple(self._parameters([*shared, *own]).values()),
            self._body(part) or self._body_elsewhere([*own, *shared]),
            tuple(self._responses(part, self._failing(listed))),
            None if security is None else self._security(security),
            _PAGES in part.contents,
        )

    def _compare_placeholders(self, listed: _Listed, parameters: Sequence[Part]) -> None:
        """Tell of placeholders without a parameter, and of the reverse."""
        several = (listed.shared, listed.part)
        if len(parameters) < sum(len(one.list("parameters")) for one in several if one):
            return  # what one of them refers to is not there, which is told already
        here = replace(listed.part.place, at="key")
        # A component may well fill the placeholders of other paths.
        places = {
            p.text("name"): here if p.component else p.place
            for p in parameters
            if p.text("in") == "path"
        }
        path = listed.path.partition("?")[0]
        tell_placeholders(path, here, places, self.schemas.library.report)

    def _parameters(self, parts: Iterable[Part]) -> Mapping[tuple[str, str], Parameter]:
        found: dict[tuple[str, str], Parameter] = {}
        for part in parts:
            known = part.node, part.component
            if known not in self.parameters:
                self.parameters[known] = self._parameter(part)
            parameter = self.parameters[known]
            if parameter:
                found[parameter.name, parameter.place] = parameter
        return found

    def _parameter(self, part: Part) -> Parameter | None:
        name, place = part.text("name"), part.text("in")
        ignored = part.contents.get("x-speakeasy-ignore") is True
        if not name or ignored or place not in _PLACES:
            return None
        if place == "header" and name.lower() in UNSENT:
            return None
        return Parameter(
            name,
            place,  # type: ignore[arg-type]
            self._parameter_type(part),
            part.contents.get("required") is True,
            part.text("description"),
            tuple(self._examples(part)),
            part.contents.get("deprecated") is True,
            part.key,
            part.text("x-speakeasy-name-override"),
        )

    def _examples(self, part: Part) -> Iterable[Any]:
        """Yield the example of a parameter, or else those of several that have a value."""
        if "example" in part.contents:
            yield part.contents["example"]
            return
        yield from part.list("examples")
        for _, one in part.members("examples"):
            yield from (one.contents[key] for key in EXAMPLE_VALUES if key in one.contents)

    def _parameter_type(self, part: Part) -> TypeId:
        if isinstance(part.contents.get("schema"), dict | bool):
            return self._schema(part, "schema")
        for _, content in part.members("content"):
            if isinstance(content.contents.get("schema"), dict | bool):
                return self._schema(content, "schema")
        return self._anything(part.node)

    def _schema(self, part: Part, *tokens: str, key: str | None = None) -> TypeId:
        return self.schemas.add(part.library.child(part.node, *tokens), key)

    def _anything(self, node: Node) -> TypeId:
        return self.schemas.add(Node(True, f"{node.pointer}/schema", node.scope))

    def _body(self, operation: Part) -> Body | None:
        part = operation.member("requestBody")
        return self._body_at(part) if part else None

    def _body_elsewhere(self, parameters: Iterable[Part]) -> Body | None:
        """The body of a Swagger operation that refers to a parameter of another description.

        Only that tells that it is a body: it has lifted it to one.
        """
        for part in parameters:
            if part.node.pointer.startswith("/components/requestBodies/"):
                return self._body_at(part)
        return None

    def _body_at(self, part: Part) -> Body | None:
        if not part.table("content"):
            return None
        return Body(
            self._contents(part),
            part.contents.get("required") is True,
            part.text("description"),
            part.key,
            part.text("x-speakeasy-name-override"),
        )

    def _contents(self, part: Part) -> tuple[Content, ...]:
        if part.node not in self.contents:
            self.contents[part.node] = tuple(self._media_types(part))
        return self.contents[part.node]

    def _media_types(self, part: Part) -> Iterable[Content]:
        """The media types of a body; those whose schemas say the same share a type."""
        types: dict[tuple[Scope, str], TypeId] = {}
        listed = part.table("content")
        for media_type, content in part.members("content"):
            for keyword in ("schema", "itemSchema"):
                schema = content.contents.get(keyword)
                if isinstance(schema, dict | bool):
                    events = media_type.split(";")[0].strip() == "text/event-stream"
                    type_id = self._schema(content, keyword)
                    if len(listed) > 1:
                        type_id = types.setdefault((content.node.scope, repr(schema)), type_id)
                    yield Content(media_type, type_id, events or keyword == "itemSchema")

    def _failing(self, listed: _Listed) -> frozenset[str]:
        """The statuses that are said to be errors: for all paths, the path, or the operation."""
        places = self.root.member("paths"), listed.above, listed.part
        tables = [place.table(_ERRORS) for place in places if place]
        return frozenset(
            str(status).upper()
            for table in tables
            if isinstance(statuses := table.get("statusCodes"), list)
            for status in statuses
        )

    def _responses(self, operation: Part, failing: frozenset[str]) -> Iterable[Response]:
        """The responses of an operation; the default is an error where something else succeeds."""
        statuses = [str(status) for status in operation.table("responses")]
        succeeds = any(status[:1] in "123" for status in statuses)
        for status, part in operation.members("responses"):
            if not str(status).startswith("x-"):
                said = not failing.isdisjoint(_patterns(str(status).upper()))
                yield Response(
                    str(status),
                    self._contents(part),
                    part.text("description"),
                    bool(part.table("headers")),
                    said or str(status)[:1] in "45" or (status == "default" and succeeds),
                    part.key,
                    said,
                )

    def _security(self, listed: Any) -> Security | None:
        if not isinstance(listed, list):
            return None
        groups = [
            tuple(scheme for name in group if (scheme := self._scheme(name)))
            for group in listed
            if isinstance(group, dict)
        ]
        return Security(tuple(groups))

    def _scheme(self, named: str) -> Scheme | None:
        name = scheme_name(named)
        known = name in self.root.node.scope.document.components("securitySchemes")
        part = self.root.at("components", "securitySchemes", name) if known else None
        if not part:
            return None
        kind, further = part.text("type"), []
        if kind == "http":
            kind = f"{kind} {part.text('scheme').lower()}".strip()
        flows = part.member("flows") if kind == "oauth2" else None
        if flow := flows and flows.member("clientCredentials"):
            kind = f"{kind} client"
            further = [(key, one.contents.get("example")) for key, one in flow.members(_FURTHER)]
        examples = (part.contents[_EXAMPLE],) if _EXAMPLE in part.contents else ()
        return Scheme(name, kind, examples, part.text("description"), tuple(further))


def _patterns(status: str) -> tuple[str, ...]:
    """A status, and what stands for all of its kind."""
    return status, f"{status[:1]}XX"


def _groups(part: Part) -> tuple[str, ...]:
    group = part.contents.get("x-speakeasy-group")
    if isinstance(group, str):
        return (group,)
    return tuple(tag for tag in part.list("tags") if isinstance(tag, str))


def _named_by_path(method: str, path: str) -> str:
    """A name for an operation without `operationId`: its method and the steps of its path."""
    return "_".join([method, *re.findall(r"[^/{}]+", path)])
