"""Schemas without what only the other direction has."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import compile
from generator.ir import Object, TypeId
from generator.lower import Lowered
from generator.report import Report
from generator.shape import shape
from generator.shaping.variants import variants
from tests.models import lowered, understood

HEAD = """
openapi: 3.1.0
info: {title: T, version: '1'}
paths:
  /a:
    post:
      operationId: make
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
components:
  schemas:
"""
THING = "t#/components/schemas/Thing"


def varied(schemas: str) -> Lowered:
    """Return the schemas of a description, variants among them."""
    return variants(lowered(HEAD + schemas, Report()))


def fields(found: Lowered, type_id: str) -> list[str]:
    """Return the fields of a type, with `!` behind a required one."""
    shown = shape(found).types[TypeId(type_id)].shape
    assert isinstance(shown, Object)
    return [f"{field.name}{'!' * field.required}" for field in shown.fields]


@pytest.mark.parametrize(
    ("schema", "sent", "returned"),
    [
        (
            "{required: [id, name, key], properties: {id: {readOnly: true}, name: {}, key: {writeOnly: true}}}",
            ["name!", "key!"],
            ["id!", "name!"],
        ),
        (
            "{required: [id], allOf: [{properties: {id: {readOnly: true}}}, {properties: {a: {}}}]}",
            ["a"],
            ["id!", "a"],
        ),
        (
            "{allOf: [{properties: {id: {readOnly: true}}}, {required: [id], properties: {a: {}}}]}",
            ["a"],
            ["id!", "a"],
        ),
        ("{properties: {id: {$ref: '#/components/schemas/Id'}, a: {}}}", ["a"], ["id", "a"]),
    ],
)  # fmt: skip
def test_what_is_read_only_or_write_only_is_left_out(
    schema: str, sent: list[str], returned: list[str]
) -> None:
    found = varied(f"    Thing: {{type: object, {schema[1:]}\n    Id: {{readOnly: true}}\n")
    assert fields(found, f"{THING}~input") == sent
    mark = "~output" if f"{THING}~output" in found.schemas else ""
    assert fields(found, f"{THING}{mark}") == returned


def test_what_contains_a_variant_is_one_and_recursion_ends() -> None:
    found = varied(
        "    Thing: {type: object, properties: {next: {$ref: '#/components/schemas/Thing'},"
        " parts: {type: array, items: {$ref: '#/components/schemas/Part'}}, same: {$ref: '#/components/schemas/Same'}}}\n"
        "    Part: {type: object, properties: {id: {readOnly: true}, n: {}}}\n"
        "    Same: {type: object}\n"
    )
    thing: dict[str, Any] = dict(found.schemas[TypeId(f"{THING}~input")].keywords["properties"])
    assert str(thing["next"]).endswith("~input")
    assert str(thing["parts"]).endswith("~input")
    assert not str(thing["same"]).endswith("~input")
    assert fields(found, "t#/components/schemas/Part~input") == ["n"]


def test_operations_use_the_variants() -> None:
    found = varied("    Thing: {type: object, properties: {id: {readOnly: true}}}\n")
    (operation,) = found.service.operations
    assert operation.body is not None
    assert operation.body.contents[0].type.endswith("~input")
    assert not operation.responses[0].contents[0].type.endswith("put")


def test_nothing_is_added_where_nothing_is_left_out() -> None:
    found = varied("    Thing: {type: object, properties: {id: {}}}\n")
    assert not [type_id for type_id in found.schemas if type_id.endswith("put")]


GET = """
    get:
      operationId: read
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
"""
POST = "paths:\n  /a:\n    post:\n      operationId: make\n      requestBody"
BOTH = {"Thing": "id name", "ThingInput": "name key"}


@pytest.mark.parametrize(
    ("before", "after", "classes"),
    [
        ("", "", BOTH),
        ("/a:\n", f"/a:{GET}", BOTH),
        (", writeOnly: true", "", {"Thing": "id name key", "ThingInput": "name key"}),
        (", readOnly: true", "", {"Thing": "id name key", "ThingOutput": "id name"}),
        ("'200': {content", "'200': {x-content", {"Thing": "name key"}),
        ("requestBody", "x-body", {"Thing": "id name"}),
        ("post", "x-post", {"Thing": "id name key"}),
        ("paths:\n  /a", "webhooks:\n  a", BOTH),
        (POST, "webhooks:\n  a:\n    post:\n      x-body", {"Thing": "name key"}),
    ],
)
def test_a_component_is_a_class_for_each_use(
    before: str, after: str, classes: Mapping[str, str]
) -> None:
    schemas = """    Thing: {type: object, properties: {
      id: {type: string, readOnly: true}, name: {}, key: {type: string, writeOnly: true}}}"""
    model = understood((HEAD + schemas).replace(before, after, 1), Report())
    found = {
        name.cls: " ".join(field.name for field in shape.fields)
        for type_id, name in model.names.items()
        if isinstance(shape := model.api.types[type_id].shape, Object) and "Thing" in name.cls
    }
    assert found == classes


def test_compiled_components_are_whole(here: Path) -> None:
    Path("t.yaml").write_text(
        HEAD + "    Thing: {type: object, properties: {id: {type: string, readOnly: true}}}\n"
    )
    thing = compile("t.yaml")["#/components/schemas/Thing"]
    assert not thing.is_valid({"id": 1})
