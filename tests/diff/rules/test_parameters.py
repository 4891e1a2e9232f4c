"""Parameters: presence, place, serialisation."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import (
    DONE,
    INTEGER,
    STRING,
    codes,
    describe,
    json_content,
    operation,
    query,
    said,
)
from generator.diff.command import FORMATS
from generator.diff.review import diff

LIST = {"type": "array", "items": STRING}
NUMBERS = {"type": "array", "items": INTEGER}
OBJECT = {"type": "object", "properties": {"a": STRING}}
NONE = operation()


def at(path: str, name: str) -> dict[str, Any]:
    parameter = {"name": name, "in": "path", "required": True, "schema": STRING}
    return describe({path: {"get": {"responses": DONE, "parameters": [parameter]}}})


def placed(location: str, name: str = "q", **members: Any) -> dict[str, Any]:
    return operation(parameters=[{"name": name, "in": location, "schema": STRING, **members}])


ON_PATH = describe(
    {
        "/x": {
            "parameters": [{"name": "q", "in": "query", "schema": STRING}],
            "post": {"responses": DONE},
        }
    }
)
TABLE = [
    (NONE, query(STRING), "compatible"),
    (NONE, query(STRING, required=True), "breaking"),
    (query(STRING), NONE, "breaking"),
    (query(STRING), query(STRING, required=True), "breaking"),
    (query(STRING, required=True), query(STRING), "compatible"),
    (query(STRING), query(STRING, required=False), "unchanged"),
    (query(STRING), ON_PATH, "unchanged"),
    (query(STRING), query(STRING, deprecated=True), "compatible"),
    (query(STRING), query({**STRING, "default": "a"}), "risky"),
    (query({**STRING, "default": "a"}), query({**STRING, "default": "b"}), "risky"),
    # Serialisation, with its defaults written out.
    (query(LIST), query(LIST, style="form", explode=True), "unchanged"),
    (query(LIST), query(LIST, explode=False), "breaking"),
    (query(STRING), query(STRING, explode=False), "unchanged"),
    (query(LIST), query(LIST, style="pipeDelimited", explode=False), "breaking"),
    (query(OBJECT), query(OBJECT, style="deepObject", explode=True), "breaking"),
    (query(STRING, allowReserved=True), query(STRING), "breaking"),
    (query(STRING), query(STRING, allowReserved=True), "compatible"),
    (query(STRING, allowEmptyValue=True), query(STRING), "breaking"),
    (
        query(STRING),
        operation(parameters=[{"name": "q", "in": "query", "content": json_content(STRING)}]),
        "breaking",
    ),
    (query(STRING), placed("header"), "breaking"),
    (placed("header", "X-A"), placed("header", "x-a"), "unchanged"),
    (NONE, placed("cookie", required=True), "breaking"),
    # OpenAPI ignores these three: they are described elsewhere.
    (NONE, placed("header", "Authorization", required=True), "unchanged"),
    (at("/x/{a}", "a"), at("/x/{b}", "b"), "unchanged"),
    (at("/x/{a}", "a"), at("/y/{a}", "a"), "breaking"),
    # One value is written as a list of one, if no text can have the comma of a list in it.
    (query(STRING), query(LIST), "compatible"),
    (query(LIST), query(STRING), "breaking"),
    (query(STRING), query(LIST, explode=False), "breaking"),
    (query(INTEGER), query(NUMBERS, explode=False), "compatible"),
    (query(INTEGER), query(LIST), "compatible"),
    (query(STRING), query(NUMBERS), "breaking"),
    (query(INTEGER), query({**NUMBERS, "minItems": 2}), "breaking"),
    (query(STRING), query({**LIST, "contains": {"const": "a"}}), "breaking"),
    # Written as text, each number is a text that is valid.
    (query(INTEGER), query({"type": ["integer", "string"], "maximum": 3}), "compatible"),
    (
        query({"type": ["integer", "string"], "maximum": 3}),
        query({**INTEGER, "maximum": 3}),
        "breaking",
    ),
    (placed("header", "X-A"), placed("header", "X-A", schema=LIST), "breaking"),
    (
        placed("header", "X-A", schema=INTEGER),
        placed("header", "X-A", schema=NUMBERS),
        "compatible",
    ),
    (query(STRING, deprecated=True), NONE, "risky"),
    (query(STRING, deprecated=True, **{"x-sunset": "2020-01-01"}), NONE, "compatible"),
    (query(STRING, deprecated=True, **{"x-sunset": "2999-01-01"}), NONE, "breaking"),
]


PAGE = {"type": "object", "properties": {"page": INTEGER, "sort": LIST}}
FIRST = {**PAGE, "required": ["page"]}
ALONE = {"type": "object", "properties": {"page": INTEGER}, "required": ["page"]}
NESTED = {"type": "object", "properties": {"page": INTEGER, "q": OBJECT}}


def asked(**schemas: Any) -> dict[str, Any]:
    """A description of one operation with these query parameters."""
    listed = [{"name": name, "in": "query", "schema": of} for name, of in schemas.items()]
    return operation(parameters=listed)


def needed(page: Any) -> dict[str, Any]:
    return operation(parameters=[{"name": "page", "in": "query", "required": True, "schema": page}])


APART = asked(page=INTEGER, sort=LIST)
TABLE += [
    # An object that is written apart is its members: `page=1&sort=a`, in either case.
    (APART, query(PAGE), "unchanged"),
    (query(PAGE), APART, "unchanged"),
    (query(PAGE), asked(r=PAGE), "unchanged"),
    (asked(page=INTEGER), query(PAGE), "compatible"),
    (query(PAGE), asked(page=INTEGER), "breaking"),
    (asked(page=STRING, sort=LIST), query(PAGE), "breaking"),
    # Who sends one of several sends all that are required.
    (APART, query(FIRST), "breaking"),
    (query(FIRST), needed(INTEGER), "breaking"),
    (query(ALONE, required=True), needed(INTEGER), "unchanged"),
    (asked(page=INTEGER), query(ALONE), "unchanged"),
    # Otherwise it has its own name, or nobody knows how it is written.
    (APART, query(PAGE, style="deepObject"), "breaking"),
    (APART, query(PAGE, explode=False), "breaking"),
    (asked(page=INTEGER), query(NESTED), "breaking"),
    (asked(page=INTEGER), query({**PAGE, "additionalProperties": STRING}), "breaking"),
    (asked(page=INTEGER), operation(parameters=[]), "breaking"),
    (asked(q=PAGE, page=INTEGER), asked(page=INTEGER, r=PAGE), "breaking"),
]


TABLE += [
    # What is in a path is filled in, whoever describes it; what does not fill it is not sent.
    (describe({"/x/{id}": {"get": {"responses": DONE}}}), at("/x/{id}", "id"), "compatible"),
    (at("/x/{id}", "id"), describe({"/x/{id}": {"get": {"responses": DONE}}}), "compatible"),
    (at("/x/{id}", "ID"), at("/x/{id}", "id"), "compatible"),
    (at("/x/{id}", "id"), at("/x/{id}/y", "id"), "breaking"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


CODES = [
    (query(LIST), query(LIST, explode=False), ["parameter-explode-changed"]),
    # A style has an `explode` of its own, which is no further edit.
    (query(OBJECT), query(OBJECT, style="deepObject"), ["parameter-style-changed"]),
    (query(LIST, style="pipeDelimited"), query(LIST), ["parameter-style-changed"]),
    (query(INTEGER), query(NUMBERS), ["parameter-list-added"]),
    (query(NUMBERS), query(INTEGER), ["parameter-list-removed"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), CODES)
def test_codes(old: Any, new: Any, expected: list[str]) -> None:
    assert codes(diff(old, new)) == expected


def listed(*parameters: tuple[str, str, Any]) -> dict[str, Any]:
    """An operation with parameters: where each is, its name and its schema."""
    return operation(
        parameters=[
            {"in": where, "name": name, "schema": {**schema}} for where, name, schema in parameters
        ]
    )


SINCE, AFTER = ("query", "since", INTEGER), ("query", "after", INTEGER)
SUCCESSORS: list[tuple[Any, Any, list[str]]] = [
    (listed(SINCE), listed(AFTER), ["after"]),
    (listed(("header", "X-A", STRING)), listed(("header", "X-B", STRING)), ["X-B"]),
    (listed(SINCE), listed(("header", "after", INTEGER)), [""]),
    (listed(SINCE), listed(("query", "after", STRING)), [""]),
    (listed(SINCE), listed(AFTER, ("query", "before", INTEGER)), [""]),
    (listed(SINCE, ("query", "till", INTEGER)), listed(AFTER), ["", ""]),
]


@pytest.mark.parametrize(("old", "new", "successors"), SUCCESSORS)
def test_a_parameter_that_came_where_one_went(old: Any, new: Any, successors: list[str]) -> None:
    gone = [one for one in diff(old, new).findings if one.code == "parameter-removed"]
    assert [one.successor for one in gone] == successors


def test_a_parameter_of_another_name_is_told_as_such() -> None:
    told = FORMATS["text"](diff(listed(SINCE), listed(AFTER)))
    assert "the optional parameter is gone; is it after now?" in told
    assert "query parameter after: new optional parameter: integer" in told


def test_a_component_is_called_by_what_it_describes_as_well() -> None:
    components = {"parameters": {"Cursor": {"name": "after", "in": "query", "schema": STRING}}}
    with_it, without = (
        {**operation(parameters=listed), "components": components}
        for listed in ([{"$ref": "#/components/parameters/Cursor"}], [])
    )
    for versions in ((with_it, without), (without, with_it)):
        (found,) = diff(*versions).findings
        assert found.where == "parameter Cursor (query after)"


DIGITS, BYTE = {**STRING, "pattern": "^-?[0-9]+$"}, {**INTEGER, "minimum": 0, "maximum": 255}
FLAG, FEW = {"type": "boolean"}, {**INTEGER, "minimum": 1, "maximum": 2}
SPELLED = [
    # What the parameter was and is, and a value that breaks it, however it is read.
    (INTEGER, DIGITS, "compatible", None),
    (BYTE, {**STRING, "pattern": "^[0-9]+$", "maxLength": 3}, "compatible", None),
    (BYTE, {**STRING, "maxLength": 2}, "breaking", 255),
    ({**INTEGER, "format": "int64"}, {**STRING, "maxLength": 36}, "compatible", None),
    (INTEGER, {**STRING, "pattern": "^[0-9]+$"}, "breaking", -1),
    (INTEGER, {**STRING, "minLength": 1}, "compatible", None),
    (INTEGER, {**STRING, "format": "uuid"}, "breaking", 1),
    (INTEGER, {**STRING, "enum": ["1", "2"]}, "breaking", 0),
    (FEW, {**STRING, "enum": ["1", "2"]}, "compatible", None),
    ({"type": "number"}, {**STRING, "minLength": 1}, "compatible", None),
    (FLAG, {**STRING, "pattern": "^(true|false)$"}, "compatible", None),
    (FLAG, {**STRING, "maxLength": 4}, "breaking", False),
    ({**STRING, "pattern": "^[1-9][0-9]*$"}, INTEGER, "compatible", None),
    (DIGITS, INTEGER, "breaking", "0940"),
    ({**STRING, "pattern": "^[1-9][0-9]*$"}, {**INTEGER, "maximum": 99}, "breaking", "940"),
    (STRING, INTEGER, "breaking", "a"),
]


@pytest.mark.parametrize(("old", "new", "verdict", "value"), SPELLED)
def test_a_number_is_the_text_that_it_is_written_as(
    old: Any, new: Any, verdict: str, value: Any
) -> None:
    review = diff(query(old), query(new))
    shown = [found.witness.value for found in review.findings if found.witness]
    assert (said(review), shown) == (verdict, [] if value is None else [value])
