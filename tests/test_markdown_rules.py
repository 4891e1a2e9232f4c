"""The rules of the tables (docs/tables.md), one test each, by the number of the section."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import pytest
from tables import field, rows, schema, tables

DATE = "https://docs.python.org/3/library/datetime.html"
YES, NO = ":heavy_check_mark:", ":heavy_minus_sign:"


def operation(parts: str, components: str = "") -> str:
    """Return a description with one operation that has the parts, and with the components."""
    lines = "".join(f"      {line}\n" for line in parts.strip("\n").split("\n"))
    head = "paths:\n  /things:\n    post:\n      operationId: makeThing\n      tags: [Things]\n"
    return f"{head}{lines}{components}"


OK = "responses: {'200': {description: OK, content: {application/json: {schema: {type: string}}}}}"


# -- 1. files ---------------------------------------------------------------------------------


def test_1_1_a_component_that_nothing_uses_has_no_document_unless_it_asks_for_one() -> None:
    components = """
components:
  schemas:
    Lost: {type: object}
    Kept: {type: object, x-speakeasy-include: true}
"""
    assert set(tables(operation(OK, components))) == {"models/kept.md"}


def test_1_2_folders_are_those_of_the_packages() -> None:
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
def test_1_3_a_file_is_called_by_its_class_in_lower_case(key: str, version: str, file: str) -> None:
    found = schema(f"type: object\nproperties: {{{key}: {{type: object}}}}", tables_version=version)
    assert file in found
    assert f"({'../models/' + file})" in found["thing.md"]


def test_1_4_the_retry_settings_have_a_document_on_request() -> None:
    assert "utils/retryconfig.md" in schema("type: object", utility_tables=True)
    assert "utils/retryconfig.md" not in schema("type: object")


def test_1_5_global_parameters_have_documents() -> None:
    text = "x-speakeasy-globals: {parameters: [{name: a, in: query, schema: {type: string}}]}\n"
    parts = "parameters: [{name: a, in: query, required: true, schema: {type: string}}]\n" + OK
    found = tables(text + operation(parts))
    for path in ("internal/globals", "makethingglobals", "makethingrequest"):
        assert rows(found[f"models/{path}.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]


def test_1_6_only_unions_end_with_a_newline_and_windows_breaks_stay_in_descriptions() -> None:
    found = schema(
        'type: object\ndescription: "a\\r\\nb"\n'
        "properties: {u: {oneOf: [{type: string}, {type: integer}]}, e: {enum: [x]}}"
    )
    assert found["thing.md"].startswith("# Thing\n\na\r\nb\n\n\n## Fields\n\n|")
    assert found["thing.md"].endswith("|")
    assert found["e.md"].endswith("|")
    assert found["u.md"].endswith("```\n\n")


# -- 2. skeleton ------------------------------------------------------------------------------


def test_2_the_description_stands_raw_between_heading_and_section() -> None:
    assert schema("type: object")["thing.md"].startswith("# Thing\n\n\n## Fields\n\n| Field")
    text = schema("type: object\ndescription: |\n  *a*\n\n    b")["thing.md"]
    assert text.startswith("# Thing\n\n*a*\n\n  b\n\n\n\n## Fields\n\n")


def test_2_a_deprecated_type_says_so_after_its_description() -> None:
    text = schema("type: object\ndescription: D\ndeprecated: true")["thing.md"]
    assert text.startswith(
        "# ~~Thing~~\n\nD\n\n> :warning: **DEPRECATED**: This will be removed in a future release, "
        "please migrate away from it as soon as possible.\n\n\n## Fields\n"
    )


# -- 3. tables --------------------------------------------------------------------------------


def test_3_1_a_column_for_examples_only_where_there_is_one() -> None:
    assert "| Example |" not in schema("type: object\nproperties: {a: {}}")["thing.md"]
    text = schema("type: object\nproperties: {a: {}, b: {type: string, example: x}}")["thing.md"]
    assert rows(text) == [
        f"`a` | *Optional[Any]* | {NO} | N/A",
        f"`b` | *Optional[str]* | {NO} | N/A | x",
    ]


def test_3_2_every_column_is_as_wide_as_the_longest_cell_of_the_table() -> None:
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


def test_3_3_the_width_counts_a_line_break_and_a_bar_as_one() -> None:
    description = "x" * 20 + "\\n|"
    text = schema(f'type: object\nproperties: {{a: {{description: "{description}"}}}}')["thing.md"]
    header, _, row = text.split("\n")[-3:]
    assert header.startswith("| Field" + " " * 17 + " | Type")
    assert row.endswith("| " + "x" * 20 + "<br/>\\| |")


def test_3_5_trailing_blanks_are_kept_and_counted() -> None:
    text = schema("type: object\nproperties: {a: {description: 'abcdefghijklmnopqrst '}}")[
        "thing.md"
    ]
    assert text.endswith("| abcdefghijklmnopqrst  |")


def test_3_7_a_class_without_fields_still_has_a_header() -> None:
    assert schema("type: object")["thing.md"].split("\n")[-2:] == [
        "| Field       | Type        | Required    | Description |",
        "| ----------- | ----------- | ----------- | ----------- |",
    ]


def test_3_8_a_deprecated_field_is_struck_through() -> None:
    assert field("{a: {type: string, deprecated: true, description: D}}") == (
        f"~~`a`~~ | *Optional[str]* | {NO} | : warning: ** DEPRECATED **: This will be removed in a "
        "future release, please migrate away from it as soon as possible.<br/><br/>D"
    )


# -- 4. types in a table ----------------------------------------------------------------------


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
        ("{type: [object, 'null']}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{type: string, format: date-time}", f"[date]({DATE}#date-objects)"),
        ("{type: string, format: date}", f"[datetime]({DATE}#datetime-objects)"),
        (
            "{type: string, format: binary}",
            "*Optional[Union[bytes, IO[bytes], io.BufferedReader]]*",
        ),
    ],
)
def test_4_a_type_is_shown_as(text: str, shown: str) -> None:
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
def test_4_what_a_type_is_wrapped_in(required: bool, nullable: bool, shown: str) -> None:
    kind = "[string, 'null']" if nullable else "string"
    need = "required: [a]" if required else "required: []"
    found = schema(f"type: object\n{need}\nproperties: {{a: {{type: {kind}}}}}")["thing.md"]
    assert rows(found)[0] == f"`a` | {shown} | N/A"


# -- 5. schema to type ------------------------------------------------------------------------


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
        ("{oneOf: [{type: integer}]}", "[Optional[models.A]](../models/a.md)"),
        ("{oneOf: [{type: integer}, {type: [string, 'null']}]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{enum: [x, null]}", "[OptionalNullable[models.A]](../models/a.md)"),
        ("{type: number, enum: [1.5, 2]}", "*Optional[float]*"),
        ("{type: boolean, enum: [true]}", "*Optional[bool]*"),
        ("{const: x}", "*Optional[str]*"),
        ("{enum: [x], const: x}", "[Optional[models.A]](../models/a.md)"),
    ],
)  # fmt: skip
def test_5_a_schema_becomes(text: str, shown: str) -> None:
    assert field(f"{{a: {text}}}").split(" | ")[1] == shown


def test_5_1_a_file_of_a_multipart_body_is_a_class() -> None:
    parts = f"""
