"""The value that proves a finding, and the words of its refusal."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest

from diff.descriptions import (
    STRING,
    json_content,
    operation,
    request,
    response,
)
from generator.diff.changes.finding import Witness
from generator.diff.review import diff

LENGTHY = "x" * 60
Wrap = Callable[[Any], dict[str, Any]]


@pytest.mark.parametrize(
    ("listed", "words"),
    [
        (["a"], '"a" was expected'),
        (["a", "b"], '"c" is not one of "a", "b"'),
        ([LENGTHY], f'"{LENGTHY[:39]}… was expected'),
    ],
)
def test_a_refusal_says_what_is_listed(listed: list[str], words: str) -> None:
    (found,) = diff(response({"enum": listed}), response({"enum": ["c"]})).findings[:1]
    assert found.witness is not None
    assert found.witness.error == words


def test_a_branch_that_is_false_is_for_no_value() -> None:
    old, new = ({"anyOf": [one, {"type": "null"}]} for one in (True, False))
    (found,) = diff(request(old), request(new)).findings
    assert found.witness is not None
    assert found.witness.error == "[] is not valid under any of the given schemas"


def ladder(rungs: int, most: int) -> dict[str, Any]:
    """Schemas of which each leads to the next one in two ways."""
    found: dict[str, Any] = {f"a{rungs}": {**STRING, "maxLength": most}}
    for rung in range(rungs):
        further = {"$ref": f"#/$defs/a{rung + 1}"}
        found[f"a{rung}"] = {"anyOf": [further, {"allOf": [further]}]}
    return {"$ref": "#/$defs/a0", "$defs": found}


def test_a_value_is_judged_once_where_ways_to_a_schema_meet_again() -> None:
    # A million ways lead to the limit.
    (found,) = diff(ladder(20, 5), ladder(20, 4)).findings
    assert (found.code, found.proof) == ("max-length-decreased", "witness")


def test_nobody_is_told_what_python_thinks_of_a_pattern(recwarn: pytest.WarningsRecorder) -> None:
    diff(request({**STRING, "pattern": "[[a]b"}), request({**STRING, "pattern": "[[a]c"}))
    assert recwarn.list == []


RENAMED = [
    # One property became another: each payload is about its own, and is sent where it breaks.
    (["a"], "a", "$.a: 1 is not of type 'string'", {"a": 1}),
    (["a", "b"], "b", "$.b: 1 is not of type 'string'", {"b": 1}),
]


@pytest.mark.parametrize(("names", "gone", "error", "value"), RENAMED)
def test_a_witness_is_about_the_property_that_is_gone(
    names: list[str], gone: str, error: str, value: Any
) -> None:
    old = {"type": "object", "properties": dict.fromkeys(names, STRING)}
    new = {"type": "object", "properties": dict.fromkeys(("x", *names), STRING)}
    del new["properties"][gone]
    bodies = [{"description": "x", "content": json_content(one)} for one in (old, new)]
    both = [operation(requestBody=body, responses={"200": body}) for body in bodies]
    (found,) = (one for one in diff(*both).findings if one.code == "property-removed")
    assert found.witness == Witness(value, "new", error, (gone,))


def test_each_required_property_has_words_of_its_own() -> None:
    old = {"type": "object", "properties": {"a": STRING}}
    new = {"type": "object", "properties": {"b": STRING, "c": STRING}, "required": ["b", "c"]}
    found = {one.change.subject: one.witness for one in diff(request(old), request(new)).findings}
    assert {name: witness and witness.error for name, witness in found.items()} == {
        "a": None,
        "b": "'b' is a required property",
        "c": "'c' is a required property",
    }


TWO, ONE = ({"type": "object", "properties": dict.fromkeys(names, STRING)} for names in ("ab", "a"))


def test_only_what_a_payload_could_prove_is_unproven() -> None:
    # A server takes the property still: no payload shows that it means nothing any more.
    (found,) = diff(request(TWO), request(ONE)).findings
    assert (found.code, found.level, found.proof) == ("property-removed", "risky", "structural")


PLAIN_VALUES = [
    ({"type": "object", "additionalProperties": {"type": "integer"}}, {"type": "object"}),
    ({"type": "integer", "format": "int32"}, {"type": "integer"}),
]


@pytest.mark.parametrize(("old", "new"), PLAIN_VALUES)
def test_a_witness_is_found_and_looks_like_one(old: Any, new: Any) -> None:
    (found,) = diff(response(old), response(new)).findings
    assert found.witness is not None
    assert found.witness.value in ({"extra": []}, 2**31)


def texts(names: str, *, nullable: bool = False, **members: Any) -> dict[str, Any]:
    """An object with strings of these names, which have to be there, and with other members."""
    text = {"type": ["string", "null"]} if nullable else STRING
    properties = {**dict.fromkeys(names, text), **members}
    return {"type": "object", "properties": properties, "required": list(names)}


def tagged(tag: str) -> dict[str, Any]:
    return {"type": "object", "properties": {"tag": {"const": tag}}, "required": ["tag"]}


NULLABLE = {"anyOf": [STRING, {"type": "null"}]}
SIDE_BY_SIDE: list[tuple[Wrap, Any, Any, dict[str, str | None]]] = [
    (
        request,
        {"type": "number"},
        {"type": "number", "minimum": 5, "exclusiveMaximum": 9},
        {
            "minimum-added": "4 is less than the minimum of 5",
            "exclusive-maximum-added": "9 is greater than or equal to the maximum of 9",
        },
    ),
    (
        response,
        {**STRING, "pattern": "^[a-z]+$", "maxLength": 10},
        {**STRING, "pattern": "^[a-z0-9]+$", "maxLength": 11},
        {
            "max-length-increased": '"aaaaaaaaaaa" is too long',
            "pattern-changed": '"0" does not match ^[a-z]+$',
        },
    ),
    # What a pattern says already is no news as a length.
    (
        request,
        {**STRING, "pattern": "^[a-z]{2,10}$"},
        {**STRING, "pattern": "^[a-z]+$", "minLength": 3, "maxLength": 10},
        {"min-length-added": '"aa" is too short', "pattern-changed": None},
    ),
    # Null meets no branch, and no two.
    (
        response,
        {"oneOf": [tagged("a"), tagged("b")]},
        {"anyOf": [tagged("a"), tagged("b"), {"type": "null"}]},
        {
            "nullable-added": "null is not valid under any of the given schemas",
            "one-of-became-any-of": None,
        },
    ),
    (
        response,
        {"type": "object", "additionalProperties": STRING, "maxProperties": 1},
        {"type": "object"},
        {
            "max-properties-removed": '{"member1": "a", "member2": "a"} has too many properties',
            "additional-properties-removed": "$.extra: 1 is not of type 'string'",
        },
    ),
    (
        response,
        {"type": "integer", "format": "int64"},
        {"type": "number"},
        {
            "type-widened": "0.5 is not of type 'integer'",
            "format-removed": f"{2**63} is greater than the maximum of {2**63 - 1}",
        },
    ),
    (
        response,
        {"type": "integer", "minimum": 1},
        {"type": ["integer", "string", "null"]},
        {
            "nullable-added": "null is not of type 'integer'",
            "type-widened": "\"a\" is not of type 'integer'",
            "minimum-removed": "0 is less than the minimum of 1",
        },
    ),
    (
        response,
        {"type": "array", "items": STRING, "minItems": 1},
        {"type": ["array", "null"]},
        {
            "nullable-added": "null is not of type 'array'",
            "items-removed": "$[0]: {} is not of type 'string'",
            "min-items-removed": "[] should be non-empty",
        },
    ),
    # A member that several branches refuse: no one of them says why.
    (
        response,
        {"anyOf": [{"type": "object", "properties": {"a": NULLABLE}}, {"type": "null"}]},
        {"anyOf": [{"type": "object"}, {"type": "null"}]},
        {"property-removed": "$.a: 1 is not valid under any of the given schemas"},
    ),
    # Listed values that are all too long leave null alone.
    (
        request,
        {"properties": {"a": {"enum": ["long", "longer"]}, "b": {}}},
        {"properties": {"a": {"enum": ["long", "longer", None], "maxLength": 3}, "b": STRING}},
        {
            "type-changed": '"long" is too long',
            "schema-added": "[] is not of type 'string'",
        },
    ),
    (response, STRING, {"type": "null"}, {"type-changed": "null is not of type 'string'"}),
    # A format that only takes away what the limits do is no change.
    (
        response,
        {"type": "integer", "format": "int64", "maximum": 9, "minimum": 1},
        {"type": "integer", "maximum": 10, "minimum": 1},
        {"maximum-increased": "10 is greater than the maximum of 9"},
    ),
    # However much else breaks in the same object.
    (
        response,
        texts("abc", x=STRING),
        texts("abc", nullable=True),
        {
            "property-removed": "$.x: 1 is not of type 'string'",
            "nullable-added": "null is not of type 'string'",
        },
    ),
]


@pytest.mark.parametrize(("wrap", "old", "new", "errors"), SIDE_BY_SIDE)
def test_a_witness_shows_the_change_that_it_stands_beside(
    wrap: Wrap, old: Any, new: Any, errors: dict[str, str | None]
) -> None:
    found = {one.code: one.witness for one in diff(wrap(old), wrap(new)).findings}
    assert {code: witness and witness.error for code, witness in found.items()} == errors


def shape(tag: Any, *required: str, **members: Any) -> dict[str, Any]:
    properties = {"t": tag, **members}
    return {"type": "object", "properties": properties, "required": ["t", *required]}


C1, C2 = {"const": "c1"}, {"const": "c2"}
BRANCHES: list[tuple[str, list[Any], list[Any], str]] = [
    # A union before and after, and the words of the refusal, which is that of the branch meant.
    ("oneOf", [shape(C1), shape(C2)], [shape(C1, "a"), shape(C2)], "'a' is a required property"),
    ("anyOf", [shape(C2), shape(C1)], [shape(C2), shape(C1, "a")], "'a' is a required property"),
    (
        "oneOf",
        [shape({"enum": ["c1", "c3"]}), {"oneOf": [shape(C2), {"type": "null"}]}],
        [shape({"enum": ["c1", "c3"]}, "a"), {"oneOf": [shape(C2), {"type": "null"}]}],
        "'a' is a required property",
    ),
    (
        "oneOf",
        [shape(C1), {"type": "null"}],
        [{**shape(C1), "minProperties": 2}, {"type": "null"}],
        '{"t": "c1"} does not have enough properties',
    ),
    # No branch is meant by any tag: that which the change explains.
    (
        "anyOf",
        [shape(STRING, "a", "b"), shape(STRING, "x")],
        [shape(STRING, "a", "b", "c"), shape(STRING, "x")],
        "'c' is a required property",
    ),
]


@pytest.mark.parametrize(("union", "old", "new", "error"), BRANCHES)
def test_a_refusal_is_that_of_the_branch_that_is_meant(
    union: str, old: list[Any], new: list[Any], error: str
) -> None:
    (found,) = diff(request({union: old}), request({union: new})).findings
    assert found.witness is not None
    assert found.witness.error == error
