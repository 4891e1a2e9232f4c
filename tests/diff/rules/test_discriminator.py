"""Schemas that others extend: where the base stands, values of its heirs may come."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, codes, ref, request, response, said
from generator.diff.inputs import Input
from generator.diff.review import diff, review
from generator.report import Report

Json = Any
LONG = "long " * 50_000
"""A description as long as this is compared without what is the same in both versions."""


def base(**mapping: str) -> Json:
    tags = {"mapping": {tag: ref(name)["$ref"] for tag, name in mapping.items()}} if mapping else {}
    return {
        "type": "object",
        "required": ["kind"],
        "properties": {"kind": STRING},
        "discriminator": {"propertyName": "kind", **tags},
    }


def heir(of: str, **properties: Json) -> Json:
    return {"allOf": [ref(of), {"type": "object", "properties": properties}]}


PET = {"Pet": base(), "Cat": heir("Pet", lives=INTEGER)}
TAGGED = {"Pet": base(c="Cat"), "Cat": heir("Pet", lives=INTEGER)}
OTHER = heir("Pet", lives=STRING)
TABLE = {
    "an heir changed": (PET, {**PET, "Cat": OTHER}, "breaking", "breaking"),
    "one with a tag": (TAGGED, {**TAGGED, "Cat": OTHER}, "breaking", "breaking"),
    "an heir of an heir": (
        {**PET, "Lion": heir("Cat", mane=STRING)},
        {**PET, "Lion": heir("Cat", mane={**STRING, "maxLength": 5})},
        "breaking",
        "compatible",
    ),
    "an heir came": (PET, {**PET, "Dog": heir("Pet")}, "compatible", "risky"),
    "an heir is gone": ({**PET, "Dog": heir("Pet")}, PET, "breaking", "compatible"),
    "another name, the same tag": (
        TAGGED,
        {"Pet": base(c="Kitty"), "Kitty": heir("Pet", lives=INTEGER)},
        "unchanged",
        "unchanged",
    ),
    "without a discriminator nobody knows": (
        {**PET, "Pet": {"type": "object"}},
        {"Pet": {"type": "object"}, "Cat": OTHER},
        "unchanged",
        "unchanged",
    ),
}


@pytest.mark.parametrize("length", ["", LONG], ids=["short", "long"])
@pytest.mark.parametrize("name", TABLE)
def test_values_of_heirs(here: Path, name: str, length: str) -> None:
    old, new, request_, response_ = TABLE[name]
    for wrap, expected in ((request, request_), (response, response_)):
        for path, schemas in (("old.json", old), ("new.json", new)):
            whole = wrap({"type": "array", "items": ref("Pet")}, "3.0.3", **schemas)
            Path(path).write_text(json.dumps({**whole, "x-length": length}), "utf-8")
        found = review([(Input("old.json"), Input("new.json"))], Report())
        assert found is not None
        assert said(found) == expected


def test_values_of_an_heir_are_not_those_of_another() -> None:
    old, new = ({**PET, "Dog": heir("Pet", tricks=tricks)} for tricks in (INTEGER, STRING))
    assert said(diff(response(ref("Cat"), **old), response(ref("Cat"), **new))) == "unchanged"


ONE_TAG, TWO_TAGS = base(Cat="Cat"), base(Cat="Cat", dog="Dog")
HEIRS = {"Cat": heir("Pet", lives=INTEGER), "Dog": heir("Pet")}
TAGS = [
    # The name of an heir is its tag, wherever it stands, until there is another one.
    (ref("Pet"), base(), base(Cat="Cat", Dog="Dog"), "unchanged"),
    (ref("Cat"), base(), base(Cat="Cat", Dog="Dog"), "unchanged"),
    (ref("Pet"), ONE_TAG, TWO_TAGS, "risky"),
    ({**ref("Pet"), "description": "mine"}, ONE_TAG, TWO_TAGS, "risky"),
    (ref("Cat"), ONE_TAG, TWO_TAGS, "unchanged"),
    (ref("Dog"), ONE_TAG, TWO_TAGS, "risky"),
]


@pytest.mark.parametrize(("schema", "old", "new", "expected"), TAGS)
def test_tags_of_heirs(schema: Json, old: Json, new: Json, expected: str) -> None:
    sides = (response(schema, Pet=pet, **HEIRS) for pet in (old, new))
    assert said(diff(*sides)) == expected


def test_one_edit_of_the_base_is_one_finding() -> None:
    new = {**PET, "Pet": {**base(), "required": []}}
    assert codes(diff(response(ref("Pet"), **PET), response(ref("Pet"), **new))) == [
        "required-removed"
    ]


def pets(*names: str) -> Json:
    mapping = {name.lower(): ref(name)["$ref"] for name in names}
    return {
        "oneOf": list(map(ref, names)),
        "discriminator": {"propertyName": "kind", "mapping": mapping},
    }


def tagged(tag: str) -> Json:
    return {"type": "object", "required": ["kind"], "properties": {"kind": {"const": tag}}}


@pytest.mark.parametrize("left", [["Cat"], ["Cat", "Dog"]], ids=["to one", "to two"])
def test_a_branch_goes_with_its_tag(left: list[str]) -> None:
    schemas = {name: tagged(name.lower()) for name in ("Cat", "Dog", "Owl")}
    old, new = request(pets(*left, "Owl"), **schemas), request(pets(*left), **schemas)
    assert codes(diff(old, new)) == ["one-of-branch-removed"]
    assert codes(diff(new, old)) == ["one-of-branch-added"]


NAMED = {name: tagged(name.lower()) for name in ("Cat", "Dog")}
OPEN = {
    name: {"type": "object", "required": ["kind"], "properties": {"kind": STRING}}
    for name in ("Cat", "Dog")
}
MAPPED = pets("Cat", "Dog")
PLAIN = {**MAPPED, "discriminator": {"propertyName": "kind"}}
CATS, DOGS = (
    {**MAPPED, "discriminator": {"propertyName": "kind", "defaultMapping": name}}
    for name in ("Cat", "Dog")
)
MAPPINGS = [
    # A mapping that says what the branches list themselves, and one that brings other tags.
    (PLAIN, MAPPED, NAMED, []),
    (MAPPED, PLAIN, NAMED, []),
    (PLAIN, MAPPED, OPEN, ["discriminator-mapping-added", "discriminator-mapping-removed"]),
    (PLAIN, CATS, OPEN, ["discriminator-mapping-added"]),
    (CATS, DOGS, OPEN, ["discriminator-mapping-changed"]),
    (CATS, DOGS, NAMED, []),
]


@pytest.mark.parametrize(("old", "new", "schemas", "expected"), MAPPINGS)
def test_tags_that_branches_refuse_are_none(
    old: Json, new: Json, schemas: Json, expected: list[str]
) -> None:
    assert sorted({*codes(diff(request(old, **schemas), request(new, **schemas)))}) == expected


def test_a_tag_that_the_branch_itself_lists_is_told_there() -> None:
    old = {name: tagged(name.lower()) for name in ("Cat", "Dog")}
    new = {**old, "Cat": tagged("tom")}
    mapped = pets("Cat", "Dog")
    mapping = {"tom": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}
    renamed = {**mapped, "discriminator": {"propertyName": "kind", "mapping": mapping}}
    for wrap in (request, response):
        assert codes(diff(wrap(mapped, **old), wrap(renamed, **new))) == ["const-changed"]


@pytest.mark.parametrize("kind", [STRING, None], ids=["any text", "gone"])
def test_a_tag_that_the_branch_lists_no_more_is_told_there(kind: Json) -> None:
    cat = {"type": "object", "properties": {"kind": kind}} if kind else {"type": "object"}
    new = {**NAMED, "Cat": {**cat, "required": ["kind"] if kind else []}}
    (code,) = codes(diff(request(PLAIN, **NAMED), request(PLAIN, **new)))
    assert code == ("const-removed" if kind else "required-property-removed")


def test_a_tag_is_told_where_the_mapping_has_it() -> None:
    mapping = {"kitty": ref("Cat")["$ref"], "dog": ref("Dog")["$ref"]}
    new = {**MAPPED, "discriminator": {"propertyName": "kind", "mapping": mapping}}
    found = diff(response(MAPPED, **OPEN), response(new, **OPEN)).findings
    assert [one.place and one.place.pointer.partition("/discriminator")[2] for one in found] == [
        "/mapping/kitty",
        "/mapping/cat",
    ]


def animal(**members: Json) -> Json:
    return {**OPEN["Cat"], "properties": {"kind": STRING, **members}}


ANIMALS = {"Cat": animal(lives=INTEGER), "Dog": animal(tricks=STRING), "Owl": animal(wings=INTEGER)}
DEMANDING = {**ANIMALS, "Cat": {**ANIMALS["Cat"], "required": ["kind", "lives"]}}
TOLD_APART = [
    # Only their tags tell these branches apart: a value is for one of them, and meets no other.
    (MAPPED, pets("Cat", "Dog", "Owl"), ANIMALS, {"kind": "owl"}),
    (pets("Cat", "Dog", "Owl"), MAPPED, ANIMALS, {"kind": "owl"}),
    (MAPPED, MAPPED, DEMANDING, {"kind": "cat"}),
    (PLAIN, PLAIN, DEMANDING, {"kind": "Cat"}),
]


@pytest.mark.parametrize(("old", "new", "schemas", "proof"), TOLD_APART)
def test_a_proof_has_a_tag_of_the_branch_that_changed(
    old: Json, new: Json, schemas: Json, proof: Json
) -> None:
    sides = {wrap: (wrap(old, **ANIMALS), wrap(new, **schemas)) for wrap in (request, response)}
    (asked,), (given,) = (diff(*both).findings for both in sides.values())
    shown = [(one.level, one.witness and one.witness.value) for one in (asked, given)]
    assert sorted(shown, key=str) == [("breaking", proof), ("compatible", None)]
