"""What changes in the classes and the tables that are generated from two versions."""

from __future__ import annotations

import ast
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from models import understood

from diff.descriptions import INTEGER, STRING, describe, write
from generator.cli import main
from generator.config import Settings
from generator.diff.generated.differences import Generated
from generator.diff.review import diff
from generator.report import Report
from generator.targets.python import python_files

NULLABLE = {"type": ["string", "null"]}
MAP = {"type": "object", "additionalProperties": STRING}
LIST = {"type": "array", "items": STRING}
LONG = "a text that no line of the class has room for, " * 2
ENUM = {"enum": ["a", "b"]}
WITH_A, WITH_B = ({**ENUM, "default": value} for value in ENUM["enum"])
THING = {"type": "object", "properties": {"n": INTEGER}}
CAT, DOG = ({**THING, "title": title, "required": [title]} for title in ("Cat", "Dog"))


def version(properties: Any, operation: str = "getA", **components: Any) -> Any:
    """Return a description in which requests and responses hold an `A` of these properties."""
    components["A"] = {"type": "object", "properties": properties}
    content = {"application/json": {"schema": {"$ref": "#/components/schemas/A"}}}
    both = {"responses": {"200": {"description": "", "content": content}}}
    asked = {"parameters": [{"name": "q", "in": "query", "schema": INTEGER}]}
    put = {**both, **asked, "operationId": operation, "requestBody": {"content": content}}
    paths = {"/a": {"put": put}}
    # A dict that stands twice is one schema.
    return json.loads(json.dumps(describe(paths, components={"schemas": components})))


def made(old: Any, new: Any) -> Generated:
    return diff(old, new).generated


def sent(schema: Any) -> Any:
    return {"allOf": [schema], "readOnly": True}


CLASSES: dict[str, tuple[Any, Any, list[str]]] = {
    "the same": ({"x": STRING}, {"x": STRING}, []),
    "a bound": ({"x": STRING}, {"x": {**STRING, "maxLength": 3}}, []),
    "another type": (
        {"x": STRING},
        {"x": INTEGER},
        ["breaking A.x has another type now: str | None → int | None"],
    ),
    "a map that is an object now": (
        {"x": MAP},
        {"x": {"type": "object"}},
        [
            "breaking A.x has another type now: dict[str, str] | None → X | None",
            "compatible X is new: ",
        ],
    ),
    "a default that is gone": (
        {"x": {**LIST, "default": []}},
        {"x": LIST},
        ["breaking A.x may be None now: list[str] → list[str] | None"],
    ),
    "a default that came": (
        {"x": INTEGER},
        {"x": {**INTEGER, "default": 3}},
        ["risky A.x is never None now: int | None → int"],
    ),
    "null": (
        {"x": STRING},
        {"x": NULLABLE},
        ["breaking A.x may be UNSET now: str | None → OptionalNullable[str]"],
    ),
    "no null": (
        {"x": NULLABLE},
        {"x": STRING},
        ["risky A.x is never UNSET now: OptionalNullable[str] → str | None"],
    ),
    "a further attribute": ({}, {"x": STRING}, ["compatible A.x is a further attribute: "]),
    "an attribute that is gone": ({"x": STRING}, {}, ["breaking A.x is gone: "]),
    "another default": (
        {"x": {**INTEGER, "default": 3}, "y": {**LIST, "default": ["a"]}, "z": WITH_A},
        {"x": {**INTEGER, "default": 4}, "y": {**LIST, "default": [LONG]}, "z": WITH_B},
        [
            "risky A.x has another default now: 3 → 4",
            f'risky A.y has another default now: ["a"] → ["{LONG}"]',
            'risky A.z has another default now: "a" → "b"',
        ],
    ),
    "the default of a class of another name": (
        {"x": {**WITH_A, "title": "Old"}},
        {"x": {**WITH_A, "title": "New"}},
        ["breaking Old is called New now: "],
    ),
    "an attribute that stands for another member": (
        {"fooBar": STRING},
        {"foo_bar": STRING, "fooBar": STRING},
        [
            "breaking A.foo_bar stands for the member 'foo_bar' now: fooBar → foo_bar",
            "compatible A.foo_bar_1 is a further attribute: ",
        ],
    ),
    "an alias": (
        {"x": {"oneOf": [CAT, DOG]}},
        {"x": THING},
        ["breaking X is a class now: alias → class", "breaking Cat is gone: ", "breaking Dog is "],
    ),
    "a member of an enum": (
        {"x": ENUM},
        {"x": {"enum": ["a", "c"]}},
        ["breaking X.B is gone: ", "risky X.C is a further member: "],
    ),
    "an enum that is a class now": (
        {"x": ENUM},
        {"x": THING},
        ["breaking X is a class now: enum → class"],
    ),
    "a title": (
        {"x": {**THING, "title": "Old"}},
        {"x": {**THING, "title": "New"}},
        ["breaking Old is called New now: Old → New"],
    ),
    "empty classes, which all look alike": (
        {"x": {"type": "object"}},
        {"y": {"type": "object"}},
        [
            "breaking A.x is gone: ",
            "compatible A.y is a further attribute: ",
            "breaking X is gone: ",
            "compatible Y is new: ",
        ],
    ),
    "a class that moved, with another name": (
        {"x": {**THING, "title": "Old"}},
        {"y": {**THING, "title": "New"}},
        [
            "breaking A.x is gone: ",
            "compatible A.y is a further attribute: ",
            "breaking Old is called New now: ",
        ],
    ),
    "branches that changed places": (
        {"x": {"oneOf": [CAT, DOG]}},
        {"x": {"oneOf": [DOG, CAT]}},
        [],
    ),
    "a renamed class, and a text of its name": (
        {"x": {**THING, "title": "Old"}, "t": {"enum": ["Old"]}, "u": {"const": "Old"}},
        {"x": {**THING, "title": "New"}, "t": {"enum": ["Old"]}, "u": {"const": "Old"}},
        ["breaking Old is called New now: "],
    ),
    "a name that another schema has now": (
        {"x": {**THING, "properties": {"kind": ENUM}}},
        {"kind": {"enum": ["c"]}, "x": {**THING, "properties": {"kind": ENUM}}},
        [
            "breaking Kind is called AKind now, and another class has its name: Kind → AKind",
            "compatible A.kind is a further attribute: ",
        ],
    ),
}


