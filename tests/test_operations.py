"""The operations of a description as data."""

from __future__ import annotations

import pytest

from generator.operations import Operation, Service
from generator.report import Report
from tests.models import lowered

HEAD = "openapi: 3.1.0\ninfo: {title: T, version: '1'}\n"


def service(text: str) -> Service:
    """Return the service that a description without its head describes."""
    report = Report()
    found = lowered(HEAD + text, report).service
    report.check()
    return found


def operation(parts: str, path: str = "/a", rest: str = "") -> Operation:
    """Return the only operation of a description."""
    (found,) = service(f"paths: {{'{path}': {{get: {parts}}}}}\n{rest}").operations
    return found


def test_the_parameters_of_a_path_hold_unless_repeated() -> None:
    text = """
paths:
  /a:
    parameters: [{name: x, in: query, description: path}, {name: y, in: query}]
    get: {parameters: [{name: x, in: query, description: own}, {name: x, in: header}]}
"""
    (found,) = service(text).operations
    shown = [(p.name, p.place, p.description) for p in found.parameters]
    assert shown == [("x", "query", "own"), ("y", "query", ""), ("x", "header", "")]


ITSELF = "{post: {operationId: done, callbacks: {again: {$ref: '#/components/callbacks/Done'}}}}"


@pytest.mark.parametrize(
    ("text", "answered", "called"),
    [
        ("paths: {/a: {query: {}, get: {}}}", ["query /a", "get /a"], []),
        ("paths: {/a: {additionalOperations: {COPY: {}}, get: {}}}", ["get /a", "COPY /a"], []),
        ("webhooks: {sold: {post: {}, put: {x-speakeasy-ignore: true}}}", [], ["post sold"]),
        ("webhooks: {sold: {post: {callbacks: {ok: {'{$url}': {get: {}}}}}}}", [],
         ["post sold", "get ok"]),
        ("paths: {/a: {get: {callbacks: {a: {}}}}}", ["get /a"], []),
        ("paths: {/a: {get: {callbacks: {b: {$ref: '#/components/callbacks/Done'}}}}}\n"
         f"components: {{callbacks: {{Done: {{'{{$url}}': {ITSELF}}}}}}}", ["get /a"], ["post b"]),
    ],
)  # fmt: skip
def test_what_the_client_calls_and_what_the_server_calls(
    text: str, answered: list[str], called: list[str]
) -> None:
    found = service(text)
    assert [f"{o.method} {o.path}" for o in found.operations] == answered
    assert [f"{o.method} {o.path}" for o in found.calls] == called


BESIDE = """
components:
  pathItems:
    A: {$ref: '#/components/pathItems/B', put: {}}
    B: {get: {operationId: there}, patch: {}, parameters: [{name: there, in: query}]}
    Round: {$ref: '#/components/pathItems/Round', get: {}}
"""


@pytest.mark.parametrize(
    ("item", "found"),
    [
        ("{$ref: '#/components/pathItems/A'}", ["put_a there", "there there", "patch_a there"]),
        ("{$ref: '#/components/pathItems/B', post: {}}",
         ["post_a there", "there there", "patch_a there"]),
        ("{$ref: '#/components/pathItems/B', get: {}}", ["get_a there", "patch_a there"]),
        ("{$ref: '#/components/pathItems/B', parameters: [{name: here, in: query}]}",
         ["there here", "patch_a here"]),
        ("{$ref: '#/components/pathItems/A', additionalOperations: {COPY: {}}}",
         ["put_a there", "there there", "patch_a there", "COPY_a there"]),
        ("{$ref: '#/components/pathItems/Round'}", ["get_a"]),
    ],
)  # fmt: skip
def test_the_fields_beside_the_reference_of_a_path_count(item: str, found: list[str]) -> None:
    one = f"paths: {{/a: {item}}}\n{BESIDE}"
    names = [" ".join([o.id, *(p.name for p in o.parameters)]) for o in service(one).operations]
    assert names == found


@pytest.mark.parametrize(
    ("content", "streams"),
    [
        ("{application/json: {schema: {}}}", [False]),
        ("{text/event-stream: {schema: {}}, a/b: {}}", [True]),
        ("{application/jsonl: {itemSchema: {}}}", [True]),
        ("{application/jsonl: {itemSchema: {}, schema: {}}}", [False, True]),
        ("{a/b: {$ref: '#/components/mediaTypes/Rows'}}", [True]),
    ],
)
def test_bodies_of_one_value_and_of_many(content: str, streams: list[bool]) -> None:
    rest = "components: {mediaTypes: {Rows: {itemSchema: {type: object}}}}"
    [response] = operation(f"{{responses: {{'200': {{content: {content}}}}}}}", rest=rest).responses
    assert [content.stream for content in response.contents] == streams


@pytest.mark.parametrize(
    ("content", "types"),
    [
        ("{a/json: {schema: {enum: [x]}}, a/xml: {schema: {enum: [x]}}}", 1),
        ("{a/json: {schema: {enum: [x]}}, a/xml: {schema: {enum: [y]}}}", 2),
        ("{a/json: {schema: {enum: [1]}}, a/xml: {schema: {enum: [true]}}}", 2),
        ("{a/json: {schema: {items: {$ref: '#/x'}}}, a/xml: {schema: {items: {$ref: '#/x'}}}}", 1),
    ],
)
def test_media_types_that_say_the_same_share_a_type(content: str, types: int) -> None:
    rest = "x: {type: object}"
    [response] = operation(f"{{responses: {{'200': {{content: {content}}}}}}}", rest=rest).responses
    assert len({content.type for content in response.contents}) == types


