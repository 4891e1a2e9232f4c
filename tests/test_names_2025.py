"""What types are called in the names of 2025, where several want one name."""

# ruff: noqa: E501 (a description in flow style stands on one line)

from __future__ import annotations

import pytest

from tests.tables import OK, operation, tables


def named(text: str) -> set[str]:
    """Return the classes that tables are about."""
    return {found.split()[1] for found in tables(text, names="2025").values()}


MAIL = "{type: object, properties: {kind: {enum: [mail_box]}, to: {type: string}}}"
CALL = "{type: object, properties: {kind: {const: CALL_BACK}, to: {type: string}}}"
POST = "{type: object, properties: {kind: {enum: [post]}, to: {type: string}}}"
TEXTS = "{type: array, items: {anyOf: [{type: string}, {type: integer}]}}"
RESPONSE = "{'200': {content: {application/json: {schema: {$ref: '#/components/schemas/%s'}}}}}"
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
        # An object without a value leaves the name to the union, and so does one of another owner.
        (
            "rule: {oneOf: [{type: object, properties: {kind: {enum: [a, b]}}}, {type: string}]}, "
            "kind: {enum: [a, b]}",
            "rule: {type: object, properties: {z: {type: string}}}",
            "OfferRule OrderKind OrderRule Rule RuleKind",
        ),
        # An enum of several values does not, and says what it is.
        ("size: {anyOf: [{enum: [a, b]}, {type: integer}]}", "", "Size SizeEnum"),
        # What has the name of a component does so, too, if it is an enum.
        ("offer: {enum: [a, b]}", "", "OfferEnum"),
        # Nothing tells these apart: inner ones are counted first.
        (f"x: {{anyOf: [{{type: string}}, {TEXTS}]}}", "", "X1 X2"),
        (
            f"x: {{anyOf: [{{type: string}}, {TEXTS}]}}",
            "x: {anyOf: [{type: string}, {type: integer}]}",
            "OfferX OrderX1 OrderX2",
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
    ("item", "names"),
    [
        (MAIL, "Kind OrderMailBox OrderUnion OrderUnion1"),
        ("{type: integer}, {enum: [a, b], title: Other}", "Order Order1 Other"),
    ],
)
def test_a_component_says_that_it_is_a_union_if_another_one_is_in_it(item: str, names: str) -> None:
    union = f"{{anyOf: [{{type: string}}, {{type: array, items: {{oneOf: [{item}, {{type: string}}]}}}}]}}"
    text = operation(
        f"responses: {RESPONSE % 'Order'}", f"components: {{schemas: {{Order: {union}}}}}\n"
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
