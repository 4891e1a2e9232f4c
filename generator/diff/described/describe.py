"""Document → Contract: reads what a description offers, its defaults written out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import field, replace
from typing import Any

from generator.definitions import definitions
from generator.diagnosis.cycles import circles, cut
from generator.diff.described.access import TEMPLATE, alternatives, scheme, servers
from generator.diff.described.contract import Contract, Element
from generator.diff.described.payloads import Payloads, said
from generator.diff.described.unchanged import NOTHING, Unchanged
from generator.document import Document
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.lower import Lowering
from generator.node import Node
from generator.operations import METHODS
from generator.parts import Part
from generator.path_items import fields_of
from generator.resolve import Library
from generator.shaping.families import families

_Elements = dict[str, Element]
_Fields = Mapping[str, Part]
"""What has each field of a path item; see `path_items`."""
_NOT_PARAMETERS = frozenset({"accept", "content-type", "authorization"})


def describe(
    document: Document, library: Library, name: str = "", leave: Unchanged = NOTHING
) -> Contract:
    """Return what a document promises, with its schemas lowered.

    Operations to `leave` out are those that nothing changed.
    """
    lowering = Lowering(library, by_letter=True)
    reading = _Reading(library, Payloads(lowering), leave)
    root = Part.root(library, document)
    reading.definitions(document)
    operations, webhooks, schemes = reading.offers(root)
    lowering.run()
    schemas = lowering.schemas
    if any(circles(schemas)):
        families(schemas, library.report)
        cut(schemas)
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
        offered=frozenset(
            {
                *(one.key for one in operations.values()),
                *(f"webhook {one.key}" for one in webhooks.values()),
                *leave.operations,
            }
        ),
        same=frozenset(one for one in reading.unseen.values() if one in schemas),
    )


def _type_id(node: Node) -> TypeId:
    return TypeId(f"{node.scope.document.source.name}#{node.pointer}")


@dataclass(frozen=True, slots=True)
class _Reading:
    library: Library
    payloads: Payloads
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
            type_id = self.payloads.lowering.add(node, key)
            self.named.setdefault(key, type_id)
            if document.kind == "schema":
                self.roots.setdefault(key, type_id)

    def offers(self, root: Part) -> tuple[_Elements, _Elements, _Elements]:
        """Read operations, webhooks and security schemes; a schema by itself has none."""
        if "openapi" not in root.contents:
            return {}, {}, {}
        operations, *webhooks = (
            self._items(root.member(name), root) for name in ("paths", "webhooks", "x-webhooks")
        )
        components = root.member("components")
        found = components.members("securitySchemes") if components else ()
        schemes = {name: scheme(name, raw) for name, raw in found}
        return operations, webhooks[0] | webhooks[1], schemes

    def _items(self, items: Part | None, root: Part, called: str = "") -> _Elements:
        """The operations of an object of path items; those of a callback are `called` by it."""
        found: _Elements = {}
        for name in items.contents if items else ():
            if items and not name.startswith("x-"):
                found |= self._item(f"{called}{name}", fields_of(items, name), root)
        return found

    def _item(self, path: str, fields: _Fields, root: Part) -> _Elements:
        """All operations of a path, keyed so that names of path parameters do not matter."""
        key = TEMPLATE.sub("{}", path)
        found = {}
        for method, raw in self._offered(path, fields):
            label = f"{method.upper()} {path}"
            found[f"{method.upper()} {key}"] = self._operation(label, raw, fields, root)
        return found

    def _offered(self, path: str, fields: _Fields) -> Iterator[tuple[str, Part]]:
        for method in METHODS:
            left_out = f"{method.upper()} {path}" in self.leave.operations
            raw = fields[method].member(method) if method in fields and not left_out else None
            if raw is not None:
                yield method, raw
        if "additionalOperations" in fields:
            yield from fields["additionalOperations"].members("additionalOperations")

    def _operation(self, label: str, raw: Part, fields: _Fields, root: Part) -> Element:
        body = raw.member("requestBody")
        parts = {
            "parameter": self._parameters(label.partition(" ")[2], raw, fields),
            "body": {"": self.payloads.body(body)} if body else {},
            "response": {
                _status(status): self.payloads.response(_status(status), found)
                for status, found in raw.members("responses")
                if not status.startswith("x-")
            },
            "callback": self._callbacks(raw, root),
            "server": servers(raw, fields.get("servers", raw), root),
        }
        own, shared = said(raw), said(fields.get("x-stability-level", raw))
        notes = replace(
            own, summary=raw.text("summary"), stability=own.stability or shared.stability
        )
        facts = _operation_facts(raw, root)
        is_component = "$ref" in fields and raw.place.pointer.startswith("/components/")
        used = fields["$ref"].place if is_component else None
        return Element("operation", label, raw.place, facts, parts, said=notes, used=used)

    def _parameters(self, path: str, raw: Part, fields: _Fields) -> _Elements:
        names = {name: index for index, name in enumerate(TEMPLATE.findall(path))}
        found = {}
        shared = fields["parameters"].entries("parameters") if "parameters" in fields else ()
        for one in (*shared, *raw.entries("parameters")):
            parameter = self.payloads.parameter(one, one.text("in"))
            ignored = one.text("in") == "header" and one.text("name").lower() in _NOT_PARAMETERS
            if not ignored and one.text("name"):
                found[_parameter_key(one, names)] = parameter
                place = (one.place.source.uri, one.place.pointer)
                self.parameters[place] = f"{one.text('in')} parameter {one.text('name')}"
        return found

    def _callbacks(self, raw: Part, root: Part) -> _Elements:
        found: _Elements = {}
        if id(raw.contents) in self.called:
            # A callback that refers back to the operation that it belongs to.
            return {}
        self.called.add(id(raw.contents))
        for name, callback in raw.members("callbacks"):
            found |= self._items(callback, root, f"{name} ")
        self.called.discard(id(raw.contents))
        return found


def _root(raw: Part) -> Element:
    info = raw.member("info")
    return Element("root", "", raw.place, {"version": info.text("version") if info else ""})


def _operation_facts(raw: Part, root: Part) -> dict[str, Any]:
    where = raw if "security" in raw.contents else root
    return {
        "operationId": raw.text("operationId"),
        "tags": tuple(sorted({tag for tag in raw.list("tags") if isinstance(tag, str)})),
        "security": alternatives(where.list("security")),
        "security_place": where.place,
    }


def _status(status: str) -> str:
    return status.upper() if re.fullmatch(r"[1-5][xX]{2}", status) else status


def _parameter_key(raw: Part, names: Mapping[str, int]) -> str:
    """Path parameters are known by their position, headers without regard to case."""
    name, location = raw.text("name"), raw.text("in")
    if location == "path" and name in names:
        return f"path {names[name]}"
    return f"{location} {name.lower() if location == 'header' else name}"
