"""Locations: where in the text a JSON Pointer leads."""

from __future__ import annotations

import json
import random
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from unittest.mock import patch

import pytest
import yaml
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import from_memory, load
from generator.reading.yaml_core import parse as parse_yaml
from generator.report import Report
from generator.showing import locate as locate_module
from generator.showing.locate import line_at, locate
from generator.source import Place, Source, join, split

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
ALL_YAML = sorted(CORPORA.rglob("diff/data/**/*.yaml"))
LARGE_YAML = CORPORA / "openapi" / "openai.yaml"

YAML = """\
openapi: 3.1.0
paths:
  /a/{b}:
    get: {tags: [x, "y"]}
components:
  schemas:
    "Ordér": &order
      type: object
      description: |
        Two
        lines.
      enum:
        - 1
        - k: v
    Same: *order
    Merged:
      <<: *order
      title: é x
    Empty:
"""
JSON = """\
{
  "a": [1, {"b": "x y"}, [], true],
  "é/~": {"k": null},
  "": -1.5e3
}
"""


def source(text: str, syntax: str) -> Source:
    return Source(
        f"file:///a.{syntax}", f"a.{syntax}", text, "json" if syntax == "json" else "yaml"
    )


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ("", "1:1 o", "1:1 o"),
        ("/openapi", "1:10 3.1.0", "1:1 openapi"),
        ("/paths", "2:1 paths", "2:1 paths"),
        ("/paths/~1a~1{b}", "3:3 /a/{b}", "3:3 /a/{b}"),
        ("/paths/~1a~1{b}/get", "4:10 {", "4:5 get"),
        ("/paths/~1a~1{b}/get/tags/1", '4:21 "y"', '4:21 "y"'),
        ("/components/schemas/Ordér", '7:5 "Ordér"', '7:5 "Ordér"'),
        ("/components/schemas/Ordér/type", "8:13 object", "8:7 type"),
        ("/components/schemas/Ordér/description", "9:20 |", "9:7 description"),
        ("/components/schemas/Ordér/enum/0", "13:11 1", "13:11 1"),
        ("/components/schemas/Ordér/enum/1", "14:11 k", "14:11 k"),
        ("/components/schemas/Ordér/enum/1/k", "14:14 v", "14:11 k"),
        ("/components/schemas/Same", "15:11 *order", "15:5 Same"),
        ("/components/schemas/Same/type", "8:13 object", "8:7 type"),
        ("/components/schemas/Merged/type", "8:13 object", "8:7 type"),
        ("/components/schemas/Merged/title", "18:14 é x", "18:7 title"),
        ("/components/schemas/Empty", "19:11", "19:5 Empty"),
        ("/components/schemas/Nothing", "6:3 schemas", "6:3 schemas"),
        ("/components/schemas/Ordér/enum/7/x", "12:7 enum", "12:7 enum"),
        ("/components/schemas/Ordér/type/x", "8:13 object", "8:7 type"),
    ],
)
def test_a_pointer_into_yaml(pointer: str, value: str, key: str) -> None:
    assert spelled(Place(source(YAML, "yaml"), pointer)) == value
    assert spelled(Place(source(YAML, "yaml"), pointer, "key")) == key


@pytest.mark.parametrize(
    ("pointer", "value", "key"),
    [
        ("", "1:1 {", "1:1 {"),
        ("/a", '2:3 "a"', '2:3 "a"'),
        ("/a/0", "2:9 1", "2:9 1"),
        ("/a/1", "2:12 {", "2:12 {"),
        ("/a/1/b", '2:18 "x y"', '2:13 "b"'),
        ("/a/2", "2:26 [", "2:26 ["),
        ("/a/3", "2:30 true", "2:30 true"),
        ("/é~1~0", '3:3 "é/~"', '3:3 "é/~"'),
        ("/é~1~0/k", "3:16 null", '3:11 "k"'),
        ("/", "4:7 -1.5e3", '4:3 ""'),
        ("/a/9", '2:3 "a"', '2:3 "a"'),
        ("/b", "1:1 {", "1:1 {"),
        ("/a/0/x", "2:9 1", "2:9 1"),
        ("//0", "4:7 -1.5e3", '4:3 ""'),
    ],
)
def test_a_pointer_into_json(pointer: str, value: str, key: str) -> None:
    assert spelled(Place(source(JSON, "json"), pointer)) == value
    assert spelled(Place(source(JSON, "json"), pointer, "key")) == key


