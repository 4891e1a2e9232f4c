"""Values of settings that no list of choices can check."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Callable, Iterator
from keyword import iskeyword

from generator.codes import CFG003, CFG005
from generator.config import Settings
from generator.report import Report
from generator.source import Location

_FOLDERS = ("package", "shared_path", "operations_path", "errors_path")
"""The settings that name a folder of modules."""
_VERSION = re.compile(r"\d+(\.\d+)*([-+].*)?", re.ASCII)
At = Callable[[str], Location | None]
"""Tells where a setting stands, if it is known."""


def nowhere(name: str) -> None:
    """Return no place for a setting that stands in no file."""


def check_values(settings: Settings, report: Report, at: At = nowhere) -> None:
    """Report each value that means nothing, or hardly what was meant."""
    if not settings.targets:
        hint = "leave it out, or name one"
        report.add(CFG003, "'targets' names nothing to write", at("targets"), hint)
    if not is_version(settings.tables_version):
        message = f"'tables_version' is no version: '{settings.tables_version}'"
        report.add(CFG003, message, at("tables_version"), "write it like '1.376.0'")
    if settings.templates and not os.path.isdir(settings.templates):
        message = f"'templates' names a folder that is not there: '{settings.templates}'"
        report.add(CFG003, message, at("templates"))
    if "python" in settings.targets:
        _check_packages(settings, report, at)


def is_version(text: str) -> bool:
    """Return whether this is a version, such as `1.376.0`."""
    return _VERSION.fullmatch(text) is not None


def _check_packages(settings: Settings, report: Report, at: At) -> None:
    """Report each folder of modules that no `import` could name, or that hides one of Python."""
    for name, step in _wrong(settings):
        message = f"'{name}' names a package that Python cannot import: '{step}' is {_what(step)}"
        report.add(CFG003, message, at(name), "write it like 'models' or 'shop/models'")
    # Inside a package, modules have names of their own.
    if not os.path.exists(os.path.join(settings.output, "__init__.py")):
        for name in _FOLDERS:
            first = getattr(settings, name).partition("/")[0]
            if first in sys.stdlib_module_names:
                message = f"'{name}' names a package that hides the module '{first}' of Python"
                report.add(CFG005, message, at(name), f"write it like '{first}_models'")


def _wrong(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the settings whose folder has a step that is no name, with that step."""
    for name in _FOLDERS:
        folder = getattr(settings, name)
        steps = folder.split("/") if folder or name == "package" else ()
        wrong = [step for step in steps if not step.isidentifier() or iskeyword(step)]
        yield from ((name, step) for step in wrong[:1])


def _what(step: str) -> str:
    return "a keyword" if iskeyword(step) else "no identifier"
