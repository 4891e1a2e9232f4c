"""`typewright init`: settings for a repository that has such tables already."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from pathlib import Path

from generator.command import MISTAKE, Answer, Command
from generator.init import CannotMove, read_options, write_settings


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "--from",
        dest="options",
        type=Path,
        required=True,
        metavar="gen.yaml",
        help="the file with the options that the tables were written with",
    )
    described = "the description that the tables are about"
    parser.add_argument("--spec", required=True, metavar="SPEC", help=described)
    parser.add_argument(
        "--version",
        default="",
        metavar="X.Y.Z",
        help="the version that wrote the tables; default: that of the gen.lock beside the options",
    )


def _run(options: Namespace) -> Answer:
    try:
        move = read_options(options.options, options.spec, options.version)
        written = write_settings(move, Path.cwd())
    except CannotMove as reason:
        return Answer(MISTAKE, err=f"typewright: {reason}\n")
    unmet = _listed("These options have no counterpart, but change tables:", move.unmet)
    left_over = _listed("These options have no counterpart, and change no table:", move.left_over)
    return Answer(out=f"wrote {written.name}\n{unmet}{left_over}")


def _listed(said: str, names: Sequence[str]) -> str:
    return "".join(f"{line}\n" for line in (said, *(f"  {name}" for name in names)) if names)


COMMAND = Command(
    "init", "take over the options of a repository with such tables", _arguments, _run
)
