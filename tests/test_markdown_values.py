"""The documents of enums and of unions: values, and supported types."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import re

import pytest

from tests.tables import operation, rows, schema, tables


def test_newest_enums_are_lists_with_an_example_of_their_use() -> None:
    text = "type: string\ndescription: D\nenum: [a, b]\nx-speakeasy-unknown-values: allow"
    wrapped = "type: object\nproperties:\n  e:\n" + "".join(f"    {s}\n" for s in text.split("\n"))
    assert schema(wrapped, tables_version="1.749.0", sdk_module="shop")["e.md"] == (
        "# E\n\nD\n\n## Example Usage\n\n```python\nfrom shop.models import E\n\n"
        "# Open enum: unrecognized values are captured as UnrecognizedStr\n"
        'value: E = "a"\n```\n\n\n## Values\n\n'
        "This is an open enum. Unrecognized values will not fail type checks.\n\n"
        '- `"a"`\n- `"b"`\n'
    )
    closed = wrapped.partition("    x-")[0].replace("[a, b]", "[é]")
    shown = schema(closed, tables_version="1.749.0", sdk_module="shop")["e.md"]
    assert 'from shop.models import E\nvalue: E = "é"\n```\n\n\n## Values\n\n- `"é"`\n' in shown
    found = schema(wrapped, tables_version="1.749.0", sdk_module="shop", enum_format="enum")["e.md"]
    note = "\n# Open enum: unrecognized values are captured as UnrecognizedStr\n"
    assert f"from shop.models import E\n\nvalue = E.A\n{note}```\n\n\n## Values\n\n" in found
    assert rows(found) == ["`A` | a", "`B` | b"]


@pytest.mark.parametrize(
    ("names", "version", "shown"),
    [("2025", "1.746.0", False), ("2025", "1.747.0", True), ("short", "1.746.0", True)],
)
def test_in_sdks_an_enum_says_that_it_is_open_from_1_747(
    names: str, version: str, shown: bool
) -> None:
    text = "type: object\nproperties: {e: {enum: [a, b], x-speakeasy-unknown-values: allow}}"
    found = schema(text, names=names, tables_version=version)["e.md"]
    assert ("open enum" in found) is shown


@pytest.mark.parametrize(
    ("status", "where", "enum", "shown"),
    [
        ("200", "response", "{enum: [a, b]}", True),
        ("404", "response", "{enum: [a, b]}", True),
        ("200", "response", "{enum: [a]}", False),
        ("200", "response", "{enum: [a, b], x-speakeasy-unknown-values: disallow}", False),
        ("200", "request", "{enum: [a, b]}", False),
    ],
)
def test_open_enums_are_those_of_responses(status: str, where: str, enum: str, shown: bool) -> None:
    made = {
        "request": "{}",
        "response": "{}",
        where: f"{{type: object, properties: {{e: {enum}}}}}",
    }
    parts = f"""
requestBody: {{content: {{application/json: {{schema: {made["request"]}}}}}}}
responses: {{'{status}': {{content: {{application/json: {{schema: {made["response"]}}}}}}}}}
"""
    assert ("open enum" in tables(operation(parts), open_enums=True)["models/e.md"]) is shown
    assert "open enum" not in tables(operation(parts))["models/e.md"]


@pytest.mark.parametrize(
    ("value", "member"),
    [
        ("open-mistral-7b", "OPEN_MISTRAL_7B"),
        ("B2B_SAAS", "B2_B_SAAS"),
        ("1024x1024", "ONE_THOUSAND_AND_TWENTY_FOURX1024"),
        ("0", "ZERO"),
        ("-1", "MINUS_1"),
        ("/v1/embeddings", "ROOT_V1_EMBEDDINGS"),
        ("''", "UNKNOWN"),
        ("'2025-06-15'", "TWO_THOUSAND_AND_TWENTY_FIVE_MINUS_06_MINUS_15"),
        ("02.net", "TWO_DOT_NET"),
        ("z.net", "Z_NET"),
        ("application/json", "APPLICATION_JSON"),
    ],
)
def test_a_member_is_called(value: str, member: str) -> None:
    found = schema(f"type: object\nproperties: {{e: {{enum: [{value}]}}}}")["e.md"]
    assert rows(found)[0].startswith(f"`{member}`")


@pytest.mark.parametrize(("version", "member"), [("1.537.0", "A"), ("1.538.0", "A_")])
def test_a_symbol_at_the_end_is_shown_from_1_538(version: str, member: str) -> None:
    found = schema("type: object\nproperties: {e: {enum: [a+]}}", tables_version=version)["e.md"]
    assert rows(found) == [f"`{member}` | a+"]


@pytest.mark.parametrize("names", ["[One, Two]", "{a: One, b: Two}"])
def test_members_can_be_named_by_the_document(names: str) -> None:
    text = f"type: object\nproperties: {{e: {{enum: [a, b], x-speakeasy-enums: {names}}}}}"
    assert rows(schema(text)["e.md"]) == ["`ONE` | a", "`TWO` | b"]


@pytest.mark.parametrize("version", ["1.376.0", "1.749.0"])
@pytest.mark.parametrize("texts", ["[One, '']", "{a: One}"])
def test_what_is_said_of_values_is_a_column(texts: str, version: str) -> None:
    text = f"type: object\nproperties: {{e: {{enum: [a, b], x-enum-descriptions: {texts}}}}}"
    found = schema(text, tables_version=version)["e.md"]
    assert rows(found) == ["`A` | a | One", "`B` | b | N/A"]


def test_the_members_of_a_union_are_python_types() -> None:
    text = """
