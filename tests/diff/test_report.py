"""The formats in which a review is told."""

from __future__ import annotations

import json
import re
import xml.etree.ElementTree as xml
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft202012Validator

from diff.descriptions import (
    DONE,
    INTEGER,
    STRING,
    describe,
    query,
    request,
    response,
    write,
)
from diff.files import commit_all
from generator.cli import main
from generator.diff.command import FORMATS
from generator.diff.inputs import Input
from generator.diff.report.gfm import plain
from generator.diff.report.markdown import LIMIT
from generator.diff.review import Excused, Review, diff, review
from generator.diff.words.shown import line
from generator.report import Report


def reviewed(count: int = 1) -> Review:
    old = {
        "type": "object",
        "properties": {f"p{n}": {**STRING, "maxLength": 9} for n in range(count)},
    }
    new = {
        "type": "object",
        "properties": {f"p{n}": {**STRING, "maxLength": 5} for n in range(count)},
    }
    return diff(request({"$ref": "#/components/schemas/A|<b>"}, **{"A|<b>": old}),
                request({"$ref": "#/components/schemas/A|<b>"}, **{"A|<b>": new}))  # fmt: skip


@pytest.fixture(scope="module")
def schema() -> Any:
    path = Path(__file__).parents[2] / "generator/diff/report/report.schema.json"
    return json.loads(path.read_text("utf-8"))


def test_json_is_what_its_schema_says(schema: Any) -> None:
    document = json.loads(FORMATS["json"](reviewed()))
    Draft202012Validator.check_schema(schema)
    Draft202012Validator(schema).validate(document)
    assert list(document) == sorted(schema["required"], key=[*schema["properties"]].index)
    (finding,) = document["findings"]
    assert finding["witness"] == {
        "value": "aaaaaa",
        "accepted_by": "old",
        "error": '"aaaaaa" is too long',
    }
    assert (document["verdict"], document["semver"]) == ("breaking", "major")


A = "#/components/schemas/A"
PLAIN = {"type": "object", "properties": {"a": STRING}}
COMMENTS = {
    "what readers have to do": (
        response({"$ref": A}, A=PLAIN),
        response({"$ref": A}, A={**PLAIN, "properties": {"a": {"type": ["string", "null"]}}}),
        [
            "## 🔴 Breaks clients\n\n`old` → `new`: 1 breaking\n",
            "| On the wire | **breaking** | Readers of `GET /x` have to be ready for what could",
            "| Python classes | **breaking** | Code that uses `A.a` has to change. |",
            "| Field tables | **1 row** | 1 changed. |",
            "| Next version | **major** | The description still says 1. |",
            "| `A.a` | null is valid now <sub>nullable-added</sub> | readers of `GET /x` |",
            "  ```json\n  null\n  ```\n  `null is not of type 'string'`\n",
            "| `A.a` | may be UNSET now: `str \\| None` → `OptionalNullable[str]` |",
            "| ~ | `A.a` | Type: `Optional[str]` → `OptionalNullable[str]` |",
        ],
    ),
    "a property that has another name": (
        response({"$ref": A}, A={**PLAIN, "required": ["a"]}),
        response({"$ref": A}, A={"type": "object", "properties": {"b": STRING}, "required": ["b"]}),
        [
            "| `A.a` | the required property is gone; is it `b` now? <sub>",
            "| `A.b` | new required property: `string` <sub>",
            "| Field tables | **2 rows** | 1 added, 1 removed. |",
        ],
    ),
    "a document that is one schema": (
        STRING,
        INTEGER,
        [
            "| Python classes | **breaking** | Code that uses `MemoryNew` has to change. |",
            "| `MemoryNew` | has another type now: `str` → `int` |",
        ],
    ),
    "an operation that is gone": (
        describe({"/x": {"get": {"responses": DONE}}}),
        describe({}),
        [
            "Callers of `GET /x` have to do without.",
            "| `GET /x` | the operation is gone <sub>operation-removed</sub> | its callers |",
            "| Python classes | **unchanged** | No code has to change. |",
        ],
    ),
    "what is inside an operation": (
        query({"type": "integer"}),
        query({"type": "integer", "maximum": 5}),
        [
            "| `POST /x`<br>`query parameter q` | the maximum is `5` now <sub>maximum-added</sub>",
            "| Field tables | **unchanged** | No row changes. |",
        ],
    ),
    "a branch that has only null beside": (
        response({"anyOf": [STRING, {"type": "null"}]}),
        response({"anyOf": [{**STRING, "maxLength": 5}, {"type": "null"}]}),
        ["| `GET /x`<br>`response 200` | the maximum length is `5` now"],
    ),
    "values and long texts": (
        response({"$ref": A}, A={"enum": ["a"], "description": "x " * 40 + "one"}),
        response({"$ref": A}, A={"enum": ["a", "b"], "description": "x " * 40 + "two"}),
        [
            "## 🟠 May break clients",
            "| ~ | `A` | Description: `…x x x x x x x x one` → `…x x x x x x x x two` |",
            "| + | `A.B` | new |",
        ],
    ),
}