requestBody:
  content:
    multipart/form-data:
      schema: {{type: object, required: [file], properties: {{file: {{type: string, format: binary}}}}}}
{OK}
"""
    found = tables(operation(parts))
    assert rows(found["models/makethingrequestbody.md"]) == [
        f"`file` | [models.File](../models/file.md) | {YES} | N/A"
    ]
    assert rows(found["models/file.md"]) == [
        f"`file_name` | *str* | {YES} | N/A",
        f"`content` | *Union[bytes, IO[bytes], io.BufferedReader]* | {YES} | N/A",
        f"`content_type` | *Optional[str]* | {NO} | N/A",
    ]


def test_5_2_further_members_are_a_last_row() -> None:
    text = "type: object\nadditionalProperties: {type: integer}\nproperties: {a: {type: string}}"
    assert (
        rows(schema(text)["thing.md"])[1] == f"`__pydantic_extra__` | Dict[str, *int*] | {NO} | N/A"
    )


def test_5_5_a_union_of_one_scalar_loses_its_example() -> None:
    text = (
        "{a: {anyOf: [{type: string}, {type: string, maxLength: 2}], example: x, description: D}}"
    )
    assert field(text) == f"`a` | *Optional[str]* | {NO} | D"


def test_5_6_a_list_of_types_is_a_union_without_a_description() -> None:
    found = schema("type: object\nproperties: {a: {type: [string, integer], description: D}}")
    assert found["a.md"].startswith("# A\n\n\n## Supported Types\n")
    assert rows(found["thing.md"])[0].endswith("| D")


def test_5_7_a_component_with_something_beside_it_is_a_type_of_its_own() -> None:
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
    ToolTypes: {type: string, enum: [a, b]}
"""
    found = tables(operation(parts, components))
    assert rows(found["models/tool.md"]) == [
        f"`type` | [Optional[models.ToolToolTypes]](../models/tooltooltypes.md) | {NO} | N/A",
        f"`same` | [Optional[models.ToolTypes]](../models/tooltypes.md) | {NO} | D",
    ]


