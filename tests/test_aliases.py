"""Types that contain each other, are another name for one, or are derived by hand."""

from __future__ import annotations

import json
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, get_type_hints
from uuid import UUID

import pytest

from generator.compiled import compile
from generator.report import TypewrightError
from generator.targets.python._runtime import DecodeError
from tests.codecs import (
    INTEGER,
    STRING,
    Json,
    comes_back,
    component,
    described,
    problems,
    record,
    ref,
    root,
)


@pytest.mark.parametrize(
    "read",
    [
        lambda cls: dict(cls.__annotations__),  # as typing.get_type_hints of Python 3.14 does
        lambda cls: {**cls.__annotations__},
        lambda cls: dict(cls.__annotations__.items()),
        lambda cls: {name: cls.__annotations__[name] for name in cls.__annotations__},
    ],
)
def test_whoever_reads_annotations_finds_the_models_that_they_name(
    read: Callable[[Any], dict[str, str]],
) -> None:
    cls: Any = component({"Owner": record(pet=ref("Pet")), "Pet": record(a=INTEGER)}, "Owner").cls
    annotation = read(cls)["pet"]
    assert eval(annotation, vars(sys.modules[cls.__module__])).__args__[0].__name__ == "Pet"


def test_types_of_an_alias_in_another_module_can_be_asked_for() -> None:
    reference = {"oneOf": [{"type": "string", "format": "uuid"}, {"type": "integer"}]}
    dates = {"type": "array", "items": {"type": "string", "format": "date"}}
    fields = {name: ref(name) for name in ("Dates", "Reference")}
    schemas = {"Dates": dates, "Reference": reference, "A": record(("Dates",), **fields)}
    hints = get_type_hints(component(schemas, "A").cls)
    assert hints["dates"] == list[date]
    assert hints["reference"] == UUID | int | None


PAYMENT = {"oneOf": [ref("Card"), ref("Cash")]}
IN_ANNOTATIONS = [
    ({"anyOf": [ref("Cash"), ref("Card")]}, lambda card, cash: card | cash),
    ({**PAYMENT, "nullable": True}, lambda card, cash: card | cash | None),
    ({"type": "array", "items": ref("Of")}, lambda card, cash: list[card | cash]),
    ({"allOf": [ref("Of")], "nullable": True}, lambda card, cash: card | cash | None),
    ({"oneOf": [ref("Card"), STRING]}, lambda card, cash: card | str),
    ({"type": "object", "additionalProperties": ref("Cash")}, lambda _, cash: dict[str, cash]),
]


@pytest.mark.parametrize(("schema", "meant"), IN_ANNOTATIONS)
def test_any_module_may_ask_for_the_types_that_an_alias_names(
    schema: Json, meant: Callable[[Any, Any], Any]
) -> None:
    classes = {"Card": record(("no",), no=STRING), "Cash": record(("sum",), sum=INTEGER)}
    models = described({**classes, "Of": PAYMENT, "Paid": schema})
    module = models["#/components/schemas/Paid"]._decode.__module__
    paid = sys.modules[module].Paid
    assert module.replace("paid", "card") not in sys.modules

    def pay() -> None: ...

    pay.__annotations__ = {"plain": paid, "quoted": "list[paid]", "maybe": paid | None}
    hints = get_type_hints(pay, localns={"paid": paid})
    expected = meant(*(models[f"#/components/schemas/{name}"].cls for name in classes))
    assert hints == {"plain": expected, "quoted": list[expected], "maybe": expected | None}  # type: ignore[valid-type]


@pytest.mark.parametrize("value", [{"a": 1}, {"b": 1, "zz": [1], "a": 1.0}, {}])
def test_a_class_derived_by_hand_decodes_to_itself(value: Json) -> None:
    cls: Any = root(record(a=INTEGER, b={**INTEGER, "default": 2})).cls

    class WithMethod(cls):  # type: ignore[misc]
        def doubled(self) -> int:
            return 2 * self.b  # type: ignore[no-any-return]

    @dataclass(slots=True, kw_only=True)
    class WithField(cls):  # type: ignore[misc]
        seen: bool = False

    assert WithMethod.from_dict(value).doubled() in (2, 4)
    for derived in (WithMethod, WithField):
        assert type(derived.from_dict(value)) is derived
        made = derived.from_json(json.dumps(value))
        assert type(made) is derived
        assert json.dumps(made.to_dict()) == json.dumps(value)
        with pytest.raises(DecodeError):
            derived.from_dict({"a": "x"})
    assert not WithField.from_dict(value).seen


def test_an_alias_of_a_class_is_that_class() -> None:
    schemas = {
        "A": record(a=INTEGER),
        "E": {"type": "string", "enum": ["x"]},
        "OfClass": {"$ref": "#/components/schemas/A"},
        "OfAlias": {"allOf": [{"$ref": "#/components/schemas/OfClass"}]},
        "OfEnum": {"$ref": "#/components/schemas/E"},
        "OfOne": {"oneOf": [{"$ref": "#/components/schemas/A"}]},
        "OrNull": {"allOf": [{"$ref": "#/components/schemas/A"}], "nullable": True},
    }
    info = {"title": "Shop", "version": "1"}
    description = {"openapi": "3.0.3", "info": info, "components": {"schemas": schemas}}
    models = compile(description)
    classes = {name: models[f"#/components/schemas/{name}"].cls for name in schemas}
    assert classes["A"] is classes["OfClass"] is classes["OfAlias"] is classes["OfOne"] is not None
    assert classes["E"] is classes["OfEnum"] is not None
    assert classes["OrNull"] is None
    assert type(classes["A"].from_dict({"a": 1})) is classes["A"]


