"""What a field is called, and how its type is shown (docs/tables.md, 4 to 6)."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import pytest

from tests.tables import NO, YES, field, operation, rows, schema, tables

DATE = "https://docs.python.org/3/library/datetime.html"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{type: string}", "*Optional[str]*"),
        ("{type: integer}", "*Optional[int]*"),
        ("{type: number}", "*Optional[float]*"),
        ("{type: boolean}", "*Optional[bool]*"),
        ("{}", "*Optional[Any]*"),
        ("{type: [string, 'null']}", "*OptionalNullable[str]*"),
        ("{type: array, items: {type: [string, 'null']}}", "List[*str*]"),
        ("{type: [array, 'null'], items: {type: string}}", "List[*str*]"),
        ("{type: array}", "List[*Any*]"),
        ("{type: object, additionalProperties: {type: string}}", "Dict[str, *str*]"),
        ("{type: object, additionalProperties: true}", "Dict[str, *Any*]"),
        (
            "{type: object, additionalProperties: {type: array, items: {type: integer}}}",
            "Dict[str, List[*int*]]",
        ),
        ("{type: object}", "[Optional[models.A]](../models/a.md)"),
        ("{type: array, items: {type: object}}", "List[[models.A](../models/a.md)]"),
        (
            "{type: object, additionalProperties: {type: object}}",
            "Dict[str, [models.A](../models/a.md)]",
        ),
        ("{type: [object, 'null']}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{type: string, format: date-time}", f"[date]({DATE}#date-objects)"),
        ("{type: string, format: date}", f"[datetime]({DATE}#datetime-objects)"),
        (
            "{type: string, format: binary}",
            "*Optional[Union[bytes, IO[bytes], io.BufferedReader]]*",
        ),
    ],
)
def test_a_type_is_shown_as(text: str, shown: str) -> None:
    assert field(f"{{a: {text}}}").split(" | ")[1] == shown


@pytest.mark.parametrize(
    ("required", "nullable", "shown"),
    [
        (True, False, f"*str* | {YES}"),
        (False, False, f"*Optional[str]* | {NO}"),
        (True, True, f"*Nullable[str]* | {YES}"),
        (False, True, f"*OptionalNullable[str]* | {NO}"),
    ],
)
def test_what_a_type_is_wrapped_in(required: bool, nullable: bool, shown: str) -> None:
    kind = "[string, 'null']" if nullable else "string"
    need = "required: [a]" if required else "required: []"
    found = schema(f"type: object\n{need}\nproperties: {{a: {{type: {kind}}}}}")["thing.md"]
    assert rows(found)[0] == f"`a` | {shown} | N/A"


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{type: string, format: uuid}", "*Optional[str]*"),
        ("{type: string, format: int64}", "*Optional[int]*"),
        ("{type: string, format: decimal}", "*Optional[Decimal]*"),
        ("{type: number, format: decimal}", "*Optional[Decimal]*"),
        ("{anyOf: [{type: string}, {type: 'null'}]}", "*OptionalNullable[str]*"),
        ("{oneOf: [{type: string}, {type: string, format: uuid}]}", "*Optional[str]*"),
        ("{oneOf: [{type: string, format: date-time}, {type: string}]}", f"[date]({DATE}#date-objects)"),
        ("{oneOf: [{type: string, format: date}, {type: integer}]}", "[Optional[models.A]](../models/a.md)"),
        ("{oneOf: [{type: integer}]}", "[Optional[models.A]](../models/a.md)"),
        ("{oneOf: [{type: integer}, {type: [string, 'null']}]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{enum: [x, null]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{type: number, enum: [1.5, 2]}", "*Optional[float]*"),
        ("{type: number, enum: [1], const: 1}", "*Optional[float]*"),
        ("{type: boolean, enum: [true]}", "*Optional[bool]*"),
        ("{type: [number, 'null'], enum: [1.5, null]}", "*OptionalNullable[float]*"),
        ("{enum: [1, true]}", "*Optional[Any]*"),
        ("{const: [1]}", "*Optional[Any]*"),
        ("{type: array, items: {$ref: '#/components/schemas/Thing/properties/a'}}", "List[*Any*]"),
        ("{const: x}", "*Optional[str]*"),
        ("{enum: [x], const: x}", "[Optional[models.A]](../models/a.md)"),
    ],
)  # fmt: skip
def test_a_schema_becomes(text: str, shown: str) -> None:
    assert field(f"{{a: {text}}}").split(" | ")[1] == shown


@pytest.mark.parametrize(
    ("beside", "shown"),
    [
        ("", "[Optional[models.A]](../models/a.md)"),
        ("nullable: true, ", "[OptionalNullable[models.Pet]](../models/pet.md)"),
    ],
)
@pytest.mark.parametrize("keyword", ["anyOf", "oneOf"])
def test_a_union_of_one_that_may_be_null_is_that_one(keyword: str, beside: str, shown: str) -> None:
    property_ = f"{{{beside}{keyword}: [{{$ref: '#/components/schemas/Pet'}}]}}"
    components = f"""
