"""Request bodies."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import json_content, operation, said
from generator.diff.review import diff

CONTENT = json_content({"type": "object"})
NONE = operation()
OPTIONAL = operation(requestBody={"content": CONTENT})
REQUIRED = operation(requestBody={"required": True, "content": CONTENT})
TABLE = [
    (NONE, OPTIONAL, "compatible"),
    (NONE, REQUIRED, "breaking"),
    (OPTIONAL, NONE, "breaking"),
    (OPTIONAL, REQUIRED, "breaking"),
    (REQUIRED, OPTIONAL, "compatible"),
    (OPTIONAL, operation(requestBody={"required": False, "content": CONTENT}), "unchanged"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict
