"""`typewright explain CODE`: the long form of a diagnostic."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

import generator
from generator import codes
from generator.command import MISTAKE, Answer, Command


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument("code", metavar="CODE", help="the code in the brackets, such as REF002")


def _run(options: Namespace) -> Answer:
    page = codes.explain(options.code) or generator.review.explain(options.code)
    if page is not None:
        return Answer(out=page)
    near = codes.nearest(options.code)
    hint = f"; did you mean {near}?" if near else ""
    return Answer(MISTAKE, err=f"typewright: there is no code '{options.code}'{hint}\n")


COMMAND = Command("explain", "say what a diagnostic means and how to mend it", _arguments, _run)
