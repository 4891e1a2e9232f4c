"""Unions whose members extend them: what is read where the letter leads in a circle."""

from __future__ import annotations

import json
from typing import Any

import pytest

import generator
from generator.diff.review import diff
from generator.report import Report
from tests.models import lowered

CAT = {"type": "object", "properties": {"lives": {"type": "integer"}}, "required": ["lives"]}
DOG = {"type": "object", "properties": {"barks": {"type": "boolean"}}, "required": ["barks"]}
BASE = {"type": "object", "required": ["name"], "properties": {"name": {"type": "string"}}}
EITHER = {"oneOf": [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]}
PET = {"$ref": "#/components/schemas/Pet"}


def api(**schemas: Any) -> dict[str, Any]:
    info = {"title": "T", "version": "1"}
    return {"openapi": "3.1.0", "info": info, "paths": {}, "components": {"schemas": schemas}}


BOTH = api(Pet={**BASE, **EITHER}, Cat={"allOf": [PET, CAT]}, Dog={"allOf": [PET, DOG]})
ANY = api(
    Pet={**BASE, "anyOf": EITHER["oneOf"]}, Cat={"allOf": [PET, CAT]}, Dog={"allOf": [PET, DOG]}
)
BESIDE = api(Pet={**BASE, **EITHER}, Cat={**PET, **CAT}, Dog={"allOf": [PET], **DOG})
FAR = api(
    Pet={**BASE, **EITHER},
    Mammal={"allOf": [PET]},
    Cat={"allOf": [{"$ref": "#/components/schemas/Mammal"}, CAT]},
    Dog={"allOf": [PET, DOG]},
)
MIDDLE = {**DOG, "allOf": [PET], "oneOf": [{"$ref": "#/components/schemas/Pup"}]}
PUP = {
    "allOf": [{"$ref": "#/components/schemas/Dog"}, {"properties": {"age": {"type": "integer"}}}]
}
NESTED = api(Pet={**BASE, **EITHER}, Cat={"allOf": [PET, CAT]}, Dog=MIDDLE, Pup=PUP)
HELD = api(Pet={"allOf": [BASE, EITHER]}, Cat={"allOf": [PET, CAT]}, Dog=DOG)
ONE = api(Pet={**BASE, **EITHER}, Cat={"allOf": [PET, CAT]}, Dog=DOG)


@pytest.mark.parametrize("document", [BOTH, ANY, BESIDE, FAR, NESTED, ONE])
@pytest.mark.parametrize(
    ("value", "valid"),
    [
        ({"name": "Tom", "lives": 9}, True),
        ({"name": "Rex", "barks": True}, True),
        ({"lives": 9}, False),
        ({"barks": True}, False),
        ({"name": "Tom"}, False),
        ({"name": 1, "lives": 9}, False),
    ],
)
def test_a_member_has_what_stands_beside_the_union(
    document: dict[str, Any], value: Any, valid: bool
) -> None:
    codec = generator.compile(document)["#/components/schemas/Pet"]
    assert codec.is_valid(value) is valid
    if valid:
        assert codec.encode(codec.decode(value)) == value


@pytest.mark.parametrize("document", [BOTH, ANY, BESIDE, FAR, NESTED])
def test_a_union_that_all_members_extend_is_no_class(document: dict[str, Any]) -> None:
    models = generator.compile(document)
    made = models["#/components/schemas/Pet"].decode({"name": "Tom", "lives": 9})
    assert type(made) is models["#/components/schemas/Cat"].cls


@pytest.mark.parametrize(
    ("document", "told"),
    [
        (BOTH, [("SCH017", "/components/schemas/Pet/oneOf")]),
        (ANY, [("SCH017", "/components/schemas/Pet/anyOf")]),
        (api(Pet={**BASE, **EITHER}, Cat=CAT, Dog=DOG), []),
        (NESTED, [("SCH017", f"/components/schemas/{name}/oneOf") for name in ("Pet", "Dog")]),
        # The union that is meant is the whole of Pet, but that is not said.
        (
            api(Pet={"allOf": [BASE, EITHER]}, Cat={"allOf": [PET, CAT]}, Dog=DOG),
            [("REF003", None)],
        ),
        # Nothing is meant by what is no more than itself.
        (api(Pet={"oneOf": [PET]}), [("REF003", "/components/schemas/Pet/oneOf/0/$ref")]),
        (api(A={"allOf": [{"$ref": "#/components/schemas/A"}]}), [("REF003", None)]),
    ],
)
def test_what_is_told_of_a_circle(
    document: dict[str, Any], told: list[tuple[str, str | None]]
) -> None:
    report = Report()
    lowered(json.dumps(document), report)
    assert [one.code.name for one in report.diagnostics] == [code for code, _ in told]
    for one, (_, pointer) in zip(report.diagnostics, told, strict=True):
        assert pointer is None or (one.where is not None and one.where.pointer == pointer)


def test_who_extends_a_union_and_is_not_in_it_has_its_fields_too() -> None:
    bird = {"allOf": [PET, {"type": "object", "properties": {"wings": {"type": "integer"}}}]}
    document = api(**BOTH["components"]["schemas"], Bird=bird)
    made = generator.compile(document)["#/components/schemas/Bird"].cls
    assert made is not None
    assert str(made.__annotations__["name"]) == "str"


def test_what_changes_in_a_member_is_one_finding() -> None:
    text = {**CAT, "properties": {"lives": {"type": "string"}}}
    after = {**BOTH, "components": {"schemas": {**BOTH["components"]["schemas"]}}}
    after["components"]["schemas"]["Cat"] = {"allOf": [PET, text]}
    found = diff(BOTH, after)
    assert [one.name for one in found.generated.classes] == ["Cat.lives"]
