"""One edit is one finding: at the place of use for what stands there, else at the target."""

from __future__ import annotations

import json
from typing import Any

import pytest

from diff.descriptions import describe, json_content, ref, request
from generator.diff.review import diff

Json = Any
GIFT = {"$ref": "#/components/schemas/Gift"}
NULL = {"type": "null"}
OBJECT = {"type": "object", "properties": {"m": {"type": "string"}}}
TEXT = {"type": "string", "maxLength": 9}
ENUM = {"type": "string", "enum": ["a", "b"]}
OTHER = {"type": "object", "required": ["o"], "properties": {"o": {"type": "integer"}}}


def described(gift: Json, version: str = "3.1.0", **uses: Json) -> Json:
    """Two operations, one gives S (with g and h), the other U (with k); all refer to Gift."""
    g, h, k = (uses.get(name, GIFT) for name in "ghk")
    schemas = {
        "Gift": gift,
        "S": {"type": "object", "properties": {"g": g, "h": h}},
        "U": {"type": "object", "properties": {"k": k}},
    }
    paths = {
        path: {"get": {"responses": {"200": {"description": "x", "content": json_content(given)}}}}
        for path, given in (("/a", ref("S")), ("/b", ref("U")))
    }
    # Each place is an object of its own, as in a file.
    return json.loads(json.dumps(describe(paths, version, components={"schemas": schemas})))


PLACES_OF_USE = {
    # Name: the target, the reference with what stands beside or around it, and the code.
    "null in oneOf": (OBJECT, {"oneOf": [GIFT, NULL]}, "nullable-added"),
    "null in anyOf": (OBJECT, {"anyOf": [NULL, GIFT]}, "nullable-added"),
    "null beside text": (TEXT, {"anyOf": [GIFT, NULL]}, "nullable-added"),
    "null beside an enum": (ENUM, {"oneOf": [GIFT, NULL]}, "nullable-added"),
    "nullable around allOf": (OBJECT, {"nullable": True, "allOf": [GIFT]}, "nullable-added"),
    "a bound beside it": (OBJECT, {**GIFT, "minProperties": 1}, "min-properties-added"),
    "a bound in allOf": (OBJECT, {"allOf": [GIFT, {"minProperties": 1}]}, "min-properties-added"),
    "a bound around it": (OBJECT, {"allOf": [GIFT], "minProperties": 1}, "min-properties-added"),
    "a sharper bound": (TEXT, {**GIFT, "maxLength": 5}, "max-length-decreased"),
    "required beside it": (OBJECT, {**GIFT, "required": ["m"]}, "required-added"),
    "a property in allOf": (
        OBJECT,
        {"allOf": [GIFT, {"properties": {"n": {"type": "string"}}}]},
        "property-added",
    ),
    "a bound on a property": (
        OBJECT,
        {**GIFT, "properties": {"m": {"maxLength": 3}}},
        "max-length-added",
    ),
    "fewer values": (ENUM, {**GIFT, "enum": ["a"]}, "enum-value-removed"),
    "a description beside it": (TEXT, {**GIFT, "description": "x"}, "description-changed"),
    "a description around it": (TEXT, {"allOf": [GIFT], "description": "x"}, "description-changed"),
    "a default beside it": (TEXT, {**GIFT, "default": "a"}, "default-added"),
    "an extension beside it": (TEXT, {**GIFT, "x-a": 1}, "extension-changed"),
    "no null": ({"type": ["object", "null"]}, {**GIFT, "type": "object"}, "nullable-removed"),
    "a further branch": (OBJECT, {"oneOf": [GIFT, OTHER]}, "one-of-branch-added"),
    "a further type": (OBJECT, {"oneOf": [GIFT, {"type": "string"}]}, "type-widened"),
}


def edits(old: Json, new: Json) -> dict[str, tuple[str, tuple[str, ...], str]]:
    """The findings by the place that they are shown at: code, operations, fingerprint."""
    told = [one for one in diff(old, new).findings if one.audience != "python"]
    found = {one.place.pointer: (one.code, one.operations, one.fingerprint)
             for one in told if one.place}  # fmt: skip
    assert len(found) == len(told)
    return found


