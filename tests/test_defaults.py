"""Defaults beside and behind a `$ref`: the nearest counts, in the class as in the table."""

from __future__ import annotations

import json
from typing import Any

import pytest
from tables import rows, tables

from generator.compiled import compile
from generator.targets.python._runtime import UNSET

Json = Any


def ref(name: str, **beside: Json) -> Json:
    return {"$ref": f"#/components/schemas/{name}", **beside}


COLOR = ref("Color")
SCHEMAS = {
    "Color": {"type": "string", "enum": ["red", "blue"], "default": "red"},
    "Alias": COLOR,
    "Far": ref("Color", default="blue"),
    "Wrong": {"type": "string", "enum": ["red"], "default": "purple"},
    "Tree": {"type": "object", "default": {}, "properties": {"tree": ref("Tree")}},
    "Counted": {"type": "object", "default": {"n": 2}, "properties": {"n": {"type": "integer"}}},
}
RULES = [
    ("3.1.0", COLOR, "red", '`"red"`'),
    ("3.1.0", ref("Color", default="blue"), "blue", '`"blue"`'),
    ("3.1.0", ref("Color", default=None), None, "`null`"),
    ("3.1.0", ref("Alias"), "red", '`"red"`'),
    ("3.1.0", ref("Far"), "blue", '`"blue"`'),
    ("3.1.0", {"allOf": [COLOR]}, "red", '`"red"`'),
    ("3.1.0", {"allOf": [ref("Far")], "description": "x"}, "blue", '`"blue"`'),
    ("3.1.0", {"anyOf": [COLOR, {"type": "null"}]}, "red", '`"red"`'),
    ("3.1.0", {"anyOf": [COLOR, {"type": "null"}], "default": None}, None, "`null`"),
    ("3.1.0", {"anyOf": [ref("Wrong"), {"type": "null"}]}, UNSET, '`"purple"`'),
    ("3.1.0", ref("Counted"), {"n": 2}, '`{"n": 2}`'),
    ("3.0.3", COLOR, "red", '`"red"`'),
    ("3.0.3", ref("Color", default="blue", nullable=True), "red", '`"red"`'),
    ("3.0.3", ref("Far"), "red", '`"red"`'),
    ("3.0.3", {"allOf": [COLOR], "default": "blue"}, "blue", '`"blue"`'),
]


def description(version: str, field: Json) -> Json:
    """A description whose `Thing` has the field `a`."""
    thing = {"type": "object", "properties": {"a": field}}
    info = {"title": "Shop", "version": "1"}
    return {"openapi": version, "info": info, "components": {"schemas": SCHEMAS | {"Thing": thing}}}


@pytest.mark.parametrize(("version", "field", "default", "cell"), RULES)
def test_the_nearest_default_counts(version: str, field: Json, default: Json, cell: str) -> None:
    described = description(version, field)
    codec = compile(described)["#/components/schemas/Thing"]
    made = codec.decode({})
    assert (made.a.to_dict() if isinstance(default, dict) else made.a) == default
    assert codec.encode(made) == {}
    assert codec.is_valid({"a": None}) is (default is UNSET or "anyOf" in field)
    text = "\n".join(f"{name}: {json.dumps(value)}" for name, value in described.items())
    found = tables(text, include="all", default_column=True)
    assert rows(found["models/thing.md"])[0].split(" | ")[3] == cell


def test_a_default_that_would_contain_itself_is_none() -> None:
    codec = compile(description("3.1.0", ref("Tree")))["#/components/schemas/Thing"]
    assert codec.decode({}).a.to_dict() == {}
