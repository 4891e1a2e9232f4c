"""Making types that no schema says: ordinary objects and unions, for every target to treat as such.

The format of a made scalar says what no schema can: `raw response`, `response stream`, `upload`.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field, replace
from itertools import count
from typing import Any, Final

from generator.frozen import dataclass
from generator.ir import (
    NO_NOTES,
    Api,
    Array,
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
)
from generator.names.casing import class_name, snake
from generator.shaping.aliases import chain, resolve
from generator.source import Place, Source

STRING, INTEGER = TypeId("string"), TypeId("integer")
RAW_RESPONSE, RAW_REQUEST = TypeId("raw response"), TypeId("raw request")
STREAM, HEADERS = TypeId("response stream"), TypeId("headers")
FILE = TypeId("file")
_HEADER_VALUES = TypeId("header values")
BINARY: Final = Scalar("string", "binary")
_FIXED: Final[Mapping[TypeId, Shape]] = {
    STRING: Scalar("string"),
    INTEGER: Scalar("integer"),
    RAW_RESPONSE: Scalar("string", "raw response"),
    RAW_REQUEST: Scalar("string", "raw request"),
    STREAM: Scalar("string", "response stream"),
    FILE: BINARY,
    _HEADER_VALUES: Array(STRING),
    HEADERS: Map(_HEADER_VALUES),
}
NOWHERE: Final = Place(Source("", "", "", "memory"))
"""Where types stand that are made where no schema is."""


@dataclass(frozen=True, slots=True)
class Slot:
    """A field of a wrapper."""

    name: str
    type: TypeId
    required: bool = True
    notes: Notes = NO_NOTES
    keywords: Mapping[str, Any] = field(default_factory=dict)


def described(description: str) -> Notes:
    """Return the notes of a field that has nothing but a description."""
    return Notes(description=description)


@dataclass(frozen=True, slots=True)
class Making:
    """The types of a run, to which wrappers are added; `types` are those of `api`.

    What is made stands at `place`.
    """

    api: Api
    types: dict[TypeId, Type]
    place: Place

    def resolved(self, type_id: TypeId) -> Type:
        """Return a type after its references."""
        return resolve(self.api, type_id).type

    def make(self, schema: Schema, shape: Shape) -> TypeId:
        """Add a type."""
        self.types[schema.id] = Type(schema, shape)
        return schema.id

    def schema(self, mark: str, keywords: Mapping[str, Any], notes: Notes = NO_NOTES) -> Schema:
        """Return a schema for a type to be made, which no document has."""
        return Schema(TypeId(mark), self.place, keywords, notes)

    def object(self, schema: Schema, rows: Sequence[Slot]) -> TypeId:
        """Add a class with the rows as its fields; of one name, later ones get a number."""
        made = [self._field(schema, row) for row in _apart(rows)]
        keywords = {
            "type": ("object",),
            "properties": {field.name: field.type for field in made},
            "required": tuple(field.name for field in made if field.required),
        }
        whole = Schema(schema.id, schema.place, keywords, schema.notes, schema.key)
        return self.make(whole, Object(tuple(made), None))

    def _field(self, owner: Schema, row: Slot) -> Field:
        target = self._fixed(row.type)
        keywords = {"allOf": (target,), **row.keywords}
        schema = self.schema(f"{owner.id}/{row.name}", keywords, row.notes)
        return Field(row.name, self.make(schema, Ref(target)), row.required)

    def _fixed(self, type_id: TypeId) -> TypeId:
        """Add one of the types that wrappers are made of, when it is needed first."""
        shape = _FIXED.get(type_id)
        if shape is not None and type_id not in self.types:
            self.make(self.schema(type_id, _keywords(shape)), shape)
            if isinstance(shape, Array | Map):
                self._fixed(shape.items if isinstance(shape, Array) else shape.values)
        return type_id

    def stream(self) -> TypeId:
        """Return the type of a body that is a file."""
        return self._fixed(STREAM)

    def file(self) -> TypeId:
        """Return the type of a body that is sent as it is."""
        return self._fixed(FILE)

    def component_name(self, type_id: TypeId) -> str:
        """Return the field name that a component's class gives; empty if the type is none."""
        keyed = (one for one in chain(self.api, type_id) if one.schema.key is not None)
        found = next(keyed, None)
        if found is None or isinstance(found.shape, Array | Map | Scalar):
            return ""
        return snake(class_name(found.schema.notes.override or found.schema.key or ""))


def _keywords(shape: Shape) -> Mapping[str, Any]:
    """What a schema of a fixed type says; none tells of a stream, or of an object of a library."""
    match shape:
        case Scalar(json, ""):
            return {"type": (json,)}
        case Array(items):
            return {"type": ("array",), "items": items}
        case Map(values):
            return {"type": ("object",), "additionalProperties": values}
    return {}


def _apart(rows: Sequence[Slot]) -> Iterator[Slot]:
    taken, met = {row.name for row in rows}, set[str]()
    for row in rows:
        name = row.name
        if name in met:
            name = next(n for i in count(1) if (n := f"{row.name}_{i}") not in taken)
        met.add(name)
        taken.add(name)
        yield row if name == row.name else replace(row, name=name)
