"""What is said of a kind of change."""

from __future__ import annotations

import pytest

from generator.cli import main
from generator.diff.changes.explain import explain
from generator.diff.changes.kinds import KINDS


@pytest.mark.parametrize(
    ("code", "told"),
    [
        ("required-added", "How bad it is: breaking in requests, compatible in responses."),
        ("description-changed", "How bad it is: info."),
        ("property-added", "\n  where the same values are valid: compatible\n"),
    ],
)
def test_a_kind_of_change_is_explained(
    capsys: pytest.CaptureFixture[str], code: str, told: str
) -> None:
    assert main(["explain", code]) == 0
    assert told in capsys.readouterr().out


def test_every_kind_of_change_can_be_explained() -> None:
    assert [code for code in KINDS if not explain(code)] == []
