"""Settings: what a file may say, where its mistakes are, and that all tables of them agree."""

from __future__ import annotations

import json
import tomllib
from pathlib import Path
from typing import Any, get_args, get_type_hints

import jsonschema
import pytest

from generator import generate
from generator.config import Settings, config_schema
from generator.dialect import DIALECTS
from generator.names import STRATEGIES
from generator.report import Report
from generator.settings.configure import configure, placed, tell_misspelt
from generator.settings.toml import toml_table
from generator.settings.values import check_values
from generator.source import Location
from generator.targets import TARGETS
from tests.update_settings import README, SCHEMA, readme, schema


def configured(text: str, name: str = "pyproject.toml") -> tuple[Settings, Report]:
    """Return what a file of this text in the working directory configures."""
    Path(name).write_text(text, "utf-8")
    report = Report()
    return configure(None, {}, report), report


@pytest.mark.parametrize(
    ("text", "name", "value"),
    [
        ('formatter = "black"', "formatter", "black"),
        ('specs = ["a.yaml", "b/c.json"]', "specs", ("a.yaml", "b/c.json")),
        ('specs = ["./x/../a.yaml"]', "specs", ("a.yaml",)),
        ('specs = ["https://example.com/a"]', "specs", ("https://example.com/a",)),
        ('targets = ["markdown"]', "targets", ("markdown",)),
        ("open_enums = true", "open_enums", True),
        ('allow_remote = ["example.com"]', "allow_remote", ("example.com",)),
        ("", "output", "generated"),
        ('"output" = "out"', "output", "out"),
        ("", "templates", ""),
        ('diff = {}\noutput = "out"', "output", "out"),
    ],
)
def test_a_setting_is_read(here: Path, text: str, name: str, value: object) -> None:
    settings, report = configured(f"[tool.typewright]\n{text}\n")
    assert report.diagnostics == []
    assert getattr(settings, name) == value
    settings, report = configured(f"{text}\n", "typewright.toml")
    assert report.diagnostics == []
    assert getattr(settings, name) == value


@pytest.mark.parametrize(
    ("text", "code", "line", "column", "word"),
    [
        ('[tool.typewright]\nformater = "ruff"', "CFG002", 2, 1, "formater"),
        ("[tool]\ntypewright.out-put = 1", "CFG002", 2, 1, "typewright.out-put"),
        ("[tool]\ntypewright = { enum = 1 }", "CFG002", 2, 16, "enum"),
        ("[tool.typewright]\n  formater = 1", "CFG002", 2, 3, "formater"),
        ("[tool.typewright.dif]", "CFG002", 1, 2, "tool.typewright.dif"),
        ('[tool.typewright]\nformatter = "bleck"', "CFG003", 2, 13, '"bleck"'),
        (
            '[tool.x]\na = "bleck"\n[tool.typewright]\nformatter = "bleck"',
            "CFG003",
            4,
            13,
            '"bleck"',
        ),
        (
            r'[tool.typewright]|formatter = "bl\u0065ck"'.replace("|", "\n"),
            "CFG003",
            2,
            1,
            "format",
        ),
        ('[tool.typewright]\n"specs" = 1', "CFG003", 2, 1, '"specs"'),
        ("[tool.typewright]\nspecs = 1\n[tool]", "CFG003", 2, 1, "specs"),
        (
            '[tool.typewright]\ntargets = [\n  "python",\n  "cobol",\n]',
            "CFG003",
            4,
            3,
            '"cobol"',
        ),
        ("[tool.typewright]\nspecs = 'a.yaml'", "CFG003", 2, 1, "specs"),
        ("[tool.typewright]\noutput = 3", "CFG003", 2, 1, "output"),
        ("[tool.typewright]\nspecs = [3]", "CFG003", 2, 1, "specs"),
        ("[tool.typewright]\nopen_enums = 'yes'", "CFG003", 2, 1, "open_enums"),
        ("[other]\nspecs = 1\n[tool.typewright]\nspecs = 1", "CFG003", 4, 1, "specs"),
        ("[tool]\ntypewright = 3", "CFG003", 2, 1, "typewright"),
        ("[tool.typewright]\noutput = ", "CFG001", 2, 10, ""),
        ("[tool.typewright]\noutput = 'a", "CFG001", 2, 12, ""),
        ("[tool.typewright]\noutput = \n\n", "CFG001", 2, 10, ""),
    ],
)
def test_a_mistake_is_located(
    here: Path, text: str, code: str, line: int, column: int, word: str
) -> None:
    _, report = configured(text)
    [found] = report.diagnostics
    assert isinstance(found.where, Location)
    assert (found.code.name, found.where.line, found.where.column) == (code, line, column)
    start = found.where.column - 1
    assert text.splitlines()[line - 1][start : start + found.where.width].startswith(word)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("output = 3", "'output' has to be a string"),
        ("specs = 'a.yaml'", "'specs' has to be a list of strings"),
        ("specs = [3]", "'specs' has to be a list of strings"),
        ("targets = ['cobol']", "'targets' may hold one of 'python', 'markdown', 'json'"),
        ("enums = 'cobol'", "'enums' has to be one of 'enum', 'literal'"),
        ("open_enums = 'yes'", "'open_enums' has to be true or false"),
        ("output = ", "this is not TOML: Invalid value"),
    ],
)
def test_a_mistake_says_what_has_to_be(here: Path, text: str, told: str) -> None:
    _, report = configured(f"{text}\n", "typewright.toml")
    assert [found.message for found in report.diagnostics] == [told]