def spelled(place: Place) -> str:
    """Return the line, the column and the text of a location."""
    found = locate(place)
    assert found.pointer == place.pointer
    line = line_at(found)
    assert line is not None
    return f"{found.line}:{found.column} {line[found.column - 1 :][: found.width]}".rstrip(" \n")


@pytest.mark.parametrize(
    ("pointer", "line"),
    [
        ("/openapi", 1),
        ("/servers/0/url", 2),
        ("/components/schemas/Pet", 25),
        ("/components/schemas/Pet/discriminator/propertyName", 27),
        ("/components/schemas/Pet/properties/kind/nullable", 29),
        ("/components/requestBodies/Pet/content/application~1json/schema", 22),
        ("/components/parameters/Limit/schema/type", 24),
        ("/paths/~1pets/parameters/0", 6),
        ("/paths/~1pets/post/parameters/0/schema/type", 10),
        ("/paths/~1pets/post/parameters/1", 11),
        ("/paths/~1pets/post/requestBody/content/application~1json/schema/$ref", 9),
        ("/paths/~1pets/put/requestBody/content/multipart~1form-data/schema/properties/a/type", 18),
        ("/paths/~1pets/post/responses/200/content/application~1json/schema/type", 14),
        ("/paths/~1pets/post/responses/200/headers/X/schema/type", 15),
    ],
)
def test_a_pointer_into_what_was_lifted_from_swagger(
    pointer: str, line: int, tmp_path: Path
) -> None:
    path = tmp_path / "swagger.yaml"
    path.write_text(SWAGGER, "utf-8")
    document = load(path, Report())
    assert document is not None
    assert value_at(document.contents, pointer) is not None
    assert locate(document.place(pointer)).line == line


SWAGGER = """\
swagger: '2.0'
host: example.org
paths:
  /pets:
    parameters:
      - {name: q, in: query, type: string}
    post:
      parameters:
        - {name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}
        - {name: id, in: query, type: string}
        - {$ref: '#/parameters/Limit'}
      responses:
        200:
          schema: {type: array, items: {$ref: '#/definitions/Pet'}}
          headers: {X: {type: string}}
    put:
      parameters:
        - {name: a, in: formData, type: file}
      responses: {}
parameters:
  Pet:
    {name: pet, in: body, schema: {$ref: '#/definitions/Pet'}}
  Limit:
    {name: limit, in: query, type: integer}
definitions: {Pet: {
  type: object,
  discriminator: kind,
  properties: {kind: {type: string,
    x-nullable: true}}}}
"""


def value_at(contents: Any, pointer: str) -> Any:
    for token in pointer.split("/")[1:]:
        token = token.replace("~1", "/").replace("~0", "~")
        contents = contents[int(token)] if isinstance(contents, list) else contents[token]
    return contents


def test_data_without_a_text_has_no_line() -> None:
    found = locate(from_memory({"a": 1}, "memory:a").place("/a"))
    assert (found.line, found.column, found.pointer) == (0, 0, "/a")
    assert line_at(found) is None


@pytest.mark.parametrize("text", ["a: 1\nb: [\n", "a: 1\nb: *x\n", '{"a": 1,\n', "", "\n"])
def test_a_text_with_mistakes_has_places_all_the_same(text: str) -> None:
    for syntax in ("yaml", "json"):
        assert locate(Place(source(text, syntax), "/a")).line in (0, 1, 2)


def leaves(contents: Any, pointer: str = "") -> Iterator[tuple[str, Any]]:
    members = contents.items() if isinstance(contents, dict) else enumerate(contents)
    for key, value in members:
        if isinstance(value, dict | list):
            yield from leaves(value, join(pointer, key))
        else:
            yield join(pointer, key), value


