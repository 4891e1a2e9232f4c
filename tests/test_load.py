"""Loading: what YAML and JSON mean, which dialect a document is in, and what is refused where."""

from __future__ import annotations

import json
import math
from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from datetime import date
from pathlib import Path
from typing import Any

import pytest
import yaml_rs
from hypothesis import given, settings
from hypothesis import strategies as st

import generator
from generator.dialect import DIALECTS, DRAFT7
from generator.document import Document
from generator.load import DEPTH, from_memory, load, parse
from generator.reading import yaml_core, yaml_fast
from generator.reading.malformed import Malformed
from generator.report import Report, TypewrightError
from generator.source import Location, Place

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
YAML_FILES = sorted(CORPORA.rglob("*.yaml"))
JSON_FILES = sorted(CORPORA.rglob("openapi/*.json"))


def read(text: str | bytes, name: str = "api.yaml") -> Document:
    """Return the document in `text`, which has to be without a mistake."""
    report = Report()
    document = parse(text, f"file:///{name}", name, report)
    assert not report.diagnostics
    assert document is not None
    return document


def refusal(text: str | bytes, name: str = "api.yaml") -> tuple[str, int, int]:
    """Return the code, the line and the column of the one mistake in `text`."""
    report = Report()
    assert parse(text, f"file:///{name}", name, report) is None
    [diagnostic] = report.diagnostics
    assert isinstance(diagnostic.where, Location)
    return diagnostic.code.name, diagnostic.where.line, diagnostic.where.column


@pytest.mark.parametrize("load_value", [yaml_core.parse, lambda text: read(text).contents])
@pytest.mark.parametrize(
    ("scalar", "value"),
    [
        ("no", "no"),
        ("on", "on"),
        ("y", "y"),
        ("Off", "Off"),
        ("true", True),
        ("True", True),
        ("FALSE", False),
        ("tRUE", "tRUE"),
        ("", None),
        ("~", None),
        ("Null", None),
        ("nULL", "nULL"),
        ("0", 0),
        ("-0", 0),
        ("+7", 7),
        ("0777", 777),
        ("0o777", 511),
        ("0o8", "0o8"),
        ("0xFF", 255),
        ("-0xFF", "-0xFF"),
        ("0b11", "0b11"),
        ("1_000", "1_000"),
        ("_1", "_1"),
        ("12:30:45", "12:30:45"),
        ("12345678901234567890123", 12345678901234567890123),
        ("1.0", 1.0),
        ("1.", 1.0),
        (".5", 0.5),
        ("-.5", -0.5),
        ("-0.0", -0.0),
        ("1e3", 1000.0),
        ("1E+3", 1000.0),
        ("1.e3", 1000.0),
        ("1e400", float("inf")),
        ("-1e400", float("-inf")),
        (".", "."),
        ("e3", "e3"),
        ("1.2.3", "1.2.3"),
        ("2024-01-31", "2024-01-31"),
        ("2024-01-31T10:00:00Z", "2024-01-31T10:00:00Z"),
        ("NaN", "NaN"),
        ("inf", "inf"),
        ("=", "="),
        ("'3'", "3"),
        ('"3"', "3"),
        ("! 3", "3"),
        ("! '3'", "3"),
        ("!!str 3", "3"),
        ("!!float 3", 3.0),
        ("!!int '3'", 3),
        ("!!bool 'true'", True),
        ("!!null ''", None),
        ("!!map {}", {}),
        ("!!seq []", []),
    ],
)
def test_a_yaml_scalar_has_the_value_of_the_core_schema(
    load_value: Any, scalar: str, value: Any
) -> None:
    found = load_value(f"k: {scalar}\n")["k"]
    assert (type(found), repr(found)) == (type(value), repr(value))


@pytest.mark.parametrize("load_value", [yaml_core.parse, lambda text: read(text).contents])
@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("200: ok\n", {"200": "ok"}),
        ("0200: a\n+1: b\n", {"0200": "a", "+1": "b"}),
        ("0x10: a\n-0: b\n", {"0x10": "a", "-0": "b"}),
        ("1.0: a\n1e3: b\n", {"1.0": "a", "1e3": "b"}),
        ("null: a\n~: b\n", {"null": "a", "~": "b"}),
        ("true: a\nno: b\n", {"true": "a", "no": "b"}),
        ("2024-01-31: a\n", {"2024-01-31": "a"}),
        ("? a\n: b\n", {"a": "b"}),
        ("a: &x {b: 1}\nc: *x\n", {"a": {"b": 1}, "c": {"b": 1}}),
        ("a: &x true\n*x : 1\n", {"a": True, "true": 1}),
        ("a: &x 1\nb: &x 2\nc: *x\n", {"a": 1, "b": 2, "c": 2}),
        ("a: &x {b: 1}\nc:\n  <<: *x\n  b: 2\n", {"a": {"b": 1}, "c": {"b": 2}}),
        ("a: &x {b: 1}\nc:\n  b: 2\n  <<: *x\n", {"a": {"b": 1}, "c": {"b": 2}}),
        ("c:\n  <<: [{a: 1}, {a: 2, b: 2}]\n", {"c": {"a": 1, "b": 2}}),
        ("c:\n  '<<': {a: 1}\n", {"c": {"<<": {"a": 1}}}),
        ("---\na: 1\n", {"a": 1}),
        ("%YAML 1.1\n---\na: no\n", {"a": "no"}),
        ("a: |\n  x\n  y\n", {"a": "x\ny\n"}),
        ("a: |\nb: |+\n\nc: >\n", {"a": "", "b": "\n", "c": ""}),
        ("a: |\n  x", {"a": "x"}),
        ("a: x\r\nb: |\r\n  y\r\n", {"a": "x", "b": "y\n"}),
        ('{"a": [1, 2.0, "x"]}\n', {"a": [1, 2.0, "x"]}),
    ],
)
def test_a_yaml_text_has_the_value_that_json_users_expect(
    load_value: Any, text: str, value: Any
) -> None:
    assert repr(load_value(text)) == repr(value)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ("a:\n  b: 1\n  b: 2\n", "YAML002", 3, 3),
        ('200: a\n"200": b\n', "YAML002", 2, 1),
        ("{a: 1, a: 2}", "YAML002", 1, 8),
        ("a:\n\tb: 1\n", "YAML001", 2, 1),
        ("a: b: c\n", "YAML001", 1, 5),
        ("a: [1, 2\n", "YAML001", 2, 1),
        ("a: @x\n", "YAML001", 1, 4),
        ("a: \x07\n", "YAML001", 1, 4),
        ("a: !!python/name:os.system x\n", "YAML003", 1, 4),
        ("a: !foo x\n", "YAML003", 1, 4),
        ("a: !foo [x]\n", "YAML003", 1, 4),
        ("a: !!set {x, y}\n", "YAML003", 1, 4),
        ("a: !!binary aGk=\n", "YAML003", 1, 4),
        ("a: !!timestamp 2024-01-31\n", "YAML003", 1, 4),
        ("a: !!int x\n", "YAML003", 1, 4),
        ("a: .inf\n", "YAML004", 1, 4),
        ("a: -.INF\n", "YAML004", 1, 4),
        ("a: .NaN\n", "YAML004", 1, 4),
        ("a: !!float .nan\n", "YAML004", 1, 4),
        (f"a: {'9' * 5000}\n", "YAML004", 1, 4),
        ("a: {{ name }}\n", "YAML004", 1, 5),
        ("[a]: b\n", "YAML004", 1, 1),
        ("a: &x [1]\n*x : 1\n", "YAML004", 2, 1),
        ("<<: 1\n", "YAML004", 1, 5),
        ("a: 1\n---\nb: 2\n", "YAML005", 2, 1),
        ("a: 1\n...\n---\nb: 2\n", "YAML005", 3, 1),
        ("a: *x\n", "YAML006", 1, 4),
        ("a: &x [*x]\n", "YAML006", 1, 8),
        ("a: &x\n  b: *x\n", "YAML006", 2, 6),
        ("", "SRC003", 1, 1),
        ("# nothing\n", "SRC003", 1, 1),
        ("[" * 300 + "]" * 300, "SRC004", 1, 1),
        ("[" * 30_000 + "]" * 30_000, "SRC004", 1, 1),
        ("- " * 30_000 + "x\n", "SRC004", 1, 1),
        (b"a: \xff\n", "SRC002", 1, 4),
        (b"\xef\xbb\xbfa: 1\nb: \xc3\xa9\xe9\n", "SRC002", 2, 5),
        ("a: 1".encode("utf-16"), "SRC002", 1, 1),
        ("a: 1".encode("utf-16-le"), "SRC002", 1, 1),
    ],
)
def test_a_yaml_text_is_refused_with_a_position(
    text: str | bytes, code: str, line: int, column: int
) -> None:
    assert refusal(text) == (code, line, column)


def test_aliases_that_unfold_to_too_much_are_refused() -> None:
    lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x, x]"]
    for level in range(1, 10):
        aliases = ", ".join([f"*a{level - 1}"] * 10)
        lines.append(f"a{level}: &a{level} [{aliases}]")
    assert refusal("\n".join(lines) + "\n")[0] == "YAML006"


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("1", 1),
        ("1.0", 1.0),
        ("1E2", 100.0),
        ("1e400", float("inf")),
        ("18446744073709551616", 18446744073709551616),
        ("-9223372036854775809", -9223372036854775809),
        ('"\\ud83d\\ude00"', "😀"),
        ('\ufeff{"a": "é"}', {"a": "é"}),
        ('{"a": {"a": [1, {"a": null}]}}', {"a": {"a": [1, {"a": None}]}}),
    ],
)
def test_a_json_text_is_read_exactly(text: str, value: Any) -> None:
    assert repr(read(text.encode(), "a.json").contents) == repr(value)


@pytest.mark.parametrize(
    ("text", "code", "line", "column"),
    [
        ('{"a": 1,}', "JSON001", 1, 8),
        ("[1, 2, ]", "JSON001", 1, 6),
        ("{'a': 1}", "JSON001", 1, 2),
        ('{"a": 1 // one\n}', "JSON001", 1, 9),
        ('{"a": 1} x', "JSON001", 1, 10),
        ('{"a":\n', "JSON001", 2, 1),
        ("", "JSON001", 1, 1),
        ('{"a": 1,\n "a": 2}', "JSON002", 2, 2),
        ('[{"b": {"a": 1, "\\u0061": 2}}]', "JSON002", 1, 17),
        ('{"a": NaN}', "JSON003", 1, 7),
        ("[1, -Infinity]", "JSON003", 1, 5),
        (f"[{'9' * 5000}]", "JSON003", 1, 2),
        ('["a\\ud83d"]', "JSON004", 1, 4),
        ('[12345678901234567890123, "\\\\ud83d", "\\udc00"]', "JSON004", 1, 39),
        ("null", "SRC003", 1, 1),
        ("[" * 300 + "]" * 300, "SRC004", 1, 1),
        ("[" * 300 + "12345678901234567890123" + "]" * 300, "SRC004", 1, 1),
        ("[" * 99_999 + "]" * 99_999, "SRC004", 1, 1),
    ],
)
def test_a_json_text_is_refused_with_a_position(
    text: str, code: str, line: int, column: int
) -> None:
    assert refusal(text, "a.json") == (code, line, column)


@pytest.mark.parametrize("inside", ["", "1", "12345678901234567890123"])
def test_nesting_has_one_limit(inside: str) -> None:
    assert read("[" * DEPTH + inside + "]" * DEPTH, "a.json")
    assert refusal("[" * (DEPTH + 1) + inside + "]" * (DEPTH + 1), "a.json")[0] == "SRC004"


@pytest.mark.parametrize(
    ("name", "text", "syntax"),
    [
        ("a.json", "{}", "json"),
        ("a.JSON", "{}", "json"),
        ("a.yaml", '{"a": 1}', "json"),
        ("a.yaml", "{a: 1}", "yaml"),
        ("a.yaml", "a: 1\n", "yaml"),
        ("schema", "[1]", "json"),
    ],
)
def test_the_syntax_is_told_by_name_and_text(name: str, text: str, syntax: str) -> None:
    assert read(text, name).source.syntax == syntax


@pytest.mark.parametrize(
    ("contents", "dialect", "kind"),
    [
        ({"openapi": "3.0.3"}, "openapi-3.0", "openapi"),
        ({"openapi": "3.1.0"}, "openapi-3.1", "openapi"),
        ({"openapi": 3.1}, "openapi-3.1", "openapi"),
        ({"openapi": "3.2.0-rc1"}, "openapi-3.2", "openapi"),
        ({"openapi": "3.1.0", "jsonSchemaDialect": DIALECTS[4].uri}, "2020-12", "openapi"),
        ({"openapi": "3.1.0", "jsonSchemaDialect": "urn:mine"}, "openapi-3.1", "openapi"),
        ({"openapi": "3.0.0", "jsonSchemaDialect": DIALECTS[4].uri}, "openapi-3.0", "openapi"),
        ({"swagger": "2.0"}, "openapi-3.0", "openapi"),
        ({"swagger": 2.0}, "openapi-3.0", "openapi"),
        ({"$schema": "http://json-schema.org/draft-04/schema#"}, "draft4", "schema"),
        ({"$schema": "http://json-schema.org/draft-04/schema"}, "draft4", "schema"),
        ({"$schema": "https://json-schema.org/draft-06/schema#"}, "draft6", "schema"),
        ({"$schema": "http://json-schema.org/draft-07/schema#"}, "draft7", "schema"),
        ({"$schema": "https://json-schema.org/draft/2019-09/schema"}, "2019-09", "schema"),
        ({"$schema": "http://json-schema.org/draft/2020-12/schema#"}, "2020-12", "schema"),
        ({"$schema": "https://example.org/metaschema"}, "2020-12", "schema"),
        ({"id": "http://example.org/a", "type": "string"}, "draft4", "schema"),
        ({"id": "http://example.org/a", "$defs": {}}, "2020-12", "schema"),
        ({"items": [{}]}, "draft7", "schema"),
        ({"definitions": {}}, "draft7", "schema"),
        ({"not": {"$id": "#anchor"}}, "draft7", "schema"),
        ({"properties": {"a": {"dependentRequired": {}}}}, "2020-12", "schema"),
        (True, "2020-12", "schema"),
        ([], "2020-12", "schema"),
    ],
)
def test_the_dialect_is_what_the_document_says(contents: Any, dialect: str, kind: str) -> None:
    document = from_memory(contents, "memory:a")
    assert (document.dialect.name, document.kind) == (dialect, kind)
    assert read(json.dumps(contents), "a.json").dialect is document.dialect


@pytest.mark.parametrize("contents", [{"type": "string"}, {"id": {"type": "string"}}])
def test_a_schema_that_does_not_say_is_of_draft_7_in_a_file_and_of_2020_12_in_memory(
    contents: Any,
) -> None:
    assert read(json.dumps(contents), "a.json").dialect.name == "draft7"
    assert from_memory(contents, "memory:a").dialect.name == "2020-12"


@pytest.mark.parametrize(
    ("contents", "dialect"),
    [
        ({"type": "string"}, "draft7"),
        ({"id": "http://example.org/a"}, "draft7"),
        ({"$schema": "https://example.org/metaschema"}, "draft7"),
        ({"$schema": "http://json-schema.org/draft-04/schema#"}, "draft4"),
        ({"openapi": "3.1.0"}, "openapi-3.1"),
    ],
)
def test_a_dialect_given_is_that_of_schemas_that_name_none(contents: Any, dialect: str) -> None:
    assert from_memory(contents, "memory:a", DRAFT7).dialect.name == dialect


@pytest.mark.parametrize(
    ("contents", "code", "pointer"),
    [
        ({"openapi": "4.0.0"}, "OAS001", "/openapi"),
        ({"openapi": "3.10.0"}, "OAS001", "/openapi"),
        ({"openapi": None}, "OAS001", "/openapi"),
        ({"swagger": "1.2"}, "OAS001", "/swagger"),
        ({"$schema": "http://json-schema.org/draft-03/schema#"}, "SCH004", "/$schema"),
        ({"$schema": "https://json-schema.org/draft/2021-99/schema"}, "SCH004", "/$schema"),
    ],
)
def test_an_unknown_version_is_an_error(contents: Any, code: str, pointer: str) -> None:
    with pytest.raises(TypewrightError) as raised:
        from_memory(contents, "memory:a")
    [diagnostic] = raised.value.report.diagnostics
    assert isinstance(diagnostic.where, Place)
    assert (diagnostic.code.name, diagnostic.where.pointer) == (code, pointer)


