"""A finding: one edit, wherever it counts."""

from __future__ import annotations

import json
from datetime import date
from typing import Any

import pytest

from diff.descriptions import DONE, STRING, describe, json_content, operation, request
from generator.diff.changelog import changelog
from generator.diff.command import FORMATS
from generator.diff.policy import Policy, Rule, apply
from generator.diff.review import Review, diff


def both_ways(schema: Any) -> dict[str, Any]:
    """A description that takes and gives the same schema."""
    answer = {"200": {"description": "x", "content": json_content(schema)}}
    return operation(requestBody={"content": json_content(schema)}, responses=answer)


@pytest.mark.parametrize(
    ("old", "new", "level", "direction"),
    [
        (STRING, {**STRING, "maxLength": 3}, "breaking", "request"),
        ({**STRING, "maxLength": 3}, STRING, "breaking", "response"),
        (STRING, {"type": "integer"}, "breaking", "both"),
    ],
)
def test_the_direction_is_the_one_in_which_it_is_bad(
    old: Any, new: Any, level: str, direction: str
) -> None:
    found = diff(both_ways(old), both_ways(new)).findings[0]
    assert (found.level, found.direction) == (level, direction)


SENT, READ = "POST /b", "GET /a"
SHORT, LONG = ({**STRING, "maxLength": limit} for limit in (5, 9))
BARE, REQUIRED = (
    {"type": "object", "properties": {"m": STRING}, "required": names} for names in ([], ["m"])
)
SIDES = [
    # The property before and after, whom the finding names, and what the wire has to do.
    (LONG, SHORT, [SENT], "Callers of POST /b have to change what they send."),
    (SHORT, LONG, [READ], "Readers of GET /a have to be ready for what could not come before."),
    (BARE, REQUIRED, [SENT], "Callers of POST /b have to change what they send."),
    (REQUIRED, BARE, [READ], "Readers of GET /a have to be ready for what could not come before."),
    ({"not": SHORT}, {"not": LONG}, [SENT], "Callers of POST /b have to change what they send."),
    (
        STRING,
        {"type": "integer"},
        [SENT, READ],
        "Callers of POST /b have to change what they send. "
        "Readers of GET /a have to be ready for what could not come before.",
    ),
    ({**STRING, "title": "x"}, {**STRING, "title": "y"}, [SENT, READ], "No client has to change."),
]


def one_each_way(member: Any) -> dict[str, Any]:
    """`GET /a` gives a schema that `POST /b` takes."""
    content = json_content({"$ref": "#/components/schemas/S"})
    paths = {
        "/a": {"get": {"responses": {"200": {"description": "x", "content": content}}}},
        "/b": {"post": {"requestBody": {"content": content}, "responses": DONE}},
    }
    schema = {"type": "object", "properties": {"a": member}}
    return describe(paths, components={"schemas": {"S": schema}})


def of_both(old: Any, new: Any) -> Review:
    return diff(one_each_way(old), one_each_way(new))


@pytest.mark.parametrize(("old", "new", "names", "duty"), SIDES)
def test_the_operations_are_those_for_which_it_is_bad(
    old: Any, new: Any, names: list[str], duty: str
) -> None:
    review = of_both(old, new)
    (found,) = json.loads(FORMATS["json"](review))["findings"]
    assert found["operations"] == names
    comment = FORMATS["markdown"](review).replace("`", "")
    assert duty in comment
    # A changelog says nothing of texts.
    told = names if "have" in duty else []
    entry = changelog(review, date(2030, 1, 1))
    assert [name for name in (SENT, READ) if name in comment] == names
    assert [name for name in (SENT, READ) if name in entry] == told


@pytest.mark.parametrize(("old", "new", "names", "duty"), SIDES[:-1])
def test_a_rule_for_a_path_is_about_the_operations_for_which_it_is_bad(
    old: Any, new: Any, names: list[str], duty: str
) -> None:
    for path in (SENT, READ):
        policy = Policy(rules=(Rule("info", path=path),))
        levels = [one.level for one in apply(policy, of_both(old, new), date.today()).findings]
        assert levels == ["info" if names == [path] else "breaking"]


@pytest.mark.parametrize("reason", ["", "the first"])
def test_the_order_of_branches_changes_no_fingerprint(reason: str) -> None:
    branches = [{"type": "string"}, {"type": "integer", "maximum": 9}]
    narrowed = [{"type": "string", "maxLength": 5, "description": reason}, branches[1]]
    prints = {
        diff(request({"oneOf": old}), request({"oneOf": new})).findings[0].fingerprint
        for old in (branches, branches[::-1])
        for new in (narrowed, narrowed[::-1])
    }
    assert len(prints) == 1


A = {"$ref": "#/components/schemas/A"}
NULL = {"type": "null"}
NULLS = [
    {"oneOf": [A, NULL]},
    {"anyOf": [A, NULL]},
    {"anyOf": [NULL, A]},
    {"oneOf": [A, {"const": None}]},
    {"type": ["string", "null"]},
]


def test_the_spelling_of_null_changes_no_fingerprint() -> None:
    def around(schema: Any) -> Any:
        whole = {"type": "object", "properties": {"p": schema}}
        return request(whole, A={"type": "string"})

    prints = {diff(around(A), around(null)).findings[0].fingerprint for null in NULLS}
    assert len(prints) == 1
