"""`readOnly` and `writeOnly`: what a request sends, and what a response returns.

A property that is read-only stands in no request, a write-only one in no response. Where that
makes a difference, a schema gets a variant of its own, `<id>~input` or `<id>~output`.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import TypeVar

from generator.closure import closure
from generator.ir import Schema, TypeId
from generator.lower import Lowered
from generator.operations import Body, Content, Operation, Parameter, Response
from generator.shaping.composition import mapped, members, subschemas

INPUT, OUTPUT = "~input", "~output"
_Typed = TypeVar("_Typed", Parameter, Content)
_Holder = TypeVar("_Holder", Body, Response)


def variants(lowered: Lowered, *, whole: bool = False) -> Lowered:
    """Add the variants that operations need, and make the operations use them.

    They stand for the component itself, unless the `whole` of it is asked for, too.
    """
    schemas, service = dict(lowered.schemas), lowered.service
    sent = _Variant(lowered.schemas, INPUT, lambda schema: schema.notes.read_only)
    returned = _Variant(lowered.schemas, OUTPUT, lambda schema: schema.notes.write_only)
    if not sent.dropped and not returned.dropped:
        return lowered
    users = _users(lowered.schemas)
    for variant in (sent, returned):
        variant.affected = closure(variant.dropped, lambda type_id: users.get(type_id, ()))
    operations = tuple(_operation(o, sent, returned) for o in service.operations)
    # There, the server sends what the client of an operation would.
    calls = tuple(_operation(o, returned, sent) for o in service.calls)
    for variant in (sent, returned):
        schemas.update(variant.made())
    named = lowered.named if whole else tuple(_used(t, returned, sent) for t in lowered.named)
    service = replace(service, operations=operations, calls=calls)
    return replace(lowered, schemas=schemas, named=named, service=service)


def _users(schemas: Mapping[TypeId, Schema]) -> Mapping[TypeId, Sequence[TypeId]]:
    """Return the schemas that each one is a part of."""
    users: dict[TypeId, list[TypeId]] = defaultdict(list)
    for type_id, schema in schemas.items():
        for below in subschemas(schema.keywords):
            users[below].append(type_id)
    return users


def _used(type_id: TypeId, *directions: _Variant) -> TypeId:
    """What operations have of a component; the whole of it is for whatever else uses it."""
    return next((one.of(type_id) for one in directions if type_id in one.wanted), type_id)


class _Variant:
    """One direction: the schemas without the properties that do not go that way."""

    def __init__(
        self, schemas: Mapping[TypeId, Schema], mark: str, hidden: Callable[[Schema], bool]
    ) -> None:
        self.schemas = schemas
        self.mark = mark
        self.hidden = {type_id for type_id, schema in schemas.items() if hidden(schema)}
        self.dropped = dict(self._dropped() if self.hidden else ())
        self.affected: set[TypeId] = set()
        self.wanted: dict[TypeId, None] = {}

    def of(self, type_id: TypeId) -> TypeId:
        """Return the variant of a schema, or the schema itself where nothing is left out."""
        if type_id not in self.affected:
            return type_id
        self.wanted[type_id] = None
        return TypeId(f"{type_id}{self.mark}")

    def typed(self, parts: tuple[_Typed, ...]) -> tuple[_Typed, ...]:
        """Return parts of an operation with variants for their types."""
        if self.affected.isdisjoint(part.type for part in parts):
            return parts
        return tuple(replace(part, type=self.of(part.type)) for part in parts)

    def held(self, holder: _Holder) -> _Holder:
        """Return a body or a response with variants for the types of what it holds."""
        contents = self.typed(holder.contents)
        return holder if contents is holder.contents else replace(holder, contents=contents)

    def made(self) -> Iterator[tuple[TypeId, Schema]]:
        """Yield the variants that were asked for, and those that they consist of."""
        done: set[TypeId] = set()
        while len(done) < len(self.wanted):
            for type_id in [t for t in self.wanted if t not in done]:
                done.add(type_id)
                schema = self._without(self.schemas[type_id])
                yield schema.id, schema

    def _dropped(self) -> Iterator[tuple[TypeId, frozenset[str]]]:
        """Yield each schema with properties that are left out, and their names."""
        referring = (t for t, schema in self.schemas.items() if "$ref" in schema.keywords)
        hidden = self.hidden.union(filter(self._is_hidden, referring))
        for type_id, schema in self.schemas.items():
            properties = schema.keywords.get("properties", {})
            if not hidden.isdisjoint(properties.values()):
                yield type_id, frozenset(name for name, t in properties.items() if t in hidden)

    def _is_hidden(self, type_id: TypeId) -> bool:
        seen: set[TypeId] = set()
        while type_id not in self.hidden and type_id not in seen:
            seen.add(type_id)
            type_id = self.schemas[type_id].keywords.get("$ref", type_id)
        return type_id in self.hidden

    def _without(self, schema: Schema) -> Schema:
        names = self._dropped_in(schema)
        keywords = dict(schema.keywords)
        if names and "properties" in keywords:
            kept = {n: t for n, t in keywords["properties"].items() if n not in names}
            keywords["properties"] = kept
        if names and "required" in keywords:
            keywords["required"] = tuple(n for n in keywords["required"] if n not in names)
        for member in schema.keywords.get("allOf", ()):
            if self.schemas[member].key is None:
                self.dropped[member] = self.dropped.get(member, frozenset()) | names
        return replace(
            schema, id=TypeId(f"{schema.id}{self.mark}"), keywords=mapped(keywords, self.of)
        )

    def _dropped_in(self, schema: Schema) -> frozenset[str]:
        """The names left out in a schema or in what holds for the same object."""
        together = closure([schema.id], lambda type_id: members(self.schemas[type_id]))
        return frozenset[str]().union(*(self.dropped.get(one, ()) for one in together))


def _operation(operation: Operation, sent: _Variant, returned: _Variant) -> Operation:
    parameters = sent.typed(operation.parameters)
    body = sent.held(operation.body) if operation.body else None
    responses = tuple(map(returned.held, operation.responses))
    return replace(operation, parameters=parameters, body=body, responses=responses)
