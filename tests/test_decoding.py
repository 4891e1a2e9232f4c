"""What the generated models do with a value: problems, defaults, spelling, order, unions, enums."""

from __future__ import annotations

import json
import pickle
from collections import OrderedDict
from collections.abc import Callable
from copy import copy, deepcopy
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from enum import Enum
from math import inf, nan
from time import tzset
from typing import Any, get_type_hints
from uuid import UUID

import pytest
from jsonschema import Draft202012Validator

from generator.compiled import compile
from generator.config import Settings
from generator.targets.python import _runtime
from generator.targets.python._runtime import UNSET, Codec, DecodeError, Problem

Json = Any


def root(schema: Json, **settings: Any) -> Codec:
    """The codec of a schema."""
    return compile(schema, settings=Settings(**settings))["#"]


def component(schemas: Json, name: str) -> Codec:
    """The codec of one of the components of an OpenAPI 3.0 description."""
    info = {"title": "Shop", "version": "1"}
    description = {"openapi": "3.0.3", "info": info, "components": {"schemas": schemas}}
    return compile(description)[f"#/components/schemas/{name}"]


def record(required: tuple[str, ...] = (), **properties: Json) -> Json:
    """The schema of an object."""
    return {"type": "object", "properties": properties, "required": list(required)}


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


# --- problems -------------------------------------------------------------------------------------

STRING, INTEGER = {"type": "string"}, {"type": "integer"}
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
    ({"const": {"a": 1}}, {"a": True}, ("$", "const", {"a": 1}, {"a": True})),
    ({"maximum": 3}, 4, ("$", "maximum", 3, 4)),
    ({"exclusiveMinimum": 3}, 3, ("$", "exclusiveMinimum", 3, 3)),
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


def test_decoding_can_stop_at_the_first_problem() -> None:
    codec = root(record(("a", "b"), a=STRING, b=STRING))
    assert len(problems(codec, {})) == 2
    assert len(problems(codec, {}, first=True)) == 1


def test_the_message_of_an_error_names_every_problem() -> None:
    with pytest.raises(DecodeError) as raised:
        root(record(("a",), a={}, b=STRING)).decode({"b": 1})
    assert str(raised.value).splitlines() == [
        "$: 'a' is missing",
        "$.b: 1 is not of type string",
    ]


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


# --- unions ---------------------------------------------------------------------------------------

CAT = record(("meow",), meow=record(loud={"type": "boolean"}))
DOG = record(("bark",), bark=INTEGER)
BRANCHES = [
    ({"meow": {"loud": 1}}, [("$.meow.loud", "type")]),
    ({"bark": "x"}, [("$.bark", "type")]),
]


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
@pytest.mark.parametrize(("value", "causes"), BRANCHES)
def test_a_union_names_the_branch_that_came_closest(
    keyword: str, value: Json, causes: list[tuple[str, str]]
) -> None:
    (problem,) = problems(root({keyword: [CAT, DOG]}), value)
    assert problem.keyword == keyword
    assert [(cause.path, cause.keyword) for cause in problem.causes] == causes


TAGGED = {
    "oneOf": [
        record(("kind", "n"), kind={"const": "a"}, n=INTEGER),
        record(("kind",), kind={"enum": ["b", "c"]}, s=STRING),
    ]
}
TAGS = [
    ({"kind": "a", "n": "x"}, ("$.n", "type", ("integer",), "x")),
    ({"kind": "c", "s": 1}, ("$.s", "type", ("string",), 1)),
    ({"kind": "d"}, ("$.kind", "enum", ["a", "b", "c"], "d")),
    ({}, ("$", "required", "kind", None)),
    (1, ("$", "type", ("object",), 1)),
]


@pytest.mark.parametrize(("value", "problem"), TAGS)
def test_a_tag_decides_what_is_told(value: Json, problem: tuple[str, str, Json, Json]) -> None:
    assert told(root(TAGGED), value) == [problem]


def kinds(**discriminator: Json) -> Codec:
    """A pet that is a cat or a dog, which only the discriminator tells apart."""
    members = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    pet = {"oneOf": members, "discriminator": {"propertyName": "kind", **discriminator}}
    return component(
        {
            "Pet": pet,
            "Cat": record(("kind",), kind={"type": "string", "enum": ["Cat", "cat"]}, n=INTEGER),
            "Dog": record(("kind",), kind={"type": "string", "enum": ["Dog", "dog"]}, n=STRING),
        },
        "Pet",
    )


