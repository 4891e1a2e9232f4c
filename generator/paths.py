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
from generator.operations import (
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
)
from generator.path_items import holders
from generator.resolve import Library, Node, Scope
from generator.source import unescape

_PLACES = frozenset(get_args(ParameterPlace))
_LONGEST_CHAIN = 100
"""How many references are followed, one after the other: they may lead in a circle."""


class Schemas(Protocol):
    """What lowers the schemas that stand in operations."""

    library: Library

    def add(self, node: Node, key: str | None = None) -> TypeId:
        """Return the id of the schema at a node."""


def operations(documents: Iterable[Document], schemas: Schemas) -> Service:
    """Read the operations of all descriptions, and add their schemas to `schemas`."""
    parts = [
        _Reading(schemas, schemas.library.root(document)).service()
        for document in documents
        if document.kind == "openapi" and isinstance(document.contents, dict)
    ]
    if len(parts) == 1:
        return parts[0]
    common = next((part.security for part in parts if part.security), None)
    return Service(
        tuple(o for part in parts for o in _secured(part, common)),
        tuple(dict.fromkeys(g for part in parts for g in part.globals)),
        frozenset().union(*(part.hidden for part in parts)),
        common,
        tuple(t for part in parts for t in part.included),
        calls=tuple(o for part in parts for o in part.calls),
    )


def _secured(part: Service, common: Security | None) -> Iterable[Operation]:
    """Yield the operations of a description, which do not take the security of another one."""
    own = part.security or Security(())
    for operation in part.operations:
        if operation.security is None and part.security != common:
            operation = replace(operation, security=own)
        yield operation


@dataclass(frozen=True, slots=True)
class _Part:
    """An object of the description, after its references; `key` if a component was met."""

    node: Node
    contents: Mapping[str, Any]
    key: str = ""

    def text(self, name: str) -> str:
        value = self.contents.get(name)
        return value if isinstance(value, str) else ""

    def table(self, name: str) -> Mapping[str, Any]:
        value = self.contents.get(name)
        return value if isinstance(value, dict) else {}


@dataclass(frozen=True, slots=True)
class _Listed:
    """An operation as it stands in a path, and what has the `shared` parameters of that."""

    path: str
    method: str
    shared: Node | None
    part: _Part


