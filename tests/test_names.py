"""What types are called, where several want one name."""
# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import pytest

from generator import compile, generate
from generator.config import Settings
from tests.tables import OK, operation, rows, schema, tables


def classes(documents: Mapping[str, str]) -> set[str]:
    """Return the classes that tables are about."""
    return {text.split()[1] for text in documents.values()}


def modules() -> set[str]:
    """Return the modules of models that were generated."""
    return {path.stem for path in Path("generated/models").glob("[!_]*.py")}


THREE_STATUSES = """
type: object
properties:
  status: {type: string, enum: [a]}
  part:
    type: object
    properties:
      status: {type: string, enum: [b]}
      bolt:
        type: object
        properties:
          status: {type: string, enum: [c]}
"""


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("short", "Bolt Part Status ThingPartStatus ThingStatus"),
        ("legacy", "Bolt Part Status ThingPartStatus ThingStatus"),
        ("2025", "Bolt Part StatusA StatusB StatusC"),
        (
            "qualified",
            "ThingPart ThingPartBolt ThingPartBoltStatus ThingPartStatus ThingStatus",
        ),
    ],
)
def test_inline_schemas_are_called(strategy: str, names: str) -> None:
    found = classes(schema(THREE_STATUSES, names=strategy))
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


TWO_BODIES = """
paths:
  /a:
    get:
      operationId: readIt
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Shown'}}}}}
    post:
      operationId: makeIt
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Asked'}}}}
components:
  schemas:
    Shown: {type: object, properties: {mode: {enum: [a]}, part: {$ref: '#/components/schemas/Part'}}}
    Asked: {type: object, properties: {mode: {enum: [b]}, part: {$ref: '#/components/schemas/PartIn'}}}
    PartIn: {type: object, properties: {kind: {enum: [c]}}}
    Part: {type: object, properties: {kind: {enum: [d]}}}
"""


@pytest.mark.parametrize(
    ("order", "names"),
    [
        ("document", "Asked AskedMode Kind Mode Part PartIn PartInKind Shown"),
        ("name", "Asked Kind Mode Part PartIn PartInKind Shown ShownMode"),
    ],
)
def test_who_comes_first_keeps_a_legacy_name(order: str, names: str) -> None:
    found = classes(tables(TWO_BODIES, names="legacy", tables_order=order))
    assert sorted(found) == names.split()


ONE = "{schema: {type: object, properties: {state: {enum: [a, b]}}}}"
ONE_JSON = f"content: {{application/json: {ONE}}}"


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        (f"requestBody: {{{ONE_JSON}}}\n{OK}", "MakeThingRequest State"),
        (
            f"parameters: [{{name: a, in: query}}]\nrequestBody: {{{ONE_JSON}}}\n{OK}",
            "MakeThingRequest MakeThingRequestBody State",
        ),
        (f"responses: {{'201': {{{ONE_JSON}}}}}", "MakeThingResponse State"),
        (f"responses: {{'200': {{content: {{'*/*': {ONE}}}}}}}", "MakeThingResponseBody State"),
        (
            f"responses: {{'200': {{headers: {{X: {{schema: {{}}}}}}, {ONE_JSON}}}}}",
            "MakeThingResponse MakeThingResponseBody State",
        ),
        (f"responses: {{'404': {{{ONE_JSON}}}}}", "NotFoundError State"),
        (f"responses: {{'500': {{{ONE_JSON}}}}}", "InternalServerError State"),
        (f"responses: {{4XX: {{{ONE_JSON}}}}}", "MakeThingResponseBodyError State"),
        # What an error always says is its name.
        (f"responses: {{'400': {{{ONE_JSON.replace('a, b', 'no_stock')}}}}}", "NoStockError State"),
    ],
)
def test_the_bodies_of_an_operation_are_called_in_2025(parts: str, names: str) -> None:
    found = tables(operation(parts), names="2025", errors_path="errors")
    assert sorted(classes(found)) == names.split()
    assert "models/state.md" in found


