"""Media types: their spelling and ranges."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import answers, json_content, operation, said
from generator.diff.review import diff

OBJECT = {"type": "object", "properties": {"a": {"type": "string"}}}
JSON = json_content(OBJECT)


def taking(content: Any) -> dict[str, Any]:
    return operation(requestBody={"content": content})


def giving(content: Any) -> dict[str, Any]:
    return answers(s200={"content": content})


def named(name: str) -> dict[str, Any]:
    return {name: {"schema": OBJECT}}


def form(kind: str) -> dict[str, Any]:
    schema = {"type": "object", "properties": {"a": {"type": kind}}}
    return {"application/x-www-form-urlencoded": {"schema": schema}}


PART = {"multipart/form-data": {"schema": OBJECT}}
PNG = {"multipart/form-data": {"schema": OBJECT, "encoding": {"a": {"contentType": "image/png"}}}}
BYTES = {"type": "string", "format": "binary"}


def video(schema: Any) -> dict[str, Any]:
    return {"video/mp4": {"schema": schema}}


TABLE = [
    (taking({"video/mp4": {}}), taking(video({"allOf": [BYTES]})), "unchanged"),
    (taking(video(BYTES)), taking(video({**BYTES, "minLength": 0})), "unchanged"),
    (taking(video(BYTES)), taking(video({**BYTES, "minLength": 9})), "breaking"),
    (taking(JSON), taking({**JSON, "text/csv": {}}), "compatible"),
    (taking({**JSON, "text/csv": {}}), taking(JSON), "breaking"),
    (giving(JSON), giving({**JSON, "text/csv": {}}), "compatible"),
    (giving({**JSON, "text/csv": {}}), giving(JSON), "breaking"),
    (taking(JSON), taking(named("Application/JSON; charset=UTF-8")), "unchanged"),
    (taking(JSON), taking(named('application/json; Charset="utf-8" ;')), "unchanged"),
    (taking(named("text/csv;a=1;b=2")), taking(named("text/csv; b=2; A=1")), "unchanged"),
    (taking(named("text/csv;a=x")), taking(named("text/csv;a=X")), "breaking"),
    (taking(named("text/csv;a=x")), taking(named("text/csv")), "compatible"),
    (taking(named("text/csv")), taking(named("text/csv;a=x")), "breaking"),
    (taking(JSON), taking(named("text/*")), "breaking"),
    (taking(named("application/hal+json")), taking(named("application/*+json")), "compatible"),
    (taking(named("application/hal+xml")), taking(named("application/*+json")), "breaking"),
    (giving(JSON), giving(named("application/hal+json")), "breaking"),
    (taking(JSON), taking(named("application/*")), "compatible"),
    (taking(named("application/*")), taking(JSON), "breaking"),
    (giving(JSON), giving(named("*/*")), "breaking"),
    (giving(named("*/*")), giving(JSON), "compatible"),
    (giving(JSON), giving({}), "breaking"),
    (giving({"application/json": {}}), giving(JSON), "compatible"),
    (taking(PART), taking(PNG), "breaking"),
    # Forms are text: a number is a string too.
    (taking(form("integer")), taking(form("string")), "compatible"),
    (taking(form("string")), taking(form("integer")), "breaking"),
]


@pytest.mark.parametrize(("old", "new", "verdict"), TABLE)
def test_verdict(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(old, new)) == verdict


PROBLEM = "application/problem+json"
SENTENCES: list[tuple[Any, Any, str]] = [
    # What is answered before and after, and the sentence about it, which names a type once.
    (
        {**JSON, PROBLEM: {}},
        JSON,
        f"POST /x response 200: the media type {PROBLEM} is gone",
    ),
    (JSON, {**JSON, "text/csv": {}}, "POST /x response 200: new media type text/csv"),
    (
        {"text/csv": {}},
        {"text/*": {}},
        "POST /x response 200: media type text/csv became text/*",
    ),
]


@pytest.mark.parametrize(("old", "new", "sentence"), SENTENCES)
def test_a_media_type_is_named_once(old: Any, new: Any, sentence: str) -> None:
    (found,) = diff(giving(old), giving(new)).findings
    assert found.sentence == sentence
