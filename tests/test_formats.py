"""`generator.targets.python.formats`: what each format is, by its RFC and by the test suite."""

from __future__ import annotations

import ast
import json
import random
import subprocess
import sys
from pathlib import Path
from typing import Any

import black
import pytest
from jsonschema import Draft202012Validator, FormatChecker
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT202012

from generator.compiled import compile
from generator.config import Settings
from generator.targets.python import formats
from generator.targets.python.formats import FORMATS
from tests.codecs import Json, comes_back, problems, root

SUITE = "corpora/json-schema-test-suite/tests"
SOURCE = Path(formats.__file__)

# Beyond what the suite asks.
VALID = [
    ("byte", ""),
    *(
        ("decimal", text)
        for text in ("0", "-1.50", "+1e3", "1E-7", "12345678901234567.89", ".5", "1.")
    ),
    ("byte", "aGVsbG8="),
    ("byte", "aGVs\r\nbG8=\r\n"),
    ("byte", "aGVs\nbG8="),
    ("date", "0000-02-29"),
    ("date-time", "2016-12-31T23:59:60.5Z"),
    ("date-time", "2017-01-01T00:59:60+01:00"),
    ("duration", "P1Y2M3DT4H5M6S"),
    ("email", "o'hara+list@sub.example-1.org"),
    ("email", r'"a\"b"@localhost'),
    ("email", "a@[ipv6:2001:db8::1]"),
    ("hostname", "XN--NW2A.xn--j6w193g"),
    ("idn-email", "é" * 32 + "@é.example"),
    ("idn-hostname", "straße.de"),
    ("idn-hostname", "ab--cd.EXAMPLE"),
    ("ipv6", "1:2:3:4:5:6:7::"),
    ("ipv6", "::1.2.3.4"),
    ("iri", "http://é.example/\U000efffd?\ue000#é"),
    ("iri-reference", "é:é".replace(":", "/")),
    ("json-pointer", "/é/~0~1"),
    ("regex", r"^[\w-.]+\.{2,}(?<n>a)\k<n>[\u{1F432}]$"),
    ("regex", "(?<n>a)|(?<n>b)"),
    ("uri", "a:"),
    ("uri", "http://[v1.a:b]:8080/"),
    ("uri-reference", "?a#b"),
    ("uri-template", "/é/{é}".replace("{é}", "{+a.b*,c:3}")),
]
INVALID = [
    ("byte", "aGVsbG8"),
    ("byte", "aGVs bG8="),
    ("byte", "aGVs_bG8"),
    ("byte", "===="),
    ("date", "1900-02-29"),
    ("date-time", "2024-05-06 07:08:09Z"),
    *(
        ("decimal", text)
        for text in ("", "abc", "1,5", "NaN", "-Infinity", " 1", "1_0", "1e", ".", "\u0661")
    ),
    ("duration", "p1d"),
    ("email", "a@b@c"),
    ("email", "a" * 65 + "@b"),
    ("email", "a@b_c"),
    ("email", "é@example.com"),
    ("hostname", "xn--a"),
    ("hostname", "a" * 63 + "." + "b" * 63 + "." + "c" * 63 + "." + "d" * 62),
    ("idn-email", "é" * 33 + "@é.example"),
    ("idn-hostname", "Straße.de"),
    ("idn-hostname", "cafe\u0301.de"),
    ("idn-hostname", "a b"),
    ("ipv6", "1:2:3:4:5:6:7:8::"),
    ("ipv6", "1.2.3.4::"),
    ("ipv6", "::ffff:1.2.3.4:5"),
    ("iri", "é:a"),
    ("iri", "http://example.com/\ue000"),
    ("iri", "http://[::é]/"),
    ("iri", "http://example.com/\ud800"),
    ("iri-reference", "//a:é"),
    ("regex", r"\A"),
    ("regex", "(?<n>a)(?<n>b)"),
    ("regex", r"\k<n>"),
    ("regex", "[z-a]"),
    ("regex", "a{3,2}"),
    ("regex", "a{1" + "0" * 5000 + ",1}"),
    ("regex", "a**"),
    ("uri", "http://[::1"),
    ("uri", "http://[fe80::1%25eth0]/"),
    ("uri-template", "{é}"),
    ("uri-template", "{a b}"),
]
NUMBERS = [
    ("int8", (127, -128), (128, -129)),
    ("int32", (2**31 - 1, -(2**31), 1.0), (2**31, -(2**31) - 1, 1.5)),
    ("int64", (2**63 - 1, -(2**63)), (2**63,)),
    ("uint64", (0, 2**64 - 1), (-1, 2**64)),
    ("float", (1e300, 10**400), ()),
    ("double", (10**400,), ()),
]

