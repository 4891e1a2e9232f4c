"""What is only sent may take more, and what is only read may be less: mypy is the judge of it."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from dataclasses import replace
from itertools import product
from pathlib import Path
from typing import Any

import pytest
from models import lowered, understood

from diff.descriptions import INTEGER, STRING, describe, json_content, ref
from generator.config import Settings
from generator.diff.changes.judge import URGENT
from generator.diff.generated.differences import differences
from generator.diff.generated.uses import uses
from generator.diff.review import diff
from generator.load import from_memory
from generator.pipeline import generate
from generator.report import Report
from generator.targets.python.outline import outlines

NUMBER, NULLABLE = {"type": "number"}, {"type": ["string", "null"]}
TAG, MIXED, LIST = {"const": "a"}, {"enum": ["a", 1]}, {"type": "array", "items": INTEGER}
KINDS = (STRING, INTEGER, NUMBER, NULLABLE, TAG, MIXED, LIST)
CASES = list(product(product(KINDS, (False, True)), repeat=2))
SETTINGS = Settings(targets=("python",), formatter="none")


def used(sent: Any = None, returned: Any = None, call: bool = False, **components: Any) -> Any:
    """A description of an operation that sends one schema, and returns another."""
    answer = {"description": "x", **({"content": json_content(returned)} if returned else {})}
    body = {"requestBody": {"content": json_content(sent)}} if sent else {}
    operation = {"post": {**body, "responses": {"200": answer}}}
    schemas = {"schemas": components}
    if call:
        return describe({}, webhooks={"x": operation}, components=schemas)
    return describe({"/x": operation}, components=schemas)


def of_cases(side: int) -> Any:
    """A version of all cases, each with a class that is sent and one that is read."""
    found = {
        f"{way}{index}": {
            "type": "object",
            "properties": {"p": case[side][0]},
            "required": ["p"] * case[side][1],
        }
        for index, case in enumerate(CASES)
        for way in ("Sent", "Read")
    }
    sent, read = (
        {"anyOf": [ref(f"{way}{index}") for index in range(len(CASES))]} for way in ("Sent", "Read")
    )
    return json.loads(json.dumps(used(sent, read, **found)))


def annotated(description: Any) -> dict[str, tuple[str, bool]]:
    """The annotation of the attribute of each class, and whether the constructor asks for it."""
    model = understood(json.dumps(description), Report(), SETTINGS)
    made = outlines(model, SETTINGS).values()
    return {
        one.name.cls: (one.attributes["p"].annotation, not one.attributes["p"].default)
        for one in made
        if one.kind == "class" and "p" in one.attributes
    }


def client(name: str, annotation: str, asked: bool) -> str:
    """A line of code that was right in the old version."""
    if name.startswith("Read"):
        return f"def f{name}(one: {name}) -> {annotation}: return one.p"
    given = f"def f{name}(one: {annotation}) -> {name}: return {name}(p=one)"
    return given if asked else f"{given} or {name}()"


def refused(lines: list[str]) -> set[str]:
    """The functions that mypy refuses."""
    imports = [
        "from typing import Any, Literal",
        "from models import *",
        "from models import OptionalNullable",
    ]
    Path("client.py").write_text("\n".join([*imports, *lines]), "utf-8")
    options = ("--no-error-summary", "--cache-dir", os.devnull, "--follow-imports=silent")
    command = (sys.executable, "-m", "mypy", *options, "client.py")
    told = subprocess.run(command, capture_output=True, text=True, check=False).stdout
    numbers = [int(line.split(":")[1]) for line in told.splitlines() if ": error:" in line]
    assert all(number > len(imports) for number in numbers), told
    return {re.split(r"def f|\(", lines[number - len(imports) - 1])[1] for number in numbers}


def test_code_has_to_change_where_mypy_refuses_it(here: Path) -> None:
    old, new = of_cases(0), of_cases(1)
    Path("new.json").write_text(json.dumps(new), "utf-8")
    outcome = generate(replace(SETTINGS, specs=("new.json",), output="."))
    assert not outcome.report.failed
    code = [client(name, *seen) for name, seen in annotated(old).items()]
    both = from_memory(old, "memory:old"), from_memory(new, "memory:new")
    changes = differences([both], (SETTINGS, SETTINGS), lambda *_: None).classes
    told = {one.name.partition(".")[0]: one for one in changes if one.level in URGENT}
    unseen = {name for name, one in told.items() if one.words == "sends None as null now"}
    assert told.keys() - unseen ^ refused(code) == set()


THING = {"$ref": "#/components/schemas/A"}


def fields(required: bool = False, **properties: Any) -> Any:
    return {"type": "object", "properties": properties, "required": ["p"] * required}


WAYS: dict[str, Any] = {
    "sent": used(sent=THING),
    "read": used(returned=THING),
    "both": used(sent=THING, returned=THING),
    "read from a call": used(sent=THING, call=True),
    "sent to a call": used(returned=THING, call=True),
    "of no operation": used(),
}
OLD, WIDER, NARROWER = (
    fields(True, p={"type": list(types)})
    for types in (("integer", "null"), ("number", "null"), ("integer",))
)
MORE = fields(True, p={"type": ["string", "integer", "null"]})
LEVELS = [
    *[("sent", WIDER, "compatible"), ("sent", NARROWER, "risky")],
    *[("read", WIDER, "breaking"), ("read", NARROWER, "compatible")],
    *[("both", WIDER, "breaking"), ("both", NARROWER, "risky")],
    *[("read from a call", WIDER, "breaking"), ("read from a call", NARROWER, "compatible")],
    *[("sent to a call", WIDER, "compatible"), ("sent to a call", NARROWER, "risky")],
    *[("of no operation", WIDER, "breaking"), ("of no operation", NARROWER, "risky")],
    # A union has a name of its own, which stands for what it is of.
    *[("sent", MORE, "compatible"), ("read", MORE, "breaking"), ("both", MORE, "breaking")],
    *[("sent", fields(True, p={"type": ["integer", "null"]}, q=INTEGER), "compatible")],
]


@pytest.mark.parametrize(("way", "schema", "level"), LEVELS)
def test_a_class_is_judged_by_its_use(way: str, schema: Any, level: str) -> None:
    versions = ({**WAYS[way], "components": {"schemas": {"A": one}}} for one in (OLD, schema))
    assert {one.level for one in diff(*versions).generated.classes if "A." in one.name} == {level}


def parameter(schema: Any, required: bool = False) -> Any:
    listed = [{"name": "p", "in": "query", "schema": schema, "required": required}]
    asked = [{"name": "q", "in": "query", "schema": INTEGER}, *listed]
    return describe({"/x": {"get": {"parameters": asked, "responses": {}}}})


def test_a_parameter_may_take_more() -> None:
    changes = diff(parameter(INTEGER, True), parameter({"type": ["integer", "null"]}, True))
    assert [(one.name, one.level, one.words) for one in changes.generated.classes] == [
        ("GetXRequest.p", "compatible", "may be None now")
    ]


def secured(**schemes: Any) -> Any:
    """A description of one operation that asks for one of some credentials."""
    asked = [{name: []} for name in schemes]
    paths = {"/x": {"get": {"responses": {}, "security": asked}}}
    return describe(paths, components={"securitySchemes": schemes})


def test_credentials_are_only_sent() -> None:
    key = {"type": "apiKey", "in": "header", "name": "k"}
    text = json.dumps(secured(a={"type": "http", "scheme": "basic"}, b=key))
    model, service = understood(text, Report()), lowered(text, Report()).service
    assert dict(uses(model, service)).items() >= {
        (type_id, frozenset({"sent"})) for type_id in model.names
    }
    assert sorted(name.cls for name in model.names.values()) == ["SchemeA", "Security"]


def test_members_of_an_enum_that_is_only_sent() -> None:
    old, new = (
        {**used(sent=THING), "components": {"schemas": {"A": {"enum": listed}}}}
        for listed in (["a", "b"], ["a", "c"])
    )
    told = [(one.name, one.level) for one in diff(old, new).generated.classes]
    assert told == [("A.B", "breaking"), ("A.C", "compatible")]


def test_an_attribute_is_told_once() -> None:
    old, new = used(sent=THING, A=fields(p=INTEGER)), used(sent=THING, A=fields(True, p=STRING))
    assert [(one.name, one.words) for one in diff(old, new).generated.classes] == [
        ("A.p", "has to be given to the constructor, with another type")
    ]


def test_another_name_for_the_same_changes_nothing() -> None:
    thing = fields(a=STRING, b=STRING)
    listed = {"type": "array", "items": THING}
    named = {"type": "array", "items": {"anyOf": [THING]}}
    old, new = (
        used(sent=fields(p=one), returned=fields(p=one), A=thing) for one in (listed, named)
    )
    assert {one.words for one in diff(old, new).generated.classes} == {"is new"}
