"""What schemas say besides validity."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import STRING, request, verdicts
from generator.diff.review import diff

LIST = {"type": "array", "items": STRING}
TABLE = [
    (STRING, {**STRING, "description": "a name"}, "unchanged", "unchanged"),
    (STRING, {**STRING, "examples": ["a"]}, "unchanged", "unchanged"),
    (STRING, {**STRING, "x-colour": "red"}, "unchanged", "unchanged"),
    (STRING, {**STRING, "deprecated": True}, "compatible", "compatible"),
    (STRING, {**STRING, "x-stability-level": "beta"}, "risky", "risky"),
    ({**STRING, "x-stability-level": "beta"}, STRING, "compatible", "compatible"),
    (STRING, {**STRING, "x-stability-level": "stable"}, "unchanged", "unchanged"),
    (STRING, {**STRING, "x-stability-level": "final"}, "risky", "risky"),
    (STRING, {**STRING, "default": "a"}, "risky", "compatible"),
    ({**STRING, "default": "a"}, {**STRING, "default": "b"}, "risky", "compatible"),
    (
        {**STRING, "x-extensible-enum": ["a"]},
        {**STRING, "x-extensible-enum": ["a", "b"]},
        "compatible",
        "compatible",
    ),
    (
        {**STRING, "x-extensible-enum": ["a", "b"]},
        {**STRING, "x-extensible-enum": ["a"]},
        "breaking",
        "compatible",
    ),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


NAMED = {"$ref": "#/components/schemas/Name"}


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (NAMED, {**NAMED, "default": "a"}),
        ({**NAMED, "default": "a"}, NAMED),
        ({**NAMED, "default": "a"}, {**NAMED, "default": "b"}),
    ],
)
@pytest.mark.parametrize("large", [200_000, 0], ids=["small", "large"])
def test_a_default_beside_a_reference_is_not_that_of_the_schema(
    monkeypatch: pytest.MonkeyPatch, old: Any, new: Any, large: int
) -> None:
    monkeypatch.setattr("generator.diff.described.unchanged.LARGE", large)
    sides = (
        request({"$ref": "#/components/schemas/Pet"}, Name=STRING, Pet={"properties": {"a": side}})
        for side in (old, new)
    )
    (found,) = diff(*sides).findings
    assert (found.where, found.schema) == ("Pet.a", "#/components/schemas/Pet")


S = {"$ref": "#/components/schemas/S"}
TEXTS: list[tuple[Any, Any, bool]] = [
    # What stands at the place of use before and after, and whether a text was edited.
    ({"type": "array", "items": S}, S, False),
    (S, {"type": "array", "items": S}, False),
    ({"type": "array", "items": S, "description": "some"}, S, True),
    (S, {"type": "integer", "description": "a number"}, True),
    (S, STRING, True),
]


@pytest.mark.parametrize(("old", "new", "edited"), TEXTS)
def test_a_text_that_stands_where_it_stood_was_not_edited(old: Any, new: Any, edited: bool) -> None:
    described = {**STRING, "description": "one"}
    sides = (request({"properties": {"a": one}}, S=described) for one in (old, new))
    assert ("description-changed" in [one.code for one in diff(*sides).findings]) == edited


EMPTY = [
    ({**STRING, "default": ""}, STRING, 'the default "" is gone'),
    (STRING, {**STRING, "default": " "}, 'the default is " " now'),
    ({**LIST, "default": []}, {**LIST, "default": ["a"]}, 'the default went from [] to ["a"]'),
    ({"enum": ["a", ""]}, {"enum": ["a"]}, 'no longer valid: ""'),
]


@pytest.mark.parametrize(("old", "new", "message"), EMPTY)
def test_a_text_of_blanks_is_seen(old: Any, new: Any, message: str) -> None:
    (found,) = diff(request(old), request(new)).findings
    assert found.message == message


PROSE = [
    ({}, {"description": "a name"}, "the description is new"),
    ({"description": "a name"}, {"description": "the name"}, "the description changed"),
    ({"title": "Name"}, {}, "the title is gone"),
    ({}, {"x-internal": False}, "x-internal is new"),
    ({"x-internal": False}, {"x-internal": True}, "x-internal changed"),
]


@pytest.mark.parametrize(("old", "new", "message"), PROSE)
def test_words_for_people_come_and_go(old: Any, new: Any, message: str) -> None:
    (found,) = diff(request({**STRING, **old}), request({**STRING, **new})).findings
    assert found.message == message
