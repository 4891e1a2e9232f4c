"""The section of a changelog: what people who use an API want to know."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import (
    DONE,
    STRING,
    describe,
    json_content,
    member,
    numbered,
    request,
    write,
)
from generator.cli import main
from generator.diff.changelog import changelog
from generator.diff.review import diff

OLD, NEW = (member(**keywords) for keywords in ({}, {"maxLength": 5}))


def test_changelog(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    write(OLD, NEW)
    assert main(["changelog", "old.json", "new.json"]) == 0
    assert (
        "### Breaking\n\n- `POST /x body.a`: the maximum length is 5 now" in capsys.readouterr().out
    )


def test_whatever_a_name_or_a_value_holds_an_entry_is_one_line() -> None:
    old, new = (
        request({"type": "object", "properties": {"a\n`b`": {**STRING, "default": said}}})
        for said in ("c\nd", "e")
    )
    assert changelog(diff(old, new), date.today()).splitlines()[2:] == [
        "### Changed",
        "",
        "- `` POST /x body.a `b` ``: the default went from c d to e",
    ]


@pytest.mark.parametrize(
    ("old", "new", "heading"),
    [
        ("1.0.0", "2.0.0", f"## 2.0.0 - {date.today()}\n"),
        ("1.0.0", "1.0.0", "## Unreleased\n"),
        ("", "", "## Unreleased\n"),
    ],
)
def test_a_section_is_headed_by_a_new_version(old: str, new: str, heading: str) -> None:
    found = diff(numbered(OLD, old), numbered(NEW, new))
    assert changelog(found, date.today()).startswith(heading)


def test_a_changelog_says_nothing_of_what_a_team_asks_of_itself(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(member(), member(deprecated=True))
    Path("typewright.toml").write_text("[diff]\nnotice_days = 90\ncheck_version = true\n", "utf-8")
    assert main(["diff", "old.json", "new.json"]) == 0
    told = capsys.readouterr().out
    assert "[sunset-missing]" in told
    assert "unproven" not in told
    assert main(["changelog", "old.json", "new.json"]) == 0
    assert capsys.readouterr().out.splitlines()[2:] == [
        "### Deprecated",
        "",
        "- `POST /x body.a`: deprecated",
    ]


def test_an_entry_names_all_operations_unless_its_place_is_the_only_one() -> None:
    def paths(name: str) -> Any:
        body = {"content": json_content({"$ref": f"#/components/schemas/{name}"})}
        called = {"post": {"requestBody": body, "responses": DONE}}
        schemas = {"A": {"type": "object"}, "B": {"type": "object", "required": ["b"]}}
        return describe({"/x": called, "/y": called}, components={"schemas": schemas})

    (entry,) = changelog(diff(paths("A"), paths("B")), date.today()).splitlines()[4:]
    assert entry.startswith("- `POST /x body`: the schema went from A to B")
    assert entry.endswith("(callers of `POST /x` and `POST /y`)")
