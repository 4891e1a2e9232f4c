"""Whole SDKs: the tables we write are those that are published, to the byte."""

from __future__ import annotations

import tomllib
from collections.abc import Mapping
from pathlib import Path

import pytest

from generator.cli import main
from generator.config import Settings
from generator.init import read_options
from generator.load import load
from generator.report import Report
from generator.targets.markdown import markdown_files
from tests.models import modelled

NEAREST = ("stream", "dry-run", "inputs", "fim-default")
SDKS = {
    "kintsugi-1.636.0": ("magento",),
    "mistral-1.356.0": NEAREST,
    "mistral-1.376.0": (),
    "mistral-1.398.0": NEAREST,
    "mistral-1.477.0": (*NEAREST, "tuneable", "size", "json-schema"),
    "novu-1.469.0": (),
    "plexpy-1.636.3": (),
}


def published(folder: Path) -> Mapping[str, str]:
    """Return the documents of an SDK by their path."""
    paths = (folder / "docs").rglob("*.md")
    return {p.relative_to(folder / "docs").as_posix(): p.read_bytes().decode() for p in paths}


def written(folder: Path) -> Mapping[str, str]:
    """Return the documents that we write once `typewright init` has moved an SDK in."""
    move = read_options(folder / "gen.yaml", str(folder / "spec.yaml"))
    settings = Settings(**move.settings)
    report = Report()
    document = load(folder / "spec.yaml", report)
    assert document is not None
    model = modelled(document, report, settings)
    report.check()
    files = markdown_files(model, settings)
    return {file.path.removeprefix("docs/"): file.text for file in files}


def differences(expected: Mapping[str, str], actual: Mapping[str, str]) -> set[tuple[str, str]]:
    """Return what is wrong with which document."""
    common = expected.keys() & actual.keys()
    return (
        {("differs", path) for path in common if expected[path] != actual[path]}
        | {("missing", path) for path in expected.keys() - actual.keys()}
        | {("extra", path) for path in actual.keys() - expected.keys()}
    )


@pytest.mark.parametrize("sdk", SDKS)
def test_the_tables_of_an_sdk_are_those_that_are_published(sdk: str, shared: Path) -> None:
    folder = shared / "corpora" / "markdown" / sdk
    found = differences(published(folder), written(folder))
    text = Path(__file__).with_name("markdown_waivers.toml").read_text("utf-8")
    waivers = tomllib.loads(text)
    waived = {
        (what, path)
        for name in SDKS[sdk]
        for what in ("differs", "missing", "extra")
        for path in waivers[name].get(what, ())
    }
    assert found - waived == set()


def test_a_waiver_that_no_sdk_needs_is_stale(shared: Path) -> None:
    folder = shared / "corpora" / "markdown"
    text = Path(__file__).with_name("markdown_waivers.toml").read_text("utf-8")
    waived = {
        (what, path)
        for waiver in tomllib.loads(text).values()
        for what in ("differs", "missing", "extra")
        for path in waiver.get(what, ())
    }
    needed: set[tuple[str, str]] = set()
    for sdk in SDKS:
        needed |= differences(published(folder / sdk), written(folder / sdk))
    assert waived - needed == set()


def test_moving_in_takes_two_commands(
    shared: Path, here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sdk = shared / "corpora" / "markdown" / "mistral-1.376.0"
    (here / "spec.yaml").write_bytes((sdk / "spec.yaml").read_bytes())
    assert main(["init", "--from", str(sdk / "gen.yaml"), "--spec", "spec.yaml"]) == 0
    assert main(["generate", "--target", "markdown", "-o", "out"]) == 0
    assert differences(published(sdk), published(here / "out")) == set()
    assert capsys.readouterr().err.endswith("131 written\n")
