"""A value that an object holds now, and one that it held: one finding, and what changed in it."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, codes, request, response
from generator.diff.review import diff

PET = {
    "type": "object",
    "required": ["name"],
    "properties": {"name": STRING, "kind": STRING, "age": INTEGER},
}
OLD_PET = {**PET, "required": ["name", "age"]}
LIST = {"type": "array", "items": {"$ref": "#/components/schemas/Pet"}}
BY_NAME = {"$ref": "#/components/schemas/Pet"}


def holding(schema: Any, **members: Any) -> dict[str, Any]:
    """An object with a schema as its member `data`."""
    return {"type": "object", "required": ["data"], "properties": {"data": schema, **members}}


def record(values: list[str]) -> dict[str, Any]:
    """An object with a member that is one of some values."""
    return {"type": "object", "properties": {"kind": {"enum": values}}}


TABLE = [
    (BY_NAME, holding(BY_NAME), ["schema-wrapped"]),
    (holding(BY_NAME), BY_NAME, ["schema-unwrapped"]),
    (BY_NAME, holding(BY_NAME, meta={"type": "object"}), ["schema-wrapped"]),
    (PET, holding(PET), ["schema-wrapped"]),
    (LIST, holding(LIST, next=STRING), ["schema-wrapped"]),
    (holding(LIST, next=STRING), LIST, ["schema-unwrapped"]),
    ({"enum": ["a", "b"]}, {"enum": ["b", "a"]}, []),
    (record(["a", "b"]), holding(record(["b", "a"])), ["schema-wrapped"]),
    # An object that only has a further member is no other object.
    (PET, {**PET, "properties": {**PET["properties"], "data": PET}}, ["property-added"]),
    (holding(STRING), holding(STRING, more=holding(STRING)), ["property-added"]),
    (STRING, holding(STRING), ["type-changed"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), TABLE)
def test_a_wrapper_is_one_finding(old: Any, new: Any, expected: list[str]) -> None:
    for wrap in (request, response):
        assert codes(diff(wrap(old, Pet=PET), wrap(new, Pet=PET))) == expected


@pytest.mark.parametrize("wrap", [request, response])
def test_it_breaks_both_ways_and_is_proven(wrap: Any) -> None:
    (found,) = diff(wrap(BY_NAME, Pet=PET), wrap(holding(BY_NAME), Pet=PET)).findings
    assert found.message == "the value is the member data of an object now"
    assert (found.level, found.proof) == ("breaking", "witness")


def test_what_changed_within_is_told_beside_it() -> None:
    for one in (BY_NAME, LIST):
        both = response(one, Pet=OLD_PET), response(holding(one), Pet=PET)
        assert codes(diff(*both)) == ["schema-wrapped", "required-removed"]
