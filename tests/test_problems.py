"""What is told of a value that is not what the schema says, and of which values nothing is."""

from __future__ import annotations

import pickle
from collections.abc import Callable
from copy import copy, deepcopy
from math import inf, nan
from typing import Any

import pytest

from generator.targets.python._runtime import DecodeError, Problem
from tests.codecs import INTEGER, STRING, Json, comes_back, problems, record, root, told

DRAFT4 = {"$id": "memory:///x", "$schema": "http://json-schema.org/draft-04/schema#"}
PROBLEMS = [
    (STRING, 1, ("$", "type", ("string",), 1)),
    ({"type": ["string", "null"]}, 1, ("$", "type", ("string", "null"), 1)),
    ({"type": "null", "additionalProperties": False}, {}, ("$", "type", ("null",), {})),
    ({"type": "string", "enum": ["a", None]}, None, ("$", "type", ("string",), None)),
    ({"type": "boolean", "enum": [1, 0]}, 1, ("$", "false", False, 1)),
    ({"oneOf": [{"type": ["string", "null"]}, {}]}, None, ("$", "oneOf", 2, None)),
    ({"oneOf": [{"const": None}, {"type": "null"}]}, None, ("$", "oneOf", 2, None)),
    ({"oneOf": [{"const": None}, {"minimum": 0}]}, None, ("$", "oneOf", 2, None)),
    ({"oneOf": [{"const": None}, {"anyOf": [STRING, {}]}]}, None, ("$", "oneOf", 2, None)),
    ({"enum": ["a", "b"]}, "c", ("$", "enum", ("a", "b"), "c")),
    ({"type": "string", "enum": ["a", "b"]}, 1, ("$", "enum", ("a", "b"), 1)),
    ({"type": ["integer", "null"], "const": 1}, "a", ("$", "const", 1, "a")),
    ({"type": "integer", "enum": [1, 2]}, 1.5, ("$", "enum", (1, 2), 1.5)),
    ({"const": {"a": 1}}, {"a": True}, ("$", "const", {"a": 1}, {"a": True})),
    ({"maximum": 3}, 4, ("$", "maximum", 3, 4)),
    ({"exclusiveMinimum": 3}, 3, ("$", "exclusiveMinimum", 3, 3)),
    ({**DRAFT4, "minimum": 3, "exclusiveMinimum": True}, 2, ("$", "exclusiveMinimum", 3, 2)),
    ({**DRAFT4, "type": "integer"}, 1.0, ("$", "type", ("integer",), 1.0)),
    ({**DRAFT4, "type": ["integer", "null"]}, "a", ("$", "type", ("integer", "null"), "a")),
    ({"type": "number"}, inf, ("$", "type", ("number",), inf)),
    ({"type": ["number", "null"], "minimum": 0}, inf, ("$", "type", ("number", "null"), inf)),
    ({"multipleOf": 0.1}, 0.25, ("$", "multipleOf", 0.1, 0.25)),
    ({"maxLength": 1}, "ab", ("$", "maxLength", 1, "ab")),
    ({"pattern": "^a+$"}, "b", ("$", "pattern", "^a+$", "b")),
    ({"type": "string", "format": "date"}, "today", ("$", "format", "date", "today")),
    ({"minItems": 1}, [], ("$", "minItems", 1, [])),
    ({"uniqueItems": True}, [1, 1.0], ("$", "uniqueItems", True, [1, 1.0])),
    ({"contains": INTEGER}, ["a"], ("$", "contains", 1, ["a"])),
    ({"maxProperties": 0}, {"a": 1}, ("$", "maxProperties", 0, {"a": 1})),
    (record(("a",), a={}), {}, ("$", "required", "a", None)),
    (record(a=STRING), {"a": 1}, ("$.a", "type", ("string",), 1)),
    (record(**{"a b": STRING}), {"a b": 1}, ('$["a b"]', "type", ("string",), 1)),
    (record(a=record(b=STRING)), {"a": {"b": 1}}, ("$.a.b", "type", ("string",), 1)),
    ({"items": STRING}, ["a", 1], ("$[1]", "type", ("string",), 1)),
    ({"prefixItems": [{}, STRING]}, [1, 1], ("$[1]", "type", ("string",), 1)),
    ({"additionalProperties": STRING}, {"x": 1}, ("$.x", "type", ("string",), 1)),
    ({"properties": {"a": False}}, {"a": 1}, ("$.a", "false", False, 1)),
    ({"not": STRING}, "a", ("$", "not", "no match", "a")),
    ({"unevaluatedProperties": False}, {"a": 1}, ("$.a", "unevaluatedProperties", False, "a")),
    (
        {"unevaluatedProperties": {"not": {}}},
        {"a": 1},
        ("$.a", "unevaluatedProperties", False, "a"),
    ),
    ({"properties": {"a": {"not": True}}}, {"a": 1}, ("$.a", "false", False, 1)),
    ({"dependentRequired": {"a": ["b"]}}, {"a": 1}, ("$", "required", "b", None)),
    ({"propertyNames": {"maxLength": 1}}, {"ab": 1}, ("$.ab", "maxLength", 1, "ab")),
]


