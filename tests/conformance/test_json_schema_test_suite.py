"""JSON-Schema-Test-Suite: required tests of all drafts, and `format` where it is asserted."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from conformance.verdicts import CORPORA, accepts, places, waived
from generator.compiled import compile
from generator.config import Settings
from generator.report import TypewrightError

SUITE = CORPORA / "json-schema-test-suite"
DRAFTS = {
    "draft4": "draft4",
    "draft6": "draft6",
    "draft7": "draft7",
    "draft2019-09": "2019-09",
    "draft2020-12": "2020-12",
}
ASSERTED = Settings(formats="assert")
pytestmark = pytest.mark.skipif(not SUITE.is_dir(), reason="needs ../shared")


@cache
def remotes() -> Mapping[str, Any]:
    """Return the documents that the suite wants to be found on a local server, by their URI."""
    folder = SUITE / "remotes"
    paths = {path.relative_to(folder).as_posix(): path for path in folder.rglob("*.json")}
    return {
        f"http://localhost:1234/{name}": json.loads(path.read_bytes())
        for name, path in paths.items()
    }


def files(below: str = "") -> list[Any]:
    """Return each draft with each of its files in a folder."""
    return [
        pytest.param(draft, path, id=f"{draft}-{path.stem}")
        for draft in DRAFTS
        for path in sorted((SUITE / "tests" / draft / below).glob("*.json"))
    ]


def wrong(draft: str, path: Path, settings: Settings | None = None) -> set[str]:
    """Return the tests of a file whose verdict is not ours, or that do not come back alike."""
    return {
        f"{group['description']} | {test['description']}"
        for group in json.loads(path.read_bytes())
        for test in disputed(DRAFTS[draft], group, settings)
    }


def disputed(
    dialect: str, group: Mapping[str, Any], settings: Settings | None
) -> Iterator[Mapping[str, Any]]:
    """Yield the tests of a group that go wrong; all, where its schema does not compile."""
    try:
        models = compile(group["schema"], dialect=dialect, remotes=remotes(), settings=settings)
    except TypewrightError:
        yield from group["tests"]
        return
    for test in group["tests"]:
        if accepts(models["#"], test["data"]) is not test["valid"]:
            yield test


@pytest.mark.parametrize(("draft", "path"), files())
def test_required(draft: str, path: Path) -> None:
    assert wrong(draft, path) == waived("suite", draft=draft, file=path.name)


@pytest.mark.parametrize(("draft", "path"), files("optional/format"))
def test_asserted_formats(draft: str, path: Path) -> None:
    assert wrong(draft, path, ASSERTED) == waived("formats", draft=draft, file=path.name)


@pytest.mark.parametrize(("corpus", "below"), [("suite", ""), ("formats", "optional/format")])
def test_waivers_are_for_files_that_there_are(corpus: str, below: str) -> None:
    known = {(case.values[0], case.values[1].name) for case in files(below)}
    assert known.issuperset(places(corpus, "draft", "file"))