@pytest.mark.parametrize(("key", "name"), [("Gone", "GoneError"), ("Errors", "Errors")])
def test_a_component_that_is_an_error_says_so_in_2025(key: str, name: str) -> None:
    error = f"{{content: {{application/json: {{schema: {{$ref: '#/components/schemas/{key}'}}}}}}}}"
    components = f"components: {{schemas: {{{key}: {{type: object}}}}}}\n"
    parts = f"responses: {{'410': {error}}}"
    assert classes(tables(operation(parts, components), names="2025")) == {name}
    assert classes(tables(operation(parts, components), names="2023")) == {key}


def test_a_component_that_is_the_response_of_an_error_is_one_of_the_errors() -> None:
    body = "content: {application/problem+json: {schema: {$ref: '#/components/schemas/Gone'}}}"
    components = (
        f"components: {{schemas: {{Gone: {{type: object}}}}, responses: {{R: {{{body}}}}}}}"
    )
    parts = "responses: {'410': {$ref: '#/components/responses/R'}}"
    found = tables(operation(parts, components), errors_path="errors")
    assert [*found] == ["errors/gone.md"]


def test_errors_of_several_operations_say_whose_they_are_in_2025() -> None:
    text = "paths:\n" + "".join(
        f"  /{name}: {{get: {{operationId: {name}, responses: {{'409': {{{ONE_JSON}}}}}}}}}\n"
        for name in ("first", "second")
    )
    assert sorted(classes(tables(text, names="2025"))) == [
        "FirstConflictError",
        "FirstState",
        "SecondConflictError",
        "SecondState",
    ]


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
        ("2025", "Model ModelEnum Other Thing To1 To2 To3 ToEmpty ToMail ToUnion"),
        (
            "qualified",
            "Thing ThingModel ThingModelEnum ThingTo ThingToEmpty ThingToItem ThingToMail "
            "ThingToOther ThingToWithY ThingToWithZ",
        ),
    ],
)
def test_the_members_of_a_union_are_called(strategy: str, names: str) -> None:
    assert sorted(classes(schema(UNIONS, names=strategy))) == names.split()


USE = "content: {application/json: {schema: {$ref: '#/components/schemas/Status'}}}"


@pytest.mark.parametrize(
    ("place", "use"),
    [
        ("status: {enum: [b]}", "s: {$ref: '#/components/schemas/Status'}"),
        ("responses: {", f"responses: {{'404': {{{USE}}}, "),
    ],
)
def test_a_component_keeps_its_name_whoever_came_first(place: str, use: str) -> None:
    text = TWO_OPERATIONS.replace("    Owner:", "    Status: {type: object}\n    Owner:")
    found = tables(text.replace(place, use))
    assert found["models/status.md"].startswith("# Status\n\n\n## Fields")
    assert {"Status", "QueryParamStatus", "OwnerStatus"} <= classes(found)


IN_BOTH_DIRECTIONS = """
paths:
  /a:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}
      responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/Thing'}}}}}
components:
  schemas:
    Status: {type: object}
    ThingStatus: {type: object}
    Thing:
      type: object
      properties:
        s: {$ref: '#/components/schemas/Status'}
        t: {$ref: '#/components/schemas/ThingStatus'}
        status: {type: object, properties: {at: {type: string, readOnly: true}}, required: [at]}
"""


def test_what_only_requests_have_is_called_so_behind_the_name_of_its_place() -> None:
    names = "Status Thing ThingInput ThingStatus ThingStatusInput ThingStatusModel"
    assert sorted(classes(tables(IN_BOTH_DIRECTIONS))) == names.split()


ERRORS = """
paths:
  /a:
    post:
      operationId: addThing
      tags: [things]
      requestBody: {content: {application/json: {schema: {type: object, properties: {code: {enum: [a]}}}}}}
      responses:
        '200': {content: {application/json: {schema: {type: object, properties: {code: {enum: [b]}}}}}}
        '400': {content: {application/json: {schema: {type: object, properties: {code: {enum: [c]}}}}}}
        '404': {content: {application/json: {schema: {type: object, properties: {code: {enum: [d]}}}}}}
    put:
      operationId: setThing
      tags: [things]
      requestBody: {content: {application/json: {schema: {oneOf: [
        {title: One, type: object, properties: {code: {enum: [e]}}},
        {title: Other, type: object, properties: {code: {enum: [f]}}}]}}}}
"""


