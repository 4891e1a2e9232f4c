"""What types, fields and members are called."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import keyword
from pathlib import Path
from typing import Any

import pytest

from generator import compile, generate
from generator.config import Settings
from generator.names.casing import (
    PYTHON_RESERVED,
    class_name,
    field_name,
    field_names,
    member_names,
)
from generator.names.singular import singular
from generator.names.spelling import number_words
from generator.names.stem import stem
from tests.tables import schema, tables


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("list_jobs", "ListJobs"),
        ("HTTPError", "HTTPError"),
        ("FTModelOut", "FTModelOut"),
        ("http_status", "HTTPStatus"),
        ("userId", "UserID"),
        ("LLM", "Llm"),
        ("JWKS", "Jwks"),
        ("application/hal+json", "ApplicationHalPlusJSON"),
        ("1", "One"),
        ("10", "Ten"),
        ("2_1", "Two1"),
        (
            "delete_v2_deployments_invalidate_deploymentId",
            "DeleteV2DeploymentsInvalidateDeploymentID",
        ),
        ("größe", "Größe"),
        ("名前", "名前"),
        ("", "Model"),
        ("😀", "Model"),
        ("None", "NoneModel"),
        ("Union", "UnionModel"),
        ("type", "Type"),
    ],
)
def test_a_class_is_called(text: str, name: str) -> None:
    assert class_name(text) == name


@pytest.mark.parametrize("letter", ["a", "é", "名", "İ"])
def test_a_name_too_long_for_a_file_ends_in_a_digest(letter: str) -> None:
    one, other = class_name(f"{letter * 300}1"), class_name(f"{letter * 300}2")
    assert one != other
    assert one[:30] == other[:30] == class_name(letter * 300)[:30]
    assert max(len(f"{stem(name)}.pyi".encode()) for name in (one, other)) <= 255
    assert one == class_name(f"{letter * 300}1")
    assert one.isidentifier()


@pytest.mark.parametrize(
    ("number", "words"),
    [
        (0, "zero"),
        (42, "forty two"),
        (200, "two hundred"),
        (1024, "one thousand and twenty four"),
        (1999, "one thousand nine hundred and ninety nine"),
        (1_000_000, "one million"),
        (10**18, "one" + " zero" * 18),
    ],
)
def test_numbers_are_spelled(number: int, words: str) -> None:
    assert " ".join(number_words(number)) == words


@pytest.mark.parametrize(
    ("plural", "one"),
    [
        ("categories", "category"),
        ("customMetadata", "customMetadatum"),
        ("addresses", "address"),
        ("line_items", "line_item"),
        ("statuses", "status"),
        ("status", "status"),
        ("boxes", "box"),
        ("Movies", "Movie"),
        ("news", "news"),
    ],
)
def test_the_singular_of(plural: str, one: str) -> None:
    assert singular(plural) == one


@pytest.mark.parametrize(
    ("wire", "name"),
    [
        ("", "field"),
        ("2fa", "twofa"),
        ("+1", "plus_1"),
        ("-1", "minus_1"),
        ("$ref", "ref"),
        ("class", "class_"),
        ("list", "list_"),
        ("str", "str_"),
        ("__init__", "init"),
        ("from_dict", "from_dict_"),
        ("additional_properties", "additional_properties_"),
        ("ünïcode", "ünïcode"),
        ("😀", "field"),
        ("İstanbul", "i_stanbul"),
    ],
)
def test_a_field_of_a_dataclass_is_called(wire: str, name: str) -> None:
    found = field_name(wire)
    assert found.isidentifier()
    assert not keyword.iskeyword(found)
    assert found not in PYTHON_RESERVED
    if name.isascii() and wire != "İstanbul":
        assert found == name


def test_fields_that_clash_get_numbers() -> None:
    assert field_names(["fooBar", "foo-bar", "class", "Class"]) == (
        "foo_bar",
        "foo_bar_1",
        "class_",
        "class_1",
    )


def test_a_property_that_is_called_like_a_field_keeps_its_name() -> None:
    assert field_names(["_id", "id", "ID"]) == ("id_1", "id", "id_2")
    assert field_names(["fooBar", "foo_bar", "class", "class_"]) == (
        "foo_bar_1",
        "foo_bar",
        "class_1",
        "class_",
    )


def test_members_that_clash_get_numbers() -> None:
    assert member_names(["a b", "a-b", "", "!", "?", "None", 1, "mro"]) == [
        "A_B",
        "A_B_1",
        "UNKNOWN",
        "SYMBOL",
        "SYMBOL_1",
        "NONE",
        "ONE",
        "MRO_",
    ]


def test_a_symbol_at_the_end_shows_in_later_versions() -> None:
    value = "Translation (document)"
    assert member_names([value]) == ["TRANSLATION_DOCUMENT"]
    assert member_names([value], symbol_at_end=True) == ["TRANSLATION_DOCUMENT_"]


def test_a_module_is_called_by_its_class() -> None:
    assert [stem(cls) for cls in ("JobOut", "Self", "And", "Schema", "Com1", "Com10")] == [
        "jobout",
        "self_",
        "and_",
        "schema",
        "com1_",
        "com10",
    ]


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
    found = {text.split()[1] for text in schema(TWO_STATUSES, names=strategy).values()}
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
    found = sorted(text.split()[1] for text in tables(TWO_OPERATIONS, names=strategy).values())
    assert " ".join(found) == names


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
    found = {text.split()[1] for text in schema(UNIONS, names=strategy).values()}
    assert sorted(found) == names.split()


def test_a_component_keeps_its_name_whoever_came_first() -> None:
    text = TWO_OPERATIONS.replace("    Owner:", "    Status: {type: object}\n    Owner:")
    text = text.replace(
        "properties: {status: {enum: [b]}", "properties: {s: {$ref: '#/components/schemas/Status'}"
    )
    found = {text.split()[1] for text in tables(text).values()}
    assert {"Status", "QueryParamStatus", "OwnerStatus"} <= found


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
    found = {text.split()[1] for text in tables(text).values()}
    assert found == {"SaveThingBody"}


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
    found = {text.split()[1] for text in tables(paths + text, include="all").values()}
    assert found == {
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
    modules = {path.stem for path in Path("generated/models").glob("[!_]*.py")}
    assert modules == {"thing", "other"}


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
    modules = {path.stem for path in Path("generated/models").glob("[!_]*.py")}
    assert modules == {"order", "line", kind, "note", "userprofile", "err", "apierror"}
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
    assert {path.stem for path in Path("generated/models").glob("[!_]*.py")} == {"tree", "leaf"}


def test_a_name_says_nothing_twice() -> None:
    text = """
paths: {}
components:
  schemas:
    MoodEnum: {anyOf: [{type: string}, {type: string, enum: [a]}, {type: string, enum: [b, c]}]}
    Pick: {anyOf: [{type: string}, {title: Only, type: object, properties: {x: {}}}]}
    Only: {type: object}
"""
    found = {text.split()[1] for text in tables(text, include="all").values()}
    assert found == {"MoodEnum", "MoodEnumA", "MoodEnumValue", "Pick", "PickOnly", "Only"}


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