@pytest.mark.parametrize("turned", [False, True], ids=["added", "removed"])
@pytest.mark.parametrize("name", PLACES_OF_USE)
def test_what_stands_at_the_place_of_use_belongs_there(name: str, turned: bool) -> None:
    target, use, code = PLACES_OF_USE[name]
    version = "3.0.3" if "nullable" in use else "3.1.0"
    plain = described(target, version)

    def changed(**uses: Json) -> dict[str, tuple[str, tuple[str, ...], str]]:
        sides = (plain, described(target, version, **uses))
        return edits(*(sides[::-1] if turned else sides))

    together = changed(g=use, h=use, k=use)
    places = {"/components/schemas/S/properties/g": ("GET /a",),
              "/components/schemas/S/properties/h": ("GET /a",),
              "/components/schemas/U/properties/k": ("GET /b",)}  # fmt: skip
    assert len(together) == 3
    for pointer, (said, operations, _) in together.items():
        assert [o for place, o in places.items() if pointer.startswith(place)] == [operations]
        assert turned or said == code
    assert len({fingerprint for *_, fingerprint in together.values()}) == 3
    assert {**changed(g=use), **changed(h=use), **changed(k=use)} == together


TARGETS = {
    # Name: the target before and after, and how two of its places of use refer to it.
    "a bound": (OBJECT, {**OBJECT, "minProperties": 1}, {"oneOf": [GIFT, NULL]}),
    "null": (OBJECT, {**OBJECT, "type": ["object", "null"]}, {**GIFT, "description": "x"}),
    "null in a union": (OBJECT, {**OBJECT, "type": ["object", "null"]}, {"anyOf": [GIFT, OTHER]}),
    "a property": (OBJECT, {"type": "object"}, {"oneOf": [GIFT, NULL]}),
    "a property's bound": (
        OBJECT,
        {"type": "object", "properties": {"m": {"type": "string", "maxLength": 4}}},
        {**GIFT, "minProperties": 1},
    ),
    "values": (ENUM, {**ENUM, "enum": ["a", "b", "c"]}, {"anyOf": [GIFT, NULL]}),
    "a limit": (TEXT, {**TEXT, "maxLength": 7}, {"anyOf": [GIFT, NULL]}),
    "a sharper limit": (TEXT, {**TEXT, "maxLength": 7}, {"allOf": [GIFT, {"maxLength": 20}]}),
}


@pytest.mark.parametrize("turned", [False, True], ids=["added", "removed"])
@pytest.mark.parametrize("name", TARGETS)
def test_an_edit_of_the_target_is_one_finding_there(name: str, turned: bool) -> None:
    before, after, use = TARGETS[name]
    sides = described(before, g=use, k=use), described(after, g=use, k=use)
    found = edits(*(sides[::-1] if turned else sides))
    assert [pointer.startswith("/components/schemas/Gift") for pointer in found] == [True]
    assert [set(operations) for _, operations, _ in found.values()] == [{"GET /a", "GET /b"}]


def test_an_edit_of_the_target_and_one_around_it_are_two() -> None:
    after = {**OBJECT, "properties": {"m": {"type": "string", "maxLength": 4}}}
    found = edits(described(OBJECT), described(after, k={"oneOf": [GIFT, NULL]}))
    assert {code: operations for code, operations, _ in found.values()} == {
        "max-length-added": ("GET /a", "GET /b"),
        "nullable-added": ("GET /b",),
    }


NUMBER_OR_TEXT = {"type": ["integer", "string"]}


def test_a_member_that_refers_to_a_schema_is_where_it_is_narrower() -> None:
    def kept(**further: Json) -> Json:
        properties = {"a": ref("Text"), **further}
        whole = {"type": "object", "properties": properties, "additionalProperties": NUMBER_OR_TEXT}
        return json.loads(json.dumps(request(whole, Text=TEXT)))

    review = diff(kept(), kept(b=ref("Text")))
    where = {finding.code: finding.where for finding in review.findings}
    assert where["type-narrowed"] == "POST /x body.b"