def test_a_file_of_its_own_has_no_table_of_ours(here: Path) -> None:
    hint = "in a file of their own the settings stand at the top, without [tool.typewright]"
    assert configured("[tool.typewright]\n", "typewright.toml")[1].diagnostics[0].hint == hint
    Path("typewright.toml").unlink()
    assert configured("[tool.typewright]\ntool = 1\n")[1].diagnostics[0].hint != hint


def test_settings_are_written_as_they_are_read() -> None:
    values = {"a": 'é"\\\x7f', "b": False, "c": True, "d": ("x", "y")}
    written = toml_table(values)
    assert tomllib.loads(written) == {**values, "d": ["x", "y"]}
    assert "é" in written


@pytest.mark.parametrize(
    ("text", "given", "line"),
    [
        ("[tool.typewright]\npackage = 'a b'", {}, 2),
        ("[tool.typewright]\npackage = 'a b'", {"package": "c d"}, None),
        ("[tool.typewright]", {}, None),
        ("[tool.typewright", {}, None),
    ],
)
@pytest.mark.parametrize("file", [None, Path("x/pyproject.toml")])
def test_where_a_setting_stands(
    here: Path, text: str, given: dict[str, str], line: int | None, file: Path | None
) -> None:
    Path("x").mkdir()
    Path(file or "pyproject.toml").write_text(text, "utf-8")
    found = placed(file, given, "package")
    assert (found and (found.source.name, found.line)) == (
        line and (str(file or "pyproject.toml"), line)
    )


@pytest.mark.parametrize(
    ("text", "hint"),
    [
        ('formater = "ruff"', "did you mean 'formatter'?"),
        ("open-enums = true", "did you mean 'open_enums'?"),
        ('formatter = "blac"', "did you mean 'black'?"),
        ("zzz = 1", "the settings are specs, output,"),
        ("[tool.typewright.dif]", "did you mean 'diff'?"),
    ],
)
def test_a_misspelling_has_a_hint(here: Path, text: str, hint: str) -> None:
    _, report = configured(f"[tool.typewright]\n{text}\n")
    assert report.diagnostics[0].hint.startswith(hint)


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("[tool.typewrite]", ["nothing reads the table [tool.typewrite]"]),
        ("[project]\n[tool.type-wright]", ["nothing reads the table [tool.type-wright]"]),
        ("[typewright]", ["nothing reads the table [typewright]"]),
        ("[tool.typewright]", []),
        ("[tool.ruff]", []),
        ("[tool", []),
        ("tool = 1", []),
    ],
)
def test_a_table_that_is_misspelt_is_told(here: Path, text: str, told: list[str]) -> None:
    Path("pyproject.toml").write_text(text, "utf-8")
    report = Report()
    tell_misspelt(Path("pyproject.toml"), report)
    assert [found.message for found in report.diagnostics] == told
    assert all(found.hint == "did you mean [tool.typewright]?" for found in report.diagnostics)


