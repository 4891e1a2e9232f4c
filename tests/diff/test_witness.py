"""The value that proves a finding, and the words of its refusal."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import (
    STRING,
    json_content,
    operation,
    request,
    response,
)
from generator.diff.finding import Witness
from generator.diff.review import diff

LENGTHY = "x" * 60


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
    assert found.witness == Witness(value, "new", error)


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