MAPPING = {"cat": "Cat", "dog": "#/components/schemas/Dog"}


@pytest.mark.parametrize("discriminator", [{}, {"mapping": MAPPING}], ids=["names", "mapping"])
@pytest.mark.parametrize(("kind", "value"), [("Cat", 1), ("Dog", "x")])
def test_a_discriminator_tells_members_apart(discriminator: Json, kind: str, value: Json) -> None:
    codec = kinds(**discriminator)
    for tag in (kind, kind.lower()):
        assert type(codec.decode({"kind": tag, "n": value})).__name__ == kind
    (problem,) = problems(codec, {"kind": kind, "n": None})
    assert problem.path == "$.n"


BESIDE: list[Json] = [{}, {"minProperties": 1}, {"not": {"required": ["no"]}}]


@pytest.mark.parametrize("beside", BESIDE, ids=str)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(("tag", "name"), [("Cat", "Cat"), ("Dog", "Dog"), ("dog", "Dog")])
def test_a_discriminator_decides_between_members_that_both_match(
    tag: str, name: str, keyword: str, beside: Json
) -> None:
    members = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    same = record(("kind",), kind=STRING)
    discriminator = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    pet = {keyword: members, "discriminator": discriminator, **beside}
    codec = component({"Pet": pet, "Cat": same, "Dog": {**same, "description": "woof"}}, "Pet")
    assert type(codec.decode({"kind": tag})).__name__ == name
    assert codec.is_valid({"kind": tag})
    assert codec.is_valid({"kind": "bird"}) is (keyword == "anyOf")
    assert not codec.is_valid({})


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("beside", BESIDE, ids=str)
@pytest.mark.parametrize(
    ("value", "causes"),
    [
        ({"kind": "Cat"}, ["$: 'a' is missing"]),
        ({"kind": "dog", "a": []}, ["$.a: [] is not of type string"]),
        ({"kind": "Cat", "a": {"b": 1}}, ['$.a: {"b": 1} is not of type integer']),
    ],
)
def test_where_no_member_matches_the_one_that_the_discriminator_names_tells_why(
    value: Json, causes: list[str], beside: Json, keyword: str
) -> None:
    members = [{"$ref": f"#/components/schemas/{name}"} for name in ("Cat", "Dog", "Fox")]
    discriminator = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    pet = {keyword: members, "discriminator": discriminator, **beside}
    kinds = {
        name: record(("kind", "a"), kind=STRING, a=schema)
        for name, schema in {"Cat": INTEGER, "Dog": STRING, "Fox": record(b=STRING)}.items()
    }
    kinds["Fox"]["properties"]["kind"] = {"enum": ["fox"]}
    (problem,) = problems(component({"Pet": pet, **kinds}, "Pet"), value)
    assert [str(cause) for cause in problem.causes] == causes


MAYBE = [{"type": "string", "nullable": True}, {"type": "integer", "nullable": True}]
NULL_IN_UNIONS = [
    ({"oneOf": MAYBE}, False),
    ({"oneOf": MAYBE, "nullable": True}, True),
    ({"anyOf": MAYBE}, True),
    ({"oneOf": [MAYBE[0], INTEGER]}, True),
]


@pytest.mark.parametrize(("schema", "valid"), NULL_IN_UNIONS)
def test_null_that_matches_several_members_is_not_one_of_them(schema: Json, valid: bool) -> None:
    codec = component({"A": record(a=schema)}, "A")
    assert codec.is_valid({"a": None}) is valid
    assert comes_back(codec, {"a": "x"})
    assert valid == comes_back(codec, {"a": None}) if valid else problems(codec, {"a": None})


# --- missing, null and defaults -------------------------------------------------------------------


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


# --- nothing is lost ------------------------------------------------------------------------------

OBJECT = record(("b",), a=INTEGER, b={"type": "number"}, c=record(x={}))
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
NULLS = [{"c": "x", "b": None}, {"b": None, "zz": 1, "a": None, "c": "x"}]


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


