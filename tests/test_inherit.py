"""`all_of = "inherit"`: which class inherits from which, and that nothing else changes."""

from __future__ import annotations

import json
from typing import Any, get_type_hints

import pytest

from generator.compiled import Models, compile
from generator.config import Settings
from generator.targets.python._runtime import DecodeError, Model
from tests.codecs import INTEGER, STRING, Json, record, ref

INLINE = record(n=INTEGER)
SCHEMAS = {
    "Pet": record(("kind",), kind=STRING, born={"type": "string", "format": "date"}, inner=INLINE),
    "Tags": record(tags={"type": "array", "items": STRING, "default": ["new"]}),
    "Closed": record(a=STRING) | {"additionalProperties": False},
    "Text": STRING,
    "Cat": {"allOf": [ref("Pet"), record(("meow",), meow=INTEGER, friend=ref("Pet"))]},
    "Beside": {**ref("Pet"), **record(x=INTEGER)},
    "Kitten": {"allOf": [ref("Cat"), record(age={"type": "integer", "default": 1})]},
    "Last": {"allOf": [record(a=STRING), ref("Pet")]},
    "Two": {"allOf": [ref("Tags"), ref("Pet")]},
    "Bounded": {"allOf": [ref("Pet"), {"minProperties": 2, "not": {"required": ["no"]}}]},
    "Renamed": {"allOf": [ref("Pet")]},
    "Required": {"allOf": [ref("Pet"), {"required": ["born"]}]},
    "Retyped": {"allOf": [ref("Pet"), record(kind={"enum": ["a"]})]},
    "Typed": {"allOf": [ref("Pet"), {"type": "object", "additionalProperties": INTEGER}]},
    "Opened": {"allOf": [ref("Closed"), record(b=STRING)]},
    "Inline": {"allOf": [record(a=STRING), record(b=STRING)]},
    "Clashing": {"allOf": [record(**{"Kind": STRING}), ref("Pet")]},
    "Camel": record(fooBar=STRING),
    "Snake": {"allOf": [ref("Camel"), record(foo_bar=STRING)]},
}


def models(**settings: Any) -> Models:
    info = {"title": "Pets", "version": "1"}
    description = {"openapi": "3.1.0", "info": info, "components": {"schemas": SCHEMAS}}
    return compile(description, settings=Settings(**settings))


INHERITING, MERGING = models(all_of="inherit"), models()


def class_of(name: str, among: Models = INHERITING) -> type[Any]:
    found = among[f"#/components/schemas/{name}"].cls
    assert found is not None
    return found


@pytest.mark.parametrize(
    ("name", "base"),
    [
        ("Cat", "Pet"),
        ("Beside", "Pet"),
        ("Kitten", "Cat"),
        ("Last", "Pet"),
        ("Two", "Pet"),
        ("Bounded", "Pet"),
        ("Required", None),
        ("Retyped", None),
        ("Typed", None),
        ("Inline", None),
        ("Clashing", "Pet"),
        ("Snake", None),
        ("Pet", None),
    ],
)
def test_a_class_inherits_where_all_that_its_base_says_holds(name: str, base: str | None) -> None:
    assert class_of(name).__base__ is (class_of(base) if base else Model)
    assert class_of(name, MERGING).__base__ is Model


VALUES = [
    {"kind": "a"},
    {"kind": "a", "meow": 1},
    {"zz": [1], "meow": 1, "born": "2024-02-29", "kind": "a", "friend": {"yy": 1, "kind": "b"}},
    {"kind": "a", "tags": [], "inner": {"n": 1.0}},
    {"a": "x", "b": "y", "kind": "a"},
    {"kind": "a", "no": 1},
    {"born": "soon"},
    {},
    None,
]


@pytest.mark.parametrize("value", VALUES)
@pytest.mark.parametrize("name", list(SCHEMAS))
def test_inheriting_changes_no_value(name: str, value: Json) -> None:
    assert outcome(INHERITING, name, value) == outcome(MERGING, name, value)


def outcome(among: Models, name: str, value: Json) -> str:
    """What comes back, or what is wrong."""
    codec = among[f"#/components/schemas/{name}"]
    try:
        return json.dumps(codec.encode(codec.decode(value)))
    except DecodeError as error:
        return str(error)


