"""Which branch of a union is taken, and which one tells what is wrong."""

from __future__ import annotations

import pytest

from generator.targets.python._runtime import Codec
from tests.codecs import (
    INTEGER,
    STRING,
    TAGGED,
    Json,
    comes_back,
    component,
    problems,
    record,
    ref,
    root,
    told,
)

CAT = record(("meow",), meow=record(loud={"type": "boolean"}))
DOG = record(("bark",), bark=INTEGER)
BRANCHES = [
    ({"meow": {"loud": 1}}, [("$.meow.loud", "type")]),
    ({"bark": "x"}, [("$.bark", "type")]),
]


@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
@pytest.mark.parametrize(("value", "causes"), BRANCHES)
def test_a_union_names_the_branch_that_came_closest(
    keyword: str, value: Json, causes: list[tuple[str, str]]
) -> None:
    (problem,) = problems(root({keyword: [CAT, DOG]}), value)
    assert problem.keyword == keyword
    assert [(cause.path, cause.keyword) for cause in problem.causes] == causes


@pytest.mark.parametrize("wrong", [STRING, {"enum": ["auto"]}, {**STRING, "enum": ["auto"]}])
def test_a_branch_of_another_type_did_not_come_close(wrong: Json) -> None:
    (problem,) = problems(root({"anyOf": [wrong, CAT]}), {})
    assert [str(cause) for cause in problem.causes] == ["$: 'meow' is missing"]


TAGS = [
    ({"kind": "a", "n": "x"}, ("$.n", "type", ("integer",), "x")),
    ({"kind": "c", "s": 1}, ("$.s", "type", ("string",), 1)),
    ({"kind": "d"}, ("$.kind", "enum", ["a", "b", "c"], "d")),
    ({}, ("$", "required", "kind", None)),
    (1, ("$", "type", ("object",), 1)),
]


@pytest.mark.parametrize(("value", "problem"), TAGS)
def test_a_tag_decides_what_is_told(value: Json, problem: tuple[str, str, Json, Json]) -> None:
    assert told(root(TAGGED), value) == [problem]


def kinds(**discriminator: Json) -> Codec:
    """A pet that is a cat or a dog, which only the discriminator tells apart."""
    members = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    pet = {"oneOf": members, "discriminator": {"propertyName": "kind", **discriminator}}
    return component(
        {
            "Pet": pet,
            "Cat": record(("kind",), kind={"type": "string", "enum": ["Cat", "cat"]}, n=INTEGER),
            "Dog": record(("kind",), kind={"type": "string", "enum": ["Dog", "dog"]}, n=STRING),
        },
        "Pet",
    )


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("beside", [{}, {"minProperties": 1}], ids=str)
@pytest.mark.parametrize("null", [[], [{"enum": [None]}], [{"type": "null"}]], ids=str)
def test_the_discriminator_of_what_all_members_extend_decides_as_well(
    null: Json, beside: Json, keyword: str
) -> None:
    tags = {"propertyName": "kind", "mapping": {"kitty": "Cat"}}
    base = {**record(("kind",), kind=STRING), "discriminator": tags}
    cat, dog = ({"allOf": [ref("Base"), record(**{name: STRING})]} for name in ("meow", "bark"))
    pet = {keyword: [ref("Cat"), ref("Dog"), *null], **beside}
    schemas = {"Pet": pet, "Base": base, "Cat": cat, "Dog": dog, "Odd": record(n=INTEGER)}
    codec = component(schemas, "Pet")
    for kind, name in (("kitty", "Cat"), ("Dog", "Dog")):
        assert type(codec.decode({"kind": kind})).__name__ == name
        assert codec.is_valid({"kind": kind})
    assert codec.is_valid({"kind": "owl"}) is (keyword == "anyOf")
    other = component({**schemas, "Pet": {keyword: [ref("Cat"), ref("Dog"), ref("Odd")]}}, "Pet")
    assert other.is_valid({"kind": "Dog"}) is (keyword == "anyOf")


def test_a_name_with_a_dot_is_that_of_a_component_if_there_is_one() -> None:
    same = record(("kind",), kind=STRING)
    tags = {"propertyName": "kind", "mapping": {"c": "Acme.Cat", "d": "Acme.Dog"}}
    pet = {"oneOf": [ref("Acme.Cat"), ref("Acme.Dog")], "discriminator": tags}
    codec = component({"Pet": pet, "Acme.Cat": same, "Acme.Dog": {**same, "title": "Dog"}}, "Pet")
    made = [codec.decode({"kind": kind}) for kind in ("c", "d", "Acme.Dog")]
    assert [type(one).__name__ for one in made] == ["AcmeCat", "AcmeDog", "AcmeDog"]


