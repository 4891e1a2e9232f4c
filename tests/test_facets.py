"""Each bounding keyword: that it is checked, written down, and compared, in words of its own.

A keyword that is added to the table has a row here, which fails until every place knows it; see
CONTRIBUTING.md.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable
from typing import Any, NamedTuple

import pytest
from diff.descriptions import describe, request

from generator.config import Settings
from generator.diff.changes.kind import kebab
from generator.diff.review import diff
from generator.facets import FACETS, Facet
from generator.model import File
from generator.report import Report
from generator.targets.markdown import markdown_files
from generator.targets.python import python_files
from tests.codecs import problems, root
from tests.models import understood

Json = Any


class Row(NamedTuple):
    """A bound, another one of the keyword, and a value that the first one refuses, if any is.

    `classes` and `tables` are what is said of the first; nothing, where the type of a field says
    it, or what holds it is the object and not the field.
    """

    bound: Json
    other: Json
    refused: Json = None
    classes: str = ""
    tables: str = ""


ROWS = {
    "type": Row(["string"], ["string", "integer"], 1),
    "enum": Row(["a", "b"], ["a"], "c"),
    "const": Row("a", "b", "c", tables='always `"a"`'),
    "multipleOf": Row(2, 3, 1, "a multiple of 2", "multiple of 2"),
    "minimum": Row(2, 3, 1, "≥ 2", "2 ≤ x"),
    "exclusiveMinimum": Row(2, 3, 2, "> 2", "2 < x"),
    "maximum": Row(2, 1, 3, "≤ 2", "x ≤ 2"),
    "exclusiveMaximum": Row(2, 1, 2, "< 2", "x < 2"),
    "minLength": Row(2, 3, "a", "at least 2 characters", "2 ≤ length"),
    "maxLength": Row(2, 1, "abc", "at most 2 characters", "length ≤ 2"),
    "pattern": Row("^a", "^b", "b", "pattern ^a", "pattern: `^a`"),
    "format": Row("email", "ipv4", "b", "format email", "format: email"),
    "contentEncoding": Row("base16", "base32"),
    "contentMediaType": Row("text/html", "text/plain"),
    "minItems": Row(2, 3, [1], "at least 2 items", "2 ≤ items"),
    "maxItems": Row(2, 1, [1, 2, 3], "at most 2 items", "items ≤ 2"),
    "uniqueItems": Row(True, False, [1, 1], "no two items equal", "no item twice"),
    "minProperties": Row(2, 3, {"a": 1}, "at least 2 members", "2 ≤ members"),
    "maxProperties": Row(1, 2, {"a": 1, "b": 2}, "at most 1 member", "members ≤ 1"),
    "required": Row(["a"], ["a", "b"], {"b": 1}),
}
NOTHING = Row(None, None)
CHECKED = [facet for facet in FACETS if not facet.keyword.startswith("content")]
CLASSES = [facet for facet in FACETS if ROWS.get(facet.keyword, NOTHING).classes]
TABLES = [facet for facet in FACETS if ROWS.get(facet.keyword, NOTHING).tables]


def name(facet: Facet) -> str:
    return facet.keyword


def of(facet: Facet, bound: Json) -> Json:
    """A schema of the type that a keyword speaks of, with a bound."""
    kind = "string" if facet.type == "any" else facet.type
    return {"type": kind, facet.keyword: bound}


def field(facet: Facet, target: Callable[..., Iterable[File]]) -> str:
    """The file of a class with one field that has the bound of a row."""
    thing = {"type": "object", "properties": {"a": of(facet, ROWS[facet.keyword].bound)}}
    described = describe({}, components={"schemas": {"Thing": thing}})
    settings, report = Settings(constraints_column=True), Report()
    files = target(understood(json.dumps(described), report, settings), settings)
    return next(file.text for file in files if "/thing." in file.path)


def test_each_facet_has_a_row() -> None:
    assert list(ROWS) == [facet.keyword for facet in FACETS]


@pytest.mark.parametrize("facet", CHECKED, ids=name)
def test_a_value_that_is_refused_is_told_in_words_of_the_keyword(facet: Facet) -> None:
    row = ROWS[facet.keyword]
    codec = root(of(facet, row.bound), formats="assert")
    assert not codec.is_valid(row.refused)
    [problem] = problems(codec, row.refused)
    assert problem.keyword == facet.keyword
    assert "is not valid: " not in problem.message


@pytest.mark.parametrize("facet", CLASSES, ids=name)
def test_a_class_says_what_bounds_a_field(facet: Facet) -> None:
    said = ROWS[facet.keyword].classes
    assert f'"""Constraints: {said}."""' in field(facet, python_files)


@pytest.mark.parametrize("facet", TABLES, ids=name)
def test_a_table_says_what_bounds_a_field(facet: Facet) -> None:
    said = ROWS[facet.keyword].tables
    assert re.search(rf"\| {re.escape(said)} +\|", field(facet, markdown_files))


@pytest.mark.parametrize("facet", FACETS, ids=name)
def test_a_change_is_told_by_the_name_of_the_keyword(facet: Facet) -> None:
    row = ROWS[facet.keyword]
    one, other = of(facet, row.bound), of(facet, row.other)
    none = {"type": one["type"]}
    for old, new in ((one, other), *(() if none == one else ((none, one), (one, none)))):
        codes = [found.code for found in diff(request(old), request(new)).findings]
        assert any(kebab(facet.keyword) in code for code in codes), (old, new, codes)
