"""The normal form of a schema: what it accepts, type by type, however it was written."""

from __future__ import annotations

import json
from collections.abc import Hashable, Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Final

from generator.facets import EXCLUSIVE, FACETS, json_type
from generator.frozen import dataclass
from generator.ir import NO_NOTES, Contains, Notes, TypeId

Conj = tuple[TypeId, ...]
"""Schemas that all have to hold; the empty one accepts anything."""

ANYTHING: Final[Conj] = ()
NOWHERE: Final = TypeId("")
TYPES: Final = frozenset({"null", "boolean", "number", "string", "array", "object"})
_NONE: Final[Mapping[str, Any]] = MappingProxyType({})

_OF_FACETS: Final = {
    facet.keyword: facet.type
    for facet in FACETS
    if facet.type != "any" and facet.keyword not in {*EXCLUSIVE, "required"}
}
BOUND_TYPES: Final[Mapping[str, str]] = {
    "integer": "number",
    **{keyword: name for keyword, name in _OF_FACETS.items() if name == "number"},
    "numeric format": "number",
    **_OF_FACETS,
}
"""Which values each bound speaks of, in the order in which changes of them are told.

`minimum` and `maximum` hold `(limit, exclusive)`.
"""


@dataclass(frozen=True, slots=True)
class Objects:
    """What a form says of objects; `additional` is for members that nothing else names."""

    properties: Mapping[str, Conj] = field(default_factory=lambda: _NONE)
    required: frozenset[str] = frozenset()
    patterns: Mapping[str, Conj] = field(default_factory=lambda: _NONE)
    additional: Conj = ANYTHING
    names: Conj = ANYTHING
    dependent_required: Mapping[str, frozenset[str]] = field(default_factory=lambda: _NONE)
    dependents: Mapping[str, Conj] = field(default_factory=lambda: _NONE)
    unevaluated: Conj = ANYTHING


@dataclass(frozen=True, slots=True)
class Arrays:
    """What a form says of arrays; `items` is for those behind the `prefix`."""

    prefix: tuple[Conj, ...] = ()
    items: Conj = ANYTHING
    contains: tuple[Contains, ...] = ()
    unevaluated: Conj = ANYTHING


@dataclass(frozen=True, slots=True)
class Branches:
    """An `anyOf` or `oneOf` that could not be told apart by type.

    `null` says that null is valid besides the branches, `null_at` which branch says so;
    `tags` are the values of the discriminator `property`, those that OpenAPI implies included.
    """

    keyword: str
    branches: tuple[Conj, ...]
    null: bool = False
    property: str = ""
    tags: Mapping[str, TypeId] = field(default_factory=lambda: _NONE)
    origin: TypeId = NOWHERE
    null_at: TypeId = NOWHERE


@dataclass(frozen=True, slots=True)
class Condition:
    """`if`, `then` and `else`."""

    test: TypeId
    then: Conj
    otherwise: Conj


@dataclass(frozen=True, slots=True)
class Form:
    """What a conjunction of schemas accepts.

    `types` are the JSON types that are possible (an integer is a number with the bound `integer`);
    `values` lists the values of those types that have a fixed list. `content` is for what strings
    hold as text. `origin` says in which schema a keyword stands (`maxLength`, `properties/name`),
    and by `null` in which one null is allowed.
    """

    types: frozenset[str] = TYPES
    values: Mapping[str, tuple[Any, ...]] = field(default_factory=lambda: _NONE)
    bounds: Mapping[str, Any] = field(default_factory=lambda: _NONE)
    objects: Objects = Objects()
    arrays: Arrays = Arrays()
    unions: tuple[Branches, ...] = ()
    content: Conj = ANYTHING
    negations: tuple[TypeId, ...] = ()
    conditions: tuple[Condition, ...] = ()
    notes: Notes = NO_NOTES
    origin: Mapping[str, TypeId] = field(default_factory=lambda: _NONE)
    name: str | None = None

    @property
    def is_anything(self) -> bool:
        """Whether every value is accepted, as far as can be seen from here."""
        told = self.values or self.bounds or self.content or self.unions
        plain = not (told or self.negations)
        shapeless = self.objects == Objects() and self.arrays == Arrays()
        return self.types == TYPES and plain and shapeless and not self.conditions

    @property
    def is_never(self) -> bool:
        """Whether no value is accepted."""
        return not self.types

    def free(self, name: str) -> bool:
        """Whether every value of one JSON type is accepted."""
        if name not in self.types or name in self.values:
            return False
        if any(BOUND_TYPES[keyword] == name for keyword in self.bounds):
            return False
        if name == "object":
            return self.objects == Objects()
        if name == "string":
            return not self.content
        return name != "array" or self.arrays == Arrays()


ANY_FORM: Final = Form()


def identity(value: Any) -> Hashable:
    """Return what is equal for equal JSON values: 1 is 1.0 and is not true."""
    name = json_type(value)
    if name in ("array", "object"):
        return name, json.dumps(value, sort_keys=True, default=str)
    return name, value