MAPPING = {"cat": "Cat", "dog": "#/components/schemas/Dog"}


@pytest.mark.parametrize("discriminator", [{}, {"mapping": MAPPING}], ids=["names", "mapping"])
@pytest.mark.parametrize(("kind", "value"), [("Cat", 1), ("Dog", "x")])
def test_a_discriminator_tells_members_apart(discriminator: Json, kind: str, value: Json) -> None:
    codec = kinds(**discriminator)
    for tag in (kind, kind.lower()):
        assert type(codec.decode({"kind": tag, "n": value})).__name__ == kind
    (problem,) = problems(codec, {"kind": kind, "n": None})
    assert problem.path == "$.n"


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("default", ["Other", "#/components/schemas/Other"])
@pytest.mark.parametrize(
    ("value", "name"),
    [
        ({"kind": "Cat"}, "Cat"),
        ({"kind": "dog"}, "Dog"),
        ({"kind": "owl"}, "Other"),
        ({"kind": "None"}, "Other"),
        ({}, "Other"),
        ({"kind": "owl", "closed": 1}, "Cat"),
    ],
)
def test_what_no_tag_names_is_of_the_default(
    value: Json, name: str, default: str, keyword: str
) -> None:
    tags = {"propertyName": "kind", "mapping": {"dog": "Dog"}, "defaultMapping": default}
    pet = {keyword: [ref("Cat"), ref("Dog"), ref("Other")], "discriminator": tags}
    closed = {**record(kind=STRING), "additionalProperties": False}
    schemas = {"Cat": record(kind=STRING), "Dog": closed, "Other": {**closed, "title": "Other"}}
    codec = component({"Pet": pet, **schemas}, "Pet")
    assert type(codec.decode(value)).__name__ == name
    assert comes_back(codec, value)
    assert codec.is_valid(value)
    assert not codec.is_valid([])


BESIDE: list[Json] = [{}, {"minProperties": 1}, {"not": {"required": ["no"]}}]


@pytest.mark.parametrize("beside", BESIDE, ids=str)
@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(("tag", "name"), [("Cat", "Cat"), ("Dog", "Dog"), ("dog", "Dog")])
def test_a_discriminator_decides_between_members_that_both_match(
    tag: str, name: str, keyword: str, beside: Json
) -> None:
    members = [{"$ref": "#/components/schemas/Cat"}, {"$ref": "#/components/schemas/Dog"}]
    same = record(("kind",), kind=STRING)
    discriminator = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    pet = {keyword: members, "discriminator": discriminator, **beside}
    codec = component({"Pet": pet, "Cat": same, "Dog": {**same, "description": "woof"}}, "Pet")
    assert type(codec.decode({"kind": tag})).__name__ == name
    assert codec.is_valid({"kind": tag})
    assert codec.is_valid({"kind": "bird"}) is (keyword == "anyOf")
    assert not codec.is_valid({})


TAGS_THAT_ARE_NO_TEXTS = [
    (1, "Cat"),
    (-2, "Dog"),
    (True, "Cat"),
    (False, "Dog"),
    ("1", "Cat"),
    (3, ""),
    pytest.param(10**5000, "", id="more digits than Python writes"),
    (None, ""),
    ([], ""),
]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(("tag", "name"), TAGS_THAT_ARE_NO_TEXTS)
def test_a_tag_that_is_no_text_is_looked_up_by_the_text_it_has_in_json(
    tag: Json, name: str, keyword: str
) -> None:
    mapping = {"1": "Cat", "-2": "Dog", "true": "Cat", "false": "Dog"}
    discriminator = {"propertyName": "kind", "mapping": mapping}
    pet = {keyword: [ref("Cat"), ref("Dog")], "discriminator": discriminator}
    codec = component({"Pet": pet, "Cat": record(kind={}), "Dog": record(kind={}, n={})}, "Pet")
    assert codec.is_valid({"kind": tag}) is (bool(name) or keyword == "anyOf")
    if codec.is_valid({"kind": tag}):
        assert type(codec.decode({"kind": tag})).__name__ == (name or "Cat")


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize("beside", BESIDE, ids=str)
@pytest.mark.parametrize(
    ("value", "causes"),
    [
        ({"kind": "Cat"}, ["$: 'a' is missing"]),
        ({"kind": "dog", "a": []}, ["$.a: [] is not of type string"]),
        ({"kind": "Cat", "a": {"b": 1}}, ['$.a: {"b": 1} is not of type integer']),
    ],
)
def test_where_no_member_matches_the_one_that_the_discriminator_names_tells_why(
    value: Json, causes: list[str], beside: Json, keyword: str
) -> None:
    members = [ref(name) for name in ("Cat", "Dog", "Fox")]
    discriminator = {"propertyName": "kind", "mapping": {"dog": "Dog"}}
    pet = {keyword: members, "discriminator": discriminator, **beside}
    kinds = {
        name: record(("kind", "a"), kind=STRING, a=schema)
        for name, schema in {"Cat": INTEGER, "Dog": STRING, "Fox": record(b=STRING)}.items()
    }
    kinds["Fox"]["properties"]["kind"] = {"enum": ["fox"]}
    (problem,) = problems(component({"Pet": pet, **kinds}, "Pet"), value)
    assert [str(cause) for cause in problem.causes] == causes