def test_a_text_of_one_line_is_compiled() -> None:
    for text in ('{"type": "integer"}', b"type: integer"):
        assert compile(text)["#"].decode(1) == 1


@pytest.mark.parametrize("text", ["", " ", "\n", b"", b"# nothing"])
def test_a_text_that_holds_nothing_is_told(text: str | bytes) -> None:
    with pytest.raises(TypewrightError, match="holds nothing"):
        compile(text)


ORDER = {"$defs": {"Order": record(a=INTEGER), "Item": {}}}
SHOP = {"openapi": "3.1.0", "info": {"title": "Shop", "version": "1"}, "paths": {}}


@pytest.mark.parametrize(
    ("described", "asked", "told"),
    [
        (ORDER, "Order", "; did you mean '#/$defs/Order'?"),
        (ORDER, "#/$defs/Ordr", "; did you mean '#/$defs/Order'?"),
        ({**SHOP, "components": {"schemas": ORDER["$defs"]}}, "order", "/schemas/Order'?"),
        ({**SHOP, "components": {"schemas": ORDER["$defs"]}}, "Customer", "at 'Customer'"),
    ],
)
def test_a_schema_that_is_not_there_is_told_with_the_one_that_is_meant(
    described: Json, asked: str, told: str
) -> None:
    with pytest.raises(KeyError) as raised:
        compile(described)[asked]
    assert str(raised.value.args[0]).endswith(told)


def test_a_schema_that_only_defines_others_lets_everything_be() -> None:
    models = compile(ORDER)
    assert list(models) == ["#", "#/$defs/Order", "#/$defs/Item"]
    assert repr(models) == "Models('#', '#/$defs/Order', '#/$defs/Item')"
    assert models["#"].decode([1, None]) == [1, None]


LOST = {"$ref": "#/components/schemas/Lost"}


@pytest.mark.parametrize(
    ("section", "found"),
    [
        ("responses", {"description": "", "content": {"application/json": {"schema": LOST}}}),
        ("parameters", {"name": "p", "in": "query", "schema": LOST}),
    ],
)
def test_what_only_operations_would_use_stops_no_model(section: str, found: Json) -> None:
    schemas = {"Order": {"type": "integer"}}
    components = {section: {"X": found}, "schemas": schemas}
    assert compile({**SHOP, "components": components})["#/components/schemas/Order"].is_valid(1)


def test_a_type_may_contain_itself() -> None:
    tree = record(
        ("v",), v=INTEGER, next={"$ref": "#"}, all={"type": "array", "items": {"$ref": "#"}}
    )
    codec = root(tree)
    value = {"v": 1, "next": {"all": [{"v": 3}], "v": 2}}
    made = codec.decode(value)
    assert type(made.next.all[0]) is type(made) is codec.cls
    assert comes_back(codec, value)
    found = problems(codec, {"v": 1, "next": {"v": 2, "all": [{"v": 3}, {"v": "x"}]}})
    assert [p.path for p in found] == ["$.next.all[1].v"]


def test_types_may_contain_each_other() -> None:
    codec = component(
        {
            "Shop": record(owner={"$ref": "#/components/schemas/Person"}),
            "Person": record(
                shops={"type": "array", "items": {"$ref": "#/components/schemas/Shop"}}
            ),
        },
        "Shop",
    )
    assert comes_back(codec, {"owner": {"shops": [{"owner": {}}]}})


B = {"$ref": "#/components/schemas/B"}
ALIASES = [
    ({"A": B, "B": STRING}, "a", 1),
    ({"A": {"type": "array", "items": B}, "B": INTEGER}, [1], ["a"]),
    ({"A": {"type": "object", "additionalProperties": INTEGER}}, {"a": 1}, {"a": "b"}),
    ({"A": {"oneOf": [STRING, INTEGER]}}, 1, 1.5),
    ({"A": {"allOf": [B]}, "B": record(x=INTEGER)}, {"x": 1}, {"x": "a"}),
    ({"A": {"nullable": True, "type": "string"}}, None, 1),
]


@pytest.mark.parametrize(("schemas", "valid", "invalid"), ALIASES)
def test_an_alias_decodes_as_what_it_stands_for(schemas: Json, valid: Json, invalid: Json) -> None:
    codec = component(schemas, "A")
    assert comes_back(codec, valid)
    assert problems(codec, invalid)


def test_a_class_of_hundreds_of_fields_is_decoded_in_parts() -> None:
    names = [f"field_{number}" for number in range(250)]
    codec = root(record(tuple(names), **{n: {"type": "integer"} for n in names}))
    value = {name: number for number, name in enumerate(names)}
    for given in (value, dict(reversed(value.items())), {"other": None, **value}):
        assert list(codec.encode(codec.decode(given)).items()) == list(given.items())
    wrong = dict.fromkeys(names[:200], "")
    assert len(problems(codec, wrong)) == 250
