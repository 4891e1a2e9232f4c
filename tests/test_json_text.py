"""JSON text, with and without `orjson`."""

from __future__ import annotations

import json
from copy import deepcopy
from decimal import Decimal
from math import inf, nan
from typing import Any

import pytest

from generator.targets.python import _runtime, _text
from generator.targets.python._runtime import UNSET, DecodeError
from tests.codecs import INTEGER, NUMBER, OBJECT, STRING, Json, record, root

TEXTS = [
    '{"b":1.0,"a":2.0,"zz":[null]}',
    '{"b":123456789012345678901234567890,"a":1}',
    '{"zz":"\u00e9\U0001f600","b":1e100}',
]


def without_orjson(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let the runtime be as where `orjson` is not installed."""
    for module in (_runtime, _text):
        monkeypatch.setattr(module, "orjson", None)


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("text", TEXTS)
def test_text_comes_back_with_and_without_orjson(
    text: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    codec = root(OBJECT)
    assert codec.cls is not None
    for data in (text, text.encode(), bytearray(text.encode()), memoryview(text.encode())):
        made = codec.cls.from_json(data)
        assert json.loads(made.to_json()) == json.loads(text)
        assert list(json.loads(made.to_json())) == list(json.loads(text))
        assert json.loads(codec.dumps(codec.loads(data))) == json.loads(text)


ANY_NUMBER = {"type": "number"}
LONG = 3**50
TAKES_LONG_NUMBERS = [
    {},
    {"minimum": 0},
    {"maximum": 10**40},
    {"enum": [LONG, 1]},
    {"not": {"type": "string"}},
    ANY_NUMBER,
    {**ANY_NUMBER, "minimum": 10**19},
    {**ANY_NUMBER, "maximum": 10**40, "exclusiveMinimum": 0},
    {**ANY_NUMBER, "multipleOf": 3},
    {"type": ["number", "string"], "minimum": 0},
    {"anyOf": [{"type": "string"}, ANY_NUMBER]},
    INTEGER,
    NUMBER,
]
PLACES = {
    "root": (lambda schema: schema, LONG),
    "member": (lambda schema: record(a=schema), {"a": LONG}),
    "member of a member": (lambda schema: record(n=record(a=schema)), {"n": {"a": LONG}}),
    "unknown member": (lambda schema: record(b=schema), {"zz": LONG}),
    "where a list may be": (lambda schema: {"items": schema}, LONG),
    "where an object may be": (lambda schema: {"properties": {"a": schema}}, LONG),
    "where a map may be": (lambda schema: {"additionalProperties": schema}, LONG),
    "where a tuple may be": (lambda schema: {"prefixItems": [schema]}, LONG),
    "only unknown members": (lambda schema: {"type": "object"}, {"zz": [LONG]}),
    "value": (lambda schema: {"type": "object", "additionalProperties": schema}, {"k": LONG}),
    "item": (lambda schema: {"type": "array", "items": schema}, [LONG]),
    "item of a member": (lambda schema: record(a={"items": schema}), {"a": [LONG, LONG]}),
    "tuple": (lambda schema: {"type": "array", "prefixItems": [schema, schema]}, [LONG, LONG]),
    "rest": (lambda schema: {"type": "array", "prefixItems": [INTEGER]}, [LONG, LONG]),
}


@pytest.mark.parametrize("place", PLACES)
@pytest.mark.parametrize("schema", TAKES_LONG_NUMBERS)
def test_no_number_is_rounded_on_its_way_from_text(schema: Json, place: str) -> None:
    around, value = PLACES[place]
    codec = root(around(schema))
    assert codec.encode(codec.loads(json.dumps(value))) == value


PRECISE = "12345678901234567.89"
LONG_DECIMALS = [PRECISE, "-0.12345678901234567890123", "1.00000000000000000001", f"{LONG}.5"]
DECIMALS = [
    (record(a=NUMBER), '{"a":@}'),
    ({**record(a=NUMBER), "additionalProperties": {"type": "number"}}, '{"zz":@,"a":@,"b":1.5}'),
    ({**record(a=NUMBER, b={"minimum": 0}), "not": {"required": ["c"]}}, '{"a":@,"b":1.0}'),
    (record(n=record(a=NUMBER, b={"type": "number"})), '{"n":{"a":@,"b":1.5}}'),
    ({"anyOf": [record(("b",), b=STRING), record(a=NUMBER)]}, '{"a":@,"zz":"\u00e9"}'),
    ({"type": "array", "items": {**NUMBER, "multipleOf": 1e-25}}, "[@,1,2.5,@]"),
    ({"additionalProperties": NUMBER}, '{"x":@,"y":0.30000000000000004}'),
]


@pytest.mark.parametrize("strictness", ["strict", "types"])
@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("number", LONG_DECIMALS)
@pytest.mark.parametrize(("schema", "text"), DECIMALS)
def test_a_decimal_keeps_all_digits_of_a_text(
    schema: Json,
    text: str,
    number: str,
    fast: bool,
    strictness: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    codec, text = root(schema, strictness=strictness), text.replace("@", number)
    made = codec.loads(text)
    assert f"Decimal('{number}')" in repr(made)
    assert codec.dumps(made) == codec.dumps(deepcopy(made)) == text.encode()
    assert json.loads(json.dumps(codec.encode(made))) == json.loads(text)


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("number", [*LONG_DECIMALS, "1.5", "0.1", "1E-7"])
def test_a_decimal_is_written_with_all_its_digits(
    number: str, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    codec = root(record(a=NUMBER))
    assert codec.cls is not None
    written = codec.dumps(codec.cls(a=Decimal(number)))
    assert Decimal(written.decode()[5:-1]) == Decimal(number)
    assert codec.loads(written).a == Decimal(number)


@pytest.mark.parametrize("text", ["9805551515654398e-15", "1234567890123456e2", "0.1e1"])
def test_a_decimal_is_the_number_of_the_text(text: str) -> None:
    assert root(record(a=NUMBER)).loads(f'{{"a":{text}}}').a == Decimal(text)


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
def test_names_stay_texts_once_there_was_a_long_decimal(
    fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    codec = root(record(a=NUMBER))
    long = codec.loads(f'{{"a":{PRECISE}}}')
    assert codec.cls is not None
    made = codec.cls(additional_properties={"u": {1: [2.5, long.a]}})
    assert made.to_json() == f'{{"u":{{"1":[2.5,{PRECISE}]}}}}'.encode()


def test_a_number_that_is_no_decimal_is_a_plain_float() -> None:
    made = root(record(a={"type": "number"})).loads(f'{{"a":{PRECISE},"zz":{PRECISE}}}')
    assert (type(made.a), type(made.additional_properties["zz"])) == (float, float)


NOT_JSON = [
    *("", "{", "{'a': 1}", '{"b": NaN}', '{"b": 01}', "[1,]", '"\ud800"', '\ufeff{"b":1}'),
    *(b"\xff", b'{"b":1,"\xed\xa0\x80":1}', '{"b":1}'.encode("utf-16")),
]


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("text", NOT_JSON)
def test_text_that_is_not_json_is_a_problem(
    text: str | bytes, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    with pytest.raises(DecodeError) as raised:
        root(OBJECT).loads(text)
    assert [problem.keyword for problem in raised.value.problems] == ["json"]


@pytest.mark.parametrize("data", [5, None, {"b": 1}])
def test_what_is_no_text_is_a_mistake_of_the_call(data: Any) -> None:
    with pytest.raises(TypeError, match="JSON text is str or bytes, not"):
        root(OBJECT).loads(data)


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("number", [nan, inf, -inf])
def test_what_json_has_no_word_for_is_written_as_null(
    number: float, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    cls = root(OBJECT).cls
    assert cls is not None
    made = cls(b=number, additional_properties={"zz": [number, 1.5, {"\ud800": number}]})
    assert json.loads(made.to_json()) == {"b": None, "zz": [None, 1.5, {"\ud800": None}]}


@pytest.mark.parametrize("fast", [True, False], ids=["orjson", "json"])
@pytest.mark.parametrize("value", [UNSET, object()])
def test_what_is_no_json_value_is_not_written(
    value: Any, fast: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not fast:
        without_orjson(monkeypatch)
    cls = root(OBJECT).cls
    assert cls is not None
    with pytest.raises(TypeError, match=f"{type(value).__name__} is not JSON serializable"):
        cls(b=value).to_json()


def test_a_class_reads_and_writes_dicts() -> None:
    cls = root(OBJECT).cls
    assert cls is not None
    made = cls.from_dict({"b": 2, "a": 1})
    assert (made.a, made.b, made.to_dict()) == (1, 2, {"b": 2, "a": 1})
    assert made == cls(a=1, b=2)
    with pytest.raises(DecodeError):
        cls.from_dict({})
