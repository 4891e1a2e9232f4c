"""Enums: their classes, their values, and those that nobody listed."""

from __future__ import annotations

from copy import copy
from enum import Enum
from typing import Any, get_type_hints

import pytest
from jsonschema import Draft202012Validator

from tests.codecs import (
    INTEGER,
    STRING,
    Json,
    comes_back,
    component,
    described,
    problems,
    record,
    ref,
    root,
    told,
)

LISTED = record(k={"enum": ["a", "b"]}, n={"enum": [1, 2]})


def test_enums_are_classes() -> None:
    made = root(LISTED).decode({"k": "a", "n": 1.0})
    assert isinstance(made.k, Enum)
    assert made.k == "a"
    assert comes_back(root(LISTED), {"n": 1.0, "k": "b"})


TEXTS = [
    (["a", "b"], "a", ">5", "    a", "<Word.A: 'a'>"),
    (["__str__", "str", "format", "mro"], "__str__", ".3", "__s", "<Word.STR: '__str__'>"),
    ([1, 20], 20, "05", "00020", "<Word.TWENTY: 20>"),
]


@pytest.mark.parametrize(("values", "value", "spec", "text", "shown"), TEXTS)
def test_as_a_text_a_member_of_an_enum_is_its_value(
    values: Json, value: Json, spec: str, text: str, shown: str
) -> None:
    words = described({"Word": {"enum": values}})["#/components/schemas/Word"]
    for member in (words.decode(value), copy(words.decode(value))):
        assert f"{member} {member!s} {member!r}" == f"{value} {value} {shown}"
        assert format(member, spec) == text
        assert isinstance(member, type(value))


NAMED = [
    ([None, "a", "b"], ["None", "First", "Second"], {"FIRST": "a", "SECOND": "b"}),
    ([None, "a", "b"], ["First", "Second"], {"FIRST": "a", "SECOND": "b"}),
    (["a", "a", "b"], ["First", "Again", "Second"], {"AGAIN": "a", "SECOND": "b"}),
    ([0, 1], ["None"], {"NONE": 0, "ONE": 1}),
]


@pytest.mark.parametrize(("values", "names", "members"), NAMED)
def test_a_name_is_that_of_the_value_in_its_place(values: Json, names: Json, members: Json) -> None:
    codec = component({"Word": {"enum": values, "x-enum-varnames": names}}, "Word")
    found = type(codec.decode(values[-1]))
    assert {member.name: member.value for member in found} == members


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


BOUNDED = [
    ({"type": "string", "enum": ["a", "bbb"], "maxLength": 9, "minLength": 1}, "y" * 10),
    ({"type": "integer", "enum": [1, 2], "minimum": 0, "maximum": 2}, 3),
    ({"enum": [1, "a", None], "minLength": 1, "maximum": 2}, "b"),
]


@pytest.mark.parametrize("enums", ["enum", "literal"])
@pytest.mark.parametrize(("enum", "wrong"), BOUNDED)
def test_a_value_is_not_measured_that_an_enum_does_not_list(
    enum: Json, wrong: Json, enums: str
) -> None:
    codec = root(record(x=enum), enums=enums)
    assert [p.keyword for p in problems(codec, {"x": wrong})] == ["enum"]


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


def test_open_enums_keep_values_of_their_type() -> None:
    codec = root(LISTED, open_enums=True)
    assert codec.decode({"k": "z", "n": 7}).k == "z"
    assert comes_back(codec, {"n": 7, "k": "z"})
    assert comes_back(codec, {"n": 7.0})
    assert [p.path for p in problems(codec, {"k": 1, "n": "x"})] == ["$.k", "$.n"]


ANNOTATIONS = [
    (ref("Status"), "Status | str | None"),
    (ref("Level"), "Level | int | None"),
    (ref("Maybe"), "OptionalNullable[Maybe | str]"),
    (ref("Again"), "Again | str | None"),
    (ref("Nothing"), "OptionalNullable[Nothing]"),
    ({"enum": ["x"]}, "Inline | str | None"),
    ({"type": "array", "items": ref("Status")}, "list[Status | str] | None"),
    ({"type": "object", "additionalProperties": ref("Level")}, "dict[str, Level | int] | None"),
    (ref("Both"), "Both | None"),
]


