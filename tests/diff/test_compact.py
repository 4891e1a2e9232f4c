"""Which schemas of a bundle stay apart, and that it says the same."""

from __future__ import annotations

from typing import Any

import jsonschema_rs
import pytest

from diff.descriptions import STRING
from generator.diff.proof.compact import compact


def to(name: str) -> dict[str, str]:
    return {"$ref": f"urn:typewright:{name}"}


def chain(length: int) -> dict[str, Any]:
    return {str(n): {"items": to(str(n + 1))} for n in range(length)} | {str(length): STRING}


BUNDLES = [
    ({"items": to("a")}, {"a": STRING}, set()),
    ({"items": to("a")}, {"a": {"items": to("b")}, "b": STRING}, set()),
    ({"items": to("a"), "not": to("a")}, {"a": {"items": to("b")}, "b": STRING}, {"a"}),
    ({"items": to("a")}, {"a": {"items": to("a")}}, {"a"}),
    ({"items": to("a")}, {"a": {"items": to("b")}, "b": {"items": to("a")}}, {"a"}),
    ({"properties": {"$ref": to("a")}}, {"a": STRING}, set()),
    ({"items": to("0")}, chain(100), {"30", "61", "92"}),
]


@pytest.mark.parametrize(("root", "schemas", "left"), BUNDLES)
def test_what_is_referred_to_once_stands_there(
    root: dict[str, Any], schemas: dict[str, Any], left: set[str]
) -> None:
    uris = {name: f"urn:typewright:{name}" for name in schemas}
    bundle = {**root, "$defs": {uris[name]: {"$id": uris[name], **schemas[name]} for name in uris}}
    found = compact(bundle)
    assert set(found["$defs"]) == {uris[name] for name in left}
    whole, short = (jsonschema_rs.Draft202012Validator(one) for one in (bundle, found))
    for value in ([], [1], ["a"], [[]], [[1]], [["a"]], {"$ref": 1}, {"$ref": "a"}):
        assert whole.is_valid(value) == short.is_valid(value)