openapi: 3.0.3
info: {{title: T, version: '1'}}
components:
  schemas:
    Thing: {{type: object, properties: {{a: {property_}}}}}
    Pet: {{type: object, properties: {{name: {{type: string}}}}}}
"""
    found = tables(components, include="all")
    assert rows(found["models/thing.md"])[0].split(" | ")[1] == shown


@pytest.mark.parametrize(
    ("text", "wrapper"),
    [
        ("allOf: [{$ref: '#/components/schemas/Pet'}, {nullable: true}]", "OptionalNullable"),
        ("allOf: [{type: string, enum: [x], nullable: true}, {default: x}]", "OptionalNullable"),
        ("allOf: [{$ref: '#/components/schemas/Pet'}, {properties: {a: {}}}]", "Optional"),
    ],
)
def test_what_one_member_of_an_all_of_lets_in_may_be_null(text: str, wrapper: str) -> None:
    own = (
        "{allOf: [{$ref: '#/components/schemas/Base'}, {properties: {b: {}, c: {type: boolean}}}]}"
    )
    document = f"""
openapi: 3.0.3
info: {{title: T, version: '1'}}
components:
  schemas:
    Thing: {own}
    Base: {{type: object, properties: {{a: {{{text}}}, c: {{type: boolean, nullable: true}}}}}}
    Pet: {{type: object, properties: {{name: {{type: string}}}}}}
"""
    found = tables(document, include="all")
    for name in ("thing", "base"):
        assert f"`a` | [{wrapper}[models." in rows(found[f"models/{name}.md"])[0]
    assert "`c` | *Optional[bool]*" in rows(found["models/thing.md"])[1]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{type: string, nullable: true}", "*OptionalNullable[str]*"),
        ("{enum: [x], nullable: true}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{type: array, items: {type: string, nullable: true}}", "List[*Nullable[str]*]"),
        ("{type: object, additionalProperties: {nullable: true}}", "Dict[str, *Nullable[Any]*]"),
        ("{$ref: '#/components/schemas/Pet'}", "[OptionalNullable[models.Pet]](../models/pet.md)"),
        ("{anyOf: [{$ref: '#/components/schemas/Pet'}, {type: string}]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{allOf: [{$ref: '#/components/schemas/Plain'}, {nullable: true}]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{allOf: [{$ref: '#/components/schemas/Plain'}], nullable: true}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{$ref: '#/components/schemas/Plain', nullable: true}", "[Optional[models.Plain]](../models/plain.md)"),
        ("{type: string, nullable: false}", "*Optional[str]*"),
    ],
)  # fmt: skip
def test_in_sdks_nullable_counts_where_it_is_no_keyword(text: str, shown: str) -> None:
    document = f"""
components:
  schemas:
    Thing: {{type: object, properties: {{a: {text}}}}}
    Pet: {{type: object, nullable: true, properties: {{name: {{type: string}}}}}}
    Plain: {{type: object, properties: {{name: {{type: string}}}}}}
