"""`typewright docs --site DIR`: the tables as a site to browse and search."""

from __future__ import annotations

import tempfile
from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

import generator
from generator.command import MISTAKE, Answer, Command
from generator.report import Report
from generator.settings.configure import configure
from generator.site import NoSite, build_site


def _arguments(parser: ArgumentParser) -> None:
    parser.add_argument(
        "specs", nargs="*", metavar="SPEC", help="a description; default: those of the settings"
    )
    parser.add_argument(
        "--site", type=Path, required=True, metavar="DIR", help="the folder to write it into"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")


def _run(options: Namespace) -> Answer:
    report = Report()
    given = {"specs": tuple(options.specs)} if options.specs else {}
    settings = configure(options.config, given, report)
    if report.failed:
        return Answer(MISTAKE, err=generator.show.text(report, False))
    with tempfile.TemporaryDirectory() as folder:
        outcome = generator.generate(
            replace(settings, output=folder, targets=("markdown",), index_page=True)
        )
        if outcome.report.failed:
            return Answer(MISTAKE, err=generator.show.text(outcome.report, False))
        documents = Path(folder) / "docs"
        title = (documents / "index.md").read_text("utf-8").partition("\n")[0].lstrip("# ")
        try:
            build_site(documents, title, options.site)
        except NoSite as reason:
            return Answer(MISTAKE, err=f"typewright: {reason}\n")
    return Answer(err=f"wrote {options.site / 'index.html'}\n")


COMMAND = Command("docs", "build a site from the field tables", _arguments, _run)
