"""`typewright explain CODE`: the long form of a diagnostic."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from difflib import get_close_matches

from generator import codes
from generator.command import MISTAKE, Answer, Command


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code in the brackets, such as REF002")


def _run(options: Namespace) -> Answer:
    try:
        return Answer(out=codes.explain(options.code.upper()) + "\n")
    except KeyError:
        near = get_close_matches(options.code.upper(), codes.CODES, 1)
        hint = f"; did you mean {near[0]}?" if near else ""
        return Answer(MISTAKE, err=f"typewright: there is no code '{options.code}'{hint}\n")


COMMAND = Command("explain", "say what a diagnostic means and how to mend it", _arguments, _run)