@dataclass(frozen=True, slots=True)
class _Reading:
    """The reading of one document; what is used in several places is read once."""

    schemas: Schemas
    root: Node
    parts: dict[tuple[Scope, str], _Part] = field(default_factory=dict)
    """What references lead to."""
    parameters: dict[tuple[Node, str], Parameter | None] = field(default_factory=dict)
    """Those that were read; one node stands for a component wherever it is referred to."""
    contents: dict[Node, tuple[Content, ...]] = field(default_factory=dict)
    """What was read of bodies and responses, likewise."""

    def service(self) -> Service:
        root = _Part(self.root, self.root.contents)
        declared = root.table("x-speakeasy-globals").get("parameters")
        declared = declared if isinstance(declared, list) else ()
        hidden = [p for p in declared if isinstance(p, dict)]
        globals_ = self._parameters(self._items(self.root, "x-speakeasy-globals", "parameters"))
        answered, operations_ = deque[_Listed](), []
        for listed in self._listed(root, "paths"):
            answered.append(listed)
            operations_.append(self._operation(listed, filling=True))
        return Service(
            tuple(operations_),
            tuple(globals_.values()),
            frozenset(str(p.get("name")) for p in hidden if p.get("x-speakeasy-globals-hidden")),
            self._security(root.contents.get("security")),
            tuple(self._included()),
            calls=tuple(self._operation(listed) for listed in self._called(root, answered)),
        )

    def _included(self) -> Iterable[TypeId]:
        for name, schema in self.root.scope.document.components("schemas").items():
            if isinstance(schema, dict) and schema.get("x-speakeasy-include") is True:
                node = self.schemas.library.child(self.root, "components", "schemas", name)
                yield self.schemas.add(node, name)

    def _listed(self, part: _Part, *tokens: str, name: str = "") -> Iterable[_Listed]:
        """Yield the operations of a part, or of its member, by their paths or by a `name`."""
        paths = part.table(*tokens) if tokens else part.contents
        library = self.schemas.library
        for path in paths:
            fields = holders(library, library.child(part.node, *tokens, path))
            shared = fields.get("parameters")
            for method, operation in self._methods(fields):
                if not operation.contents.get("x-speakeasy-ignore"):
                    yield _Listed(name or path, method, shared, operation)

    def _methods(self, fields: Mapping[str, Node]) -> Iterable[tuple[str, _Part]]:
        for method, item in fields.items():
            if method in METHODS and (part := self._at(item, method)):
                yield method, part
        if others := fields.get("additionalOperations"):
            for method in _Part(others, others.contents).table("additionalOperations"):
                if part := self._at(others, "additionalOperations", method):
                    yield method, part

    def _called(self, root: _Part, queue: deque[_Listed]) -> Iterable[_Listed]:
        """Yield the webhooks, and the callbacks of operations, of webhooks, and of callbacks."""
        for listed in self._listed(root, "webhooks"):
            queue.append(listed)
            yield listed
        seen: set[int] = set()
        while queue:
            operation = queue.popleft().part
            for name in operation.table("callbacks"):
                callback = self._at(operation.node, "callbacks", name)
                if callback and id(callback.contents) not in seen:
                    seen.add(id(callback.contents))
                    for listed in self._listed(callback, name=name):
                        queue.append(listed)
                        yield listed

    def _operation(self, listed: _Listed, *, filling: bool = False) -> Operation:
        """Read an operation; its parameters may have to be `filling` the placeholders of a path."""
        part = listed.part
        shared = self._items(listed.shared, "parameters") if listed.shared else ()
        own = self._items(part.node, "parameters")
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
            tuple(self._responses(part)),
            None if security is None else self._security(security),
        )

    def _compare_placeholders(self, listed: _Listed, parameters: Sequence[_Part]) -> None:
        """Tell of placeholders without a parameter, and of the reverse."""
        nodes = (listed.shared, listed.part.node)
        lists = [one.contents.get("parameters") for one in nodes if one]
        if len(parameters) < sum(len(found) for found in lists if isinstance(found, list)):
            return  # what one of them refers to is not there, which is told already
        here = replace(listed.part.node.place, at="key")
        # A component may well fill the placeholders of other paths.
        places = {
            p.text("name"): here if p.key else p.node.place
            for p in parameters
            if p.text("in") == "path"
        }
        path = listed.path.partition("?")[0]
        tell_placeholders(path, here, places, self.schemas.library.report)

    def _items(self, node: Node, *tokens: str) -> Sequence[_Part]:
        """Return the objects in a list."""
        listed: Any = node.contents
        for token in tokens:
            listed = listed.get(token) if isinstance(listed, dict) else None
        count = len(listed) if isinstance(listed, list) else 0
        parts = [self._at(node, *tokens, index) for index in range(count)]
        return [part for part in parts if part]

    def _parameters(self, parts: Iterable[_Part]) -> Mapping[tuple[str, str], Parameter]:
        found: dict[tuple[str, str], Parameter] = {}
        for part in parts:
            known = part.node, part.key
            if known not in self.parameters:
                self.parameters[known] = self._parameter(part)
            parameter = self.parameters[known]
            if parameter:
                found[parameter.name, parameter.place] = parameter
        return found

    def _parameter(self, part: _Part) -> Parameter | None:
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
            _examples(part.contents),
            part.contents.get("deprecated") is True,
            part.key,
            part.text("x-speakeasy-name-override"),
        )

    def _parameter_type(self, part: _Part) -> TypeId:
        if isinstance(part.contents.get("schema"), dict | bool):
            return self._schema(part.node, "schema")
        for media_type, content in part.table("content").items():
            if isinstance(content, dict) and isinstance(content.get("schema"), dict | bool):
                return self._schema(part.node, "content", media_type, "schema")
        return self._anything(part.node)

    def _schema(self, node: Node, *tokens: str | int) -> TypeId:
        return self.schemas.add(self.schemas.library.child(node, *tokens))

    def _anything(self, node: Node) -> TypeId:
        return self.schemas.add(Node(True, f"{node.pointer}/schema", node.scope))

    def _body(self, operation: _Part) -> Body | None:
        if "requestBody" not in operation.contents:
            return None
        part = self._at(operation.node, "requestBody")
        return self._body_at(part) if part else None

    def _body_elsewhere(self, parameters: Iterable[_Part]) -> Body | None:
        """The body of a Swagger operation that refers to a parameter of another description.

        Only that tells that it is a body: it has lifted it to one.
        """
        for part in parameters:
            if part.node.pointer.startswith("/components/requestBodies/"):
                return self._body_at(part)
        return None

    def _body_at(self, part: _Part) -> Body | None:
        if not part.table("content"):
            return None
        return Body(
            self._contents(part),
            part.contents.get("required") is True,
            part.text("description"),
            part.key,
            part.text("x-speakeasy-name-override"),
        )

    def _contents(self, part: _Part) -> tuple[Content, ...]:
        if part.node not in self.contents:
            self.contents[part.node] = tuple(self._media_types(part))
        return self.contents[part.node]

    def _media_types(self, part: _Part) -> Iterable[Content]:
        """The media types of a body; those whose schemas say the same share a type."""
        types: dict[tuple[Scope, str], TypeId] = {}
        listed = part.table("content")
        for media_type in listed:
            content = self._at(part.node, "content", media_type)
            for keyword in ("schema", "itemSchema") if content else ():
                schema = content.contents.get(keyword) if content else None
                if content and isinstance(schema, dict | bool):
                    events = media_type.split(";")[0].strip() == "text/event-stream"
                    type_id = self._schema(content.node, keyword)
                    if len(listed) > 1:
                        type_id = types.setdefault((content.node.scope, repr(schema)), type_id)
                    yield Content(media_type, type_id, events or keyword == "itemSchema")

    def _responses(self, operation: _Part) -> Iterable[Response]:
        """The responses of an operation; the default is an error where something else succeeds."""
        statuses = [str(status) for status in operation.table("responses")]
        succeeds = any(status[:1] in "123" for status in statuses)
        for status in operation.table("responses"):
            part = self._at(operation.node, "responses", status)
            if part and not str(status).startswith("x-"):
                yield Response(
                    str(status),
                    self._contents(part),
                    part.text("description"),
                    bool(part.table("headers")),
                    str(status)[:1] in "45" or (status == "default" and succeeds),
                    part.key,
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

    def _scheme(self, name: str) -> Scheme | None:
        known = name in self.root.scope.document.components("securitySchemes")
        part = self._at(self.root, "components", "securitySchemes", name) if known else None
        if not part:
            return None
        kind = part.text("type")
        return Scheme(
            name,
            f"{kind} {part.text('scheme').lower()}".strip() if kind == "http" else kind,
            _examples({"example": part.contents.get("x-speakeasy-example")})
            if "x-speakeasy-example" in part.contents
            else (),
        )

    def _at(self, node: Node, *tokens: str | int) -> _Part | None:
        return self._part(self.schemas.library.child(node, *tokens))

    def _part(self, node: Node | None) -> _Part | None:
        if node is None or not isinstance(node.contents, dict):
            return None
        reference = node.contents.get("$ref")
        if not isinstance(reference, str):
            return _Part(node, node.contents)
        found = self.parts.get((node.scope, reference))
        if found is None:
            found = self._referred(node, reference)
            if found is not None:
                self.parts[node.scope, reference] = found
        return found

    def _referred(self, node: Node, reference: str) -> _Part | None:
        """Follow references; the last component on the way gives the key."""
        key = ""
        for _ in range(_LONGEST_CHAIN):
            found = self.schemas.library.follow(node, "$ref", reference)
            if found is None or not isinstance(found.contents, dict):
                return None
            node = found
            if node.pointer.startswith("/components/"):
                key = unescape(node.pointer.rpartition("/")[2])
            reference = node.contents.get("$ref")
            if not isinstance(reference, str):
                return _Part(node, node.contents, key)
        return None


def _groups(part: _Part) -> tuple[str, ...]:
    group = part.contents.get("x-speakeasy-group")
    if isinstance(group, str):
        return (group,)
    tags = part.contents.get("tags")
    return tuple(t for t in tags if isinstance(t, str)) if isinstance(tags, list) else ()


def _examples(contents: Mapping[str, Any]) -> tuple[Any, ...]:
    if "example" in contents:
        return (contents["example"],)
    several = contents.get("examples")
    if isinstance(several, list):
        return tuple(several)
    if isinstance(several, dict):
        entries = [e for e in several.values() if isinstance(e, dict)]
        return tuple(e["value"] for e in entries if "value" in e)
    return ()


def _named_by_path(method: str, path: str) -> str:
    """A name for an operation without `operationId`: its method and the steps of its path."""
    return "_".join([method, *re.findall(r"[^/{}]+", path)])
