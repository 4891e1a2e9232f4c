"""Document → Contract: reads what a description offers, its defaults written out."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field
from typing import Any

from generator.diff.contract import Contract, Element
from generator.diff.media import is_binary, media_type
from generator.diff.unchanged import NOTHING, Unchanged
from generator.diff.view import View
from generator.document import Document
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.lower import Lowering, definitions
from generator.operations import METHODS, STYLES
from generator.resolve import Library, Node

_Elements = dict[str, Element]
_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization"})
_READ_EXTENSIONS = frozenset({"x-sunset", "x-stability-level", "x-webhooks"})
_OF_BYTES = frozenset(
    "type format contentMediaType contentEncoding title description example examples".split()
)
_WRAPPERS = frozenset({"allOf", "anyOf", "oneOf"})
_TEMPLATE = re.compile(r"\{([^{}$][^{}]*)\}")
"""A name in a path; `{$request.body#/url}` in that of a callback is more than a name."""


def describe(
    document: Document, library: Library, name: str = "", leave: Unchanged = NOTHING
) -> Contract:
    """Return what a document promises, with its schemas lowered.

    Operations to `leave` out are those that nothing changed.
    """
    reading = _Reading(library, Lowering(library, by_letter=True), leave)
    root = View(library, library.root(document))
    reading.definitions(document)
    operations, webhooks, schemes = reading.offers(root)
    reading.lowering.run()
    schemas = reading.lowering.schemas
    return Contract(
        name=name,
        root=_root(root),
        operations=operations,
        webhooks=webhooks,
        schemes=schemes,
        schemas=schemas,
        named={**reading.named, **reading.unseen},
        roots=reading.roots,
        parameters=reading.parameters,
        same=frozenset(one for one in reading.unseen.values() if one in schemas),
    )


def _type_id(node: Node) -> TypeId:
    return TypeId(f"{node.scope.document.source.name}#{node.pointer}")


@dataclass(frozen=True, slots=True)
class _Reading:
    library: Library
    lowering: Lowering
    leave: Unchanged
    parameters: dict[tuple[str, str], str] = field(default_factory=dict)
    called: set[int] = field(default_factory=set)
    named: dict[str, TypeId] = field(default_factory=dict)
    roots: dict[str, TypeId] = field(default_factory=dict)
    unseen: dict[str, TypeId] = field(default_factory=dict)

    def definitions(self, document: Document) -> None:
        """Lower the schemas that a document defines, but for those that nothing changed."""
        for node, key in definitions(self.library, document):
            if key in self.leave.schemas:
                # Nobody looks at it, unless something that changed leads there.
                self.unseen[key] = _type_id(node)
                continue
            type_id = self.lowering.add(node, key)
            self.named.setdefault(key, type_id)
            if document.kind == "schema":
                self.roots.setdefault(key, type_id)

    def offers(self, root: View) -> tuple[_Elements, _Elements, _Elements]:
        """Read operations, webhooks and security schemes; a schema by itself has none."""
        if not root.has("openapi"):
            return {}, {}, {}
        return self.operations(root), self.webhooks(root), self.schemes(root)

    def operations(self, root: View) -> _Elements:
        found: _Elements = {}
        for path, item in root.members("paths"):
            if not path.startswith("x-"):
                found.update(self._item(path, item, root))
        return found

    def webhooks(self, root: View) -> _Elements:
        found: _Elements = {}
        for holder in ("webhooks", "x-webhooks"):
            for name, item in root.members(holder):
                found.update(self._item(name, item, root))
        return found

    def schemes(self, root: View) -> _Elements:
        components = root.member("components")
        found = components.members("securitySchemes") if components else ()
        return {name: _scheme(name, view) for name, view in found}

    def _item(self, path: str, item: View, root: View) -> _Elements:
        """All operations of a path, keyed so that names of path parameters do not matter."""
        key = _TEMPLATE.sub("{}", path)
        found = {}
        for method, view in self._offered(path, item):
            label = f"{method.upper()} {path}"
            found[f"{method.upper()} {key}"] = self._operation(label, view, item, root)
        return found

    def _offered(self, path: str, item: View) -> Iterator[tuple[str, View]]:
        for method in METHODS:
            left_out = f"{method.upper()} {path}" in self.leave.operations
            view = None if left_out else item.member(method)
            if view is not None:
                yield method, view
        yield from item.members("additionalOperations")

    def _operation(self, label: str, view: View, item: View, root: View) -> Element:
        body = view.member("requestBody")
        parts = {
            "parameter": self._parameters(label.partition(" ")[2], view, item),
            "body": {"": self._body(body)} if body else {},
            "response": {
                _status(status): self._response(_status(status), found)
                for status, found in view.members("responses")
                if not status.startswith("x-")
            },
            "callback": self._callbacks(view, root),
            "server": _servers(view, item, root),
        }
        return Element("operation", label, view.place, _operation_facts(view, item, root), parts)

    def _parameters(self, path: str, view: View, item: View) -> _Elements:
        names = {name: index for index, name in enumerate(_TEMPLATE.findall(path))}
        found = {}
        for one in (*item.entries("parameters"), *view.entries("parameters")):
            parameter = self._parameter(one, one.text("in"))
            ignored = one.text("in") == "header" and one.text("name").lower() in _NOT_PARAMETERS
            if not ignored and one.text("name"):
                found[_parameter_key(one, names)] = parameter
                place = (one.place.source.uri, one.place.pointer)
                self.parameters[place] = f"{one.text('in')} parameter {one.text('name')}"
        return found

    def _parameter(self, view: View, location: str, name: str = "") -> Element:
        """A parameter, or a header of a response, which is described in the same words."""
        media = self._content(view)
        style = view.text("style", STYLES.get(location, "form"))
        facts = {
            **_notes(view),
            "name": view.text("name", name),
            "in": location,
            "required": location == "path" or view.flag("required"),
            "style": None if media else style,
            "explode": None if media else view.flag("explode", style == "form"),
            "allow_reserved": view.flag("allowReserved"),
            "allow_empty": location == "query" and view.flag("allowEmptyValue"),
        }
        return Element(
            "parameter", facts["name"], view.place, facts, {"media": media}, self._schema(view)
        )

    def _schema(self, view: View, name: str = "schema") -> TypeId | None:
        if not isinstance(view.contents.get(name), dict | bool):
            return None
        return self.lowering.add(view.node_of(name))

    def _media(self, key: str, view: View) -> Element:
        name = media_type(key)
        schema = None if is_binary(name) and _is_bytes(view) else self._schema(view)
        facts = {**_notes(view), "item_schema": "itemSchema" in view.contents}
        if schema is None:
            schema = self._schema(view, "itemSchema")
        encoding = {
            name: self._encoding(name, found, _part_type(view, name))
            for name, found in view.members("encoding")
        }
        return Element("media", name, view.place, facts, {"encoding": encoding}, schema)

    def _encoding(self, name: str, view: View, usual: str) -> Element:
        style = view.text("style", "form")
        content_type = view.text("contentType")
        facts = {
            "contentType": "" if content_type == usual else content_type,
            "style": style,
            "explode": view.flag("explode", style == "form"),
            "allow_reserved": view.flag("allowReserved"),
        }
        return Element("encoding", name, view.place, facts, {"header": self._headers(view)})

    def _headers(self, view: View) -> _Elements:
        return {
            name.lower(): self._parameter(found, "header", name)
            for name, found in view.members("headers")
            if name.lower() != "content-type"
        }

    def _content(self, view: View) -> _Elements:
        return {media_type(key): self._media(key, found) for key, found in view.members("content")}

    def _body(self, view: View) -> Element:
        facts = {**_notes(view), "required": view.flag("required")}
        return Element("body", "", view.place, facts, {"media": self._content(view)})

    def _response(self, status: str, view: View) -> Element:
        links = {name: _link(name, found) for name, found in view.members("links")}
        parts = {"media": self._content(view), "header": self._headers(view), "link": links}
        return Element("response", status, view.place, _notes(view), parts)

    def _callbacks(self, view: View, root: View) -> _Elements:
        found: _Elements = {}
        if id(view.contents) in self.called:
            # A callback that refers back to the operation that it belongs to.
            return {}
        self.called.add(id(view.contents))
        for name, callback in view.members("callbacks"):
            for expression in callback.contents:
                item = callback.member(expression)
                if item is not None and not expression.startswith("x-"):
                    label = f"{name} {expression}"
                    inner = self._item(label, item, root)
                    found.update(inner)
        self.called.discard(id(view.contents))
        return found


def _is_bytes(media: View) -> bool:
    """Whether the schema of a media type that is not text says no more than that."""
    schema = media.member("schema")
    if schema is None:
        return media.contents.get("schema") in (None, True)
    return _says_bytes(schema)


def _says_bytes(schema: View) -> bool:
    """Whether a schema, or the one that it wraps, has no bounds."""
    inner = [one for word in _WRAPPERS for one in schema.entries(word)]
    said = {word for word, value in schema.contents.items() if (word, value) != ("minLength", 0)}
    bare = said <= _OF_BYTES | _WRAPPERS and schema.text("type", "string") == "string"
    return bare and len(inner) < 2 and all(map(_says_bytes, inner))


def _part_type(media: View, name: str) -> str:
    """The media type that a part of a form has where none is named."""
    schema = media.member("schema")
    properties = schema.member("properties") if schema else None
    part = properties.member(name) if properties else None
    if part is not None and part.text("type") == "array":
        part = part.member("items")
    if part is None or not part.has("type"):
        return "application/octet-stream"
    if part.text("type") == "object":
        return "application/json"
    return "application/octet-stream" if part.text("format") == "binary" else "text/plain"


def _root(view: View) -> Element:
    info = view.member("info")
    facts = {
        "version": info.text("version") if info else "",
        "openapi": view.text("openapi"),
        "title": info.text("title") if info else "",
        "description": info.text("description") if info else "",
        "extensions": _extensions(view),
    }
    return Element("root", "", view.place, facts)


def _operation_facts(view: View, item: View, root: View) -> dict[str, Any]:
    where = view if view.has("security") else root
    return {
        **_notes(view),
        "summary": view.text("summary"),
        "operationId": view.text("operationId"),
        "tags": tuple(sorted({tag for tag in view.list("tags") if isinstance(tag, str)})),
        "security": _alternatives(where.list("security")),
        "security_place": where.place,
        "stability": _stability(view) or _stability(item),
    }


def _stability(view: View) -> Any:
    return view.contents.get("x-stability-level")


def _alternatives(requirements: Iterable[Any]) -> tuple[Mapping[str, frozenset[str]], ...]:
    """Security as alternatives, each a mapping from scheme to scopes; nothing asked is one."""
    found = [
        {
            name: frozenset(scope for scope in scopes if isinstance(scope, str))
            for name, scopes in requirement.items()
            if isinstance(scopes, list)
        }
        for requirement in requirements
        if isinstance(requirement, dict)
    ]
    return tuple(found) or ({},)


def _notes(view: View) -> dict[str, Any]:
    """What every element may say about itself; a sunset may be a date that YAML has not read."""
    sunset = view.contents.get("x-sunset")
    return {
        "description": view.text("description"),
        "deprecated": view.flag("deprecated"),
        "sunset": None if sunset is None else str(sunset),
        "stability": _stability(view),
        "extensions": _extensions(view),
    }


def _extensions(view: View) -> dict[str, Any]:
    return {
        key: value
        for key, value in view.contents.items()
        if str(key)[:2] == "x-" and key not in _READ_EXTENSIONS
    }


def _status(status: str) -> str:
    return status.upper() if re.fullmatch(r"[1-5][xX]{2}", status) else status


def _parameter_key(view: View, names: Mapping[str, int]) -> str:
    """Path parameters are known by their position, headers without regard to case."""
    name, location = view.text("name"), view.text("in")
    if location == "path" and name in names:
        return f"path {names[name]}"
    return f"{location} {name.lower() if location == 'header' else name}"


def _scheme(name: str, view: View) -> Element:
    flows = {
        flow: {
            "authorizationUrl": found.text("authorizationUrl"),
            "tokenUrl": found.text("tokenUrl"),
            "refreshUrl": found.text("refreshUrl"),
            "scopes": _names(found.contents.get("scopes")),
        }
        for flow, found in view.members("flows")
    }
    kind = view.text("type")
    key, location = (view.text("name"), view.text("in")) if kind == "apiKey" else ("", "")
    facts = {
        "type": kind,
        "name": key.lower() if location == "header" else key,
        "in": location,
        "scheme": view.text("scheme").lower(),
        "openIdConnectUrl": view.text("openIdConnectUrl"),
        "bearerFormat": view.text("bearerFormat"),
        "flows": flows,
        "description": view.text("description"),
    }
    return Element("scheme", name, view.place, facts)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(sorted(map(str, value))) if isinstance(value, dict | list) else ()


def _servers(view: View, item: View, root: View) -> _Elements:
    """The servers of the nearest level that names any; `/` where none does."""
    for level in (view, item, root):
        found = [_server(server) for server in level.entries("servers")]
        if found:
            return {_TEMPLATE.sub("{}", server.key): server for server in found}
    return {"/": Element("server", "/", root.place, {"variables": {}})}


def _server(view: View) -> Element:
    variables = {
        name: (found.text("default"), tuple(sorted(map(str, found.list("enum")))))
        for name, found in view.members("variables")
    }
    url = view.text("url").rstrip("/") or "/"
    facts = {"variables": variables, "description": view.text("description")}
    return Element("server", url, view.place, facts)


def _link(name: str, view: View) -> Element:
    facts = {
        "target": view.text("operationId") or view.text("operationRef"),
        "parameters": view.contents.get("parameters"),
        "requestBody": view.contents.get("requestBody"),
    }
    return Element("link", name, view.place, facts)
