"""Swagger 2.0 → OpenAPI 3.0: what each part becomes."""

from __future__ import annotations

import copy
import random
from typing import Any

import pytest

from generator.load import parse
from generator.reading.swagger import lift
from generator.report import Report


def operation(parts: dict[str, Any], **description: Any) -> dict[str, Any]:
    """Return what an operation of a Swagger description becomes."""
    path = {"/a": {"post": parts}}
    found = lift({"swagger": "2.0", "paths": path, **description})["paths"]["/a"]["post"]
    assert isinstance(found, dict)
    return found


@pytest.mark.parametrize(
    ("description", "becomes"),
    [
        ({}, {}),
        ({"info": {"title": "A"}, "x-a": 1}, {"info": {"title": "A"}, "x-a": 1}),
        ({"tags": [{"name": "a"}], "security": []}, {"tags": [{"name": "a"}], "security": []}),
        ({"host": "a.org"}, {"servers": [{"url": "//a.org"}]}),
        (
            {"host": "a.org", "basePath": "/v1", "schemes": ["https", "http"]},
            {"servers": [{"url": "https://a.org/v1"}, {"url": "http://a.org/v1"}]},
        ),
        ({"host": "a.org", "basePath": "/"}, {"servers": [{"url": "//a.org"}]}),
        ({"basePath": "/v1"}, {"servers": [{"url": "/v1"}]}),
        ({"basePath": "/"}, {}),
        (
            {"definitions": {"A": {"type": "string"}}},
            {"components": {"schemas": {"A": {"type": "string"}}}},
        ),
        (
            # What is of OpenAPI 3 is read as there, beside what is lifted.
            {
                "definitions": {"A": {"type": "string"}},
                "components": {"schemas": {"A": {}, "B": {}}, "headers": {"H": {}}},
            },
            {"components": {"schemas": {"A": {"type": "string"}, "B": {}}, "headers": {"H": {}}}},
        ),
        ({"components": 3, "definitions": {"A": {}}}, {"components": {"schemas": {"A": {}}}}),
        (
            {"parameters": {"P": {"name": "p", "in": "query", "type": "string"}}},
            {
                "components": {
                    "parameters": {"P": {"name": "p", "in": "query", "schema": {"type": "string"}}}
                }
            },
        ),
        (
            {"parameters": {"B": {"name": "b", "in": "body", "schema": {"type": "string"}}}},
            {
                "components": {
                    "requestBodies": {
                        "B": {"content": {"application/json": {"schema": {"type": "string"}}}}
                    }
                }
            },
        ),
        (
            {"responses": {"R": {"description": "d", "schema": {"$ref": "#/definitions/A"}}}},
            {
                "components": {
                    "responses": {
                        "R": {
                            "description": "d",
                            "content": {
                                "application/json": {"schema": {"$ref": "#/components/schemas/A"}}
                            },
                        }
                    }
                }
            },
        ),
    ],
)
def test_a_description(description: dict[str, Any], becomes: dict[str, Any]) -> None:
    assert lift({"swagger": "2.0", **description}) == {"openapi": "3.0.3", **becomes}


@pytest.mark.parametrize(
    ("schema", "becomes"),
    [
        ({"$ref": "#/definitions/A~1b"}, {"$ref": "#/components/schemas/A~1b"}),
        ({"$ref": "#/definitions/A/properties/b"}, {"$ref": "#/components/schemas/A/properties/b"}),
        ({"$ref": "b.yaml#/definitions/A"}, {"$ref": "b.yaml#/definitions/A"}),
        ({"$ref": "b.json"}, {"$ref": "b.json"}),
        ({"type": "file"}, {"type": "string", "format": "binary"}),
        ({"type": "string", "x-nullable": True}, {"type": "string", "nullable": True}),
        ({"discriminator": "kind"}, {"discriminator": {"propertyName": "kind"}}),
        (
            {"properties": {"$ref": {"type": "file"}, "discriminator": {"x-nullable": False}}},
            {
                "properties": {
                    "$ref": {"type": "string", "format": "binary"},
                    "discriminator": {"nullable": False},
                }
            },
        ),
        (
            {"items": {"$ref": "#/definitions/A"}, "additionalProperties": False},
            {"items": {"$ref": "#/components/schemas/A"}, "additionalProperties": False},
        ),
        (
            {"allOf": [{"$ref": "#/definitions/A"}, {"additionalProperties": {"type": "file"}}]},
            {
                "allOf": [
                    {"$ref": "#/components/schemas/A"},
                    {"additionalProperties": {"type": "string", "format": "binary"}},
                ]
            },
        ),
        (
            {"example": {"$ref": "#/definitions/A"}, "enum": [{"type": "file"}]},
            {"example": {"$ref": "#/definitions/A"}, "enum": [{"type": "file"}]},
        ),
    ],
)
def test_a_schema(schema: dict[str, Any], becomes: dict[str, Any]) -> None:
    assert lift({"swagger": "2.0", "definitions": {"S": schema}})["components"] == {
        "schemas": {"S": becomes}
    }


ARRAY = {"type": "array", "items": {"type": "string"}}


