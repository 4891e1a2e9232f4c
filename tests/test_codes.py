"""What `typewright explain` prints: a page for every code, whose example really triggers it."""

from __future__ import annotations

import re

import pytest

from generator import codes
from generator.cli import main
from generator.codes import CODES
from generator.load import parse
from generator.lower import lower
from generator.report import Report
from generator.resolve import Library

EXAMPLE = re.compile(r"```(yaml|json)\n(.*?\n)```", re.DOTALL)
RUNNABLE = [code for code in CODES.values() if EXAMPLE.search(code.page)]


def triggered(text: str, name: str) -> list[str]:
    """Return the codes that a description triggers until it is lowered."""
    report = Report()
    document = parse(text, f"file:///{name}", name, report)
    if document is not None:
        lower([document], Library(report, lambda uri, dialect, report: None))
    return [diagnostic.code.name for diagnostic in report.diagnostics]


def test_every_code_is_listed_under_its_name() -> None:
    named = {name: value for name, value in vars(codes).items() if isinstance(value, codes.Code)}
    assert named == CODES
    assert all(name == code.name for name, code in CODES.items())
    assert all(re.fullmatch(r"[A-Z]{3,4}\d{3}", name) for name in CODES)


@pytest.mark.parametrize("code", CODES.values(), ids=lambda code: code.name)
def test_a_page_explains_with_an_example(code: codes.Code) -> None:
    assert code.title[0].islower() or code.title.split()[0].isupper()
    assert len(code.page) > 80
    assert "```" in code.page or "\n    " in code.page
    assert all(len(line) <= 100 for line in code.page.splitlines())


@pytest.mark.parametrize("code", RUNNABLE, ids=lambda code: code.name)
def test_an_example_triggers_its_code(code: codes.Code) -> None:
    found = EXAMPLE.search(code.page)
    assert found is not None
    assert triggered(found[2], f"example.{found[1]}") == [code.name]


@pytest.mark.parametrize("name", ["REF002", "ref002", " REF002 "])
def test_a_code_is_explained(name: str) -> None:
    page = codes.explain(name)
    assert page is not None
    assert page.startswith("REF002: reference to nothing (error)\n\n")
    assert page.endswith("\n")


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("REF02", "there is no code 'REF02'; did you mean REF00"),
        ("yaml01", "did you mean YAML001?"),
        ("enum-value-add", "did you mean enum-value-added?"),
        ("NOPE001", "there is no code 'NOPE001'; `typewright explain` lists them all"),
    ],
)
def test_an_unknown_code_has_a_likely_one(
    capsys: pytest.CaptureFixture[str], code: str, told: str
) -> None:
    assert main(["explain", code]) == 2
    assert told in capsys.readouterr().err


def test_all_codes_are_listed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["explain"]) == 0
    listed = capsys.readouterr().out
    assert listed.startswith("Diagnostics:\n  ")
    assert "\n\nChanges that `typewright diff` finds:\n" in listed
    assert "\n  REF002  reference to nothing\n" in listed
    assert re.search(r"\n  operation-removed +the operation is gone\n", listed)