COLORS = record(k={"enum": ["a", "b"]}, color={"enum": ["red", "blue"]})
KINDS = ("a", 1), ("b", "x")
BASE = record(("k",), k=STRING)
LISTED_BY_EACH = [
    (
        [{"allOf": [BASE, {"properties": {"k": {"const": k}}}]} for k, _ in KINDS],
        {"k": "d"},
        ["a", "b"],
    ),
    ([{"allOf": [COLORS, record(k={"const": k})]} for k, _ in KINDS], {"k": "d"}, ["a", "b"]),
    ([record(k={"const": k}, n={"const": n}) for k, n in KINDS], {"k": "d", "n": 2}, ["a", "b"]),
    ([COLORS, record(k={"enum": ["b", 1]}, n=INTEGER)], {"k": "d", "n": ""}, ["a", "b", 1]),
    ([COLORS, record(k={"enum": [1, True]}, n=INTEGER)], {"k": 2}, ["a", "b", 1, True]),
]


@pytest.mark.parametrize("keyword", ["oneOf", "anyOf"])
@pytest.mark.parametrize(("members", "value", "values"), LISTED_BY_EACH)
def test_of_a_value_that_each_member_has_a_list_for_all_lists_are_told(
    members: Json, value: Json, values: list[Json], keyword: str
) -> None:
    (problem,) = problems(root({keyword: members}), value)
    (cause,) = problem.causes
    told = (cause.path, cause.keyword, str(cause.expected), cause.actual)
    assert told == ("$.k", "enum", str(values), value["k"])


MAYBE = [{"type": "string", "nullable": True}, {"type": "integer", "nullable": True}]
NULL, OR_NULL = {"type": "null"}, {"type": ["string", "null"]}
NULL_IN_UNIONS = [
    ({"oneOf": MAYBE}, False),
    ({"oneOf": MAYBE, "nullable": True}, True),
    ({"anyOf": MAYBE}, True),
    ({"oneOf": [MAYBE[0], INTEGER]}, True),
    ({"anyOf": [STRING, {"enum": [None]}]}, True),
    ({"anyOf": [STRING, {**STRING, "enum": [None]}]}, False),
    ({"anyOf": [STRING, {**STRING, "enum": [None], "nullable": True}]}, True),
    ({"anyOf": [STRING, {"enum": [None], "not": {}}]}, False),
    ({"oneOf": [STRING], **OR_NULL}, False),
    ({"oneOf": [STRING, NULL], **OR_NULL}, True),
    ({"anyOf": [STRING, NULL], **STRING}, False),
    ({"anyOf": [STRING, OR_NULL], **STRING}, False),
    ({"anyOf": [INTEGER, OR_NULL]}, True),
    ({"anyOf": [INTEGER, {**OR_NULL, "allOf": [STRING]}]}, False),
    ({"anyOf": [INTEGER, {**OR_NULL, "not": NULL}, NULL]}, True),
    ({"oneOf": [INTEGER, {**OR_NULL, "not": NULL}, {"enum": [1, None]}]}, True),
]


@pytest.mark.parametrize(("schema", "valid"), NULL_IN_UNIONS)
def test_null_is_valid_in_a_union_where_one_of_its_members_has_it(
    schema: Json, valid: bool
) -> None:
    codec = component({"A": record(a=schema)}, "A")
    assert codec.is_valid({"a": None}) is valid
    assert comes_back(codec, {"a": "x"})
    assert valid == comes_back(codec, {"a": None}) if valid else problems(codec, {"a": None})
