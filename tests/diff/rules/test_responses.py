"""Responses: status codes, ranges, headers, links."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, answers, codes, describe, json_content, said
from generator.diff.review import diff

TEXT = {"content": json_content(STRING)}
ERROR = {"content": json_content({"type": "object", "properties": {"code": {"type": "integer"}}})}
INTEGERS = {"type": "array", "items": INTEGER}
OK: dict[str, Any] = {}
PLAIN = answers(s200=OK)


def header(**members: Any) -> dict[str, Any]:
    return answers(s200={"headers": {"X": {"schema": STRING, **members}}})


SHARED = describe(
    {"/x": {"post": {"responses": {"200": {"$ref": "#/components/responses/R"}}}}},
    components={"responses": {"R": {"description": "x", "content": json_content(STRING)}}},
)
TABLE = [
    (answers(s200=OK, s201=OK), PLAIN, "breaking"),
    (PLAIN, answers(s201=OK), "breaking"),
    (PLAIN, answers(s200=OK, s201=OK), "risky"),
    (answers(s200=OK, s404=OK), PLAIN, "compatible"),
    (PLAIN, answers(s200=OK, s404=OK), "compatible"),
    (PLAIN, answers(s2XX=OK), "risky"),
    (answers(s2XX=OK), PLAIN, "compatible"),
    (answers(s2XX=OK), answers(s2xx=OK), "unchanged"),
    (PLAIN, answers(s200=OK, default=OK), "compatible"),
    (answers(s200=OK, default=OK), PLAIN, "compatible"),
    (PLAIN, header(), "compatible"),
    (header(), PLAIN, "risky"),
    (header(required=True), PLAIN, "breaking"),
    (header(required=True), header(), "breaking"),
    (header(), header(required=True), "compatible"),
    (header(), header(schema=INTEGER), "compatible"),
    (header(schema=INTEGER), header(), "breaking"),
    (header(schema=INTEGER), header(schema=INTEGERS), "breaking"),
    (header(schema=INTEGERS), header(schema=INTEGER), "compatible"),
    (answers(s200={"links": {"next": {"operationId": "n"}}}), PLAIN, "unchanged"),
    (answers(s200={"content": json_content(STRING)}), SHARED, "unchanged"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


MISSING = {"$ref": "#/components/responses/Missing"}
COMPONENTS = {"responses": {"Missing": {"description": "no"}}}
NAMED = [
    # A component does not say of which status it is.
    (answers(s202={}, s204={}), "POST /x: new success status 202"),
    (answers(s204={}, s404=MISSING), "response Missing: new status 404"),
]


@pytest.mark.parametrize(("new", "sentence"), NAMED)
def test_a_status_is_named(new: Any, sentence: str) -> None:
    (found,) = diff(answers(s204={}), {**new, "components": COMPONENTS}).findings
    assert found.sentence == sentence


BESIDE_DEFAULT = [
    # Where successes have words of their own, `default` is about errors.
    (("201",), ("200",), ["success-status-removed", "success-status-added"]),
    (("200",), ("200", "201"), ["success-status-added"]),
    (("200", "201"), ("200",), ["success-status-removed"]),
    # Else it stood for the successes, too.
    ((), ("200",), ["type-changed", "status-added"]),
    (("200",), (), ["type-changed", "status-removed"]),
    # And it always stands for the errors.
    (("200",), ("200", "404"), ["type-changed", "status-added"]),
    (("200", "404"), ("200",), ["type-changed", "status-removed"]),
    # A range that takes the place of a status is told once.
    (("200", "404"), ("200", "4XX"), ["type-changed", "status-generalised"]),
    (("200", "4XX"), ("200", "404"), ["type-changed", "status-specialised"]),
    (("200", "404"), ("200", "404", "4XX"), ["type-changed", "status-added"]),
]


@pytest.mark.parametrize(("old", "new", "expected"), BESIDE_DEFAULT)
def test_default_stands_for_what_has_no_words(old: Any, new: Any, expected: list[str]) -> None:
    versions = (
        answers(**{f"s{status}": TEXT for status in statuses}, sdefault=ERROR)
        for statuses in (old, new)
    )
    assert codes(diff(*versions)) == expected
