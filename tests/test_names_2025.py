"""What types are called in the names of 2025, where several want one name."""

from __future__ import annotations

from collections.abc import Mapping

import pytest

from tests.tables import OK, operation, schema, tables


def named(text: str, **settings: str) -> set[str]:
    """Return the classes that tables are about."""
    return {found.split()[1] for found in tables(text, names="2025", **settings).values()}


def named_of_two(order: str, offer: str, **settings: str) -> set[str]:
    """Return the classes beside those of two components, each with such properties."""
    text = f"""
paths:
  /order: {{get: {{operationId: order, responses: {RESPONSE % "Order"}}}}}
  /offer: {{get: {{operationId: offer, responses: {RESPONSE % "Offer"}}}}}
components:
  schemas:
    Order: {{type: object, properties: {{{order}}}}}
    Offer: {{type: object, properties: {{{offer}}}}}
"""
    return named(text, **settings) - {"Order", "Offer"}


MAIL = "{type: object, properties: {kind: {enum: [mail_box]}, to: {type: string}}}"
CALL = "{type: object, properties: {kind: {const: CALL_BACK}, to: {type: string}}}"
RESPONSE = "{'200': {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}"
ERROR = (
    "content: {application/json: {schema: {properties: {code: {enum: [sold_out]}, "
    "kind: {enum: [not_allowed]}}}}}"
)
PLAIN = "{type: object, properties: {to: {type: string}}}"
LIST = f"{{schema: {{type: array, items: {PLAIN}}}}}"
PARTS = "{type: array, items: {type: object, properties: {%s}}}"
BOTH_WAYS = "Part State Kind WayMailBox"
SORTS = "{type: array, items: {anyOf: [{type: string, enum: [up, down]}, {type: string}]}}"


@pytest.mark.parametrize(
    ("order", "offer", "names"),
    [
        # What only one member is called by tells it from its union, which keeps its name.
        (f"way: {{oneOf: [{MAIL}, {CALL}]}}", "", "Kind Way WayCallBack WayMailBox"),
        (
            f"kind: {{enum: [order]}}, way: {{oneOf: [{MAIL}, {CALL}]}}",
            "",
            "KindMailBox KindOrder Way WayCallBack WayMailBox",
        ),
        # Where others want the name, the union is called after its owner, and says what it is.
        (
            f"ways: {{type: array, items: {{oneOf: [{MAIL}, {CALL}]}}}}",
            "way: {oneOf: [{type: string}, {type: integer}]}",
            "Kind OfferWay OrderWayUnion WayCallBack WayMailBox",
        ),
        (
            f"way: {{oneOf: [{MAIL}, {CALL}]}}",
            f"way: {{oneOf: [{MAIL}, {CALL}]}}",
            "OfferKind OfferWayCallBack OfferWayMailBox OfferWayUnion "
            "OrderKind OrderWayCallBack OrderWayMailBox OrderWayUnion",
        ),
        (
            f"sorts: {SORTS}",
            f"sorts: {SORTS}",
            "OfferSortEnum OfferSortUnion OrderSortEnum OrderSortUnion",
        ),
        # What is called as it is, around a type, does not tell it apart.
        (f"parts: {PARTS % f'parts: {PARTS}' % ''}", "", "Part1 Part2"),
        (
            f"parts: {PARTS % f'parts: {PARTS}' % ''}",
            f"parts: {PARTS % ''}",
            "OfferPart OrderPart1 OrderPart2",
        ),
        # A value that others have too is told apart by the union, and then by the owner.
        (
            f"kind: {{enum: [order]}}, way: {{oneOf: [{MAIL}, {CALL}]}}",
            "kind: {enum: [mail_box]}",
            "KindOrder OfferKind Way WayCallBack WayKindMailBox WayMailBox",
        ),
        # A list of values has no value to be called by.
        (
            "status: {enum: [a, b]}, part: {type: object, properties: {status: {enum: [a, b]}}}",
            "",
            "OrderPartStatus OrderStatus Part",
        ),
    ],
)
def test_in_2025_types_are_told_apart(order: str, offer: str, names: str) -> None:
    assert sorted(named_of_two(order, offer)) == names.split()


