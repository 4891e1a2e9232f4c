"""The classes of what operations take and give (docs/tables.md, 7)."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import pytest

from tests.tables import NO, OK, YES, operation, rows, tables


def test_global_parameters_have_documents() -> None:
    text = "x-speakeasy-globals: {parameters: [{name: a, in: query, schema: {type: string}}]}\n"
    parts = "parameters: [{name: a, in: query, required: true, schema: {type: string}}]\n" + OK
    found = tables(text + operation(parts))
    for path in ("internal/globals", "makethingglobals", "makethingrequest"):
        assert rows(found[f"models/{path}.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]


HIDDEN = """
x-speakeasy-globals: {parameters: [{$ref: '#/components/parameters/A'}]}
"""
PARAMETER = """
components:
  parameters:
    A: {name: a, in: path, required: true, x-speakeasy-globals-hidden: true, schema: {type: string}}
"""
BODY = "requestBody: {content: {application/json: {schema: {type: object, properties: {b: {type: string}}}}}}\n"


@pytest.mark.parametrize(
    ("body", "shown"), [("", []), (BODY, [f"`b` | *Optional[str]* | {NO} | N/A"])]
)
def test_a_request_of_hidden_parameters_is_its_body_or_empty(body: str, shown: list[str]) -> None:
    parts = "parameters: [{$ref: '#/components/parameters/A'}]\n" + body + OK
    found = tables(HIDDEN + operation(parts, PARAMETER), names="2025")
    assert rows(found["models/makethingrequest.md"]) == shown
    assert rows(found["models/makethingglobals.md"]) == [f"`a` | *Optional[str]* | {NO} | N/A"]


def test_a_file_of_a_multipart_body_is_a_class() -> None:
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


def test_what_requests_and_responses_do_not_share_makes_two_classes() -> None:
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


def test_a_request_has_its_parameters_and_then_its_body() -> None:
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


def test_a_default_makes_no_required_parameter_optional() -> None:
    unit = "{name: unit, in: query, required: true, schema: {type: string, default: kg}}"
    found = tables(operation(f"parameters: [{unit}]\n{OK}"))["models/makethingrequest.md"]
    assert rows(found) == [f"`unit` | *str* | {YES} | N/A"]


@pytest.mark.parametrize(
    ("media_type", "shown"),
    [
        ("application/json", "[models.NewThing](../models/newthing.md)"),
        ("application/x-www-form-urlencoded", "[models.NewThing](../models/newthing.md)"),
        ("text/plain", "*Union[bytes, IO[bytes], io.BufferedReader]*"),
    ],
)
@pytest.mark.parametrize("parameters", ["", "parameters: [{name: a, in: query}]\n"])
def test_a_body_that_is_neither_json_nor_a_form_is_its_bytes(
    media_type: str, shown: str, parameters: str
) -> None:
    new = f"{{{media_type}: {{schema: {{$ref: '#/components/schemas/NewThing'}}}}}}"
    components = "components: {schemas: {NewThing: {type: object}}}\n"
    parts = f"{parameters}requestBody: {{required: true, content: {new}}}\n{OK}"
    found = tables(operation(parts, components))
    assert ("models/newthing.md" in found) == ("models." in shown)
    if parameters:
        row = rows(found["models/makethingrequest.md"])[0]
        assert row == f"`new_thing` | {shown} | {YES} | N/A"


def test_a_body_of_text_is_text() -> None:
    body = "{required: true, content: {text/plain: {schema: {type: string}}}}"
    parts = f"parameters: [{{name: a, in: query}}]\nrequestBody: {body}\n{OK}"
    found = rows(tables(operation(parts))["models/makethingrequest.md"])
    assert found[0] == f"`request_body` | *str* | {YES} | N/A"


def reasons(kind: str) -> str:
    """Return an error with something inline."""
    cause = f"{{type: object, properties: {{reason: {{type: {kind}}}}}}}"
    schema = f"{{type: object, properties: {{cause: {cause}}}}}"
    return f"{{content: {{application/json: {{schema: {schema}}}}}}}"


@pytest.mark.parametrize(
    ("asked", "names"),
    [
        (False, "aconflicterror anotfounderror bconflicterror bnotfounderror cnotfounderror"),
        (True, "anotfounderror cnotfounderror conflicterror"),
    ],
)
def test_errors_that_say_the_same_are_one_where_that_is_asked_for(asked: bool, names: str) -> None:
    answers = {
        "a": f"'404': {reasons('string')}, '409': {reasons('string')}",
        "b": f"'404': {reasons('string')}, '409': {reasons('string')}",
        "c": f"'404': {reasons('integer')}",
    }
    operations = (
        f"  /{name}: {{get: {{operationId: {name}, responses: {{{said}}}}}}}\n"
        for name, said in answers.items()
    )
    settings = {"names": "2025", "errors_path": "errors", "deduplicate_errors": asked}
    found = tables("paths:\n" + "".join(operations), **settings)
    errors = [path for path in found if path.startswith("errors/")]
    assert sorted(errors) == [f"errors/{name}.md" for name in names.split()]


@pytest.mark.parametrize(
    ("said", "shown"),
    [
        ("example: e, examples: {a: {value: v}}", "e"),
        ("examples: {a: {externalValue: /a}, b: {value: v}}", "v"),
        ("examples: {a: {$ref: '#/components/examples/A'}}", "shared"),
        ("examples: {a: {dataValue: d, serializedValue: s}}", "d"),
    ],
)
def test_the_example_of_a_parameter_is_the_first_that_is_there(said: str, shown: str) -> None:
    parts = f"parameters: [{{name: a, in: query, schema: {{type: string}}, {said}}}]\n{OK}"
    shared = "components: {examples: {A: {value: shared}}}"
    found = tables(operation(parts, shared))
    assert rows(found["models/makethingrequest.md"])[0].split(" | ")[4] == shown


def test_the_same_name_in_two_places_tells_the_place() -> None:
    places = "parameters: [{name: a, in: path, schema: {}}, {name: a, in: query, schema: {}}]\n"
    found = rows(tables(operation(places + OK))["models/makethingrequest.md"])
    assert [row.split(" | ")[0] for row in found] == ["`a_path_parameter`", "`a_query_parameter`"]


@pytest.mark.parametrize(("setting", "name"), [("", "new_thing"), ("body", "body")])
def test_a_body_is_called_by_its_component(setting: str, name: str) -> None:
    parts = f"""
