"""`typewright changelog`: the section of a changelog for the people who use an API."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from datetime import date
from pathlib import Path

import generator
from generator.command import MISTAKE, Answer, Command
from generator.report import Report
from generator.settings.configure import configure


def _arguments(parser: ArgumentParser) -> None:
    parser.usage = "%(prog)s OLD NEW [options]\n       %(prog)s --base REF [SPEC ...] [options]"
    parser.add_argument("versions", nargs="*", metavar="OLD NEW", help="as for `typewright diff`")
    parser.add_argument("--base", default="", metavar="REF", help="as for `typewright diff`")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")


def _run(options: Namespace) -> Answer:
    report = Report()
    settings = configure(options.config, {}, report)
    given = tuple(options.versions), options.base, settings.specs, options.config
    diff = generator.review
    call = diff.Call(*given, False, settings.allow_remote, settings.lock)
    review, _ = diff.reviewed(call, report)
    told = generator.show.text(report) if report.diagnostics else ""
    if review is None:
        return Answer(MISTAKE, err=told)
    return Answer(out=diff.changelog(review, date.today()), err=told)


COMMAND = Command("changelog", "write what changed for the people who use an API", _arguments, _run)