@pytest.mark.parametrize(
    ("parts", "name"),
    [
        (f"responses: {{'200': {{content: {{application/json: {LIST}}}}}}}", "MakeThingResponse"),
        (f"requestBody: {{content: {{application/json: {LIST}}}}}\n{OK}", "MakeThingRequest"),
        (f"responses: {{'200': {{content: {{'*/*': {LIST}}}}}}}", "MakeThingResponseBody"),
    ],
)
def test_the_items_of_a_body_are_called_as_it_is(parts: str, name: str) -> None:
    assert named(operation(parts)) == {name}


def test_the_members_of_a_body_are_called_after_it() -> None:
    body = (
        f"requestBody: {{content: {{application/json: {{schema: {{oneOf: [{MAIL}, {CALL}]}}}}}}}}"
    )
    assert sorted(named(operation(f"{body}\n{OK}"))) == (
        "Kind MakeThingRequest MakeThingRequestCallBack MakeThingRequestMailBox".split()
    )


def test_what_a_component_has_is_called_after_the_name_that_it_gives_itself() -> None:
    kind = "kind: {enum: [a, b]}"
    other = "other: {$ref: '#/components/schemas/Other'}"
    components = f"""
components:
  schemas:
    made_up: {{x-speakeasy-name-override: Made, type: object, properties: {{{kind}, {other}}}}}
    Other: {{type: object, properties: {{{kind}}}}}
"""
    text = operation(f"responses: {RESPONSE % 'made_up'}", components)
    assert sorted(named(text)) == ["Made", "MadeKind", "Other", "OtherKind"]


@pytest.mark.parametrize(
    ("response", "names"),
    [
        ("Find", "Filter FindRequestBody FindResponse Page"),
        ("Found", "Filter Find Found Page"),
    ],
)
def test_a_body_and_a_response_of_one_name_say_what_they_are(response: str, names: str) -> None:
    content = (
        "content: {application/json: {schema: {type: object, properties: {%s: {type: object}}}}}"
    )
    parts = f"""
requestBody: {{$ref: '#/components/requestBodies/Find'}}
responses: {{'200': {{$ref: '#/components/responses/{response}'}}}}
"""
    components = f"""
components:
  requestBodies: {{Find: {{{content % "filter"}}}}}
  responses: {{{response}: {{{content % "page"}}}}}
"""
    assert sorted(named(operation(parts, components))) == names.split()


@pytest.mark.parametrize(
    ("responses", "names"),
    [
        # The members of an error are errors, which their union does not say of itself.
        (
            {"400": "{oneOf: [%(a)s, %(b)s]}"},
            "BadRequest ResponseBodyError1 ResponseBodyError2 Way1 Way2",
        ),
        (
            {"400": "{oneOf: [%(a)s, %(b)s]}", "401": "%(a)s"},
            "BadRequest BadRequestWay1 BadRequestWay2 ResponseBodyError1 ResponseBodyError2 "
            "UnauthorizedError UnauthorizedWay",
        ),
        (
            {"400": "{oneOf: [{$ref: '#/components/schemas/Gone'}, %(a)s]}"},
            "BadRequest GoneError ResponseBodyError Way",
        ),
        # So are bodies counted that only their statuses tell apart.
        (
            {"200": "{type: object}", "202": "{type: object, properties: {}}"},
            "MakeThingResponse MakeThingResponseBody1 MakeThingResponseBody2",
        ),
        # A union leaves the name to a class, and a member that nothing tells is a body.
        (
            {"200": "{oneOf: [%(a)s, {type: string}]}", "202": "{type: object}"},
            "MakeThingResponse MakeThingResponseBody MakeThingResponseBodyUnion ResponseBody Way",
        ),
    ],
)
def test_several_bodies_of_an_operation_are_counted(
    responses: Mapping[str, str], names: str
) -> None:
    way = "way: {anyOf: [{type: string}, {type: integer}]}"
    parts = {name: f"{{type: object, properties: {{{way}, {name}: {{}}}}}}" for name in "ab"}
    content = "content: {application/json: {schema: %s}}"
    lines = [f"  '{status}': {{{content % (text % parts)}}}" for status, text in responses.items()]
    components = "components: {schemas: {Gone: {type: object, properties: {a: {}}}}}\n"
    assert sorted(named(operation("\n".join(["responses:", *lines]), components))) == names.split()