def test_what_a_field_is_for_it_alone_says() -> None:
    codec = root(OBJECT)
    made = codec.decode({"b": 1, "zz": 1})
    made.additional_properties |= {"b": 2, "a": 3, "yy": 4}
    assert codec.encode(made) == {"b": 1, "zz": 1, "yy": 4}


FORMATS = [
    ("date-time", "2024-02-29T12:30:00Z", datetime(2024, 2, 29, 12, 30, tzinfo=UTC)),
    ("date-time", "2024-02-29t12:30:00.000+00:00", datetime(2024, 2, 29, 12, 30, tzinfo=UTC)),
    ("date-time", "2024-02-29T12:30:00.123456789Z", None),
    ("date-time", "2016-12-31T23:59:60Z", None),
    ("date", "2024-02-29", date(2024, 2, 29)),
    ("time", "12:30:00Z", time(12, 30, tzinfo=UTC)),
    ("time", "12:30:00.50+00:00", None),
    ("uuid", "123e4567-e89b-42d3-a456-426614174000", UUID("123e4567-e89b-42d3-a456-426614174000")),
    ("uuid", "123E4567-E89B-42d3-a456-426614174000", UUID("123e4567-e89b-42d3-a456-426614174000")),
    ("decimal", "1.50", Decimal("1.50")),
    ("decimal", "+1e3", Decimal("1e3")),
    ("byte", "aGk=", b"hi"),
    ("byte", "aGl=", b"hi"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_a_format_is_a_python_value_that_keeps_its_spelling(
    word: str, text: str, made: Any
) -> None:
    codec = component({"A": {"type": "string", "format": word}}, "A")
    found = codec.decode(text)
    assert type(found) is not str
    assert made is None or found == made
    assert codec.encode(found) == text


@pytest.mark.parametrize("again", [copy, deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_copies_and_pickles_keep_the_spelling(
    word: str, text: str, made: Any, again: Callable[[Any], Any]
) -> None:
    codec = component({"A": {"type": "string", "format": word}}, "A")
    found = codec.decode(text)
    assert again(found) == found
    assert codec.encode(again(found)) == text


@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_formats_may_stay_strings(word: str, text: str, made: Any) -> None:
    codec = root({"type": "string", "format": word}, plain_formats=True)
    assert codec.decode(text) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (datetime(2024, 7, 1, 12), "2024-07-01T10:00:00Z"),
        (datetime(2024, 1, 1), "2023-12-31T23:00:00Z"),
        (datetime(1800, 1, 1, microsecond=5), "1799-12-31T23:00:00.000005Z"),
        (datetime.min, "0001-01-01T00:00:00Z"),
        (
            datetime(2024, 7, 1, 12, tzinfo=timezone(timedelta(hours=5))),
            "2024-07-01T12:00:00+05:00",
        ),
    ],
    ids=str,
)
def test_a_datetime_without_a_zone_is_local_as_in_python(
    made: datetime, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = component({"A": {"type": "string", "format": "date-time"}}, "A")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    tzset()
    written = codec.encode(made)
    monkeypatch.undo()
    tzset()
    assert written == text
    assert codec.is_valid(written)


@pytest.mark.parametrize("value", [1.5, 1, 1.0, 10**30, 0.1])
def test_a_decimal_number_comes_back_as_it_was(value: Json) -> None:
    codec = component({"A": {"type": "number", "format": "decimal"}}, "A")
    assert codec.decode(value) == Decimal(str(value))
    assert comes_back(codec, value)


NUMBER = {"type": "number", "format": "decimal"}
CONDITIONS: list[Json] = [{}, {"unevaluatedProperties": False}, {"not": {"required": ["b"]}}]


@pytest.mark.parametrize("beside", CONDITIONS, ids=["plain", "unevaluated", "not"])
@pytest.mark.parametrize(
    ("schema", "made", "value"),
    [
        (NUMBER, Decimal("1.50"), 1.5),
        ({**NUMBER, "type": ["number", "null"]}, Decimal(2), 2),
        ({**NUMBER, "maximum": 5}, Decimal("1E+1"), 10.0),
        ({**NUMBER, "default": 1}, Decimal("1.5"), 1.5),
        ({"type": "array", "items": NUMBER}, [Decimal("1.5")], [1.5]),
        ({"type": "array", "items": [NUMBER]}, [Decimal("1.5")], [1.5]),
        ({"type": "object", "additionalProperties": NUMBER}, {"a": Decimal("1.5")}, {"a": 1.5}),
        ({"anyOf": [NUMBER, {"type": "boolean"}]}, Decimal("1.5"), 1.5),
        ({"anyOf": [NUMBER, {"type": "string"}]}, Decimal("1.5"), 1.5),
        ({**NUMBER, "type": "string"}, Decimal("1.50"), "1.50"),
    ],
)
def test_a_decimal_is_a_number_or_a_string_as_its_type_says(
    beside: Json, schema: Json, made: Any, value: Json
) -> None:
    cls = compile({**record(a=schema), **beside}, dialect="2019-09")["#"].cls
    assert cls is not None
    assert cls(a=made).to_dict() == {"a": value}
    info = {"title": "A", "version": "1"}
    components = {"schemas": {"A": schema}}
    api = {"openapi": "3.0.3", "info": info, "components": components}
    assert compile(api)["#/components/schemas/A"].encode(made) == value


def test_decimals_of_other_members_are_numbers_too() -> None:
    cls = root({**record(a=INTEGER), "additionalProperties": NUMBER}).cls
    assert cls is not None
    assert cls(additional_properties={"b": Decimal("1.5")}).to_dict() == {"b": 1.5}


def test_a_value_that_was_changed_is_spelled_as_usual() -> None:
    codec = component({"A": record(at={"type": "string", "format": "date-time"})}, "A")
    made = codec.decode({"at": "2024-02-29t12:30:00.000+00:00"})
    made.at = made.at.replace(year=2028)
    assert codec.encode(made) == {"at": "2028-02-29T12:30:00Z"}


NOT_JSON = [
    (OrderedDict(a=1), '$: OrderedDict {"a": 1} is not of type object'),
    ({"a": 1, "o": OrderedDict(b=2)}, '$.o: OrderedDict {"b": 2} is not of type object'),
    ({"a": 1, "l": ("x",)}, '$.l: tuple ["x"] is not of type array'),
    ({"a": {1}}, '$.a: set "{1}" is not of type integer'),
]


@pytest.mark.parametrize("beside", [{}, {"if": {"required": ["b"]}, "then": {"maxProperties": 1}}])
@pytest.mark.parametrize(("value", "message"), NOT_JSON)
def test_what_only_resembles_a_json_value_is_refused(
    beside: Json, value: Any, message: str
) -> None:
    inner = record(b={"type": "integer"})
    codec = root({**record(a=INTEGER, o=inner, l={"type": "array"}), **beside})
    assert [str(problem) for problem in problems(codec, value)] == [message]
    assert not codec.is_valid(value)


# --- JSON text ------------------------------------------------------------------------------------

TEXTS = [
    '{"b":1.0,"a":2.0,"zz":[null]}',
    '{"b":123456789012345678901234567890,"a":1}',
    '{"zz":"\u00e9\U0001f600","b":1e100}',
]


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_back_with_and_without_orjson(
    text: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        monkeypatch.setattr(_runtime, "orjson", None)
    codec = root(OBJECT)
    assert codec.cls is not None
    for data in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        made = codec.cls.from_json(data)
        assert json.loads(made.to_json()) == json.loads(text)
        assert list(json.loads(made.to_json())) == list(json.loads(text))
        assert json.loads(codec.dumps(codec.loads(data))) == json.loads(text)


ANY_NUMBER = {"type": "number"}
LONG = 3**50
TAKES_LONG_NUMBERS = [
    {},
    {"minimum": 0},
    {"maximum": 10**40},
    {"enum": [LONG, 1]},
    {"not": {"type": "string"}},
    ANY_NUMBER,
    {**ANY_NUMBER, "minimum": 10**19},
    {**ANY_NUMBER, "maximum": 10**40, "exclusiveMinimum": 0},
    {**ANY_NUMBER, "multipleOf": 3},
    {"type": ["number", "string"], "minimum": 0},
    {"anyOf": [{"type": "string"}, ANY_NUMBER]},
    INTEGER,
    NUMBER,
]
PLACES = {
    "root": (lambda schema: schema, LONG),
    "member": (lambda schema: record(a=schema), {"a": LONG}),
    "member of a member": (lambda schema: record(n=record(a=schema)), {"n": {"a": LONG}}),
    "unknown member": (lambda schema: record(b=schema), {"zz": LONG}),
    "where a list may be": (lambda schema: {"items": schema}, LONG),
    "where an object may be": (lambda schema: {"properties": {"a": schema}}, LONG),
    "where a map may be": (lambda schema: {"additionalProperties": schema}, LONG),
    "where a tuple may be": (lambda schema: {"prefixItems": [schema]}, LONG),
    "only unknown members": (lambda schema: {"type": "object"}, {"zz": [LONG]}),
    "value": (lambda schema: {"type": "object", "additionalProperties": schema}, {"k": LONG}),
    "item": (lambda schema: {"type": "array", "items": schema}, [LONG]),
    "item of a member": (lambda schema: record(a={"items": schema}), {"a": [LONG, LONG]}),
    "tuple": (lambda schema: {"type": "array", "prefixItems": [schema, schema]}, [LONG, LONG]),
    "rest": (lambda schema: {"type": "array", "prefixItems": [INTEGER]}, [LONG, LONG]),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("schema", TAKES_LONG_NUMBERS)
def test_no_number_is_rounded_on_its_way_from_text(schema: Json, place: str) -> None:
    around, value = PLACES[place]
    codec = root(around(schema))
    assert codec.encode(codec.loads(json.dumps(value))) == value


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize(
    "text", ["", "{", "{'a': 1}", '{"b": NaN}', '{"b": 01}', "[1,]", '"\ud800"', b"\xff"]
)
def test_text_that_is_not_json_is_a_problem(
    text: str | bytes, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        monkeypatch.setattr(_runtime, "orjson", None)
    with pytest.raises(DecodeError) as raised:
        root(OBJECT).loads(text)
    assert [problem.keyword for problem in raised.value.problems] == ["json"]


@pytest.mark.parametrize("data", [5, None, {"b": 1}])
def test_what_is_no_text_is_a_mistake_of_the_call(data: Any) -> None:
    with pytest.raises(TypeError, match="JSON text is str or bytes, not"):
        root(OBJECT).loads(data)


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_what_json_has_no_word_for_is_written_as_null(
    number: float, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        monkeypatch.setattr(_runtime, "orjson", None)
    cls = root(OBJECT).cls
    assert cls is not None
    made = cls(b=number, additional_properties={"zz": [number, 1.5, {"\ud800": number}]})
    assert json.loads(made.to_json()) == {"b": None, "zz": [None, 1.5, {"\ud800": None}]}


def test_a_class_reads_and_writes_dicts() -> None:
    cls = root(OBJECT).cls
    assert cls is not None
    made = cls.from_dict({"b": 2, "a": 1})
    assert (made.a, made.b, made.to_dict()) == (1, 2, {"b": 2, "a": 1})
    assert made == cls(a=1, b=2)
    with pytest.raises(DecodeError):
        cls.from_dict({})


# --- enums and strictness -------------------------------------------------------------------------

LISTED = record(k={"enum": ["a", "b"]}, n={"enum": [1, 2]})


def test_enums_are_classes() -> None:
    made = root(LISTED).decode({"k": "a", "n": 1.0})
    assert isinstance(made.k, Enum)
    assert made.k == "a"
    assert comes_back(root(LISTED), {"n": 1.0, "k": "b"})


WORDS = {"type": "string", "enum": ["a", "bbb"]}
ENUM_FIELDS = [
    (WORDS, ("a", "bbb"), ("b", None, 1, True, ["a"], {})),
    ({"enum": ["a", "b"]}, ("a", "b"), ("c", None)),
    ({**WORDS, "nullable": True}, ("a", None), ("b", 1)),
    ({**WORDS, "maxLength": 2}, ("a",), ("bbb", "c")),
    ({**WORDS, "not": {"enum": ["bbb"]}}, ("a",), ("bbb", "c")),
    ({"type": "integer", "enum": [1, 2]}, (1, 1.0, 2), (3, True, "1", None)),
]


@pytest.mark.parametrize(("enum", "valid", "invalid"), ENUM_FIELDS)
def test_a_field_holds_a_value_of_the_enum_it_refers_to(
    enum: Json, valid: tuple[Json, ...], invalid: tuple[Json, ...]
) -> None:
    of_job = record(("word",), word={"$ref": "#/components/schemas/Word"})
    codec = component({"Word": enum, "Job": of_job}, "Job")
    # The module of the enum is imported with the first value, and looked up in from then on.
    for value in (*valid, *valid):
        assert comes_back(codec, {"word": value})
    for value in invalid:
        assert {p.path for p in problems(codec, {"word": value})} == {"$.word"}
    assert [p.keyword for p in problems(codec, {})] == ["required"]


def test_enums_may_be_literals() -> None:
    codec = root(LISTED, enums="literal")
    assert type(codec.decode({"k": "a"}).k) is str
    assert [p.keyword for p in problems(codec, {"k": "c"})] == ["enum"]


def test_an_enum_of_too_many_values_has_no_class() -> None:
    values = [f"v{i}" for i in range(10_001)]
    codec = root(record(k={"enum": values}, n={"enum": list(range(10_001))}))
    made = codec.decode({"k": "v7", "n": 7.0})
    assert (type(made.k), made.n) == (str, 7.0)
    assert [p.keyword for p in problems(codec, {"k": "v", "n": True})] == ["enum", "enum"]
    assert codec.cls is not None
    assert get_type_hints(codec.cls)["k"] == str | None


def test_types_of_an_alias_in_another_module_can_be_asked_for() -> None:
    reference = {"oneOf": [{"type": "string", "format": "uuid"}, {"type": "integer"}]}
    dates = {"type": "array", "items": {"type": "string", "format": "date"}}
    fields = {name: {"$ref": f"#/components/schemas/{name}"} for name in ("Dates", "Reference")}
    schemas = {"Dates": dates, "Reference": reference, "A": record(("Dates",), **fields)}
    hints = get_type_hints(component(schemas, "A").cls)
    assert hints["dates"] == list[date]
    assert hints["reference"] == UUID | int | None


@pytest.mark.parametrize("value", [{"a": 1}, {"b": 1, "zz": [1], "a": 1.0}, {}])
def test_a_class_derived_by_hand_decodes_to_itself(value: Json) -> None:
    cls: Any = root(record(a=INTEGER, b={**INTEGER, "default": 2})).cls

    class WithMethod(cls):  # type: ignore[misc]
        def doubled(self) -> int:
            return 2 * self.b  # type: ignore[no-any-return]

    @dataclass(slots=True, kw_only=True)
    class WithField(cls):  # type: ignore[misc]
        seen: bool = False

    assert WithMethod.from_dict(value).doubled() in (2, 4)
    for derived in (WithMethod, WithField):
        assert type(derived.from_dict(value)) is derived
        made = derived.from_json(json.dumps(value))
        assert type(made) is derived
        assert json.dumps(made.to_dict()) == json.dumps(value)
        with pytest.raises(DecodeError):
            derived.from_dict({"a": "x"})
    assert not WithField.from_dict(value).seen


def test_an_alias_of_a_class_is_that_class() -> None:
    schemas = {
        "A": record(a=INTEGER),
        "E": {"type": "string", "enum": ["x"]},
        "OfClass": {"$ref": "#/components/schemas/A"},
        "OfAlias": {"allOf": [{"$ref": "#/components/schemas/OfClass"}]},
        "OfEnum": {"$ref": "#/components/schemas/E"},
        "OrNull": {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True},
    }
    info = {"title": "Shop", "version": "1"}
    description = {"openapi": "3.0.3", "info": info, "components": {"schemas": schemas}}
    models = compile(description)
    classes = {name: models[f"#/components/schemas/{name}"].cls for name in schemas}
    assert classes["A"] is classes["OfClass"] is classes["OfAlias"] is not None
    assert classes["E"] is classes["OfEnum"] is not None
    assert classes["OrNull"] is None
    assert type(classes["A"].from_dict({"a": 1})) is classes["A"]


def test_a_text_of_one_line_is_compiled() -> None:
    for text in ('{"type": "integer"}', b"type: integer"):
        assert compile(text)["#"].decode(1) == 1


def test_open_enums_keep_values_of_their_type() -> None:
    codec = root(LISTED, open_enums=True)
    assert codec.decode({"k": "z", "n": 7}).k == "z"
    assert comes_back(codec, {"n": 7, "k": "z"})
    assert [p.path for p in problems(codec, {"k": 1, "n": "x"})] == ["$.k", "$.n"]


@pytest.mark.parametrize("beside", [{}, {"not": {"required": ["no"]}}], ids=str)
@pytest.mark.parametrize("enums", ["enum", "literal"])
def test_open_enums_are_open_wherever_they_stand(beside: Json, enums: str) -> None:
    listed = {"k": {"enum": ["a", "b"]}, "n": {"enum": [1, None]}}
    codec = root({**record(**listed), **beside}, open_enums=True, enums=enums)
    for value in ({"k": "z", "n": 7}, {"n": None}):
        assert comes_back(codec, value)
        assert codec.is_valid(value)
    for value in ({"k": 1}, {"k": None}, {"n": "x"}):
        assert problems(codec, value)
        assert not codec.is_valid(value)


BOUNDED = record(
    ("id",),
    id=INTEGER,
    k={"enum": ["a", "b"]},
    s={"type": "string", "maxLength": 1, "pattern": "^a"},
    at={"type": "string", "format": "date"},
    items={"type": "array", "items": {"type": "integer", "maximum": 3}, "uniqueItems": True},
)


def test_types_alone_let_bounds_and_unknown_values_pass() -> None:
    codec = root(BOUNDED)
    value = {"id": 1, "k": "z", "s": "zzz", "at": "soon", "items": [9, 9]}
    assert len(problems(codec, value)) >= 5
    made = codec.decode(value, strictness="types")
    assert (made.k, made.at) == ("z", "soon")
    assert codec.encode(made) == value


@pytest.mark.parametrize(
    ("value", "path"), [({}, "$"), ({"id": "x"}, "$.id"), ({"id": 1, "items": 3}, "$.items")]
)
def test_types_alone_are_still_types(value: Json, path: str) -> None:
    assert [p.path for p in problems(root(BOUNDED), value, strictness="types")] == [path]


INNER = record(("k",), k={"enum": ["a", "b"]}, n=INTEGER)
CONDITIONAL = {**record(("id",), id=INTEGER, of=INNER, also=INNER), "not": {"required": ["no"]}}
CHOOSING = record(k={"enum": ["a", "b"]}, n={"type": ["integer", "string"]})
CHOOSING |= {
    "if": {"properties": {"k": {"const": "a"}}, "required": ["k"]},
    "then": {"properties": {"n": INTEGER}, "required": ["n"]},
}
EVALUATED = {**record(a=INTEGER), "unevaluatedProperties": False}
EVALUATED |= {"oneOf": [record(k={"const": 1}), record(k={"const": 2}, b=INTEGER)]}
LOOSE = [
    (
        CONDITIONAL,
        ({"id": 1, "no": 1}, {"id": 1, "of": {"k": "z"}}),
        ({}, {"id": "x"}, {"id": None}),
    ),
    ({"allOf": [STRING, {"not": {"const": ""}}]}, ("", "a"), (1, None)),
    ({"type": "array", "items": STRING, "contains": {"const": "a"}}, ([], ["b"]), ([1], "a")),
    ({"anyOf": [record(("a",)), record(("b",))]}, ({"a": 1}, {"b": None}), ({}, 1)),
    (CHOOSING, ({"k": "z"}, {"k": "b", "n": "x"}, {"k": "a", "n": 1}), ({"k": "a"}, {"k": 5})),
    (CHOOSING, ({}, {"k": "z", "n": "x"}), ({"k": "a", "n": "x"}, {"k": None})),
    (EVALUATED, ({"a": 1, "zz": 2}, {"k": 2, "b": 1}, {"k": 3}), ({"a": "x"}, {"k": "1"})),
    ({"enum": ["a", "b"]}, ("a", "z"), (None, 1, ["a"])),
    ({"const": 1}, (1, 2, 1.5), (None, "1", True)),
    (TAGGED, ({"kind": "d"}, {"kind": "a", "n": 1}), ({}, {"kind": None}, {"kind": "a"})),
]


@pytest.mark.parametrize(("schema", "valid", "invalid"), LOOSE)
@pytest.mark.parametrize("inside", [False, True], ids=["root", "member"])
def test_types_alone_are_the_same_whatever_stands_beside_them(
    schema: Json, valid: tuple[Json, ...], invalid: tuple[Json, ...], inside: bool
) -> None:
    codec = root(record(of=schema) if inside else schema, strictness="types")
    for value in valid:
        assert comes_back(codec, {"of": value} if inside else value)
    for value in invalid:
        assert problems(codec, {"of": value} if inside else value)


def test_types_alone_make_the_same_classes() -> None:
    made = root(CONDITIONAL).decode(
        {"id": 1, "of": {"k": "z"}, "also": {"k": "a"}}, strictness="types"
    )
    assert made.of.k == "z"
    assert type(made.of) is type(made.also)


def test_strictness_is_a_setting() -> None:
    codec = root(BOUNDED, strictness="types")
    assert codec.decode({"id": 1, "k": "z"}).k == "z"
    assert [p.keyword for p in problems(codec, {"id": 1, "k": "z"}, strictness="strict")] == [
        "enum"
    ]


# --- recursion and aliases ------------------------------------------------------------------------


def test_a_type_may_contain_itself() -> None:
    tree = record(
        ("v",), v=INTEGER, next={"$ref": "#"}, all={"type": "array", "items": {"$ref": "#"}}
    )
    codec = root(tree)
    value = {"v": 1, "next": {"all": [{"v": 3}], "v": 2}}
    made = codec.decode(value)
    assert type(made.next.all[0]) is type(made) is codec.cls
    assert comes_back(codec, value)
    found = problems(codec, {"v": 1, "next": {"v": 2, "all": [{"v": 3}, {"v": "x"}]}})
    assert [p.path for p in found] == ["$.next.all[1].v"]


def test_types_may_contain_each_other() -> None:
    codec = component(
        {
            "Shop": record(owner={"$ref": "#/components/schemas/Person"}),
            "Person": record(
                shops={"type": "array", "items": {"$ref": "#/components/schemas/Shop"}}
            ),
        },
        "Shop",
    )
    assert comes_back(codec, {"owner": {"shops": [{"owner": {}}]}})


B = {"$ref": "#/components/schemas/B"}
ALIASES = [
    ({"A": B, "B": STRING}, "a", 1),
    ({"A": {"type": "array", "items": B}, "B": INTEGER}, [1], ["a"]),
    ({"A": {"type": "object", "additionalProperties": INTEGER}}, {"a": 1}, {"a": "b"}),
    ({"A": {"oneOf": [STRING, INTEGER]}}, 1, 1.5),
    ({"A": {"allOf": [B]}, "B": record(x=INTEGER)}, {"x": 1}, {"x": "a"}),
    ({"A": {"nullable": True, "type": "string"}}, None, 1),
]


@pytest.mark.parametrize(("schemas", "valid", "invalid"), ALIASES)
def test_an_alias_decodes_as_what_it_stands_for(schemas: Json, valid: Json, invalid: Json) -> None:
    codec = component(schemas, "A")
    assert comes_back(codec, valid)
    assert problems(codec, invalid)


def test_a_class_of_hundreds_of_fields_is_decoded_in_parts() -> None:
    names = [f"field_{number}" for number in range(250)]
    codec = root(record(tuple(names), **{n: {"type": "integer"} for n in names}))
    value = {name: number for number, name in enumerate(names)}
    for given in (value, dict(reversed(value.items())), {"other": None, **value}):
        assert list(codec.encode(codec.decode(given)).items()) == list(given.items())
    wrong = dict.fromkeys(names[:200], "")
    assert len(problems(codec, wrong)) == 250


@pytest.mark.parametrize("type_", ["string", "integer", "boolean", "array", "object", "null"])
@pytest.mark.parametrize("listed", [["a", "b"], [2.5], [True], [[1], [2]], [{}, {"a": 1}], [None]])
def test_values_of_another_type_are_none_at_all(type_: str, listed: list[Json]) -> None:
    codec = root(record(x={"type": type_, "enum": listed}))
    judge = Draft202012Validator({"type": type_, "enum": listed})
    for value in ["a", 1, 2.5, True, [1], {}, None]:
        assert codec.is_valid({"x": value}) == judge.is_valid(value)


def test_a_whole_number_is_an_integer_however_it_is_listed() -> None:
    codec = root({"type": "integer", "enum": [1.0, 2.0]})
    assert [codec.is_valid(value) for value in (1, 2.0, 3, "1")] == [True, True, False, False]
