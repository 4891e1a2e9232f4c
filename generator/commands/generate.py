"""`typewright generate`: descriptions in, dataclasses and tables out."""

from __future__ import annotations

import gc
import os
import sys
from argparse import SUPPRESS, ArgumentParser, ArgumentTypeError, BooleanOptionalAction, Namespace
from collections.abc import Callable
from functools import partial
from pathlib import Path
from typing import Any

import generator
from generator.command import FINE, FOUND, MISTAKE, Answer, Command
from generator.config import OPTIONS, Option, Settings
from generator.outcome import Changes, Outcome
from generator.output.progress import TerminalProgress
from generator.output.up_to_date import up_to_date
from generator.reading.beforehand import beforehand
from generator.report import Report
from generator.settings.configure import configure, placed, tell_misspelt
from generator.settings.values import At
from generator.showing.suggest import did_you_mean

_FLAGS = {"output": ("-o", "--output"), "targets": ("--target",)}
"""Settings whose option is not `--` and their name; `specs` are the positional arguments."""


def _arguments(parser: ArgumentParser) -> None:
    parser.usage = "%(prog)s [SPEC ...] [-o DIR] [--target LIST] [--check] [options]"
    parser.add_argument("--check", action="store_true", help="write nothing; exit 1 on drift")
    parser.add_argument("--config", type=Path, metavar="FILE", help="the file with the settings")
    parser.add_argument(
        "--format", choices=("text", "json", "github"), default="text", help="how to print findings"
    )
    group = parser.add_argument_group("settings", "Each overrides the one in the file.")
    for option in OPTIONS:
        _add(group.add_argument, option)


def _add(add: Callable[..., Any], option: Option) -> None:
    default = ",".join(option.default) if option.many else option.default
    said = "on" if default is True else default
    text = option.doc + (f" Default: {said}." if said not in ("", False) else "")
    shown: dict[str, Any] = {"default": SUPPRESS, "help": text.replace("%", "%%")}
    if option.name == "specs":
        add("specs", nargs="*", metavar="SPEC", **shown)
        return
    flags = _FLAGS.get(option.name, (f"--{option.name.replace('_', '-')}",))
    if option.kind == "flag":
        add(*flags, dest=option.name, action=BooleanOptionalAction, **shown)
        return
    metavar = option.metavar or f"{{{','.join(option.choices)}}}" * bool(option.choices) or "NAME"
    shown |= {"dest": option.name, "metavar": metavar, "type": _reader(option)}
    add(*flags, action="extend" if option.many else "store", **shown)


def _reader(option: Option) -> Callable[[str], Any]:
    """Return what turns an argument into a value: lists are separated by commas."""

    def read(text: str) -> Any:
        items = [item.strip() for item in text.split(",")] if option.many else [text]
        for item in items:
            if option.choices and item not in option.choices:
                hint = did_you_mean(item, option.choices, f"known: {', '.join(option.choices)}")
                raise ArgumentTypeError(f"'{item}' is not known; {hint}")
        return items if option.many else text

    return read


def _run(options: Namespace) -> Answer:
    report = Report()
    given = _given(options)
    settings = configure(options.config, given, report)
    if not settings.specs:
        tell_misspelt(options.config or Path("pyproject.toml"), report)
    if report.failed:
        return _answer(Outcome(report), options)
    outcome = None if options.check else up_to_date(settings)
    at = partial(placed, options.config, given)
    return _answer(outcome or _generated(settings, options.check, at), options)


def _given(options: Namespace) -> dict[str, Any]:
    values = {option.name: getattr(options, option.name, None) for option in OPTIONS}
    return {
        name: tuple(value) if isinstance(value, list) else value
        for name, value in values.items()
        if value is not None and value != []
    }


def _generated(settings: Settings, check: bool, at: At) -> Outcome:
    # A run makes hardly any garbage, and ends soon: looking for it takes a tenth of the time.
    gc.disable()
    with beforehand(settings.specs), TerminalProgress(sys.stderr) as progress:
        return generator.generate(settings, check=check, progress=progress, at=at)


def _answer(outcome: Outcome, options: Namespace) -> Answer:
    report, changes = outcome.report, outcome.changes
    code = MISTAKE if report.failed else FOUND if options.check and changes else FINE
    said = "" if report.failed else _said(changes, options.check)
    if options.format != "text":
        # Drift is no finding: who reads the log has to learn of it all the same.
        drift = changes.diff + said if code == FOUND else ""
        return Answer(code, getattr(generator.show, options.format)(report), drift)
    color = sys.stderr.isatty() and not os.environ.get("NO_COLOR")
    findings = generator.show.text(report, color=color) if report.diagnostics else ""
    return Answer(code, changes.diff, findings + said)


def _said(changes: Changes, check: bool) -> str:
    """Say in a line what was done."""
    written, removed = len(changes.written), len(changes.removed)
    if not changes:
        return f"up to date: {changes.unchanged} files\n"
    counts = [(written, "written"), (removed, "removed"), (changes.unchanged, "unchanged")]
    told = ", ".join(f"{number} {what}" for number, what in counts if number)
    return f"out of date: {told.replace('written', 'to write')}\n" if check else f"{told}\n"


_DETAILS = """\
examples:
  typewright generate openapi.yaml -o generated
  typewright generate                             what the settings say
  typewright generate --check                     is the output what the descriptions say?

Settings stand in [tool.typewright] of pyproject.toml, or at the top of a typewright.toml."""
COMMAND = Command("generate", "write dataclasses and field tables", _arguments, _run, _DETAILS)
