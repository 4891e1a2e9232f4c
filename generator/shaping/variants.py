"""`readOnly` and `writeOnly`: what a request sends, and what a response returns.

A property that is read-only stands in no request, a write-only one in no response. Where that
makes a difference, a schema gets a variant of its own, `<id>~input` or `<id>~output`.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.frozen import dataclass
from generator.ir import Contains, Discriminator, Schema, TypeId
from generator.lower import Lowered
from generator.operations import Body, Content, Operation, Parameter, Response

INPUT, OUTPUT = "~input", "~output"
_ONE = (
    "not", "if", "then", "else", "items", "additionalProperties", "propertyNames",
    "unevaluatedItems", "unevaluatedProperties", "$ref", "$dynamicRef",
)  # fmt: skip
_SEVERAL = ("allOf", "anyOf", "oneOf", "prefixItems")
_NAMED = ("properties", "patternProperties", "dependentSchemas")
_STRUCTURAL = frozenset((*_ONE, *_SEVERAL, *_NAMED, "contains", "discriminator"))
_SAME_OBJECT = frozenset({"allOf", "$ref", "$dynamicRef"})


def variants(lowered: Lowered, *, whole: bool = False) -> Lowered:
    """Add the variants that operations need, and make the operations use them.

    They stand for the component itself, unless the `whole` of it is asked for, too.
    """
    schemas, service = dict(lowered.schemas), lowered.service
    sent = _Variant(lowered.schemas, INPUT, lambda schema: schema.notes.read_only)
    returned = _Variant(lowered.schemas, OUTPUT, lambda schema: schema.notes.write_only)
    if not sent.affected and not returned.affected:
        return lowered
    operations = tuple(_operation(o, sent.of, returned.of) for o in service.operations)
    for variant in (sent, returned):
        schemas.update(variant.made())
    named = lowered.named if whole else tuple(_used(t, returned, sent) for t in lowered.named)
    return Lowered(schemas, named, replace(service, operations=operations))


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
        self.hidden = hidden
        self.dropped: dict[TypeId, frozenset[str]] = {}
        self.affected = self._affected()
        self.wanted: dict[TypeId, None] = {}

    def of(self, type_id: TypeId) -> TypeId:
        """Return the variant of a schema, or the schema itself where nothing is left out."""
        if type_id not in self.affected:
            return type_id
        self.wanted[type_id] = None
        return TypeId(f"{type_id}{self.mark}")

    def made(self) -> Iterator[tuple[TypeId, Schema]]:
        """Yield the variants that were asked for, and those that they consist of."""
        done: set[TypeId] = set()
        while len(done) < len(self.wanted):
            for type_id in [t for t in self.wanted if t not in done]:
                done.add(type_id)
                schema = self._without(self.schemas[type_id])
                yield schema.id, schema

    def _affected(self) -> frozenset[TypeId]:
        """The schemas from which a property that is left out can be reached."""
        owners: dict[TypeId, list[TypeId]] = defaultdict(list)
        queue: deque[TypeId] = deque()
        if not any(map(self.hidden, self.schemas.values())):
            return frozenset()
        for type_id, schema in self.schemas.items():
            names = self._hidden_names(schema)
            if names:
                self.dropped[type_id] = names
                queue.append(type_id)
        if not queue:
            return frozenset()
        for type_id, schema in self.schemas.items():
            for below in subschemas(schema.keywords):
                owners[below].append(type_id)
        seen = set(queue)
        while queue:
            for owner in owners[queue.popleft()]:
                if owner not in seen:
                    seen.add(owner)
                    queue.append(owner)
        return frozenset(seen)

    def _hidden_names(self, schema: Schema) -> frozenset[str]:
        properties = schema.keywords.get("properties", {})
        return frozenset(name for name, t in properties.items() if self._is_hidden(t))

    def _is_hidden(self, type_id: TypeId) -> bool:
        seen: set[TypeId] = set()
        while type_id not in seen:
            seen.add(type_id)
            schema = self.schemas[type_id]
            if self.hidden(schema):
                return True
            type_id = schema.keywords.get("$ref", type_id)
        return False

    def _without(self, schema: Schema) -> Schema:
        names = self._dropped_in(schema)
        keywords = dict(schema.keywords)
        if names and "properties" in keywords:
            kept = {n: t for n, t in keywords["properties"].items() if n not in names}
            keywords["properties"] = kept
        if names and "required" in keywords:
            keywords["required"] = tuple(n for n in keywords["required"] if n not in names)
        renamed = {k: _mapped(v, self.of) if k in _STRUCTURAL else v for k, v in keywords.items()}
        for member in schema.keywords.get("allOf", ()):
            if self.schemas[member].key is None:
                self.dropped[member] = self.dropped.get(member, frozenset()) | names
        return replace(schema, id=TypeId(f"{schema.id}{self.mark}"), keywords=renamed)

    def _dropped_in(self, schema: Schema) -> frozenset[str]:
        """The names left out in a schema or in what holds for the same object."""
        names: frozenset[str] = frozenset()
        seen: set[TypeId] = set()
        queue = [schema.id]
        while queue:
            type_id = queue.pop()
            if type_id in seen:
                continue
            seen.add(type_id)
            names |= self.dropped.get(type_id, frozenset())
            keywords = self.schemas[type_id].keywords
            for keyword in _SAME_OBJECT & keywords.keys():
                queue += keywords[keyword] if keyword == "allOf" else [keywords[keyword]]
        return names


def subschemas(keywords: Mapping[str, Any]) -> Iterable[TypeId]:
    """Yield the schemas that the keywords of one are made of."""
    for keyword, value in keywords.items():
        if keyword in _ONE:
            yield value
        elif keyword in _SEVERAL:
            yield from value
        elif keyword in _NAMED:
            yield from value.values()
        elif keyword == "contains":
            yield value.schema
        elif keyword == "discriminator":
            yield from value.mapping.values()


def _mapped(value: Any, of: Callable[[TypeId], TypeId]) -> Any:
    """Put variants in the place of the schemas that a keyword's value consists of."""
    if isinstance(value, str):
        return of(TypeId(value))
    if isinstance(value, tuple):
        return tuple(of(TypeId(v)) for v in value)
    if isinstance(value, dict):
        return {name: of(TypeId(v)) for name, v in value.items()}
    if isinstance(value, Contains):
        return replace(value, schema=of(value.schema))
    if isinstance(value, Discriminator):
        return replace(value, mapping={k: of(v) for k, v in value.mapping.items()})
    return value


@dataclass(frozen=True, slots=True)
class _Use:
    """Puts the variants of one direction into the parts of an operation."""

    of: Callable[[TypeId], TypeId]

    def parameter(self, parameter: Parameter) -> Parameter:
        return replace(parameter, type=self.of(parameter.type))

    def contents(self, part: Body | Response) -> tuple[Content, ...]:
        return tuple(replace(content, type=self.of(content.type)) for content in part.contents)


def _operation(
    operation: Operation, sent: Callable[[TypeId], TypeId], returned: Callable[[TypeId], TypeId]
) -> Operation:
    into, out = _Use(sent), _Use(returned)
    body = operation.body
    return replace(
        operation,
        parameters=tuple(map(into.parameter, operation.parameters)),
        body=replace(body, contents=into.contents(body)) if body else None,
        responses=tuple(replace(r, contents=out.contents(r)) for r in operation.responses),
    )
