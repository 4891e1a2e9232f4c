"""A finding: one edit, wherever it counts."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import json_content, operation
from generator.diff.review import diff

STRING = {"type": "string"}


def both_ways(schema: Any) -> dict[str, Any]:
    """A description that takes and gives the same schema."""
    answer = {"200": {"description": "x", "content": json_content(schema)}}
    return operation(requestBody={"content": json_content(schema)}, responses=answer)


@pytest.mark.parametrize(
    ("old", "new", "level", "direction"),
    [
        (STRING, {**STRING, "maxLength": 3}, "breaking", "request"),
        ({**STRING, "maxLength": 3}, STRING, "breaking", "response"),
        (STRING, {"type": "integer"}, "breaking", "both"),
    ],
)
def test_the_direction_is_the_one_in_which_it_is_bad(
    old: Any, new: Any, level: str, direction: str
) -> None:
    found = diff(both_ways(old), both_ways(new)).findings[0]
    assert (found.level, found.direction) == (level, direction)
