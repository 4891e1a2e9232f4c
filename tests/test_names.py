"""What types are called, where several want one name."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import compile, generate
from generator.config import Settings
from tests.tables import schema, tables


def classes(documents: Mapping[str, str]) -> set[str]:
    """Return the classes that tables are about."""
    return {text.split()[1] for text in documents.values()}


def modules() -> set[str]:
    """Return the modules of models that were generated."""
    return {path.stem for path in Path("generated/models").glob("[!_]*.py")}


TWO_STATUSES = """
type: object
properties:
  status: {type: string, enum: [a]}
  part:
    type: object
    properties:
      status: {type: string, enum: [b]}
"""


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("short", "Part Status ThingStatus"),
        ("legacy", "Part Status ThingStatus"),
        ("2025", "Part ThingPartStatus ThingStatus"),
        ("qualified", "ThingPart ThingPartStatus ThingStatus"),
    ],
)
def test_inline_schemas_are_called(strategy: str, names: str) -> None:
    found = classes(schema(TWO_STATUSES, names=strategy))
    assert sorted(found - {"Thing"}) == names.split()


TWO_OPERATIONS = """
paths:
  /a:
    get:
      operationId: first
      parameters: [{name: status, in: query, schema: {enum: [a]}}]
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
components:
  schemas:
    Thing: {type: object, properties: {status: {enum: [b]}, owner: {$ref: '#/components/schemas/Owner'}}}
    Owner: {type: object, properties: {status: {enum: [c]}}}
"""


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("short", "FirstRequest Owner OwnerStatus QueryParamStatus Status Thing"),
        ("legacy", "FirstRequest Owner OwnerStatus Status Thing ThingStatus"),
        ("2025", "FirstRequest FirstStatus Owner OwnerStatus Thing ThingStatus"),
        ("qualified", "FirstRequest FirstStatus Owner OwnerStatus Thing ThingStatus"),
    ],
)
def test_who_gets_a_name_that_several_want(strategy: str, names: str) -> None:
    assert sorted(classes(tables(TWO_OPERATIONS, names=strategy))) == names.split()


UNIONS = """
type: object
properties:
  model: {anyOf: [{type: string}, {type: string, enum: [a, b]}]}
  to:
    oneOf:
      - {type: object, properties: {kind: {const: mail}, x: {type: string}}}
      - {type: object, properties: {x: {type: string}, y: {type: string}}}
      - {type: object, properties: {x: {type: string}, z: {type: string}}}
      - {type: array, items: {type: string}}
      - {type: array, items: {type: object, properties: {x: {type: string}}}}
      - {type: string, enum: [""]}
      - {type: object, title: Other}
"""


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("short", "Model ModelEnum Other Thing To ToEmpty ToItem ToMail ToWithY ToWithZ"),
        ("2023", "Five Model One Other Six Thing Three To To2 Two"),
        (
            "qualified",
            "Thing ThingModel ThingModelEnum ThingTo ThingToEmpty ThingToItem ThingToMail "
            "ThingToOther ThingToWithY ThingToWithZ",
        ),
    ],
)
def test_the_members_of_a_union_are_called(strategy: str, names: str) -> None:
    assert sorted(classes(schema(UNIONS, names=strategy))) == names.split()


def test_a_component_keeps_its_name_whoever_came_first() -> None:
    text = TWO_OPERATIONS.replace("    Owner:", "    Status: {type: object}\n    Owner:")
    text = text.replace(
        "properties: {status: {enum: [b]}", "properties: {s: {$ref: '#/components/schemas/Status'}"
    )
    assert {"Status", "QueryParamStatus", "OwnerStatus"} <= classes(tables(text))


def test_a_body_whose_title_says_its_operation_is_called_by_it_alone() -> None:
    text = """
paths:
  /a:
    post:
      operationId: saveThing
      requestBody:
        content:
          application/json:
            schema: {title: saveThingBody, type: object, properties: {x: {type: string}}}
"""
    assert classes(tables(text)) == {"SaveThingBody"}


def test_beside_a_component_a_schema_is_called_by_its_kind() -> None:
    text = """
    Thing:
      type: object
      properties:
        status: {enum: [a]}
        tags: {type: array, items: {type: object}}
    Status: {type: object}
    ThingStatus: {type: object}
    ThingTags: {type: object}
    Tags: {type: object}
    """
    paths = "paths: {}\ncomponents:\n  schemas:"
    assert classes(tables(paths + text, include="all")) == {
        "Thing",
        "Status",
        "ThingStatus",
        "ThingStatusEnum",
        "ThingTags",
        "ThingTag",
        "Tags",
    }


def test_what_operations_do_not_use_renames_nothing_that_they_use() -> None:
    text = TWO_OPERATIONS + "    Able: {type: object, properties: {status: {enum: [z]}}}\n"
    reached, everything = tables(text), tables(text, include="all")
    assert {path: everything[path] for path in reached} == reached


def test_the_order_of_definitions_changes_no_name_of_a_plain_schema() -> None:
    one = "{type: object, properties: {status: {enum: [b]}}}"
    two = "{type: object, properties: {status: {enum: [c]}}}"
    text = "paths: {{}}\ncomponents: {{schemas: {{{}}}}}\n"
    forth = tables(text.format(f"One: {one}, Two: {two}"), include="all")
    back = tables(text.format(f"Two: {two}, One: {one}"), include="all")
    assert forth == back


def test_a_component_that_is_its_namesake_elsewhere_is_no_class_of_its_own(here: Path) -> None:
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\ncomponents:\n  schemas:\n"
    Path("a.yaml").write_text(
        head + "    Thing: {$ref: 'b.yaml#/components/schemas/Thing'}\n"
        "    Other: {$ref: 'b.yaml#/components/schemas/Thing'}\n"
    )
    Path("b.yaml").write_text(head + "    Thing: {type: object, properties: {a: {}}}\n")
    models = compile(Path("a.yaml"))
    assert models["#/components/schemas/Thing"].cls.__name__ == "Thing"
    assert models["#/components/schemas/Other"].decode({"a": 1}).a == 1
    generate(Settings(specs=("a.yaml",)))
    assert modules() == {"thing", "other"}


FILES = {
    "api.yaml": """