def test_a_file_is_one_document_by_every_spelling(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "a.yaml").write_bytes(b"\xef\xbb\xbftype: string\n")
    (tmp_path / "link.yaml").symlink_to("a.yaml")
    monkeypatch.chdir(tmp_path)
    spellings = ["a.yaml", "./folder/../a.yaml", "link.yaml", str(tmp_path / "a.yaml")]
    report = Report()
    documents = [load(Path(spelling), report) for spelling in spellings]
    assert len(set(documents_uris := [d.source.uri for d in documents if d])) == 1
    assert len(documents_uris) == 4
    assert {d.source.name for d in documents if d} == {"a.yaml"}
    assert not report.diagnostics


@pytest.mark.parametrize("name", ["missing.yaml", "."])
def test_a_file_that_cannot_be_read_is_a_diagnostic(tmp_path: Path, name: str) -> None:
    report = Report()
    assert load(tmp_path / name, report) is None
    assert [diagnostic.code.name for diagnostic in report.diagnostics] == ["SRC001"]


def test_data_in_memory_is_nested_as_deeply_as_data_in_a_file() -> None:
    contents: dict[str, Any] = {"swagger": "2.0"}
    contents["definitions"] = contents
    with pytest.raises(TypewrightError) as raised:
        from_memory(contents, "memory:a")
    assert [diagnostic.code.name for diagnostic in raised.value.report.diagnostics] == ["SRC004"]


@pytest.mark.parametrize("number", [math.nan, 10**4300, -(10**5000)], ids=["NaN", "+", "-"])
def test_a_number_in_memory_is_one_that_a_file_could_hold(number: float) -> None:
    assert from_memory({"maximum": 10**4300 - 1, "enum": [math.inf]}, "memory:a").contents
    for contents in ({"maximum": number}, {"enum": [1, [number]]}, number):
        with pytest.raises(TypewrightError) as raised:
            from_memory(contents, "memory:a")
        assert [d.code.name for d in raised.value.report.diagnostics] == ["JSON003"]


@pytest.mark.parametrize(
    ("contents", "message"),
    [
        ({"paths": {"/a": {200: {}}}}, "the key 200 in the object at '#/paths/~1a' is no string"),
        ({True: 1}, "the key True in the object at '#' is no string"),
        ({"enum": ["a", date(2024, 2, 29)]}, "the date at '#/enum/1' is no JSON value"),
        ({"enum": ("a",)}, "the tuple at '#/enum' is no JSON value"),
        (b"{}", "the bytes at '#' is no JSON value"),
    ],
)
def test_data_in_memory_is_json(contents: Any, message: str) -> None:
    with pytest.raises(TypewrightError) as raised:
        from_memory(contents, "memory:a")
    [diagnostic] = raised.value.report.diagnostics
    assert (diagnostic.code.name, diagnostic.message) == ("JSON005", message)
    assert "PyYAML" in diagnostic.hint


def test_data_in_memory_is_not_changed() -> None:
    contents = {"swagger": "2.0", "definitions": {"A": {"x-nullable": True, "type": "string"}}}
    before = json.dumps(contents)
    document = from_memory(contents, "memory:a")
    assert document.lifted
    assert json.dumps(contents) == before


FRAGMENTS = st.sampled_from(
    [
        *"ab:-?,[]{}#|>&*!%@`'\"\\ \n\t.0123456789+-_eExob~",
        *(
            "a: ",
            "- ",
            "? ",
            ": ",
            "\n  ",
            "\n    ",
            "\n- ",
            " # x",
            "|-\n",
            ">+\n",
            "\n\n",
            "\r\n",
        ),
        *("true", "Null", "no", "1e3", "0x1F", "0o7", ".inf", ".nan", "1_0", "é", "\u2028", "\x85"),
        *(
            "'y'",
            '"x"',
            "\\n",
            "\\x41",
            "\\u00e9",
            "<<: ",
            "[1, 2]",
            "{a: 1}",
            "**b**",
            "--- ",
            "...",
        ),
    ]
)


