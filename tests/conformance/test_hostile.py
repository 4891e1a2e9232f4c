"""Hostile schemas and values: a diagnostic or the right answer, and nothing is ever run."""

from __future__ import annotations

import builtins
import json
from collections.abc import Callable, Iterator
from contextlib import suppress
from functools import reduce
from typing import Any

import pytest

from generator.compiled import Models, compile
from generator.config import Settings
from generator.dialect import DRAFT7, DRAFT202012, Dialect
from generator.report import Report, TypewrightError
from generator.targets.python._runtime import DecodeError

Json = Any


def nested(keyword: str, levels: int, leaf: Json) -> Json:
    """A schema below so many of one keyword."""
    wrap = {
        "properties": lambda schema: {"properties": {"a": schema}},
        "allOf": lambda schema: {"allOf": [schema]},
        "anyOf": lambda schema: {"anyOf": [schema]},
        "prefixItems": lambda schema: {"prefixItems": [schema]},
    }.get(keyword, lambda schema: {keyword: schema})
    return reduce(lambda schema, _: wrap(schema), range(levels), leaf)


def chained(count: int, link: Any) -> Json:
    """So many definitions, each of which refers to the next; the last one is a string."""
    definitions = {f"a{i}": link({"$ref": f"#/$defs/a{i + 1}"}) for i in range(count)}
    return {"$ref": "#/$defs/a0", "$defs": {**definitions, f"a{count}": {"type": "string"}}}


def codes(schema: Json) -> set[str]:
    """Compile a schema that has mistakes, and return what they are."""
    with pytest.raises(TypewrightError) as raised:
        compile(schema)
    found: Report = raised.value.report
    return {diagnostic.code.name for diagnostic in found.diagnostics if diagnostic.where}


def refuses(models: Models, value: Json) -> bool:
    """Whether the root refuses a value."""
    try:
        models["#"].decode(value)
    except DecodeError:
        return True
    return False


# --- depth and size -------------------------------------------------------------------------------


@pytest.mark.parametrize("keyword", ["properties", "allOf", "anyOf", "not", "items", "prefixItems"])
def test_ten_thousand_levels_are_too_many(keyword: str) -> None:
    assert codes(nested(keyword, 10_000, {"type": "string"})) == {"SRC004"}


@pytest.mark.parametrize("keyword", ["properties", "allOf", "anyOf", "not", "items", "prefixItems"])
def test_a_hundred_levels_are_not(keyword: str) -> None:
    value: Json = "a"
    if keyword in ("items", "prefixItems"):
        value = reduce(lambda inner, _: [inner], range(100), value)
    elif keyword == "properties":
        value = reduce(lambda inner, _: {"a": inner}, range(100), value)
    models = compile(nested(keyword, 100, {"type": "string"}))
    assert not refuses(models, value)


@pytest.mark.parametrize(("keyword", "count"), [("allOf", 40), ("allOf", 400), ("anyOf", 40)])
def test_ways_that_meet_again_are_walked_once(keyword: str, count: int) -> None:
    models = compile(chained(count, lambda schema: {keyword: [schema, schema]}))
    assert models["#"].decode("a") == "a"


TANGLES: list[Callable[[Json], Json]] = [
    lambda schema: {"anyOf": [schema, schema]},
    lambda schema: {"oneOf": [schema, schema]},
    lambda schema: {"anyOf": [{"not": {"not": schema}}, {"allOf": [schema]}]},
    lambda schema: {"if": schema, "else": schema},
    lambda schema: {"anyOf": [{"type": "object"}, schema, schema], "unevaluatedProperties": True},
]


@pytest.mark.parametrize("wrap", TANGLES)
def test_ways_that_meet_again_are_refused_once(wrap: Callable[[Json], Json]) -> None:
    codec = compile(chained(40, wrap))["#"]
    assert refuses(compile(chained(40, wrap)), 1)
    assert not codec.is_valid(1)


def test_a_default_is_looked_at_once_where_ways_meet_again() -> None:
    schema = chained(16, lambda inner: {"anyOf": [inner, {"allOf": [inner]}, inner]})
    models = compile({**schema, "default": ["a"]})
    assert refuses(models, ["a"])


