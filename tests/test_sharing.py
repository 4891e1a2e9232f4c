"""What becomes one type: schemas that say the same, wherever they stand."""

from __future__ import annotations

from typing import Any

import pytest

from generator.compiled import compile
from generator.ir import Object, TypeId
from generator.report import Report
from tests.models import understood
from tests.tables import tables

Json = Any


def types(**properties: str) -> tuple[list[TypeId], Report]:
    """The types of the fields of a class, and what was told of them."""
    lines = "\n".join(f"        {name}: {{{schema}}}" for name, schema in properties.items())
    text = (
        "openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}\ncomponents:\n  schemas:\n"
        f"    A:\n      type: object\n      properties:\n{lines}\n"
    )
    report = Report()
    shape = understood(text, report).api.types[TypeId("t#/components/schemas/A")].shape
    assert isinstance(shape, Object)
    return [field.type for field in shape.fields], report


SAME = [
    "type: string",
    "type: string, format: uuid, description: Which one.",
    "type: [integer, 'null'], minimum: 0, default: 1",
    "type: number, x-unit: ms, examples: [1.5]",
]


@pytest.mark.parametrize("schema", SAME)
def test_plain_schemas_that_say_the_same_are_one_type(schema: str) -> None:
    (a, b), report = types(a=schema, b=schema)
    assert a == b
    assert not report.diagnostics


DIFFERENT = [
    ("type: string", "type: string, description: Another."),
    ("type: integer, default: 1", "type: integer, default: 1.0"),
    ("type: boolean, default: true", "type: boolean, default: false"),
    ("type: string, enum: [a, b]", "type: string, enum: [a, b]"),
    ("type: object", "type: object"),
    ("type: string, format: binary", "type: string, format: binary"),
]


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_others_are_types_of_their_own(one: str, other: str) -> None:
    (a, b), _ = types(a=one, b=other)
    assert a != b


def test_what_is_told_of_schemas_that_say_the_same_is_told_of_each() -> None:
    _, report = types(a="type: string, nullable: true", b="type: string, nullable: true")
    (told,) = report.diagnostics
    pointers = [getattr(place, "pointer", "") for place in (told.where, *told.others)]
    assert [pointer.split("/")[-2:] for pointer in pointers] == [
        ["a", "nullable"],
        ["b", "nullable"],
    ]


@pytest.mark.parametrize("type_", ["{a: string}", "[[string]]", "[]", "7", "null", "strin"])
def test_what_is_no_type_is_told_of_each(type_: str) -> None:
    _, report = types(a=f"type: {type_}", b=f"type: {type_}")
    assert [d.code.name for d in report.diagnostics] == ["SCH002", "SCH002"]


OPERATION = """
paths:
  /jobs:
    get:
      operationId: list
      parameters:
        - {name: after, in: query, description: Where to go on., schema: {type: string}}
      responses:
        '200':
          description: OK
          content: {application/json: {schema: {$ref: '#/components/schemas/Job'}}}
components:
  schemas:
    Job: {type: object, properties: {name: {type: string}}}
"""


def test_what_a_parameter_says_is_not_said_of_a_property_of_the_same_type() -> None:
    documents = tables(OPERATION)
    assert "Where to go on." in documents["models/listrequest.md"]
    assert "Where to go on." not in documents["models/job.md"]


BRANCHES = [
    ({"type": "integer"}, {"type": "integer"}, "int | None"),
    ({"type": "integer", "title": "One"}, {"type": "integer", "title": "Two"}, "int | None"),
    ({"type": "integer"}, {"type": "string"}, "X | None"),
    ({"enum": ["a", "b"]}, {"enum": ["a", "b"], "description": "Two."}, "X | None"),
]


@pytest.mark.parametrize(("one", "other", "annotation"), BRANCHES)
def test_what_several_branches_say_of_a_member_is_said_once(
    one: Json, other: Json, annotation: str
) -> None:
    branches = [{"properties": {"x": schema}} for schema in (one, other)]
    base = {"type": "object", "properties": {"k": {"type": "integer"}}}
    cls = compile({**base, "anyOf": branches})["#"].cls
    assert cls is not None
    assert dict(cls.__annotations__.items())["x"] == annotation


def test_branches_that_say_one_and_true_say_different_things() -> None:
    branches = [{"properties": {"x": {"const": one}}} for one in (1, True)]
    base = {"type": "object", "properties": {"k": {"type": "integer"}}}
    codec = compile({**base, "anyOf": branches})["#"]
    assert [x for x in (1, True, 2, False) if codec.is_valid({"x": x})] == [1, True]