@pytest.mark.parametrize(("schema", "value", "problem"), PROBLEMS)
def test_a_problem_says_where_which_keyword_and_what(
    schema: Json, value: Json, problem: tuple[str, str, Json, Json]
) -> None:
    assert told(root(schema), value) == [problem]


def test_all_problems_are_told_at_once() -> None:
    schema = record(("id",), id=INTEGER, tags={"type": "array", "items": STRING}, n={"maximum": 1})
    found = told(root(schema), {"tags": [1, "a", 2], "n": 2})
    assert [(path, keyword) for path, keyword, _, _ in found] == [
        ("$", "required"),
        ("$.tags[0]", "type"),
        ("$.tags[2]", "type"),
        ("$.n", "maximum"),
    ]


@pytest.mark.parametrize(("schema", "value", "problem"), PROBLEMS)
def test_what_has_a_problem_is_not_valid(schema: Json, value: Json, problem: Any) -> None:
    assert not root(schema).is_valid(value)
    assert not root({"$ref": "#/$defs/x", "$defs": {"x": schema}}).is_valid(value)


EITHER = {**record(a=INTEGER), "type": ["object", "null"]}
EITHER |= {"oneOf": [{"required": ["a"]}, {"required": ["b"]}]}
SIMPLE = [
    ({"anyOf": [INTEGER, {"minimum": 2.5}]}, (1, 1.0, 2.5, "a"), (1.5,)),
    ({"anyOf": [INTEGER, record(("a",))]}, (1, 1.0, {"a": 1}), (1.5, {}, "a")),
    ({"oneOf": [INTEGER, {"minimum": 2}]}, (1, 1.0, 2.5, "a"), (2, 2.0, 1.5)),
    ({"oneOf": [True, False]}, (1, None), ()),
    ({"not": INTEGER}, (1.5, "a", True), (1, 1.0)),
    ({"not": {"enum": [0, 1]}}, (False, True, 2), (0, 1.0)),
    ({"not": {}}, (), (1, None)),
    ({"not": False}, (1, None), ()),
    ({"if": INTEGER, "then": {"minimum": 2}}, (2, 2.0, 1.5, True), (1, 1.0)),
    ({"contains": INTEGER, "maxContains": 1}, ([1], [1.5, 1.0]), ([], [1, 1.0], [True])),
    ({"const": 1}, (1, 1.0), (True, 2, "1")),
    ({"const": [0, {"a": False}]}, ([0.0, {"a": False}],), ([False, {"a": 0}],)),
    ({"enum": [1, 2]}, (1, 2.0), (True, "1", [1])),
    ({"enum": [3, "a", None]}, (3.0, "a", None), (False, [], {})),
    ({"enum": [[1], True]}, ([1.0], True), ([True], 1)),
    ({"enum": ["a", "b"], "const": "a"}, ("a",), ("b", "c")),
    ({"enum": [1, 2, None], "const": 2.0}, (2, 2.0), (1, None)),
    ({"enum": ["a", 1], "const": 3}, (), ("a", 1, 3)),
    ({"type": ["string", "null"], "enum": ["a", None], "const": None}, (None,), ("a",)),
    ({"enum": ["a", None], "not": {"type": "null"}}, ("a",), (None,)),
    ({"enum": ["a", None], "oneOf": [STRING, INTEGER]}, ("a",), (None,)),
    (EITHER, ({"a": 1}, {"b": 1}), (None, {"a": 1, "b": 1})),
    ({"multipleOf": 0.1}, (0.3, 1e300, 10**40, -0.7, 0), (0.25, 1e-300)),
    ({"uniqueItems": True}, ([1, True, [1], [True], {}], [{"a": 1}, {"a": 2}]), ([1, 1.0, {}],)),
    ({"dependentSchemas": {"a": {}, "b": False}}, ({"a": 1}, {}), ({"b": 1},)),
]


