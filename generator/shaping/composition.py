"""What a schema, or a shape, is put together from: what it refers to, its `allOf`, and theirs."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Any

from generator.ir import (
    NAMED_SCHEMAS,
    NO_NOTES,
    ONE_SCHEMA,
    REFERENCES,
    SEVERAL_SCHEMAS,
    Array,
    Contains,
    Discriminator,
    Map,
    Notes,
    Object,
    Ref,
    Schema,
    Shape,
    Tuple,
    TypeId,
    Union,
)

_STRUCTURAL = ONE_SCHEMA | SEVERAL_SCHEMAS | NAMED_SCHEMAS | {"contains", "discriminator"}


def parts(schema: Schema, schemas: Mapping[TypeId, Schema]) -> Iterator[Schema]:
    """Yield the schemas that hold together, in their order, and the schema itself last.

    Where some are reached in several ways, all come twice: in the order of where they are met
    first, and then of where they are met last. That is what decides the order of properties, and
    their types, and does not grow with the number of ways.
    """
    seen: set[TypeId] = set()
    stack, several = [(schema, False)], False
    while stack:
        found, complete = stack.pop()
        if complete:
            yield found
        elif found.id in seen:
            several = True
        else:
            seen.add(found.id)
            stack.append((found, True))
            stack += [(schemas[member], False) for member in reversed(members(found))]
    if several:
        yield from _as_met_last(schema, schemas)


def _as_met_last(schema: Schema, schemas: Mapping[TypeId, Schema]) -> Iterator[Schema]:
    found: dict[TypeId, Schema] = {}
    stack = [schema]
    while stack:
        part = stack.pop()
        if part.id not in found:
            found[part.id] = part
            stack += [schemas[member] for member in members(part)]
    yield from reversed(found.values())


def members(schema: Schema) -> tuple[TypeId, ...]:
    """Return the schemas that hold together with a schema, as it names them."""
    keywords = schema.keywords
    referred = [keywords[keyword] for keyword in REFERENCES if keyword in keywords]
    return (*referred, *keywords.get("allOf", ()))


def resolved(schemas: Mapping[TypeId, Schema], type_id: TypeId) -> Schema:
    """Return the schema behind plain references; a cycle of them was reported before."""
    seen: set[TypeId] = set()
    found = schemas[type_id]
    while len(found.keywords) == 1 and "$ref" in found.keywords and found.id not in seen:
        seen.add(found.id)
        found = schemas[found.keywords["$ref"]]
    return found


def subschemas(keywords: Mapping[str, Any]) -> Iterable[TypeId]:
    """Yield the schemas that the keywords of one are made of."""
    for keyword, value in keywords.items():
        if keyword in ONE_SCHEMA:
            yield value
        elif keyword in SEVERAL_SCHEMAS:
            yield from value
        elif keyword in NAMED_SCHEMAS:
            yield from value.values()
        elif keyword == "contains":
            yield value.schema
        elif keyword == "discriminator":
            yield from value.mapping.values()


def leads_to(shape: Shape) -> Sequence[TypeId]:
    """Return the types that a shape is made of."""
    # Asked for every type, several times: `match` takes three times as long.
    if isinstance(shape, Object):
        inner = [field.type for field in shape.fields]
        inner += [part for part in (shape.additional, shape.base) if part is not None]
        return [*inner, *shape.narrower.mapping.values()] if shape.narrower else inner
    if isinstance(shape, Ref):
        return (shape.target,)
    if isinstance(shape, Union):
        return shape.members
    if isinstance(shape, Array):
        return (shape.items,)
    if isinstance(shape, Map):
        return (shape.values,)
    if isinstance(shape, Tuple):
        return shape.prefix if shape.rest is None else (*shape.prefix, shape.rest)
    return ()


def mapped(keywords: Mapping[str, Any], of: Callable[[TypeId], TypeId]) -> Mapping[str, Any]:
    """Return keywords with others in the place of the schemas that they are made of."""
    return {k: _mapped(v, of) if k in _STRUCTURAL else v for k, v in keywords.items()}


def _mapped(value: Any, of: Callable[[TypeId], TypeId]) -> Any:
    """Put others in the place of the schemas that a keyword's value consists of."""
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


def is_changed(schema: Schema) -> bool:
    """Whether a schema says more of values than the one that it refers to does."""
    notes = schema.notes
    nullable = "nullable" in schema.keywords or notes.nullable
    return nullable or notes.read_only or notes.write_only


def only_describes(schema: Schema) -> bool:
    """Whether a schema says nothing of values, and a description is all that it adds."""
    described = schema.notes.description
    return not schema.keywords and schema.notes == Notes(description=described) != NO_NOTES