def told(changes: Generated) -> list[str]:
    return [
        f"{one.level} {one.name} {one.words}: {one.before} → {one.after}" for one in changes.classes
    ]


@pytest.mark.parametrize("name", CLASSES)
def test_classes(name: str) -> None:
    old, new, expected = CLASSES[name]
    found = told(made(version(old), version(new)))
    assert len(found) == len(expected), found
    assert [one for one in expected if not any(line.startswith(one) for line in found)] == [], found


TABLES: dict[str, tuple[Any, Any, list[Any]]] = {
    "the same": ({"x": STRING}, {"x": STRING}, []),
    "a bound, which has no column": ({"x": STRING}, {"x": {**STRING, "maxLength": 3}}, []),
    "a type": (
        {"x": STRING},
        {"x": INTEGER},
        [("~", "A.x", [("Type", "Optional[str]", "Optional[int]")])],
    ),
    "a type with emphasis within": (
        {"x": MAP},
        {"x": {**MAP, "additionalProperties": INTEGER}},
        [("~", "A.x", [("Type", "Dict[str, str]", "Dict[str, int]")])],
    ),
    "a description": (
        {"x": STRING},
        {"x": {**STRING, "description": "Which."}},
        [("~", "A.x", [("Description", "N/A", "Which.")])],
    ),
    "one of two fields of one name": (
        {"a_b": STRING, "aB": STRING},
        {"a_b": STRING, "aB": INTEGER},
        [("~", "A.a_b (2)", [("Type", "Optional[str]", "Optional[int]")])],
    ),
    "the order": (
        {"x": STRING, "y": STRING},
        {"y": STRING, "x": STRING},
        [("~", "A", [("Order", "x, y", "y, x")])],
    ),
    "a field": ({"x": STRING}, {"y": STRING}, [("−", "A.x", []), ("+", "A.y", [])]),
    "a value": ({"x": ENUM}, {"x": {"enum": ["a"]}}, [("−", "X.B", [])]),
    "a page": (
        {"x": STRING},
        {"x": THING},
        [("~", "A.x", [("Type", "Optional[str]", "Optional[models.X]")]), ("+", "X", [])],
    ),
    "a member of a union": (
        {"x": {"oneOf": [CAT, DOG]}},
        {"x": {"oneOf": [CAT, DOG, STRING]}},
        [("+", "X.str", [])],
    ),
}


@pytest.mark.parametrize("name", TABLES)
def test_tables(name: str) -> None:
    old, new, expected = TABLES[name]
    rows = made(version(old), version(new)).rows
    assert [(row.mark, row.name, [*map(tuple, row.cells)]) for row in rows] == expected


def test_operations_name_classes_too() -> None:
    changes = made(version({}), version({}, "fetchA"))
    assert "breaking GetARequest is called FetchARequest now: GetARequest → FetchARequest" in told(
        changes
    )
    assert ("~", "GetARequest") in [(row.mark, row.name) for row in changes.rows]


FAMILY = {
    "Base": {"type": "object", "properties": {"a": STRING}},
    "Kid": {"allOf": [{"$ref": "#/components/schemas/Base"}], "properties": {"b": STRING}},
}


