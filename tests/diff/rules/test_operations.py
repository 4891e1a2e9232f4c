"""Operations, webhooks and callbacks: in the last two the server calls the client."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import (
    DONE,
    STRING,
    calling,
    describe,
    json_content,
    operation,
    said,
    webhook,
)
from generator.diff.review import diff

NULLABLE = {"type": ["string", "null"]}
HEADER = [{"name": "X", "in": "header", "required": True, "schema": STRING}]
ONE = operation()
TWO = describe({"/x": {"post": {"responses": DONE}, "get": {"responses": DONE}}})


def body(schema: Any) -> dict[str, Any]:
    return {"requestBody": {"content": json_content(schema)}}


def answer(schema: Any) -> dict[str, Any]:
    return {"responses": {"200": {"description": "x", "content": json_content(schema)}}}


def called(address: str) -> dict[str, Any]:
    """A callback to an address that a request names."""
    return operation(callbacks={"done": {address: {"post": {"responses": DONE}}}})


def further(*methods: str) -> dict[str, Any]:
    """Operations of methods that OpenAPI has no word for."""
    more = {method: {"responses": DONE} for method in methods}
    return describe({"/x": {"additionalOperations": more}}, "3.2.0")


TABLE = [
    (TWO, ONE, "breaking"),
    (ONE, TWO, "compatible"),
    (ONE, operation(operationId="x"), "compatible"),
    (ONE, operation(tags=["x"]), "compatible"),
    (ONE, operation(summary="x"), "unchanged"),
    (webhook(), describe({}), "breaking"),
    (describe({}), webhook(), "compatible"),
    (webhook(**body(STRING)), webhook(**body(NULLABLE)), "breaking"),
    (webhook(**body(NULLABLE)), webhook(**body(STRING)), "compatible"),
    (webhook(), webhook(parameters=HEADER), "compatible"),
    (webhook(parameters=HEADER), webhook(), "breaking"),
    (calling(), ONE, "breaking"),
    (ONE, calling(), "compatible"),
    (calling(**body(STRING)), calling(**body(NULLABLE)), "breaking"),
    (called("{$request.body#/url}"), called("{$request.body#/address}"), "breaking"),
    (called("{$request.body#/url}/{id}"), called("{$request.body#/url}/{key}"), "unchanged"),
    (further("LINK"), further(), "breaking"),
    (further(), further("LINK"), "compatible"),
    (calling(**answer(STRING)), calling(**answer(NULLABLE)), "compatible"),
    (calling(**answer(NULLABLE)), calling(**answer(STRING)), "breaking"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


def named(**operations: str) -> dict[str, Any]:
    """Operations by their path, with their ids."""
    ids = {name: {"operationId": name} if name else {} for name in operations.values()}
    return describe(
        {
            f"/{path}": {"post": {"responses": DONE, **ids[name]}}
            for path, name in operations.items()
        }
    )


@pytest.mark.parametrize(
    ("old", "new", "successor"),
    [
        (named(order="make"), named(orders="make"), "POST /orders"),
        (named(order="make"), named(orders="create"), ""),
        (named(order="make"), named(order="make", orders="make"), None),
        (named(order=""), named(orders=""), ""),
    ],
)
def test_an_operation_that_moved_is_known_by_its_id(
    old: Any, new: Any, successor: str | None
) -> None:
    gone = [one.successor for one in diff(old, new).findings if one.code == "operation-removed"]
    assert gone == ([] if successor is None else [successor])
