"""What types are called in the names of 2025, where several want one name."""

from __future__ import annotations

import pytest

from tests.tables import OK, operation, tables


def named(text: str) -> set[str]:
    """Return the classes that tables are about."""
    return {found.split()[1] for found in tables(text, names="2025").values()}


MAIL = "{type: object, properties: {kind: {enum: [mail_box]}, to: {type: string}}}"
CALL = "{type: object, properties: {kind: {const: CALL_BACK}, to: {type: string}}}"
RESPONSE = "{'200': {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}"
PLAIN = "{type: object, properties: {to: {type: string}}}"
LIST = f"{{schema: {{type: array, items: {PLAIN}}}}}"
POST = "{type: object, properties: {kind: {enum: [post]}, to: {type: string}}}"
PLURAL = "{type: array, items: {anyOf: [{type: string}, {type: integer}]}}"
NESTED = f"{{anyOf: [{{type: string}}, {PLURAL}]}}"
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
        # Of several kinds the only union keeps the name, or else the only class; an enum says so.
        (f"sorts: {SORTS}", "", "Sort SortEnum"),
        (f"sorts: {SORTS}", "sort: {type: object}", "OfferSort Sort SortEnum"),
        ("sort: {enum: [a, b]}", "sort: {type: object}", "Sort SortEnum"),
        ("sort: {enum: [a, b]}", "sort: {enum: [a, b]}", "OfferSort OrderSort"),
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
        # A value that others have too is told apart by the union, and then by the owner.
        (
            f"kind: {{enum: [order]}}, way: {{oneOf: [{MAIL}, {CALL}]}}",
            "kind: {enum: [mail_box]}",
            "KindOrder OfferKind Way WayCallBack WayKind WayMailBox",
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
    ],
)
def test_in_2025_types_are_told_apart(order: str, offer: str, names: str) -> None:
    text = f"""
paths:
  /order: {{get: {{operationId: order, responses: {RESPONSE % "Order"}}}}}
  /offer: {{get: {{operationId: offer, responses: {RESPONSE % "Offer"}}}}}
components:
  schemas:
    Order: {{type: object, properties: {{{order}}}}}
    Offer: {{type: object, properties: {{{offer}}}}}
"""
    found = named(text)
    assert sorted(found - {"Order", "Offer"}) == names.split()


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


@pytest.mark.parametrize(
    ("item", "names"),
    [
        (MAIL, "Kind OrderMailBox OrderUnion OrderUnion1"),
        ("{title: Other, enum: [a]}", "Order Order1 Other"),
    ],
)
def test_a_component_says_that_it_is_a_union_if_another_one_is_in_it(item: str, names: str) -> None:
    items = f"{{type: array, items: {{oneOf: [{item}, {{type: string}}]}}}}"
    order = f"{{anyOf: [{{type: string}}, {items}]}}"
    text = operation(
        f"responses: {RESPONSE % 'Order'}", f"components: {{schemas: {{Order: {order}}}}}\n"
    )
    assert sorted(named(text)) == names.split()


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
