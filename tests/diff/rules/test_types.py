"""Types: what a value may be at all; the verdicts in requests and in responses."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, query, request, said, verdicts
from generator.diff.review import diff

NUMBER = {"type": "number"}
LIST = {"type": "array", "items": STRING}
OBJECT = {"type": "object", "properties": {"a": STRING}}
TABLE = [
    (STRING, INTEGER, "breaking", "breaking"),
    (INTEGER, NUMBER, "compatible", "breaking"),
    (NUMBER, INTEGER, "breaking", "compatible"),
    (STRING, {"type": ["string", "integer"]}, "compatible", "breaking"),
    ({"type": ["string", "integer"]}, STRING, "breaking", "compatible"),
    (STRING, {"type": ["string", "null"]}, "compatible", "breaking"),
    ({"type": ["string", "null"]}, STRING, "breaking", "compatible"),
    ({}, STRING, "breaking", "compatible"),
    (STRING, {}, "compatible", "breaking"),
    (STRING, False, "breaking", "compatible"),
    (STRING, STRING, "unchanged", "unchanged"),
    ({"properties": {"a": STRING}}, OBJECT, "risky", "compatible"),
    (OBJECT, {"properties": {"a": STRING}}, "compatible", "risky"),
    # People who list properties do not mean a list.
    ({"properties": {"a": STRING}}, LIST, "breaking", "risky"),
    (LIST, {"properties": {"a": STRING}}, "risky", "breaking"),
    ({"items": STRING}, OBJECT, "breaking", "risky"),
    (OBJECT, {"items": STRING}, "risky", "breaking"),
    (LIST, {"items": STRING}, "compatible", "breaking"),
    (
        {"properties": {"a": STRING}},
        {**OBJECT, "type": ["object", "array"]},
        "breaking",
        "compatible",
    ),
]
PARAMETERS = [
    (INTEGER, STRING, "compatible"),
    (STRING, INTEGER, "breaking"),
    ({"type": "boolean"}, STRING, "compatible"),
    ({"type": "boolean"}, {"enum": ["true", "false"]}, "unchanged"),
    ({"enum": [1, 2]}, {"enum": ["1"]}, "breaking"),
    (INTEGER, {"type": "string", "maxLength": 3}, "breaking"),
    (INTEGER, {"type": "array", "items": INTEGER}, "compatible"),
]


@pytest.mark.parametrize(("old", "new", "request_", "response_"), TABLE)
def test_verdicts(old: Any, new: Any, request_: str, response_: str) -> None:
    assert verdicts(old, new) == (request_, response_)


@pytest.mark.parametrize(("old", "new", "verdict"), PARAMETERS)
def test_a_parameter_is_text_so_every_scalar_is_a_string(old: Any, new: Any, verdict: str) -> None:
    assert said(diff(query(old), query(new))) == verdict


WHOLE: list[tuple[Any, Any, str]] = [
    ({}, {"type": "object"}, "values have to meet a schema now; their type is object"),
    ({}, {"minLength": 2}, "values have to meet a schema now; their type is any"),
    ({"type": ["integer", "null"]}, {}, "any value is valid now; the type was integer"),
]


@pytest.mark.parametrize(("old", "new", "message"), WHOLE)
def test_a_schema_where_there_was_none_is_told_with_its_type(
    old: Any, new: Any, message: str
) -> None:
    (found,) = diff(request(old), request(new)).findings
    assert found.message == message


@pytest.mark.parametrize("old", [{"items": STRING}, {"properties": {"b": STRING}}])
def test_another_type_is_one_edit(old: Any) -> None:
    (found,) = diff(request(old), request({**NUMBER, "maximum": 5})).findings
    assert found.code == "implied-type-replaced"
    assert found.witness is not None
    assert found.witness.value == ([] if "items" in old else {})