@settings(max_examples=300)
@given(st.lists(FRAGMENTS, max_size=14).map("".join), st.sampled_from(["", "k: ", "k:\n  - a: "]))
def test_the_fast_path_reads_what_the_strict_one_reads(text: str, before: str) -> None:
    text = before + text
    fast = yaml_fast.parse(text)
    if fast is yaml_fast.UNSURE:
        return
    # Only in what may stand in `[…]` and `{…}`, the strict one allows less.
    with suppress(Malformed) if "[" in text or "{" in text else nullcontext():
        assert repr(fast) == repr(yaml_core.parse(text))


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
def test_the_fast_path_reads_the_corpora_as_the_strict_one_does() -> None:
    sure = 0
    for path in YAML_FILES:
        text = path.read_text("utf-8-sig")
        fast = yaml_fast.parse(text)
        if fast is not yaml_fast.UNSURE:
            assert repr(fast) == repr(yaml_core.parse(text)), path
            sure += 1
    assert sure > len(YAML_FILES) * 0.9


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
@pytest.mark.parametrize("path", [*YAML_FILES, *JSON_FILES], ids=lambda path: path.name)
def test_every_file_of_the_corpora_is_loaded(path: Path) -> None:
    report = Report()
    document = load(path, report)
    if not path.read_text("utf-8-sig").strip():
        assert [diagnostic.code.name for diagnostic in report.diagnostics] == ["SRC003"]
        return
    assert document is not None, report.diagnostics
    if path.suffix == ".json":
        assert document.contents == json.loads(path.read_text("utf-8-sig")) or document.lifted


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
def test_the_largest_yaml_file_takes_the_fast_path() -> None:
    text = (CORPORA / "openapi" / "openai.yaml").read_text("utf-8")
    assert yaml_fast.parse(text) is not yaml_fast.UNSURE
    assert repr(yaml_fast.parse(text)) == repr(yaml_rs.loads(text, parse_datetime=False))


def test_a_thread_takes_the_strict_path() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(yaml_fast.parse, "a: 1\n").result() is yaml_fast.UNSURE
        document = pool.submit(parse, "a: 1\n", "file:///a", "a.yaml", Report()).result()
    assert document is not None
    assert document.contents == {"a": 1}
    assert yaml_fast.parse("a: 1\n") == {"a": 1}


@pytest.mark.parametrize(
    ("own", "reference", "read"),
    [
        ("https://example.com/v1/pets.yaml", "#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "/v1/pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "part.yaml#/B", True),
        ("https://example.com/v1/pets.yaml", "https://example.com/v1/part.yaml#/B", True),
        ("https://example.com/v1/pets.yaml", "part.yaml#/Back", True),
        ("/v1/pets.yaml", "pets.yaml#/components/schemas/B", True),
        ("https://example.com/v1/pets.yaml", "https://example.org/v1/part.yaml#/B", False),
        ("3", "part.yaml#/B", True),
        ("http://[", "part.yaml#/B", True),
    ],
)
def test_a_description_may_say_where_it_is(
    here: Path, own: str, reference: str, read: bool
) -> None:
    (here / "part.yaml").write_text(
        "B: {type: string}\nBack: {$ref: 'https://example.com/v1/pets.yaml#/components/schemas/B'}"
    )
    (here / "api.yaml").write_text(
        f"openapi: 3.2.0\n$self: {own}\ninfo: {{title: T, version: '1'}}\n"
        f"components: {{schemas: {{A: {{$ref: '{reference}'}}, B: {{type: string}}}}}}\n"
    )
    if not read:
        with pytest.raises(TypewrightError):
            generator.compile("api.yaml")
        return
    found = generator.compile("api.yaml")["#/components/schemas/A"]
    assert [found.is_valid(value) for value in ("a", 1)] == [True, False]
