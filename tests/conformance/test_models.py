"""The models corpus: every valid instance comes back as it was, every invalid one is refused."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from conformance.verdicts import CORPORA, accepts, places, waived
from generator.compiled import compile
from generator.config import Settings
from generator.report import TypewrightError

CORPUS = CORPORA / "models"
INDEX: list[dict[str, Any]] = (
    json.loads((CORPUS / "index.json").read_bytes()) if CORPUS.is_dir() else []
)


INHERITING = Settings(all_of="inherit")
ALL_OF = [row for row in INDEX if "allOf" in (CORPUS / "schemas" / row["schema"]).read_text()]


def imperfect(row: Mapping[str, Any], settings: Settings | None = None) -> Iterator[str]:
    """Yield the targets of a schema on which we do not agree with the corpus."""
    targets = json.loads((CORPUS / "instances" / row["instances"]).read_bytes())["targets"]
    try:
        models = compile(CORPUS / "schemas" / row["schema"], settings=settings)
    except TypewrightError:
        yield from (target["ref"] for target in targets)
        return
    for target in targets:
        codec = models[target["ref"]]
        agreed = all(accepts(codec, value) for value in target["valid"])
        if not agreed or any(accepts(codec, case["value"]) for case in target["invalid"]):
            yield target["ref"]


@pytest.mark.parametrize("row", INDEX, ids=[row["schema"] for row in INDEX])
def test_targets_are_perfect(row: Mapping[str, Any]) -> None:
    assert set(imperfect(row)) == waived("models", schema=row["schema"])


@pytest.mark.parametrize("row", ALL_OF, ids=[row["schema"] for row in ALL_OF])
def test_inheriting_changes_no_verdict(row: Mapping[str, Any]) -> None:
    assert set(imperfect(row, INHERITING)) == waived("models", schema=row["schema"])


@pytest.mark.usefixtures("shared")
def test_waivers_are_for_schemas_that_there_are() -> None:
    assert {(row["schema"],) for row in INDEX}.issuperset(places("models", "schema"))
