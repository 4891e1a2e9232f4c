"""`typewright diff`: what changed between two versions, whom it breaks, and what proves it."""

from __future__ import annotations

import gc
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from datetime import date
from pathlib import Path

from generator.command import FINE, FOUND, MISTAKE, Answer, Command
from generator.configure import configure, nearest
from generator.report import Report

_FORMATS = ("text", "markdown", "json", "github", "sarif", "junit", "html")


def _arguments(parser: ArgumentParser) -> None:
    named = "a file, a folder, REF:path of the git repository, or - for standard input"
    parser.add_argument("versions", nargs="*", metavar="OLD NEW", help=named)
    parser.add_argument("--base", default="", metavar="REF", help="compare each spec with this commit")
    parser.add_argument("--format", choices=_FORMATS, default="text", help="how to tell it")
    parser.add_argument(
        "--fail-on", choices=("breaking", "risky", "never"), help="what makes the exit code 1"
    )
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")
    parser.add_argument("--accept", action="store_true", help="accept all that breaks or may break")
    parser.add_argument("--reason", default="", help="why it is accepted")
    parser.add_argument("--expires", type=_day, metavar="DATE", help="until when it is accepted")
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto")


def _day(text: str) -> date:
    try:
        return date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is no date, such as 2030-12-31") from None


def _run(options: Namespace) -> Answer:
    from generator.diff.command import Call, fails, reviewed

    # A run makes hardly any garbage, and ends soon: looking for it takes a fifth of the time.
    gc.disable()
    report = Report()
    settings = configure(options.config, {}, report)
    call = Call(tuple(options.versions), options.base, settings.specs, options.config)
    review, policy = reviewed(call, report)
    if review is None:
        return Answer(MISTAKE, err=_told(report))
    if options.accept:
        return _accepted(options, review)
    code = FOUND if fails(review, options.fail_on or policy.fail_on) else FINE
    return Answer(code, _written(review, options), _told(report))


def _written(review: object, options: Namespace) -> str:
    from generator.diff.command import FORMATS
    from generator.diff.report.text import text
    from generator.diff.review import Review

    assert isinstance(review, Review)
    color = options.color == "always" or (options.color == "auto" and sys.stdout.isatty())
    return text(review, color=color) if options.format == "text" else FORMATS[options.format](review)


def _accepted(options: Namespace, review: object) -> Answer:
    from generator.diff.git import author
    from generator.diff.policy import accept, acceptances
    from generator.diff.review import Review

    assert isinstance(review, Review)
    if not options.reason:
        return Answer(MISTAKE, err="typewright: --accept needs a --reason\n")
    file = options.config or nearest(Path.cwd()) or Path("typewright.toml")
    entries = acceptances(review, options.reason, author(Path.cwd()), options.expires)
    accept(file, entries)
    count = entries.count("fingerprint =")
    return Answer(FINE, err=f"{count} findings accepted in {file}\n")


def _told(report: Report) -> str:
    from generator import show

    return show.text(report) if report.diagnostics else ""


COMMAND = Command("diff", "say what changed between two versions, and whom it breaks", _arguments, _run)