def test_a_short_name_says_no_part_of_an_operation_twice() -> None:
    assert sorted(classes(tables(ERRORS))) == (
        "AddThing400Code AddThing400ResponseBody AddThing404Code AddThing404ResponseBody "
        "AddThingCode AddThingRequestBody AddThingResponseBody Code One Other SetThingCode "
        "SetThingRequestBody SetThingRequestBodyOtherCode".split()
    )


BODY = "content: {application/json: {schema: {type: object, properties: {a: {}}}}}"
LISTED = BODY.replace("{type", "{type: array, items: {type").replace("}}}}}", "}}}}}}")


@pytest.mark.parametrize(
    ("parts", "names"),
    [
        (f"requestBody: {{{BODY}}}", "AddThingRequest"),
        (
            f"parameters: [{{name: b, in: query, schema: {{}}}}]\nrequestBody: {{{BODY}}}",
            "AddThingRequest AddThingRequestBody",
        ),
        (f"responses: {{'201': {{{BODY}}}}}", "AddThingResponse"),
        (f"responses: {{'200': {{{LISTED}}}}}", "AddThingResponse"),
        (f"responses: {{'404': {{{BODY}}}}}", "NotFoundError"),
        (f"responses: {{'422': {{{BODY}}}}}", "UnprocessableEntityError"),
        (f"responses: {{'500': {{{BODY}}}}}", "InternalServerError"),
    ],
)
def test_in_2025_a_body_is_called_by_its_operation_or_its_error(parts: str, names: str) -> None:
    text = operation(parts).replace("makeThing", "addThing")
    assert sorted(classes(tables(text, names="2025"))) == names.split()


def test_in_2025_what_extends_one_component_is_called_by_its_place() -> None:
    body = "{properties: {b: {type: string}}, allOf: [{$ref: '#/components/schemas/Cup'}]}"
    text = operation(
        f"requestBody: {{content: {{application/json: {{schema: {body}}}}}}}",
        "components: {schemas: {Cup: {type: object, properties: {a: {type: string}}}}}",
    )
    assert classes(tables(text, names="2025")) == {"MakeThingRequest"}


def test_in_2025_errors_of_one_status_are_called_by_their_operations_too() -> None:
    found = [
        f"  /{name}: {{get: {{operationId: {name}, responses: {{'404': {{{BODY}}}}}}}}}\n"
        for name in ("getCup", "getJug")
    ]
    names = sorted(classes(tables("paths:\n" + "".join(found), names="2025")))
    assert names == ["GetCupNotFoundError", "GetJugNotFoundError"]


@pytest.mark.parametrize(
    ("key", "status", "name"),
    [
        ("Busy", "409", "BusyError"),
        ("BusyErrorBody", "409", "BusyErrorBody"),
        ("Busy", "200", "Busy"),
        ("TimeoutError", "200", "TimeoutErrorT"),
        ("timeout_error", "200", "TimeoutErrorT"),
    ],
)
def test_in_2025_a_component_is_called(key: str, status: str, name: str) -> None:
    use = f"{{application/json: {{schema: {{$ref: '#/components/schemas/{key}'}}}}}}"
    text = operation(
        f"responses: {{'{status}': {{content: {use}}}}}",
        f"components: {{schemas: {{{key}: {{type: object, properties: {{a: {{}}}}}}}}}}",
    )
    assert classes(tables(text, names="2025")) == {name}


@pytest.mark.parametrize(
    ("properties", "names"),
    [
        ("parts: {type: array, items: {enum: [x]}}", "Part"),
        ("customMetadata: {type: array, items: {enum: [x]}}", "CustomMetadatum"),
        ("data: {type: array, items: {enum: [x]}}", "Data"),
        ("parts: {type: object, additionalProperties: {enum: [x]}}", "Parts"),
        (
            "parts: {type: array, items: {type: object, additionalProperties: {enum: [x]}}}",
            "Part",
        ),
    ],
)
def test_in_2025_items_are_in_the_singular_and_values_are_not(properties: str, names: str) -> None:
    found = classes(schema(f"type: object\nproperties: {{{properties}}}", names="2025"))
    assert sorted(found - {"Thing"}) == names.split()


