"""Swagger 2.0 → OpenAPI 3.0: where what stood at a pointer stands then, and the other way round."""

from __future__ import annotations

import copy
import json
from pathlib import Path
from typing import Any

import pytest

from generator import compile
from generator.load import load
from generator.lower import Lowered, lower
from generator.reading.swagger import lift
from generator.reading.swagger_pointers import followed, lifted, original
from generator.remotes.remote import Remotes
from generator.remotes.retrieve import retriever
from generator.report import Report
from generator.resolve import Library
from generator.source import split

BODY = {"name": "pet", "in": "body"}
FORM = [{"name": "f", "in": "formData"}, {"name": "n", "in": "formData"}]
LISTED = {
    "paths": {
        "/a": {
            "parameters": [{"$ref": "#/parameters/Q"}, BODY],
            "get": {"parameters": FORM},
            "put": {"parameters": [BODY]},
        }
    },
    "parameters": {"Q": {"name": "q", "in": "query"}},
}


@pytest.mark.parametrize(
    ("of_swagger", "of_openapi"),
    [
        ("/definitions/A~1b/items", "/components/schemas/A~1b/items"),
        ("/parameters/P", "/components/parameters/P"),
        ("/responses/R", "/components/responses/R"),
        ("/securityDefinitions/S", "/components/securitySchemes/S"),
        ("/info/title", "/info/title"),
        ("", ""),
    ],
)
def test_pointers_there_and_back(of_swagger: str, of_openapi: str) -> None:
    assert lifted(of_swagger) == of_openapi
    assert original(of_openapi, LISTED) == of_swagger


@pytest.mark.parametrize(
    "pointer",
    [
        "/components/schemas/A",
        "/servers/0/url",
        "/paths/~1a/post/requestBody/content/a~1b",
        "/paths/~1a/post/parameters/0/schema/type",
    ],
)
def test_what_is_of_openapi_3_stays_where_it_is(pointer: str) -> None:
    body = {"content": {"a/b": {}}}
    operation = {"requestBody": body, "parameters": [{"schema": {"type": "string"}}]}
    written = {
        "servers": [{"url": "/"}],
        "components": {"schemas": {"A": {}}},
        "paths": {"/a": {"post": operation}},
    }
    assert original(pointer, written) == pointer


@pytest.mark.parametrize(
    ("of_openapi", "of_swagger"),
    [
        ("/servers/0", "/host"),
        ("/paths/~1a/parameters/0/schema/items", "/paths/~1a/parameters/0/items"),
        ("/paths/~1a/parameters/name", "/paths/~1a/parameters/name"),
        ("/paths/~1a/put/requestBody/content/a~1b/schema", "/paths/~1a/put/parameters/0/schema"),
        (
            "/paths/~1a/get/requestBody/content/x/schema/properties/n/type",
            "/paths/~1a/get/parameters/1/type",
        ),
        (
            "/paths/~1a/get/responses/200/content/a~1b/schema/items",
            "/paths/~1a/get/responses/200/schema/items",
        ),
        (
            "/components/responses/R/headers/X/schema/type",
            "/responses/R/headers/X/type",
        ),
        ("/components/requestBodies/B/content/a~1b/schema/$ref", "/parameters/B/schema/$ref"),
    ],
)
def test_pointers_back(of_openapi: str, of_swagger: str) -> None:
    assert original(of_openapi, LISTED) == of_swagger


REFERRED = {
    "swagger": "2.0",
    "info": {"title": "T", "version": "1"},
    "consumes": ["application/xml"],
    "produces": ["application/json", "text/plain"],
    "parameters": {
        "Body": {"name": "b", "in": "body", "schema": {"properties": {"a": {"type": "string"}}}},
        "Limit": {"name": "limit", "in": "query", "type": "array", "items": {"type": "integer"}},
    },
    "responses": {"R": {"description": "", "schema": {"items": {"type": "boolean"}}}},
    "paths": {
        "/a": {
            "parameters": [{"name": "q", "in": "query", "type": "number"}],
            "post": {
                "parameters": [
                    {"name": "b", "in": "body", "schema": {"properties": {"x": {"type": "null"}}}},
                    {"name": "c", "in": "query", "type": "string"},
                ],
                "responses": {"200": {"description": "", "schema": {"type": "object"}}},
            },
            "put": {"parameters": [{"$ref": "#/parameters/Body"}], "responses": {}},
        }
    },
}


@pytest.mark.parametrize(
    ("pointer", "expected"),
    [
        ("/parameters/Body/schema/properties/a", {"type": "string"}),
        ("/components/parameters/Body/schema/properties/a", {"type": "string"}),
        ("/parameters/Limit/items", {"type": "integer"}),
        ("/parameters/Limit/items/type", "integer"),
        ("/responses/R/schema/items", {"type": "boolean"}),
        ("/responses/R/description", ""),
        ("/paths/~1a/parameters/0/type", "number"),
        ("/paths/~1a/post/parameters/0/schema/properties/x", {"type": "null"}),
        ("/paths/~1a/post/parameters/1/name", "c"),
        ("/paths/~1a/post/parameters/1/type", "string"),
        ("/paths/~1a/post/responses/200/schema", {"type": "object"}),
        ("/paths/~1a/put/parameters/0/schema/properties/a/type", "string"),
        ("/info/title", "T"),
    ],
)
def test_pointers_into_operations(pointer: str, expected: Any) -> None:
    contents = lift(copy.deepcopy(REFERRED))
    found: Any = contents
    for token in split(followed(pointer, REFERRED, contents)):
        found = found[int(token)] if isinstance(found, list) else found[token]
    assert found == expected


def lowered(folder: Path, **contents: Any) -> Lowered:
    """Return what a Swagger file beside that of the operations comes to, without a mistake."""
    for name, described in {"other": REFERRED, "a": {"swagger": "2.0", **contents}}.items():
        (folder / f"{name}.json").write_text(json.dumps(described), "utf-8")
    report = Report()
    document = load(folder / "a.json", report)
    assert document is not None
    found = lower([document], Library(report, retriever(Remotes())))
    assert report.diagnostics == []
    return found


def test_a_swagger_file_is_referred_to_by_its_own_pointers(tmp_path: Path) -> None:
    pointers = [
        "parameters/Body/schema",
        "paths/~1a/post/responses/200/schema",
        "responses/R/schema",
    ]
    definitions = {f"D{n}": {"$ref": f"other.json#/{at}"} for n, at in enumerate(pointers)}
    found = lowered(tmp_path, definitions=definitions)
    assert sum("other.json#/" in type_id for type_id in found.schemas) >= len(pointers)


def test_a_body_may_stand_in_another_swagger_file(tmp_path: Path) -> None:
    listed = {"parameters": [{"$ref": f"other.json#/parameters/{n}"} for n in ("Limit", "Body")]}
    post = {"responses": {}}
    paths = {"/a": {"post": {**listed, **post}}, "/b": {**listed, "post": post}}
    found = lowered(tmp_path, paths=paths)
    for operation in found.service.operations:
        assert operation.body is not None
        assert operation.body.key == "Body"
        assert [parameter.name for parameter in operation.parameters] == ["limit"]


def test_compiled_schemas_are_found_by_the_pointers_of_the_text() -> None:
    models = compile({"swagger": "2.0", "definitions": {"a/b": {"type": "string"}}})
    assert list(models) == ["#/definitions/a~1b"]
    assert models["#/definitions/a~1b"].is_valid("x")
