"""Questions to an experimental library: answered, or given up."""

from __future__ import annotations

import os
import time

from diff.descriptions import STRING
from generator.diff.proof.discharge import Asked, covers

SHORT = {"type": "string", "maxLength": 3}


def strange(question: str) -> bool:
    """Answer yes, at once or late, or never, or with the end of the process."""
    if question == "slow":
        time.sleep(2.2)
    while question == "endless":
        pass
    if question == "crash":
        os._exit(1)
    return True


def test_what_is_proven() -> None:
    assert covers(STRING, SHORT)
    assert not covers(SHORT, STRING)
    assert not covers(None, STRING)


def test_a_question_that_ends_the_process_is_a_no_and_ends_nothing_else() -> None:
    asked = Asked(strange)
    questions = ["a", *["crash"] * 4, "a"]
    assert [asked.answer(one) for one in questions] == [True, *[False] * 4, True]


def test_an_answer_is_waited_for_however_busy_the_machine_is() -> None:
    asked = Asked(strange)
    assert all(map(asked.answer, ["slow", "a"]))


def test_an_answer_that_never_comes_is_a_no_and_ends_nothing_else() -> None:
    asked = Asked(strange, seconds=1)
    assert [asked.answer(one) for one in ["a", "endless", "a"]] == [True, False, True]
