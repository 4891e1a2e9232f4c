"""`--base` reads the settings as they were: what they change is told, and that they do."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import STRING, request, response
from diff.files import commit_all, put
from generator.cli import main

THING = {"type": "object", "properties": {"n": STRING, "m": STRING}}
SHOP = request({"$ref": "#/components/schemas/A"}, A=THING, B=THING)
OTHER = response({"$ref": "#/components/schemas/C"}, C=THING)
ALL = 'specs = ["shop.json"]\n'
TOLD: list[tuple[str, str, list[str], set[str]]] = [
    # The settings at the base and now, those that are told, and what is told of the classes.
    (ALL, ALL, [], set()),
    (ALL, f'{ALL}include = "reachable"\n', ["include"], {"B is gone"}),
    (f'{ALL}include = "reachable"\n', ALL, ["include"], {"B is new"}),
    (
        f'{ALL}include = "reachable"\n',
        f'{ALL}package = "shop"\n',
        ["include", "package"],
        {"B is new", "A is in shop now"},
    ),
    (ALL, f'{ALL}formatter = "black"\noutput = "x"\nenums = "literal"\n', [], set()),
    (ALL, f'{ALL}targets = ["markdown"]\n', ["targets"], {"A is gone", "B is gone"}),
    ('specs = ["shop.json", "other.json"]\n', ALL, ["specs"], {"C is gone"}),
    (ALL, 'specs = ["shop.json", "other.json"]\n', ["specs"], {"C is new"}),
    # What is no list of descriptions, or no settings at all, says nothing.
    ("", ALL, [], set()),
    ("{", f'{ALL}include = "reachable"\n', [], set()),
]


def compared(capsys: pytest.CaptureFixture[str], *arguments: str) -> Any:
    main(["diff", "--base", "HEAD", "--format", "json", *arguments])
    return json.loads(capsys.readouterr().out)


def commit(settings: str, file: str) -> None:
    put("shop.json", SHOP)
    put("other.json", OTHER)
    Path(file).write_text(settings, "utf-8")
    commit_all()


@pytest.mark.parametrize(("then", "now", "settings", "classes"), TOLD)
def test_settings_that_changed(
    then: str,
    now: str,
    settings: list[str],
    classes: set[str],
    here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    commit(then, "typewright.toml")
    Path("typewright.toml").write_text(now, "utf-8")
    found = compared(capsys)
    assert [one["name"] for one in found["settings"]] == settings
    assert {one["message"] for one in found["python"]["changes"]} == classes
    assert found["verdict"] == "unchanged"


def test_a_project_without_settings_had_none(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit("[project]\n", "pyproject.toml")
    own = f'[tool.typewright]\n{ALL}include = "reachable"\n'
    Path("pyproject.toml").write_text(own, "utf-8")
    assert compared(capsys)["python"]["changes"] == []
    commit(f"[tool.typewright]\n{ALL}", "pyproject.toml")
    Path("pyproject.toml").write_text(own, "utf-8")
    assert [one["message"] for one in compared(capsys)["python"]["changes"]] == ["B is gone"]


def test_a_person_is_told_of_settings(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    commit(ALL, "typewright.toml")
    Path("typewright.toml").write_text(f'{ALL}include = "reachable"\n', "utf-8")
    main(["diff", "--base", "HEAD"])
    words = "include went from all to reachable: this is why some of it differs."
    assert f" Settings 1 setting {words}" in " ".join(capsys.readouterr().out.split())


def test_settings_of_two_versions_that_are_named_are_those_of_now(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    commit(ALL, "typewright.toml")
    Path("typewright.toml").write_text(f'{ALL}include = "reachable"\n', "utf-8")
    main(["diff", "HEAD:shop.json", "shop.json"])
    assert "Settings" not in capsys.readouterr().out
