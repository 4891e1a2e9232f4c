"""Levels of one's own, accepted findings, and the time between deprecation and removal."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import STRING, operation, request
from generator.cli import main
from generator.diff.catalogue import KINDS
from generator.diff.changelog import changelog
from generator.diff.explain import explain
from generator.diff.review import diff

A = {"$ref": "#/components/schemas/A"}
OLD = request(A, A={"type": "string"})
NEW = request(A, A={"type": "string", "maxLength": 5})


@pytest.fixture
def pair(here: Path) -> Path:
    Path("old.json").write_text(json.dumps(OLD), "utf-8")
    Path("new.json").write_text(json.dumps(NEW), "utf-8")
    return here


def run(settings: str, *arguments: str) -> int:
    Path("typewright.toml").write_text(settings, "utf-8")
    return main(["diff", "old.json", "new.json", *arguments])


@pytest.mark.parametrize(
    ("rule", "code"),
    [
        ('code = "max-length-*"', 0),
        ('code = "min-length-*"', 1),
        ('path = "POST /x"', 0),
        ('path = "/x"', 0),
        ('path = "* /internal/*"', 1),
        ('schema = "Pet"', 1),
        ('schema = "A"', 0),
        ('schema = "#/components/schemas/A"', 0),
    ],
)
def test_a_rule_gives_a_level(pair: Path, rule: str, code: int) -> None:
    assert run(f'[[diff.rules]]\nlevel = "info"\n{rule}\n') == code


def test_what_is_accepted_does_not_count(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("", "--accept") == 2
    assert run("", "--accept", "--reason", 'so "be" it', "--expires", "2999-01-01") == 0
    settings = Path("typewright.toml").read_text("utf-8")
    assert 'reason = "so \\"be\\" it"' in settings
    assert run(settings) == 0
    assert "(1 more accepted)" in capsys.readouterr().out
    assert run(settings.replace("2999", "1999")) == 1
    assert "warning[DIF002]" in capsys.readouterr().err
    Path("new.json").write_text(json.dumps(OLD), "utf-8")
    assert run(settings) == 0
    assert "warning[DIF001]" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("specs", "told"),
    [
        ([], True),
        (["new.json"], True),
        (["other.json"], False),
        (["new.json", "other.json"], False),
    ],
)
def test_only_where_all_is_compared_an_entry_is_stale(
    pair: Path, capsys: pytest.CaptureFixture[str], specs: list[str], told: bool
) -> None:
    head = f"specs = {specs}\n"
    settings = accepting(head, "so be it")
    Path("new.json").write_text(json.dumps(OLD), "utf-8")
    assert run(settings) == 0
    assert ("warning[DIF001]" in capsys.readouterr().err) == told


def test_what_a_rule_calls_breaking_breaks(pair: Path) -> None:
    Path("new.json").write_text(
        json.dumps({**OLD, "info": {"title": "y", "version": "0"}}), "utf-8"
    )
    assert run("") == 0
    assert run('[[diff.rules]]\nlevel = "breaking"\ncode = "version-*"\n') == 1


def accepting(settings: str, reason: str) -> str:
    assert run(settings, "--accept", "--reason", reason) == 0
    return Path("typewright.toml").read_text("utf-8")


def test_an_entry_that_is_there_is_renewed(pair: Path) -> None:
    once = accepting('# mine\n[diff]\nfail_on = "risky"\n', "first")
    assert accepting(once, "second") == once
    expired = once.replace("author", "expires = 1999-01-01\nauthor")
    assert accepting(expired, "third") == once.replace("first", "third")


def test_the_line_ends_of_windows_stay(pair: Path) -> None:
    Path("typewright.toml").write_bytes(b"# mine\r\n[diff]\r\n")
    assert main(["diff", "old.json", "new.json", "--accept", "--reason", "x"]) == 0
    written = Path("typewright.toml").read_bytes()
    assert written.startswith(b"# mine\r\n[diff]\r\n")
    assert written.count(b"\n") == written.count(b"\r\n") > 2


def test_entries_cannot_be_added_to_a_list(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    settings = "[diff]\naccepted = []\n"
    assert run(settings, "--accept", "--reason", "x") == 2
    assert Path("typewright.toml").read_text("utf-8") == settings
    assert "'accepted' of typewright.toml is a list" in capsys.readouterr().err


@pytest.mark.parametrize("reason", ["", "the first"])
def test_the_order_of_branches_changes_no_fingerprint(reason: str) -> None:
    branches = [{"type": "string"}, {"type": "integer", "maximum": 9}]
    narrowed = [{"type": "string", "maxLength": 5, "description": reason}, branches[1]]
    prints = {
        diff(request({"oneOf": old}), request({"oneOf": new})).findings[0].fingerprint
        for old in (branches, branches[::-1])
        for new in (narrowed, narrowed[::-1])
    }
    assert len(prints) == 1


NULL = {"type": "null"}
NULLS = [
    {"oneOf": [A, NULL]},
    {"anyOf": [A, NULL]},
    {"anyOf": [NULL, A]},
    {"oneOf": [A, {"const": None}]},
    {"type": ["string", "null"]},
]


def test_the_spelling_of_null_changes_no_fingerprint() -> None:
    def around(schema: Any) -> Any:
        whole = {"type": "object", "properties": {"p": schema}}
        return request(whole, A={"type": "string"})

    prints = {diff(around(A), around(null)).findings[0].fingerprint for null in NULLS}
    assert len(prints) == 1


@pytest.mark.parametrize(
    ("settings", "told"),
    [
        ('[diff]\nfail_on = "brekaing"\n', "error[CFG003]: 'diff.fail_on' has to be one of"),
        ('[diff]\nfail_on = "brekaing"\n', "did you mean 'breaking'?"),
        ('[diff]\nfial_on = "risky"\n', "error[CFG002]: there is no setting 'diff.fial_on'"),
        ('[diff]\nnotice_days = "x"\n', "'diff.notice_days' has to be a whole number"),
        ("[diff]\nrules = {}\n", "'diff.rules' has to be a list of tables"),
        (
            '[[diff.rules]]\nlevel = "info"\n[[diff.rules]]\nlevel = "warn"\n',
            "'diff.rules[1].level' has to be one of 'breaking', 'risky', 'compatible', 'info'\n"
            "  --> typewright.toml:4:1",
        ),
        ('[[diff.accepted]]\nfingerprint = "x"\n', "'diff.accepted[0]' needs a 'reason'"),
        (
            '[[diff.accepted]]\nfingerprint = "x"\nreason = "y"\nexpires = "soon"\n',
            "'diff.accepted[0].expires' has to be a date, such as 2030-12-31\n"
            "  --> typewright.toml:4:1",
        ),
        (
            '[[diff.rules]]\nlevel = "info"\ncode = "max-lenght-*"\n',
            "warning[DIF004]: no code of `typewright diff` matches 'max-lenght-*'\n"
            "  --> typewright.toml:3:1",
        ),
        ("[tool.typewright]\n", "the settings stand at the top, without [tool.typewright]"),
    ],
)
def test_a_mistake_in_the_policy_is_told_where_it_stands(
    pair: Path, capsys: pytest.CaptureFixture[str], settings: str, told: str
) -> None:
    run(settings)
    assert told in capsys.readouterr().err


def test_deprecation_has_to_be_announced_in_time(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("old.json").write_text(json.dumps(operation()), "utf-8")
    for sunset, code in ((None, "sunset-missing"), ("2020-01-01", "sunset-too-soon")):
        members = {"deprecated": True, **({"x-sunset": sunset} if sunset else {})}
        Path("new.json").write_text(json.dumps(operation(**members)), "utf-8")
        run("[diff]\nnotice_days = 90\n")
        assert f"[{code}]" in capsys.readouterr().out


def test_so_has_the_deprecation_of_a_property(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    def described(**members: Any) -> str:
        prop = {"type": "string", **members}
        return json.dumps(request({"type": "object", "properties": {"a": prop}}))

    Path("old.json").write_text(described(), "utf-8")
    for sunset, code in (({}, "sunset-missing"), ({"x-sunset": "2020-01-01"}, "sunset-too-soon")):
        Path("new.json").write_text(described(deprecated=True, **sunset), "utf-8")
        run("[diff]\nnotice_days = 90\n")
        assert f"[{code}]" in capsys.readouterr().out


def test_changelog(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["changelog", "old.json", "new.json"]) == 0
    assert "### Breaking\n\n- `A`: the maximum length is 5 now" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("old", "new", "heading"),
    [
        ("1.0.0", "2.0.0", f"## 2.0.0 - {date.today()}\n"),
        ("1.0.0", "1.0.0", "## Unreleased\n"),
        ("", "", "## Unreleased\n"),
    ],
)
def test_a_section_is_headed_by_a_new_version(old: str, new: str, heading: str) -> None:
    sides = ({**side, "info": {"title": "x", "version": v}} for side, v in ((OLD, old), (NEW, new)))
    assert changelog(diff(*sides), date.today()).startswith(heading)


@pytest.mark.parametrize(
    ("old", "new", "found"),
    [
        ("1.0.0", "1.0.0", "the version is 1.0.0, where a major step from 1.0.0 is due"),
        ("1.0.0", "1.1.0", "the version is 1.1.0, where a major step from 1.0.0 is due"),
        ("1.0.0", "2.0.0", ""),
        ("0.1.0", "0.2.0", ""),
        ("2024-01-31", "2024-02-28", ""),
    ],
)
def test_a_version_has_to_go_up_where_that_is_asked_for(
    pair: Path, capsys: pytest.CaptureFixture[str], old: str, new: str, found: str
) -> None:
    versions(old, new)
    run("[diff]\ncheck_version = true\n")
    told = capsys.readouterr().out
    assert found in told
    assert ("[version-not-bumped]" in told) == bool(found)


def versions(old: str, new: str) -> None:
    for name, side, version in (("old", OLD, old), ("new", NEW, new)):
        text = json.dumps({**side, "info": {"title": "x", "version": version}})
        Path(f"{name}.json").write_text(text, "utf-8")


def test_a_changelog_says_nothing_of_what_a_team_asks_of_itself(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, schema in (("old", STRING), ("new", {**STRING, "deprecated": True})):
        whole = {"type": "object", "properties": {"a": schema}}
        Path(f"{name}.json").write_text(json.dumps(request(whole)), "utf-8")
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


LEVEL = '[[diff.rules]]\ncode = "max-length-added"\nlevel = "{}"\n'


@pytest.mark.parametrize(
    ("rules", "found"),
    [
        ("", "where a major step from 1.0.0 is due"),
        (LEVEL.format("breaking"), "where a major step from 1.0.0 is due"),
        (LEVEL.format("risky"), ""),
    ],
)
def test_a_version_goes_up_as_far_as_the_policy_sees_a_change(
    pair: Path, capsys: pytest.CaptureFixture[str], rules: str, found: str
) -> None:
    versions("1.0.0", "1.1.0")
    settings = f"[diff]\ncheck_version = true\n{rules}"
    run(settings)
    told = capsys.readouterr().out
    assert found in told
    assert ("[version-not-bumped]" in told) == bool(found)
    # What is accepted counts for nothing.
    accepted = accepting(settings, "so be it")
    capsys.readouterr()
    run(accepted)
    assert "[version-not-bumped]" not in capsys.readouterr().out


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("required-added", "How bad it is: breaking in requests, compatible in responses."),
        ("description-changed", "How bad it is: info."),
        ("property-added", "\n  where the same values are valid: compatible\n"),
    ],
)
def test_a_kind_of_change_is_explained(
    capsys: pytest.CaptureFixture[str], code: str, told: str
) -> None:
    assert main(["explain", code]) == 0
    assert told in capsys.readouterr().out


def test_every_kind_of_change_can_be_explained() -> None:
    assert [code for code in KINDS if not explain(code)] == []