@pytest.mark.parametrize("name", COMMENTS)
def test_markdown(name: str) -> None:
    old, new, told = COMMENTS[name]
    comment = FORMATS["markdown"](diff(old, new))
    assert [line for line in told if line not in comment] == [], comment


def test_nothing_of_a_description_is_markup_or_calls_anybody() -> None:
    name = "a|b`c*@team <i>\n#1"
    old = {"type": "object", "properties": {name: {"enum": ["x"], "description": "@all"}}}
    new = {"type": "object", "properties": {name: {"enum": ["x", "```|@you"]}}}
    comment = FORMATS["markdown"](diff(response(old), response(new)))
    assert (
        "`` response 200.a\\|b`c*@team <i> #1 `` | newly valid: ```` ```\\|@you ```` <sub>"
        in comment
    )
    assert "Description: `@all` → – |" in comment
    assert plain("*@ada* fixed #1 <b>") == "\\*@\u200bada\\* fixed #\u200b1 \\<b\\>"


def test_what_is_not_there_has_no_place(here: Path) -> None:
    write(*GONE)
    found = review([(Input("old.json"), None)], Report())
    assert found is not None
    places = [one["location"] for one in json.loads(FORMATS["json"](found))["findings"]]
    assert {place["new"] is None for place in places} == {True}


def test_markdown_fits_one_comment_and_says_what_is_missing() -> None:
    old, new = (
        {"type": "object", "properties": {f"p{n}": {**STRING, **more} for n in range(300)}}
        for more in ({}, INTEGER)
    )
    comment = FORMATS["markdown"](diff(request({"$ref": A}, A=old), request({"$ref": A}, A=new)))
    assert len(comment) <= LIMIT
    assert "### 🔴 Breaking (300)" in comment
    assert "<summary>Python classes (300)</summary>" in comment
    assert "<summary>Field tables (300)</summary>" in comment
    assert comment.count("… and 240 more") == 3


def test_no_name_writes_to_the_terminal_what_it_likes() -> None:
    name = "a\x1b[31m\nb"
    old, new = (
        request({"$ref": "#/components/schemas/A"}, A={**PLAIN, "properties": {name: kind}})
        for kind in (STRING, INTEGER)
    )
    told = FORMATS["text"](diff(old, new))
    assert "\n  ✗ breaking   a␛[31m␊b: the type went from string to integer" in told
    assert "\x1b" not in told


def test_github_annotates_lines() -> None:
    assert FORMATS["github"](reviewed()).startswith(
        "::error title=breaking%3A max-length-decreased"
    )


GONE = (
    describe({"/x": {"get": {"responses": DONE}}, "/y": {"get": {"responses": DONE}}}),
    describe({"/y": {"get": {"responses": DONE}}}),
)
LESS = (
    response({"$ref": A}, A={**PLAIN, "required": ["a"]}),
    response({"$ref": A}, A={"type": "object"}),
)


@pytest.mark.parametrize(
    ("pair", "told"),
    [
        (GONE, "title=breaking%3A operation-removed,file=new.json,line=7,col=3::GET /x: the op"),
        (LESS, "title=breaking%3A required-property-removed,file=new.json,line=28,col=9::A.a: the"),
    ],
    ids=["an operation", "a property"],
)
def test_what_is_gone_is_annotated_where_it_was(
    here: Path, capsys: pytest.CaptureFixture[str], pair: tuple[Any, Any], told: str
) -> None:
    write(*pair)
    main(["diff", "old.json", "new.json", "--format", "github"])
    assert capsys.readouterr().out.startswith(f"::error {told}")


@pytest.mark.parametrize(
    ("old", "new", "pointers"),
    [
        ({"enum": ["", "a"]}, {"enum": ["", "b", "a"]}, ["enum", "enum/1"]),
        ({"enum": ["a", "b", "c"]}, {"enum": ["c", "a"]}, ["enum/1", "enum"]),
        ({"required": ["a"]}, {"required": ["a", "b"]}, ["", "required/1"]),
        ({"maxLength": 5}, {"maxLength": 4}, ["maxLength", "maxLength"]),
    ],
)
def test_json_says_which_entry_of_a_list_is_spoken_of(
    here: Path, capsys: pytest.CaptureFixture[str], old: Any, new: Any, pointers: list[str]
) -> None:
    write(request(old), request(new))
    main(["diff", "old.json", "new.json", "--format", "json"])
    (finding,) = json.loads(capsys.readouterr().out)["findings"]
    found = [finding["location"][side]["pointer"] for side in ("old", "new")]
    assert [one.partition("/schema/")[2] for one in found] == pointers


