"""The seed document, and that what is committed is what specs/ say."""

from __future__ import annotations

from pathlib import Path

import pytest

from generator import generate
from generator.report import Report
from generator.settings.configure import configure


def test_the_seed_document_is_generated_byte_for_byte(root: Path, shared: Path) -> None:
    expected = (shared / "seed" / "jobout.md").read_bytes()
    assert (root / "generated" / "docs" / "models" / "jobout.md").read_bytes() == expected


def test_what_is_committed_is_what_the_specs_say(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(root)
    report = Report()
    outcome = generate(configure(None, {}, report), check=True)
    assert report.diagnostics == outcome.report.diagnostics == []
    assert outcome.changes.diff == "", "run: make generate"
