"""What two versions may be: files, folders, commits, standard input."""

from __future__ import annotations

import io
import json
import os
import re
import sys
from pathlib import Path
from typing import Any

import pytest

from diff.descriptions import INTEGER, STRING, describe, ref, request, response
from diff.files import commit_all, git, put
from generator.cli import main

OLD, NEW = request({"type": "string"}), request({"type": "string", "maxLength": 5})


@pytest.fixture
def repository(here: Path) -> Path:
    """A repository whose commit has the old version, in two files, and whose tree has the new."""
    shared = {"$ref": "../parts/name.json"}
    put("specs/shop.json", request(shared))
    put("parts/name.json", {"type": "string"})
    commit_all()
    put("parts/name.json", {"type": "string", "maxLength": 5})
    return here


REQUIRED = {"name": "q", "in": "query", "required": True, "schema": {"type": "string"}}


def told(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str]:
    code = main(["diff", *arguments])
    return code, capsys.readouterr().out.partition("\n")[0]


def test_two_files(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    put("old.json", OLD)
    put("new.json", NEW)
    code, head = told(capsys, "old.json", "new.json")
    assert code == 1
    assert head.startswith("old.json → new.json: breaking")
    assert told(capsys, "old.json", "old.json") == (0, "old.json → old.json: unchanged")
    assert told(capsys, "old.json", "new.json", "--fail-on", "never")[0] == 0


PART, BESIDE = {"$ref": "part-old.json"}, {"$ref": "part-new.json"}
ANSWER = {"responses": {"204": {"description": "x"}}}
LARGE = {
    # What a path of a large description has in both versions.
    "parameters that came": ({"get": ANSWER}, {"get": ANSWER, "parameters": [REQUIRED]}),
    "parameters that went": ({"get": ANSWER, "parameters": [REQUIRED]}, {"get": ANSWER}),
    "servers that came": ({"get": ANSWER}, {"get": ANSWER, "servers": [{"url": "/v2"}]}),
    "another reference beside": ({**PART, "get": ANSWER}, {**BESIDE, "get": ANSWER}),
}


@pytest.mark.parametrize("name", LARGE)
def test_what_a_path_says_of_its_operations_is_compared_in_large_descriptions(
    here: Path, capsys: pytest.CaptureFixture[str], name: str
) -> None:
    put("part-old.json", {"summary": "x"})
    put("part-new.json", {"parameters": [REQUIRED]})
    for version, item in zip(("old.json", "new.json"), LARGE[name], strict=True):
        info = {"title": "Shop", "version": "1", "description": "x" * 200_000}
        put(version, {"openapi": "3.1.0", "info": info, "paths": {"/x": item}})
    assert told(capsys, "old.json", "new.json") == (1, "old.json → new.json: breaking")


@pytest.mark.parametrize("nothing", ["text", ["a"], 5])
def test_what_is_no_schema_cannot_be_compared(
    here: Path, capsys: pytest.CaptureFixture[str], nothing: Any
) -> None:
    put("old.json", nothing)
    put("new.json", NEW)
    assert main(["diff", "old.json", "new.json"]) == 2
    captured = capsys.readouterr()
    assert "error[SCH001]: a schema has to be an object\n  --> old.json:1:1" in captured.err
    assert captured.out == ""


def test_a_mistake_in_a_description_is_told_and_the_rest_compared(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dangling = request({"$ref": "#/components/schemas/Nope"})
    put("old.json", dangling)
    put("new.json", {**dangling, "paths": {**dangling["paths"], "/y": {"get": {}}}})
    for versions, expected in ((("old.json", "new.json"), 0), (("new.json", "old.json"), 1)):
        assert main(["diff", *versions]) == expected
        assert "error[REF002]" in capsys.readouterr().err


def blamed(old: Any, new: Any, capsys: pytest.CaptureFixture[str]) -> list[str]:
    """Return the files that mistakes are told of, where two schemas are compared."""
    put("old.json", request(old))
    put("new.json", request(new))
    main(["diff", "old.json", "new.json"])
    return re.findall(r"--> (\S+?):", capsys.readouterr().err)


NOPE, NADA = ref("Nope"), ref("Nada")
ERRORS = [
    ({"anyOf": [NOPE, STRING]}, {"anyOf": [NOPE, INTEGER]}, ["new.json"]),
    ({"anyOf": [NOPE, STRING]}, {"anyOf": [STRING, NOPE]}, ["new.json"]),
    (NOPE, STRING, ["old.json"]),
    (NOPE, NADA, ["old.json", "new.json"]),
]


@pytest.mark.parametrize(("old", "new", "files"), ERRORS)
def test_an_error_of_both_versions_is_told_once(
    old: Any, new: Any, files: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert blamed(old, new, capsys) == files


GET, LISTED, UPPER = {"get": ANSWER}, {"get": {"responses": [ANSWER]}}, {"GET": ANSWER}
STRUCTURES = [
    # What a path has in both versions, and what is told of it.
    (GET, LISTED, ["new.json error[OAS002]: 'responses' has to be an object"]),
    (LISTED, GET, ["old.json error[OAS002]: 'responses' has to be an object"]),
    (GET, UPPER, ["new.json warning[OAS004]: 'GET' is no field of the Path Item Object"]),
    (UPPER, UPPER, []),
]


@pytest.mark.parametrize(("old", "new", "expected"), STRUCTURES)
def test_what_is_no_part_of_a_description_is_told(
    old: Any, new: Any, expected: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("old.json", describe({"/x": old}))
    put("new.json", describe({"/x": new}))
    main(["diff", "old.json", "new.json"])
    found = re.findall(r"^(.*?\]: .*)\n  --> (\S+?):", capsys.readouterr().err, re.MULTILINE)
    told = [f"{file} {said.partition(': it')[0]}" for said, file in found]
    assert told == expected


def test_an_error_of_a_commit_is_that_of_now(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("specs/shop.json", request({"$ref": "missing.json"}))
    git("commit", "-q", "-a", "-m", "broken")
    main(["diff", "--base", "HEAD", "specs/shop.json"])
    assert capsys.readouterr().err.count("error[REF001]") == 1


ODD = {"type": "string", "minItems": 1}
WARNINGS = [
    ({"type": "string"}, ODD, ["new.json"]),
    (ODD, {"type": "string"}, []),
    (ODD, {**ODD, "minLength": 2}, []),
    (ODD, {**ODD, "maxItems": 2}, ["new.json"]),
]


@pytest.mark.parametrize(("old", "new", "files"), WARNINGS)
def test_of_what_is_only_odd_it_tells_what_was_not_so_before(
    old: Any, new: Any, files: list[str], here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert blamed(old, new, capsys) == files


def test_references_stay_within_their_commit(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    code, head = told(capsys, "HEAD:specs/shop.json", "specs/shop.json")
    assert code == 1
    assert head.startswith("HEAD:specs/shop.json → specs/shop.json: breaking")
    assert told(capsys, "HEAD:specs/shop.json", "HEAD:specs/shop.json")[0] == 0


def test_each_spec_with_what_it_was(repository: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("typewright.toml").write_text('specs = ["specs/shop.json"]\n', "utf-8")
    assert told(capsys, "--base", "HEAD")[0] == 1


def test_a_spec_of_another_name_is_compared_with_what_it_was(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    git("mv", "specs/shop.json", "specs/store.json")
    code, head = told(capsys, "--base", "HEAD", "specs/store.json")
    assert (code, head) == (1, "HEAD:specs/shop.json → specs/store.json: breaking")


def test_a_new_spec_is_compared_with_nothing(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("specs/second.json", OLD)
    git("add", ".")
    code, head = told(capsys, "--base", "HEAD", "specs/second.json")
    assert (code, head) == (0, "nothing → specs/second.json: compatible")


SHOP, MINI, OTHER = "specs/shop.json", "specs/mini.json", "specs/other.json"
NAME = "parts/name.json"
"""A schema by itself."""
SETTINGS = [
    # The specs of the settings at the base and now, what git does between, and what is told.
    ([SHOP, MINI], [SHOP], ["rm", MINI], f"HEAD:{SHOP}, HEAD:{MINI} → {SHOP}: breaking"),
    ([SHOP, MINI], [], ["rm", MINI, SHOP], f"HEAD:{SHOP}, HEAD:{MINI} → nothing: breaking"),
    ([MINI], [OTHER], ["mv", MINI, OTHER], f"HEAD:{MINI} → {OTHER}: unchanged"),
    ([SHOP, MINI], [SHOP], ["status"], f"HEAD:{SHOP}, HEAD:{MINI} → {SHOP}, {MINI}: unchanged"),
    ([SHOP, NAME], [SHOP], ["rm", NAME], f"HEAD:{SHOP}, HEAD:{NAME} → {SHOP}: breaking"),
    ([SHOP], [SHOP, NAME], ["rm", MINI], f"HEAD:{SHOP}, HEAD:{NAME} → {SHOP}, {NAME}: unchanged"),
    # What the settings at the base name need not be there, nor be settings.
    ([SHOP, OTHER], [SHOP], ["status"], f"HEAD:{SHOP} → {SHOP}: unchanged"),
    ("{", [SHOP], ["status"], f"HEAD:{SHOP} → {SHOP}: unchanged"),
]


@pytest.mark.parametrize(("then", "now", "between", "head"), SETTINGS)
def test_the_specs_of_the_settings_at_the_base_are_compared_too(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    then: Any,
    now: Any,
    between: list[str],
    head: str,
) -> None:
    put(SHOP, request({"type": "string"}))
    put(MINI, request({"type": "integer"}))
    put(NAME, {"type": "string"})
    Path("typewright.toml").write_text(f"specs = {then}\n", "utf-8")
    commit_all()
    git(*between)
    Path("typewright.toml").write_text(f"specs = {now}\n", "utf-8")
    assert told(capsys, "--base", "HEAD") == (int("breaking" in head), head)


@pytest.mark.parametrize("schema", [STRING, {"$defs": {"Name": STRING}}])
def test_a_schema_whose_file_is_gone_breaks_its_writers(
    here: Path, capsys: pytest.CaptureFixture[str], schema: Any
) -> None:
    for name in ("old/a.json", "old/b.json", "old/c.json", "new/c.json"):
        put(name, schema)
    main(["diff", "old", "new"])
    told = capsys.readouterr().out
    for name in ("a.json", "b.json"):
        assert f"the schema {name} is gone [document-removed]" in told
    assert "Writers of " in told
    assert "have to do without." in told
    main(["diff", "new", "old"])
    assert "new schema a.json [document-added]" in capsys.readouterr().out


def test_what_a_folder_has_of_another_name_is_the_same_description(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name in ("old/a.json", "old/b.json", "new/b.json"):
        put(name, OLD)
    put("new/c.json", NEW)
    assert told(capsys, "old", "new")[0] == 1
    assert told(capsys, "old", "old")[0] == 0
    put("new/c.json", OLD)
    assert told(capsys, "old", "new")[0] == 0


def described_in(folder: str, **files: tuple[str, ...]) -> None:
    for name, paths in files.items():
        done = {"delete": {"responses": {"204": {"description": "done"}}}}
        put(f"{folder}/{name}.json", describe({f"/{path}": done for path in paths}))


MOVED = {
    "one renamed, one deleted": (
        ({"a": ("p", "q", "r"), "b": ("x", "y")}, {"c": ("p", "q")}),
        ["/r", "/x", "/y"],
    ),
    "one renamed, one new": (
        ({"a": ("p", "q", "r")}, {"c": ("p", "q"), "d": ("x", "y")}),
        ["/r"],
    ),
    "two renamed": (
        ({"a": ("p", "q", "r"), "b": ("x", "y")}, {"c": ("x", "y"), "d": ("p", "q")}),
        ["/r"],
    ),
    "either may be meant": (
        ({"a": ("p", "q"), "b": ("p", "q")}, {"c": ("p", "q")}),
        ["/p", "/p", "/q", "/q"],
    ),
    "little in common": (
        ({"a": ("p", "q", "r"), "b": ("x",)}, {"c": ("p", "y")}),
        ["/p", "/q", "/r", "/x"],
    ),
}


@pytest.mark.parametrize("name", MOVED)
def test_files_of_other_names_are_paired_by_what_is_in_them(
    name: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (old, new), gone = MOVED[name]
    described_in("old", **old, same=("s",))
    described_in("new", **new, same=("s",))
    main(["diff", "old", "new"])
    assert sorted(re.findall(r"DELETE (/\w)\n .*breaking", capsys.readouterr().out)) == gone


@pytest.mark.skipif(os.geteuid() == 0, reason="root may list every folder")
def test_a_folder_that_may_not_be_listed_is_not_empty(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    put("old/a.json", OLD)
    (here / "new").mkdir(mode=0)
    assert main(["diff", "old", "new"]) == 2
    assert "the system refuses 'new': Permission denied" in capsys.readouterr().err


def test_folders_pair_their_descriptions(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert told(capsys, "HEAD:specs", "specs")[0] == 1
    put("specs/second.json", OLD)
    git("add", ".")
    assert told(capsys, "HEAD:specs", "specs")[0] == 1


def test_folders_without_a_description_are_a_mistake(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (here / "old").mkdir()
    (here / "new").mkdir()
    assert main(["diff", "old", "new"]) == 2
    assert "error[DIF003]: no description to compare" in capsys.readouterr().err


def sharing(folder: str, maximum: int) -> None:
    """Two descriptions, of which one sends and one returns what a third defines."""
    money = {"type": "integer", "maximum": maximum, "default": 60}
    place = {"$ref": "common.json#/components/schemas/Money"}
    put(f"{folder}/shop.json", request(place))
    put(f"{folder}/till.json", response(place))
    put(f"{folder}/common.json", describe({}, components={"schemas": {"Money": money}}))


@pytest.mark.parametrize(
    ("before", "after", "direction"), [(100, 50, "request"), (50, 100, "response")]
)
def test_an_edit_in_a_file_that_descriptions_share_is_one_finding(
    here: Path, capsys: pytest.CaptureFixture[str], before: int, after: int, direction: str
) -> None:
    sharing("old", before)
    sharing("new", after)
    assert main(["diff", "old", "new", "--format", "json"]) == 1
    told = capsys.readouterr()
    (found,) = json.loads(told.out)["findings"]
    assert (found["level"], found["direction"]) == ("breaking", direction)
    assert found["operations"] == [{"request": "POST /x", "response": "GET /x"}[direction]]
    assert found["witness"]["value"] in (51, 100)
    assert told.err.count("the schema refuses its own default") == (after < 60)


def test_standard_input(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("old.json", OLD)
    stream = io.TextIOWrapper(io.BytesIO(json.dumps(NEW).encode()))
    monkeypatch.setattr(sys, "stdin", stream)
    assert told(capsys, "old.json", "-")[0] == 1


def test_what_comes_from_standard_input_refers_to_no_file(
    here: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    put("old.json", OLD)
    stream = io.TextIOWrapper(io.BytesIO(b'{"$ref": "old.json"}'))
    monkeypatch.setattr(sys, "stdin", stream)
    main(["diff", "old.json", "-"])
    assert "help: what comes from standard input is in no folder" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["old.json"], "DIF003"),
        (["old.json", "nothing.json"], "SRC001"),
        (["HEAD:nothing.json", "old.json"], "DIF003"),
        (["--base", "nowhere", "old.json"], "DIF003"),
    ],
)
def test_mistakes_in_the_call(
    here: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], code: str
) -> None:
    git("init", "-q")
    put("old.json", OLD)
    assert main(["diff", *arguments]) == 2
    assert f"error[{code}]" in capsys.readouterr().err


UNKNOWN = [
    # Whether there is a repository, the commit, and what may help.
    (True, "origin/dev", "git knows no commit 'origin/dev'", "git fetch origin dev"),
    (True, "v1.0.0", "git knows no commit 'v1.0.0'", "git fetch --tags --unshallow"),
    (False, "origin/dev", "is in no git repository", "name two files: OLD and NEW"),
]


@pytest.mark.parametrize(("repository", "ref", "message", "hint"), UNKNOWN)
def test_why_there_is_no_such_commit(
    here: Path,
    capsys: pytest.CaptureFixture[str],
    repository: bool,
    ref: str,
    message: str,
    hint: str,
) -> None:
    put("old.json", OLD)
    if repository:
        git("init", "-q")
    for call in (["--base", ref, "old.json"], [f"{ref}:old.json", "old.json"]):
        assert main(["diff", *call]) == 2
        told = capsys.readouterr().err
        assert message in told
        assert hint in told


def test_a_schema_whose_file_is_called_otherwise(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for name, most in (("a.json", 9), ("b.json", 5)):
        members = {"x": {"$ref": "#/$defs/X"}, "y": {"type": "string", "maxLength": most}}
        put(name, {"type": "object", "properties": members, "$defs": {"X": {"type": "null"}}})
    assert main(["diff", "a.json", "b.json"]) == 1
    told = capsys.readouterr().out
    assert "Writers of a have to change what they send." in told
    assert "✗ breaking   y: the maximum length went from 9 to 5" in told


def test_a_description_that_never_was_is_a_mistake(
    repository: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "--base", "HEAD", "nope.json"]) == 2
    assert "there is no 'nope.json', neither now nor in 'HEAD'" in capsys.readouterr().err
