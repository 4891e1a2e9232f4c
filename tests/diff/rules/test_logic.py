"""Conditions and negations."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import STRING, request, verdicts
from generator.diff.review import diff

BOTH: dict[str, Any] = {"type": "object", "properties": {"a": STRING, "b": STRING}}
TEST = {"properties": {"a": {"const": "x"}}, "required": ["a"]}


def otherwise(least: int) -> dict[str, Any]:
    """An object whose member `b` is bounded where the condition is not met, and only there."""
    bounded = {"properties": {"b": {**STRING, "minLength": least}}}
    meant = {"properties": {"b": {"type": "integer"}}}
    test = {"properties": {"a": {"const": "x"}}}
    return {"type": "object", "if": test, "then": meant, "else": bounded}


def within(keyword: str, inner: Any) -> dict[str, Any]:
    """An object whose member `b` is spoken of where it has an `a`, or an `a` that is "x"."""
    held = {"properties": {"b": inner}}
    said = {"if": TEST, "then": held} if keyword == "if" else {keyword: {"a": held}}
    return {"type": "object", **said}


def closed(*, otherwise: bool) -> dict[str, Any]:
    """An object that has no other member, or may have, if its `a` is no number."""
    test = {"properties": {"a": {"type": "number"}}}
    return {"type": "object", "if": test, "else": {"additionalProperties": otherwise}}


NARROWED = [
    (STRING, {**STRING, "not": {"const": "x"}}),
    ({**STRING, "not": {"enum": ["x"]}}, {**STRING, "not": {"enum": ["x", "y"]}}),
    ({"not": {"type": "null"}}, {"not": {"type": ["null", "string"]}}),
    (BOTH, {**BOTH, "if": TEST, "then": {"required": ["b"]}}),
    (
        {**BOTH, "if": TEST, "then": {"required": ["b"]}},
        {**BOTH, "if": TEST, "then": {"required": ["b", "c"]}},
    ),
]
TABLE = [
    *((old, new, "breaking", "compatible") for old, new in NARROWED),
    *((new, old, "compatible", "breaking") for old, new in NARROWED),
    (STRING, {"not": {"not": STRING}}, "unchanged", "unchanged"),
    ({"not": {}}, False, "unchanged", "unchanged"),
    (STRING, {**STRING, "not": False}, "unchanged", "unchanged"),
    (STRING, {"not": True}, "breaking", "compatible"),
    (
        {"if": STRING, "then": True, "else": {"type": "integer"}},
        {"anyOf": [{"if": STRING, "then": True, "else": {"type": "integer"}}, {"type": "null"}]},
        "compatible",
        "breaking",
    ),
    (STRING, {**STRING, "if": True, "then": True}, "unchanged", "unchanged"),
    (otherwise(1), otherwise(3), "breaking", "compatible"),
    # Where a condition has to be met for it, it is.
    (within("if", STRING), within("if", {"type": "integer"}), "breaking", "breaking"),
    (
        within("dependentSchemas", STRING),
        within("dependentSchemas", {"type": "integer"}),
        "breaking",
        "breaking",
    ),
    (closed(otherwise=False), closed(otherwise=True), "compatible", "breaking"),
    (
        {"if": {"required": ["a"]}, "then": BOTH},
        {"if": {"required": ["a"]}, "then": {"oneOf": [BOTH, {"maxProperties": 1}]}},
        "breaking",
        "breaking",
    ),
    (
        {"dependentSchemas": {"a": {"required": ["b"]}}, "properties": {"a": STRING}},
        {"dependentSchemas": {"a": {"required": ["b"]}}, "properties": {"a": {"const": "x"}}},
        "breaking",
        "compatible",
    ),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


A, B, C, Z = ({"properties": {name: STRING}} for name in "abcz")


def bounded(**keywords: Any) -> dict[str, Any]:
    """An object of which nothing may be there but what one of its schemas describes."""
    return {"type": "object", **A, **keywords, "unevaluatedProperties": False}


@pytest.mark.parametrize(
    ("less", "more"),
    [
        (
            bounded(anyOf=[B, C]),
            bounded(anyOf=[{"properties": B["properties"] | Z["properties"]}, C]),
        ),
        (bounded(**{"if": TEST, "then": {}}), bounded(**{"if": TEST, "then": Z})),
        (bounded(dependentSchemas={"a": B}), bounded(dependentSchemas={"a": B, "b": Z})),
        (bounded(dependentSchemas={"a": {}}), bounded(dependentSchemas={"a": Z})),
    ],
)
def test_a_property_of_a_branch_is_refused_where_nothing_else_may_be(less: Any, more: Any) -> None:
    assert verdicts(less, more) == ("compatible", "breaking")
    assert verdicts(more, less) == ("breaking", "compatible")
    (found,) = diff(request(more), request(less)).findings
    assert found.proof == "witness"


def test_a_risk_that_is_known_is_no_break_where_branches_exclude_each_other() -> None:
    def either(*names: str) -> dict[str, Any]:
        listed = {"properties": {"b": {"enum": [*names]}}, "required": ["b"]}
        return {"type": "object", "oneOf": [listed, {"required": ["z"]}]}

    assert verdicts(either("x", "y"), either("x", "y", "w"))[1] == "risky"
