"""Python values for formats and numbers, which come back in the spelling that they had."""

from __future__ import annotations

import pickle
from collections import OrderedDict
from collections.abc import Callable
from copy import copy, deepcopy
from datetime import UTC, date, datetime, time, timedelta, timezone
from decimal import Decimal
from time import tzset
from typing import Any
from uuid import UUID

import pytest

from generator.compiled import compile
from tests.codecs import INTEGER, NUMBER, Json, comes_back, component, problems, record, root

FORMATS = [
    ("date-time", "2024-02-29T12:30:00Z", datetime(2024, 2, 29, 12, 30, tzinfo=UTC)),
    ("date-time", "2024-02-29t12:30:00.000+00:00", datetime(2024, 2, 29, 12, 30, tzinfo=UTC)),
    ("date-time", "2024-02-29T12:30:00.123456789Z", None),
    ("date-time", "2016-12-31T23:59:60Z", None),
    ("date", "2024-02-29", date(2024, 2, 29)),
    ("time", "12:30:00Z", time(12, 30, tzinfo=UTC)),
    ("time", "12:30:00.50+00:00", None),
    ("uuid", "123e4567-e89b-42d3-a456-426614174000", UUID("123e4567-e89b-42d3-a456-426614174000")),
    ("uuid", "123E4567-E89B-42d3-a456-426614174000", UUID("123e4567-e89b-42d3-a456-426614174000")),
    ("decimal", "1.50", Decimal("1.50")),
    ("decimal", "+1e3", Decimal("1e3")),
    ("byte", "aGk=", b"hi"),
    ("byte", "aGl=", b"hi"),
    ("byte", "aG\r\nk=\n", b"hi"),
]  # fmt: skip


@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_a_format_is_a_python_value_that_keeps_its_spelling(
    word: str, text: str, made: Any
) -> None:
    codec = component({"A": {"type": "string", "format": word}}, "A")
    found = codec.decode(text)
    assert type(found) is not str
    assert made is None or found == made
    assert codec.encode(found) == text


@pytest.mark.parametrize("text", ["NaN", "sNaN", "-Infinity", "one"])
def test_what_is_no_decimal_stays_a_string(text: str) -> None:
    codec = component({"A": record(a={"type": "string", "format": "decimal"})}, "A")
    found = codec.decode({"a": text})
    assert found.a == text
    assert found == codec.loads(codec.dumps(found))


@pytest.mark.parametrize("again", [copy, deepcopy, lambda made: pickle.loads(pickle.dumps(made))])
@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_copies_and_pickles_keep_the_spelling(
    word: str, text: str, made: Any, again: Callable[[Any], Any]
) -> None:
    codec = component({"A": {"type": "string", "format": word}}, "A")
    found = codec.decode(text)
    assert again(found) == found
    assert codec.encode(again(found)) == text


@pytest.mark.parametrize(("word", "text", "made"), FORMATS)
def test_formats_may_stay_strings(word: str, text: str, made: Any) -> None:
    codec = root({"type": "string", "format": word}, plain_formats=True)
    assert codec.decode(text) == text


