"""Items of arrays."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, request, verdicts
from generator.diff.review import diff

ARRAY = {"type": "array"}
NARROWED = [
    (ARRAY, {**ARRAY, "items": STRING}),
    (ARRAY, {**ARRAY, "contains": STRING}),
    ({**ARRAY, "contains": STRING}, {**ARRAY, "contains": STRING, "minContains": 2}),
    ({**ARRAY, "contains": STRING}, {**ARRAY, "contains": STRING, "maxContains": 2}),
    ({**ARRAY, "prefixItems": [STRING]}, {**ARRAY, "prefixItems": [STRING, INTEGER]}),
    ({**ARRAY, "prefixItems": [STRING]}, {**ARRAY, "prefixItems": [STRING], "items": False}),
]
TABLE = [
    *((old, new, "breaking", "compatible") for old, new in NARROWED),
    *((new, old, "compatible", "breaking") for old, new in NARROWED),
    (
        {**ARRAY, "contains": STRING, "minContains": 0, "maxContains": 1},
        {**ARRAY, "contains": {"maxLength": 3}, "minContains": 0, "maxContains": 1},
        "breaking",
        "breaking",
    ),
    # What matches counts against a limit, if there is one in both.
    (
        {**ARRAY, "contains": {}},
        {**ARRAY, "contains": STRING, "maxContains": 3},
        "breaking",
        "compatible",
    ),
    ({**ARRAY, "items": STRING}, {**ARRAY, "items": INTEGER}, "breaking", "breaking"),
    (
        {**ARRAY, "maxItems": 0, "items": STRING},
        {**ARRAY, "maxItems": 0, "items": INTEGER},
        "unchanged",
        "unchanged",
    ),
    ({**ARRAY, "items": STRING}, {**ARRAY, "items": {"anyOf": [STRING]}}, "unchanged", "unchanged"),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


PREFIXES: list[tuple[list[Any], list[Any], str]] = [
    # The schemas by position before and after, beside `items: false`, and what is told.
    ([STRING], [STRING, INTEGER], "items at index 1 are valid now"),
    ([STRING, INTEGER], [STRING], "items at index 1 are not valid any more"),
    ([], [INTEGER], "items at index 0 are valid now"),
]


@pytest.mark.parametrize(("old", "new", "message"), PREFIXES)
def test_a_position_is_named(old: list[Any], new: list[Any], message: str) -> None:
    sides = ({**ARRAY, "prefixItems": one, "items": False} for one in (old, new))
    (found,) = diff(*map(request, sides)).findings
    assert found.message == message
