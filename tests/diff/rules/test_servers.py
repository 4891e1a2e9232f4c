"""Servers: the addresses of operations."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import operation, said
from generator.diff.review import diff


def at(*servers: Any) -> dict[str, Any]:
    listed = [{"url": one} if isinstance(one, str) else one for one in servers]
    return {**operation(), "servers": listed}


def region(*values: str) -> dict[str, Any]:
    variable = {"default": values[0], "enum": list(values)}
    return {"url": "https://{r}.test", "variables": {"r": variable}}


TABLE = [
    (at("https://a", "https://b"), at("https://a"), "breaking"),
    (at("https://a"), at("https://a", "https://b"), "compatible"),
    (at("https://a/v1"), at("https://a/v2"), "breaking"),
    (at("https://a/"), at("https://a"), "unchanged"),
    (operation(), at("/"), "unchanged"),
    (at(region("eu", "us")), at(region("eu")), "breaking"),
    (at(region("eu")), at(region("eu", "us")), "compatible"),
    (at(region("eu", "us")), at(region("us", "eu")), "risky"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict
