"""Bounds: lengths, limits, multiples, patterns, formats."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, codes, request, verdicts
from generator.diff.review import diff

NUMBER = {"type": "number"}
SMALL = {**INTEGER, "minimum": 0, "maximum": 255}
LIST: dict[str, Any] = {"type": "array", "items": STRING}
NARROWED = [
    (STRING, {**STRING, "maxLength": 5}),
    ({**STRING, "maxLength": 9}, {**STRING, "maxLength": 5}),
    (STRING, {**STRING, "minLength": 1}),
    ({**STRING, "minLength": 1}, {**STRING, "minLength": 2}),
    (NUMBER, {**NUMBER, "minimum": 0}),
    ({**NUMBER, "minimum": 0}, {**NUMBER, "exclusiveMinimum": 0}),
    ({**NUMBER, "maximum": 9}, {**NUMBER, "maximum": 8.5}),
    ({**INTEGER, "multipleOf": 2}, {**INTEGER, "multipleOf": 4}),
    (STRING, {**STRING, "pattern": "^a"}),
    ({**STRING, "pattern": "^[a-z]+$"}, {"const": "abc"}),
    ({**STRING, "pattern": "^.{3}$"}, {**STRING, "pattern": "^.{3}$", "maxLength": 2}),
    (STRING, {**STRING, "format": "uuid"}),
    ({**INTEGER, "format": "int64"}, {**INTEGER, "format": "int32"}),
    ({**INTEGER, "format": "int64"}, {**INTEGER, "format": "uint32"}),
    ({**INTEGER, "format": "uint16"}, {**INTEGER, "format": "uint8"}),
    ({**INTEGER, "minimum": 0}, {**INTEGER, "minimum": 0, "format": "uint64"}),
    ({**NUMBER, "format": "double"}, {**NUMBER, "format": "float"}),
    ({**NUMBER, "format": "double"}, {**INTEGER, "format": "int32"}),
    (LIST, {**LIST, "minItems": 1}),
    (LIST, {**LIST, "maxItems": 3}),
    (LIST, {**LIST, "uniqueItems": True}),
    ({"type": "object"}, {"type": "object", "minProperties": 1}),
    ({"type": "object"}, {"type": "object", "maxProperties": 1}),
]
REPLACED = [
    ({**INTEGER, "multipleOf": 4}, {**INTEGER, "multipleOf": 6}),
    ({**INTEGER, "format": "int32"}, {**INTEGER, "format": "uint32"}),
    ({**STRING, "format": "ipv4"}, {**STRING, "format": "ipv6"}),
    ({**STRING, "pattern": "^a"}, {**STRING, "pattern": "^b"}),
]
DATE = r"^\d{4}-\d\d-\d\d$"
HEX = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$"
TABLE = [
    *((old, new, "breaking", "compatible") for old, new in NARROWED),
    *((new, old, "compatible", "breaking") for old, new in NARROWED),
    *((old, new, "breaking", "breaking") for old, new in REPLACED),
    (STRING, {**STRING, "format": "colour"}, "risky", "risky"),
    (STRING, {**STRING, "format": "password"}, "unchanged", "unchanged"),
    (NUMBER, {**NUMBER, "format": "double"}, "unchanged", "unchanged"),
    (STRING, {**STRING, "minLength": 0}, "unchanged", "unchanged"),
    (STRING, {**STRING, "pattern": ".*"}, "unchanged", "unchanged"),
    ({**STRING, "pattern": "^.$"}, {**STRING, "pattern": r"^[^\n]$"}, "unchanged", "unchanged"),
    (
        {**STRING, "pattern": "^[a-z]{2,9}$"},
        {**STRING, "pattern": "^[a-z]+$", "minLength": 2, "maxLength": 9},
        "unchanged",
        "unchanged",
    ),
    (
        {**STRING, "pattern": "^[a-z]{2,9}$"},
        {**STRING, "pattern": "^[a-z]+$", "minLength": 1, "maxLength": 9},
        "compatible",
        "breaking",
    ),
    # All dates look like that, and more than dates.
    ({**STRING, "format": "date"}, {**STRING, "pattern": DATE}, "compatible", "breaking"),
    ({**STRING, "pattern": DATE}, {**STRING, "format": "date"}, "breaking", "compatible"),
    ({**STRING, "format": "date"}, {**STRING, "format": "ipv4"}, "breaking", "breaking"),
    ({**STRING, "format": "time"}, {"oneOf": [STRING, {}]}, "breaking", "breaking"),
    # A UUID may be in capitals.
    ({**STRING, "pattern": HEX}, {**STRING, "format": "uuid"}, "compatible", "breaking"),
    ({**STRING, "format": "uuid"}, {**STRING, "pattern": HEX}, "breaking", "compatible"),
    ({**STRING, "format": "uuid"}, {**STRING, "pattern": "^[^ ]*$"}, "compatible", "breaking"),
    (
        {**STRING, "format": "uuid"},
        {**STRING, "format": "uuid", "minLength": 36, "maxLength": 36},
        "compatible",
        "compatible",
    ),
    ({**STRING, "pattern": "^a$"}, {"const": "a"}, "unchanged", "unchanged"),
    ({**STRING, "pattern": "^(a|b)$"}, {"enum": ["a", "b"]}, "unchanged", "unchanged"),
    ({**INTEGER, "exclusiveMinimum": 0}, {**INTEGER, "minimum": 1}, "unchanged", "unchanged"),
    ({**INTEGER, "minimum": 0.5}, {**INTEGER, "minimum": 1}, "unchanged", "unchanged"),
    ({"enum": ["a"]}, {"enum": ["a"], "maxLength": 5}, "unchanged", "unchanged"),
    # A format that leaves no number out that the limits leave in.
    (SMALL, {**SMALL, "format": "int32"}, "unchanged", "unchanged"),
    ({**SMALL, "format": "int64"}, {**SMALL, "format": "uint8"}, "unchanged", "unchanged"),
    (SMALL, {**SMALL, "format": "int8"}, "breaking", "compatible"),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


MESSAGES = [
    ({"minimum": 0}, {"minimum": 1}, "the minimum went from 0 to 1"),
    ({"exclusiveMinimum": 0}, {"minimum": 0}, "the minimum went from 0 (exclusive) to 0"),
    ({"minimum": 0}, {"exclusiveMinimum": 0}, "the exclusive minimum went from 0 (inclusive) to 0"),
    ({"exclusiveMaximum": 9}, {"maximum": 9}, "the maximum went from 9 (exclusive) to 9"),
    ({"exclusiveMaximum": 9}, {"exclusiveMaximum": 8}, "the exclusive maximum went from 9 to 8"),
]


@pytest.mark.parametrize(("old", "new", "message"), MESSAGES)
def test_messages(old: Any, new: Any, message: str) -> None:
    (found,) = diff(request({**NUMBER, **old}), request({**NUMBER, **new})).findings
    assert found.message == message


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ({"exclusiveMaximum": 9}, {"maximum": 9}, "maximum-increased"),
        ({"maximum": 9}, {"exclusiveMaximum": 9}, "exclusive-maximum-decreased"),
        ({"exclusiveMinimum": 9}, {"minimum": 9}, "minimum-decreased"),
        ({"minimum": 9}, {"exclusiveMinimum": 9}, "exclusive-minimum-increased"),
    ],
)
def test_a_limit_that_may_be_reached(old: Any, new: Any, code: str) -> None:
    assert codes(diff(request({**NUMBER, **old}), request({**NUMBER, **new}))) == [code]


ROUNDED: list[tuple[Any, Any, list[str]]] = [
    # The bounds of numbers, those of integers, and what becomes smaller or larger besides the type.
    ({"minimum": 0.5}, {"minimum": 0.5}, []),
    ({"exclusiveMinimum": 0}, {"exclusiveMinimum": 0}, []),
    ({"exclusiveMaximum": 9.5}, {"maximum": 9}, []),
    ({"minimum": 0.5, "maximum": 9.5}, {"minimum": 0.5, "maximum": 7.5}, ["maximum"]),
    ({}, {"minimum": 0.5}, ["minimum"]),
]


@pytest.mark.parametrize(("numbers", "integers", "moved"), ROUNDED)
def test_a_bound_that_only_integers_round_is_not_told(
    numbers: Any, integers: Any, moved: list[str]
) -> None:
    versions = {**NUMBER, **numbers}, {**INTEGER, **integers}
    for old, new in (versions, versions[::-1]):
        first, *rest = codes(diff(request(old), request(new)))
        assert first in ("type-narrowed", "type-widened")
        assert [code.partition("-")[0] for code in rest] == moved
