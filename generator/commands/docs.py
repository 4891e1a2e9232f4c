"""`typewright docs --site DIR`: the tables as a site to browse and search."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from dataclasses import replace
from pathlib import Path

import generator
from generator.command import MISTAKE, Answer, Command
from generator.config import Settings
from generator.report import Report, TypewrightError
from generator.settings.configure import configure


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
    if not report.failed:
        try:
            report = _built(settings, options.site)
        except generator.site.NoSite as reason:
            return Answer(MISTAKE, err=f"typewright: {reason}\n")
        except TypewrightError as error:
            report = error.report
    told = generator.show.text(report) if report.diagnostics else ""
    if report.failed:
        return Answer(MISTAKE, err=told)
    return Answer(err=f"{told}wrote {options.site / 'index.html'}\n")


def _built(settings: Settings, site: Path) -> Report:
    """Write the tables into a folder of their own, and the site of them into `site`."""
    # Only this path needs it, and `--help` should not pay for it.
    from tempfile import TemporaryDirectory

    with TemporaryDirectory() as folder:
        tables = replace(settings, output=folder, targets=("markdown",), index_page=True)
        report = generator.generate(tables).report
        if not report.failed:
            documents = Path(folder) / "docs"
            title = (documents / "index.md").read_text("utf-8").partition("\n")[0].lstrip("# ")
            report.diagnostics += generator.site.build_site(documents, title, site).diagnostics
    return report


COMMAND = Command("docs", "build a site from the field tables", _arguments, _run)
