"""A dialect is a value: one for each draft of JSON Schema and each version of OpenAPI."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field, replace
from typing import Literal

from generator import assertions
from generator import keywords as kw
from generator.discriminator import discriminator, discriminator_before_32
from generator.frozen import dataclass
from generator.keywords import Keyword

_FORMATS = frozenset({"date", "date-time", "time", "email", "idn-email", "ipv4", "ipv6"})
"""The formats that no reading of the specifications lets other strings pass for."""


@dataclass(frozen=True, slots=True)
class Dialect:
    """What differs between the specifications that schemas are written in.

    `name` is how users call it; `specification` is its name in `referencing`. `formats` says when
    `format` is asserted: `always`, or only `typed` (next to `type: string`, where it names a type;
    alone it is an annotation, as 2019-09 and 2020-12 have it). `asserted` names the formats that
    are, unless a setting says all or none. `implied_objects`: `properties` without a `type` mean an
    object, as descriptions of services do.
    """

    name: str
    uri: str
    keywords: Mapping[str, Keyword]
    specification: str
    id_keyword: str = "$id"
    ref_siblings: bool = True
    integral_floats: bool = True
    formats: Literal["always", "typed"] = "always"
    asserted: frozenset[str] = _FORMATS
    implied_objects: bool = False
    dynamic: str = ""
    """The keyword that makes a reference of this dialect depend on the path that led there."""
    plain: frozenset[str] = field(init=False)
    """The keywords that say the same wherever they stand."""

    def __post_init__(self) -> None:
        plain = (name for name, read in self.keywords.items() if read in assertions.PLAIN)
        object.__setattr__(self, "plain", frozenset(plain))


_APPLICATORS_4: Mapping[str, Keyword] = {
    "allOf": kw.schemas,
    "anyOf": kw.schemas,
    "oneOf": kw.schemas,
    "not": kw.not_,
    "properties": kw.schema_map,
    "patternProperties": kw.pattern_map,
    "additionalProperties": kw.schema,
    "items": kw.items_or_tuple,
    "additionalItems": kw.additional_items,
    "dependencies": kw.dependencies,
    "definitions": kw.definitions,
    "$ref": kw.ref,
}
_ASSERTIONS_4: Mapping[str, Keyword] = {
    "type": assertions.type_,
    "enum": assertions.enum,
    "multipleOf": assertions.positive,
    "maximum": assertions.limit,
    "minimum": assertions.limit,
    "exclusiveMaximum": assertions.exclusive_flag,
    "exclusiveMinimum": assertions.exclusive_flag,
    "maxLength": assertions.count,
    "minLength": assertions.count,
    "pattern": kw.pattern,
    "maxItems": assertions.count,
    "minItems": assertions.count,
    "uniqueItems": assertions.boolean,
    "maxProperties": assertions.count,
    "minProperties": assertions.count,
    "required": assertions.strings,
    "format": assertions.string,
}
_ANNOTATIONS: Mapping[str, Keyword] = dict.fromkeys(
    (
        "title description default examples example deprecated readOnly writeOnly $schema $comment"
    ).split(),
    kw.annotation,
)

DRAFT4 = Dialect(
    "draft4",
    "http://json-schema.org/draft-04/schema",
    {**_ANNOTATIONS, **_APPLICATORS_4, **_ASSERTIONS_4, "id": kw.identifier},
    specification="DRAFT4",
    id_keyword="id",
    ref_siblings=False,
    integral_floats=False,
)

_NEW_IN_6: Mapping[str, Keyword] = {
    "$id": kw.identifier,
    "const": assertions.const,
    "contains": assertions.contains,
    "propertyNames": kw.schema,
    "maximum": assertions.number,
    "minimum": assertions.number,
    "exclusiveMaximum": assertions.number,
    "exclusiveMinimum": assertions.number,
}
DRAFT6 = Dialect(
    "draft6",
    "http://json-schema.org/draft-06/schema",
    {**_ANNOTATIONS, **_APPLICATORS_4, **_ASSERTIONS_4, **_NEW_IN_6},
    specification="DRAFT6",
    ref_siblings=False,
)

_NEW_IN_7: Mapping[str, Keyword] = {
    "if": kw.schema,
    "then": kw.schema,
    "else": kw.schema,
    "contentEncoding": assertions.string,
    "contentMediaType": assertions.string,
}
DRAFT7 = replace(
    DRAFT6,
    name="draft7",
    uri="http://json-schema.org/draft-07/schema",
    keywords={**DRAFT6.keywords, **_NEW_IN_7},
    specification="DRAFT7",
)

_NEW_IN_2019: Mapping[str, Keyword] = {
    "$anchor": kw.anchor,
    "$vocabulary": kw.annotation,
    "$recursiveAnchor": kw.annotation,
    "$recursiveRef": kw.recursive_ref,
    "$defs": kw.definitions,
    "dependentSchemas": kw.schema_map,
    "dependentRequired": assertions.string_lists,
    "minContains": kw.annotation,
    "maxContains": kw.annotation,
    "contains": assertions.contains_2019,
    "unevaluatedItems": kw.schema,
    "unevaluatedProperties": kw.schema,
    "contentSchema": kw.schema,
}
DRAFT201909 = replace(
    DRAFT7,
    name="2019-09",
    uri="https://json-schema.org/draft/2019-09/schema",
    keywords={**DRAFT7.keywords, **_NEW_IN_2019},
    specification="DRAFT201909",
    ref_siblings=True,
    formats="typed",
    asserted=_FORMATS | {"uuid"},
    dynamic="$recursiveAnchor",
)

_NEW_IN_2020: Mapping[str, Keyword] = {
    "$dynamicAnchor": kw.anchor,
    "$dynamicRef": kw.ref,
    "prefixItems": kw.schemas,
    "items": kw.schema,
    "contains": assertions.contains_2020,
}
_GONE_IN_2020 = ("additionalItems", "$recursiveRef", "$recursiveAnchor")
DRAFT202012 = replace(
    DRAFT201909,
    name="2020-12",
    uri="https://json-schema.org/draft/2020-12/schema",
    keywords={
        name: function
        for name, function in {**DRAFT201909.keywords, **_NEW_IN_2020}.items()
        if name not in _GONE_IN_2020
    },
    specification="DRAFT202012",
    dynamic="$dynamicAnchor",
)

_FLAGS: Mapping[str, Keyword] = {
    "maximum": assertions.limit,
    "minimum": assertions.limit,
    "exclusiveMaximum": assertions.exclusive_flag_or_number,
    "exclusiveMinimum": assertions.exclusive_flag_or_number,
}
_OPENAPI: Mapping[str, Keyword] = {
    "discriminator": discriminator_before_32,
    "items": kw.items_or_list_of_one,
    "xml": kw.annotation,
    "externalDocs": kw.annotation,
}
OPENAPI30 = replace(
    DRAFT7,
    name="openapi-3.0",
    uri="https://spec.openapis.org/oas/3.0/schema",
    keywords={
        **DRAFT7.keywords,
        **_OPENAPI,
        **_FLAGS,
        "nullable": assertions.nullable,
    },
    specification="OPENAPI30",
    id_keyword="",
    asserted=_FORMATS | {"uuid"},
    implied_objects=True,
)
OPENAPI31 = replace(
    DRAFT202012,
    name="openapi-3.1",
    uri="https://spec.openapis.org/oas/3.1/dialect/base",
    keywords={
        **DRAFT202012.keywords,
        **_OPENAPI,
        **_FLAGS,
        "exclusiveMaximum": assertions.exclusive_number_or_flag,
        "exclusiveMinimum": assertions.exclusive_number_or_flag,
    },
    specification="OPENAPI31",
    formats="always",
    implied_objects=True,
)
OPENAPI32 = replace(
    OPENAPI31,
    name="openapi-3.2",
    uri="https://spec.openapis.org/oas/3.2/dialect/2025-09-17",
    keywords={**OPENAPI31.keywords, "discriminator": discriminator},
)

DIALECTS: tuple[Dialect, ...] = (
    DRAFT4,
    DRAFT6,
    DRAFT7,
    DRAFT201909,
    DRAFT202012,
    OPENAPI30,
    OPENAPI31,
    OPENAPI32,
)

_VOCABULARIES: Mapping[str, frozenset[str]] = {
    "applicator": frozenset(
        "allOf anyOf oneOf not if then else properties patternProperties additionalProperties "
        "propertyNames items prefixItems additionalItems contains dependentSchemas".split()
    ),
    "unevaluated": frozenset({"unevaluatedItems", "unevaluatedProperties"}),
    "validation": frozenset(
        "type enum const multipleOf maximum exclusiveMaximum minimum exclusiveMinimum maxLength "
        "minLength pattern maxItems minItems uniqueItems maxContains minContains maxProperties "
        "minProperties required dependentRequired".split()
    ),
}


def restrict(dialect: Dialect, vocabulary: Mapping[str, bool]) -> Dialect:
    """Return the dialect of a metaschema: only keywords of the vocabularies that it names.

    A `format-assertion` vocabulary (2020-12), or `format` that is required (2019-09), makes
    `format` an assertion.
    """
    named = {uri.rstrip("/").rpartition("/")[2]: required for uri, required in vocabulary.items()}
    off = {word for name, words in _VOCABULARIES.items() if name not in named for word in words}
    asserted = "format-assertion" in named or named.get("format", False)
    return replace(
        dialect,
        keywords={n: kw.annotation if n in off else f for n, f in dialect.keywords.items()},
        formats="always" if asserted else dialect.formats,
    )


def named(name: str) -> Dialect | None:
    """Return the dialect that the settings call so; None if they name none."""
    return next((known for known in DIALECTS if known.name == name), None)


def by_uri(uri: str) -> Dialect | None:
    """Return the dialect whose metaschema `uri` names, with or without `#`, http or https."""
    return _BY_URI.get(_bare(uri))


def _bare(uri: str) -> str:
    return uri.partition("://")[2].removesuffix("#")


_BY_URI = {_bare(dialect.uri): dialect for dialect in DIALECTS}
