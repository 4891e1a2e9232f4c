"""Members that are missing, null, a default or unknown, and the order of all."""

from __future__ import annotations

import json
from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from generator.targets.python._runtime import UNSET
from tests.codecs import (
    INTEGER,
    OBJECT,
    STRING,
    Json,
    comes_back,
    component,
    problems,
    record,
    root,
)


def test_missing_is_not_null() -> None:
    codec = root(record(a={"type": ["string", "null"]}, b=STRING))
    missing, null = codec.decode({}), codec.decode({"a": None})
    assert (missing.a, missing.b, null.a) == (UNSET, None, None)
    assert (codec.encode(missing), codec.encode(null)) == ({}, {"a": None})
    assert [p.path for p in problems(codec, {"b": None})] == ["$.b"]


LOW, HIGH = INTEGER | {"maximum": 3}, INTEGER | {"minimum": 10}
UNTYPED = {"allOf": [{"allOf": [{"required": []}]}]}
SCALARS = [
    (UNTYPED, UNSET),
    ({"allOf": [{"properties": {"b": {}}}, {"minProperties": 1}]}, UNSET),
    ({"allOf": [record(b={}), {"minProperties": 1}]}, None),
    ({"allOf": [{"enum": ["a", 1]}, {"minLength": 1}]}, None),
    ({"anyOf": [LOW, HIGH]}, None),
    ({"oneOf": [INTEGER | {"multipleOf": 3}, INTEGER | {"multipleOf": 5}]}, None),
    ({"anyOf": [LOW, {"type": ["integer", "null"], "minimum": 10}]}, UNSET),
    ({"anyOf": [LOW, HIGH, {"type": "null"}]}, UNSET),
    ({"anyOf": [{"type": "null"}, {"type": "null"}]}, UNSET),
    ({"maximum": 3}, UNSET),
]


@pytest.mark.parametrize(("schema", "absent"), SCALARS)
def test_only_what_may_be_null_is_unset(schema: Json, absent: object) -> None:
    codec = root(record(a=schema))
    assert codec.decode({}).a is absent
    assert codec.is_valid({"a": None}) is (absent is UNSET)
    if absent is UNSET:
        assert comes_back(codec, {"a": None})


@pytest.mark.parametrize("beside", [{}, {"description": "D"}, {"minLength": 1}, {"nullable": True}])
def test_a_member_without_a_type_leaves_null_to_the_others(beside: Json) -> None:
    text = {"allOf": [{"type": "string", "nullable": True}, beside]}
    codec = component({"A": record(a=text)}, "A")
    assert codec.decode({}).a is UNSET
    assert comes_back(codec, {"a": None})


DEFAULTS = [
    (STRING | {"default": "a"}, "a"),
    ({"type": ["string", "null"], "default": None}, None),
    ({"type": "array", "items": STRING, "default": []}, []),
    ({"type": "array", "items": STRING, "default": ["a"]}, ["a"]),
    ({"type": "object", "additionalProperties": INTEGER, "default": {"a": 1}}, {"a": 1}),
    ({"type": "string", "format": "date", "default": "2024-02-29"}, date(2024, 2, 29)),
    ({"type": "integer", "default": "seven"}, None),
]


@pytest.mark.parametrize(("schema", "default"), DEFAULTS)
def test_a_default_is_there_but_not_written_where_none_was(schema: Json, default: Json) -> None:
    codec = root(record(a=schema))
    made = codec.decode({})
    assert made.a == default
    assert codec.encode(made) == {}


@pytest.mark.parametrize("schema", [DEFAULTS[2][0], DEFAULTS[3][0], DEFAULTS[4][0]])
def test_a_default_belongs_to_one_object(schema: Json) -> None:
    codec = root(record(a=schema))
    assert codec.decode({}).a is not codec.decode({}).a
    assert codec.cls is not None
    assert codec.cls().a is not codec.cls().a


def test_a_default_that_was_changed_is_written() -> None:
    codec = root(record(a={"type": "array", "items": STRING, "default": ["a"]}))
    made = codec.decode({})
    made.a.append("b")
    assert codec.encode(made) == {"a": ["a", "b"]}


def test_an_object_made_in_python_writes_its_defaults() -> None:
    codec = root(record(("id",), id=INTEGER, n={"type": "integer", "default": 3}, s=STRING))
    assert codec.cls is not None
    assert codec.encode(codec.cls(id=1)) == {"id": 1, "n": 3}


KEPT = [
    {"b": 1.0, "a": 2.0},
    {"zz": 1, "b": 1, "yy": {"n": [None]}, "a": 1},
    {"c": {"y": 1, "x": None}, "b": -0.0},
    {"b": 10**40, "a": -(10**40)},
    {"b": 1e300, "a": 1, "additional_properties": {"a": 1}},
    {"b": 0.1, "": "", "self": 1, "_order": 2},
]


