"""Saying the same in other words changes nothing, in either direction."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import (
    DONE,
    INTEGER,
    STRING,
    describe,
    json_content,
    ref,
    request,
    response,
    verdicts,
)
from generator.diff.review import diff

OBJECT: dict[str, Any] = {"type": "object", "properties": {"a": STRING, "b": STRING}}
ARRAY = {"type": "array", "items": STRING}
NULLABLE = {"type": ["string", "null"]}
NUMBER = {"type": "number"}
EITHER = {"type": ["string", "number"]}
SAME: dict[str, tuple[Any, Any]] = {
    "null in a union": ({"oneOf": [STRING, {"type": "null"}]}, NULLABLE),
    "null in an enum": (
        {"type": ["string", "null"], "enum": ["a", None]},
        {"anyOf": [{**STRING, "enum": ["a"]}, {"type": "null"}]},
    ),
    "const null": ({"const": None}, {"type": "null"}),
    "union of one": ({"anyOf": [STRING]}, STRING),
    "what is met twice": ({"anyOf": [STRING, {"oneOf": [{}, {}]}]}, STRING),
    "the same twice": ({"anyOf": [STRING, STRING]}, STRING),
    "a bound that another branch lifts": ({"anyOf": [{**EITHER, "maximum": 5}, NUMBER]}, EITHER),
    "allOf of bounds": (
        {**STRING, "minLength": 2, "maxLength": 5},
        {"allOf": [{**STRING, "minLength": 2}, {"maxLength": 5}]},
    ),
    "allOf of dependencies": (
        {"allOf": [OBJECT, {"required": ["b"], "dependentSchemas": {"a": {"required": ["c"]}}}]},
        {**OBJECT, "required": ["b"], "dependentSchemas": {"a": {"required": ["c"]}}},
    ),
    "allOf of flags": (
        {**OBJECT, "properties": {"a": {"allOf": [STRING, {"readOnly": True}]}}},
        {**OBJECT, "properties": {"a": {**STRING, "readOnly": True}}},
    ),
    "allOf of enums": ({"allOf": [{"enum": ["a", "b"]}, {"enum": ["b", "c"]}]}, {"const": "b"}),
    "required moved": (
        {**OBJECT, "required": ["a"]},
        {"allOf": [OBJECT, {"required": ["a"]}]},
    ),
    "required implied": (
        {**OBJECT, "required": ["a"]},
        {**OBJECT, "anyOf": [{"required": ["a"]}, {"required": ["a", "b"]}]},
    ),
    "double negation": ({"not": {"not": STRING}}, STRING),
    "bounds of other types": (INTEGER, {**INTEGER, "maxLength": 3}),
    "limits at one number": (
        {**NUMBER, "minimum": 5, "exclusiveMinimum": 5},
        {**NUMBER, "exclusiveMinimum": 5},
    ),
    "values of other types": ({**STRING, "enum": ["a", 1]}, {**STRING, "enum": ["a"]}),
    "integral limits": ({**INTEGER, "exclusiveMaximum": 10}, {**INTEGER, "maximum": 9}),
    "multiple of one": (
        {**NUMBER, "multipleOf": 1, "exclusiveMaximum": 10},
        {**INTEGER, "maximum": 9},
    ),
    "a pattern of all texts": ({**STRING, "pattern": ".*"}, STRING),
    "anything": ({"anyOf": [True, STRING]}, {}),
    "items as prefix": ({**ARRAY, "prefixItems": [STRING, STRING]}, ARRAY),
    "unique items of one": (
        {**ARRAY, "maxItems": 1},
        {**ARRAY, "maxItems": 1, "uniqueItems": True},
    ),
    "contains nothing": ({**ARRAY, "contains": STRING, "minContains": 0}, ARRAY),
    "names that are listed": (
        {**OBJECT, "propertyNames": {"enum": ["c", "a"]}},
        {"type": "object", "properties": {"a": STRING, "c": {}}, "additionalProperties": False},
    ),
    "then without if": ({**OBJECT, "then": {"required": ["b"]}}, OBJECT),
    "a union of nothing": ({"anyOf": [False, False]}, False),
    "if without else": (
        {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b"]}, "else": {}},
    ),
    "dependency as condition": (
        {**OBJECT, "if": {"required": ["a"]}, "then": {"required": ["b"]}},
        {**OBJECT, "dependentRequired": {"a": ["b"]}},
    ),
    "patterns": ({**STRING, "pattern": "^[0-9]+$"}, {**STRING, "pattern": r"^\d{1,}$"}),
}


@pytest.mark.parametrize("name", SAME)
def test_same(name: str) -> None:
    one, other = SAME[name]
    assert verdicts(one, other) == ("unchanged", "unchanged")
    assert verdicts(other, one) == ("unchanged", "unchanged")


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ({**STRING, "nullable": True}, NULLABLE),
        ({**STRING, "enum": ["a"], "nullable": True}, {"enum": ["a", None]}),
        (
            {"type": "number", "minimum": 1, "exclusiveMinimum": True},
            {"type": "number", "exclusiveMinimum": 1},
        ),
    ],
)
def test_another_version_of_openapi(old: Any, new: Any) -> None:
    for wrap in (request, response):
        assert diff(wrap(old, "3.0.3"), wrap(new, "3.1.0")).findings == ()


def form(media_type: str, field: Any, required: Any = (), **members: Any) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"a": field}, "required": list(required)}
    return {media_type: {"schema": schema, **members}}


INFO = {"title": "Shop", "version": "1"}
LIST = {"type": "array", "items": {"type": "integer"}}
URLENCODED, MULTIPART = "application/x-www-form-urlencoded", "multipart/form-data"


@pytest.mark.parametrize(
    ("parameters", "body"),
    [
        (
            [{"name": "a", "in": "body", "schema": STRING}],
            {"content": json_content(STRING)},
        ),
        (
            [{"name": "a", "in": "formData", "required": True, **STRING}],
            {"required": True, "content": form(URLENCODED, STRING, required=["a"])},
        ),
        (
            [{"name": "a", "in": "formData", "type": "file"}],
            {"content": form(MULTIPART, {**STRING, "format": "binary"})},
        ),
        (
            [{"name": "a", "in": "formData", **LIST}],
            {"content": form(URLENCODED, LIST, encoding={"a": {"explode": False}})},
        ),
        (
            [{"name": "a", "in": "formData", **LIST, "collectionFormat": "multi"}],
            {"content": form(URLENCODED, LIST)},
        ),
    ],
)
def test_a_swagger_body_in_openapi(parameters: Any, body: Any) -> None:
    post = {"parameters": parameters, "responses": DONE}
    swagger = {"swagger": "2.0", "info": INFO, "paths": {"/x": {"post": post}}}
    openapi = describe({"/x": {"post": {"requestBody": body, "responses": DONE}}}, "3.0.3")
    for pair in ((swagger, openapi), (openapi, swagger)):
        assert [finding.code for finding in diff(*pair).findings] == []


def test_a_renamed_schema_is_the_same_on_the_wire() -> None:
    old = request(ref("Tree"), Tree=tree("Tree"))
    new = request(ref("Node"), Node=tree("Node"))
    review = diff(old, new)
    assert review.verdict == "unchanged"
    assert [(one.code, one.audience) for one in review.findings] == [("schema-renamed", "python")]


def tree(name: str) -> dict[str, Any]:
    kids = {"type": "array", "items": ref(name)}
    return {"type": "object", "properties": {"value": STRING, "kids": kids}}
