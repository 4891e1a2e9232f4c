"""Reading: what a text in YAML or JSON means, and where one is refused."""

from __future__ import annotations

from typing import Any

import pytest

from generator.load import parse
from generator.reading import yaml_core
from generator.reading.json_data import DEPTH
from generator.report import Report
from generator.source import Location
from tests.models import read


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
        ("a: {{ name }}\n", "YAML004", 1, 4),
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
        ("\n{'a': 1}", "JSON001", 2, 2),
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