"""
    settings = {"include": "all", "tables_version": "1.600.0"}
    found = rows(tables(document, names="2025", **settings)["models/thing.md"])[0]
    assert found.split(" | ")[1] == shown
    ours = rows(tables(document, names="short", **settings)["models/thing.md"])[0]
    assert "Nullable" not in ours


def test_further_members_are_a_last_row() -> None:
    text = "type: object\nadditionalProperties: {type: integer}\nproperties: {a: {type: string}}"
    row = f"`__pydantic_extra__` | Dict[str, *int*] | {NO} | N/A"
    assert rows(schema(text)["thing.md"])[1] == row
    several = "allOf: [{additionalProperties: {type: number}, properties: {a: {}}}, {%s}]"
    text = several % "additionalProperties: {type: integer}"
    assert rows(schema(text)["thing.md"])[1] == row


@pytest.mark.parametrize(("names", "example"), [("2025", ' | {<br/>"x": 1<br/>}'), ("short", "")])
def test_in_sdks_their_row_has_the_example_of_the_class(names: str, example: str) -> None:
    text = "properties: {a: {type: string}}\nadditionalProperties: {}\nexample: {x: 1}"
    found = rows(schema(f"type: object\n{text}", names=names)["thing.md"])
    assert found[1] == f"`__pydantic_extra__` | Dict[str, *Any*] | {NO} | N/A{example}"


def test_a_union_of_one_scalar_loses_its_example() -> None:
    text = (
        "{a: {anyOf: [{type: string}, {type: string, maxLength: 2}], example: x, description: D}}"
    )
    assert field(text) == f"`a` | *Optional[str]* | {NO} | D"


@pytest.mark.parametrize(("names", "shown"), [("short", ""), ("2023", ""), ("2025", "D\n\n")])
def test_a_list_of_types_is_a_union_without_a_description_up_to_2025(
    names: str, shown: str
) -> None:
    text = "type: object\nproperties: {a: {type: [string, integer], description: D}}"
    found = schema(text, names=names)
    assert found["a.md"].startswith(f"# A\n\n{shown}\n## Supported Types\n")
    assert rows(found["thing.md"])[0].endswith("| D")


def test_a_component_with_something_beside_it_is_a_type_of_its_own() -> None:
    parts = """
responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Tool'}}}}}
"""
    components = """
components:
  schemas:
    Tool:
      type: object
      properties:
        type: {allOf: [{$ref: '#/components/schemas/ToolTypes'}], default: a}
        same: {allOf: [{$ref: '#/components/schemas/ToolTypes'}], description: D}
        told: {allOf: [{$ref: '#/components/schemas/ToolTypes'}, {description: D}]}
        kind: {allOf: [{$ref: '#/components/schemas/ToolTypes'}, {description: D, example: a}]}
    ToolTypes: {type: string, enum: [a, b], description: E}
"""
    found = tables(operation(parts, components))
    assert rows(found["models/tool.md"]) == [
        f"`type` | [Optional[models.ToolToolTypes]](../models/tooltooltypes.md) | {NO} | N/A",
        f"`same` | [Optional[models.ToolTypes]](../models/tooltypes.md) | {NO} | D",
        f"`told` | [Optional[models.ToolTypes]](../models/tooltypes.md) | {NO} | N/A",
        f"`kind` | [Optional[models.Kind]](../models/kind.md) | {NO} | N/A | a",
    ]
    assert found["models/kind.md"].startswith("# Kind\n\nD\n")


OR_NULL = """
openapi: 3.0.3
info: {title: T, version: '1'}
paths:
  /a:
    get:
      operationId: getThing
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
components:
  schemas:
    Thing:
      type: object
      properties:
        size: {nullable: true, allOf: [{$ref: '#/components/schemas/SizeEnum'}], description: D}
        whole: {nullable: true, allOf: [{$ref: '#/components/schemas/Box'}]}
        fixed: {readOnly: true, allOf: [{$ref: '#/components/schemas/Flap'}], description: F}
        flap: {allOf: [{$ref: '#/components/schemas/Flap'}], description: G}
        shown: {allOf: [{$ref: '#/components/schemas/Flap'}], example: {lid: s}}
    Flap: {type: object, properties: {lid: {readOnly: true, allOf: [{$ref: '#/components/schemas/SizeEnum'}]}}}
    SizeEnum: {type: string, enum: [s, m]}
    Box: {type: object, properties: {in: {nullable: true, allOf: [{$ref: '#/components/schemas/Box'}]}}}
