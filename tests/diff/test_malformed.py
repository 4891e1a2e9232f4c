"""Whatever a description gets wrong, a diff has an answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diff.descriptions import DONE, KINDS_OF_JUNK, describe, json_content, request, response
from generator.diff.command import FORMATS
from generator.diff.review import diff
from generator.report import TypewrightError

SOUND = describe(
    {
        "/x/{id}": {
            "parameters": [
                {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
            ],
            "post": {
                "security": [{"k": []}],
                "requestBody": {"content": json_content({"$ref": "#/components/schemas/A"})},
                "responses": {
                    "200": {"description": "x", "headers": {"X": {"schema": {}}}},
                    **DONE,
                },
                "callbacks": {"c": {"{$url}": {"post": {"responses": DONE}}}},
            },
        }
    },
    components={
        "securitySchemes": {"k": {"type": "oauth2", "flows": {"implicit": {"scopes": {"a": ""}}}}},
        "schemas": {
            "A": {
                "type": "object",
                "properties": {"a": {"$ref": "#/components/schemas/A"}, "b": {"enum": ["x", "y"]}},
                "required": ["a"],
                "dependentRequired": {"a": ["b"]},
                "anyOf": [{"required": ["b"]}, {"not": {"required": ["c"]}}],
            }
        },
    },
    servers=[{"url": "https://{r}", "variables": {"r": {"default": "a", "enum": ["a"]}}}],
)


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    listed = enumerate(value) if isinstance(value, list) else ()
    for key, member in value.items() if isinstance(value, dict) else listed:
        yield (*path, key)
        yield from places(member, (*path, key))


PLACES = [path for path in places(SOUND) if path[0] != "openapi"]


@given(st.sampled_from(PLACES), st.sampled_from(KINDS_OF_JUNK), st.booleans())
@settings(max_examples=150)
def test_no_trace_back(path: tuple[Any, ...], junk: Any, backwards: bool) -> None:
    broken: Any = copy.deepcopy(SOUND)
    holder = broken
    for key in path[:-1]:
        holder = holder[key]
    holder[path[-1]] = copy.deepcopy(junk)
    pair = (broken, SOUND) if backwards else (SOUND, broken)
    try:
        review = diff(*pair)
    except TypewrightError:
        return
    for tell in FORMATS.values():
        assert tell(review) or not review.findings or tell is FORMATS["github"]


NOPE = {"$ref": "#/components/schemas/Nope"}
THERE = {"type": "string"}


@pytest.mark.parametrize(
    "around",
    [
        lambda one: one,
        lambda one: {"properties": {"a": one}},
        lambda one: {"items": one},
        lambda one: {"additionalProperties": one},
        lambda one: {"patternProperties": {"^a": one}},
        lambda one: {"propertyNames": one},
        lambda one: {"allOf": [one]},
        lambda one: {"oneOf": [one, {"type": "integer"}]},
    ],
)
@pytest.mark.parametrize("wrap", [request, response], ids=["request", "response"])
def test_a_reference_that_leads_nowhere_is_told_and_makes_no_finding(
    wrap: Any, around: Any
) -> None:
    sound, broken = wrap(around(THERE)), wrap(around(NOPE))
    for old, new in ((sound, broken), (broken, sound)):
        found = diff(old, new)
        assert [d.code.name for d in found.report.diagnostics] == ["REF002"]
        assert [finding.code for finding in found.findings] == []


BRANCHES = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]


FIRST = {"$ref": "#/components/schemas/First"}
ITSELF = [{"$ref": "#/components/schemas/Pet"}, {"type": "string"}]


@pytest.mark.parametrize(
    ("branches", "first"),
    [
        ({"oneOf": BRANCHES}, {}),
        ({"anyOf": BRANCHES}, {}),
        ({"oneOf": ITSELF}, {}),
        ({"oneOf": ITSELF}, {"$ref": "#/components/schemas/Pet/oneOf/0"}),
        ({"oneOf": [FIRST]}, {"allOf": [FIRST]}),
    ],
)
def test_a_comparison_comes_to_its_end_where_schemas_lead_back_to_themselves(
    branches: dict[str, Any], first: dict[str, Any]
) -> None:
    pet = {"type": "object", "properties": {"kind": {"type": "string"}}}
    kinds = {
        name: {"allOf": [{"$ref": "#/components/schemas/Pet"}], "properties": {name: {}}}
        for name in ("Cat", "Dog")
    }
    use = {"$ref": "#/components/schemas/Pet"}
    old = request(use, First={}, Pet=pet, **kinds)
    new = request(use, First=first, Pet={**pet, **branches}, **kinds)
    assert diff(old, new) is not None