def test_the_media_type_of_a_parameter_may_be_one_of_the_components() -> None:
    rest = "components: {mediaTypes: {Rows: {schema: {type: object}}}}"
    parameter = "{name: a, in: query, content: {a/b: {$ref: '#/components/mediaTypes/Rows'}}}"
    [found] = operation(f"{{parameters: [{parameter}]}}", rest=rest).parameters
    assert found.type.endswith("#/components/mediaTypes/Rows/schema")


@pytest.mark.parametrize("name", ["Accept", "content-type", "AUTHORIZATION"])
def test_headers_that_nobody_sets_are_no_parameters(name: str) -> None:
    assert operation(f"{{parameters: [{{name: {name}, in: header}}]}}").parameters == ()


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        ("{operationId: listThings}", "listThings"),
        ("{}", "get_v1_things_thingId"),
    ],
)
def test_an_operation_is_called_by_its_id_or_its_path(parts: str, name: str) -> None:
    assert operation(parts, path="/v1/things/{thingId}").id == name


@pytest.mark.parametrize(
    ("parts", "groups"),
    [
        ("{tags: [a, b]}", ("a", "b")),
        ("{tags: [a], x-speakeasy-group: beta.agents}", ("beta.agents",)),
        ("{}", ()),
    ],
)
def test_groups(parts: str, groups: tuple[str, ...]) -> None:
    assert operation(parts).groups == groups


@pytest.mark.parametrize(
    ("statuses", "errors"),
    [
        (["200", "404", "5XX"], [False, True, True]),
        (["201", "default"], [False, True]),
        (["302", "default"], [False, True]),
        (["default"], [False]),
        (["404", "default"], [True, False]),
    ],
)
def test_which_responses_are_errors(statuses: list[str], errors: list[bool]) -> None:
    listed = ", ".join(f"'{status}': {{description: d}}" for status in statuses)
    found = operation(f"{{responses: {{{listed}}}}}").responses
    assert [response.error for response in found] == errors


@pytest.mark.parametrize(
    ("paths", "item", "own", "said"),
    [
        ("", "", "", [False, False, False]),
        ("", "", "x-speakeasy-errors: {statusCodes: [default]}, ", [False, False, True]),
        ("", "x-speakeasy-errors: {statusCodes: [3xx]}, ", "", [False, True, False]),
        ("x-speakeasy-errors: {statusCodes: [201]}, ", "", "", [True, False, False]),
        ("", "", "x-speakeasy-errors: {statusCodes: 201}, ", [False, False, False]),
    ],
)
def test_responses_may_be_said_to_be_errors(
    paths: str, item: str, own: str, said: list[bool]
) -> None:
    listed = ", ".join(f"'{status}': {{description: d}}" for status in ("201", "302", "default"))
    text = f"paths: {{{paths}/a: {{{item}get: {{{own}responses: {{{listed}}}}}}}}}"
    (found,) = service(text).operations
    assert [response.said for response in found.responses] == said
    assert all(response.error for response in found.responses if response.said)


def test_components_keep_their_keys_and_ignored_parts_are_left_out() -> None:
    rest = """
components:
  parameters: {Page: {name: page, in: query, schema: {type: integer}}}
  responses: {Gone: {description: d, content: {application/json: {schema: {type: object}}}}}
"""
    parts = """{parameters: [{$ref: '#/components/parameters/Page'},
      {name: z, in: query, x-speakeasy-ignore: true}],
      responses: {'410': {$ref: '#/components/responses/Gone'}}}"""
    found = operation(parts, rest=rest)
    assert [(p.name, p.key) for p in found.parameters] == [("page", "Page")]
    assert found.responses[0].key == "Gone"


def test_an_ignored_operation_is_none() -> None:
    assert service("paths: {/a: {get: {x-speakeasy-ignore: true}}}").operations == ()


def test_security_as_alternatives_of_schemes() -> None:
    rest = "components: {securitySchemes: {a: {type: http, scheme: Bearer}, b: {type: apiKey}}}"
    found = operation("{security: [{a: []}, {a: [], b: [x]}, {}]}", rest=rest).security
    assert found is not None
    assert [[s.name for s in group] for group in found.alternatives] == [["a"], ["a", "b"], []]
    assert [(s.name, s.kind) for s in found.schemes] == [("a", "http bearer"), ("b", "apiKey")]
    referred = operation("{security: [{'#/components/securitySchemes/b': []}]}", rest=rest).security
    assert referred is not None
    assert [s.name for s in referred.schemes] == ["b"]


def test_a_reference_to_nothing_is_reported() -> None:
    report = Report()
    text = "paths: {/a: {get: {parameters: [{$ref: '#/components/parameters/Gone'}]}}}\n"
    lowered(HEAD + text, report)
    assert [d.code.name for d in report.diagnostics] == ["REF002"]


@pytest.mark.parametrize(
    "paths",
    ["[]", "3", "{/a: 3}", "{/a: {get: 3}}", "{/a: {get: {parameters: 3, responses: []}}}",
     "{}\n$ref: '#/gone'",
     "{/a: {get: {parameters: [3, {name: 3, in: query}], requestBody: 3, tags: 3}}}",
     "{/a: {get: {responses: {'200': 3, '201': {content: 3}, '202': {content: {a: 3}}}}}}",
     "{/a: {get: {security: [3]}}}", "{}\nx-speakeasy-globals: {parameters: 3}"],
)  # fmt: skip
def test_malformed_operations_do_no_harm(paths: str) -> None:
    lowered(f"{HEAD}paths: {paths}\n", Report())
