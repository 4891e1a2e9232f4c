"""Diagnostics as text, as JSON and as annotations of GitHub."""

from __future__ import annotations

import json

import pytest

from generator import codes
from generator.report import Report
from generator.showing import show
from generator.source import Location, Place, Source

SHOP = (
    "".join(f"line{n}: 1\n" for n in range(1, 41)) + "        $ref: '#/components/schemas/Ordr'\n"
)
SOURCE = Source("file:///shop.yaml", "specs/shop.yaml", SHOP)
MEMORY = Source("memory:a", "memory:a", "", "memory")


def report(where: Place | Location | None, message: str = "m", hint: str = "") -> Report:
    found = Report()
    found.add(codes.REF002, message, where, hint)
    return found


def one_line(line: str, column: int, width: int = 1) -> list[str]:
    """Return the two lines that show a place in a text of one line."""
    where = Location(Source("file:///a", "a", line + "\n"), 1, column, width)
    return show.text(report(where)).split("\n")[2:4]


def test_a_diagnostic_is_shown_with_its_line() -> None:
    where = Location(SOURCE, 41, 15, 27)
    hint = "did you mean '#/components/schemas/Order'?"
    message = "nothing at '#/components/schemas/Ordr'"
    assert show.text(report(where, message, hint)) == (
        "error[REF002]: nothing at '#/components/schemas/Ordr'\n"
        "  --> specs/shop.yaml:41:15\n"
        "41 |         $ref: '#/components/schemas/Ordr'\n"
        "   |               ^^^^^^^^^^^^^^^^^^^^^^^^^^^"
        "  help: did you mean '#/components/schemas/Order'?\n"
        "\n"
        "1 error\n"
    )


@pytest.mark.parametrize(
    ("where", "shown"),
    [
        (None, "error[REF002]: m\n   help: h\n"),
        (Place(MEMORY), "error[REF002]: m\n  --> memory:a\n   help: h\n"),
        (Place(MEMORY, "/a~1b"), "error[REF002]: m\n  --> memory:a#/a~1b\n   help: h\n"),
        (
            Place(SOURCE, "/line7"),
            "error[REF002]: m\n  --> specs/shop.yaml:7:8\n 7 | line7: 1\n   |        ^  help: h\n",
        ),
        (
            Place(SOURCE, "/line40", "key"),
            "error[REF002]: m\n  --> specs/shop.yaml:40:1\n40 | line40: 1\n   | ^^^^^^  help: h\n",
        ),
    ],
)
def test_a_place_is_shown_as_far_as_it_is_known(where: Place | None, shown: str) -> None:
    assert show.text(report(where, hint="h")) == shown + "\n1 error\n"


@pytest.mark.parametrize(
    ("line", "column", "width", "shown"),
    [
        ("a: b", 4, 1, [" 1 | a: b", "   |    ^"]),
        ("a: b", 4, 99, [" 1 | a: b", "   |    ^"]),
        ("a: b", 5, 1, [" 1 | a: b", "   |     ^"]),
        ("a:\tb\r", 4, 1, [" 1 | a:␉b", "   |    ^"]),
        ("a: \x1b[31mb", 4, 6, [" 1 | a: ␛[31mb", "   |    ^^^^^^"]),
        ("a: \u202eb", 5, 1, [" 1 | a: �b", "   |     ^"]),
        ("日本: b", 5, 1, [" 1 | 日本: b", "   |       ^"]),
        ("e\u0301: b", 5, 1, [" 1 | e\u0301: b", "   |    ^"]),
        ("x" * 120, 1, 2, [" 1 | " + "x" * 100 + "…", "   | ^^"]),
        ("x" * 90 + "y" * 90, 91, 1, [f" 1 | …{'x' * 25}{'y' * 75}…", f"   | {' ' * 26}^"]),
        ("x" * 120, 120, 1, [f" 1 | …{'x' * 100}", f"   | {' ' * 100}^"]),
    ],
)
def test_a_line_is_cut_and_made_visible(
    line: str, column: int, width: int, shown: list[str]
) -> None:
    assert one_line(line, column, width) == shown


def test_nothing_of_the_input_reaches_the_terminal_as_it_is() -> None:
    shown = show.text(report(None, "key '\x1b[2J\n'", "\x07"))
    assert shown == "error[REF002]: key '␛[2J␊'\n   help: ␇\n\n1 error\n"


@pytest.mark.parametrize(
    ("others", "told"),
    [
        ((), "40:9\n"),
        (("/line7",), "40:9, also at 7:8\n"),
        (("/line9", "/line7", "/line10"), "40:9, also at 7:8, 9:8, 10:9\n"),
        (("/line7", "/line8", "/line9", "/line10", "/line11"), "7:8, 8:8, 9:8 and 2 more places\n"),
    ],
)
def test_further_places_are_named(others: tuple[str, ...], told: str) -> None:
    found = Report()
    for pointer in ("/line40", *others):
        found.add(codes.REF002, "m", Place(SOURCE, pointer), cause="one")
    assert told in show.text(found)
    assert len(json.loads(show.json(found))[0]["others"]) == len(others)


def test_a_report_ends_with_a_summary() -> None:
    found = Report()
    for number in range(2):
        found.add(codes.REF002, f"m{number}")
    found.add(codes.SCH003, "w")
    assert show.text(found).endswith("\n\n2 errors, 1 warning\n")
    assert show.text(Report()) == ""


def test_colors_are_only_those_asked_for() -> None:
    where = Place(SOURCE, "/line7")
    plain = show.text(report(where, hint="h"))
    colored = show.text(report(where, hint="h"), color=True)
    assert "\x1b" not in plain
    assert colored.startswith("\x1b[1;31merror[REF002]\x1b[0m")


def test_json_has_one_object_per_diagnostic() -> None:
    found = report(Place(SOURCE, "/line7"), hint="h")
    found.add(codes.SCH003, "w")
    assert json.loads(show.json(found)) == [
        {
            "code": "REF002",
            "level": "error",
            "message": "m",
            "file": "specs/shop.yaml",
            "line": 7,
            "column": 8,
            "pointer": "/line7",
            "hint": "h",
            "others": [],
        },
        {
            "code": "SCH003",
            "level": "warning",
            "message": "w",
            "file": None,
            "line": None,
            "column": None,
            "pointer": None,
            "hint": None,
            "others": [],
        },
    ]
    assert json.loads(show.json(Report())) == []


@pytest.mark.parametrize(
    ("where", "message", "shown"),
    [
        (None, "100 %\nsure", "::error title=REF002 reference to nothing::100 %25%0Asure\n"),
        (
            Location(Source("file:///a", "a,b:c%.yaml", "x: 1\n"), 1, 4),
            "m: ok",
            "::error file=a%2Cb%3Ac%25.yaml,line=1,col=4,endColumn=5,"
            "title=REF002 reference to nothing::m: ok\n",
        ),
        (
            Place(MEMORY, "/a"),
            "m",
            "::error file=memory%3Aa,title=REF002 reference to nothing::m\n",
        ),
    ],
)
def test_github_gets_an_escaped_command(
    where: Place | Location | None, message: str, shown: str
) -> None:
    assert show.github(report(where, message)) == shown
    assert show.github(report(where, message, "h")) == shown.rstrip("\n") + "%0Ahelp: h\n"
