"""Servers: the addresses of operations."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import DONE, describe, operation, said
from generator.diff.review import diff


def at(*servers: Any) -> dict[str, Any]:
    listed = [{"url": one} if isinstance(one, str) else one for one in servers]
    return {**operation(), "servers": listed}


def region(*values: str) -> dict[str, Any]:
    variable = {"default": values[0], "enum": list(values)}
    return {"url": "https://{r}.test", "variables": {"r": variable}}


def any_region(default: str) -> dict[str, Any]:
    return {"url": "https://{r}.test", "variables": {"r": {"default": default}}}


def below(prefix: str, *servers: Any, **members: Any) -> dict[str, Any]:
    """Two operations whose paths begin alike, and the servers that have them."""
    path = {"post": {"responses": DONE, **members}}
    listed = [{"url": one} if isinstance(one, str) else one for one in servers]
    named = {"name": "id", "in": "path", "required": True, "schema": {"type": "string"}}
    known = {"post": {"responses": DONE, "parameters": [named]}}
    whole = describe({f"{prefix}/x": path, f"{prefix}/x/{{id}}": known})
    return {**whole, **({"servers": listed} if listed else {})}


MIRROR = [{"url": "https://b"}]
VERSION = {"url": "/{v}", "variables": {"v": {"default": "v1"}}}
MORE = [{"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}]
TABLE = [
    (at("https://a", "https://b"), at("https://a"), "breaking"),
    (at("https://a"), at("https://a", "https://b"), "compatible"),
    (at("https://a/v1"), at("https://a/v2"), "breaking"),
    (at("https://a/"), at("https://a"), "unchanged"),
    (operation(), at("/"), "unchanged"),
    # Where no host was named, nobody has to move because one is; one that was named is a promise.
    (operation(), at("https://a"), "compatible"),
    (at("/v1"), at("https://a/v1"), "compatible"),
    (at("/v1"), at("https://a/v2"), "breaking"),
    (at("https://a"), operation(), "breaking"),
    (at("https://a", "/"), at("https://a"), "breaking"),
    (below("/v1"), below("", "https://a/v1"), "compatible"),
    (below("", "/v1"), below("/v1", "https://a"), "compatible"),
    (below("/v1", "https://a"), below("", "https://a/v1"), "unchanged"),
    (
        below("", "https://a/v1", "https://b/v1"),
        below("/v1", "https://a", "https://b/"),
        "unchanged",
    ),
    (below("/v1"), below("", "/v1"), "unchanged"),
    (below("/v1", "https://a"), below("", "https://a/v1", "https://b"), "compatible"),
    (below("/v1", "https://a", "https://b"), below("", "https://a/v1"), "breaking"),
    (below("/v1", "https://a"), below("", "https://a/v1", parameters=MORE), "breaking"),
    (below("/v1", "https://a"), below("", "https://a/v2"), "breaking"),
    (below("/v1", "https://a"), below("", "https://a"), "breaking"),
    (at(region("eu", "us")), at(region("eu")), "breaking"),
    (at(region("eu")), at(region("eu", "us")), "compatible"),
    (at(region("eu", "us")), at(region("us", "eu")), "risky"),
    (at(region("eu", "us")), at("https://eu.test", "https://us.test"), "unchanged"),
    (at("https://eu.test"), at(region("eu")), "unchanged"),
    (at("https://eu.test"), at(region("eu", "us")), "compatible"),
    (at(region("eu", "us")), at("https://eu.test"), "breaking"),
    # The default is one of the values, where no others are listed.
    (at("https://eu.test"), at(any_region("eu")), "compatible"),
    (at("https://us.test"), at(any_region("eu")), "breaking"),
    (at(any_region("eu")), at("https://eu.test"), "breaking"),
    (at(any_region("eu")), at(any_region("us")), "risky"),
    (below("/v1", "https://a"), below("", {**VERSION, "url": "https://a/{v}"}), "compatible"),
    (below("/v1"), below("", VERSION), "compatible"),
    (below("/v2"), below("", VERSION), "breaking"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


@pytest.mark.parametrize("servers", [MIRROR, [*MIRROR, {"url": "https://a"}]])
def test_servers_of_an_operation_are_told_there(servers: Any) -> None:
    whole = at("https://a")
    own = {**whole, "paths": {"/x": {"post": {"responses": DONE, "servers": servers}}}}
    for versions in ((whole, own), (own, whole)):
        assert {found.group for found in diff(*versions).findings} == {"POST /x"}
