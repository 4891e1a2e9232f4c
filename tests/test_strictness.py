"""With the strictness `types`, only types and required members count."""

from __future__ import annotations

import pytest

from tests.codecs import INTEGER, STRING, TAGGED, Json, comes_back, problems, record, root

BOUNDED = record(
    ("id",),
    id=INTEGER,
    k={"enum": ["a", "b"]},
    s={"type": "string", "maxLength": 1, "pattern": "^a"},
    at={"type": "string", "format": "date"},
    items={"type": "array", "items": {"type": "integer", "maximum": 3}, "uniqueItems": True},
)


def test_types_alone_let_bounds_and_unknown_values_pass() -> None:
    codec = root(BOUNDED)
    value = {"id": 1, "k": "z", "s": "zzz", "at": "soon", "items": [9, 9]}
    assert len(problems(codec, value)) >= 5
    made = codec.decode(value, strictness="types")
    assert (made.k, made.at) == ("z", "soon")
    assert codec.encode(made) == value


@pytest.mark.parametrize(
    ("value", "path"), [({}, "$"), ({"id": "x"}, "$.id"), ({"id": 1, "items": 3}, "$.items")]
)
def test_types_alone_are_still_types(value: Json, path: str) -> None:
    assert [p.path for p in problems(root(BOUNDED), value, strictness="types")] == [path]


DRAFT4 = {"$id": "memory:///x", "$schema": "http://json-schema.org/draft-04/schema#"}
INNER = record(("k",), k={"enum": ["a", "b"]}, n=INTEGER)
CONDITIONAL = {**record(("id",), id=INTEGER, of=INNER, also=INNER), "not": {"required": ["no"]}}
CHOOSING = record(k={"enum": ["a", "b"]}, n={"type": ["integer", "string"]})
CHOOSING |= {
    "if": {"properties": {"k": {"const": "a"}}, "required": ["k"]},
    "then": {"properties": {"n": INTEGER}, "required": ["n"]},
}
EVALUATED = {**record(a=INTEGER), "unevaluatedProperties": False}
EVALUATED |= {"oneOf": [record(k={"const": 1}), record(k={"const": 2}, b=INTEGER)]}
LOOSE = [
    (
        CONDITIONAL,
        ({"id": 1, "no": 1}, {"id": 1, "of": {"k": "z"}}),
        ({}, {"id": "x"}, {"id": None}),
    ),
    ({"allOf": [STRING, {"not": {"const": ""}}]}, ("", "a"), (1, None)),
    ({"type": "array", "items": STRING, "contains": {"const": "a"}}, ([], ["b"]), ([1], "a")),
    ({"anyOf": [record(("a",)), record(("b",))]}, ({"a": 1}, {"b": None}), ({}, 1)),
    (CHOOSING, ({"k": "z"}, {"k": "b", "n": "x"}, {"k": "a", "n": 1}), ({"k": "a"}, {"k": 5})),
    (CHOOSING, ({}, {"k": "z", "n": "x"}), ({"k": "a", "n": "x"}, {"k": None})),
    (EVALUATED, ({"a": 1, "zz": 2}, {"k": 2, "b": 1}, {"k": 3}), ({"a": "x"}, {"k": "1"})),
    ({"enum": ["a", "b"]}, ("a", "z"), (None, 1, ["a"])),
    ({"type": "integer", "enum": [1, 2]}, (1, 3), (1.5, "1", None)),
    ({**DRAFT4, "type": "integer", "minimum": 2}, (1, 2), (2.0, "2", None)),
    (record(a={**DRAFT4, "type": ["integer", "object"]}), ({"a": 1}, {"a": {}}), ({"a": 1.0},)),
    ({"const": 1}, (1, 2, 1.5), (None, "1", True)),
    (TAGGED, ({"kind": "d"}, {"kind": "a", "n": 1}), ({}, {"kind": None}, {"kind": "a"})),
]


@pytest.mark.parametrize(("schema", "valid", "invalid"), LOOSE)
@pytest.mark.parametrize("inside", [False, True], ids=["root", "member"])
def test_types_alone_are_the_same_whatever_stands_beside_them(
    schema: Json, valid: tuple[Json, ...], invalid: tuple[Json, ...], inside: bool
) -> None:
    codec = root(record(of=schema) if inside else schema, strictness="types")
    for value in valid:
        assert comes_back(codec, {"of": value} if inside else value)
    for value in invalid:
        assert problems(codec, {"of": value} if inside else value)


def test_types_alone_make_the_same_classes() -> None:
    made = root(CONDITIONAL).decode(
        {"id": 1, "of": {"k": "z"}, "also": {"k": "a"}}, strictness="types"
    )
    assert made.of.k == "z"
    assert type(made.of) is type(made.also)


def test_strictness_is_a_setting() -> None:
    codec = root(BOUNDED, strictness="types")
    assert codec.decode({"id": 1, "k": "z"}).k == "z"
    assert [p.keyword for p in problems(codec, {"id": 1, "k": "z"}, strictness="strict")] == [
        "enum"
    ]