type: object
properties:
  u:
    oneOf:
      - {type: object}
      - {type: string, format: date-time}
      - {type: array, items: {type: object, additionalProperties: true}}
      - {type: string, enum: [x]}
      - {type: string, format: date-time}
"""
    found = schema(text, names="2023")["u.md"]
    assert [line for line in found.split("\n") if line.startswith("###")] == [
        "### `models.One`",
        "### `datetime`",
        "### `List[Dict[str, Any]]`",
        "### `models.Four`",
    ]
    assert "```python\nvalue: models.One = /* values here */\n```\n\n### " in found


@pytest.mark.parametrize(
    ("second", "names", "shown"),
    [
        ("{k: {enum: [b, c]}}, required: [k]", "2025", ["A", "B", "B"]),
        ("{k: {enum: [b, c]}}, required: [k]", "2023", ["A", "B"]),
        ("{k: {enum: [b, c]}}", "2025", ["A", "B"]),
        ("{k: {enum: [a, c]}}, required: [k]", "2025", ["A", "B"]),
        ("{k: {type: string}}, required: [k]", "2025", ["A", "B"]),
        ("{n: {enum: [b, c]}}, required: [n]", "2025", ["A", "B"]),
        ("{k: {anyOf: [{const: b}, {const: c}]}}, required: [k]", "2025", ["A", "B"]),
    ],
)
def test_with_the_names_of_2025_a_member_stands_once_for_each_tag(
    second: str, names: str, shown: list[str]
) -> None:
    text = operation(
        "responses: {'200': {description: d, content: {application/json: {schema: "
        "{$ref: '#/components/schemas/U'}}}}}",
        "components:\n  schemas:\n    U: {oneOf: [{$ref: '#/components/schemas/A'}, "
        "{$ref: '#/components/schemas/B'}]}\n"
        "    A: {type: object, properties: {k: {const: a}}, required: [k]}\n"
        f"    B: {{type: object, properties: {second}}}\n",
    )
    found = tables(text, names=names)["models/u.md"]
    assert re.findall("### `models.(.)`", found) == shown


@pytest.mark.parametrize(
    ("member", "version", "shown"),
    [
        ("{type: array, items: {type: [string, 'null']}}", "1.494.0", "List[str]"),
        ("{type: array, items: {type: [string, 'null']}}", "1.497.0", "List[Nullable[str]]"),
        ("{type: array, items: {type: string}}", "1.497.0", "List[str]"),
        ("{type: array, prefixItems: [{type: string}]}", "1.494.0", "List[Any]"),
        (
            "{type: array, items: {$ref: '#/components/schemas/Thing/oneOf/0'}}",
            "1.494.0",
            "List[Any]",
        ),
    ],
)
def test_a_member_that_is_a_list_is_shown_as(member: str, version: str, shown: str) -> None:
    text = schema(f"oneOf: [{member}, {{type: object}}]", tables_version=version)["thing.md"]
    assert f"### `{shown}`\n" in text


@pytest.mark.parametrize("other", ["", "c: '#/components/schemas/C', "], ids=["all", "no-member"])
def test_the_mapping_of_a_discriminator_orders_the_members(other: str) -> None:
    parts = "responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/U'}}}}}"
    components = f"""
components:
  schemas:
    U:
      oneOf: [{{$ref: '#/components/schemas/A'}}, {{$ref: '#/components/schemas/B'}}]
      discriminator:
        propertyName: k
        mapping: {{{other}b: '#/components/schemas/B', a: '#/components/schemas/A', again: '#/components/schemas/B'}}
    A: {{type: object, properties: {{k: {{type: string}}}}}}
    B: {{type: object, properties: {{k: {{type: string}}}}}}
    C: {{type: object, properties: {{k: {{type: string}}}}}}
"""
    found = tables(operation(parts, components))["models/u.md"]
    assert found.index("### `models.B`") < found.index("### `models.A`")