@pytest.mark.parametrize(
    ("parameter", "becomes"),
    [
        (
            {"in": "query", "required": True, "type": "integer", "minimum": 1, "default": 2},
            {"in": "query", "required": True}
            | {"schema": {"type": "integer", "minimum": 1, "default": 2}},
        ),
        ({"in": "query", **ARRAY}, {"style": "form", "explode": False}),
        (
            {"in": "query", **ARRAY, "collectionFormat": "multi"},
            {"style": "form", "explode": True},
        ),
        (
            {"in": "query", **ARRAY, "collectionFormat": "ssv"},
            {"style": "spaceDelimited", "explode": False},
        ),
        (
            {"in": "query", **ARRAY, "collectionFormat": "pipes"},
            {"style": "pipeDelimited", "explode": False},
        ),
        ({"in": "query", **ARRAY, "collectionFormat": "tsv"}, {"x-collectionFormat": "tsv"}),
        ({"in": "path", "required": True, **ARRAY}, {"required": True, "style": "simple"}),
        ({"in": "header", **ARRAY}, {"style": "simple"}),
        (
            {"in": "query", "type": "array", "items": {**ARRAY, "collectionFormat": "csv"}},
            {"schema": {"type": "array", "items": ARRAY}},
        ),
        ({"in": "query", "type": "string", "x-nullable": True}, {}),
        ({"in": "query", "description": "d", "x-a": 1}, {"description": "d", "x-a": 1}),
    ],
)
def test_a_parameter(parameter: dict[str, Any], becomes: dict[str, Any]) -> None:
    [found] = operation({"parameters": [{"name": "p", **parameter}]})["parameters"]
    assert found | {"name": "p", **becomes} == found
    assert not {"type", "items", "collectionFormat"} & found.keys()


PET = {"name": "pet", "in": "body", "required": True, "schema": {"$ref": "#/definitions/Pet"}}
PET_MEDIA = {"schema": {"$ref": "#/components/schemas/Pet"}}
FILE = {"name": "f", "in": "formData", "type": "file", "required": True}
FIELD = {"name": "n", "in": "formData", "type": "integer", "description": "d"}
FORM = {
    "type": "object",
    "properties": {
        "f": {"type": "string", "format": "binary"},
        "n": {"type": "integer", "description": "d"},
    },
    "required": ["f"],
}

URLENCODED = "application/x-www-form-urlencoded"
LIST = {"type": "array", "items": {"type": "integer"}}
LISTS = [
    {"name": "csv", "in": "formData", **LIST},
    {"name": "ssv", "in": "formData", **LIST, "collectionFormat": "ssv"},
    {"name": "multi", "in": "formData", **LIST, "collectionFormat": "multi"},
]
LISTS_FORM = {"type": "object", "properties": {"csv": LIST, "ssv": LIST, "multi": LIST}}


@pytest.mark.parametrize(
    ("parts", "becomes"),
    [
        ({"parameters": [PET]}, {"required": True, "content": {"application/json": PET_MEDIA}}),
        (
            {"parameters": [PET], "consumes": ["a/b", "c/d"]},
            {"required": True, "content": {"a/b": PET_MEDIA, "c/d": PET_MEDIA}},
        ),
        (
            {"parameters": [FILE, FIELD]},
            {"required": True, "content": {"multipart/form-data": {"schema": FORM}}},
        ),
        (
            {"parameters": LISTS, "consumes": [URLENCODED, "multipart/form-data"]},
            {
                "content": {
                    URLENCODED: {
                        "schema": LISTS_FORM,
                        "encoding": {
                            "csv": {"style": "form", "explode": False},
                            "ssv": {"style": "spaceDelimited", "explode": False},
                        },
                    },
                    "multipart/form-data": {"schema": LISTS_FORM},
                }
            },
        ),
        (
            {"parameters": [FIELD]},
            {
                "content": {
                    "application/x-www-form-urlencoded": {
                        "schema": {"type": "object", "properties": {"n": FORM["properties"]["n"]}}
                    }
                }
            },
        ),
        ({"parameters": [{"$ref": "#/parameters/B"}]}, {"$ref": "#/components/requestBodies/B"}),
        (
            {"parameters": [{"$ref": "#/parameters/B"}], "consumes": ["a/b"]},
            {"required": True, "content": {"a/b": PET_MEDIA}},
        ),
        (
            {"parameters": [{"$ref": "#/parameters/F"}]},
            {
                "required": True,
                "content": {
                    "multipart/form-data": {
                        "schema": {
                            "type": "object",
                            "properties": {"f": FORM["properties"]["f"]},
                            "required": ["f"],
                        }
                    }
                },
            },
        ),
    ],
)
def test_a_request_body(parts: dict[str, Any], becomes: dict[str, Any]) -> None:
    found = operation({**parts, "responses": {}}, parameters={"B": PET, "F": FILE})
    assert found["requestBody"] == becomes
    assert found.keys() == {"requestBody", "responses"}