# Strings that the judge of the models corpus let through, because it had no checker of the format
# (`jsonschema` without its extras, the list of formats of each draft): all that we refuse of them.
UNJUDGED = {
    ("byte", "openapi/byte_format.yaml"): "no checker",
    ("byte", "openapi/type_mappings_byte_to_binary.yaml"): "no checker",
    ("byte", "jsonschema/type_mappings.json"): "no format of draft 7",
    ("duration", "jsonschema/duration.json"): "no format of draft 7",
    ("email", "jsonschema/allof_root_model_constraints.json"): "any text with an @",
    ("email", "jsonschema/json_pointer_array.json"): "any text with an @",
    ("email", "jsonschema/pydantic_v2_dataclass_constraints.json"): "any text with an @",
    ("hostname", "jsonschema/hostname_field_constraints.json"): "no checker",
    ("hostname", "jsonschema/pattern.json"): "no checker",
    ("hostname", "openapi/pattern.yaml"): "no checker",
    ("uri", "jsonschema/ids/URI.schema.json"): "no checker",
    ("uri", "jsonschema/ids/sameAs.schema.json"): "no checker",
    ("uuid", "jsonschema/use_standard_primitive_types.json"): "no format of draft 7",
    ("uuid", "jsonschema/uuid_format_versions.json"): "no format of draft 7",
}


@pytest.mark.parametrize(("name", "text"), VALID)
def test_accepts(name: str, text: str) -> None:
    assert FORMATS[name](text)


@pytest.mark.parametrize(("name", "text"), INVALID)
def test_refuses(name: str, text: str) -> None:
    assert not FORMATS[name](text)


@pytest.mark.parametrize(("name", "valid", "invalid"), NUMBERS)
def test_the_format_of_a_number_is_a_limit_where_formats_are_asserted(
    name: str, valid: tuple[float, ...], invalid: tuple[float, ...]
) -> None:
    schema = {"type": "number", "format": name}
    asserted = compile(schema, settings=Settings(formats="assert"))["#"]
    assert [n for n in (*valid, *invalid) if asserted.is_valid(n)] == list(valid)
    assert all(compile(schema)["#"].is_valid(n) for n in (*valid, *invalid))


PYTHON_VALUES = [
    *(("date", "soon"), ("uuid", "a"), ("byte", "aGk")),
    *(("decimal", text) for text in ("NaN", "1_0", " 1", "\u0661")),
]


@pytest.mark.parametrize(("name", "text"), PYTHON_VALUES)
@pytest.mark.parametrize("beside", [{}, {"minLength": 1}], ids=["plain", "bounded"])
def test_a_format_that_is_asserted_refuses_what_has_no_python_value(
    name: str, text: str, beside: Json
) -> None:
    field = {"type": "string", "format": name, **beside}
    for schema, value in ((field, text), ({"type": "array", "items": field}, [text])):
        (problem,) = problems(root(schema, formats="assert"), value)
        assert (problem.keyword, problem.expected, problem.actual) == ("format", name, text)
        assert comes_back(root(schema, formats="annotate"), value)
        assert root(schema, formats="annotate").decode(value) == value


def test_a_sharper_bound_than_that_of_the_format_counts() -> None:
    schema = {"type": "integer", "format": "int32", "minimum": 0, "exclusiveMaximum": 3}
    codec = compile(schema, settings=Settings(formats="assert"))["#"]
    assert [n for n in (-1, 0, 2, 3, 2**31) if codec.is_valid(n)] == [0, 2]


def test_a_number_of_a_whole_format_is_whole_and_still_a_multiple() -> None:
    schema = {"type": ["number", "null"], "format": "int32", "multipleOf": 1.5}
    codec = compile(schema, settings=Settings(formats="assert"))["#"]
    assert [n for n in (0, 1.5, 2, 3, 4.5, 6.0, None) if codec.is_valid(n)] == [0, 3, 6.0, None]


