"""Defaults beside and behind a `$ref`: the nearest counts, in the class as in the table."""

from __future__ import annotations

import json

import pytest

from generator.compiled import compile
from generator.targets.python._runtime import UNSET
from tests.codecs import Json, ref
from tests.tables import rows, tables

COLOR = ref("Color")
CLOSED = {"type": "object", "properties": {"a": {}}, "additionalProperties": False}
PAIR = {"type": "array", "prefixItems": [{"type": "string"}], "items": {"type": "integer"}}
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
    ("3.1.0", {"type": "integer", "default": 1.0}, 1, "`1.0`"),
    ("3.1.0", {"type": "integer", "default": 1.5}, None, "`1.5`"),
    ("3.1.0", {**CLOSED, "default": {"b": 1}}, None, '`{"b": 1}`'),
    ("3.1.0", {**CLOSED, "default": {"a": 1}}, {"a": 1}, '`{"a": 1}`'),
    ("3.1.0", {**PAIR, "default": ["x", "y"]}, None, '`["x", "y"]`'),
    ("3.1.0", {**PAIR, "default": ["x", 1]}, ["x", 1], '`["x", 1]`'),
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


DATE = {"type": "string", "format": "date"}
ASKING = {"type": "object", "required": ["n"], "properties": {"n": DATE}}
WRONG: list[tuple[Json, Json]] = [
    ({"type": "integer"}, "x"),
    (DATE, "2024-13-45"),
    ({"type": "string", "format": "date-time"}, "2024-02-29"),
    ({"type": "string", "format": "uuid"}, "none"),
    ({"const": 5}, 6),
    ({"type": "integer", "enum": ["1", "2"]}, 1),
    ({"type": "array", "items": DATE}, ["today"]),
    ({"type": "array", "prefixItems": [{"type": "integer"}]}, ["x"]),
    ({"type": "object", "additionalProperties": ASKING}, {"a": 1}),
    ({"anyOf": [ASKING, {"type": "integer"}]}, "x"),
    (ASKING, {}),
    (ASKING, {"n": "today"}),
    (ref("Loop"), 1),
]
RIGHT: list[tuple[Json, Json]] = [
    (DATE, "2024-02-29"),
    ({"type": "array", "items": DATE}, ["2024-02-29"]),
    ({"type": "array", "prefixItems": [{"type": "integer"}]}, [1, "x"]),
    ({"type": "object", "additionalProperties": ASKING}, {"a": {"n": "2024-02-29"}}),
    ({"anyOf": [ASKING, {"type": "integer"}]}, 1),
    (ASKING, {"n": "2024-02-29", "more": 1}),
    (ref("Loop"), [[1]]),
    ({"type": "integer", "minimum": 1}, 0),
]


def by_hand(schema: Json, default: Json) -> Json:
    """What an object is in JSON if nobody sets its field."""
    loop = {"anyOf": [DATE, {"type": "array", "items": {"anyOf": [ref("Loop"), {"const": 1}]}}]}
    described = description("3.1.0", {**schema, "default": default})
    described["components"]["schemas"]["Loop"] = loop
    cls = compile(described)["#/components/schemas/Thing"].cls
    assert cls is not None
    return json.loads(cls().to_json())


@pytest.mark.parametrize(("schema", "default"), WRONG)
def test_a_default_that_is_not_of_its_type_is_none(schema: Json, default: Json) -> None:
    assert by_hand(schema, default) == {}


@pytest.mark.parametrize(("schema", "default"), RIGHT)
def test_a_default_of_its_type_is_what_an_object_begins_with(schema: Json, default: Json) -> None:
    assert by_hand(schema, default) == {"a": default}


MIXED = {"type": ["boolean", "integer"]}
LIKE_ANOTHER: list[tuple[Json, Json, Json, bool]] = [
    ({}, 1, True, True),
    (MIXED, 0, False, True),
    (MIXED, False, 0, True),
    ({"type": "array", "items": MIXED}, [2, 1], [2, True], True),
    ({"type": "object", "additionalProperties": MIXED}, {"a": False}, {"a": 0}, True),
    ({}, 1, 1.0, False),
    ({}, "1", 1, True),
    ({"type": "number"}, 1, 1.0, False),
    ({"type": "array", "items": {"type": "number"}}, [1], [1.0], False),
]


@pytest.mark.parametrize(("schema", "default", "value", "written"), LIKE_ANOTHER, ids=str)
def test_what_json_tells_from_the_default_is_written(
    schema: Json, default: Json, value: Json, written: bool
) -> None:
    described = description("3.1.0", {**schema, "default": default})
    codec = compile(described)["#/components/schemas/Thing"]
    made = codec.decode({})
    assert codec.encode(made) == {}
    made.a = value
    assert json.dumps(codec.encode(made)) == json.dumps({"a": value} if written else {})