def test_what_a_class_inherits_from_is_seen(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    both = {"type": "object", "properties": {"a": STRING, "b": STRING}}
    write(version({}, **FAMILY), version({}, **{**FAMILY, "Kid": both}))
    Path("typewright.toml").write_text('all_of = "inherit"\n', "utf-8")
    main(["diff", "old.json", "new.json"])
    assert "Kid does not inherit from Base" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("target", "told"), [("python", "row changes"), ("markdown", "code has to change")]
)
def test_only_the_targets_of_the_settings_are_compared(
    target: str, told: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(version({"x": STRING}), version({"x": INTEGER}))
    Path("typewright.toml").write_text(f'targets = ["{target}"]\n', "utf-8")
    main(["diff", "old.json", "new.json"])
    assert f"unchanged No {told}." in " ".join(capsys.readouterr().out.split())


def test_values_of_a_literal_have_no_order(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(version({"x": ENUM}), version({"x": {"enum": ["b", "a"]}}))
    Path("typewright.toml").write_text('enums = "literal"\n', "utf-8")
    main(["diff", "old.json", "new.json"])
    assert "Python classes  unchanged" in capsys.readouterr().out


def test_schemas_are_read_in_the_dialect_of_the_settings(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    bound = {"minimum": 1, "exclusiveMinimum": True, "type": "integer"}
    write({"type": "object", "properties": {"n": bound}}, {"type": "object", "properties": {}})
    Path("typewright.toml").write_text('dialect = "draft4"\n', "utf-8")
    main(["diff", "old.json", "new.json"])
    assert "Old.n is gone" in capsys.readouterr().out.replace("New.n", "Old.n")


def test_nothing_is_known_of_what_cannot_be_generated() -> None:
    changes = made(version({"x": STRING}), version({"x": {"$ref": "#/nowhere"}}))
    assert (changes.verdict, changes.classes, changes.rows) == ("unknown", (), ())


def test_classes_change_whatever_is_accepted(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(version({"x": STRING}), version({"x": INTEGER}))
    Path("typewright.toml").write_text("", "utf-8")
    main(["diff", "old.json", "new.json", "--accept", "--reason", "planned"])
    capsys.readouterr()
    main(["diff", "old.json", "new.json"])
    out = capsys.readouterr().out
    assert "unchanged  No client has to change, but for what was accepted.\n" in out
    assert "breaking   Code that uses A.x has to change.\n" in out


def test_specs_of_one_package_are_generated_together(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for side in ("old", "new"):
        Path(side).mkdir()
        for name in ("one", "two"):
            described = version({"x": STRING if side == "old" or name == "one" else INTEGER})
            Path(side, f"{name}.json").write_text(json.dumps(described), "utf-8")
    main(["diff", "old", "new"])
    assert "Code that uses AModel.x has to change." in capsys.readouterr().out


SCHEMAS = (
    *(STRING, INTEGER, NULLABLE, MAP, LIST, ENUM, THING, CAT, DOG),
    *({"enum": ["a", "c"]}, {"enum": [1, 2]}, {"oneOf": [CAT, DOG]}, {"oneOf": [DOG, STRING]}),
    *({**LIST, "default": []}, {**INTEGER, "default": 3}, {**THING, "additionalProperties": False}),
    *({"$ref": "#/components/schemas/A"}, {**THING, "properties": {"x": ENUM}}),
)
PROPERTIES = st.dictionaries(st.sampled_from("xyz"), st.sampled_from(SCHEMAS), max_size=3)


def faces(description: Any) -> set[Any]:
    """Return what code sees of the classes that are rendered."""
    model = understood(json.dumps(description), Report())
    files = python_files(model, Settings())
    modules = [ast.parse(f.text) for f in files if f.of is not None]
    return {face for module in modules for face in seen(module)}


def seen(module: ast.Module) -> Iterator[Any]:
    for node in module.body:
        if isinstance(node, ast.ClassDef):
            members = (m for m in node.body if isinstance(m, ast.Assign | ast.AnnAssign))
            lines = [ast.unparse(m).partition(" = ") for m in members]
            yield node.name, frozenset((head, bool(mark)) for head, mark, _ in lines)
            yield node.name, frozenset(line for line in lines if ": " not in line[0])
        elif isinstance(node, ast.AnnAssign) or "Union[" in ast.unparse(node):
            yield frozenset(re.findall(r"\w+", ast.unparse(node)))


@settings(max_examples=100, deadline=None)
@given(old=PROPERTIES, new=PROPERTIES)
def test_classes_change_where_what_is_rendered_does(old: Any, new: Any) -> None:
    changes = made(version(old), version(new))
    assert bool(changes.classes) == (faces(version(old)) != faces(version(new)))


def test_whether_a_field_is_required_is_told_in_words() -> None:
    old, new = (version({"y": STRING, "x": STRING}) for _ in range(2))
    new["components"]["schemas"]["A"]["required"] = ["x"]
    (row,) = made(old, new).rows  # and not that it stands before the other now
    assert ("Required", "no", "yes") in row.cells
