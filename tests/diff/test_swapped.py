"""A reference that leads to another component: one finding, where the reference is."""

from __future__ import annotations

import json
from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, codes, request, response
from generator.diff.review import Review, diff


@pytest.fixture(autouse=True, params=["small", "large"])
def size(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> None:
    """Of large descriptions, only what changed is read: that is told all the same."""
    if request.param == "large":
        monkeypatch.setattr("generator.diff.described.unchanged.LARGE", 0)


def ref(name: str) -> dict[str, Any]:
    return {"$ref": f"#/components/schemas/{name}"}


def record(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "required": list(required), "properties": properties}


def compared(old: Any, new: Any) -> Review:
    """A comparison of two descriptions in which no two places share an object."""
    before, after = (json.loads(json.dumps(one)) for one in (old, new))
    return diff(before, after)


SCHEMAS = {
    "Pet": record("id", "name", id=INTEGER, name=STRING, owner=record(mail=STRING)),
    "Brief": record("id", id=INTEGER, owner=record(mail=INTEGER)),
    "More": record("id", "name", id=INTEGER, name=STRING, owner=record(mail=STRING), age=INTEGER),
    "Same": record("id", "name", id=INTEGER, name=STRING, owner=record(mail=STRING)),
    "Shop": record(pet=ref("Pet")),
}
TABLE = [
    # The worst differences are named first.
    (request, "Brief", "breaking", "POST /x body", "owner.mail and name"),
    (response, "Brief", "breaking", "GET /x response 200", "name and owner.mail"),
    (request, "More", "compatible", "POST /x body", "age"),
    (response, "More", "compatible", "GET /x response 200", "age"),
]


@pytest.mark.parametrize(("wrap", "name", "level", "where", "words"), TABLE)
def test_it_is_one_finding_as_bad_as_the_difference(
    wrap: Any, name: str, level: str, where: str, words: str
) -> None:
    (found,) = compared(wrap(ref("Pet"), **SCHEMAS), wrap(ref(name), **SCHEMAS)).findings
    assert (found.code, found.level, found.where) == ("schema-replaced", level, where)
    assert found.message == f"the schema went from Pet to {name}, which differ in {words}"


def test_what_has_nothing_in_common_with_what_is_gone_is_no_new_name_of_it() -> None:
    error, problem = record("code", code=INTEGER, text=STRING), record("title", title=STRING)
    old, new = response(ref("Error"), Error=error), response(ref("Problem"), Problem=problem)
    (found,) = compared(old, new).findings
    words = "which differ in code, text and title"
    assert found.message == f"the schema went from Error to Problem, {words}"
    alike = {**problem, "properties": {**problem["properties"], "code": INTEGER}}
    renamed = compared(old, response(ref("Problem"), Problem=alike))
    assert "Error is called Problem now" in [one.message for one in renamed.findings]


def test_it_is_where_the_reference_is() -> None:
    other = {**SCHEMAS, "Shop": record(pet=ref("Brief"))}
    (found,) = compared(response(ref("Shop"), **SCHEMAS), response(ref("Shop"), **other)).findings
    assert found.where == "Shop.pet"
    assert found.place is not None
    assert found.place.pointer == "/components/schemas/Shop/properties/pet"


def nullable(name: str) -> dict[str, Any]:
    return {"anyOf": [ref(name), {"type": "null"}]}


AROUND = [
    # Null beside the reference, a union around it, and a name that leads to it.
    (record(pet=nullable("Pet")), record(pet=nullable("Brief")), "GET /x response 200.pet"),
    (
        {"oneOf": [ref("Shop"), ref("Pet")]},
        {"oneOf": [ref("Shop"), ref("Brief")]},
        "GET /x response 200",
    ),
    (record(pet=ref("Alias")), record(pet=ref("Alias")), "Alias"),
]


@pytest.mark.parametrize(("old", "new", "where"), AROUND)
def test_what_stands_around_the_reference(old: Any, new: Any, where: str) -> None:
    versions = (
        response(schema, **SCHEMAS, Alias=ref(name))
        for schema, name in ((old, "Pet"), (new, "Brief"))
    )
    (found,) = compared(*versions).findings
    assert (found.code, found.where) == ("schema-replaced", where)


def test_a_component_that_keeps_its_old_name_as_well_is_compared_in_full() -> None:
    animal = record("id", id=INTEGER, name=STRING, owner=record(mail=STRING))
    both = {**SCHEMAS, "Animal": animal, "Pet": ref("Animal")}
    found = compared(response(ref("Pet"), **SCHEMAS), response(ref("Animal"), **both)).findings
    assert [(one.where, one.code) for one in found] == [("Pet.name", "required-removed")]


def test_components_that_say_the_same_are_no_finding() -> None:
    assert not compared(response(ref("Pet"), **SCHEMAS), response(ref("Same"), **SCHEMAS)).findings


def test_what_changed_in_a_component_that_others_use_is_told_there() -> None:
    old, new = (record(pet=ref(name), all=ref("Brief")) for name in ("Pet", "Brief"))
    edited = {**SCHEMAS, "Brief": record("id", id=INTEGER, owner=record(mail=STRING))}
    found = compared(response(old, **SCHEMAS), response(new, **edited)).findings
    assert [(one.where, one.code) for one in found] == [
        ("Brief.owner.mail", "type-changed"),
        ("GET /x response 200.pet", "schema-replaced"),
    ]


def test_a_component_of_another_name_is_compared_in_full() -> None:
    renamed = {name: schema for name, schema in SCHEMAS.items() if name not in ("Pet", "Shop")}
    renamed["Animal"] = record("id", id=INTEGER, name=STRING, owner=record(mail=STRING))
    before = {name: SCHEMAS[name] for name in SCHEMAS if name != "Shop"}
    both = response(ref("Pet"), **before), response(ref("Animal"), **renamed)
    assert codes(compared(*both)) == ["required-removed"]


def test_another_difference_is_another_thing_to_accept() -> None:
    worse = {**SCHEMAS, "Brief": record("id", id=STRING)}
    longer = {**SCHEMAS["Brief"], "properties": {**SCHEMAS["Brief"]["properties"], "more": STRING}}
    better = {**SCHEMAS, "Brief": longer}
    old = response(ref("Pet"), **SCHEMAS)
    news = [response(ref("Brief"), **schemas) for schemas in (SCHEMAS, better, worse)]
    one, same, other = (compared(old, new).findings[0].fingerprint for new in news)
    assert one == same != other


BASES = {**SCHEMAS, "Tag": record("tag", tag=STRING), "Few": record("id", id=INTEGER)}
OWN = record(own=STRING)
COMPOSED = [
    ([ref("Same"), OWN], [ref("Few"), OWN], ["A.name", "A.owner"]),
    ([ref("Tag"), OWN], [OWN], ["A.tag"]),
    ([OWN], [ref("Tag"), OWN], ["A.tag"]),
    ([ref("Pet"), OWN], [ref("Pet"), ref("Tag"), OWN], ["A.tag"]),
]


@pytest.mark.parametrize(("old", "new", "places"), COMPOSED)
def test_what_another_base_brings_is_told_of_the_schema_that_has_it(
    old: Any, new: Any, places: list[str]
) -> None:
    both = (response(ref("A"), A={"allOf": bases}, **BASES) for bases in (old, new))
    found = compared(*both).findings
    assert [one.where for one in found] == places
    assert {one.group for one in found} == {"A"}


def test_what_a_base_loses_is_told_of_the_base() -> None:
    extending = {"allOf": [ref("Tag"), OWN]}
    bases = {**BASES, "Tag": record("tag", tag=STRING, more=STRING)}
    both = (response(ref("A"), A=extending, **each) for each in (bases, BASES))
    (found,) = compared(*both).findings
    assert found.where == "Tag.more"


INLINE = [
    (STRING, ref("Word"), "only a, b are valid now"),
    ({"type": "array", "items": ref("Pet")}, ref("Page"), "the value is the member data of an"),
    (record(), ref("Tag"), "new required property"),
]


@pytest.mark.parametrize(("old", "new", "words"), INLINE)
def test_what_a_reference_took_the_place_of_is_told_where_that_is(
    old: Any, new: Any, words: str
) -> None:
    page = record("data", data={"type": "array", "items": ref("Pet")})
    others = {**BASES, "Word": {"enum": ["a", "b"]}, "Page": page}
    both = (response(record(x=schema), **others) for schema in (old, new))
    (found,) = compared(*both).findings
    assert found.message.startswith(words)
    assert found.where.startswith("GET /x response 200.x")
    assert found.place is not None
    assert found.place.source.name == "memory:new"


def test_what_differs_further_in_is_told_where_it_was() -> None:
    deep = {"Deep": record(a=record(b=INTEGER)), **SCHEMAS}
    old, new = record(x=record(a=record(b=STRING))), record(x=ref("Deep"))
    (found,) = compared(response(old, **deep), response(new, **deep)).findings
    assert found.where == "GET /x response 200.x.a.b"
