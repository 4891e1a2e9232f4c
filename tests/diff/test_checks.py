"""Every kind of change that oasdiff knows is one of ours, or out of scope for a reason."""

from __future__ import annotations

import csv
from pathlib import Path

from diff.checks import ENDINGS, NAMES, OUT_OF_SCOPE, ours
from generator.diff.changes.kinds import KINDS


def known(shared: Path) -> list[str]:
    with (shared / "corpora/diff/checks.tsv").open(encoding="utf-8") as file:
        return [row["id"] for row in csv.DictReader(file, delimiter="\t")]


def test_every_check_is_covered_or_has_a_reason(shared: Path) -> None:
    names = known(shared)
    assert [name for name in names if not ours(name) and name not in OUT_OF_SCOPE] == []
    assert set(OUT_OF_SCOPE) <= set(names)
    assert sum(name not in OUT_OF_SCOPE for name in names) >= 490


def test_every_code_of_the_table_exists() -> None:
    listed = {code for codes in (*ENDINGS.values(), *NAMES.values()) for code in codes}
    assert listed - KINDS.keys() == set()
