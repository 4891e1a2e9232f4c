"""Deprecation, sunset, stability."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from diff.descriptions import DONE, STRING, describe, operation, query, request, response, said
from generator.diff.review import diff

NONE = describe({})


def fading(sunset: str | None = None) -> dict[str, Any]:
    return operation(deprecated=True, **({"x-sunset": sunset} if sunset else {}))


def at(level: str, **members: Any) -> dict[str, Any]:
    return operation(**{"x-stability-level": level}, **members)


TABLE = [
    (operation(), fading(), "compatible"),
    (fading(), operation(), "compatible"),
    (operation(), NONE, "breaking"),
    (fading(), NONE, "risky"),
    (fading("2999-01-01"), NONE, "breaking"),
    (fading("2020-01-01"), NONE, "compatible"),
    (fading(), fading("2999-01-01"), "compatible"),
    (fading("2999-01-01"), fading(), "risky"),
    (fading("2999-01-01"), fading("2998-01-01"), "risky"),
    (fading("2998-01-01"), fading("2999-01-01"), "compatible"),
    (fading("2999-01-01"), fading("soon"), "risky"),
    (at("stable"), at("alpha"), "risky"),
    (at("alpha"), at("stable"), "compatible"),
    (at("stable"), at("final"), "risky"),
    # What is a draft or in alpha may change at will.
    (
        at("draft"),
        at("draft", parameters=query(STRING, required=True)["paths"]["/x"]["post"]["parameters"]),
        "compatible",
    ),
    (
        at("beta"),
        at("beta", parameters=query(STRING, required=True)["paths"]["/x"]["post"]["parameters"]),
        "breaking",
    ),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


def test_a_parameter_that_several_had_is_told_once() -> None:
    gone = {**query(STRING)["paths"]["/x"]["post"]["parameters"][0], "deprecated": True}
    gone["x-sunset"] = "2020-01-01"
    both = {"get": {"responses": DONE}, "post": {"responses": DONE}}
    old = describe({"/x": {"parameters": [gone], **both}})
    (found,) = diff(old, describe({"/x": both})).findings
    assert found.operations == ("GET /x", "POST /x")


@pytest.mark.parametrize("wrap", [request, response])
def test_a_property_that_was_deprecated_breaks_whoever_relies_on_it(wrap: Any) -> None:
    old = {"type": "string", "deprecated": True, "x-sunset": "2020-01-01"}
    closed = {"type": "object", "additionalProperties": wrap is response}
    had, has = {**closed, "properties": {"a": STRING, "old": old}}, {"a": STRING}
    (found,) = diff(wrap(had), wrap({**closed, "properties": has})).findings
    assert (found.code, found.level) == ("property-removed", "breaking")


@pytest.mark.parametrize(
    ("old", "new", "gone"),
    [
        (fading("2026-05-04"), NONE, "operation"),
        (query(STRING, deprecated=True, **{"x-sunset": "2026-05-04"}), operation(), "parameter"),
    ],
)
def test_a_sunset_is_past_on_the_day_of_the_comparison(old: Any, new: Any, gone: str) -> None:
    codes = [diff(old, new, date(2026, 5, day)).findings[0].code for day in (3, 4)]
    assert codes == [f"{gone}-removed-before-sunset", f"{gone}-removed-after-sunset"]
