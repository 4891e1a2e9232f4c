"""Small descriptions to compare, and what a comparison says in a word."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

from generator.diff.review import Review, diff

Json = Any
STRING, INTEGER = {"type": "string"}, {"type": "integer"}
DONE = {"204": {"description": "done"}}


def json_content(schema: Json) -> dict[str, Any]:
    """Content that is JSON."""
    return {"application/json": {"schema": schema}}


def ref(name: str) -> dict[str, str]:
    """A reference to a component."""
    return {"$ref": f"#/components/schemas/{name}"}


def describe(paths: Json, version: str = "3.1.0", **members: Json) -> dict[str, Any]:
    """A whole description with these paths."""
    info = {"title": "Shop", "version": "1"}
    return {"openapi": version, "info": info, "paths": paths, **members}


def operation(**members: Json) -> dict[str, Any]:
    """A description of one operation, `POST /x`."""
    return describe({"/x": {"post": {"responses": DONE, **members}}})


def request(schema: Json, version: str = "3.1.0", **components: Json) -> dict[str, Any]:
    """A description whose one operation takes a schema."""
    body = {"required": True, "content": json_content(schema)}
    paths = {"/x": {"post": {"requestBody": body, "responses": DONE}}}
    return describe(paths, version, components={"schemas": components})


def member(**keywords: Json) -> dict[str, Any]:
    """A description whose one operation takes an object with a string `a`."""
    return request({"type": "object", "properties": {"a": {**STRING, **keywords}}})


def numbered(description: Json, version: str) -> dict[str, Any]:
    """A description of a certain version."""
    return {**description, "info": {"title": "Shop", "version": version}}


def response(schema: Json, version: str = "3.1.0", **components: Json) -> dict[str, Any]:
    """A description whose one operation gives a schema."""
    answer = {"200": {"description": "ok", "content": json_content(schema)}}
    paths = {"/x": {"get": {"responses": answer}}}
    return describe(paths, version, components={"schemas": components})


def write(old: Json, new: Json) -> None:
    """Write two versions into the working directory, as `old.json` and `new.json`."""
    Path("old.json").write_text(json.dumps(old, indent=2), "utf-8")
    Path("new.json").write_text(json.dumps(new, indent=2), "utf-8")


def query(schema: Json, **members: Json) -> dict[str, Any]:
    """A description of one operation with a query parameter `q`."""
    return operation(parameters=[{"name": "q", "in": "query", "schema": schema, **members}])


def verdicts(old: Json, new: Json, **components: Json) -> tuple[str, str]:
    """The verdicts on a schema that changed, in requests and in responses."""
    asked = diff(request(old, **components), request(new, **components))
    given = diff(response(old, **components), response(new, **components))
    return said(asked), said(given)


def said(review: Review) -> str:
    """The verdict, for a table."""
    return review.verdict


def codes(review: Review) -> list[str]:
    """The codes of the findings on the wire."""
    return [finding.code for finding in review.findings if finding.audience == "wire"]


def answers(**responses: Json) -> dict[str, Any]:
    """A description of one operation with responses; `s200` is the status 200."""
    statuses = {
        key.removeprefix("s"): {"description": "x", **value} for key, value in responses.items()
    }
    return operation(responses=statuses)


def secured(schemes: Json, *alternatives: Json) -> dict[str, Any]:
    """A description of one operation that asks for credentials."""
    paths = {"/x": {"post": {"responses": DONE, "security": list(alternatives)}}}
    return describe(paths, components={"securitySchemes": schemes})


def calling(**members: Json) -> dict[str, Any]:
    """A description of one operation with a callback."""
    called = {"{$request.body#/url}": {"post": {"responses": DONE, **members}}}
    return operation(callbacks={"done": called})


def webhook(**members: Json) -> dict[str, Any]:
    """A description of a webhook."""
    return describe({}, webhooks={"done": {"post": {"responses": DONE, **members}}})


KINDS_OF_JUNK: tuple[Json, ...] = (
    None,
    True,
    0,
    -1,
    1.5,
    "",
    "x",
    [],
    {},
    [1],
    [{}],
    [None],
    {"a": 1},
    {"$ref": "#/components/schemas/Nope"},
    {"$ref": "#/components/schemas/A"},
    {"$ref": 5},
    {"oneOf": []},
    {"anyOf": {}},
    {"enum": 5},
    {"required": "a"},
    {"type": "nothing"},
)
"""What stands in a description where something else should."""
