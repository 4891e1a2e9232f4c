"""Properties of a diff on real pairs: no trace-back, mirrored, proven."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from generator.diff.changes.explain import effects
from generator.diff.changes.finding import Finding
from generator.diff.compare import compare
from generator.diff.inputs import NO_REMOTES, Input, described, retrieving, versions
from generator.report import Report

_NOT_MIRRORED = ("version-", "sunset-")
"""What only one direction of time can say."""


def pairs(shared: Path) -> list[tuple[str, str]]:
    folder = shared / "corpora/diff"
    lines = (folder / "cases.jsonl").read_text("utf-8").splitlines()
    cases = [json.loads(line) for line in lines]
    return list(
        dict.fromkeys((f"{folder}/{c['base']}", f"{folder}/{c['revision']}") for c in cases)
    )


@cache
def found(old: str, new: str) -> tuple[Finding, ...]:
    both = versions((Input(old), Input(new)), Report())
    assert both is not None
    return compare(*described(both, ("", ""), Report(), retrieving(NO_REMOTES)))


def places(findings: tuple[Finding, ...], *, mirrored: bool) -> set[Any]:
    changes = [f.change for f in findings if not f.code.startswith(_NOT_MIRRORED)]
    both = [tuple(p and p.pointer for p in (c.old, c.new)) for c in changes]
    return {pair[::-1] if mirrored else pair for pair in both}


def test_nothing_changes_from_a_version_to_itself(shared: Path) -> None:
    for old, new in pairs(shared):
        assert found(old, old) == ()
        assert found(new, new) == ()


def test_a_diff_mirrors_the_one_backwards(shared: Path) -> None:
    for old, new in pairs(shared):
        there, back = found(old, new), found(new, old)
        assert places(there, mirrored=False) == places(back, mirrored=True), (old, new)


def test_one_edit_is_one_finding(shared: Path) -> None:
    for old, new in pairs(shared):
        prints = Counter(f.fingerprint for f in found(old, new))
        assert max(prints.values(), default=1) == 1, (old, new)


def test_a_change_has_an_effect_that_is_explained(shared: Path) -> None:
    for old, new in pairs(shared):
        for change in (finding.change for finding in found(old, new)):
            assert change.turned or change.effect in effects(change.code), change.code


def test_breaking_values_are_proven(shared: Path) -> None:
    proofs = Counter(
        finding.proof
        for old, new in pairs(shared)
        for finding in found(old, new)
        if finding.change.pair is not None and finding.level == "breaking"
        # No validator looks at these.
        if not finding.code.startswith(("content-", "discriminator-"))
    )
    assert proofs["witness"] / proofs.total() >= 0.9


@pytest.mark.parametrize("number", range(20))
def test_real_descriptions_equal_themselves(shared: Path, number: int) -> None:
    files = sorted((shared / "corpora/openapi").iterdir(), key=lambda path: path.stat().st_size)
    assert found(str(files[number]), str(files[number])) == ()