"""


@pytest.mark.parametrize(
    ("names", "size", "whole", "inner", "fixed", "shown"),
    [
        ("2023", "SizeEnum", "Box", "Box", "Flap", "Flap"),
        ("2025", "Size", "Whole", "In", "Fixed", "Shown"),
    ],
)
def test_in_2025_what_is_a_component_or_null_or_shows_a_value_is_a_copy_of_it(
    names: str, size: str, whole: str, inner: str, fixed: str, shown: str
) -> None:
    found = tables(OR_NULL, names=names)
    assert rows(found["models/thing.md"]) == [
        f"`size` | [OptionalNullable[models.{size}]](../models/{size.lower()}.md) | {NO} | D",
        f"`whole` | [OptionalNullable[models.{whole}]](../models/{whole.lower()}.md) | {NO} | N/A",
        f"`fixed` | [Optional[models.{fixed}]](../models/{fixed.lower()}.md) | {NO} | F",
        f"`flap` | [Optional[models.Flap]](../models/flap.md) | {NO} | G",
        f"`shown` | [Optional[models.{shown}]](../models/{shown.lower()}.md) | {NO} | N/A"
        ' | {<br/>"lid": "s"<br/>}',
    ]
    assert f"OptionalNullable[models.{inner}]" in found[f"models/{whole.lower()}.md"]


@pytest.mark.parametrize(("said", "shown"), [("", "rack"), ("type: object, ", "shelf")])
def test_a_component_that_is_another_one_is_a_type_if_it_says_its_own(
    said: str, shown: str
) -> None:
    answer = "{application/json: {schema: {$ref: '#/components/schemas/Shelf'}}}"
    components = f"""
components:
  schemas:
    Shelf: {{{said}allOf: [{{$ref: '#/components/schemas/Rack'}}]}}
    Rack: {{type: object, properties: {{a: {{type: string}}}}}}
"""
    found = tables(operation(f"responses: {{'200': {{content: {answer}}}}}", components))
    assert {path: rows(text) for path, text in found.items()} == {
        f"models/{shown}.md": [f"`a` | *Optional[str]* | {NO} | N/A"]
    }


def test_of_several_definitions_of_a_property_the_last_counts_whole() -> None:
    text = """
allOf:
  - {type: object, description: one, properties: {a: {type: string, enum: [x], description: A}}}
  - {type: object, description: two, properties: {a: {type: string}}}
"""
    found = schema(text)
    assert rows(found["thing.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]
    assert found["thing.md"].startswith("# Thing\n\ntwo\n\n\n## Fields")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("{const: x}", 'Literal["x"]'),
        ("{const: é}", 'Literal["é"]'),
        ("{const: 1}", "Literal[1]"),
        ("{const: true}", "Literal[True]"),
        ("{type: boolean, enum: [true, false]}", "bool"),
        ("{anyOf: [{const: x}, {const: y}]}", 'Literal["x"]'),
        ("{oneOf: [{type: integer, const: 1}, {type: integer, const: 2}]}", "Literal[1]"),
        ("{type: boolean, enum: [true]}", "bool"),
        ("{type: number, enum: [1.5]}", "float"),
        ("{type: number, enum: [1, 2]}", "float"),
    ],
)
def test_a_lone_const_is_a_literal_from_1_458(text: str, shown: str) -> None:
    found = field(f"{{a: {text}}}", tables_version="1.460.3")
    assert found.split(" | ")[1] == f"*Optional[{shown}]*"


def test_a_default_makes_a_field_optional_and_is_not_shown() -> None:
    text = "type: object\nrequired: [a]\nproperties: {a: {type: string, default: x}}"
    assert rows(schema(text)["thing.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("type: [string, 'null'], default: null", "*Nullable[str]*"),
        ("type: array, items: {type: string}, default: []", "List[*str*]"),
        ("type: array, items: {type: string}, default: [x]", "List[*str*]"),
        ("type: object, additionalProperties: {type: string}, default: {}", "Dict[str, *str*]"),
    ],
)
def test_a_default_that_is_no_single_value_leaves_a_field_required(text: str, shown: str) -> None:
    found = schema(f"type: object\nrequired: [a]\nproperties: {{a: {{{text}}}}}")["thing.md"]
    assert rows(found) == [f"`a` | {shown} | {YES} | N/A"]


def test_a_property_can_be_ignored_or_renamed() -> None:
    text = """
