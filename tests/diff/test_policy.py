"""Levels of one's own, accepted findings, and the time between deprecation and removal."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import calling, member, numbered, operation, request, write
from generator.cli import main

A = {"$ref": "#/components/schemas/A"}
OLD = request(A, A={"type": "string"})
NEW = request(A, A={"type": "string", "maxLength": 5})


@pytest.fixture
def pair(here: Path) -> Path:
    write(OLD, NEW)
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


@pytest.mark.parametrize("path", ["/x", "POST /x"])
def test_a_rule_for_an_operation_holds_for_its_callbacks(here: Path, path: str) -> None:
    write(calling(), operation())
    assert run("") == 1
    assert run(f'[[diff.rules]]\nlevel = "info"\npath = "{path}"\n') == 0


def test_what_is_accepted_does_not_count(pair: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("", "--accept") == 2
    assert run("", "--accept", "--reason", 'so "be" it', "--expires", "2999-01-01") == 0
    assert capsys.readouterr().err.endswith("1 finding accepted in typewright.toml\n")
    settings = Path("typewright.toml").read_text("utf-8")
    assert 'reason = "so \\"be\\" it"' in settings
    assert run(settings) == 0
    assert "(1 more accepted)" in capsys.readouterr().out
    assert run(settings.replace("2999", "1999")) == 1
    assert "warning[DIF002]" in capsys.readouterr().err
    write(OLD, OLD)
    assert run(settings) == 0
    assert "warning[DIF001]" in capsys.readouterr().err
    assert run(settings, "--accept", "--reason", "x", "--expires", str(date.today())) == 0
    told = "nothing to accept: no finding is breaking or risky\n"
    assert capsys.readouterr().err.endswith(told)


def test_what_is_accepted_has_changed_all_the_same(
    pair: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("pyproject.toml").write_text("[tool.typewright]\n", "utf-8")
    versions = ["old.json", "new.json"]
    assert main(["diff", *versions, "--accept", "--reason", "x"]) == 0
    assert capsys.readouterr().err.endswith("1 finding accepted in pyproject.toml\n")
    assert main(["changelog", *versions]) == 0
    assert "### Breaking" in capsys.readouterr().out


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
    write(OLD, OLD)
    assert run(settings) == 0
    assert ("warning[DIF001]" in capsys.readouterr().err) == told


def test_what_a_rule_calls_breaking_breaks(pair: Path) -> None:
    write(OLD, numbered(OLD, "0"))
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
        (
            '[[diff.rules]]\nlevel = "info"\npath = "/X"\n',
            "warning[DIF004]: no operation matches '/X'\n  --> typewright.toml:3:1",
        ),
        ('[[diff.rules]]\nlevel = "info"\npath = "post /x"\n', "did you mean 'POST /x'?"),
        (
            '[[diff.rules]]\nlevel = "info"\nschema = "Aa"\n',
            "warning[DIF004]: no schema matches 'Aa'\n  --> typewright.toml:3:1",
        ),
        ("[tool.typewright]\n", "the settings stand at the top, without [tool.typewright]"),
    ],
)
def test_a_mistake_in_the_policy_is_told_where_it_stands(
    pair: Path, capsys: pytest.CaptureFixture[str], settings: str, told: str
) -> None:
    run(settings)
    assert told in capsys.readouterr().err


@pytest.mark.parametrize(
    "settings",
    [
        '[[diff.rules]]\nlevel = "info"\npath = "POST *"\nschema = "#/components/schemas/A"\n',
        # Nobody compares what the rule may be about.
        'specs = ["other.json"]\n[[diff.rules]]\nlevel = "info"\npath = "/z"\nschema = "Z"\n',
    ],
)
def test_a_rule_that_may_match_something_is_not_told(
    pair: Path, capsys: pytest.CaptureFixture[str], settings: str
) -> None:
    run(settings)
    assert "DIF004" not in capsys.readouterr().err


@pytest.mark.parametrize("described", [operation, member])
@pytest.mark.parametrize(
    ("sunset", "code"),
    [({}, "sunset-missing"), ({"x-sunset": "2020-01-01"}, "sunset-too-soon")],
)
def test_deprecation_has_to_be_announced_in_time(
    here: Path, capsys: pytest.CaptureFixture[str], described: Any, sunset: Any, code: str
) -> None:
    write(described(), described(deprecated=True, **sunset))
    run("[diff]\nnotice_days = 90\n")
    assert f"[{code}]" in capsys.readouterr().out


@pytest.mark.parametrize(("stability", "status"), [("alpha", 0), ("beta", 1)])
def test_a_preview_needs_no_announcement(here: Path, stability: str, status: int) -> None:
    level = {"x-stability-level": stability}
    write(operation(**level), operation(deprecated=True, **level))
    assert run('[diff]\nnotice_days = 90\nfail_on = "risky"\n') == status


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
    write(numbered(OLD, old), numbered(NEW, new))
    run("[diff]\ncheck_version = true\n")
    told = capsys.readouterr().out
    assert found in told
    assert ("[version-not-bumped]" in told) == bool(found)


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
    write(numbered(OLD, "1.0.0"), numbered(NEW, "1.1.0"))
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