def test_in_2025_what_one_component_wants_is_called_so_before_what_an_operation_has() -> None:
    text = TWO_OPERATIONS.replace("status: {enum: [c]}", "state: {enum: [c]}")
    names = "FirstRequest FirstStatus Owner State Status Thing"
    assert sorted(classes(tables(text, names="2025"))) == names.split()


BY_MEDIA_TYPE = """
paths:
  /a:
    get:
      operationId: list
      responses:
        '200':
          content:
            application/xml: {schema: {type: object, properties: {id: {enum: [XML]}}}}
            application/json: {schema: {type: object, properties: {id: {enum: [x]}}}}
"""


@pytest.mark.parametrize(
    ("xml", "names"),
    [
        ("x", "ListResponseBody ListResponseBodyID"),
        (
            "y",
            "ListResponse ListResponseBody ListResponseBodyApplicationXML "
            "ListResponseBodyApplicationXMLID ListResponseBodyID",
        ),
    ],
)
def test_what_is_sent_as_json_too_is_called_by_that(xml: str, names: str) -> None:
    found = tables(BY_MEDIA_TYPE.replace("[XML]", f"[{xml}]"), names="qualified")
    assert sorted(classes(found)) == names.split()


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


def test_a_component_that_no_operation_uses_keeps_its_name_before_what_none_uses_either() -> None:
    text = (
        TWO_OPERATIONS
        + """
    Able: {type: object, properties: {tag: {enum: [z]}, status: {enum: [z]}}}
    Status: {type: object}
    Tag: {type: object}
"""
    )
    pages = tables(text, include="all")
    assert {"Able", "Tag", "AbleTag"} <= classes(pages)
    assert {"Status", "StatusModel", "AbleStatus"} <= classes(pages)


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


@pytest.mark.parametrize("own", ["", "$id: https://t.example/a.yaml\n"])
def test_a_schema_that_is_true_or_false_is_called_by_where_it_stands(own: str, here: Path) -> None:
    Path("any.json").write_text("true")
    Path("b.yaml").write_text("$defs: {Out: true}")
    Path("a.yaml").write_text(
        own + "$schema: https://json-schema.org/draft/2020-12/schema\ntitle: Thing\n"
        "$defs: {Free: true, Shut: false}\nproperties:\n"
        "  a: {$ref: '#/$defs/Free'}\n  b: {$ref: '#/$defs/Shut'}\n  c: {$ref: '#/properties/d'}\n"
        "  d: true\n  e: {$ref: any.json}\n  f: {$ref: 'b.yaml#/$defs/Out'}\n"
    )
    assert not generate(Settings(specs=("a.yaml",))).report.diagnostics
    assert modules() == {"thing", "free", "shut", "anymodel", "out"}


@pytest.mark.parametrize(
    ("strategy", "names"),
    [
        ("short", {"all", "item", "itemmodel", "itemmodel2", "itemmodel3"}),
        ("qualified", {"all", "item", "itemmodel", "item2", "item3"}),
    ],
)
def test_definitions_of_one_name_in_several_files_are_numbered_after_the_second(
    strategy: Any, names: set[str], here: Path
) -> None:
    for name in "abcd":
        Path(f"{name}.yaml").write_text(f"definitions: {{Item: {{properties: {{{name}: {{}}}}}}}}")
    fields = (f"{name}: {{$ref: '{name}.yaml#/definitions/Item'}}" for name in "abcd")
    Path("all.yaml").write_text(f"title: All\nproperties: {{{', '.join(fields)}}}")
    generate(Settings(specs=("all.yaml",), names=strategy))
    assert modules() == names


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


GENERIC = """openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: {/users: {get: {responses: {'200': {description: ok, content: {application/json:
  {schema: {$ref: '#/components/schemas/Users'}}}}}}}}
components:
  schemas:
    Page:
      $id: page
      type: object
      properties: {items: {type: array, items: {$dynamicRef: '#T'}}, next: {$ref: page}}
      $defs: {T: {$dynamicAnchor: T, not: {}}}
    Users: {$id: users, $ref: page, $defs: {T: {$dynamicAnchor: T, $ref: 'api.yaml#user'}}}
    Counts: {$id: counts, $ref: page, $defs: {T: {$dynamicAnchor: T, type: integer}}}
    User: {$anchor: user, type: object, properties: {friends: {$ref: users}}}
"""


