"""The progress bar: on a terminal, for long work, drawn by one process."""

from __future__ import annotations

import io
import os

import pytest

from generator.output import progress
from generator.output.progress import TerminalProgress


class Terminal(io.StringIO):
    """A stream that says it is a terminal."""

    def isatty(self) -> bool:
        return True


def shown(stream: io.StringIO, steps: int = 3) -> str:
    """What is drawn on a stream while some work is done."""
    with TerminalProgress(stream) as told:
        for step in range(steps):
            told("rendering", step * 1000)
    return stream.getvalue()


@pytest.fixture
def slow(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every look at the clock be a second later than the last."""
    seconds = iter(range(1_000_000))
    monkeypatch.setattr(progress.time, "monotonic", lambda: float(next(seconds)))


@pytest.mark.usefixtures("slow")
def test_long_work_is_shown_on_a_terminal() -> None:
    assert "rendering 2000 files" in shown(Terminal())


def test_short_work_is_not() -> None:
    assert shown(Terminal()) == ""


@pytest.mark.usefixtures("slow")
def test_nothing_is_shown_in_a_pipe() -> None:
    assert shown(io.StringIO()) == ""


@pytest.mark.usefixtures("slow")
def test_a_copy_of_the_process_draws_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    stream = Terminal()
    with TerminalProgress(stream) as told:
        monkeypatch.setattr(os, "getpid", lambda: -1)
        told("rendering", 1000)
    assert stream.getvalue() == ""