@pytest.mark.skipif(not ALL_YAML, reason="../shared/corpora is not here")
def test_every_scalar_of_the_corpora_stands_where_it_is_located() -> None:
    checked = 0
    for path in ALL_YAML[::10]:
        document = load(path, Report())
        assert document is not None
        for pointer, value in leaves(document.contents) if not document.lifted else ():
            found = locate(document.place(pointer))
            line = line_at(found)
            assert line is not None
            text = line[found.column - 1 :][: found.width]
            if value is not None and not text.startswith(("|", ">", "&", "*")) and found.width > 1:
                again = yaml.safe_load(text)
                assert again == value or str(again).startswith(str(value)[:9]) or text == str(value)
                checked += 1
    assert checked > 400


@pytest.mark.skipif(not ALL_YAML, reason="../shared/corpora is not here")
def test_a_place_in_a_large_json_file_is_found() -> None:
    document = load(CORPORA / "openapi" / "github.json", Report())
    assert document is not None
    pointer = join(
        "", "components", "schemas", list(document.contents["components"]["schemas"])[-1]
    )
    found = locate(document.place(pointer))
    line = line_at(found)
    assert line is not None
    assert json.loads(line[found.column - 1 :][: found.width]) == pointer.rpartition("/")[2]


def pointers(contents: Any, pointer: str = "") -> Iterator[str]:
    """Yield the pointers of all values below the root."""
    members = contents.items() if isinstance(contents, dict) else enumerate(contents)
    for key, value in members:
        yield join(pointer, key)
        if isinstance(value, dict | list):
            yield from pointers(value, join(pointer, key))


def is_sure(where: Source, pointer: str) -> bool:
    """Whether a fragment shows where a pointer leads; it has to be where a full parse says."""
    tokens = split(pointer)
    member = locate_module._in_fragment(where, tokens)
    full, steps = locate_module._walk(locate_module._yaml_index(where), tokens)
    assert steps == len(tokens)
    assert member in (None, full), (where.text[:2000], pointer)
    return member is not None


@pytest.mark.skipif(not ALL_YAML, reason="../shared/corpora is not here")
def test_a_fragment_shows_what_a_full_parse_does() -> None:
    sure: list[bool] = []
    for path in [LARGE_YAML, *ALL_YAML[::20]]:
        document = load(path, Report())
        assert document is not None
        everything = [] if document.lifted else list(pointers(document.contents))
        some = random.Random(1).sample(everything, min(len(everything), 40))
        sure += [is_sure(document.source, pointer) for pointer in some]
    assert len(sure) > 400
    assert sum(sure) > 0.9 * len(sure)


SCALARS = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-9, 9),
    st.text("ab:-#'\"\n &*", max_size=12),
    st.sampled_from(["a: b\n  c: d\nb: 1\n- a\n", "x\n\n\n a: 1", "a " * 60]),
)
KEYS = st.sampled_from(
    ["a", "b", "c", "a b", "/p/{q}", "200", "$ref", "é", "-x", "it's", "#", "k:"]
)
VALUES = st.recursive(
    SCALARS,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(KEYS, inner, max_size=4),
    max_leaves=20,
)


@settings(max_examples=150)
@given(
    st.dictionaries(KEYS, VALUES, min_size=1, max_size=4),
    st.sampled_from([None, "|", '"', "'"]),
    st.booleans(),
)
def test_a_fragment_of_any_text_shows_what_a_full_parse_does(
    contents: Any, style: str | None, comments: bool
) -> None:
    text = yaml.safe_dump(contents, default_style=style, allow_unicode=True, width=20)
    if comments:
        text = text.replace("\n", "  # a: b\n", 1).replace("\na", "\n\n# a:\na")
    where = source(text, "yaml")
    with patch("generator.showing.fragment._LEAF", 0):
        for pointer in pointers(parse_yaml(text)):
            is_sure(where, pointer)


def test_a_few_places_of_a_large_text_are_found() -> None:
    names = [f"Schema{number}" for number in range(4000)]
    lines = "".join(f"    {name}:\n      type: object\n      x: {'y' * 300}\n" for name in names)
    where = source(f"openapi: 3.1.0\ncomponents:\n  schemas:\n{lines}", "yaml")
    for number in (17, 1999, 3999):
        found = locate(Place(where, f"/components/schemas/Schema{number}/type"))
        assert found.line == 5 + 3 * number