def test_there_is_one_class_of_what_a_generic_is_made_for_called_after_who_made_it(
    here: Path,
) -> None:
    Path("api.yaml").write_text(GENERIC)
    generate(Settings(specs=("api.yaml",)))
    assert modules() == {"page", "users", "counts", "user", *("t", "tmodel", "tmodel2")}
    models = compile(Path("api.yaml"))
    users, counts = (models[f"#/components/schemas/{name}"] for name in ("Users", "Counts"))
    nested = {"items": [{"friends": {"items": [{}]}}], "next": {"items": [{}]}}
    assert type(users.decode(nested).next.items[0]).__name__ == "User"
    assert [counts.is_valid({"items": [one]}) for one in (1, {})] == [True, False]


DRAFT4 = "http://json-schema.org/draft-04/schema#"
DRAFT202012 = "https://json-schema.org/draft/2020-12/schema"


@pytest.mark.parametrize("head", ["", "$id: https://example.com/spec\n"])
@pytest.mark.parametrize(
    ("reference", "valid", "invalid", "names"),
    [
        (f"{DRAFT4}/properties/multipleOf", 0.5, 0, set()),
        (f"{DRAFT4}/definitions/positiveInteger", 0, -1, {"positiveinteger"}),
        (f"{DRAFT4}/properties/type", ["null"], ["nil"], {"type", "simpletypes"}),
        (
            DRAFT202012,
            {"items": {"type": "null"}},
            {"items": {"$defs": {"a": {"minLength": -1}}}},
            {
                *("additionalproperties", "additionalpropertiesmodel", "anchorstring"),
                *("coreandvalidationspecificationsmetaschema", "schemaarray"),
                *("coreandvalidationspecificationsmetaschemaobject", "dependencies"),
                *("nonnegativeinteger", "nonnegativeintegerdefault0", "simpletypes"),
                *("stringarray", "type", "urireferencestring", "uristring"),
            },
        ),
    ],
)
def test_metaschemas_are_read_once_and_in_their_own_dialect(
    head: str, reference: str, valid: Any, invalid: Any, names: set[str], here: Path
) -> None:
    Path("spec.yaml").write_text(f"{head}properties: {{a: {{$ref: '{reference}'}}}}\n")
    generate(Settings(specs=("spec.yaml",)))
    assert modules() == {"spec", *names}
    model = compile(Path("spec.yaml"))["#"]
    assert model.is_valid({"a": valid})
    assert not model.is_valid({"a": invalid})


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
        (
            "{A: {enum: [a]}, B: {enum: [b]}, C: {enum: [c]}, D: {enum: [d]}}",
            "{A: {enum: [e]}, B: {enum: [f]}, C: {enum: [g]}, D: {enum: [h]}}",
            [
                "'A' is 'AModel', since 'a.yaml' has 'A'; 'B' is 'BModel', since 'a.yaml' has 'B'; "
                "'C' is 'CModel', since 'a.yaml' has 'C'; and 1 more"
            ],
        ),
        (
            "{UserProfile: {type: object}}",
            "{user_profile: {type: object}}",
            ["'user_profile' is 'UserProfileModel', since 'a.yaml' has 'UserProfile'"],
        ),
        ("{User: {type: object}}", "{Guest: {type: object}}", []),
        ("{User: {type: object}}", "{User: {$ref: 'a.yaml#/components/schemas/User'}}", []),
    ],
    ids=["two types", "several", "two spellings", "two names", "one type"],
)
def test_equal_names_in_several_descriptions_are_told(
    first: str, second: str, told: list[str], here: Path
) -> None:
    for file, schemas in {"a.yaml": first, "b.yaml": second}.items():
        head = "{openapi: 3.1.0, info: {title: A, version: '1'}, components: {schemas: %s}}"
        Path(file).write_text(head % schemas, "utf-8")
    outcome = generate(Settings(specs=("a.yaml", "b.yaml")))
    assert [finding.message for finding in outcome.report.diagnostics] == told


ORDER = "components: {schemas: {Order: {type: object, properties: {a: {readOnly: true}, id: {}}}}}"
BOTH_WAYS = """
paths:
  /orders:
    post:
      requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/Order'}}}}}
"""