def test_shared_members_of_nested_values_are_tried_once() -> None:
    value: Json = {"a": 1}
    both = {"$ref": "#"}
    schema = {"anyOf": [{"properties": {"a": both}}, {"properties": {"a": both}}]}
    schema = {"anyOf": [{"type": "string"}, {"type": "object", **schema}]}
    for _ in range(40):
        value = {"a": value}
    codec = compile(schema)["#"]
    assert not codec.is_valid(value)
    with pytest.raises(DecodeError):
        codec.decode(value)


def test_a_chain_of_references_is_as_long_as_it_likes() -> None:
    models = compile(chained(1500, lambda schema: schema))
    assert not refuses(models, "a")
    assert refuses(models, 1)


HUGE = 10**400
BOUNDS = [
    ({"maxLength": HUGE}, "a", False),
    ({"minLength": HUGE}, "a", True),
    ({"minItems": HUGE}, [], True),
    ({"maximum": HUGE}, HUGE + 1, True),
    ({"maximum": HUGE}, 1e300, False),
    ({"minimum": -HUGE}, -HUGE - 1, True),
    ({"multipleOf": HUGE}, HUGE * 3, False),
    ({"multipleOf": 1e-300}, 1, False),
    ({"multipleOf": 0.01}, 1e300, False),
    ({"const": HUGE}, HUGE, False),
    ({"enum": [HUGE, 1]}, HUGE + 1, True),
    ({"maximum": 1e999}, 1e300, False),
    ({"prefixItems": [{}], "items": False, "contains": {}, "minContains": HUGE}, [1], True),
]


@pytest.mark.parametrize(("schema", "value", "refused"), BOUNDS)
def test_huge_bounds(schema: Json, value: Json, refused: bool) -> None:
    assert refuses(compile(schema), value) is refused


# --- patterns -------------------------------------------------------------------------------------

PATTERNS = [
    "a{1000}{1000}",
    "(",
    "[b-a]",
    "a{2,1}",
    "\\",
    "(?<n>a)(?<n>b)",
    "*",
    "(?P<n>a)",
    "\\k<n>",
]


@pytest.mark.parametrize("pattern", PATTERNS)
def test_a_pattern_that_is_none_is_diagnosed(pattern: str) -> None:
    found = codes({"pattern": pattern})
    assert {code[:3] for code in found} == {"PAT"}


# --- values of the wrong type ---------------------------------------------------------------------

WRONG = [None, 1.5, True, "", "http://[", [], [1], [{}], ["a"], {"a": 1}, {"a": [1]}, {"a": None}]


@pytest.mark.parametrize("dialect", [DRAFT7, DRAFT202012], ids=lambda dialect: dialect.name)
@pytest.mark.parametrize("keyword", [*DRAFT202012.keywords, "dependencies", "nullable"])
def test_a_keyword_may_have_any_value(keyword: str, dialect: Dialect) -> None:
    for value in WRONG:
        schema = {"properties": {"p": {keyword: value}}, "$defs": {"x": {}}}
        with suppress(TypewrightError):
            refuses(compile(schema, dialect=dialect.name), {"p": value})


def test_dependencies_may_mix_names_and_schemas() -> None:
    schema = {"dependencies": {"a": {"required": ["c"]}, "b": ["d"]}, "type": "object"}
    models = compile(schema, dialect="draft7")
    assert [refuses(models, {name: 1}) for name in "abc"] == [True, True, False]


def test_an_enum_of_nothing_has_no_value() -> None:
    models = compile({"properties": {"a": {"enum": []}}, "type": "object"})
    assert [refuses(models, value) for value in ({}, {"a": None}, {"a": "a"})] == [
        False,
        True,
        True,
    ]


# --- circles --------------------------------------------------------------------------------------

CIRCLES = {
    "a root": {"$ref": "#"},
    "two": {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}},
    "allOf": {"allOf": [{"$ref": "#"}]},
    "anyOf": {"anyOf": [{"type": "string"}, {"$ref": "#"}]},
    "oneOf": {"oneOf": [{"properties": {"a": {}}}, {"$ref": "#"}]},
    "not": {"not": {"$ref": "#"}},
    "if": {"if": {"$ref": "#"}, "then": {"type": "string"}},
    "then": {"if": {"type": "string"}, "then": {"allOf": [{"$ref": "#"}]}},
    "else": {"if": {"type": "string"}, "else": {"$ref": "#"}},
    "$dynamicRef": {"$dynamicAnchor": "a", "anyOf": [{"$dynamicRef": "#a"}]},
    "dependentSchemas": {"dependentSchemas": {"a": {"$ref": "#"}}},
}


