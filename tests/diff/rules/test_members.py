"""Members of objects that have no definition of their own."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, ref, request, response, verdicts
from generator.diff.review import diff

OBJECT = {"type": "object"}
BOTH: dict[str, Any] = {"type": "object", "properties": {"a": STRING, "b": STRING}}
NARROWED = [
    (OBJECT, {**OBJECT, "additionalProperties": False}),
    (OBJECT, {**OBJECT, "additionalProperties": STRING}),
    ({**OBJECT, "additionalProperties": {}}, {**OBJECT, "additionalProperties": False}),
    ({**OBJECT, "additionalProperties": STRING}, {**OBJECT, "additionalProperties": False}),
    (OBJECT, {**OBJECT, "propertyNames": {"maxLength": 3}}),
    (OBJECT, {**OBJECT, "patternProperties": {"^x": STRING}}),
    (BOTH, {**BOTH, "dependentRequired": {"a": ["b"]}}),
    (BOTH, {**BOTH, "dependentSchemas": {"a": {"required": ["b"]}}}),
    (BOTH, {**BOTH, "unevaluatedProperties": False}),
    (OBJECT, {**OBJECT, "properties": {"a": False}}),
    (
        {**OBJECT, "additionalProperties": False, "patternProperties": {"^a": STRING}},
        {**OBJECT, "additionalProperties": False, "patternProperties": {"^a": {"const": "a"}}},
    ),
    (
        {**OBJECT, "patternProperties": {"^a": STRING}},
        {**OBJECT, "patternProperties": {"^a": STRING, "b$": {"maxLength": 3}}},
    ),
]
PATTERNED, OPEN = (
    {
        **OBJECT,
        "properties": {"a": OBJECT},
        "patternProperties": {"^a": inner},
    }
    for inner in ({"minimum": -1}, {})
)
TABLE = [
    *((old, new, "breaking", "compatible") for old, new in NARROWED),
    *((new, old, "compatible", "breaking") for old, new in NARROWED),
    (
        {**OBJECT, "additionalProperties": STRING},
        {**OBJECT, "additionalProperties": INTEGER},
        "breaking",
        "breaking",
    ),
    # A name may match both patterns.
    (
        {**OBJECT, "additionalProperties": False, "patternProperties": {"^a": STRING}},
        {
            **OBJECT,
            "additionalProperties": False,
            "patternProperties": {"^a": STRING, "b$": {"maxLength": 3}},
        },
        "breaking",
        "breaking",
    ),
    (BOTH, {**BOTH, "additionalProperties": True}, "unchanged", "unchanged"),
    # What is required anyway need not be asked for by another member.
    (
        {**BOTH, "required": ["b"]},
        {**BOTH, "required": ["b"], "dependentRequired": {"a": ["b"]}},
        "unchanged",
        "unchanged",
    ),
    # The pattern speaks of further members than the one that has a definition.
    (
        {"oneOf": [{**OBJECT, "required": ["kind"]}, OPEN]},
        {"oneOf": [{**OBJECT, "required": ["kind"]}, PATTERNED]},
        "breaking",
        "breaking",
    ),
    # Names are texts, whatever else is said of them.
    (
        {**OBJECT, "propertyNames": {"maxLength": 3}},
        {**OBJECT, "propertyNames": {"type": ["string", "null"], "maxLength": 3, "minimum": 1}},
        "unchanged",
        "unchanged",
    ),
    (OBJECT, {**OBJECT, "propertyNames": STRING}, "unchanged", "unchanged"),
    (OBJECT, {**OBJECT, "propertyNames": INTEGER}, "breaking", "compatible"),
    (
        {**OBJECT, "additionalProperties": STRING},
        {**OBJECT, "patternProperties": {".*": STRING}},
        "unchanged",
        "unchanged",
    ),
    (
        {**OBJECT, "patternProperties": {"^[0-9]+$": STRING}},
        {**OBJECT, "patternProperties": {r"^\d+$": STRING}},
        "unchanged",
        "unchanged",
    ),
    (
        {**OBJECT, "additionalProperties": INTEGER, "patternProperties": {"^a": STRING}},
        {**OBJECT, "additionalProperties": INTEGER},
        "breaking",
        "breaking",
    ),
    (
        {**BOTH, "additionalProperties": False},
        {**BOTH, "unevaluatedProperties": False},
        "unchanged",
        "unchanged",
    ),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


CLOSED = {**OBJECT, "additionalProperties": False}
NUMBERS = {**OBJECT, "additionalProperties": INTEGER}
X = {"patternProperties": {"^x": STRING}}
SHORT_X, Y = ({"patternProperties": {name: {**STRING, "maxLength": 3}}} for name in ("^[x]", "^y"))


def asking(*required: str, **names: list[str]) -> dict[str, Any]:
    properties = dict.fromkeys("abc", STRING)
    asked = {"required": list(required), "dependentRequired": names}
    return {**OBJECT, "properties": properties, **asked}


TOLD: list[tuple[Any, Any, dict[str, str]]] = [
    # What a pattern matches was for all other members: anything, nothing, or what is compared.
    (OBJECT, {**OBJECT, **X}, {"pattern-property-added": "narrowed"}),
    ({**OBJECT, **X}, OBJECT, {"pattern-property-removed": "widened"}),
    (CLOSED, {**CLOSED, **X}, {"pattern-property-added": "widened"}),
    ({**CLOSED, **X}, CLOSED, {"pattern-property-removed": "narrowed"}),
    (
        NUMBERS,
        {**NUMBERS, **X},
        {"type-changed": "replaced", "pattern-property-added": "noted"},
    ),
    (
        {**NUMBERS, **X},
        NUMBERS,
        {"type-changed": "replaced", "pattern-property-removed": "noted"},
    ),
    ({**OBJECT, **X}, {**OBJECT, **SHORT_X}, {"max-length-added": "narrowed"}),
    (
        {**OBJECT, **X},
        {**OBJECT, **Y},
        {"pattern-property-added": "narrowed", "pattern-property-removed": "widened"},
    ),
    (asking(), asking(a=["b"]), {"dependent-required-added": "narrowed"}),
    (asking(a=["b"]), asking(), {"dependent-required-removed": "widened"}),
    (asking(a=["b"]), asking(a=["b", "c"]), {"dependent-required-changed": "narrowed"}),
    (asking(a=["b", "c"]), asking(a=["b"]), {"dependent-required-changed": "widened"}),
    (asking(a=["b"]), asking(a=["c"]), {"dependent-required-changed": "replaced"}),
    (asking("b", a=["b"]), asking("b", a=["c"]), {"dependent-required-changed": "narrowed"}),
    (asking("c"), asking(a=["c"]), {"required-removed": "widened"}),
    (asking(a=["c"]), asking("c"), {"required-added": "narrowed"}),
]


@pytest.mark.parametrize(("old", "new", "told"), TOLD)
def test_what_is_told_of_members(old: Any, new: Any, told: dict[str, str]) -> None:
    found = diff(response(old), response(new)).findings
    assert {one.code: one.change.effect for one in found} == told


def test_what_a_member_asks_for_is_named_before_and_after() -> None:
    (found,) = diff(response(asking(a=["b"])), response(asking(a=["b", "c"]))).findings
    assert found.message == "what a requires went from b to b, c"


NAMED = [
    (CLOSED, "members without a definition are not valid any more"),
    ({"type": "array", "items": False}, "items are not valid any more"),
]


@pytest.mark.parametrize(("schema", "words"), NAMED)
def test_what_is_said_of_all_members_is_said_of_the_object(schema: Any, words: str) -> None:
    old, new = ({**OBJECT, "properties": {"a": one}} for one in ({"type": schema["type"]}, schema))
    (found,) = diff(response(old), response(new)).findings
    assert found.sentence == f"GET /x response 200.a: {words}"


@pytest.mark.parametrize("keyword", ["additionalProperties", "unevaluatedProperties"])
def test_a_component_that_others_extend_is_closed_once(keyword: str) -> None:
    extended = {"allOf": [ref("A"), {"type": "object", "minProperties": 1}]}
    versions = request(extended, A=OBJECT), request(extended, A={**OBJECT, keyword: False})
    assert [len(diff(*both).findings) for both in (versions, versions[::-1])] == [1, 1]
