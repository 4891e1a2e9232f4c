"""Codecs of small schemas, for the tests of what they do with a value."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

import pytest

from generator.compiled import compile
from generator.config import Settings
from generator.targets.python._runtime import Codec, DecodeError, Problem

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}


def root(schema: Json, **settings: Any) -> Codec:
    """The codec of a schema."""
    return compile(schema, settings=Settings(**settings))["#"]


def component(schemas: Json, name: str) -> Codec:
    """The codec of one of the components of an OpenAPI 3.0 description."""
    return described(schemas)[f"#/components/schemas/{name}"]


def described(schemas: Json, **settings: Any) -> Mapping[str, Codec]:
    """The codecs of the components of an OpenAPI 3.0 description."""
    info = {"title": "Shop", "version": "1"}
    description = {"openapi": "3.0.3", "info": info, "components": {"schemas": schemas}}
    return compile(description, settings=Settings(**settings))


def record(required: tuple[str, ...] = (), **properties: Json) -> Json:
    """The schema of an object."""
    return {"type": "object", "properties": properties, "required": list(required)}


def ref(name: str, **beside: Json) -> Json:
    """The schema of a component."""
    return {"$ref": f"#/components/schemas/{name}", **beside}


def problems(codec: Codec, value: Json, **options: Any) -> list[Problem]:
    with pytest.raises(DecodeError) as raised:
        codec.decode(value, **options)
    return raised.value.problems


def told(codec: Codec, value: Json) -> list[tuple[str, str, Json, Json]]:
    """What is told of each problem."""
    return [(p.path, p.keyword, p.expected, p.actual) for p in problems(codec, value)]


def comes_back(codec: Codec, value: Json) -> bool:
    """Whether a value is decoded and encoded to the same text."""
    return json.dumps(codec.encode(codec.decode(value))) == json.dumps(value)


OBJECT = record(("b",), a=INTEGER, b={"type": "number"}, c=record(x={}))
NUMBER = {"type": "number", "format": "decimal"}
TAGGED = {
    "oneOf": [
        record(("kind", "n"), kind={"const": "a"}, n=INTEGER),
        record(("kind",), kind={"enum": ["b", "c"]}, s=STRING),
    ]
}