@pytest.mark.parametrize("names", ["short", "2023", "legacy", "2025", "qualified"])
@pytest.mark.parametrize("paths", ["paths: {}", BOTH_WAYS], ids=["unused", "used"])
@pytest.mark.parametrize("first", ["a", "b"])
def test_the_description_that_is_named_first_has_the_name(
    first: str, paths: str, names: Any, here: Path
) -> None:
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
    Path("a.yaml").write_text(f"{head}{BOTH_WAYS}\n{ORDER}\n", "utf-8")
    Path("b.yaml").write_text(f"{head}{paths}\n{ORDER.replace('readOnly: true', '')}\n", "utf-8")
    second = "b" if first == "a" else "a"
    specs = (f"{first}.yaml", f"{second}.yaml")
    told = generate(Settings(specs=specs, names=names)).report.diagnostics
    assert [finding.message for finding in told] == [
        f"'Order' is 'OrderModel', since '{first}.yaml' has 'Order'"
    ]
    assert modules() == {"order", "ordermodel", "orderinput"}


@pytest.mark.parametrize("defining", ["$defs", "definitions"])
@pytest.mark.parametrize("order", ["bc", "cb"])
def test_who_has_the_name_does_not_depend_on_which_is_referred_to_first(
    defining: str, order: str, here: Path
) -> None:
    for file in order:
        item = f"{{Item: {{type: object, properties: {{{file}: {{}}}}}}}}"
        Path(f"{file}.yaml").write_text(f"{defining}: {item}\n", "utf-8")
    fields = (f"in_{file}: {{$ref: '{file}.yaml#/{defining}/Item'}}" for file in order)
    Path("a.yaml").write_text(f"{{title: Order, properties: {{{', '.join(fields)}}}}}", "utf-8")
    assert not generate(Settings(specs=("a.yaml",))).report.diagnostics
    order_page = Path("generated/docs/models/order.md").read_text("utf-8")
    types = {row.split("`")[1]: row.split("models.")[1].split("]")[0] for row in rows(order_page)}
    assert types == {"in_b": "Item", "in_c": "ItemModel"}


STATUS = (
    "{content: {application/json: {schema: {type: object, properties: {status: {enum: [a, b]}}}}}}"
)


@pytest.mark.parametrize(
    ("rest", "names"),
    [
        ("webhooks: {sold: {post: {operationId: told, requestBody: BODY}}}", ["status", "toldrequestbody"]),
        (
            "paths: {/z: {get: {operationId: z, responses: {'200': BODY}}}}\n"
            "webhooks: {a: {post: {operationId: a, requestBody: BODY}}}",
            ["arequestbody", "astatus", "status", "zresponsebody"],
        ),
        (
            "paths: {/z: {get: {operationId: z, callbacks: {ok: {'{$url}': {put: {responses: {'200': BODY}}}}}}}}",
            ["putokresponsebody", "status"],
        ),
    ],
)  # fmt: skip
def test_what_the_server_calls_has_classes_that_take_no_name_from_a_table(
    rest: str, names: list[str]
) -> None:
    found = tables(rest.replace("BODY", STATUS))
    assert sorted(path.removeprefix("models/").removesuffix(".md") for path in found) == names


@pytest.mark.parametrize("names", ["short", "qualified", "2023", "legacy", "2025"])
@pytest.mark.parametrize(("one", "other"), [("a", "A"), ("ß", "ss"), ("Straße", "STRASSE")])
def test_names_that_differ_in_case_only_are_of_one_file_and_kept_apart(
    one: str, other: str, names: str
) -> None:
    parts = ", ".join(f"{name}: {{enum: [{name}, x]}}" for name in (one, other))
    found = schema(f"type: object\nproperties: {{{parts}}}", names=names)
    assert len({path.casefold() for path in found}) == len(found) == 3


@pytest.mark.parametrize("names", ["short", "qualified", "2023", "legacy", "2025"])
def test_operations_of_one_path_in_two_descriptions_have_a_class_each(
    here: Path, names: Any
) -> None:
    head = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"
    for name in ("one", "other"):
        parameter = f"{{name: {name}, in: query, schema: {{type: string}}}}"
        Path(f"{name}.yaml").write_text(
            f"{head}paths: {{/a: {{get: {{parameters: [{parameter}]}}}}}}\n"
        )
    settings = Settings(specs=("one.yaml", "other.yaml"), targets=("markdown",), names=names)
    assert not generate(settings).report.diagnostics
    found = "".join(path.read_text("utf-8") for path in Path("generated/docs").rglob("*.md"))
    assert [found.count(f"| `{name}` ") for name in ("one", "other")] == [1, 1]


