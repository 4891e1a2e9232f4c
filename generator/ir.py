"""The intermediate representation: plain frozen data, with `TypeId`s instead of pointers.

A `Schema` is what a schema *says*: its keywords, in the spelling of JSON Schema 2020-12 whatever
the dialect it was written in, with `TypeId`s where subschemas stood. A `Shape` is what a person
would *call* it: an object with fields, an enum, a union. Targets read both and spell neither in
Python's words here.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any, Final, Literal, NewType

from generator.frozen import dataclass
from generator.source import Place

TypeId = NewType("TypeId", str)
"""`<source name>#<JSON Pointer>`, with a mark behind it for a variant of the schema there.

Properties and items that are plain scalars share an id if they say the same: in place of a pointer
it has what they say.
"""

JsonType = Literal["null", "boolean", "integer", "number", "string", "array", "object"]


class Missing:
    """The type of `MISSING`: the schema says nothing here (`None` would be JSON null)."""

    def __repr__(self) -> str:
        return "MISSING"


MISSING: Final = Missing()


@dataclass(frozen=True, slots=True)
class Notes:
    """The annotations of a schema: nothing in them changes which values are valid."""

    title: str = ""
    description: str = ""
    default: Any = MISSING
    examples: tuple[Any, ...] = ()
    deprecated: bool = False
    read_only: bool = False
    write_only: bool = False
    extensions: Mapping[str, Any] = field(default_factory=dict)
    """Members that start with `x-`, as they stand."""
    parameter: str = ""
    """The name of the parameter whose schema it is, or the items of whose list."""
    nullable: bool = False
    """Whether `nullable` is said where it is no keyword, which the tables of SDKs go by."""

    @property
    def override(self) -> str:
        """The name that the document prefers; empty if it does not say."""
        found = self.extensions.get("x-speakeasy-name-override")
        return found if isinstance(found, str) else ""


NO_NOTES: Final = Notes()


@dataclass(frozen=True, slots=True)
class Discriminator:
    """OpenAPI's discriminator; `mapping` holds what the document maps explicitly, in its order.

    None stands for all values that lead to no other schema, and for none at all.
    """

    property: str
    mapping: Mapping[str | None, TypeId]


@dataclass(frozen=True, slots=True)
class Contains:
    """`contains` with its bounds; `evaluates` is false in 2019-09, where it marks no item."""

    schema: TypeId
    minimum: int = 1
    maximum: int | None = None
    evaluates: bool = True


REFERENCES: Final = ("$ref", "$dynamicRef")
"""The keywords that lead to a schema which holds as well; they may stand side by side."""
VALUE_NAMES: Final = ("x-speakeasy-enums", "x-enum-varnames", "x-enumNames")
"""The extensions that say what the values of an enum are called; the first one counts."""
VALUE_DESCRIPTIONS: Final = (
    "x-speakeasy-enum-descriptions",
    "x-enum-descriptions",
    "x-enumDescriptions",
)
"""Those that say what the values mean."""
RECEIVED: Final = "received"
"""The keyword of our own that marks binary content which no request has."""
OPENNESS: Final = "x-speakeasy-unknown-values"
"""The extension that says whether an enum may have values that are not listed."""
ONE_SCHEMA: Final = frozenset(
    "not if then else items additionalProperties propertyNames unevaluatedItems "
    "unevaluatedProperties $ref $dynamicRef".split()
)
SEVERAL_SCHEMAS: Final = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
NAMED_SCHEMAS: Final = frozenset({"properties", "patternProperties", "dependentSchemas"})
IN_PLACE_APPLICATORS: Final = frozenset(
    {*REFERENCES, *"allOf anyOf oneOf not if then else dependentSchemas".split()}
)
"""The keywords whose schemas are applied to the very value that theirs is applied to."""


@dataclass(frozen=True, slots=True)
class Schema:
    """A schema in canonical form.

    `keywords` has 2020-12 names. Subschemas are `TypeId`s: one (`ONE_SCHEMA`), a tuple of them
    (`SEVERAL_SCHEMAS`) or a mapping to them (`NAMED_SCHEMAS`). `type` is a tuple; `contains` is a
    `Contains`; `discriminator` a `Discriminator`; `$ref` also stands for `$dynamicRef` and
    `$recursiveRef`, which are resolved; `unresolved` is one that leads nowhere, which was reported.
    `false` is the schema with the keyword `false: True`; one that is compared with another version
    has `rejected maxLength: True` for a keyword whose value was reported.
    """

    id: TypeId
    place: Place
    keywords: Mapping[str, Any]
    notes: Notes = NO_NOTES
    key: str | None = None
    """The name under which the document defines it (`components/schemas`, `$defs` …), if any."""
    dialect: str = "2020-12"


@dataclass(frozen=True, slots=True)
class Anything:
    """Any JSON value."""


@dataclass(frozen=True, slots=True)
class Never:
    """No value at all."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A JSON scalar. `format` is the schema's own word, or empty."""

    json: JsonType
    format: str = ""


@dataclass(frozen=True, slots=True)
class Constant:
    """One of a few fixed JSON values that are no enum (mixed types, booleans, a lone `const`)."""

    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Enum:
    """Named values of one JSON type; null is not among them (see `Type.nullable`)."""

    json: Literal["string", "integer"]
    values: tuple[Any, ...]


@dataclass(frozen=True, slots=True)
class Array:
    """A list of one type."""

    items: TypeId


@dataclass(frozen=True, slots=True)
class Tuple:
    """`prefixItems`, and the type of what may follow (`None`: nothing may)."""

    prefix: tuple[TypeId, ...]
    rest: TypeId | None


@dataclass(frozen=True, slots=True)
class Map:
    """An object without named properties."""

    values: TypeId


@dataclass(frozen=True, slots=True)
class Field:
    """A property. Its description and default are in the notes of its type's schema."""

    name: str
    type: TypeId
    required: bool


@dataclass(frozen=True, slots=True)
class Object:
    """Named properties in the schema's order; `additional` types the others (`None`: none).

    `base` is an object some of whose fields these are, if it is to be inherited from; `narrower`
    names those of the objects that inherit from this one which its discriminator tells apart.
    """

    fields: tuple[Field, ...]
    additional: TypeId | None
    base: TypeId | None = None
    narrower: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Union:
    """One of several types, in the schema's order; null is not among them."""

    members: tuple[TypeId, ...]
    discriminator: Discriminator | None = None


@dataclass(frozen=True, slots=True)
class Ref:
    """The same type as another."""

    target: TypeId


Shape = Anything | Never | Scalar | Constant | Enum | Array | Tuple | Map | Object | Union | Ref
Declared = Object | Enum | Union
"""The shapes that get a name of their own: as a class, an enum, an alias, a document."""


@dataclass(frozen=True, slots=True)
class Type:
    """A schema with its shape.

    `nullable` is true when null is valid besides the shape's values. `exact` is true when the
    shape, with the schema's own bounds, accepts exactly what the schema accepts; otherwise a
    target that validates has to check `schema.keywords` as well.
    """

    schema: Schema
    shape: Shape
    nullable: bool = False
    exact: bool = True


@dataclass(frozen=True, slots=True)
class Api:
    """All types of a run, and which of them the documents define by name, in their order.

    `schemas` has every schema, also those that only bound values (in `not`, `if` …).
    """

    title: str
    types: Mapping[TypeId, Type]
    named: tuple[TypeId, ...]
    schemas: Mapping[TypeId, Schema] = field(default_factory=dict)
