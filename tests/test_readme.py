"""The README: its example is what comes out, and what it names is there."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from dataclasses import fields
from pathlib import Path
from typing import Any

import pytest

from generator.cli import main
from generator.commands import COMMANDS
from generator.targets.python.views import (
    ExportView,
    FieldView,
    FunctionView,
    MemberView,
    ModuleView,
    PackageView,
)

DOCS = ("docs/classes.md", "docs/diff.md", "docs/tables.md", "docs/templates.md")
PAGES = ("README.md", "CONTRIBUTING.md", *DOCS)


def block(page: str, language: str) -> str:
    """Return the first block of code in a language."""
    found = re.search(rf"^```{language}\n(.*?)^```$", page, re.DOTALL | re.MULTILINE)
    assert found is not None
    return found[1]


def cells(table: str) -> list[list[str]]:
    """Return the rows of a Markdown table without what pads them."""
    rows = [line.strip("|").split("|") for line in table.splitlines() if line.startswith("|")]
    return [[re.sub("-{3,}", "---", cell.strip()) for cell in row] for row in rows]


@pytest.fixture
def example(here: Path, root: Path) -> str:
    """Return the example, whose description is in the working directory, with its output."""
    readme = (root / "README.md").read_text("utf-8")
    text = readme.partition("<!-- example -->")[2].partition("<!-- /example -->")[0]
    (here / "shop.yaml").write_text(block(text, "yaml"))
    assert main(["generate", "shop.yaml"]) == 0
    return text


def test_the_class_and_the_table_are_those_of_the_description(here: Path, example: str) -> None:
    shown = block(example, "python").removesuffix("    …\n")
    assert shown in (here / "generated" / "models" / "order.py").read_text("utf-8")
    table = (here / "generated" / "docs" / "models" / "order.md").read_text("utf-8")
    linked = table.replace("(../models/", "(generated/docs/models/")
    assert cells(example.partition("The table:")[2].partition("```")[0]) == cells(linked)


def test_the_verdict_is_the_one_on_the_change(
    here: Path, example: str, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "old.yaml").write_text((here / "shop.yaml").read_text("utf-8"))
    (here / "shop.yaml").write_text(block(example, "yaml").replace("maximum: 100", "maximum: 50"))
    capsys.readouterr()
    assert main(["diff", "old.yaml", "shop.yaml"]) == 1
    command, _, told = block(example, "console").partition("\n")
    assert command == "$ typewright diff origin/main:shop.yaml shop.yaml"
    assert told == capsys.readouterr().out.replace("old.yaml", "origin/main:shop.yaml")


def test_the_session_is_one(here: Path, example: str) -> None:
    (here / "session.txt").write_text(block(example, "pycon"))
    command = [sys.executable, "-m", "doctest", "session.txt"]
    path = {"PYTHONPATH": str(here / "generated")}
    done = subprocess.run(command, env={**os.environ, **path}, capture_output=True, text=True)
    assert (done.returncode, done.stdout) == (0, "")


@pytest.mark.parametrize("page", PAGES)
def test_a_link_leads_somewhere(root: Path, page: str) -> None:
    text = re.sub("`[^`\\n]+`", "", (root / page).read_text("utf-8"))
    links = re.findall(r"\]\((?!https?:)([^)#]*)(?:#([\w-]+))?\)", text)
    for link, anchor in links:
        target = (root / page).parent / link if link else root / page
        assert target.exists(), link
        if anchor:
            heads = re.findall("^#+ (.*)", target.read_text("utf-8"), re.MULTILINE)
            assert anchor in {re.sub(r"[^\w -]", "", h).lower().replace(" ", "-") for h in heads}


@pytest.mark.parametrize("page", PAGES)
def test_each_table_has_a_header(root: Path, page: str) -> None:
    text = re.sub(r"^```.*?^```$", "", (root / page).read_text("utf-8"), flags=re.M | re.S)
    tables = re.findall(r"(?:^\|.*\n)+", text, re.MULTILINE)
    assert [t for t in tables if not re.match(r".*\n\|[-: |]+\|\n", t)] == []


@pytest.mark.parametrize("page", PAGES)
def test_a_command_has_the_options_that_are_named(
    root: Path, page: str, capsys: pytest.CaptureFixture[str]
) -> None:
    text = (root / page).read_text("utf-8")
    for name, rest in re.findall(
        r"(?:^ {4}|\$ |`|run: )typewright (\w+) ?([^`\n|>#]*)", text, re.M
    ):
        with pytest.raises(SystemExit):
            main([name, "--help"])
        known = capsys.readouterr().out
        for option in re.findall(r"(?<![\w-])--?[a-z][a-z-]*", rest):
            assert re.search(rf"(?<![\w-]){option}(?![\w-])", known), f"{name} {option}"


def test_the_readme_lists_every_command(root: Path) -> None:
    table = (root / "README.md").read_text("utf-8").partition("## Commands")[2]
    listed = re.findall(r"^\| `typewright (\w+)", table.partition("\n##")[0], re.MULTILINE)
    assert set(listed) == {command.name for command in COMMANDS}


def test_a_reader_is_told_what_each_folder_is_for(root: Path) -> None:
    page = (root / "CONTRIBUTING.md").read_text("utf-8")
    folders = {path.parent.name for path in (root / "generator").glob("**/__init__.py")}
    within = {"generator", "python", "markdown"}
    assert [name for name in folders - within if f"`{name}/`" not in page] == []


def test_every_template_is_documented(root: Path) -> None:
    page = (root / "docs" / "templates.md").read_text("utf-8")
    made = [*(root / "templates").glob("python/*"), *(root / "templates").glob("markdown/*")]
    assert [path for path in made if f"`{path.parent.name}/{path.name}`" not in page] == []


VIEWS = [ModuleView, FieldView, MemberView, FunctionView, PackageView, ExportView]


@pytest.mark.parametrize("view", VIEWS)
def test_what_templates_see_is_documented(root: Path, view: type[Any]) -> None:
    page = (root / "docs" / "templates.md").read_text("utf-8")
    assert [row.name for row in fields(view) if f"`{row.name}`" not in page] == []