def test_5_7_of_several_definitions_of_a_property_the_last_counts_whole() -> None:
    text = """
allOf:
  - {type: object, description: one, properties: {a: {type: string, enum: [x], description: A}}}
  - {type: object, description: two, properties: {a: {type: string}}}
"""
    found = schema(text)
    assert rows(found["thing.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]
    assert found["thing.md"].startswith("# Thing\n\ntwo\n\n\n## Fields")


def test_5_9_a_lone_const_is_a_literal_from_1_458() -> None:
    shown = field("{a: {const: x}}", tables_version="1.460.3").split(" | ")[1]
    assert shown == '*Optional[Literal["x"]]*'


def test_5_10_a_default_makes_a_field_optional_and_is_not_shown() -> None:
    text = "type: object\nrequired: [a]\nproperties: {a: {type: string, default: x}}"
    assert rows(schema(text)["thing.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]


def test_5_12_what_requests_and_responses_do_not_share_makes_two_classes() -> None:
    thing = "{$ref: '#/components/schemas/Thing'}"
    parts = f"""
requestBody: {{content: {{application/json: {{schema: {thing}}}}}}}
responses: {{'200': {{content: {{application/json: {{schema: {thing}}}}}}}}}
"""
    components = """
components:
  schemas:
    Thing:
      type: object
      required: [id, name]
      properties: {id: {type: string, readOnly: true}, name: {type: string}}
"""
    found = tables(operation(parts, components))
    assert rows(found["models/thing.md"])[0] == f"`id` | *str* | {YES} | N/A"
    assert rows(found["models/thinginput.md"]) == [f"`name` | *str* | {YES} | N/A"]


def test_5_13_a_property_can_be_ignored_or_renamed() -> None:
    text = """
type: object
properties:
  a: {type: object, x-speakeasy-ignore: true}
  b: {type: string, x-speakeasy-name-override: better}
"""
    found = schema(text)
    assert set(found) == {"thing.md"}
    assert rows(found["thing.md"]) == [f"`better` | *Optional[str]* | {NO} | N/A"]


# -- 6. fields --------------------------------------------------------------------------------


def test_6_1_the_order_of_fields() -> None:
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
        ("format", "1.376.0", "format"),
        ("format", "1.455.5", "format_"),
        ("bytes", "1.455.5", "bytes"),
        ("bytes", "1.468.5", "bytes_"),
        ("type", "1.376.0", "type"),
        ("object", "1.376.0", "object"),
    ],
)
def test_6_2_a_field_is_called(wire: str, version: str, shown: str) -> None:
    assert field(f"{{'{wire}': {{}}}}", tables_version=version).split(" | ")[0] == f"`{shown}`"


def test_6_3_a_field_without_a_description_has_that_of_its_type() -> None:
    text = "{a: {type: string, enum: [x], description: D}}"
    assert field(text).endswith("| D")


# -- 7. operations ----------------------------------------------------------------------------


def test_7_1_a_request_has_its_parameters_and_then_its_body() -> None:
    parts = f"""
parameters:
  - {{name: thingId, in: path, required: true, description: P, schema: {{type: string, description: S}}}}
  - {{name: Accept, in: header, schema: {{type: string}}}}
  - {{name: kind, in: query, example: e, schema: {{type: string, enum: [x], description: K}}}}
requestBody: {{description: B, content: {{application/json: {{schema: {{type: object}}}}}}}}
{OK}
"""
    found = tables(operation(parts))
    assert rows(found["models/makethingrequest.md"]) == [
        f"`thing_id` | *str* | {YES} | P",
        f"`kind` | [Optional[models.Kind]](../models/kind.md) | {NO} | K | e",
        f"`request_body` | [Optional[models.MakeThingRequestBody]](../models/makethingrequestbody.md)"
        f" | {NO} | B",
    ]


def test_7_1_the_same_name_in_two_places_tells_the_place() -> None:
    places = "parameters: [{name: a, in: path, schema: {}}, {name: a, in: query, schema: {}}]\n"
    found = rows(tables(operation(places + OK))["models/makethingrequest.md"])
    assert [row.split(" | ")[0] for row in found] == ["`a_path_parameter`", "`a_query_parameter`"]


@pytest.mark.parametrize(("setting", "name"), [("", "new_thing"), ("body", "body")])
def test_7_2_a_body_is_called_by_its_component(setting: str, name: str) -> None:
    parts = f"""
parameters: [{{name: a, in: query, schema: {{type: string}}}}]
requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/NewThing'}}}}}}}}
{OK}
"""
    components = "components: {schemas: {NewThing: {type: object, description: D}}}\n"
    found = tables(operation(parts, components), body_field=setting)["models/makethingrequest.md"]
    assert rows(found)[0] == f"`{name}` | [models.NewThing](../models/newthing.md) | {YES} | N/A"


def test_7_3_flat_responses() -> None:
    bodies = """
responses:
  '200': {content: {application/json: {schema: {type: string}}}}
  '201': {content: {application/json: {schema: {type: integer}}}}
"""
    assert "### `str`" in tables(operation(bodies))["models/makethingresponse.md"]
    assert "models/makethingresponse.md" not in tables(operation(OK))
    headers = bodies.replace("'201': {", "'201': {headers: {X: {schema: {type: string}}}, ")
    assert rows(tables(operation(headers))["models/makethingresponse.md"]) == [
        f"`headers` | Dict[str, List[*str*]] | {YES} | N/A",
        "`result` | [models.MakeThingResponseResult](../models/makethingresponseresult.md) | "
        f"{YES} | N/A",
    ]


@pytest.mark.parametrize(
    ("version", "shown"),
    [
        ("1.441.1", "Union[Generator[models.E, None, None], AsyncGenerator[models.E, None]]"),
        (
            "1.454.0",
            "Union[eventstreaming.EventStream[models.E], eventstreaming.EventStreamAsync[models.E]]",
        ),
    ],
)
def test_7_3_a_stream_of_events(version: str, shown: str) -> None:
    parts = """
responses:
  '200':
    content:
      application/json: {schema: {type: string}}
      text/event-stream: {schema: {$ref: '#/components/schemas/E'}}
"""
    components = "components: {schemas: {E: {type: object}}}\n"
    found = tables(operation(parts, components), tables_version=version)
    assert f"### `{shown}`" in found["models/makethingresponse.md"]


def test_7_4_enveloped_responses() -> None:
    parts = """
responses:
  '200':
    description: Yes
    headers: {X: {schema: {type: string}}}
    content:
      application/json: {schema: {type: object}}
      text/plain: {schema: {type: string}}
  '201': {description: Made, content: {application/json: {schema: {type: string}}}}
"""
    found = tables(operation(parts), response_format="envelope")["models/makethingresponse.md"]
    assert rows(found) == [
        f"`content_type` | *str* | {YES} | HTTP response content type for this operation",
        f"`status_code` | *int* | {YES} | HTTP response status code for this operation",
        "`raw_response` | [httpx.Response](https://www.python-httpx.org/api/#response) | "
        f"{YES} | Raw HTTP response; suitable for custom response parsing",
        f"`headers` | Dict[str, List[*str*]] | {YES} | N/A",
        "`object` | [Optional[models.MakeThingResponseBody]](../models/makethingresponsebody.md) | "
        f"{NO} | Yes",
        f"`two_hundred_text_plain_res` | *Optional[str]* | {NO} | Yes",
        f"`two_hundred_and_one_application_json_res` | *Optional[str]* | {NO} | Made",
    ]


def test_7_6_security() -> None:
    text = "security: [{apiKey: []}]\n"
    components = "components: {securitySchemes: {apiKey: {type: http, scheme: bearer}}}\n"
    found = tables(text + operation(OK, components), optional_security=False)
    assert rows(found["models/security.md"]) == [f"`api_key` | *str* | {YES} | N/A"]
    found = tables(text + operation(OK, components))
    assert rows(found["models/security.md"]) == [f"`api_key` | *Optional[str]* | {NO} | N/A"]


# -- 8. examples ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("example", "shown"),
    [
        ("abc", "abc"),
        ("1.0", "1"),
        ("1.5", "1.5"),
        ("true", "true"),
        ("null", "<nil>"),
        ("[]", "[]"),
        ("[{role: user, tags: [a, 1]}]", '[<br/>{<br/>"role": "user",<br/>"tags": [<br/>"a",<br/>1<br/>]<br/>}<br/>]'),
        ("2022-10-23", "2022-10-23 00:00:00 +0000 UTC"),
        ("'2022-10-23'", "2022-10-23"),
        ("2022-10-23T12:30:00.500Z", "2022-10-23 12:30:00.5 +0000 UTC"),
    ],
)  # fmt: skip
def test_8_an_example_is_shown_as(example: str, shown: str) -> None:
    assert field(f"{{a: {{example: {example}}}}}").split(" | ")[4] == shown


def test_8_of_several_examples() -> None:
    text = "{a: {examples: [x, y]}}"
    assert field(text).endswith("| x")
    shown = field(text, tables_version="1.709.0")
    assert shown.endswith("| **Example 1:** x<br/>**Example 2:** y")


# -- 9. versions ------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("version", "kind", "shown"),
    [
        ("1.494.0", "array, items: {type: [string, 'null']}", "List[*str*]"),
        ("1.497.0", "array, items: {type: [string, 'null']}", "List[*Nullable[str]*]"),
        ("1.781.0", "string, format: binary", "*Optional[Union[bytes, IO[bytes], io.IOBase]]*"),
    ],
)
def test_9_what_changed_in_types(version: str, kind: str, shown: str) -> None:
    assert field(f"{{a: {{type: {kind}}}}}", tables_version=version).split(" | ")[1] == shown