type: object
properties:
  a: {type: object, x-speakeasy-ignore: true}
  b: {type: string, x-speakeasy-name-override: better}
"""
    found = schema(text)
    assert set(found) == {"thing.md"}
    assert rows(found["thing.md"]) == [f"`better` | *Optional[str]* | {NO} | N/A"]


def test_the_order_of_fields() -> None:
    text = "type: object\nrequired: [c, k]\nproperties: {b: {}, k: {const: 1}, c: {}, a: {}}"

    def names(**settings: str) -> str:
        return "".join(row[1] for row in rows(schema(text, **settings)["thing.md"]))

    assert names() == "cbka"
    assert names(tables_version="1.530.0") == "bkca"
    assert names(tables_version="1.530.0", tables_order="name") == "abck"


@pytest.mark.parametrize(
    ("wire", "version", "shown"),
    [
        ("createdAt", "1.376.0", "created_at"),
        ("HTTPStatusCode", "1.376.0", "http_status_code"),
        ("@type", "1.376.0", "at_type"),
        ("x-rate.limit", "1.376.0", "x_rate_limit"),
        ("_id", "1.376.0", "id"),
        ("from", "1.376.0", "from_"),
        ("schema", "1.376.0", "schema_"),
        ("json", "1.376.0", "json_"),
        ("copy", "1.376.0", "copy_"),
        ("date", "1.376.0", "date_"),
        ("validate", "1.376.0", "validate_"),
        ("format", "1.376.0", "format"),
        ("format", "1.455.5", "format_"),
        ("bytes", "1.455.5", "bytes"),
        ("bytes", "1.468.5", "bytes_"),
        ("type", "1.376.0", "type"),
        ("object", "1.376.0", "object"),
    ],
)
def test_a_field_is_called(wire: str, version: str, shown: str) -> None:
    assert field(f"{{'{wire}': {{}}}}", tables_version=version).split(" | ")[0] == f"`{shown}`"


def test_a_field_without_a_description_has_that_of_its_type() -> None:
    named = "{$ref: '#/components/schemas/Thing/$defs/%s'}"
    found = schema(f"""
type: object
$defs: {{E: {{enum: [x, y], description: D, example: x}}, S: {{type: string, description: D}}}}
properties:
  a: {{type: string, enum: [x], description: D}}
  b: {named % "E"}
  c: {{allOf: [{named % "E"}]}}
  d: {{allOf: [{named % "E"}], example: y}}
  e: {{allOf: [{named % "E"}, {{enum: [x]}}]}}
  e2: {{allOf: [{named % "E"}, {{enum: [x], description: C, example: z}}]}}
  f: {named % "S"}
  g: {{anyOf: [{named % "S"}, {{type: 'null'}}]}}
  h: {{oneOf: [{named % "E"}, {{type: 'null'}}]}}
""")
    assert [row.split(" | ", 3)[3] for row in rows(found["thing.md"])] == [
        "D",
        "D | x",
        "D | x",
        "D | y",
        "N/A | x",
        "N/A | z",
        "D",
        "N/A",
        "N/A | x",
    ]


@pytest.mark.parametrize(
    ("version", "kind", "shown"),
    [
        ("1.494.0", "array, items: {type: [string, 'null']}", "List[*str*]"),
        ("1.497.0", "array, items: {type: [string, 'null']}", "List[*Nullable[str]*]"),
        ("1.497.0", "array, items: {type: string}", "List[*str*]"),
        ("1.781.0", "string, format: binary", "*Optional[Union[bytes, IO[bytes], io.IOBase]]*"),
    ],
)
def test_later_versions_show_a_type_as(version: str, kind: str, shown: str) -> None:
    assert field(f"{{a: {{type: {kind}}}}}", tables_version=version).split(" | ")[1] == shown