@pytest.mark.parametrize(("schema", "annotation"), ANNOTATIONS)
def test_the_annotation_of_an_open_enum_says_what_else_it_holds(
    schema: Json, annotation: str
) -> None:
    words = {"enum": ["a", "b"]}
    schemas = {
        "Status": words,
        "Level": {"enum": [1]},
        "Maybe": {**words, "nullable": True},
        "Again": ref("Status"),
        "Nothing": ref("Maybe"),
        "Both": {"oneOf": [ref("Status"), ref("Level"), STRING]},
        "Job": record(inline=schema),
    }
    models = described(schemas, open_enums=True)
    assert models["#/components/schemas/Job"].cls.__annotations__["inline"] == annotation
    get_type_hints(models["#/components/schemas/Job"].cls)


OPEN = [
    ({"enum": ["a"]}, 1, ("$.x", "type", ("string",), 1)),
    ({"type": "string", "enum": ["a"]}, 1, ("$.x", "type", ("string",), 1)),
    ({"enum": [1, None]}, "a", ("$.x", "type", ("integer", "null"), "a")),
    ({"type": "string", "enum": ["a"], "maxLength": 1}, "ab", ("$.x", "maxLength", 1, "ab")),
]


@pytest.mark.parametrize("enums", ["enum", "literal"])
@pytest.mark.parametrize(("schema", "value", "problem"), OPEN)
def test_open_enums_ask_for_no_more_than_the_type(
    schema: Json, value: Json, problem: Any, enums: str
) -> None:
    codec = root(record(x=schema), open_enums=True, enums=enums)
    assert told(codec, {"x": value}) == [problem]
    assert not codec.is_valid({"x": value})


BESIDE = [{}, {"not": {"required": ["no"]}}]
"""Nothing, and what makes that an object is checked as a whole before it is decoded."""


@pytest.mark.parametrize("beside", BESIDE, ids=str)
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


def kinds(required: tuple[str, ...]) -> list[Json]:
    """The members of a union that their `kind` tells apart."""
    listed = [{"type": "string", "enum": names} for names in (["cat"], ["dog", "fox"])]
    return [record(required, kind=kind, **{kind["enum"][0]: INTEGER}) for kind in listed]


UNIONS: list[tuple[Json, list[Json], list[Json]]] = [
    (
        {"oneOf": [*kinds(("kind",)), {"type": "null"}]},
        [{"kind": "cat"}, {"kind": "fox", "dog": 1}, None],
        [{"kind": "cow"}, {"kind": 1}, {}, {"kind": "dog", "dog": "x"}],
    ),
    ({"anyOf": kinds(("kind",))}, [{"kind": "cat"}], [{"kind": "cow"}, {"kind": "cat", "cat": ""}]),
    ({"oneOf": kinds(())}, [{"kind": "cat"}, {"kind": "fox"}, {"kind": "cow"}, {}], [{"kind": 1}]),
    ({"oneOf": [{"enum": ["a"]}, {"enum": ["b"]}]}, ["a", "b", "c"], [1, None]),
    (record(k={"type": ["string", "null"], "enum": ["a"]}), [{"k": "b"}, {}], [{"k": None}]),
]


@pytest.mark.parametrize("beside", BESIDE, ids=str)
@pytest.mark.parametrize("enums", ["enum", "literal"])
@pytest.mark.parametrize(("schema", "valid", "others"), UNIONS)
def test_open_enums_keep_no_member_of_a_union_from_a_value(
    schema: Json, valid: list[Json], others: list[Json], enums: str, beside: Json
) -> None:
    codec = root({**record(("x",), x=schema), **beside}, open_enums=True, enums=enums)
    for value in valid:
        assert comes_back(codec, {"x": value})
        assert codec.is_valid({"x": value})
    for value in others:
        assert problems(codec, {"x": value})
        assert not codec.is_valid({"x": value})


def test_a_tag_says_the_class_where_enums_are_open() -> None:
    codec = root(record(x={"oneOf": kinds(("kind",))}), open_enums=True)
    assert codec.decode({"x": {"kind": "fox", "dog": 1}}).x.dog == 1


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
