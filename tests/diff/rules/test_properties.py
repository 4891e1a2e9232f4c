"""Properties: added, removed, required, optional, read-only, write-only."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, request, verdicts
from generator.diff.command import FORMATS
from generator.diff.review import diff


def closed(*required: str, **properties: Any) -> dict[str, Any]:
    return {**open_(*required, **properties), "additionalProperties": False}


def open_(*required: str, **properties: Any) -> dict[str, Any]:
    return {"type": "object", "properties": properties, "required": list(required)}


def read_only(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "readOnly": True}


def write_only(schema: dict[str, Any]) -> dict[str, Any]:
    return {**schema, "writeOnly": True}


TABLE = [
    (open_(a=STRING), open_(a=STRING, b=STRING), "compatible", "compatible"),
    (open_(a=STRING), open_("b", a=STRING, b=STRING), "breaking", "compatible"),
    (open_(a=STRING, b=STRING), open_(a=STRING), "risky", "breaking"),
    (open_("b", a=STRING, b=STRING), open_(a=STRING), "risky", "breaking"),
    (closed(a=STRING), closed(a=STRING, b=STRING), "compatible", "breaking"),
    (closed(a=STRING), closed("b", a=STRING, b=STRING), "breaking", "breaking"),
    (closed(a=STRING, b=STRING), closed(a=STRING), "breaking", "risky"),
    (closed("b", a=STRING, b=STRING), closed(a=STRING), "breaking", "breaking"),
    (open_(a=STRING), open_("a", a=STRING), "breaking", "compatible"),
    (open_("a", a=STRING), open_(a=STRING), "compatible", "breaking"),
    (open_(), open_("a"), "breaking", "compatible"),
    (open_(a=STRING), open_(a=INTEGER), "breaking", "breaking"),
    # A closed object has no such member, nor has one that lets no value of it in.
    (closed(a=STRING), closed(a=STRING, b=False), "unchanged", "unchanged"),
    (closed(a=STRING, b=False), closed(a=STRING), "unchanged", "unchanged"),
    (closed(a=STRING), closed("b", a=STRING, b=False), "breaking", "compatible"),
    (open_(a=STRING), open_(a=STRING, b=False), "breaking", "compatible"),
    # Whatever had to be there could be anything.
    (open_("b", a=STRING), open_("b", a=STRING, b=STRING), "breaking", "compatible"),
    (open_("b", a=STRING, b=STRING), open_("b", a=STRING), "compatible", "breaking"),
    (open_("b", a=STRING), open_("b", a=STRING, b={}), "compatible", "compatible"),
    (
        open_("a", "b", a=STRING, b=STRING),
        open_("b", "a", b=STRING, a=STRING),
        "unchanged",
        "unchanged",
    ),
    (open_(a=STRING), open_("a", a={**STRING, "default": "x"}), "breaking", "compatible"),
    # What is read-only is no part of requests, what is write-only none of responses.
    (open_(a=read_only(STRING)), open_(a=read_only(INTEGER)), "compatible", "breaking"),
    (open_(a=write_only(STRING)), open_(a=write_only(INTEGER)), "breaking", "compatible"),
    (open_(), open_("a", a=read_only(STRING)), "compatible", "compatible"),
    (open_(a=STRING), open_(a=read_only(STRING)), "risky", "compatible"),
    (open_("a", a=read_only(STRING)), open_("a", a=STRING), "breaking", "compatible"),
    (open_(a=STRING), open_(a=write_only(STRING)), "compatible", "breaking"),
    (open_(a=write_only(STRING)), open_(a=STRING), "compatible", "compatible"),
    # What has to be there though nothing describes it is a part of both.
    (open_("a", a=read_only(STRING)), open_("a"), "breaking", "breaking"),
    (open_(a=read_only(STRING)), open_("a"), "breaking", "breaking"),
    (open_("a"), open_("a", a=write_only(STRING)), "breaking", "breaking"),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


TYPES = [
    ({"type": ["string", "null"], "format": "uuid"}, "string (uuid) or null"),
    ({"type": "array", "items": INTEGER}, "array of integer"),
    ({"enum": ["a", 1, None]}, "string or number or null"),
    ({"const": "a"}, "string"),
    ({}, "any"),
]


@pytest.mark.parametrize(("schema", "named"), TYPES)
def test_a_property_that_came_is_named_with_its_type(schema: Any, named: str) -> None:
    review = diff(request(open_(a=STRING)), request(open_(a=STRING, b=schema)))
    assert f"new optional property: {named} [property-added]" in FORMATS["text"](review)
