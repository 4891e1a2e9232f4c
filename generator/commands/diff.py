"""`typewright diff`: what changed between two versions, whom it breaks, and what proves it."""

from __future__ import annotations

import gc
import os
import sys
from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Mapping
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import generator
from generator.command import FINE, FOUND, MISTAKE, Answer, Command
from generator.report import Report
from generator.settings.configure import configure, nearest, shown

if TYPE_CHECKING:  # `--help` does not wait for them.
    from generator.diff.policy import Policy
    from generator.diff.review import Review

_FORMATS = ("text", "markdown", "json", "github", "sarif", "junit", "html")


def _arguments(parser: ArgumentParser) -> None:
    named = "a file, a folder, REF:path of the git repository, or - for standard input"
    parser.usage = "%(prog)s OLD NEW [options]\n       %(prog)s --base REF [SPEC ...] [options]"
    parser.add_argument("versions", nargs="*", metavar="OLD NEW", help=named)
    base = "compare each SPEC (default: those of the settings) with what it was in this commit"
    parser.add_argument("--base", default="", metavar="REF", help=base)
    parser.add_argument("--format", choices=_FORMATS, default="text", help="default: text")
    worst = "what makes the exit code 1; default: that of the settings, or else breaking"
    parser.add_argument("--fail-on", choices=("breaking", "risky", "never"), help=worst)
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")
    parser.add_argument(
        "--allow-remote", action="append", metavar="HOST", help="fetch references from this host"
    )
    accept = "write entries into the settings that accept all that breaks or may break"
    parser.add_argument("--accept", action="store_true", help=accept)
    parser.add_argument("--reason", default="", metavar="TEXT", help="why it is accepted")
    parser.add_argument("--expires", type=_day, metavar="DATE", help="until when it is accepted")
    colors = "default: auto, colours on a terminal"
    parser.add_argument("--color", choices=("auto", "always", "never"), default="auto", help=colors)


def _day(text: str) -> date:
    try:
        day = date.fromisoformat(text)
    except ValueError:
        raise ArgumentTypeError(f"'{text}' is no date, such as 2030-12-31") from None
    if day < date.today():
        raise ArgumentTypeError(f"{text} is past")
    return day


def _given(options: Namespace) -> dict[str, Any]:
    return {"allow_remote": tuple(options.allow_remote)} if options.allow_remote else {}


def compared(
    options: Namespace, given: Mapping[str, Any], *, accepting: bool = True
) -> tuple[Review | None, Policy, Report]:
    """Return the review that a command line asks for, the policy, and the mistakes to be told.

    The review is None if there can be none.
    """
    report = Report()
    settings = configure(options.config, given, report)
    named = tuple(options.versions), options.base, options.config
    call = generator.review.Call(settings, *named, accepting, given)
    review, policy = generator.review.reviewed(call, report)
    return review, policy, report


def written(report: Report) -> str:
    """Return mistakes as a person reads them."""
    return generator.show.text(report) if report.diagnostics else ""


def _run(options: Namespace) -> Answer:
    # A run makes hardly any garbage, and ends soon: looking for it takes a fifth of the time.
    gc.disable()
    if options.accept and not options.reason:
        return Answer(MISTAKE, err="typewright: --accept needs a --reason\n")
    review, policy, report = compared(options, _given(options))
    diff, told = generator.review, written(report)
    if review is None and options.format == "github":
        return Answer(MISTAKE, generator.show.github(report))
    if review is None:
        return Answer(MISTAKE, err=told)
    if options.accept:
        file = options.config or nearest(Path.cwd()) or Path("typewright.toml")
        return _accepted(file, diff.accept(review, file, options), told)
    auto = sys.stdout.isatty() and not os.environ.get("NO_COLOR")
    color = options.color == "always" or (options.color == "auto" and auto)
    code = FOUND if diff.fails(review, options.fail_on or policy.fail_on) else FINE
    # Every report but the text has the mistakes; a log has that of GitHub on the same screen.
    twice = options.format != "text" and (options.format == "github" or sys.stdout.isatty())
    return Answer(code, diff.written(review, options.format, color=color), "" if twice else told)


def _accepted(file: Path, count: int | None, told: str) -> Answer:
    if count is None:
        advice = "write its entries as tables, [[….accepted]]"
        return Answer(MISTAKE, err=f"typewright: 'accepted' of {shown(file)} is a list; {advice}\n")
    if not count:
        return Answer(FINE, err=f"{told}nothing to accept: no finding is breaking or risky\n")
    return Answer(
        FINE, err=f"{told}{count} finding{'s' * (count != 1)} accepted in {shown(file)}\n"
    )


_DETAILS = """\
examples:
  typewright diff old.yaml new.yaml
  typewright diff origin/main:specs/shop.yaml specs/shop.yaml
  typewright diff --base origin/main --format markdown
  typewright diff --base origin/main --accept --reason "nobody used it" --expires 2030-12-31"""
COMMAND = Command(
    "diff", "say what changed between two versions, and whom it breaks", _arguments, _run, _DETAILS
)
