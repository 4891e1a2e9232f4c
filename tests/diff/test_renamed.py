"""What is renamed and edited at once is the same, where nothing else can be."""

from __future__ import annotations

from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, describe, json_content, ref
from generator.diff.review import diff


def of(*fields: str, **others: Any) -> Any:
    return {"type": "object", "properties": {**dict.fromkeys(fields, STRING), **others}}


def using(schema: Any, **components: Any) -> Any:
    """A description of an operation that returns a schema."""
    answer = {"200": {"description": "x", "content": json_content(schema)}}
    paths = {"/x": {"get": {"operationId": "getX", "responses": answer}}}
    return describe(paths, components={"schemas": components})


TWO, OTHER = of("a", "b"), of("x", "y")
CASES: dict[str, tuple[Any, Any, set[str]]] = {
    "in an operation": (
        using(ref("Item"), Item=of("a", "b", "c")),
        using(ref("Product"), Product=of("a", "b", "d")),
        {"Item is called Product now", "Item.c is gone", "Product.d is a further attribute"},
    ),
    "in a list of an operation": (
        using({"type": "array", "items": ref("Item")}, Item=of("a", "b")),
        using({"type": "array", "items": ref("Product")}, Product=of("a", "b", "c")),
        {"Item is called Product now", "Product.c is a further attribute"},
    ),
    "in another class, which is renamed as well": (
        using(ref("Order"), Order=of("a", "b", item=ref("Item")), Item=of("c", "d")),
        using(
            ref("Purchase"), Purchase=of("a", "b", item=ref("Product")), Product=of("c", "d", "e")
        ),
        {
            "Order is called Purchase now",
            "Item is called Product now",
            "Product.e is a further attribute",
        },
    ),
    "and so is what most of it is of": (
        using(ref("Order"), Order=of("a", item=ref("Item"), n=INTEGER), Item=of("c", "d")),
        using(
            ref("Purchase"),
            Purchase=of("a", "b", item=ref("Product"), n=INTEGER),
            Product=of("c", "d", "e"),
        ),
        {
            "Order is called Purchase now",
            "Purchase.b is a further attribute",
            "Item is called Product now",
            "Product.e is a further attribute",
        },
    ),
    "an enum": (
        using(of("a", s=ref("Status")), Status={"enum": ["a", "b"]}),
        using(of("a", s=ref("State")), State={"enum": ["a", "b", "c"]}),
        {"Status is called State now", "State.C is a further member"},
    ),
    "one of a union": (
        using({"oneOf": [ref("Cat"), ref("Dog")]}, Cat=of("a", "b"), Dog=of("x", "y")),
        using({"oneOf": [ref("Kitten"), ref("Dog")]}, Kitten=of("a", "b", "c"), Dog=of("x", "y")),
        {"Cat is called Kitten now", "Kitten.c is a further attribute"},
    ),
    "it was written in place": (
        using(of("a", "b")),
        using(ref("Item"), Item=of("a", "b", "c")),
        {"GetXResponseBody is called Item now", "Item.c is a further attribute"},
    ),
    "most of it is another": (
        using(ref("Item"), Item=of("a", "b", "c")),
        using(ref("Product"), Product=of("a", "b", "d", "e")),
        {"Item is gone", "Product is new"},
    ),
    "a member of an enum": (
        using({"enum": ["a", "b"], "x-enum-varnames": ["ONE", "TWO"]}),
        using({"enum": ["a", "b"], "x-enum-varnames": ["ONE", "THREE"]}),
        {"GetXResponseBody.TWO is called THREE now"},
    ),
    "a name for a text": (
        using(of("p", c=ref("City")), City=STRING),
        using(of("p", "q", c=ref("Town")), Town=STRING),
        {"City is called Town now", "GetXResponseBody.q is a further attribute"},
    ),
    "of two such names, either may be meant": (
        using(of("p", c=ref("City"), d=ref("City")), City=STRING),
        using(of("p", c=ref("Town"), d=ref("Place")), Town=STRING, Place={"type": "string"}),
        {"City is gone", "Town is new", "Place is new"},
    ),
    "it has too little to tell": (
        using(ref("Item"), Item=of("a")),
        using(ref("Product"), Product=of("a", n=INTEGER) | {"required": ["n"]}),
        {"Item is gone", "Product is new"},
    ),
    "it is used elsewhere": (
        using(of("p", i=ref("Item")), Item=of("a", "b")),
        using(of("p", j=ref("Product")), Product=of("a", "b", "c")),
        {
            *{"Item is gone", "Product is new", "GetXResponseBody.i is gone"},
            "GetXResponseBody.j is a further attribute",
        },
    ),
    "it is two things now": (
        using(of("p", i=ref("Item"), j=ref("Item")), Item=of("a", "b")),
        using(of("p", i=ref("One"), j=ref("Two")), One=of("a", "b", "c"), Two=of("a", "b", "d")),
        {"Item is gone", "One is new", "Two is new"},
    ),
    "two are one thing now": (
        using(of("p", i=ref("One"), j=ref("Two")), One=of("a", "b", "c"), Two=of("a", "b", "d")),
        using(of("p", i=ref("Item"), j=ref("Item")), Item=of("a", "b")),
        {"Item is new", "One is gone", "Two is gone"},
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_classes(name: str) -> None:
    old, new, expected = CASES[name]
    changes = diff(old, new).generated.classes
    assert expected == {
        f"{one.name} {one.words}" for one in changes if one.words != "has another type now"
    }


def test_the_page_is_renamed_too() -> None:
    old, new, _ = CASES["in an operation"]
    rows = diff(old, new).generated.rows
    assert [(row.mark, row.name, *map(tuple, row.cells)) for row in rows] == [
        ("~", "Item", ("Title", "Item", "Product")),
        ("−", "Item.c"),
        ("+", "Product.d"),
    ]


def at(name: str, also: str) -> Any:
    """A description of an operation whose path has a parameter of a name."""
    asked = [{"name": name, "in": "path", "required": True, "schema": STRING}]
    asked += [{"name": "q", "in": "query", "schema": INTEGER}]
    answer = {"200": {"description": "x", "content": json_content(of("a", also))}}
    return describe({f"/x/{{{name}}}": {"get": {"parameters": asked, "responses": answer}}})


def test_a_parameter_of_a_path_that_is_renamed_makes_no_other_place() -> None:
    changes = diff(at("id", "b"), at("key", "c")).generated.classes
    assert {f"{one.name} {one.words}" for one in changes} == {
        "GetXIDRequest is called GetXKeyRequest now",
        "GetXIDRequest.id is gone",
        "GetXKeyRequest.key is new, and the constructor asks for it",
        "GetXIDResponseBody is called GetXKeyResponseBody now",
        "GetXIDResponseBody.b is gone",
        "GetXKeyResponseBody.c is a further attribute",
    }