def test_every_mistake_is_told_at_once(here: Path) -> None:
    _, report = configured("[tool.typewright]\nfoo = 1\nbar = 2\noutput = 3\n")
    assert [found.code.name for found in report.diagnostics] == ["CFG002", "CFG002", "CFG003"]


def test_a_file_that_is_not_utf_8_is_told(here: Path) -> None:
    (here / "x.toml").write_bytes(b"output = '\xff'")
    report = Report()
    configure(here / "x.toml", {}, report)
    assert "UTF-8" in report.diagnostics[0].message


def test_a_file_that_is_missing_is_told(here: Path) -> None:
    report = Report()
    configure(Path("nowhere.toml"), {}, report)
    [found] = report.diagnostics
    assert found.code.name == "CFG001"
    assert found.message == "cannot read 'nowhere.toml': No such file or directory"


def test_the_nearest_file_upwards_counts_and_its_paths_are_its_own(
    here: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (here / "pyproject.toml").write_text("[tool.typewright]\nspecs = ['a.yaml']\noutput = 'out'")
    below = here / "x" / "y"
    below.mkdir(parents=True)
    (here / "x" / "pyproject.toml").write_text("[tool.other]\nmentions = 'typewright'")
    monkeypatch.chdir(below)
    settings = configure(None, {}, Report())
    assert settings.specs == ("../../a.yaml",)
    assert settings.output == "../../out"


@pytest.mark.parametrize("text", ["tool = 'typewright'", "tool = ['typewright']", "[typewright"])
def test_a_file_without_a_table_of_ours_is_not_read(here: Path, text: str) -> None:
    settings, report = configured(text)
    assert (settings, report.diagnostics) == (Settings(), [])


@pytest.mark.parametrize("text", ["", "tool = 'typewright'", "[tool]"])
def test_a_file_that_is_named_may_have_no_table_of_ours(here: Path, text: str) -> None:
    Path("pyproject.toml").write_text(text, "utf-8")
    report = Report()
    assert configure(Path("pyproject.toml"), {}, report) == Settings()
    assert report.diagnostics == []


def test_a_file_of_its_own_counts_before_pyproject(here: Path) -> None:
    (here / "typewright.toml").write_text("output = 'a'")
    settings, _ = configured("[tool.typewright]\noutput = 'b'\n")
    assert settings.output == "a"


def test_what_is_given_counts_before_the_file(here: Path) -> None:
    (here / "typewright.toml").write_text("output = 'a'\nformatter = 'none'")
    settings = configure(None, {"output": "b"}, Report())
    assert (settings.output, settings.formatter) == ("b", "none")


def test_the_published_schema_is_that_of_the_settings() -> None:
    assert SCHEMA.read_text("utf-8") == schema(), "run: python -m tests.update_settings"
    jsonschema.Draft7Validator.check_schema(config_schema())


@pytest.mark.parametrize(
    ("table", "valid"),
    [
        ({}, True),
        ({"formatter": "black", "specs": ["a"]}, True),
        ({"formatter": "blac"}, False),
        ({"specs": "a"}, False),
        ({"open_enums": "yes"}, False),
        ({"unknown": 1}, False),
    ],
)
def test_the_schema_judges_as_we_do(here: Path, table: dict[str, Any], valid: bool) -> None:
    assert jsonschema.Draft7Validator(config_schema()).is_valid(table) is valid
    rows = "\n".join(f"{name} = {json.dumps(value)}" for name, value in table.items())
    _, report = configured(rows, "typewright.toml")
    assert (not report.diagnostics) is valid


def test_choices_are_what_there_is() -> None:
    hints = get_type_hints(Settings)
    assert set(get_args(get_args(hints["targets"])[0])) == {target.name for target in TARGETS}
    schemas = {dialect.name for dialect in DIALECTS if not dialect.name.startswith("openapi")}
    assert set(get_args(hints["dialect"])) == schemas | {"auto"}
    assert set(get_args(hints["names"])) == STRATEGIES.keys()


def test_the_readme_lists_every_setting() -> None:
    assert README.read_text("utf-8") == readme(), "run: python -m tests.update_settings"


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"package": "a b"}, "'package' names a package that Python cannot import: 'a b' is no"),
        ({"package": "class"}, "'class' is a keyword"),
        ({"package": "shop/None"}, "'None' is a keyword"),
        ({"package": "shop-models"}, "'shop-models' is no identifier"),
        ({"package": "../models"}, "'..' is no identifier"),
        ({"package": "shop//models"}, "'' is no identifier"),
        ({"package": ""}, "'' is no identifier"),
        ({"operations_path": "models/1st"}, "'operations_path' names a package"),
        ({"package": "shop/modèles", "errors_path": "match"}, ""),
        ({"package": "shop-models", "targets": ("markdown",)}, ""),
    ],
)
def test_a_package_can_be_imported(settings: dict[str, Any], told: str) -> None:
    report = Report()
    check_values(Settings(**settings), report)
    assert [d.code.name for d in report.diagnostics] == ["CFG003"] * bool(told)
    assert all(told in d.message for d in report.diagnostics)


