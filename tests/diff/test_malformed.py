"""Whatever a description gets wrong, a diff has an answer."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from diff.descriptions import (
    DONE,
    KINDS_OF_JUNK,
    codes,
    describe,
    json_content,
    request,
    response,
)
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


TEXT, LIST = {"type": "string"}, {"type": "array", "items": {"type": "string"}}
TEXTS = {"type": "object", "required": ["a"], "properties": {"a": TEXT}}
MISTAKES: list[tuple[Any, Any]] = [
    (TEXT, {"type": "sting"}),
    ({**TEXT, "maxLength": 5}, {**TEXT, "maxLength": "5"}),
    ({**TEXT, "enum": ["a"]}, {**TEXT, "enum": "a"}),
    ({"type": "integer", "minimum": 5}, {"type": "integer", "minimum": "6"}),
    (TEXTS, {**TEXTS, "type": "Object"}),
    (TEXTS, {**TEXTS, "required": "a"}),
    (TEXTS, {**TEXTS, "properties": ["a"]}),
    (TEXTS, {**TEXTS, "properties": {"a": "string"}}),
    ({**TEXTS, "additionalProperties": False}, {**TEXTS, "additionalProperties": "false"}),
    (LIST, {**LIST, "items": "string"}),
    ({"oneOf": [TEXTS, TEXT]}, {"oneOf": TEXTS}),
]


@pytest.mark.parametrize("wrap", [request, response], ids=["request", "response"])
@pytest.mark.parametrize(("right", "wrong"), MISTAKES)
def test_a_mistake_is_told_as_one_and_makes_no_finding(wrap: Any, right: Any, wrong: Any) -> None:
    sound, broken = wrap({"properties": {"x": right}}), wrap({"properties": {"x": wrong}})
    for old, new in ((sound, broken), (broken, sound)):
        found = diff(old, new)
        assert [d.code.name for d in found.report.diagnostics] in (["SCH001"], ["SCH002"])
        assert [finding.code for finding in found.findings] == []


def test_what_stands_beside_a_mistake_is_compared() -> None:
    old, new = {**TEXT, "maxLength": 5}, {"type": "sting", "maxLength": 3}
    assert codes(diff(request(old), request(new))) == ["max-length-decreased"]
    wrong = {**TEXTS, "type": "Object", "properties": {"a": {"type": "integer"}}}
    assert codes(diff(request(TEXTS), request(wrong))) == ["type-changed"]


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
