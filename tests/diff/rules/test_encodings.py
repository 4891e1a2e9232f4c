"""The parts of forms: how each is written, and its headers."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, answers, codes, operation, ref, said
from generator.diff.review import diff

MULTIPART, URLENCODED = "multipart/form-data", "application/x-www-form-urlencoded"
OBJECT = {"type": "object", "properties": {"a": STRING}}
BYTES = {"type": "string", "format": "binary"}
BASE64 = {"type": "string", "contentEncoding": "base64"}
LIST = {"type": "array", "items": STRING}


def taking(content: Any) -> dict[str, Any]:
    return operation(requestBody={"content": content})


def giving(content: Any) -> dict[str, Any]:
    return answers(s200={"content": content})


def form(kind: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"a": {"type": kind}}}
    return {URLENCODED: {"schema": schema}}


def sent(part: Any, *, of: str = MULTIPART, **encoding: Any) -> dict[str, Any]:
    """A form with one part, `b`, if it has that, and how that is written, if it says so."""
    properties = {"a": STRING} if part is None else {"a": STRING, "b": part}
    media: dict[str, Any] = {"schema": {"type": "object", "properties": properties}}
    if encoding:
        media["encoding"] = {"b": encoding}
    return taking({of: media})


X = {"schema": {"type": "string"}}
NEEDED = {**X, "required": True}
JSON = {"contentType": "application/json"}
PNG = {"contentType": "image/png"}
OBJECT_OR_NULL = {"type": ["object", "null"]}
TABLE = [
    # A part that came, or went, is a property that did; nobody had written it otherwise.
    (sent(None), sent(BYTES, **PNG), "compatible"),
    (sent(BYTES, **PNG), sent(None), "risky"),
    (sent(None), sent(OBJECT, headers={"X": NEEDED}), "compatible"),
    (sent(None), sent(LIST, explode=False), "compatible"),
    # What is named besides the usual type is one more.
    (sent(OBJECT), sent(OBJECT, contentType="application/json, text/csv"), "compatible"),
    (sent(OBJECT, contentType="application/json, text/csv"), sent(OBJECT), "breaking"),
    (sent(BYTES), sent(BYTES, **PNG), "breaking"),
    # The usual type, however the schema says it.
    (sent(OBJECT_OR_NULL), sent(OBJECT_OR_NULL, **JSON), "unchanged"),
    (sent({"allOf": [OBJECT]}), sent({"allOf": [OBJECT]}, **JSON), "unchanged"),
    (sent(BASE64), sent(BASE64, contentType="text/plain"), "unchanged"),
    (sent(BASE64), sent(BASE64, contentType="application/octet-stream"), "unchanged"),
    # A single value knows no style.
    (sent(STRING), sent(STRING, explode=False), "unchanged"),
    (sent(INTEGER, style="pipeDelimited"), sent(INTEGER), "unchanged"),
    (sent(LIST), sent(LIST, explode=False), "breaking"),
    # Only forms have parts.
    (sent(BYTES, of="application/json"), sent(BYTES, of="application/json", **PNG), "unchanged"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


def test_a_part_without_a_property_is_none() -> None:
    schema = {"schema": OBJECT}
    named = {**schema, "encoding": {"z": PNG}}
    assert said(diff(taking({MULTIPART: schema}), taking({MULTIPART: named}))) == "unchanged"


def test_the_type_says_how_a_part_is_written() -> None:
    assert codes(diff(sent(STRING), sent(OBJECT, **JSON))) == ["type-changed"]


def test_a_list_within_itself_ends() -> None:
    def described(**encoding: Any) -> dict[str, Any]:
        components = {"schemas": {"L": {"type": "array", "items": ref("L")}}}
        return {**sent(ref("L"), **encoding), "components": components}

    assert said(diff(described(), described(**PNG))) == "breaking"


def encoded(**encoding: Any) -> dict[str, Any]:
    found = form("array")
    for media in found.values():
        media["encoding"] = {"a": encoding}
    return taking(found)


@pytest.mark.parametrize(
    ("part", "usual"),
    [
        ({"type": "object"}, "application/json"),
        ({"type": "array", "items": {"type": "object"}}, "application/json"),
        ({"type": "string"}, "text/plain"),
        (BYTES, "application/octet-stream"),
        ({}, "application/octet-stream"),
        ({"type": "array"}, "application/octet-stream"),
    ],
)
def test_the_usual_media_type_of_a_part_may_be_named(part: Any, usual: str) -> None:
    def written(**encoding: Any) -> dict[str, Any]:
        schema = {"type": "object", "properties": {"a": part}}
        return taking({MULTIPART: {"schema": schema, "encoding": {"a": encoding}}})

    assert said(diff(written(), written(contentType=usual))) == "unchanged"
    assert said(diff(written(), written(contentType="text/html"))) == "breaking"


PIPES = {"style": "pipeDelimited"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        # A part without an encoding has the usual one.
        (taking(form("array")), encoded(explode=False), "explode true to explode false"),
        (encoded(explode=False), taking(form("array")), "explode false to explode true"),
        (encoded(**PIPES), encoded(**PIPES, explode=True), "explode false to explode true"),
        (encoded(), encoded(allowReserved=True), "allowReserved false to allowReserved true"),
        (encoded(), encoded(contentType="text/xml"), "application/octet-stream to text/xml"),
    ],
)
def test_encodings(old: Any, new: Any, message: str) -> None:
    (found,) = diff(old, new).findings
    assert found.message.endswith(f" of part a went from {message}")


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        ("image/png", "image/png, image/jpeg", "compatible"),
        ("image/png, image/jpeg", "image/*", "compatible"),
        ("image/png,image/jpeg", "image/jpeg, image/png", "unchanged"),
        ("image/png, image/jpeg", "image/png", "breaking"),
        ("image/png", "image/jpeg", "breaking"),
    ],
)
def test_content_types_of_a_part(old: str, new: str, verdict: str) -> None:
    assert said(diff(encoded(contentType=old), encoded(contentType=new))) == verdict


def with_headers(*, of: str = MULTIPART, **headers: Any) -> dict[str, Any]:
    return {of: {"schema": OBJECT, "encoding": {"a": {"headers": headers}} if headers else {}}}


SHORT = {"schema": {"type": "string", "maxLength": 5}}


@pytest.mark.parametrize(
    ("old", "new", "verdict"),
    [
        (taking(with_headers()), taking(with_headers(X=NEEDED)), "breaking"),
        (taking(with_headers()), taking(with_headers(X=X)), "compatible"),
        (taking(with_headers(X=X)), taking(with_headers()), "compatible"),
        (taking(with_headers(X=X)), taking(with_headers(X=SHORT)), "breaking"),
        (giving(with_headers(X=X)), giving(with_headers(X=SHORT)), "compatible"),
        (giving(with_headers(X=NEEDED)), giving(with_headers()), "breaking"),
        (
            taking(with_headers(of=URLENCODED)),
            taking(with_headers(of=URLENCODED, X=NEEDED)),
            "unchanged",
        ),
    ],
)
def test_headers_of_a_part(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


def test_a_header_of_a_part_is_named() -> None:
    (found,) = diff(taking(with_headers()), taking(with_headers(X=NEEDED))).findings
    sentence = "POST /x body (multipart/form-data) part a header X: new required header"
    assert found.sentence == sentence
