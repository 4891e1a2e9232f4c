"""What stands in other files has the name that it would have in the description itself."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import describe, json_content
from generator.diff.inputs import Input
from generator.diff.review import review
from generator.report import Report

Json = Any
WIDE, NARROW = {"type": "integer", "maximum": 9}, {"type": "integer", "maximum": 5}


def query(schema: Json) -> Json:
    return {"name": "page", "in": "query", "schema": schema}


def holding(schema: Json) -> Json:
    return {"type": "object", "properties": {"a": schema}}


def giving(schema: Json) -> Json:
    return {"description": "x", "content": json_content(schema)}


def operation(**members: Json) -> Json:
    return {"responses": {"200": {"description": "x"}}, **members}


def ref(to: str) -> Json:
    return {"$ref": to}


def posting(schema: Json) -> Json:
    return {"/x": {"post": operation(requestBody={"content": json_content(schema)})}}


NAMED = {"components": {"schemas": {"Item": ref("part.json")}}}
TABLE: dict[str, tuple[Json, Any, str, str]] = {
    # The description, the other file around a schema, what it is listed under, and its name.
    "an operation": (
        {"paths": {"/x": ref("part.json")}},
        lambda schema: {"get": operation(parameters=[query(schema)])},
        "GET /x",
        "GET /x query parameter page",
    ),
    "one below a pointer": (
        {"paths": {"/x": ref("part.json#/all/x")}},
        lambda schema: {"all": {"x": {"get": operation(parameters=[query(schema)])}}},
        "GET /x",
        "GET /x query parameter page",
    ),
    "a parameter of a path": (
        {"paths": {"/x": ref("part.json")}},
        lambda schema: {"parameters": [query(schema)], "get": operation()},
        "/x",
        "/x query parameter page",
    ),
    "a parameter": (
        {"paths": {"/x": {"get": operation(parameters=[ref("part.json#/Page")])}}},
        lambda schema: {"Page": query(schema)},
        "query parameter page",
        "query parameter page",
    ),
    "a response": (
        {"paths": {"/x": {"get": {"responses": {"200": ref("part.json#/Found")}}}}},
        lambda schema: {"Found": giving(holding(schema))},
        "response Found",
        "response Found.a",
    ),
    "a schema": ({"paths": posting(ref("part.json"))}, holding, "part", "part.a"),
    "one of several": (
        {"paths": posting(ref("part.json#/Item"))},
        lambda schema: {"Item": holding(schema)},
        "Item",
        "Item.a",
    ),
    "a component of ours": (
        {"paths": posting(ref("part.json")), **NAMED},
        holding,
        "Item",
        "Item.a",
    ),
    "a component of theirs": (
        {"paths": posting(ref("part.json#/components/schemas/Item"))},
        lambda schema: {"components": {"schemas": {"Item": holding(schema)}}},
        "Item",
        "Item.a",
    ),
}


@pytest.mark.parametrize("name", TABLE)
def test_names(here: Path, name: str) -> None:
    whole, around, group, where = TABLE[name]
    for version, schema in (("old", WIDE), ("new", NARROW)):
        Path(version).mkdir()
        Path(version, "shop.json").write_text(json.dumps(describe(**whole)), "utf-8")
        Path(version, "part.json").write_text(json.dumps(around(schema)), "utf-8")
    found = review([(Input("old/shop.json"), Input("new/shop.json"))], Report())
    assert found is not None
    assert [(one.group, one.where) for one in found.findings] == [(group, where)]