UNION = "{oneOf: [{$ref: '#/components/schemas/Lost'}, {$ref: '#/components/schemas/Late'}]}"


@pytest.mark.parametrize(
    "use",
    [
        "{$ref: '#/components/responses/Missing'}",
        "{content: {application/json: {schema: {$ref: '#/components/schemas/Gone'}}}}",
    ],
)
def test_the_members_of_an_error_that_is_a_component_are_errors(use: str) -> None:
    components = f"""components:
  responses: {{Missing: {{content: {{application/json: {{schema: {UNION}}}}}}}}}
  schemas:
    Gone: {UNION}
    Lost: {{type: object, properties: {{a: {{type: string}}}}}}
    Late: {{type: object, properties: {{b: {{type: string}}}}}}
"""
    text = operation(f"responses: {{'404': {use}}}", components)
    found = tables(text, names="2025", errors_path="errors")
    assert {"errors/losterror.md", "errors/lateerror.md"} < found.keys()


@pytest.mark.parametrize(
    ("version", "names"),
    [("1.640.0", "Box Kept KeptUnion"), ("1.650.0", "Box Kept OrderKept")],
)
def test_a_class_in_a_union_has_the_name_that_the_union_leaves(version: str, names: str) -> None:
    kept = "kept: {oneOf: [{$ref: '#/components/schemas/Box'}, {type: object}]}"
    components = f"""
components:
  schemas:
    Order: {{type: object, properties: {{{kept}}}}}
    Box: {{type: object, properties: {{a: {{type: string}}}}}}
"""
    text = operation(f"responses: {RESPONSE % 'Order'}", components)
    assert sorted(named(text, tables_version=version) - {"Order"}) == names.split()


@pytest.mark.parametrize(
    ("other", "names"),
    [
        # What only one body among the components has says that it is in a body.
        ("a", "FilterLessWay FilterMoreWay LessWayRequestBody MoreWayRequestBody"),
        ("way", "FilterLessWay FilterMoreWay FindLessWay FindMoreWay MakeWay"),
    ],
)
def test_what_is_in_a_body_that_is_a_component_is_told_by_that(other: str, names: str) -> None:
    way = "{type: object, properties: {way: {enum: [a, b]}}}"
    both = f"{{less: {way}, more: {way}}}"
    content = "content: {application/json: {schema: {type: object, properties: %s}}}"
    make = f"{{{other}: {{enum: [c, d]}}}}"
    text = f"""
paths:
  /things:
    get: {{operationId: get, responses: {RESPONSE % "Filter"}}}
    put: {{operationId: put, requestBody: {{$ref: '#/components/requestBodies/Find'}}}}
    post: {{operationId: post, requestBody: {{$ref: '#/components/requestBodies/Make'}}}}
components:
  schemas: {{Filter: {{type: object, properties: {both}}}}}
  requestBodies: {{Find: {{{content % both}}}, Make: {{{content % make}}}}}
"""
    assert sorted(name for name in named(text) if "Way" in name) == names.split()


