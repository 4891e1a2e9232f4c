"""Listed values: enum and const."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import request, verdicts
from generator.diff.review import diff

A, B, AB = ({"type": "string", "enum": list(values)} for values in ("a", "b", "ab"))
SAME = ("unchanged", "unchanged")
TABLE = [
    (A, AB, "compatible", "risky"),
    (AB, A, "breaking", "compatible"),
    (A, B, "breaking", "breaking"),
    (AB, {"type": "string"}, "compatible", "risky"),
    ({"type": "string"}, AB, "breaking", "compatible"),
    # One value is a promise, a list of some is a start.
    (A, {"type": "string"}, "compatible", "breaking"),
    ({"const": 5}, {"type": "integer", "maximum": 3}, "breaking", "breaking"),
    ({"const": 1}, {"type": "number", "multipleOf": 2}, "breaking", "breaking"),
    ({"const": 0.3}, {"type": "number", "multipleOf": 0.1}, "compatible", "breaking"),
    ({"type": "string", "maxLength": 2}, {"const": "abc"}, "breaking", "breaking"),
    # What no format allows could not come before.
    ({"type": "string", "format": "date"}, {"const": "soon"}, "breaking", "breaking"),
    ({"type": "string", "format": "date"}, {"const": "2024-01-31"}, "breaking", "compatible"),
    ({"enum": ["soon", "now"]}, {"type": "string", "format": "date"}, "breaking", "breaking"),
    ({"type": "integer", "format": "int32"}, {"enum": [1, 2**31]}, "breaking", "breaking"),
    (AB, {**AB, "format": "uuid"}, "breaking", "compatible"),
    ({"enum": ["now", "2024-01-31"], "format": "date"}, {"const": "2024-01-31"}, *SAME),
    (A, {"type": "string", "const": "a"}, "unchanged", "unchanged"),
    (AB, {"type": "string", "enum": ["b", "a"]}, "unchanged", "unchanged"),
    (AB, {"oneOf": [{"const": "a"}, {"const": "b"}]}, "unchanged", "unchanged"),
    (AB, {"anyOf": [{"type": "string"}, AB]}, "compatible", "risky"),
    ({"type": "boolean"}, {"enum": [True, False]}, "unchanged", "unchanged"),
    ({"type": "boolean"}, {"const": True}, "breaking", "compatible"),
    ({"enum": [1, "a"]}, {"enum": [1, "a", None]}, "compatible", "breaking"),
    ({"enum": [1]}, {"enum": [1.0]}, "unchanged", "unchanged"),
    ({"const": 1}, {"const": "a"}, "breaking", "breaking"),
    # Where no value is left, there is no start.
    (AB, {"type": "string", "enum": ["A", "B"]}, "breaking", "breaking"),
    (A, {"type": "string", "enum": ["b", "c"]}, "breaking", "breaking"),
    (AB, {"type": "string", "enum": ["b", "c"]}, "breaking", "risky"),
    # A further value is one thing, a value of another type another.
    ({"enum": [1, 2]}, {"enum": ["1", "2"]}, "breaking", "breaking"),
    ({"enum": ["a", "b"]}, {"enum": ["a", "b", 1]}, "compatible", "breaking"),
    ({"enum": ["a", 1]}, {"enum": ["a"]}, "breaking", "compatible"),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


NEAR = [
    (["a", "cancelled"], ["a", "canceled"], "canceled"),
    (["a", "IN_PROGRESS"], ["a", "inProgress"], "inProgress"),
    (["a", "open"], ["a", "closed"], ""),
    (["a", "open", "cancelled"], ["a", "canceled"], ""),
    (["a", "cancelled"], ["a", "canceled", "cancel-led"], ""),
    (["a", 11], ["a", 12], ""),
]


@pytest.mark.parametrize(("old", "new", "successor"), NEAR)
def test_a_value_that_is_spelled_otherwise(old: list[Any], new: list[Any], successor: str) -> None:
    found = diff(request({"enum": old}), request({"enum": new})).findings
    gone = [one.successor for one in found if one.code == "enum-value-removed"]
    assert gone == [successor]


def test_a_list_of_constants_is_told_of_the_whole() -> None:
    old, new = ({"oneOf": [{"const": value} for value in values]} for values in ("ab", "abc"))
    (found,) = diff(request(old), request(new)).findings
    assert found.sentence == "POST /x body: newly valid: c"