parameters: [{{name: a, in: query, schema: {{type: string}}}}]
requestBody: {{required: true, content: {{application/json: {{schema: {{$ref: '#/components/schemas/NewThing'}}}}}}}}
{OK}
"""
    components = "components: {schemas: {NewThing: {type: object, description: D}}}\n"
    found = tables(operation(parts, components), body_field=setting)["models/makethingrequest.md"]
    assert rows(found)[0] == f"`{name}` | [models.NewThing](../models/newthing.md) | {YES} | N/A"


def test_several_successes_make_a_union_and_headers_or_pages_a_class() -> None:
    bodies = """
responses:
  '200': {content: {application/json: {schema: {type: string}}}}
  '201': {content: {application/json: {schema: {type: integer}}}}
"""
    assert "### `str`" in tables(operation(bodies))["models/makethingresponse.md"]
    assert "models/makethingresponse.md" not in tables(operation(OK))
    pages = OK.replace("{type: string}", "{type: object, title: Page, description: D}")
    found = tables(operation("x-speakeasy-pagination: {type: cursor}\n" + pages))
    assert rows(found["models/makethingresponse.md"]) == [
        f"`result` | [models.MakeThingPage](../models/makethingpage.md) | {YES} | N/A"
    ]
    headers = bodies.replace("'201': {", "'201': {headers: {X: {schema: {type: string}}}, ")
    assert rows(tables(operation(headers))["models/makethingresponse.md"]) == [
        f"`headers` | Dict[str, List[*str*]] | {YES} | N/A",
        "`result` | [models.MakeThingResponseResult](../models/makethingresponseresult.md) | "
        f"{YES} | N/A",
    ]


def test_a_result_beside_headers_does_not_have_the_description_of_its_type() -> None:
    thing = "{schema: {$ref: '#/components/schemas/NewThing'}}"
    response = f"{{headers: {{X: {{schema: {{}}}}}}, content: {{application/json: {thing}}}}}"
    components = "components: {schemas: {NewThing: {type: object, description: D}}}\n"
    found = tables(operation(f"responses: {{'200': {response}}}", components))
    assert rows(found["models/makethingresponse.md"])[1] == (
        f"`result` | [models.NewThing](../models/newthing.md) | {YES} | N/A"
    )


def test_of_several_bodies_that_are_files_each_counts() -> None:
    file = "{schema: {type: string, format: binary}}"
    body = f"{{image/png: {file}, image/gif: {file}}}"
    found = tables(operation(f"responses: {{'200': {{content: {body}}}}}"))
    assert found["models/makethingresponse.md"].count("### `httpx.Response`") == 2


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
def test_a_stream_of_events(version: str, shown: str) -> None:
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
    alone = parts.replace("      application/json: {schema: {type: string}}\n", "")
    settings = {"tables_version": version, "response_format": "envelope"}
    found = tables(operation(alone, components), **settings)
    assert (
        rows(found["models/makethingresponse.md"])[-1] == f"`e` | *Optional[{shown}]* | {NO} | N/A"
    )


def test_an_envelope_is_a_class_of_all_that_a_response_has() -> None:
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


@pytest.mark.parametrize(
    ("body", "fields"),
    [
        ("Stall", ["content_type", "stall", "status_code", "raw_response"]),
        ("Way", ["content_type", "status_code", "raw_response", "way"]),
    ],
)
def test_the_raw_response_stays_behind_the_status_code(body: str, fields: list[str]) -> None:
    parts = f"responses: {{'200': {{content: {{application/json: {{schema: {{$ref: '#/components/schemas/{body}'}}}}}}}}}}"
    components = f"components: {{schemas: {{{body}: {{type: object}}}}}}\n"
    settings = {"response_format": "envelope", "tables_order": "name", "tables_version": "1.552.0"}
    found = tables(operation(parts, components), **settings)
    assert [row.split("`")[1] for row in rows(found["models/makethingresponse.md"])] == fields


def test_credentials_are_optional_where_the_environment_may_hold_them() -> None:
    text = "security: [{apiKey: []}]\n"
    components = "components: {securitySchemes: {apiKey: {type: http, scheme: bearer}}}\n"
    found = tables(text + operation(OK, components), optional_security=False)
    assert rows(found["models/security.md"]) == [f"`api_key` | *str* | {YES} | N/A"]
    found = tables(text + operation(OK, components))
    assert rows(found["models/security.md"]) == [f"`api_key` | *Optional[str]* | {NO} | N/A"]


@pytest.mark.parametrize(
    ("ok", "of_a", "of_b", "shown"),
    [
        ("{type: string}", "", "", ("Gone\n\n", "")),
        ("{type: string}", "", "description: D, ", ("Gone\n\n", "D\n\n")),
        ("{type: string}", "description: D, ", "", ("D\n\n", "")),
        ("{type: array, items: {$ref: '#/components/schemas/A'}}", "", "", ("", "")),
    ],
)
def test_a_response_among_the_components_describes_what_is_met_as_its_body(
    ok: str, of_a: str, of_b: str, shown: tuple[str, str]
) -> None:
    parts = f"""
