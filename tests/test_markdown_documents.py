"""Which documents there are, and how one is laid out (docs/tables.md, 1 to 3), with its examples."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import re

import pytest

from generator.names import STRATEGIES
from tests.tables import NO, OK, YES, field, operation, rows, schema, tables


def test_a_component_that_nothing_uses_has_no_document_unless_it_asks_for_one() -> None:
    components = """
components:
  schemas:
    Lost: {type: object}
    Kept: {type: object, x-speakeasy-include: true}
    Alias: {$ref: '#/components/schemas/Kept'}
"""
    assert set(tables(operation(OK, components))) == {"models/kept.md"}
    assert set(tables(components, include="all")) == {"models/kept.md", "models/lost.md"}


def test_folders_are_those_of_the_packages() -> None:
    parts = """
parameters: [{name: a, in: query, schema: {enum: [x]}}]
responses:
  '200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
  '404': {content: {application/json: {schema: {$ref: '#/components/schemas/Missing'}}}}
"""
    components = "components: {schemas: {Thing: {type: object}, Missing: {type: object}}}\n"
    paths = {"shared_path": "models/shared", "operations_path": "models/operations"}
    found = tables(operation(parts, components), errors_path="errors", **paths)
    assert set(found) == {
        "models/shared/thing.md",
        "errors/missing.md",
        "models/operations/a.md",
        "models/operations/makethingrequest.md",
    }
    request = rows(found["models/operations/makethingrequest.md"])[0]
    assert "[Optional[operations.A]](../../models/operations/a.md)" in request


@pytest.mark.parametrize("parts", ["errors", "models"])
def test_what_is_inside_an_error_may_be_among_the_components(parts: str) -> None:
    said = {"errors": "errors", "models": "shared"}[parts]
    response = "responses: {'404': {$ref: '#/components/responses/Gone'}}\n"
    components = """
components:
  responses: {Gone: {content: {application/json: {schema: {$ref: '#/components/schemas/Missing'}}}}}
  schemas:
    Missing: {type: object, properties: {code: {enum: [x]}, more: {$ref: '#/components/schemas/More'}}}
    More: {type: object}
"""
    found = tables(operation(response, components), errors_path="errors", error_parts=said)
    assert set(found) == {"errors/missing.md", f"{parts}/code.md", "models/more.md"}


@pytest.mark.parametrize("names", STRATEGIES)
def test_a_body_belongs_to_its_operation_and_that_of_a_component_to_all(names: str) -> None:
    parts = """
requestBody: {content: {application/json: {schema: {type: object}}}}
responses:
  '200': {$ref: '#/components/responses/Answer'}
  '404': {content: {text/csv: {schema: {type: object}}}}
"""
    answer = "{content: {application/json: {schema: {type: object}}}}"
    components = f"components: {{responses: {{Answer: {answer}}}}}\n"
    found = tables(
        operation(parts, components), names=names, shared_path="shared", operations_path="own"
    )
    body = "makethingrequest" if names == "2025" else "makethingrequestbody"
    assert set(found) == {"shared/answer.md", f"own/{body}.md"}


@pytest.mark.parametrize("names", STRATEGIES)
def test_a_request_whose_name_a_component_has_says_so_twice(names: str) -> None:
    parts = """
parameters: [{name: a, in: query, schema: {type: string}}]
requestBody:
  content: {application/json: {schema: {$ref: '#/components/schemas/MakeThingRequest'}}}
