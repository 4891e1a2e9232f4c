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
from generator.diff.command import FORMATS
from generator.diff.review import diff

BODY = "#/components/requestBodies/B"
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


def callback(**members: Any) -> dict[str, Any]:
    """The callback of whatever has these members."""
    return {
        "callbacks": {"back": {"{$request.body#/url}": {"post": {"responses": DONE, **members}}}}
    }


def further(*methods: str, **fields: Any) -> dict[str, Any]:
    """Operations of methods that OpenAPI has no word for."""
    more = {method: {"responses": DONE, **fields} for method in methods}
    return describe({"/x": {"additionalOperations": more}}, "3.2.0")


def beside(**fields: Any) -> dict[str, Any]:
    """A path that refers to a path item with a `post`, and has fields beside the reference."""
    item = {"$ref": "#/components/pathItems/X", **fields}
    pointed = {"post": {"responses": DONE}, "servers": [{"url": "/"}]}
    return describe({"/x": item}, components={"pathItems": {"X": pointed}})


def done(**fields: Any) -> dict[str, Any]:
    """The same, written in one place."""
    return describe({"/x": {"post": {"responses": DONE}, **fields}})


TABLE = [
    (beside(), ONE, "unchanged"),
    (beside(get={"responses": DONE}), TWO, "unchanged"),
    (beside(parameters=HEADER), done(parameters=HEADER), "unchanged"),
    (beside(servers=[{"url": "/v2"}]), done(servers=[{"url": "/v2"}]), "unchanged"),
    (beside(post={"responses": DONE, **body(STRING)}), operation(**body(STRING)), "unchanged"),
    (beside(), beside(parameters=HEADER), "breaking"),
    (beside(get={"responses": DONE}), beside(), "breaking"),
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


HOOK, CALLBACK = "webhook POST done", "POST /x callback done"
SEND, READ = "change what they send.", "be ready for what could not come before."
RECEIVERS = [
    (webhook(), describe({}), f"Receivers of {HOOK} have to do without."),
    (webhook(**body(STRING)), webhook(**body(NULLABLE)), f"Receivers of {HOOK} have to {READ}"),
    (webhook(**answer(NULLABLE)), webhook(**answer(STRING)), f"Receivers of {HOOK} have to {SEND}"),
    (webhook(), webhook(deprecated=True, **{"x-sunset": "soon"}), f"Receivers of {HOOK} may"),
    (calling(), ONE, f"Receivers of {CALLBACK} have to do without."),
    (calling(**body(STRING)), calling(**body(NULLABLE)), f"Receivers of {CALLBACK} have to {READ}"),
    # The receiver of a callback has one itself, which the server receives.
    (
        calling(**callback(**body(NULLABLE))),
        calling(**callback(**body(STRING))),
        f"Callers of {CALLBACK} callback back have to {SEND}",
    ),
]


@pytest.mark.parametrize(("old", "new", "duty"), RECEIVERS)
def test_who_is_called_is_told_so(old: Any, new: Any, duty: str) -> None:
    told = FORMATS["text"](diff(old, new))
    assert f" {duty}" in told
    assert f"· {duty.partition(' ')[0].lower()} of " in told


def test_whoever_takes_a_schema_from_all_sides_is_told() -> None:
    old, new = (
        calling(requestBody={"$ref": BODY}) | {"components": {"requestBodies": {"B": one}}}
        for one in ({"content": json_content(STRING)}, {"content": json_content({"const": 1})})
    )
    for each in (old, new):
        each["paths"]["/x"]["post"]["requestBody"] = {"$ref": BODY}
    assert "callers and receivers of POST /x, POST /x callback done" in FORMATS["text"](
        diff(old, new)
    )


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


def test_a_webhook_of_another_name_is_known_by_its_id() -> None:
    called = {"post": {"operationId": "onDone", "responses": DONE}}
    old, new = (describe({}, webhooks={name: called}) for name in ("done", "finished"))
    gone, come = diff(old, new).findings
    assert (gone.code, gone.successor, come.code) == (
        "webhook-removed",
        "POST finished",
        "webhook-added",
    )


def sharing(holder: str, names: str, *methods: str) -> dict[str, Any]:
    """Webhooks, or paths, that are all one path item."""
    shared = {name: {"$ref": "#/components/pathItems/Notice"} for name in names}
    item = {method: {"responses": DONE} for method in methods}
    return describe(**{"paths": {}, holder: shared, "components": {"pathItems": {"Notice": item}}})


SHARED = [
    (sharing("webhooks", "a", "put"), ["webhook PUT b"], "/webhooks/b"),
    (sharing("webhooks", "", "put"), ["webhook PUT a", "webhook PUT b"], "/webhooks/a"),
    (
        sharing("webhooks", "ab", "put", "get"),
        ["webhook GET a", "webhook GET b"],
        "/components/pathItems/Notice/get",
    ),
]


@pytest.mark.parametrize(("other", "names", "pointer"), SHARED)
def test_one_of_several_that_share_a_path_item_is_called_by_its_own_name(
    other: Any, names: list[str], pointer: str
) -> None:
    one = sharing("webhooks", "ab", "put")
    for old, new in ((one, other), (other, one)):
        found = diff(old, new).findings
        assert [finding.where for finding in found] == names
        places = [place and place.pointer for place in found[0].change.lines]
        assert pointer in places


def test_what_a_further_method_takes_is_named_with_it() -> None:
    (found,) = diff(further("PURGE"), further("PURGE", parameters=HEADER)).findings
    assert found.where == f"PURGE /x header parameter {HEADER[0]['name']}"
    assert found.group == "PURGE /x"