def test_a_string_that_spells_a_number_has_no_limit() -> None:
    codec = compile({"type": "string", "format": "int32"}, settings=Settings(formats="assert"))["#"]
    assert codec.is_valid(str(2**40))


def test_agrees_with_the_test_suite(shared: Path) -> None:
    count, wrong = 0, []
    for path in (shared / SUITE).glob("*/optional/format/*.json"):
        for group in json.loads(path.read_bytes()):
            name = group["schema"]["format"]
            for test in group["tests"]:
                if isinstance(test["data"], str) and name != "unknown":
                    count += 1
                    if FORMATS[name](test["data"]) != test["valid"]:
                        wrong.append((path.parts[-4], name, test["description"]))
    assert count > 2000
    assert wrong == []


def _checker(name: str) -> FormatChecker:
    checker = FormatChecker(formats=())
    checker.checkers = {name: (lambda text: not isinstance(text, str) or FORMATS[name](text), ())}
    return checker


def _refused(shared: Path, entry: dict[str, Any]) -> set[tuple[str, str]]:
    # The formats by which we refuse what is judged valid, each found by leaving the others out.
    import yaml

    folder = shared / "corpora/models"

    def retrieve(uri: str) -> Resource[Any]:
        text = Path(uri.removeprefix("file://")).read_text("utf-8")
        content = json.loads(text) if uri.endswith("json") else yaml.load(text, yaml.CSafeLoader)
        return Resource.from_contents(content, default_specification=DRAFT202012)

    found = set()
    registry: Registry[Any] = Registry(retrieve=retrieve)  # type: ignore[call-arg]
    for target in json.loads((folder / "instances" / entry["instances"]).read_bytes())["targets"]:
        schema = {"$ref": f"file://{folder}/schemas/{entry['schema']}{target['ref']}"}
        plain = Draft202012Validator(schema, registry=registry)
        values = [value for value in target["valid"] if plain.is_valid(value)]
        for name in FORMATS:
            strict = plain.evolve(format_checker=_checker(name))
            if not all(map(strict.is_valid, values)):
                found.add((name, entry["schema"]))
    return found


def test_accepts_what_the_models_corpus_has_as_valid(shared: Path) -> None:
    folder = shared / "corpora/models"
    entries = {entry["schema"]: entry for entry in json.loads((folder / "index.json").read_bytes())}
    refused = set().union(*(_refused(shared, entries[name]) for _, name in UNJUDGED))
    assert refused == set(UNJUDGED)


def test_needs_three_modules_of_the_standard_library() -> None:
    body = ast.parse(SOURCE.read_text("utf-8")).body
    imported = {node.module for node in body if isinstance(node, ast.ImportFrom)}
    imported |= {name.name for node in body if isinstance(node, ast.Import) for name in node.names}
    assert imported == {"__future__", "re", "collections.abc", "functools"}


def test_is_laid_out_as_every_formatter_has_it() -> None:
    source = SOURCE.read_text("utf-8")
    assert black.format_str(source, mode=black.Mode()) == source
    for width in ("88", "100"):
        command = [
            sys.executable,
            "-m",
            "ruff",
            "format",
            "--isolated",
            "--line-length",
            width,
            "-",
        ]
        written = subprocess.run(command, input=source, capture_output=True, text=True, check=True)
        assert written.stdout == source


HOSTILE = ["a.", "%41", "~0", "a-", "1", "P1Y", "\\a", "é.", "a:", "a@", "{a,", "(?<a>", "[a-", "("]


@pytest.mark.parametrize("name", FORMATS)
def test_comes_to_an_end_with_a_long_hostile_text(name: str) -> None:
    # A check that is quadratic would need minutes for them.
    for piece in HOSTILE:
        for start, end in (("", ""), ("xn--", "!"), ("http://", "\n"), ("a@", "é")):
            assert FORMATS[name](start + piece * 5_000 + end) in (True, False)


@pytest.mark.parametrize("name", FORMATS)
def test_never_fails_on_any_text(name: str) -> None:
    chance = random.Random(0)
    letters = (
        "aZ09-_.:/@[]{}()<>?#%~\\+*^$|,;=! \n\0éß\u0628\u05d0\u200c\u200d\u094d\ud800\U0001f432"
    )
    for _ in range(2000):
        FORMATS[name]("".join(chance.choices(letters, k=chance.randrange(12))))