def test_objects_of_a_class_are_of_its_base() -> None:
    kitten = class_of("Kitten")(kind="a", meow=2)
    assert isinstance(kitten, class_of("Pet"))
    assert kitten.to_dict() == {"kind": "a", "meow": 2, "age": 1}
    assert kitten != class_of("Cat")(kind="a", meow=2)
    assert class_of("Cat")(kind="a", meow=1, friend=kitten).to_dict()["friend"]["age"] == 1


def test_fields_are_declared_once_and_have_the_type_of_the_base() -> None:
    cat = class_of("Cat")
    assert cat.__slots__ == ("meow", "friend")
    assert not hasattr(cat(kind="a", meow=1), "__dict__")
    assert get_type_hints(cat)["inner"] == get_type_hints(class_of("Pet"))["inner"]


def test_annotations_name_models_that_are_not_imported_yet() -> None:
    hints = get_type_hints(class_of("Cat", models()))
    assert hints["friend"].__args__[0].__name__ == "Pet"
    assert hints["meow"] is int


# --- discriminators -------------------------------------------------------------------------------

TAGS = {"propertyName": "kind", "mapping": {"kitty": ref("Cat")["$ref"], "Pup": "Puppy"}}
FAMILY = {
    "Pet": record(("kind",), kind=STRING, name=STRING) | {"discriminator": TAGS},
    "Cat": {"allOf": [ref("Pet"), record(lives=INTEGER)]},
    "Dog": {
        "allOf": [ref("Pet"), record(("bark",), bark=STRING, friend=ref("Pet"))],
        "not": {"required": ["no"]},
    },
    "Puppy": {"allOf": [ref("Dog"), record(age=INTEGER)]},
    "Fish": {"allOf": [ref("Pet"), record(name={"enum": ["Nemo"]})]},
    "Pets": {"type": "array", "items": ref("Pet")},
}
KINDS = [
    ({"kind": "Cat", "lives": 9}, "Cat"),
    ({"zz": 1, "lives": 9, "kind": "kitty"}, "Cat"),
    ({"kind": "Dog", "bark": "a", "friend": {"kind": "Pup", "bark": "b", "age": 1}}, "Dog"),
    ({"kind": "Puppy", "bark": "b"}, "Puppy"),
    ({"kind": "Pup", "bark": "b", "age": 1}, "Puppy"),
    ({"kind": "Dog"}, "Pet"),
    ({"kind": "Dog", "bark": "a", "no": 1}, "Pet"),
    ({"kind": "Cat", "lives": "many"}, "Pet"),
    ({"kind": "Fish", "name": "Nemo"}, "Pet"),
    ({"kind": "Pet"}, "Pet"),
    ({"kind": "bird", "wings": 2}, "Pet"),
]


def family(**settings: Any) -> Models:
    info = {"title": "Pets", "version": "1"}
    description = {"openapi": "3.0.3", "info": info, "components": {"schemas": FAMILY}}
    return compile(description, settings=Settings(**settings))


NARROWING = family(all_of="inherit")


@pytest.mark.parametrize(("value", "name"), KINDS)
def test_a_discriminator_names_the_class_that_inherits(value: Json, name: str) -> None:
    codec = NARROWING["#/components/schemas/Pets"]
    (made,) = codec.decode([value])
    assert type(made) is class_of(name, NARROWING)
    assert isinstance(made, class_of("Pet", NARROWING))
    assert json.dumps(codec.encode([made])) == json.dumps([value])


def test_a_class_further_down_is_told_apart_as_well() -> None:
    puppy = class_of("Dog", NARROWING).from_dict({"kind": "Pup", "bark": "b"})
    assert type(puppy) is class_of("Puppy", NARROWING)


WRONG = [{"kind": "Cat", "name": 1}, {"lives": 9}, {"kind": 5}, [], None]


@pytest.mark.parametrize("value", [*WRONG, *(value for value, _ in KINDS)])
@pytest.mark.parametrize("name", ["Pet", "Cat", "Dog", "Puppy", "Fish"])
def test_a_discriminator_changes_no_verdict(name: str, value: Json) -> None:
    assert outcome(NARROWING, name, value) == outcome(family(), name, value)


def test_a_class_derived_by_hand_is_never_narrowed() -> None:
    pet: Any = class_of("Pet", NARROWING)

    class Mine(pet):  # type: ignore[misc]
        pass

    for made in (Mine.from_dict(KINDS[0][0]), Mine.from_json(json.dumps(KINDS[0][0]))):
        assert (type(made), made.to_dict()) == (Mine, KINDS[0][0])