responses:
  '200': {{content: {{application/json: {{schema: {ok}}}}}}}
  '404': {{$ref: '#/components/responses/Gone'}}
  '409': {{description: Here, content: {{application/json: {{schema: {{$ref: '#/components/schemas/B'}}}}}}}}
"""
    gone = "{description: Gone, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}"
    components = f"""
components:
  responses: {{Gone: {gone}}}
  schemas: {{A: {{{of_a}type: object}}, B: {{{of_b}type: object}}}}
"""
    found = tables(operation(parts, components), tables_version="1.636.0")
    for name, text in zip("AB", shown, strict=True):
        assert found[f"models/{name.lower()}.md"].startswith(f"# {name}\n\n{text}\n## Fields\n")


def test_the_metadata_of_http_is_a_class_of_its_own() -> None:
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


def test_a_name_and_a_password_are_two_fields() -> None:
    components = "components: {securitySchemes: {b: {type: http, scheme: basic}}}\n"
    found = tables("security: [{b: []}]\n" + operation(OK, components), optional_security=False)
    assert rows(found["models/security.md"]) == [
        f"`username` | *str* | {YES} | N/A",
        f"`password` | *str* | {YES} | N/A",
    ]


CLIENT = """components:
  securitySchemes:
    shopAuth:
      type: oauth2
      description: For programs.
      flows:
        clientCredentials:
          tokenUrl: https://example.com/token
          scopes: {}
          x-speakeasy-token-endpoint-additional-properties: {realm: {type: string, example: eu}}
    key: {type: apiKey}
