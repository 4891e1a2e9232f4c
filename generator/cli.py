"""argv → pipeline → exit code; the only module that prints or exits."""

from __future__ import annotations

import os
import sys
import traceback
from argparse import ArgumentParser
from collections.abc import Sequence

from generator import __version__
from generator.command import FINE, Answer
from generator.commands import COMMANDS

BUG, INTERRUPTED = 70, 130
_DEBUG = "TYPEWRIGHT_DEBUG"


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code: 0 fine, 1 findings or drift, 2 a mistake."""
    try:
        answer = _answer(argv)
        sys.stderr.write(answer.err)
        sys.stdout.write(answer.out)
        sys.stdout.flush()
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`); nothing more can be said, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except KeyboardInterrupt:
        sys.stderr.write("typewright: interrupted; nothing was left half done\n")
        return INTERRUPTED
    return answer.code


def _answer(argv: Sequence[str] | None) -> Answer:
    options = _parser().parse_args(argv)
    try:
        answer: Answer = options.run(options)
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        return Answer(BUG, err=_apology(error))
    return answer


def _parser() -> ArgumentParser:
    parser = ArgumentParser(
        "typewright",
        description="OpenAPI and JSON Schema to Python dataclasses and Markdown field tables.",
    )
    parser.add_argument("--version", action="version", version=f"typewright {__version__}")
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name, help=command.summary, description=f"{command.summary.capitalize()}."
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run)
    return parser


def _apology(error: Exception) -> str:
    frame = traceback.extract_tb(error.__traceback__)[-1]
    place = f"{os.path.basename(frame.filename)}:{frame.lineno}"
    return (
        f"typewright: this is a bug in typewright, not in your input.\n"
        f"  {type(error).__name__}: {error} ({place})\n"
        f"Please report it, with the command line and, if you may, the description that led here.\n"
        f"{_DEBUG}=1 shows the trace-back. Nothing was left half written.\n"
    )
