"""`typewright init`: the options of a repository with such tables become settings."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import Settings
from generator.init import read_options

GEN = """
configVersion: 2.0.0
generation:
  sdkClassName: Shop
  maintainOpenAPIOrder: true
  fixes: {nameResolutionDec2023: true}
python:
  envVarPrefix: SHOP
  packageName: shop-api
  responseFormat: flat
  enumFormat: union
  flattenRequests: true
  inputModelSuffix: input
  maxMethodParams: 4
  imports: {paths: {shared: models/components, errors: ""}}
"""


def init(here: Path, gen: str = GEN, lock: str = "1.469.0", *more: str) -> int:
    """Run the command in a folder that has the options, and the version if there is one."""
    (here / "sdk").mkdir()
    (here / "spec.yaml").touch()
    (here / "sdk" / "gen.yaml").write_text(gen)
    if lock:
        (here / "sdk" / "gen.lock").write_text(f"management: {{speakeasyVersion: {lock}}}\n")
    return main(["init", "--from", "sdk/gen.yaml", "--spec", "spec.yaml", *more])


def test_settings_that_differ_go_into_a_file_of_their_own(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(here) == 0
    assert tomllib.loads((here / "typewright.toml").read_text()) == {
        "specs": ["spec.yaml"],
        "include": "reachable",
        "names": "2023",
        "tables_version": "1.469.0",
        "sdk_module": "shop_api",
        "utility_tables": True,
        "shared_path": "models/components",
    }
    assert capsys.readouterr().out == (
        "wrote typewright.toml\n"
        "These options have no counterpart, and change no table:\n"
        "  python.maxMethodParams\n"
    )


def test_options_that_change_tables_and_have_no_counterpart_are_told_first(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site = GEN.replace("  fixes:", "  documentation: mintlify\n  fixes:")
    assert init(here, f"{site}  customCasings: {{sku: {{initialism: true}}}}\n") == 0
    assert capsys.readouterr().out == (
        "wrote typewright.toml\n"
        "These options have no counterpart, but change tables:\n"
        "  generation.documentation\n"
        "  python.customCasings.sku.initialism\n"
        "These options have no counterpart, and change no table:\n"
        "  python.maxMethodParams\n"
    )


@pytest.mark.parametrize(("infer", "told"), [("true", False), ("false", True)])
def test_that_tags_are_not_to_be_inferred_has_no_counterpart_in_2025(
    infer: str, told: bool, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    newest = GEN.replace("Dec2023", "Feb2025")
    assert init(here, f"{newest}  inferUnionDiscriminators: {infer}\n") == 0
    first = "but change tables:\n  python.inferUnionDiscriminators\n"
    out = capsys.readouterr().out
    assert (first in out, "inferUnion" in out) == (told, told)


def test_settings_go_into_pyproject_where_there_is_one(here: Path) -> None:
    (here / "pyproject.toml").write_text("[project]\nname = 'x'")
    assert init(here) == 0
    written = tomllib.loads((here / "pyproject.toml").read_text())
    assert written["project"] == {"name": "x"}
    assert written["tool"]["typewright"]["specs"] == ["spec.yaml"]
    assert not (here / "typewright.toml").exists()


@pytest.mark.parametrize(
    ("lock", "more", "version"),
    [
        ("1.469.0", (), "1.469.0"),
        ("1.469.0", ("--version", "1.500.1"), "1.500.1"),
        ("", ("--version", "1.500.1"), "1.500.1"),
        ("", (), Settings().tables_version),
    ],
)
def test_the_version_is_that_of_the_lock(
    here: Path, lock: str, more: tuple[str, ...], version: str
) -> None:
    assert init(here, GEN, lock, *more) == 0
    found = tomllib.loads((here / "typewright.toml").read_text())
    assert found.get("tables_version", Settings().tables_version) == version


@pytest.mark.parametrize(
    ("old", "new", "name", "value"),
    [
        ("nameResolutionDec2023: true", "nameResolutionDec2023: false", "names", "legacy"),
        ("nameResolutionDec2023: true", "nameResolutionFeb2025: true", "names", "2025"),
        (
            "nameResolutionDec2023: true",
            "sharedErrorComponentsApr2025: true",
            "error_parts",
            "shared",
        ),
        ("  maintainOpenAPIOrder: true\n", "", "tables_order", "name"),
        ("  envVarPrefix: SHOP\n", "", "optional_security", False),
        (
            "responseFormat: flat",
            "responseFormat: envelope-http",
            "response_format",
            "envelope-http",
        ),
        ("  responseFormat: flat\n", "", "response_format", "envelope"),
        ("enumFormat: union", "enumFormat: enum", "enum_format", "enum"),
        ("maxMethodParams: 4", "forwardCompatibleEnumsByDefault: true", "open_enums", True),
        ("flattenRequests: true", "flattenRequests: false", "flatten_requests", False),
        ("inputModelSuffix: input", "inputModelSuffix: request", "input_suffix", "request"),
        ("maxMethodParams: 4", "requestBodyFieldName: body", "body_field", "body"),
        ("sdkClassName: Shop", "requestBodyFieldName: body", "body_field", "body"),
        ("sdkClassName: Shop", "deduplicateErrors: true", "deduplicate_errors", True),
        ('errors: ""', "errors: errors", "errors_path", "errors"),
    ],
)
def test_an_option_becomes_a_setting(
    here: Path, old: str, new: str, name: str, value: object
) -> None:
    assert old in GEN
    (here / "gen.yaml").write_text(GEN.replace(old, new))
    url = "https://example.com/spec.yaml"
    assert read_options(here / "gen.yaml", url).settings[name] == value


@pytest.mark.parametrize(
    ("gen", "message"),
    [
        ("typescript: {version: 1}", "'sdk/gen.yaml' has no options for python"),
        ("a: [", "cannot read 'sdk/gen.yaml': it is no YAML"),
    ],
)
def test_options_that_cannot_be_read(
    here: Path, gen: str, message: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(here, gen) == 2
    assert capsys.readouterr().err == f"typewright: {message}\n"


@pytest.mark.parametrize(("lock", "more"), [("", ("--version", "banana")), ("banana", ())])
def test_what_is_no_version(
    here: Path, lock: str, more: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert init(here, GEN, lock, *more) == 2
    message = "'banana' is no version: write it like '1.376.0'"
    assert capsys.readouterr().err == f"typewright: {message}\n"
    assert not (here / "typewright.toml").exists()


def test_a_description_that_is_not_there(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert init(here, GEN, "", "--spec", "spce.yaml") == 2
    assert capsys.readouterr().err == "typewright: there is no file 'spce.yaml'\n"
    assert not (here / "typewright.toml").exists()


def test_a_description_may_be_a_url(here: Path) -> None:
    url = "https://example.com/spec.yaml"
    assert init(here, GEN, "", "--spec", url) == 0
    assert tomllib.loads((here / "typewright.toml").read_text())["specs"] == [url]


def test_the_line_ends_of_a_file_stay_what_they_are(here: Path) -> None:
    before = b"[project]\r\nname = 'x'\r\n"
    (here / "pyproject.toml").write_bytes(before)
    assert init(here) == 0
    written = (here / "pyproject.toml").read_bytes()
    assert written.startswith(before + b"\r\n[tool.typewright]\r\n")
    assert written.count(b"\n") == written.count(b"\r\n")


@pytest.mark.parametrize("before", [b"[project", b"name = '\xe9'"])
def test_a_file_that_is_no_toml_is_told(
    here: Path, capsys: pytest.CaptureFixture[str], before: bytes
) -> None:
    (here / "pyproject.toml").write_bytes(before)
    assert init(here) == 2
    assert capsys.readouterr().err.endswith("pyproject.toml': it is no TOML\n")
    assert (here / "pyproject.toml").read_bytes() == before


@pytest.mark.parametrize("name", ["typewright.toml", "pyproject.toml"])
def test_settings_that_are_there_are_never_overwritten(here: Path, name: str) -> None:
    before = "[tool.typewright]\n" if name == "pyproject.toml" else ""
    (here / name).write_text(before)
    assert init(here) == 2
    assert (here / name).read_text() == before