@pytest.mark.parametrize("schema", CIRCLES.values(), ids=CIRCLES.keys())
def test_a_circle_that_never_goes_into_the_value_is_diagnosed(schema: Json) -> None:
    assert codes(schema) == {"REF003"}


RECURSIONS = [
    {"properties": {"a": {"$ref": "#"}}, "type": "object"},
    {"additionalProperties": {"$ref": "#"}, "type": "object"},
    {"type": "object", "allOf": [{"properties": {"a": {"allOf": [{"$ref": "#"}]}}}]},
    {"anyOf": [{"type": "object", "patternProperties": {"": {"$ref": "#"}}}]},
    {"then": {"$ref": "#"}, "else": {"$ref": "#"}, "type": "object"},
    {"type": "object", "propertyNames": {"not": {"$ref": "#"}}},
]


@pytest.mark.parametrize("schema", RECURSIONS)
def test_a_circle_through_the_value_is_fine(schema: Json) -> None:
    models = compile(schema)
    assert not refuses(models, {"a": {"a": {}}})
    assert refuses(models, 1)


# --- code -----------------------------------------------------------------------------------------

TEXTS = [
    '"""; boom(); """',
    "'''; boom(); '''",
    '"; boom(); "',
    "'; boom(); '",
    "'); boom(); ('",
    '\\"; boom(); #',
    '\\"""; boom(); """\\',
    "\n    boom()\n",
    "\r\nboom()\r",
    "\u2028boom()\u2029\x85boom()\x0bboom()\x0c",
    "{boom()}",
    "{{ boom() }} {% include boom() %} {# boom() #}",
    "\\N{boom()} \\x \\u12 \\",
    "x\\",
    '"',
    '"""',
    '""""',
    "# boom()\nboom()",
    "]: boom() #",
    "__class__",
    "\x00",
    "\x1b[31m\x7f",
    "\u202eboom()\u2066",
    "\ufeff",
    "",
    " ",
    "é\U0001f600",
    "class",
    "../../boom",
    "self",
    "value",
    "path",
    "problems",
    "to_dict",
    "_order",
    "additional_properties",
    "UNSET",
]
"""What would break out of a string, a docstring, a comment, a template or a name."""


def everywhere(text: str) -> Json:
    """A schema that says one text wherever a schema can say any text."""
    return {
        "title": text,
        "description": text,
        "$comment": text,
        "type": "object",
        "required": [text],
        "properties": {
            text: {"type": "string", "description": text, "default": text, "examples": [text]},
            "const": {"const": text, "title": text},
            "enum": {"enum": [text, "b"], "title": text, "x-enum-varnames": [text, "b"]},
            "numbers": {"enum": [1, 2], "x-speakeasy-enums": [text, "b"]},
            "values": {"default": [text], "items": {"type": "string"}, "type": "array"},
            "mixed": {"enum": [text, 1, None, {text: text}], "deprecated": True},
            "format": {"type": "string", "format": text, "contentMediaType": text},
            "pattern": {"type": "string", "pattern": "^" + "".join(map(_escaped, text))},
            "named": {"$ref": "#/$defs/" + _pointer(text)},
            "union": {"oneOf": [{"type": "object", "title": text, "properties": {text: {}}}]},
        },
        "patternProperties": {"^" + "".join(map(_escaped, text)) + "$": {}},
        "dependentRequired": {text: [text]},
        "dependentSchemas": {text: {"properties": {text: {"description": text}}}},
        "x-speakeasy-name-override": text,
        f"x-{text}": {text: text},
        "$defs": {text: {"type": "object", "description": text, "properties": {text: {}}}},
    }


def _escaped(character: str) -> str:
    return f"\\u{ord(character):04x}" if ord(character) < 0x10000 else character


def _pointer(text: str) -> str:
    escaped = text.replace("~", "~0").replace("/", "~1").encode()
    return "".join(f"%{byte:02x}" for byte in escaped)


