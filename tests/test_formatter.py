"""Formatting: `ruff` and `black` agree; files keep their order; mistakes are told."""

from __future__ import annotations

import ast
import json
from pathlib import Path

import pytest

from generator import generate
from generator.config import Settings
from generator.model import File
from generator.output.formatter import format_files
from generator.report import Report
from generator.targets.python.documentation import docstring
from generator.targets.python.module import literal

UNTIDY = """\
import  os
from dataclasses import (dataclass)
class  A :
    '''  A class.  '''
    x: int=1
    def f(self, a: 'str', *, b: int | None=None)->dict[str,int]:
        if (a and b):
            return {'a': 1, 'b': [x for x in range(10)], "a_long_key_of_this_dictionary": 0x10}
        return {}
    def g(self): return "it's", 'say "hi"', f'{self.x!r}'
x = A().f("a",b=1)[ "a" ]; y = x if x else not x
def long_signature(argument_number_one: str, argument_number_two: int, three: float) -> None: ...
"""
TEXTS = [
    "",
    "\n",
    "x=1",
    UNTIDY,
    '"""Docstring with a trailing "quote" """\n',
    "def f():\n    '''Text.\n\n      indented\n    '''\n",
    "x = [1,\n2,]\n",
    "match x:\n  case {'a': [y, *z]}: pass\n",
    "ä = 'ü'  # ö\n",
]


def formatted(texts: list[str], name: str, report: Report | None = None) -> list[str]:
    """Return these texts formatted, as files `0.py`, `1.py` …"""
    files = [File(f"{n}.py", text) for n, text in enumerate(texts)]
    found = list(format_files(files, name, report or Report()))
    assert [file.path for file in found] == [file.path for file in files]
    return [file.text for file in found]


def test_ruff_and_black_agree() -> None:
    assert formatted(TEXTS, "ruff") == formatted(TEXTS, "black")


QUOTES = [
    '"a" b',
    'a "b"',
    '"',
    '""',
    '"""',
    'a""""',
    "a\\",
    '\\"',
    "'a'",
    '"' + 40 * "a " + '"',
    79 * "a" + '"',
]


@pytest.mark.parametrize("text", QUOTES)
@pytest.mark.parametrize("indent", ["", "    "])
def test_formatters_leave_docstrings_alone(text: str, indent: str) -> None:
    made = docstring(text, indent)
    code = f"class A:\n{made}\n" if indent else f"{made}\n"
    assert formatted([code], "ruff") == formatted([code], "black") == [code]
    [statement] = ast.parse(made.strip()).body
    assert isinstance(statement, ast.Expr)
    assert "".join(ast.literal_eval(statement.value).split()) == "".join(text.split())


VALUES = [
    "a\"b'",
    "''\"",
    '\'""',
    "\\'\"",
    "\\\"'",
    "\n'\"",
    1e22,
    -1.5e300,
    1e-7,
    {"a'\"": [1e16, "'"]},
]


@pytest.mark.parametrize("value", VALUES)
def test_formatters_leave_values_alone(value: object) -> None:
    code = f"x = {literal(value)}\n"
    assert formatted([code], "ruff") == formatted([code], "black") == [code]
    assert ast.literal_eval(literal(value)) == value


NULL = {"type": "null"}
LIMITED = {"type": "integer", "minimum": -5, "maximum": 10**9, "multipleOf": 3}


@pytest.mark.parametrize(
    "schema",
    [
        {"anyOf": [{"type": "boolean"}, {"items": {"not": {}}}], "not": {"maxItems": 2}},
        {"type": "number", "exclusiveMaximum": 1e22},
        {"enum": ["'\"", 1e22]},
        {"items": {"type": ["string", "integer"], "minimum": 1}, "contains": {"const": 3}},
        {
            "properties": {"b": {"type": ["string", "number"], "minimum": 1}},
            "not": {"maxLength": 2},
        },
        {"type": "object", "title": "A", "description": "\x7f\u200b"},
        {"enum": [1, 10**19, 10**20]},
        {
            "properties": {"x": {"oneOf": [LIMITED, {"type": ["string", "null"]}, NULL, NULL]}},
            "not": {"required": ["no"]},
        },
        {"enum": ["a" * 75 + "é" * 7, "b" * 90]},
    ],
)
@pytest.mark.parametrize("name", ["ruff", "black"])
def test_formatters_leave_modules_alone(schema: object, name: str, here: Path) -> None:
    Path("one.json").write_text(json.dumps(schema))
    generate(Settings(specs=("one.json",), formatter=name))
    texts = [path.read_text() for path in Path("generated/models").glob("*.py")]
    assert formatted(texts, "ruff") == formatted(texts, "black") == texts


def test_lines_are_as_long_as_blacks() -> None:
    line = f"x = {'a' * 40} + {'b' * 41}\n"
    assert len(line) == 89
    assert formatted([line], "ruff") == [line]


def test_none_changes_nothing() -> None:
    assert formatted(TEXTS, "none") == TEXTS


KINDS = [
    {"type": "string"},
    {"type": ["object", "null"], "properties": {"x": {}}},
    {"type": "string", "format": "date-time"},
    {"type": "string", "default": "x" * 100},
    {"type": "array", "items": {"type": "integer"}, "default": []},
    {"type": "string", "enum": ["x" * 30, "y-" * 30], "default": "x" * 30},
    {},
    {"type": "number", "default": -(2**70)},
    {
        "type": "array",
        "items": {"type": ["array", "null"], "items": {"type": "object", "title": "T" * 40}},
    },
    {
        "type": "array",
        "items": {"type": ["array", "null"], "items": {"type": "string", "enum": ["a", "b"]}},
    },
]


@pytest.mark.parametrize("length", [30, 36, 40, 58, 63, 68, 76, 100])
def test_names_may_be_too_long_for_a_line(length: int, here: Path) -> None:
    names = [f"{kind}{at}".ljust(length, "n") for kind in "abcdefghij" for at in (1, 2)]
    schema = {
        "properties": dict(zip(names, [kind for kind in KINDS for _ in (1, 2)], strict=True)),
        "required": names[::2],
    }
    Path("long.json").write_text(json.dumps(schema))
    for name in ("ruff", "black"):
        generate(Settings(specs=("long.json",), output=name, formatter=name))
    written = {path.name: path.read_text() for path in Path("ruff/models").iterdir()}
    assert written == {path.name: path.read_text() for path in Path("black/models").iterdir()}
    assert len(written) > 7
    assert formatted([*written.values()], "black") == [*written.values()]


@pytest.mark.parametrize("name", ["ruff", "black"])
def test_only_python_is_formatted_and_the_order_stays(name: str) -> None:
    paths = ["a.py", "b.md", "c.py", "d.md", "e.md", "f.md", "g.py"]
    files = [File(path, "x  =  1") for path in paths]
    found = list(format_files(files, name, Report()))
    assert [file.path for file in found] == paths
    assert {file.path[1:]: file.text for file in found} == {".py": "x = 1\n", ".md": "x  =  1"}


@pytest.mark.parametrize("name", ["ruff", "black"])
def test_what_is_no_python_is_told(name: str) -> None:
    report = Report()
    assert formatted(["x=1", "def", "y=2"], name, report) == ["x = 1\n", "def", "y = 2\n"]
    [found] = report.diagnostics
    assert found.code.name == "FMT001"
    assert found.message.startswith("'1.py': ")


def test_many_files_go_through_black_in_parallel() -> None:
    texts = [f"x  =  {number}" for number in range(100)]
    assert formatted(texts, "black") == [f"x = {number}\n" for number in range(100)]