def test_9_newest_enums_are_lists_with_an_example_of_their_use() -> None:
    text = "type: string\ndescription: D\nenum: [a, b]\nx-speakeasy-unknown-values: allow"
    wrapped = "type: object\nproperties:\n  e:\n" + "".join(f"    {s}\n" for s in text.split("\n"))
    assert schema(wrapped, tables_version="1.749.0", sdk_module="shop")["e.md"] == (
        "# E\n\nD\n\n## Example Usage\n\n```python\nfrom shop.models import E\n\n"
        "# Open enum: unrecognized values are captured as UnrecognizedStr\n"
        'value: E = "a"\n```\n\n\n## Values\n\n'
        "This is an open enum. Unrecognized values will not fail type checks.\n\n"
        '- `"a"`\n- `"b"`\n'
    )
    found = schema(wrapped, tables_version="1.749.0", sdk_module="shop", enum_format="enum")["e.md"]
    assert "from shop.models import E\n\nvalue = E.A\n```\n\n\n## Values\n\n" in found
    assert rows(found) == ["`A` | a", "`B` | b"]


# -- 10. values and supported types -----------------------------------------------------------


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
        ("application/json", "APPLICATION_JSON"),
    ],
)
def test_10_1_a_member_is_called(value: str, member: str) -> None:
    found = schema(f"type: object\nproperties: {{e: {{enum: [{value}]}}}}")["e.md"]
    assert rows(found)[0].startswith(f"`{member}`")