@pytest.fixture
def booms(monkeypatch: pytest.MonkeyPatch) -> Iterator[list[str]]:
    """A list of the times that `boom()` was called; everything that runs can call it."""
    called: list[str] = []
    monkeypatch.setattr(builtins, "boom", lambda: called.append("boom"), raising=False)
    yield called
    assert called == []


STYLES = [Settings(), Settings(enums="literal"), Settings(plain_formats=True, open_enums=True)]


@pytest.mark.usefixtures("booms")
@pytest.mark.parametrize("settings", STYLES, ids=["plain", "literal", "open"])
@pytest.mark.parametrize("text", TEXTS, ids=ascii)
def test_a_text_is_a_text_wherever_it_stands(text: str, settings: Settings) -> None:
    models = compile(everywhere(text), settings=settings)
    value = {text: text, "const": text, "enum": text, "mixed": {text: text}, "named": {text: text}}
    for codec in models.values():
        assert json.dumps(codec.encode(codec.decode(value))) == json.dumps(value)
    with pytest.raises(DecodeError) as raised:
        models["#"].decode({text: 1, "const": 1, "enum": 1, "mixed": 2})
    assert len(raised.value.problems) >= 4
    assert str(raised.value)


@pytest.mark.parametrize("text", ["\ud800", "a\udfff"], ids=ascii)
def test_half_a_character_is_diagnosed(text: str) -> None:
    with pytest.raises(TypewrightError) as raised:
        compile({"properties": {text: {"description": text}}})
    assert [d.code.name for d in raised.value.report.diagnostics] == ["JSON004"]


# --- values ---------------------------------------------------------------------------------------

TREE = {
    "type": "object",
    "properties": {"a": {"$ref": "#"}, "b": {"type": "array", "items": {"$ref": "#"}}},
    "additionalProperties": {"type": ["integer", "string"]},
}
FREE = {"properties": {"x": {}}, "additionalProperties": True}


def deep(levels: int, name: str = "a") -> Json:
    return reduce(lambda inner, _: {name: inner}, range(levels), {})


@pytest.mark.parametrize("schema", [TREE, {"anyOf": [TREE | {"$id": "http://x/y"}]}])
def test_a_value_that_is_too_deep_is_a_problem(schema: Json) -> None:
    with pytest.raises(DecodeError) as raised:
        compile(schema)["#"].decode(deep(100_000))
    assert str(raised.value) == "$: no JSON value: it is nested too deeply"


def test_text_that_is_too_deep_is_a_problem() -> None:
    codec = compile(FREE)["#"]
    with pytest.raises(DecodeError):
        codec.loads("[" * 100_000 + "]" * 100_000)


@pytest.mark.parametrize("text", ["NaN", "[Infinity]", '{"x": -Infinity}', "", "{", "\x00", "'a'"])
def test_text_that_is_not_json_is_a_problem(text: str) -> None:
    with pytest.raises(DecodeError) as raised:
        compile({})["#"].loads(text)
    assert [problem.keyword for problem in raised.value.problems] == ["json"]


@pytest.mark.parametrize("data", [b"\xff", b'"\xc3"', b"\xed\xa0\x80"])
def test_bytes_that_are_not_utf_8_are_a_problem(data: bytes) -> None:
    with pytest.raises(DecodeError):
        compile({})["#"].loads(data)


NUMBERS = {"type": "number", "minimum": -5, "maximum": 5, "multipleOf": 0.5}
INTEGERS = {"type": "integer", "minimum": 5, "multipleOf": 2}


@pytest.mark.parametrize("schema", [NUMBERS, INTEGERS, {"enum": [1, 2]}, {"const": 1}])
@pytest.mark.parametrize("value", [float("nan"), float("inf"), float("-inf")])
def test_what_no_json_text_says_is_a_problem(schema: Json, value: float) -> None:
    assert refuses(compile(schema), value)


@pytest.mark.parametrize("schema", [NUMBERS, INTEGERS, {"const": 1}])
@pytest.mark.parametrize("value", [10**5001 + 1, -(10**5001) - 1], ids=["high", "low"])
def test_an_integer_of_thousands_of_digits_is_a_problem(schema: Json, value: int) -> None:
    with pytest.raises(DecodeError) as raised:
        compile(schema)["#"].decode(value)
    assert str(raised.value)