responses: {'204': {description: Done}}
"""
    components = "components: {schemas: {MakeThingRequest: {type: object}}}\n"
    found = tables(operation(parts, components), names=names)
    assert set(found) == {"models/makethingrequest.md", "models/makethingrequestrequest.md"}


@pytest.mark.parametrize(
    ("key", "version", "file"),
    [
        ("FineTuneableModel", "1.376.0", "finetuneablemodel.md"),
        ("Self", "1.376.0", "self_.md"),
        ("And", "1.376.0", "and_.md"),
        ("Format", "1.448.2", "format.md"),
        ("Format", "1.455.5", "format_.md"),
        ("Bytes", "1.462.2", "bytes.md"),
        ("Bytes", "1.468.5", "bytes_.md"),
    ],
)
def test_a_file_is_called_by_its_class_in_lower_case(key: str, version: str, file: str) -> None:
    found = schema(f"type: object\nproperties: {{{key}: {{type: object}}}}", tables_version=version)
    assert file in found
    assert f"({'../models/' + file})" in found["thing.md"]


def test_the_retry_settings_have_a_document_on_request() -> None:
    found = schema("type: object", utility_tables=True)["utils/retryconfig.md"]
    assert rows(found)[0].startswith("`strategy` ")
    assert "utils/retryconfig.md" not in schema("type: object")


def test_only_unions_end_with_a_newline_and_windows_breaks_stay_in_descriptions() -> None:
    found = schema(
        'type: object\ndescription: "a\\r\\nb"\n'
        "properties: {u: {oneOf: [{type: string}, {type: integer}]}, e: {enum: [x]}}"
    )
    assert found["thing.md"].startswith("# Thing\n\na\r\nb\n\n\n## Fields\n\n|")
    assert found["thing.md"].endswith("|")
    assert found["e.md"].endswith("|")
    assert found["u.md"].endswith("```\n\n")


def test_the_description_stands_raw_between_heading_and_section() -> None:
    assert schema("type: object")["thing.md"].startswith("# Thing\n\n\n## Fields\n\n| Field")
    text = schema("type: object\ndescription: |\n  *a*\n\n    b")["thing.md"]
    assert text.startswith("# Thing\n\n*a*\n\n  b\n\n\n\n## Fields\n\n")


def test_a_deprecated_type_says_so_after_its_description() -> None:
    text = schema("type: object\ndescription: D\ndeprecated: true")["thing.md"]
    assert text.startswith(
        "# ~~Thing~~\n\nD\n\n> :warning: **DEPRECATED**: This will be removed in a future release, "
        "please migrate away from it as soon as possible.\n\n\n## Fields\n"
    )


@pytest.mark.parametrize(("plain", "end"), [(False, "Use `b`..<br/><br/>D"), (True, "Use `b`.")])
def test_what_is_deprecated_may_say_why(plain: bool, end: str) -> None:
    why = "deprecated: true, x-speakeasy-deprecation-message: Use `b`."
    text = f"type: object\nproperties: {{a: {{type: string, {why}, description: D}}}}"
    found = schema(text, plain_tables=plain)["thing.md"]
    assert f"**: {end}" in found.replace("** DEPRECATED **", "**DEPRECATED**")
    found = schema(f"type: object\n{why.replace(', ', chr(10))}", plain_tables=plain)["thing.md"]
    assert f"**DEPRECATED**: Use `b`.{'' if plain else '.'}\n\n\n## Fields" in found


def test_a_column_for_examples_only_where_there_is_one() -> None:
    assert "| Example |" not in schema("type: object\nproperties: {a: {}}")["thing.md"]
    text = schema("type: object\nproperties: {a: {}, b: {type: string, example: x}}")["thing.md"]
    assert rows(text) == [
        f"`a` | *Optional[Any]* | {NO} | N/A",
        f"`b` | *Optional[str]* | {NO} | N/A | x",
    ]


def test_every_column_is_as_wide_as_the_longest_cell_of_the_table() -> None:
    lines = schema("type: object\nproperties: {a: {description: é234567890123456789}}")["thing.md"]
    header, rule, row = lines.split("\n")[-3:]
    assert (
        header
        == "| "
        + " | ".join(c.ljust(19) for c in ("Field", "Type", "Required", "Description"))
        + " |"
    )
    assert rule == "| " + " | ".join(["-" * 19] * 4) + " |"
    assert len(row) == len(header)


@pytest.mark.parametrize("line_break", [r"\n", r"\r", r"\r\n"])
def test_the_width_counts_a_line_break_and_a_bar_as_one(line_break: str) -> None:
    description = "x" * 20 + line_break + "|"
    text = schema(f'type: object\nproperties: {{a: {{description: "{description}"}}}}')["thing.md"]
    header, _, row = text.split("\n")[-3:]
    assert header.startswith("| Field" + " " * 17 + " | Type")
    assert row.endswith("| " + "x" * 20 + "<br/>\\| |")


@pytest.mark.parametrize(
    ("version", "names", "kept"),
    [("1.592.1", "2025", "\r"), ("1.592.1", "short", ""), ("1.376.0", "2023", "")],
)
def test_the_tables_of_later_sdks_keep_carriage_returns(
    version: str, names: str, kept: str
) -> None:
    text = 'type: object\nproperties: {a: {description: "a field of things\\r\\nwith ends"}}'
    found = schema(text, tables_version=version, names=names)["thing.md"]
    assert found.endswith(f"| a field of things{kept}<br/>with ends |")
    assert found.split("\n")[-2].startswith(f"| {'-' * (27 + len(kept))} |")


def test_trailing_blanks_are_kept_and_counted() -> None:
    text = schema("type: object\nproperties: {a: {description: 'abcdefghijklmnopqrst '}}")[
        "thing.md"
    ]
    assert text.endswith("| abcdefghijklmnopqrst  |")


def test_a_class_without_fields_still_has_a_header() -> None:
    assert schema("type: object")["thing.md"].split("\n")[-2:] == [
        "| Field       | Type        | Required    | Description |",
        "| ----------- | ----------- | ----------- | ----------- |",
    ]


def test_a_deprecated_field_is_struck_through() -> None:
    assert field("{a: {type: string, deprecated: true, description: D}}") == (
        f"~~`a`~~ | *Optional[str]* | {NO} | : warning: ** DEPRECATED **: This will be removed in a "
        "future release, please migrate away from it as soon as possible.<br/><br/>D"
    )


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ("abc", "abc"),
        ("1.0", "1"),
        ("1.5", "1.5"),
        ("true", "true"),
        ("null", "<nil>"),
        ("[]", "[]"),
        ("123456.0", "123456"),
        ("2500000.0", "2.5e+06"),
        ("-1234567.5", "-1.2345675e+06"),
        ("2500000", "2500000"),
        ("[2500000.0]", "[<br/>2500000<br/>]"),
        ("0.0001", "0.0001"),
        ("1.0e+21", "1e+21"),
        ("{1: é, é: 1}", '{<br/>"1": "é",<br/>"é": 1<br/>}'),
        ("[{role: user, tags: [a, 1]}]", '[<br/>{<br/>"role": "user",<br/>"tags": [<br/>"a",<br/>1<br/>]<br/>}<br/>]'),
        ("2022-10-23", "2022-10-23 00:00:00 +0000 UTC"),
        ("'2022-10-23'", "2022-10-23"),
        ("2022-10-23T12:30:00.500Z", "2022-10-23 12:30:00.5 +0000 UTC"),
        ("2022-10-23T12:30:00+02:00", "2022-10-23 12:30:00 +0200 +0200"),
    ],
)  # fmt: skip
def test_an_example_is_shown_as(example: str, shown: str) -> None:
    assert field(f"{{a: {{example: {example}}}}}").split(" | ")[4] == shown


@pytest.mark.parametrize(
    ("version", "shown"),
    [
        ("1.462.2", "2022-10-23 00:00:00 +0000 UTC"),
        ("1.463.0", "2022-10-23"),
        ("1.606.0", "2022-10-23"),
        ("1.607.0", "2022-10-23 00:00:00 +0000 UTC"),
    ],
)
def test_a_timestamp_is_shown_as_it_is_from_1_463_to_1_606(version: str, shown: str) -> None:
    assert field("{a: {example: 2022-10-23}}", tables_version=version).endswith(f"| {shown}")


def test_of_several_examples() -> None:
    text = "{a: {examples: [x, y]}}"
    assert field(text).endswith("| x")
    assert field("{a: {examples: [x]}}", tables_version="1.709.0").endswith("| x")
    shown = field(text, tables_version="1.709.0")
    assert shown.endswith("| **Example 1:** x<br/>**Example 2:** y")
    shown = field("{a: {examples: [x, null]}}", tables_version="1.709.0")
    assert shown.endswith("| **Example 1:** x<br/>**Example 2:** null")
    assert field("{a: {examples: [null]}}", tables_version="1.709.0").endswith("| N/A")


@pytest.mark.parametrize(
    ("rest", "names", "shown"),
    [
        ("{properties: {a: {type: string}}}", "2025", ["models.B", "models.C"]),
        ("{properties: {a: {type: string}}}", "2023", []),
        ("{$ref: '#/components/schemas/Base'}", "2025", []),
    ],
)
def test_a_union_in_an_all_of_is_one_of_what_each_member_makes(
    rest: str, names: str, shown: list[str]
) -> None:
    parts = """
description: D
allOf:
  - %s
  - oneOf:
      - {title: b, properties: {b: {type: string}}, required: [b]}
      - {title: c, properties: {c: {type: integer}}, required: [c]}
"""
    lines = "".join(f"      {line}\n" for line in (parts % rest).strip().split("\n"))
    components = "components:\n  schemas:\n"
    components += "    Base: {type: object, properties: {a: {type: string}}}\n    Thing:\n" + lines
    body = "{application/json: {schema: {$ref: '#/components/schemas/Thing'}}}"
    text = operation(f"responses: {{'200': {{description: d, content: {body}}}}}", components)
    found = tables(text, names=names)
    thing = found["models/thing.md"]
    assert thing.startswith("# Thing\n\nD\n")
    assert re.findall("### `(.+)`", thing) == shown
    if shown:
        assert rows(found["models/b.md"]) == [
            f"`b` | *str* | {YES} | N/A",
            f"`a` | *Optional[str]* | {NO} | N/A",
        ]
