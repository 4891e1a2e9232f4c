"""What becomes one type: schemas that say the same, wherever they stand."""

from __future__ import annotations

import re
from typing import Any

import pytest

from generator.compiled import compile
from generator.config import Settings
from generator.ir import Object, TypeId
from generator.report import Report
from generator.targets.python import python_files
from tests.codecs import component, ref, root, told
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
    told = [(d.code.name, where) for d in report.diagnostics for where in (d.where, *d.others)]
    assert [code for code, _ in told] == ["SCH002", "SCH002"]


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


LISTED = {"type": "array", "items": {"enum": ["a"]}}
BRANCHES = [
    ({"type": "integer"}, {"type": "integer"}, "int | None"),
    ({"type": "integer", "title": "One"}, {"type": "integer", "title": "Two"}, "int | None"),
    ({"type": "integer"}, {"type": "string"}, "X | None"),
    ({"enum": ["a", "b"]}, {"enum": ["a", "b"], "description": "Two."}, "X | None"),
    (LISTED, {**LISTED, "title": "Two"}, "list[X] | None"),
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


def module(schema: str) -> str:
    """The module of a type."""
    text = (
        f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\ncomponents:\n  schemas: {{A: {schema}}}"
    )
    files = python_files(understood(text, Report()), Settings())
    (found,) = (file.text for file in files if file.path == "models/a.py")
    return found


def functions(schema: str) -> list[str]:
    """The functions that the module of a type has for itself, beside its decoder."""
    return re.findall(r"^def (_\w+_\d+)", module(schema), re.MULTILINE)


TWICE = [
    ("{type: boolean}", "{type: boolean}", []),
    ("{type: string}", "{type: string, description: Two.}", []),
    ("{type: string, maxLength: 5}", "{type: string}", []),
    ("{type: integer, minimum: 1}", "{type: integer, maximum: 9}", []),
    ("{type: string, format: uri}", "{type: string}", []),
    ("{enum: [a, b]}", "{type: string}", ["_decode_0", "_check_0"]),
    ("{type: number}", "{type: integer}", ["_decode_0", "_check_0"]),
    ("{type: string, pattern: a}", "{type: string, pattern: b}", ["_decode_0", "_check_0"]),
]


@pytest.mark.parametrize(("one", "other", "own"), TWICE)
def test_what_two_members_bound_is_one_type_if_it_has_the_type_of_the_last(
    one: str, other: str, own: list[str]
) -> None:
    members = [f"{{type: object, properties: {{x: {schema}}}}}" for schema in (one, other)]
    assert functions(f"{{allOf: [{', '.join(members)}]}}") == own


MET = [
    ("{type: string, maxLength: 2}", "{type: string, minLength: 1}", ["", "abc", 1], ["a", "ab"]),
    ("{type: integer, minimum: 1}", "{type: integer, minimum: 2}", [1, "2"], [2, 3]),
    ("{type: string, pattern: a}", "{type: string, pattern: b}", ["a", "b"], ["ab"]),
    ("{enum: [a, b]}", "{type: string}", ["c"], ["a", "b"]),
    ("{type: number}", "{type: integer}", [1.5, "1"], [1]),
]


@pytest.mark.parametrize(("one", "other", "wrong", "right"), MET)
def test_what_two_members_bound_is_bounded_by_both(
    one: str, other: str, wrong: list[Json], right: list[Json]
) -> None:
    members = [f"{{type: object, properties: {{x: {schema}}}}}" for schema in (one, other)]
    codec = compile(f"{{allOf: [{', '.join(members)}]}}\n")["#"]
    assert [x for x in wrong + right if codec.is_valid({"x": x})] == right


REFERRING = "{type: array, items: {$ref: '#/components/schemas/A'}}"
MAP = "{type: object, additionalProperties: {type: array, items: {type: string}}}"
ALIKE = [
    ("[{type: string, title: One}, {type: string, title: Two}, {type: integer}]", 2),
    ("[{type: string, maxLength: 1}, {type: string, maxLength: 2}]", 2),
    ("[{const: 1}, {const: true}]", 2),
    ("[{type: array, items: {type: string}}, {type: array, items: {type: string}}]", 1),
    ("[{type: [boolean, 'null'], title: One}, {type: [boolean, 'null']}]", 1),
    ("[{}, {title: Two}]", 1),
    (f"[{REFERRING}, {{title: Two, {REFERRING[1:]}]", 1),
    (f"[{REFERRING}, {{maxItems: 2, {REFERRING[1:]}]", 2),
    (f"[{MAP}, {{title: Two, {MAP[1:]}]", 2),
]


@pytest.mark.parametrize(("members", "count"), ALIKE)
def test_what_says_the_same_is_decoded_by_one_function(members: str, count: int) -> None:
    assert len(functions(f"{{anyOf: {members}}}")) == count


BOTH = "{anyOf: [{type: array, items: {type: string}, title: T}, {type: 'null'}], title: T}"


def test_members_that_may_be_null_are_decoded_by_one_function() -> None:
    members = ", ".join(f"{m}: {BOTH.replace('T', m)}" for m in "xyz")
    found = functions(f"{{type: object, not: {{required: [q]}}, properties: {{{members}}}}}")
    assert [name for name in found if name.startswith("_decode")] == ["_decode_0"]


LISTS = [{"type": "array", "items": {"type": "string"}, "title": title} for title in ("A", "B")]


def test_of_branches_that_say_the_same_one_is_asked() -> None:
    assert told(root({"anyOf": LISTS}), 1) == [("$", "type", ("array",), 1)]
    assert root({"anyOf": LISTS}).is_valid(["a"])
    assert not root({"oneOf": LISTS}).is_valid(["a"])


TYPE_BESIDE = [
    ("{type: object, allOf: [REF]}", []),
    ("{type: object, description: The same., allOf: [REF]}", []),
    ("{type: [object, 'null'], allOf: [REF]}", ["_decode_0", "_check_0"]),
]


@pytest.mark.parametrize(("member", "own"), TYPE_BESIDE)
def test_a_type_that_a_reference_says_as_well_takes_no_function(
    member: str, own: list[str]
) -> None:
    member = member.replace("REF", "{$ref: '#/components/schemas/A'}")
    assert functions(f"{{type: object, properties: {{x: {member}}}}}")[:2] == own


NULLS = [
    ({"type": "object"}, {"type": "object"}, False),
    ({"type": "object", "nullable": True}, {"type": "object"}, False),
    ({"type": "object"}, {"type": "object", "nullable": True}, True),
    ({"type": "object", "nullable": True}, {"type": "object", "nullable": True}, True),
    ({"type": "object"}, {"type": "string"}, False),
]


@pytest.mark.parametrize(("target", "beside", "valid"), NULLS)
def test_a_type_beside_a_reference_has_its_say_about_null(
    target: Json, beside: Json, valid: bool
) -> None:
    codec = component({"A": target, "B": {**beside, "allOf": [ref("A")]}}, "B")
    assert codec.is_valid(None) == valid
    assert codec.is_valid({}) == (beside["type"] == "object")


def test_a_check_asks_what_a_reference_leads_to() -> None:
    branch = "{$ref: '#/components/schemas/A/properties/B'}"
    member = "{type: object, required: [k], properties: {k: {}}}"
    found = module(f"{{type: object, properties: {{B: {member}}}, anyOf: [{branch}]}}")
    assert re.findall(r"problems.any_of\(value, path, \((\w+),\)", found) == ["_decode_b"]


def test_a_constant_is_written_for_what_asks_for_it() -> None:
    member = "{type: object, properties: {x: {enum: [a, b]}}, additionalProperties: true}"
    text = module(f"{{type: object, allOf: [{member}, {{properties: {{x: {{maxLength: 1}}}}}}]}}")
    names = re.findall(r"^(_[A-Z]\w*)\b.* = ", text, re.MULTILINE)
    assert [name for name in names if len(re.findall(rf"\b{name}\b", text)) == 1] == []
