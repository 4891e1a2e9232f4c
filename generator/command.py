"""What a subcommand of `typewright` is: a name, its arguments, and a function to an answer."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Callable

from generator.frozen import dataclass

FINE, FOUND, MISTAKE = 0, 1, 2
"""The exit codes: all is well; findings or drift; a mistake in the call or in the input."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What the command line is to print, and how it is to exit."""

    code: int = FINE
    out: str = ""
    err: str = ""


@dataclass(frozen=True, slots=True)
class Command:
    """A subcommand. `run` neither prints nor exits; what is heavy it takes from `generator`."""

    name: str
    summary: str
    arguments: Callable[[ArgumentParser], None]
    run: Callable[[Namespace], Answer]
    details: str = ""
    """What stands at the end of its help: examples, exit codes."""