@pytest.mark.parametrize(
    ("made", "text"),
    [
        (datetime(2024, 7, 1, 12), "2024-07-01T10:00:00Z"),
        (datetime(2024, 1, 1), "2023-12-31T23:00:00Z"),
        (datetime(1800, 1, 1, microsecond=5), "1799-12-31T23:00:00.000005Z"),
        (datetime.min, "0001-01-01T00:00:00Z"),
        (
            datetime(2024, 7, 1, 12, tzinfo=timezone(timedelta(hours=5))),
            "2024-07-01T12:00:00+05:00",
        ),
    ],
    ids=str,
)
def test_a_datetime_without_a_zone_is_local_as_in_python(
    made: datetime, text: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    codec = component({"A": {"type": "string", "format": "date-time"}}, "A")
    monkeypatch.setenv("TZ", "CET-1CEST,M3.5.0,M10.5.0/3")
    tzset()
    written = codec.encode(made)
    monkeypatch.undo()
    tzset()
    assert written == text
    assert codec.is_valid(written)


@pytest.mark.parametrize("value", [1.5, 1, 1.0, 10**30, 0.1])
def test_a_decimal_number_comes_back_as_it_was(value: Json) -> None:
    codec = component({"A": {"type": "number", "format": "decimal"}}, "A")
    assert codec.decode(value) == Decimal(str(value))
    assert comes_back(codec, value)


CONDITIONS: list[Json] = [{}, {"unevaluatedProperties": False}, {"not": {"required": ["b"]}}]


@pytest.mark.parametrize("beside", CONDITIONS, ids=["plain", "unevaluated", "not"])
@pytest.mark.parametrize(
    ("schema", "made", "value"),
    [
        (NUMBER, Decimal("1.50"), 1.5),
        ({**NUMBER, "type": ["number", "null"]}, Decimal(2), 2),
        ({**NUMBER, "maximum": 5}, Decimal("1E+1"), 10.0),
        ({**NUMBER, "default": 1}, Decimal("1.5"), 1.5),
        ({"type": "array", "items": NUMBER}, [Decimal("1.5")], [1.5]),
        ({"type": "array", "items": [NUMBER]}, [Decimal("1.5")], [1.5]),
        ({"type": "object", "additionalProperties": NUMBER}, {"a": Decimal("1.5")}, {"a": 1.5}),
        ({"anyOf": [NUMBER, {"type": "boolean"}]}, Decimal("1.5"), 1.5),
        ({"anyOf": [NUMBER, {"type": "string"}]}, Decimal("1.5"), 1.5),
        ({**NUMBER, "type": "string"}, Decimal("1.50"), "1.50"),
    ],
)
def test_a_decimal_is_a_number_or_a_string_as_its_type_says(
    beside: Json, schema: Json, made: Any, value: Json
) -> None:
    cls = compile({**record(a=schema), **beside}, dialect="2019-09")["#"].cls
    assert cls is not None
    assert cls(a=made).to_dict() == {"a": value}
    info = {"title": "A", "version": "1"}
    components = {"schemas": {"A": schema}}
    api = {"openapi": "3.0.3", "info": info, "components": components}
    assert compile(api)["#/components/schemas/A"].encode(made) == value


def test_decimals_of_other_members_are_numbers_too() -> None:
    cls = root({**record(a=INTEGER), "additionalProperties": NUMBER}).cls
    assert cls is not None
    assert cls(additional_properties={"b": Decimal("1.5")}).to_dict() == {"b": 1.5}


def test_a_value_that_was_changed_is_spelled_as_usual() -> None:
    codec = component({"A": record(at={"type": "string", "format": "date-time"})}, "A")
    made = codec.decode({"at": "2024-02-29t12:30:00.000+00:00"})
    made.at = made.at.replace(year=2028)
    assert codec.encode(made) == {"at": "2028-02-29T12:30:00Z"}


NOT_JSON = [
    (OrderedDict(a=1), '$: OrderedDict {"a": 1} is not of type object'),
    ({"a": 1, "o": OrderedDict(b=2)}, '$.o: OrderedDict {"b": 2} is not of type object'),
    ({"a": 1, "l": ("x",)}, '$.l: tuple ["x"] is not of type array'),
    ({"a": {1}}, '$.a: set "{1}" is not of type integer'),
]


@pytest.mark.parametrize("beside", [{}, {"if": {"required": ["b"]}, "then": {"maxProperties": 1}}])
@pytest.mark.parametrize(("value", "message"), NOT_JSON)
def test_what_only_resembles_a_json_value_is_refused(
    beside: Json, value: Any, message: str
) -> None:
    inner = record(b={"type": "integer"})
    codec = root({**record(a=INTEGER, o=inner, l={"type": "array"}), **beside})
    assert [str(problem) for problem in problems(codec, value)] == [message]
    assert not codec.is_valid(value)