@pytest.mark.parametrize("form", FORMATS)
def test_each_format_can_be_asked_for(
    form: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(*GONE)
    assert main(["diff", "old.json", "new.json", "--format", form]) == 1
    found = review([(Input("old.json"), Input("new.json"))], Report())
    assert found is not None
    assert capsys.readouterr().out == FORMATS[form](found)


def test_no_other_format_can_be_asked_for(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit):
        main(["diff", "--help"])
    assert f"--format {{{','.join(FORMATS)}}}" in capsys.readouterr().out


@pytest.mark.parametrize("form", ["github", "sarif", "junit"])
def test_files_are_named_from_the_top_of_the_checkout(
    form: str,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setenv("GITHUB_WORKSPACE", str(here.parent))
    write(*GONE)
    main(["diff", "old.json", "new.json", "--format", form])
    assert f"{here.name}/new.json" in capsys.readouterr().out


def test_sarif_has_a_result_for_each_finding() -> None:
    run = json.loads(FORMATS["sarif"](reviewed(3)))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error"] * 3
    assert len({result["partialFingerprints"]["typewright/v1"] for result in run["results"]}) == 3


def test_sarif_suppresses_what_is_accepted() -> None:
    found = reviewed()
    excused = Excused(found.findings[0], "planned", "Ada", date(2027, 1, 31))
    (result,) = json.loads(FORMATS["sarif"](found.but((), [excused])))["runs"][0]["results"]
    assert result["suppressions"] == [
        {"kind": "external", "justification": "planned, Ada, until 2027-01-31"}
    ]


@pytest.mark.parametrize("form", [form for form in FORMATS if form != "github"])
def test_what_is_accepted_is_listed_with_the_reason(form: str) -> None:
    found = reviewed()
    excused = Excused(found.findings[0], "planned", "Ada", date(2027, 1, 31))
    told = FORMATS[form](found.but((), [excused]))
    assert "planned" in told
    assert "Ada" in told
    assert "2027-01-31" in told


def test_junit_skips_what_is_accepted() -> None:
    found = reviewed()
    excused = Excused(found.findings[0], "planned", "Ada", None)
    suite = xml.fromstring(FORMATS["junit"](found.but((), [excused])))
    assert [suite.get(name) for name in ("tests", "failures", "skipped")] == ["1", "0", "1"]
    assert [one.get("message") for one in suite.iter("skipped")] == ["planned, Ada"]


def test_junit_fails_where_clients_break() -> None:
    suite = xml.fromstring(FORMATS["junit"](reviewed()))
    assert (suite.get("tests"), suite.get("failures")) == ("1", "1")


def test_html_is_one_page_without_markup_of_others() -> None:
    page = FORMATS["html"](reviewed())
    assert "A|&lt;b&gt;" in page
    assert "<b>.p0" not in page
    assert "http" not in page


TEXT = "a" * 40
LONG = {name: {**STRING, "minLength": 40} for name in ("city", "email", "phone", "street")}
WEIGHED, FREE = (
    {"type": "object", "properties": {**LONG, **more}, "required": [*LONG]}
    for more in ({"weight": {"type": "number"}}, {})
)
PAYLOADS = [
    # Two versions of what is given, and what is shown of the payload.
    (WEIGHED, FREE, '{"weight": "a", …}'),
    ({**FREE, "additionalProperties": False}, FREE, '{"extra": 1, …}'),
    (FREE, {**FREE, "required": []}, "{}"),
    ({**FREE, "required": [*LONG, "x"]}, FREE, f'{{"city": "{TEXT}", "email": "{TEXT}", …}}'),
]


@pytest.mark.parametrize(("old", "new", "shown"), PAYLOADS)
@pytest.mark.parametrize("form", ["text", "github", "sarif", "junit"])
def test_of_a_long_payload_that_is_shown_which_is_refused(
    form: str, old: Any, new: Any, shown: str
) -> None:
    told = FORMATS[form](diff(response(old), response(new)))
    quoted = json.dumps(shown, ensure_ascii=False)[1:-1] if form == "sarif" else shown
    assert f"{quoted} is valid in the new version, refused by the old one" in told


LINES: list[tuple[Any, tuple[str | int, ...], str]] = [
    ([[TEXT] * 3] * 3, (2, 1), f'[…, […, "{TEXT}", …]]'),
    ({"a": [1, {"b": 2, "c": [TEXT] * 3}]}, ("a", 1, "b"), '{"a": […, {"b": 2, …}]}'),
    ({"a": TEXT, "b": TEXT}, ("b",), f'{{"a": "{TEXT}", "b": "{TEXT}"}}'),
    ([TEXT] * 3, (9,), f'["{TEXT}", "{TEXT}", …]'),
]


@pytest.mark.parametrize(("value", "path", "shown"), LINES)
def test_a_line_shows_what_lies_on_a_path(
    value: Any, path: tuple[str | int, ...], shown: str
) -> None:
    assert line(value, path) == shown


def test_text_of_nothing() -> None:
    schema = request(STRING)
    assert FORMATS["text"](diff(schema, schema)) == "old → new: unchanged\n\nno findings\n"


MISTAKEN = request({"$ref": "#/components/schemas/Nope"})
WORDS = "nothing at '#/components/schemas/Nope'"


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("terminal", [True, False])
def test_a_mistake_is_told_once_on_a_terminal_and_to_machines(
    form: str,
    terminal: bool,
    here: Path,
    capsys: pytest.CaptureFixture[str],
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    write(MISTAKEN, MISTAKEN)
    monkeypatch.setattr("sys.stdout.isatty", lambda: terminal)
    main(["diff", "old.json", "new.json", "--color", "never", "--format", form])
    out, err = capsys.readouterr()
    out = out.replace("&#x27;", "'").replace("&#39;", "'")
    assert out.count(WORDS) == (form != "text")
    assert err.count(WORDS) == (form == "text" or (not terminal and form != "github"))


def test_what_only_a_commit_gets_wrong_is_no_line_of_a_pull_request(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    write(MISTAKEN, MISTAKEN)
    commit_all()
    write(MISTAKEN, request(STRING))
    main(["diff", "HEAD:new.json", "new.json", "--format", "github"])
    assert "REF002" not in capsys.readouterr().out


@pytest.mark.parametrize(("form", "told"), [("github", "::error "), ("json", "")])
def test_without_a_review_github_is_told_why(
    form: str, told: str, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert main(["diff", "old.json", "new.json", "--format", form]) == 2
    out, err = capsys.readouterr()
    assert out.startswith(told)
    assert ("SRC001" in err) == (form == "json")


def fields(count: int) -> Any:
    return response({"type": "object", "properties": {f"p{n}": STRING for n in range(count)}})


def test_a_terminal_shows_classes_and_rows_of_tables() -> None:
    told = FORMATS["text"](diff(fields(0), fields(2)))
    _, _, told = told.partition("Python classes\n")
    assert told.splitlines() == [
        "  ✓ compatible GetXResponseBody.p0 is a further attribute: str | None",
        "  ✓ compatible GetXResponseBody.p1 is a further attribute: str | None",
        "",
        "Field tables",
        "  + GetXResponseBody.p0",
        "  + GetXResponseBody.p1",
        "",
        "2 compatible",
    ]


def test_a_terminal_shows_thirty_of_each() -> None:
    told = FORMATS["text"](diff(fields(0), fields(35))).splitlines()
    assert sum(line.startswith("  + GetX") for line in told) == 30
    assert told.count("  … and 5 more") == 2


def two_operations(*, required: bool, less: int) -> Any:
    """A description in which edits of one kind are of two operations."""
    paths = {}
    for name, bound in (("b", 20), ("a", 10)):
        asked = {"name": f"q{name}", "in": "query", "required": required, "schema": INTEGER}
        bounded = {"name": "r", "in": "query", "schema": {**INTEGER, "maximum": bound - less}}
        paths[f"/{name}"] = {"post": {"parameters": [asked, bounded], "responses": DONE}}
    return json.loads(json.dumps(describe(paths)))


@pytest.mark.parametrize("form", FORMATS)
def test_every_format_has_one_order(form: str) -> None:
    old, new = two_operations(required=False, less=0), two_operations(required=True, less=5)
    told = FORMATS[form](diff(old, new)).replace("`", "")
    shown = re.findall(r"query parameter q[ab]|went from (?:20 to 15|10 to 5)", told)
    assert list(dict.fromkeys(shown)) == [
        *("query parameter qb", "went from 20 to 15"),
        *("query parameter qa", "went from 10 to 5"),
    ]


@pytest.mark.parametrize("form", ["text", "markdown", "json", "html"])
def test_changes_of_classes_are_told_the_worst_first(form: str) -> None:
    old, new = (
        request({"type": "object", "properties": one})
        for one in ({"a": INTEGER, "b": STRING}, {"a": {"type": "number"}})
    )
    _, _, told = FORMATS[form](diff(old, new)).rpartition("ython")
    assert told.index("PostXRequestBody.b") < told.index("PostXRequestBody.a")
