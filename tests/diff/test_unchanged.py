"""Large descriptions: what says the same in both versions is not read, whatever refers to it."""

from __future__ import annotations

import json
from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, describe, json_content, ref
from generator.diff.review import diff

TEXT, NUMBER = ({"type": "object", "properties": {"a": one}} for one in (STRING, INTEGER))
KEY = {"type": "apiKey", "in": "header", "name": "X-Key"}
QUERY = {"name": "q", "in": "query", "schema": STRING}
PARAMETER = {"parameters": [{"$ref": "#/components/parameters/Q"}]}
TAGGED = {
    "type": "object",
    "properties": {"kind": STRING},
    "discriminator": {"propertyName": "kind"},
}


def shop(item: Any = None, schema: Any = None, root: Any = None, **schemas: Any) -> Any:
    """A description of one path, whose operation gives a schema, and of whatever is beside it."""
    content = json_content(schema or ref("A"))
    get = {"responses": {"200": {"description": "x", "content": content}}}
    components = {"schemas": {"A": TEXT, **schemas}, "securitySchemes": {"k": KEY}}
    found = describe({"/x": {"get": get, **(item or {})}}, components=components)
    return json.loads(json.dumps({**found, **(root or {})}))


def with_parameter(**members: Any) -> Any:
    found = shop(PARAMETER)
    return {
        **found,
        "components": {**found["components"], "parameters": {"Q": {**QUERY, **members}}},
    }


TABLE = {
    # Name: two versions in which the operation says the same.
    "the component": (shop(), shop(A=NUMBER)),
    "a component behind it": (shop(A=ref("B"), B=TEXT), shop(A=ref("B"), B=NUMBER)),
    "one with a slash in its name": (
        shop(schema=ref("B~1C"), **{"B/C": TEXT}),
        shop(schema=ref("B~1C"), **{"B/C": NUMBER}),
    ),
    "one that extends it": (
        shop(A=TAGGED, B={"allOf": [ref("A"), TEXT]}),
        shop(A=TAGGED, B={"allOf": [ref("A"), NUMBER]}),
    ),
    "a pointer into another": (
        shop(schema=ref("B/properties/a"), B=TEXT),
        shop(schema=ref("B/properties/a"), B=NUMBER),
    ),
    "credentials for all": (shop(), shop(root={"security": [{"k": []}]})),
    "servers for all": (shop(), shop(root={"servers": [{"url": "/v2"}]})),
    "servers of the path": (shop(), shop({"servers": [{"url": "/v2"}]})),
    "how stable the path is": (shop(), shop({"x-stability-level": "draft"})),
    "a parameter of the path": (with_parameter(), with_parameter(required=True)),
    "a large number": (shop(A={**TEXT, "default": 2**70}), shop(A={**TEXT, "default": 2**71})),
}


@pytest.mark.parametrize("name", TABLE)
def test_what_changed_further_off_is_told(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    def told() -> list[tuple[str, str, str, str, tuple[str, ...]]]:
        found = diff(*TABLE[name]).findings
        return [(one.code, one.where, one.fingerprint, one.level, one.operations) for one in found]

    small = told()
    monkeypatch.setattr("generator.diff.described.unchanged.LARGE", 0)
    assert told() == small != []