@pytest.mark.parametrize(
    ("package", "inside", "warned"),
    [
        ("json", False, True),
        ("types/shop", False, True),
        ("shop/json", False, False),
        ("models", False, False),
        ("json", True, False),
    ],
)
def test_a_package_that_hides_a_module_of_python(
    here: Path, package: str, inside: bool, warned: bool
) -> None:
    if inside:
        Path("out").mkdir()
        Path("out/__init__.py").touch()
    report = Report()
    check_values(Settings(package=package, output="out"), report)
    assert [d.code.name for d in report.diagnostics] == ["CFG005"] * warned


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ({"tables_version": "1.376.0"}, []),
        ({"tables_version": "1.376"}, []),
        ({"tables_version": "2.0.0-rc.1"}, []),
        ({"tables_version": "abc"}, ["'tables_version' is no version: 'abc'"]),
        ({"tables_version": "v1.376.0"}, ["'tables_version' is no version: 'v1.376.0'"]),
        ({"tables_version": ""}, ["'tables_version' is no version: ''"]),
        ({"targets": ()}, ["'targets' names nothing to write"]),
    ],
)
def test_a_value_that_means_nothing(settings: dict[str, Any], told: list[str]) -> None:
    report = Report()
    check_values(Settings(**settings), report)
    assert [d.message for d in report.diagnostics] == told


API = """\
info: {title: T, version: '1'}
components:
  schemas: {A: {type: object}}
  responses:
    R: {description: x, content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
"""
USED = "paths: {/x: {get: {responses: {'200': {$ref: '#/components/responses/R'}}}}}"


@pytest.mark.parametrize(
    ("spec", "include", "warned"),
    [
        ("title: A", "reachable", True),
        ("title: A", "all", False),
        (f"openapi: 3.1.0\n{API}", "reachable", True),
        (f"openapi: 3.1.0\n{API}\n{USED}", "reachable", False),
        ("openapi: 3.1.0\ninfo: {title: T, version: '1'}\npaths: {}", "reachable", False),
    ],
)
def test_nothing_that_operations_use(here: Path, spec: str, include: str, warned: bool) -> None:
    Path("a.yaml").write_text(spec)
    found = generate(Settings(specs=("a.yaml",), include=include)).report.diagnostics
    assert [d.code.name for d in found] == ["CFG006"] * warned