def test_a_body_that_a_path_gives_is_that_of_its_operations() -> None:
    query = {"name": "q", "in": "query"}
    path = {"parameters": [query, PET], "get": {"parameters": [query]}, "x-a": 1}
    found = lift({"swagger": "2.0", "paths": {"/a": path}})["paths"]["/a"]
    assert found["parameters"] == [query]
    assert found["get"]["parameters"] == [query]
    assert found["get"]["requestBody"]["content"] == {"application/json": PET_MEDIA}
    assert found["x-a"] == 1


@pytest.mark.parametrize(
    ("response", "becomes"),
    [
        ({"description": "d"}, {"description": "d"}),
        ({"$ref": "#/responses/R"}, {"$ref": "#/components/responses/R"}),
        ({"schema": {"type": "string"}}, {"content": {"a/b": {"schema": {"type": "string"}}}}),
        (
            {"schema": {"type": "file"}},
            {"content": {"a/b": {"schema": {"type": "string", "format": "binary"}}}},
        ),
        (
            {"schema": {"type": "string"}, "examples": {"a/b": "x", "c/d": "y"}},
            {
                "content": {
                    "a/b": {"schema": {"type": "string"}, "example": "x"},
                    "c/d": {"schema": {"type": "string"}, "example": "y"},
                }
            },
        ),
        (
            {"headers": {"X-A": {"type": "integer", "description": "d"}}},
            {"headers": {"X-A": {"description": "d", "schema": {"type": "integer"}}}},
        ),
    ],
)
def test_a_response(response: dict[str, Any], becomes: dict[str, Any]) -> None:
    found = operation({"responses": {"200": response, "x-a": 1}, "produces": ["a/b"]})
    assert found == {"responses": {"200": becomes, "x-a": 1}}


@pytest.mark.parametrize(
    ("scheme", "becomes"),
    [
        ({"type": "basic", "description": "d"}, {"type": "http", "scheme": "basic"}),
        ({"type": "apiKey", "name": "k", "in": "header"}, {"name": "k", "in": "header"}),
        *(
            (
                {"type": "oauth2", "flow": old, **urls, "scopes": {"a": "b"}},
                {"flows": {new: {**urls, "scopes": {"a": "b"}}}},
            )
            for old, new, urls in (
                ("implicit", "implicit", {"authorizationUrl": "u"}),
                ("password", "password", {"tokenUrl": "t"}),
                ("application", "clientCredentials", {"tokenUrl": "t"}),
                ("accessCode", "authorizationCode", {"authorizationUrl": "u", "tokenUrl": "t"}),
            )
        ),
    ],
)
def test_a_security_scheme(scheme: dict[str, Any], becomes: dict[str, Any]) -> None:
    found = lift({"swagger": "2.0", "securityDefinitions": {"s": scheme}})["components"]
    assert found["securitySchemes"]["s"] | becomes == found["securitySchemes"]["s"]
    assert not {"flow", "scopes", "tokenUrl"} & found["securitySchemes"]["s"].keys()


WHOLE: dict[str, Any] = {
    "swagger": "2.0",
    "host": "a.org",
    "basePath": "/v1",
    "schemes": ["https"],
    "consumes": ["a/b"],
    "paths": {
        "/a": {
            "parameters": [{"$ref": "#/parameters/Q"}, PET],
            "get": {"parameters": [FILE, FIELD], "responses": {"200": {"schema": ARRAY}}},
            "put": {"parameters": [PET], "schemes": ["http"], "responses": {"200": {}}},
        }
    },
    "parameters": {"Q": {"name": "q", "in": "query", **ARRAY}, "B": PET},
    "responses": {"R": {"headers": {"X": {"type": "string"}}, "examples": {"a/b": 1}}},
    "definitions": {"Pet": {"properties": {"a": {"x-nullable": True}}, "allOf": [{}]}},
    "securityDefinitions": {"s": {"type": "oauth2", "flow": "implicit", "scopes": {}}},
}


@pytest.mark.parametrize("seed", range(200))
def test_nothing_of_a_wrong_shape_stops_it(seed: int) -> None:
    chance = random.Random(seed)
    contents = copy.deepcopy(WHOLE)
    value: Any = contents
    while chance.random() < 0.8 and isinstance(value, dict | list) and value:
        key = chance.choice(list(value) if isinstance(value, dict) else list(range(len(value))))
        parent, value = value, value[key]
        if chance.random() < 0.3 or not isinstance(value, dict | list):
            parent[key] = chance.choice([None, True, 1, "x", [], {}, [None], {"$ref": 1}, [{}]])
            break
    contents["swagger"] = "2.0"
    before = copy.deepcopy(contents)
    lift(contents)
    assert contents == before


@pytest.mark.parametrize(
    ("text", "contents"),
    [
        ("swagger: '2.0'\ndefinitions: {A: {}}\n", {"components": {"schemas": {"A": {}}}}),
        ("openapi: 3.0.3\ndefinitions: {A: {}}\n", {"definitions": {"A": {}}}),
    ],
)
def test_a_file_in_swagger_is_lifted_when_it_is_loaded(text: str, contents: dict[str, Any]) -> None:
    document = parse(text, "file:///a", "a.yaml", Report())
    assert document is not None
    assert document.lifted == ("swagger" in text)
    assert document.contents == {"openapi": "3.0.3", **contents}