@pytest.mark.parametrize("value", KEPT)
def test_members_come_back_in_their_order_and_spelling(value: Json) -> None:
    assert comes_back(root(OBJECT), value)


def test_unknown_members_are_kept_where_they_can_be_read() -> None:
    made = root(OBJECT).decode({"b": 1, "zz": [1]})
    assert made.additional_properties == {"zz": [1]}


BRANCHED = {**record(a={}), "anyOf": [record(("b",), b=STRING), record(("c",), c=STRING)]}
NULLS = [
    {"c": "x", "b": None},
    {"b": None, "zz": 1, "a": None, "c": "x"},
    {"a": None, "b": None, "c": "x"},
]


@pytest.mark.parametrize("value", NULLS)
def test_a_null_where_only_one_branch_describes_the_member_comes_back(value: Json) -> None:
    codec = root(BRANCHED)
    assert comes_back(codec, value)
    made = codec.decode(value)
    assert (made.b, made.additional_properties["b"]) == (None, None)
    made.b = "y"
    assert codec.encode(made) == {**value, "b": "y"}


def test_members_that_were_added_come_last_and_removed_ones_are_gone() -> None:
    codec = root(OBJECT)
    made = codec.decode({"zz": 1, "b": 1, "a": 1})
    made.a, made.additional_properties = None, {"yy": 2, "zz": 1}
    assert json.dumps(codec.encode(made)) == '{"zz": 1, "b": 1, "yy": 2}'


REPLACED = [
    ({"b": 1, "zz": 2}, {}, {"b": 1, "zz": 2}),
    ({"zz": 2, "b": 1, "a": 3}, {"b": 4, "a": None}, {"zz": 2, "b": 4}),
    ({"b": 1}, {"a": 3, "n": 5}, {"b": 1, "a": 3, "n": 5}),
    ({"n": 1, "m": None, "b": 1}, {"n": 2, "m": "x"}, {"n": 2, "m": "x", "b": 1}),
]


@pytest.mark.parametrize("copied", [copy, deepcopy])
@pytest.mark.parametrize(("value", "changes", "expected"), REPLACED)
def test_what_is_replaced_changes_nothing_else(
    value: Json, changes: Json, expected: Json, copied: Callable[[Any], Any]
) -> None:
    null = {"type": ["string", "null"], "default": None}
    codec = root(record(("b",), a=INTEGER, b=INTEGER, n={**INTEGER, "default": 1}, m=null))
    made = replace(copied(codec.decode(value)), **changes)
    assert json.dumps(codec.encode(made)) == json.dumps(expected)
    assert "_order" not in repr(made)


def test_every_class_has_a_mro_and_no_field_is_called_so() -> None:
    cls = root(record(("mro",), mro=INTEGER)).cls
    assert cls is not None
    assert cls(mro_=1).to_dict() == {"mro": 1}
    with pytest.raises(TypeError):
        cls()


def test_what_a_field_is_for_it_alone_says() -> None:
    codec = root(OBJECT)
    made = codec.decode({"b": 1, "zz": 1})
    made.additional_properties |= {"b": 2, "a": 3, "yy": 4}
    assert codec.encode(made) == {"b": 1, "zz": 1, "yy": 4}


TWO = {"type": "array", "prefixItems": [INTEGER, STRING]}
LENGTHS: list[tuple[Json, str, list[Json]]] = [
    ({"minItems": 2, "items": False}, "tuple[int, str] | None", [[1], [1, "a", 2]]),
    ({"minItems": 2, "maxItems": 2}, "tuple[int, str] | None", [[1], [1, "a", 2]]),
    ({"minItems": 2, "maxItems": 3}, "list[Any] | None", [[1], [1, "a", 2, 3]]),
    ({"maxItems": 2}, "list[int | str] | None", [[1, "a", 2]]),
    ({"minItems": 1, "maxItems": 1}, "list[int | str] | None", [[], [1, "a"]]),
]


@pytest.mark.parametrize(("bounds", "annotation", "wrong"), LENGTHS)
def test_a_list_of_one_length_is_a_tuple(bounds: Json, annotation: str, wrong: list[Json]) -> None:
    codec = root(record(a={**TWO, **bounds}))
    assert codec.cls is not None
    assert dict(codec.cls.__annotations__)["a"] == annotation
    for value in wrong:
        assert len(problems(codec, {"a": value})) == 1
    whole = [1, "a"][: bounds.get("maxItems", 2)]
    assert comes_back(codec, {"a": whole})
    assert isinstance(codec.decode({"a": whole}).a, tuple) is annotation.startswith("tuple")
