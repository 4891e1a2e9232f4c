"""Questions to an experimental library: answered, or given up."""

from __future__ import annotations

import os
import time

from diff.descriptions import STRING
from generator.diff.proof.discharge import Asked, covers

SHORT = {"type": "string", "maxLength": 3}


def strange(question: str) -> bool:
    """Answer yes, never, or with the end of the process."""
    if question == "slow":
        time.sleep(60)
    if question == "crash":
        os._exit(1)
    return True


def test_what_is_proven() -> None:
    assert covers(STRING, SHORT)
    assert not covers(SHORT, STRING)
    assert not covers(None, STRING)


def test_no_answer_is_a_no_and_ends_nothing_else() -> None:
    asked = Asked(strange, seconds=0.2)
    assert [asked.answer(one) for one in ("a", "slow", "a", "crash", "a")] == [
        True, False, True, False, True,
    ]  # fmt: skip


def test_patience_has_an_end() -> None:
    asked = Asked(strange, seconds=0.2)
    assert [asked.answer(one) for one in ("crash", "crash", "crash", "a")] == [False] * 4
