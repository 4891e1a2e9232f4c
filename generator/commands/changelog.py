"""`typewright changelog`: the section of a changelog for the people who use an API."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

import generator
from generator.command import MISTAKE, Answer, Command
from generator.commands.diff import compared, written


def _arguments(parser: ArgumentParser) -> None:
    parser.usage = "%(prog)s OLD NEW [options]\n       %(prog)s --base REF [SPEC ...] [options]"
    parser.add_argument("versions", nargs="*", metavar="OLD NEW", help="as for `typewright diff`")
    parser.add_argument("--base", default="", metavar="REF", help="as for `typewright diff`")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")


def _run(options: Namespace) -> Answer:
    review, _, report = compared(options, {}, accepting=False)
    told = written(report)
    if review is None:
        return Answer(MISTAKE, err=told)
    return Answer(out=generator.review.changelog(review, date.today()), err=told)


COMMAND = Command("changelog", "write what changed for the people who use an API", _arguments, _run)
