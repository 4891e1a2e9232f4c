"""Unions: branches that come and go, and unions that say nothing new."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, ref, request, response, said
from generator.diff.review import diff

NUMBER, EVEN = {"type": "number"}, {"type": "integer", "multipleOf": 2}
FLAG, LIST = {"type": "boolean"}, {"type": "array"}
A_WORD, NO_B = {**STRING, "pattern": "^a"}, {"oneOf": [STRING, {"enum": ["b"]}]}
PET, CAR, BAG, BOX, BIN = map(ref, ("Pet", "Car", "Bag", "Box", "Bin"))
OPEN = {"type": "object", "properties": {"content": STRING}}
NAMED = dict.fromkeys(("Bag", "Box", "Bin"), OPEN) | {
    name: {
        "type": "object",
        "properties": {"kind": {"const": name.lower()}, member: STRING},
        "required": ["kind", member],
    }
    for name, member in (("Pet", "name"), ("Car", "plate"))
}
HAS_A, HAS_B = {"required": ["a"]}, {"required": ["b"]}


def inside(schema: Any) -> dict[str, Any]:
    """An object in an object, with a member that meets a schema."""
    inner = {"type": "object", "properties": {"c": schema}}
    return {"type": "object", "properties": {"b": inner}}


def items(*either: Any) -> dict[str, Any]:
    """A list, each item of which meets one schema of these."""
    return {"type": "array", "items": {"anyOf": [*either]}}


def holding(*either: Any) -> dict[str, Any]:
    """An object, each member of which meets one schema of these."""
    return {"type": "object", "additionalProperties": {"anyOf": [*either]}}


NARROWER = ("breaking", "compatible")
TABLE = [
    ({"oneOf": [STRING, INTEGER]}, {"oneOf": [STRING, INTEGER, FLAG]}, "compatible", "breaking"),
    ({"oneOf": [STRING, INTEGER, FLAG]}, {"oneOf": [STRING, INTEGER]}, "breaking", "compatible"),
    (PET, {"oneOf": [PET, CAR]}, "compatible", "breaking"),
    ({"anyOf": [PET, CAR]}, PET, "breaking", "compatible"),
    (PET, {"anyOf": [PET, {"type": "null"}]}, "compatible", "breaking"),
    # The new branch takes every value of the old one, so that `oneOf` refuses them all.
    (STRING, {"oneOf": [STRING, {"minLength": 0}]}, "breaking", "breaking"),
    # A branch that takes more leaves fewer values that meet one branch only.
    (
        {"oneOf": [{**INTEGER, "maximum": 5}, {**INTEGER, "minimum": 10}]},
        {"oneOf": [{**INTEGER, "maximum": 15}, {**INTEGER, "minimum": 10}]},
        "breaking",
        "breaking",
    ),
    (
        {"oneOf": [{"required": ["a"]}, {"properties": {"n": INTEGER}}]},
        {"oneOf": [{"required": ["a"]}, {"properties": {"n": {**INTEGER, "minimum": 0}}}]},
        "breaking",
        "breaking",
    ),
    ({"oneOf": [HAS_A, inside(STRING)]}, {"oneOf": [HAS_A, inside(A_WORD)]}, *(["breaking"] * 2)),
    # The same item twice, of a type that the other branch refuses.
    (
        {"anyOf": [{**LIST, "items": INTEGER}, {**LIST, "uniqueItems": True}]},
        LIST,
        "compatible",
        "breaking",
    ),
    (
        {"anyOf": [{**LIST, "items": STRING}, {**LIST, "items": INTEGER}]},
        {**LIST, "items": STRING},
        "breaking",
        "compatible",
    ),
    # A list of both, and an object, is none of either.
    (items(STRING, INTEGER), {"anyOf": [items(STRING), items(INTEGER)]}, *NARROWER),
    (
        items(STRING, INTEGER, FLAG),
        {"anyOf": [items(STRING, INTEGER), items(INTEGER, FLAG), items(FLAG, STRING)]},
        *NARROWER,
    ),
    (holding(STRING, INTEGER), {"anyOf": [holding(STRING), holding(INTEGER)]}, *NARROWER),
    (inside(items(PET, CAR)), inside({"anyOf": [items(PET), items(CAR)]}), *NARROWER),
    ({"oneOf": [NUMBER, INTEGER]}, {"oneOf": [NUMBER, EVEN]}, "risky", "breaking"),
    # What meets two branches is refused, also where they are one, or further in.
    (STRING, {"oneOf": [STRING, STRING]}, "breaking", "compatible"),
    (LIST, {"oneOf": [{**LIST, "maxItems": 1}, {"oneOf": [LIST, LIST]}]}, "breaking", "compatible"),
    (STRING, {"oneOf": [STRING, {"oneOf": [STRING, A_WORD, NO_B]}]}, "breaking", "compatible"),
    ({"oneOf": [PET, CAR]}, {"oneOf": [CAR, PET]}, "unchanged", "unchanged"),
    ({"oneOf": [PET, CAR]}, {"anyOf": [PET, CAR]}, "unchanged", "unchanged"),
    (PET, {"allOf": [PET]}, "unchanged", "unchanged"),
    (PET, {"oneOf": [PET, False]}, "unchanged", "unchanged"),
    (PET, {"anyOf": [PET]}, "unchanged", "unchanged"),
    (PET, NAMED["Pet"], "unchanged", "unchanged"),
    ({"type": ["string", "integer"]}, {"anyOf": [STRING, INTEGER]}, "unchanged", "unchanged"),
    ({"anyOf": [STRING, {**STRING, "maxLength": 3}]}, STRING, "unchanged", "unchanged"),
]


def tagged(tag: Any, **members: Any) -> dict[str, Any]:
    """An object with a tag, and with members that it need not have."""
    return {"type": "object", "required": ["kind"], "properties": {"kind": tag, **members}}


ONE, TWO = {"const": "one"}, {"const": "two"}
LISTED, SHORT = {"enum": ["one", "two"]}, {**STRING, "maxLength": 3}
EITHER_NAME = {"type": "object", "properties": {"a": STRING, "b": INTEGER}}
EITHER = {**EITHER_NAME, "oneOf": [HAS_A, HAS_B]}
SAID_OTHERWISE: list[dict[str, Any]] = [
    {"anyOf": [{**HAS_A, "not": HAS_B}, {**HAS_B, "not": HAS_A}]},
    {"anyOf": [HAS_A, HAS_B], "not": {"required": ["a", "b"]}},
    {"oneOf": [{**HAS_A, "properties": {"b": False}}, {**HAS_B, "properties": {"a": False}}]},
]


def needing(name: str, **members: Any) -> dict[str, Any]:
    """An object that has to have a member, and may have others."""
    return {"type": "object", "required": [name], "properties": {name: STRING, **members}}


SHARED, APART = {"properties": {"x": INTEGER}}, [needing("a"), needing("b")]
MOVES = [
    # A member that all branches have, and what holds beside them; one that is gone is told.
    (
        {"oneOf": [needing("a", x=INTEGER), needing("b", x=INTEGER)]},
        {**SHARED, "oneOf": APART},
        *["unchanged"] * 2,
    ),
    (
        {**SHARED, "anyOf": APART},
        {"anyOf": [needing("a", x=INTEGER), needing("b", x=INTEGER)]},
        *["unchanged"] * 2,
    ),
    (
        {"anyOf": [needing("a", x=INTEGER), needing("b", x=INTEGER, y={})]},
        {**SHARED, "anyOf": APART},
        *["risky", "compatible"],
    ),
]
FAR_BELOW = [
    # What one branch refuses because of a member, another one takes.
    ({"oneOf": [tagged(ONE), tagged(TWO)]}, tagged(LISTED), "unchanged", "unchanged"),
    (
        {"oneOf": [tagged(ONE, a=STRING), tagged(TWO, a=INTEGER)]},
        {"oneOf": [tagged(ONE, a=STRING), tagged({**TWO, "type": "string"}, a=INTEGER)]},
        "unchanged",
        "unchanged",
    ),
    (
        {"oneOf": [tagged(LISTED, a=STRING), tagged({"const": "three"}, a=INTEGER)]},
        {
            "anyOf": [
                tagged(TWO, a=STRING),
                tagged({"const": "three"}, a=INTEGER),
                tagged(ONE, a=STRING),
            ]
        },
        "unchanged",
        "unchanged",
    ),
    # No branch takes it, however deep it stands.
    (
        {"oneOf": [tagged(ONE, a=STRING), tagged(TWO, a=STRING)]},
        {"oneOf": [tagged(ONE, a=SHORT), tagged(TWO, a=STRING)]},
        "breaking",
        "compatible",
    ),
    (
        {"oneOf": [tagged(ONE, a={"type": "array", "items": tagged(TWO, b=STRING)}), INTEGER]},
        {"oneOf": [tagged(ONE, a={"type": "array", "items": tagged(TWO, b=SHORT)}), INTEGER]},
        "breaking",
        "compatible",
    ),
    # What nobody can meet is a mistake, and a branch more is told.
    ({"oneOf": [BAG, BOX]}, {"oneOf": [BAG, BOX, BIN]}, "compatible", "breaking"),
    # Each of two names, and not the other: said by `oneOf`, by `not`, and by members.
    *((EITHER, {**EITHER_NAME, **other}, "unchanged", "unchanged") for other in SAID_OTHERWISE),
    *(({**EITHER_NAME, **other}, EITHER, "unchanged", "unchanged") for other in SAID_OTHERWISE),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new", "request_", "response_"), [*TABLE, *MOVES, *FAR_BELOW])
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    found = [said(diff(wrap(old, **NAMED), wrap(new, **NAMED))) for wrap in (request, response)]
    assert found == [request_, response_]


MESSAGES = [
    ({"oneOf": [PET, CAR]}, {"oneOf": [PET, CAR, BAG]}, "new branch Bag"),
    (EITHER, {**EITHER, "oneOf": [HAS_A, HAS_B, {"required": ["c"]}]}, "new branch object with c"),
    (
        {"oneOf": [PET, CAR]},
        {"oneOf": [PET, CAR, tagged(ONE, id=INTEGER)]},
        "new branch object with kind",
    ),
    (
        {"anyOf": [PET, CAR, {**OPEN, "title": "Cart"}]},
        {"anyOf": [PET, CAR]},
        "branch Cart is gone",
    ),
    (
        {"oneOf": [STRING, {**LIST, "items": STRING}, {**LIST, "items": INTEGER}]},
        {"oneOf": [STRING, {**LIST, "items": STRING}]},
        "branch array of integer is gone",
    ),
    # One branch of each type is one form, two of one type are a union.
    ({"anyOf": [STRING, PET]}, {"anyOf": [STRING, PET, CAR]}, "new branch Car"),
    ({"anyOf": [STRING, PET, CAR]}, {"anyOf": [STRING, PET]}, "branch Car is gone"),
    ({"oneOf": [LIST, PET, CAR, STRING]}, {"oneOf": [PET, STRING, LIST]}, "branch Car is gone"),
]


@pytest.mark.parametrize(("old", "new", "message"), MESSAGES)
def test_messages(old: Any, new: Any, message: str) -> None:
    (found,) = diff(response(old, **NAMED), response(new, **NAMED)).findings
    assert found.message == message


def proofs(old: Any, new: Any) -> dict[str, Any]:
    """What was said of each finding, and the value that proves it."""
    found = diff(request(old, **NAMED), request(new, **NAMED)).findings
    return {one.message: one.witness and one.witness.value for one in found}


PET_WITH_A_TAIL = {**NAMED["Pet"], "required": ["kind", "name", "tail"]}
PROOFS = [
    # Of several branches that are gone, each has a value of its own, or none.
    (
        {"oneOf": [PET, CAR, tagged(ONE)]},
        {"oneOf": [tagged(ONE)]},
        {
            "branch Pet is gone": {"kind": "pet", "name": "a"},
            "branch Car is gone": {"kind": "car", "plate": "a"},
        },
    ),
    (
        {"anyOf": [PET, PET_WITH_A_TAIL, CAR]},
        {"anyOf": [PET]},
        {
            "branch object with kind, name, tail is gone": None,
            "branch Car is gone": {"kind": "car", "plate": "a"},
        },
    ),
    # What has another name, and another tag, is another thing, however alike the two are.
    (
        {"oneOf": [PET, tagged(ONE)]},
        {"oneOf": [CAR, tagged(ONE)]},
        {"branch Pet is gone": {"kind": "pet", "name": "a"}, "new branch Car": None},
    ),
]


@pytest.mark.parametrize(("old", "new", "told"), PROOFS)
def test_a_branch_that_is_gone_is_proven_by_a_value_of_it(
    old: Any, new: Any, told: dict[str, Any]
) -> None:
    assert proofs(old, new) == told