openapi: 3.1.0
info: {title: T, version: '1'}
components:
  schemas:
    Order: {$ref: 'schemas.yaml#/Order'}
    UserProfile: {$ref: 'files/user-profile.yaml'}
    Err: {$ref: 'schemas.yaml#/api_error'}
""",
    "schemas.yaml": """
Order:
  type: object
  properties: {line: {$ref: '#/Line'}, note: {$ref: '#/Note'}, user: {$ref: 'files/user-profile.yaml'}}
Line: {type: object, properties: {kind: {enum: [a]}}}
Note: {type: string}
api_error: {type: object}
""",
    "files/user-profile.yaml": "{type: object, properties: {age: {type: integer}}}",
}


@pytest.mark.parametrize(("names", "kind"), [("short", "kind"), ("qualified", "linekind")])
def test_schemas_in_files_that_collect_them_are_called_as_they_are_there(
    names: Any, kind: str, here: Path
) -> None:
    Path("files").mkdir()
    for path, text in FILES.items():
        Path(path).write_text(text)
    generate(Settings(specs=("api.yaml",), names=names))
    assert modules() == {"order", "line", kind, "note", "userprofile", "err", "apierror"}
    models = compile(Path("api.yaml"))
    assert models["#/components/schemas/UserProfile"].cls.__name__ == "UserProfile"


@pytest.mark.parametrize("head", ["", "$id: https://example.com/tree\n"])
def test_what_a_dynamic_reference_leads_back_to_is_no_second_class(head: str, here: Path) -> None:
    Path("tree.yaml").write_text(
        f"""{head}$schema: https://json-schema.org/draft/2020-12/schema
$dynamicAnchor: node
type: object
properties: {{first: {{$dynamicRef: '#node'}}, leaf: {{$ref: '#/$defs/Leaf'}}}}
$defs: {{Leaf: {{type: object, properties: {{tree: {{$dynamicRef: '#node'}}}}}}}}
"""
    )
    generate(Settings(specs=("tree.yaml",)))
    assert modules() == {"tree", "leaf"}


def test_a_name_says_nothing_twice() -> None:
    text = """
paths: {}
components:
  schemas:
    MoodEnum: {anyOf: [{type: string}, {type: string, enum: [a]}, {type: string, enum: [b, c]}]}
    Pick: {anyOf: [{type: string}, {title: Only, type: object, properties: {x: {}}}]}
    Only: {type: object}
"""
    assert classes(tables(text, include="all")) == {
        "MoodEnum",
        "MoodEnumA",
        "MoodEnumValue",
        "Pick",
        "PickOnly",
        "Only",
    }


def test_a_field_is_annotated_with_the_class_of_a_component_that_may_be_null() -> None:
    schemas = {
        "Options": {"anyOf": [{"type": "object", "properties": {"a": {}}}, {"type": "null"}]},
        "Thing": {"properties": {"options": {"$ref": "#/components/schemas/Options"}}},
    }
    models = compile({"openapi": "3.1.0", "components": {"schemas": schemas}})
    cls = models["#/components/schemas/Thing"].cls
    assert cls.__annotations__["options"] == "OptionalNullable[Options]"
    assert models["#/components/schemas/Options"].decode(None) is None
    assert type(models["#/components/schemas/Options"].decode({})).__name__ == "Options"


@pytest.mark.parametrize(
    ("first", "second", "told"),
    [
        (
            "{User: {type: object}}",
            "{User: {type: object}}",
            ["'User' is 'UserModel', since 'a.yaml' has 'User'"],
        ),
        ("{User: {type: object}}", "{Guest: {type: object}}", []),
        ("{User: {type: object}}", "{User: {$ref: 'a.yaml#/components/schemas/User'}}", []),
    ],
    ids=["two types", "two names", "one type"],
)
def test_equal_names_in_several_descriptions_are_told(
    first: str, second: str, told: list[str], here: Path
) -> None:
    for file, schemas in {"a.yaml": first, "b.yaml": second}.items():
        head = "{openapi: 3.1.0, info: {title: A, version: '1'}, components: {schemas: %s}}"
        Path(file).write_text(head % schemas, "utf-8")
    outcome = generate(Settings(specs=("a.yaml", "b.yaml")))
    assert [finding.message for finding in outcome.report.diagnostics] == told