@pytest.mark.parametrize("names", ["[One, Two]", "{a: One, b: Two}"])
def test_10_1_members_can_be_named_by_the_document(names: str) -> None:
    text = f"type: object\nproperties: {{e: {{enum: [a, b], x-speakeasy-enums: {names}}}}}"
    assert rows(schema(text)["e.md"]) == ["`ONE` | a", "`TWO` | b"]


def test_10_2_the_members_of_a_union_are_python_types() -> None:
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


def test_10_3_the_mapping_of_a_discriminator_orders_the_members() -> None:
    parts = "responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/U'}}}}}"
    components = """
components:
  schemas:
    U:
      oneOf: [{$ref: '#/components/schemas/A'}, {$ref: '#/components/schemas/B'}]
      discriminator:
        propertyName: k
        mapping: {b: '#/components/schemas/B', a: '#/components/schemas/A'}
    A: {type: object, properties: {k: {type: string}}}
    B: {type: object, properties: {k: {type: string}}}
"""
    found = tables(operation(parts, components))["models/u.md"]
    assert found.index("### `models.B`") < found.index("### `models.A`")


def test_7_4_the_metadata_of_http_is_a_class_of_its_own() -> None:
    found = tables(operation(OK), response_format="envelope-http", shared_path="models/shared")
    assert rows(found["models/makethingresponse.md"])[0] == (
        f"`http_meta` | [shared.HTTPMetadata](../models/shared/httpmetadata.md) | {YES} | N/A"
    )
    assert rows(found["models/shared/httpmetadata.md"]) == [
        "`response` | [httpx.Response](https://www.python-httpx.org/api/#response) | "
        f"{YES} | Raw HTTP response; suitable for custom response parsing",
        "`request` | [httpx.Request](https://www.python-httpx.org/api/#request) | "
        f"{YES} | Raw HTTP request; suitable for debugging",
    ]


def test_7_6_a_name_and_a_password_are_two_fields() -> None:
    components = "components: {securitySchemes: {b: {type: http, scheme: basic}}}\n"
    found = tables("security: [{b: []}]\n" + operation(OK, components), optional_security=False)
    assert rows(found["models/security.md"]) == [
        f"`username` | *str* | {YES} | N/A",
        f"`password` | *str* | {YES} | N/A",
    ]


def test_7_6_an_operation_with_other_schemes_has_a_class_for_them() -> None:
    components = "components: {securitySchemes: {a: {type: apiKey}, b: {type: apiKey}}}\n"
    found = tables("security: [{a: []}]\n" + operation("security: [{b: []}]\n" + OK, components))
    assert rows(found["models/makethingsecurity.md"]) == [f"`b` | *Optional[str]* | {NO} | N/A"]