def test_what_is_sent_both_ways_says_which_in_2025() -> None:
    part = "{type: object, properties: {state: {enum: [a, b]}}}"
    other = "{type: object, properties: {x: {type: string}, y: {type: string}}}"
    way = f"{{oneOf: [{MAIL}, {other}, {{type: object, properties: {{x: {{type: string}}}}}}]}}"
    body = "content: {application/json: {schema: {type: object, properties: {%s}}}}"
    sent = body % f"part: {part}, way: {way}"
    parts = f"requestBody: {{{sent}}}\nresponses: {{'200': {{{sent}}}, '404': {{{ERROR}}}}}"
    found = {name.removeprefix("MakeThing") for name in named(operation(parts))}
    sides = {f"{name}{side}" for name in BOTH_WAYS.split() for side in ("Request", "Response")}
    whole = {
        f"{name}{end}" for name in ("WayRequest", "WayResponse") for end in ("1", "2", "Union")
    }
    error = {"Code", "NotFoundKind", "SoldOutError"}
    assert found == {"Request", "Response", *sides, *whole, *error}


def test_of_several_errors_the_first_is_told_by_its_value_in_2025() -> None:
    error = (
        "content: {application/json: {schema: {type: object, properties: {code: {enum: [%s]}}}}}"
    )
    errors = f"'400': {{{error % 'no_stock'}}}, '404': {{{error % 'not_found'}}}"
    found = named(operation(f"responses: {{{errors}, '409': {{{error % 'twice'}}}}}"))
    names = "CodeNoStock ConflictCode NoStockError NotFoundCode NotFoundError TwiceError"
    assert sorted(found) == names.split()


@pytest.mark.parametrize(
    ("properties", "names"),
    [
        # Members that nothing tells apart are counted, and their union says that it is one.
        (
            "way: {oneOf: [{properties: {a: {}}}, {properties: {b: {}}}]}",
            "Way1 Way2 WayUnion",
        ),
        # An enum leaves the name to its union.
        ("way: {oneOf: [{enum: [a, b]}, {type: integer, enum: [3]}]}", "Way Way3 WayEnum"),
        ("$way: {enum: [a]}", "DollarWay"),
    ],
)
def test_in_2025_what_is_alike_is_counted(properties: str, names: str) -> None:
    found = {n.split()[1] for n in schema(f"properties: {{{properties}}}", names="2025").values()}
    assert sorted(found - {"Thing"}) == names.split()


def test_in_2025_a_component_that_is_a_union_of_what_is_alike_says_so() -> None:
    text = f"oneOf: [{MAIL}, {{properties: {{a: {{}}}}}}, {{properties: {{b: {{}}}}}}]"
    found = {one.split()[1] for one in schema(text, names="2025").values()}
    assert sorted(found) == ["Kind", "Thing1", "Thing2", "ThingMailBox", "ThingUnion"]


POST = "{type: object, properties: {kind: {enum: [post]}, to: {type: string}}}"
PLURAL = "{type: array, items: {anyOf: [{type: string}, {type: integer}]}}"
NESTED = f"{{anyOf: [{{type: string}}, {PLURAL}]}}"
UPS = f"{{anyOf: [{{type: string}}, {SORTS.replace('[up, down]', '[up]')}]}}"