@pytest.mark.parametrize(("schema", "valid", "invalid"), SIMPLE)
def test_a_verdict_is_that_of_decoding(
    schema: Json, valid: tuple[Json, ...], invalid: tuple[Json, ...]
) -> None:
    codec = root(schema)
    for value in valid:
        assert codec.is_valid(value)
        assert comes_back(codec, value)
    for value in invalid:
        assert not codec.is_valid(value)
        assert problems(codec, value)


NAMES = [
    ({"pattern": "^[a-z]+$"}, '$.A: the name "A" does not match "^[a-z]+$"'),
    ({"type": "integer"}, '$.A: the name "A" is not of type integer'),
    ({"allOf": [{"enum": ["a"]}]}, '$.A: the name "A" is not one of ["a"]'),
    ({"not": {"const": "A"}}, "$.A: the name \"A\" matches the schema in 'not'"),
    (False, '$.A: the name "A" is not allowed'),
    (
        {"anyOf": [{"minLength": 2}, INTEGER]},
        '$.A: the name "A" matches none of 2 alternatives\n  $.A: the name "A" is shorter than 2',
    ),
]


@pytest.mark.parametrize("schema", [{}, record(a={"anyOf": [{}, {}]})], ids=["map", "object"])
@pytest.mark.parametrize(("names", "message"), NAMES)
def test_a_name_that_is_refused_is_told_from_a_value(
    schema: Json, names: Json, message: str
) -> None:
    assert [str(p) for p in problems(root({**schema, "propertyNames": names}), {"A": 1})] == [
        message
    ]


def test_decoding_can_stop_at_the_first_problem() -> None:
    codec = root(record(("a", "b"), a=STRING, b=STRING))
    assert len(problems(codec, {})) == 2
    assert len(problems(codec, {}, first=True)) == 1


def test_the_message_of_an_error_names_every_problem() -> None:
    with pytest.raises(DecodeError) as raised:
        root(record(("a",), a={}, b=STRING, c={"oneOf": [STRING, {}]})).decode({"b": 1, "c": "x"})
    assert str(raised.value).splitlines() == [
        "$: 'a' is missing",
        "$.b: 1 is not of type string",
        '$.c: "x" matches more than one of 2 alternatives',
    ]


OFFSETS = [
    ("date-time", "2024-02-29T12:00:00", True),
    ("date-time", "2024-02-29 12:00:00.5", True),
    ("date-time", "2024-02-29", False),
    ("date-time", "12:00:00", False),
    ("date-time", "2024-02-29T12:00:00+0100", False),
    ("time", "12:00:00", True),
    ("time", "12:00", False),
    ("date", "12:00:00", False),
]


@pytest.mark.parametrize(("name", "value", "told"), OFFSETS)
def test_a_time_that_lacks_nothing_but_an_offset_is_told_so(
    name: str, value: str, told: bool
) -> None:
    (problem,) = problems(root({**STRING, "format": name}), value)
    reason = ": it has no offset, such as Z" if told else ""
    assert str(problem) == f'$: "{value}" is not of the format "{name}"{reason}'


@pytest.mark.parametrize("again", [copy, deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
@pytest.mark.parametrize(("schema", "value", "problem"), PROBLEMS)
def test_copies_and_pickles_of_an_error_say_the_same(
    schema: Json, value: Json, problem: Any, again: Callable[[Any], Any]
) -> None:
    with pytest.raises(DecodeError) as raised:
        root(schema).decode(value)
    assert str(again(raised.value)) == str(raised.value)
    assert again(raised.value).problems == raised.value.problems


NUMBERS = [
    {"type": "number"},
    {"type": ["number", "null"]},
    {"type": ["number", "string"]},
    {"type": "number", "minimum": -1},
    {"type": "number", "exclusiveMaximum": 9},
    {"type": "number", "minimum": 0, "maximum": 1e308},
    {"type": "number", "multipleOf": 0.5},
    {"type": "integer"},
]


@pytest.mark.parametrize("value", [nan, inf, -inf])
@pytest.mark.parametrize("schema", NUMBERS)
def test_what_json_has_no_word_for_is_no_number(schema: Json, value: float) -> None:
    assert problems(root(schema), value)
    assert problems(root({"type": "array", "items": schema}), [1, value])
    assert problems(root(record(a=schema)), {"a": value})


def test_a_problem_can_be_kept_in_a_set() -> None:
    found = problems(root(record(("a",))), {})
    assert found == [Problem("$", "required", "a", None)]
    assert len({*found, Problem("$", "required", "a", None)}) == 1
