"""argv → pipeline → exit code; the only module that prints or exits."""

from __future__ import annotations

import os
import re
import signal
import sys
import traceback
from argparse import ArgumentParser, RawDescriptionHelpFormatter
from collections.abc import Sequence
from contextlib import suppress
from difflib import get_close_matches
from typing import Any, NoReturn, TextIO

from generator import __version__
from generator.command import FINE, MISTAKE, Answer
from generator.commands import COMMANDS

BUG, INTERRUPTED = 70, 130
_ABOUT = (
    "OpenAPI and JSON Schema to Python dataclasses and Markdown field tables,\n"
    "and a verdict on what changed between two versions."
)
_EPILOG = """\
typewright COMMAND --help says more about a command.
Exit codes: 0 all is well, 1 findings or drift, 2 a mistake in the call or the input, 70 our bug."""
_DEBUG = "TYPEWRIGHT_DEBUG"


def program() -> NoReturn:
    """Run the command line of this process, and end it."""
    code = main()
    # Giving back each value of a large description takes a tenth of a second, and is for nobody.
    os._exit(code)


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line and return its exit code: 0 fine, 1 findings or drift, 2 a mistake."""
    with suppress(ValueError):  # Only the main thread may ask to be interrupted when terminated.
        signal.signal(signal.SIGTERM, signal.default_int_handler)
        # A terminal that is closed; `nohup` asks to go on, and SIGHUP is unknown to Windows.
        if hasattr(signal, "SIGHUP") and signal.getsignal(signal.SIGHUP) is signal.SIG_DFL:
            signal.signal(signal.SIGHUP, signal.default_int_handler)
    try:
        answer = _answer(argv)
        _tell(sys.stderr, answer.err)
        _tell(sys.stdout, answer.out)
    except BrokenPipeError:
        # Whoever reads has seen enough (`| head`); nothing more can be said, at exit neither.
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return FINE
    except OSError as error:
        if os.environ.get(_DEBUG):
            raise
        with suppress(OSError):
            _tell(sys.stderr, f"typewright: cannot write the answer: {error.strerror}\n")
        return MISTAKE
    except KeyboardInterrupt:
        with suppress(OSError):
            _tell(sys.stderr, "typewright: interrupted; nothing was left half done\n")
        return INTERRUPTED
    return answer.code


def _tell(stream: TextIO | None, text: str) -> None:
    # A stream that is closed is None: nobody listens.
    if text and stream is not None:
        stream.write(text)
        stream.flush()


class _Parser(ArgumentParser):
    """Tells a mistake in a line or two, and guesses what was meant."""

    def parse_args(self, args: Any = None, namespace: Any = None) -> Any:
        """Return the options; one that there is not is a mistake."""
        options, unknown = self.parse_known_args(args, namespace)
        if unknown:
            command: ArgumentParser = options.parser
            name = unknown[0].partition("=")[0]
            known = re.findall(r"--[\w-]+", command.format_help())
            what = "there is no option" if name.startswith("-") else "one argument too many:"
            command.error(f"{what} '{name}'{_meant(name, known)}")
        return options

    def error(self, message: str) -> NoReturn:
        """Exit with what is wrong, and where help is."""
        choice = re.search(r"invalid choice: '(.*)' \(choose from (.*)\)", message)
        hint = _meant(choice[1], re.findall(r"[\w-]+", choice[2])) if choice else ""
        if choice and not hint and os.path.exists(choice[1]):
            hint = f"; did you mean generate {choice[1]}?"
        self.exit(MISTAKE, f"{self.prog}: {message}{hint}\nTry '{self.prog} --help'.\n")


def _meant(word: str, known: Sequence[str]) -> str:
    # Options are not alike for the dashes that all of them have.
    bare = {name.lstrip("-"): name for name in known}
    near = get_close_matches(word.lstrip("-"), bare, 1, 0.7)
    return f"; did you mean {bare[near[0]]}?" if near else ""


def _answer(argv: Sequence[str] | None) -> Answer:
    options = _parser().parse_args(argv)
    try:
        os.getcwd()
    except OSError:
        return Answer(MISTAKE, err="typewright: the folder that you are in is gone\n")
    try:
        answer: Answer = options.run(options)
    except Exception as error:
        if os.environ.get(_DEBUG):
            raise
        if isinstance(error, OSError) and error.filename:
            message = f"typewright: the system refuses '{error.filename}': {error.strerror}\n"
            return Answer(MISTAKE, err=message)
        return Answer(BUG, err=_apology(error))
    return answer


def _parser() -> ArgumentParser:
    parser = _Parser(
        "typewright",
        description=_ABOUT,
        epilog=_EPILOG,
        formatter_class=RawDescriptionHelpFormatter,
    )
    parser.add_argument("-V", "--version", action="version", version=f"typewright {__version__}")
    commands = parser.add_subparsers(title="commands", metavar="COMMAND", required=True)
    for command in COMMANDS:
        sub = commands.add_parser(
            command.name,
            help=command.summary,
            description=f"{command.summary[0].upper()}{command.summary[1:]}.",
            epilog=command.details,
            formatter_class=RawDescriptionHelpFormatter,
        )
        command.arguments(sub)
        sub.set_defaults(run=command.run, parser=sub)
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