@pytest.mark.parametrize(
    ("order", "offer", "names"),
    [
        # The only union of a name keeps it, or else the only class; an enum says what it is.
        (f"way: {{oneOf: [{{type: object}}, {MAIL}]}}", "", "Kind OrderWay Way WayMailBox"),
        ("way: {enum: [a, b]}", "way: {type: object}", "Way WayEnum"),
        ("order: {type: object}, offer: {enum: [a, b]}", "", "OfferEnum OrderOrder"),
        ("way: {enum: [a, b]}", "way: {enum: [a, b]}", "OfferWay OrderWay"),
        # An enum in a member of a union is called after that.
        (
            f"kind: {{enum: [order]}}, way: {{oneOf: [{MAIL}, {CALL}]}}",
            "kind: {enum: [mail_box]}",
            "KindOrder OfferKind Way WayCallBack WayKind WayMailBox",
        ),
        # Of several kinds the only union keeps the name, or else the only class; an enum says so.
        (f"sorts: {SORTS}", "", "Sort SortEnum"),
        (f"sorts: {SORTS}", "sort: {type: object}", "OfferSort Sort SortEnum"),
        ("sort: {enum: [a, b]}", "sort: {type: object}", "Sort SortEnum"),
        ("sort: {enum: [a, b]}", "sort: {enum: [a, b]}", "OfferSort OrderSort"),
        # Where others want the name, the union is called after its owner, and says what it is.
        (
            f"way: {{oneOf: [{MAIL}, {CALL}]}}",
            f"way: {MAIL}",
            "OfferKind OfferWay OrderKind OrderWayMailBox Way WayCallBack",
        ),
        # What nothing tells apart is numbered, the inner one first.
        (f"way: {NESTED}", "", "Way1 Way2"),
        (f"way: {NESTED}", f"way: {NESTED}", "OfferWay1 OfferWay2 OrderWay1 OrderWay2"),
        (
            f"way: {{oneOf: [{PLAIN}, {{type: string}}]}}",
            f"way: {{oneOf: [{PLAIN}, {PLAIN}]}}",
            "OfferWay1 OfferWay2 OfferWayUnion OrderWay OrderWayUnion",
        ),
        (
            f"kind: {{enum: [order]}}, way: {{oneOf: [{MAIL}, {POST}]}}",
            "kind: {enum: [mail_box]}",
            "KindOrder KindPost OfferKind Way WayKindMailBox WayMailBox WayPost",
        ),
        (
            "way: {oneOf: [{type: object, properties: {kind: {enum: [a, b]}}}, {type: string}]}, "
            "kind: {enum: [order]}",
            "way: {type: object, properties: {z: {type: string}}}",
            "KindOrder OfferWay OrderWay Way WayKind",
        ),
        (
            f"way: {{anyOf: [{{type: object, properties: {{to: {NESTED}}}}}, {{type: string}}]}}",
            "",
            "OrderWay To1 To2 Way",
        ),
        # What a component of another kind is called by says its own.
        ("offer: {enum: [a, b]}", "", "OfferEnum"),
        (
            "offer: {oneOf: [{$ref: '#/components/schemas/Offer'}, {type: string}]}",
            "",
            "OfferUnion",
        ),
        # A list of values has no value to be called by.
        (
            "status: {enum: [a, b]}, part: {type: object, properties: {status: {enum: [a, b]}}}",
            "",
            "OrderPartStatus OrderStatus Part",
        ),
        # Of several unions the inner ones are counted first.
        (
            f"way: {UPS}",
            f"way: {UPS}",
            "OfferWayUnion1 OfferWayUnion2 OrderWayUnion1 OrderWayUnion2 OfferWayUp OrderWayUp",
        ),
        # An enum of another owner is told by what it is.
        (
            f"way: {{oneOf: [{MAIL}, {CALL}]}}",
            "way: {enum: [a, b]}",
            "Kind Way WayCallBack WayEnum WayMailBox",
        ),
    ],
)
def test_in_2025_a_union_keeps_its_name_from_1_650(order: str, offer: str, names: str) -> None:
    assert named_of_two(order, offer, tables_version="1.650.0") == set(names.split())


@pytest.mark.parametrize(
    ("item", "names"),
    [
        (MAIL, "Kind OrderMailBox OrderUnion OrderUnion1"),
        ("{type: integer}, {enum: [a, b], title: Other}", "Order Order1 Other"),
    ],
)
def test_a_component_says_that_it_is_a_union_if_another_one_is_in_it(item: str, names: str) -> None:
    items = f"{{oneOf: [{item}, {{type: string}}]}}"
    union = f"{{anyOf: [{{type: string}}, {{type: array, items: {items}}}]}}"
    text = operation(
        f"responses: {RESPONSE % 'Order'}", f"components: {{schemas: {{Order: {union}}}}}\n"
    )
    assert sorted(named(text, tables_version="1.666.0")) == names.split()
