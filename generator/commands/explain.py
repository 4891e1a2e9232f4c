"""`typewright explain CODE`: the long form of a diagnostic, or of a kind of change."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from collections.abc import Mapping

import generator
from generator import codes
from generator.command import MISTAKE, Answer, Command
from generator.showing.suggest import closest

_ALIKE = 0.8
"""How alike a code has to be to be meant, of 1."""


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "code",
        nargs="?",
        metavar="CODE",
        help="the code in the brackets, such as REF002 or enum-value-added; default: list them all",
    )


def _run(options: Namespace) -> Answer:
    changes: Mapping[str, str] = generator.review.titles()
    if options.code is None:
        return Answer(out=_list(changes))
    code = "-".join(options.code.split())
    page = codes.explain(code) or generator.review.explain(code)
    if page is not None:
        return Answer(out=page)
    near = closest(code, (*codes.CODES, *changes), _ALIKE)
    hint = f"did you mean {near}?" if near else "`typewright explain` lists them all"
    return Answer(MISTAKE, err=f"typewright: there is no code '{options.code}'; {hint}\n")


def _list(changes: Mapping[str, str]) -> str:
    width = max(map(len, changes))
    diagnostics = [f"  {name}  {code.title}" for name, code in codes.CODES.items()]
    kinds = [f"  {name:<{width}}  {title}" for name, title in changes.items()]
    heads = ("Diagnostics:", "Changes that `typewright diff` finds:")
    return "\n".join([heads[0], *diagnostics, "", heads[1], *kinds]) + "\n"


COMMAND = Command("explain", "say what a code means, and what to do about it", _arguments, _run)