@pytest.mark.parametrize(
    ("one", "other", "shown"),
    [
        ("security: [{key: []}]", "security: [{key: []}]", {"security": "key"}),
        ("security: [{key: []}]", "", {"security": "key"}),
        ("", "security: [{key: []}]", {"security": "key"}),
        ("security: [{key: []}]", "security: [{token: []}]", {"security": "key", "othersecurity": "token"}),
    ],
)  # fmt: skip
def test_the_security_of_a_description_is_that_of_its_operations(
    here: Path, one: str, other: str, shown: dict[str, str]
) -> None:
    in_header = "type: apiKey, in: header, name"
    schemes = f"{{key: {{{in_header}: Key}}, token: {{{in_header}: Token}}}}"
    for name, security in {"one": one, "other": other}.items():
        Path(f"{name}.yaml").write_text(
            f"openapi: 3.1.0\ninfo: {{title: T, version: '1'}}\n{security}\n"
            f"paths: {{/{name}: {{get: {{operationId: {name}}}}}}}\n"
            f"components: {{securitySchemes: {schemes}}}\n"
        )
    settings = Settings(specs=("one.yaml", "other.yaml"), targets=("markdown",))
    assert not generate(settings).report.diagnostics
    found = Path("generated/docs").rglob("*.md")
    assert {p.stem: rows(p.read_text("utf-8"))[0].split("`")[1] for p in found} == shown


@pytest.mark.parametrize(
    ("parts", "component", "fields"),
    [
        ("parameters: [{name: a, in: query, schema: {}}, {name: a, in: header, schema: {}}]", "A", ["a_query_parameter", "a"]),
        ("parameters: [{name: a, in: querystring, content: {text/plain: {schema: {}}}}, {name: a, in: header, schema: {}}]", "A", ["a_query_string", "a"]),
        ("parameters: [{name: a, in: query, schema: {}}], requestBody: BODY", "A", ["a", "a_1"]),
        ("parameters: [{name: a, in: query, schema: {}}, {name: a_1, in: query, schema: {}}], requestBody: BODY", "A",
         ["a", "a_1", "a_2"]),
        ("responses: {'200': BODY}", "A", ["content_type", "status_code", "raw_response", "a"]),
        ("responses: {'200': BODY}", "StatusCode",
         ["content_type", "status_code", "raw_response", "status_code_1"]),
    ],
)  # fmt: skip
def test_the_fields_of_a_request_and_of_a_response_are_kept_apart(
    here: Path, parts: str, component: str, fields: list[str]
) -> None:
    body = f"{{content: {{application/json: {{schema: {{$ref: '#/components/schemas/{component}'}}}}}}}}"
    Path("a.yaml").write_text(
        "openapi: 3.2.0\ninfo: {title: T, version: '1'}\n"
        f"paths: {{/a: {{post: {{operationId: do, {parts.replace('BODY', body)}}}}}}}\n"
        f"components: {{schemas: {{{component}: {{type: object}}}}}}\n"
    )
    settings = Settings(specs=("a.yaml",), response_format="envelope")
    assert not generate(settings).report.diagnostics
    kind = "response" if "responses" in parts else "request"
    text = Path(f"generated/docs/models/do{kind}.md").read_text("utf-8")
    assert [row.split("`")[1] for row in rows(text)] == fields


@pytest.mark.parametrize("name", ["getattr", "import_module", "any", "exported", "annotations"])
def test_no_class_takes_from_its_package_what_that_calls(name: str) -> None:
    text = {"enum": ["a"]}
    models = compile({"$defs": {name: text, "Z": {"properties": {"a": text}}}}, dialect="2020-12")
    for pointer, value in {f"#/$defs/{name}": "a", "#/$defs/Z": {"a": "a"}}.items():
        assert models[pointer].encode(models[pointer].decode(value)) == value