"""


@pytest.mark.parametrize("asked", ["{shopAuth: []}", "{shopAuth: []}, {key: []}"])
def test_the_credentials_of_a_client_are_fields_if_methods_get_tokens(asked: str) -> None:
    text = f"security: [{asked}]\n" + operation(OK, CLIENT)
    plain = rows(tables(text)["models/security.md"])[0]
    assert plain == f"`shop_auth` | *Optional[str]* | {NO} | N/A"
    found = tables(text, client_credentials=True)
    alone = "key" not in asked
    path, wrapped, mark = ("security", "*Optional[str]*", NO) if alone else ("", "*str*", YES)
    shown = rows(found[f"models/{path or 'schemeshopauth'}.md"])
    fields = ("client_id", "client_secret", "token_url", "realm")
    told = ["", "", "", "eu"]
    assert shown == [
        f"`{name}` | {wrapped} | {mark} | N/A | {example}".rstrip(" |")
        for name, example in zip(fields, told, strict=True)
    ]
    if not alone:
        assert found["models/schemeshopauth.md"].startswith("# SchemeShopAuth\n\nFor programs.\n")
        link = "[Optional[models.SchemeShopAuth]](../models/schemeshopauth.md)"
        assert rows(found["models/security.md"])[0].startswith(f"`shop_auth` | {link} | {NO} | ")


def test_an_operation_with_other_schemes_has_a_class_for_them() -> None:
    components = "components: {securitySchemes: {a: {type: apiKey}, b: {type: apiKey}}}\n"
    found = tables("security: [{a: []}]\n" + operation("security: [{b: []}]\n" + OK, components))
    assert rows(found["models/makethingsecurity.md"]) == [f"`b` | *Optional[str]* | {NO} | N/A"]


@pytest.mark.parametrize(
    ("common", "own", "has_one"),
    [
        ("{a: []}, {b: []}", "{b: []}", False),
        ("{a: []}, {b: []}", "{b: []}, {a: []}", False),
        ("{a: []}, {b: []}", "{a: [], b: []}", True),
        ("{a: [], b: []}", "{b: []}", True),
    ],
)
def test_an_operation_that_takes_only_some_of_the_alternatives_has_no_class_for_them(
    common: str, own: str, has_one: bool
) -> None:
    components = "components: {securitySchemes: {a: {type: apiKey}, b: {type: apiKey}}}\n"
    text = f"security: [{common}]\n" + operation(f"security: [{own}]\n{OK}", components)
    assert ("models/makethingsecurity.md" in tables(text)) == has_one


@pytest.mark.parametrize(
    ("schema", "version", "shown"),
    [
        ("{type: object}", "1.401.2", True),
        ("{type: object}", "1.405.6", True),
        ("{$ref: '#/components/schemas/Gone'}", "1.401.2", True),
        ("{$ref: '#/components/schemas/Gone'}", "1.405.6", False),
    ],
)
def test_an_error_has_the_description_of_its_response(
    schema: str, version: str, shown: bool
) -> None:
    parts = f"responses: {{'410': {{description: No more, content: {{application/json: {{schema: {schema}}}}}}}}}"
    components = "components: {schemas: {Gone: {type: object}}}\n"
    (text,) = tables(operation(parts, components), tables_version=version).values()
    assert ("No more" in text) is shown


@pytest.mark.parametrize(
    ("names", "said", "error"),
    [
        ("2025", "", False),
        ("2023", "", True),
        ("2025", "x-speakeasy-errors: {statusCodes: [default]}\n", True),
        ("short", "", True),
    ],
)
def test_with_the_names_of_2025_a_default_is_no_error_unless_that_is_said(
    names: str, said: str, error: bool
) -> None:
    parts = """responses:
  default: {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/BadError'}}}}
  '200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Good'}}}}
"""
    components = """components:
  schemas:
    BadError: {type: object, properties: {a: {type: string}}}
    Good: {type: object, properties: {a: {type: string}}}
"""
    found = tables(operation(f"{said}{parts}", components), names=names, errors_path="errors")
    assert [path in found for path in ("errors/baderror.md", "models/baderror.md")] == [
        error,
        not error,
    ]
    union = found.get("models/makethingresponse.md", "")
    shown = [] if error else ["Good", "BadError"]
    assert [line[12:-1] for line in union.split("\n") if line.startswith("###")] == shown


def test_types_in_a_list_are_a_union_of_their_own_wherever_they_stand() -> None:
    thing = "{type: object, properties: {size: {type: [integer, string]}}}"
    components = f"components:\n  schemas:\n    Box: {thing}\n    Bag: {thing}\n"
    parts = "responses:\n" + "".join(
        f"  '{status}': {{description: d, content: {{application/json: {{schema: {{$ref: '#/components/schemas/{name}'}}}}}}}}\n"
        for status, name in (("200", "Box"), ("201", "Bag"))
    )
    found = tables(operation(parts, components), names="2025")
    assert {"models/boxsize.md", "models/bagsize.md"} <= found.keys()
    assert "models/size.md" not in found


@pytest.mark.parametrize(
    ("names", "sent", "shown"),
    [
        ("2025", "", "*Optional[bytes]*"),
        ("2023", "", "*Optional[Union[bytes, IO[bytes], io.IOBase]]*"),
        ("2025", "requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Blob'}}}}\n", "*Optional[Union[bytes, IO[bytes], io.IOBase]]*"),
    ],
)  # fmt: skip
def test_binary_content_that_only_comes_back_is_bytes(names: str, sent: str, shown: str) -> None:
    parts = "responses: {'200': {description: d, content: {application/json: {schema: {$ref: '#/components/schemas/Blob'}}}}}\n"
    blob = "{type: object, properties: {a: {type: string, format: binary}}}"
    components = f"components: {{schemas: {{Blob: {blob}}}}}\n"
    found = tables(operation(sent + parts, components), names=names, tables_version="1.792.0")
    assert rows(found["models/blob.md"]) == [f"`a` | {shown} | {NO} | N/A"]
