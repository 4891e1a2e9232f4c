"""Values of settings that no list of choices can check."""

from __future__ import annotations

import re
import sys
from collections.abc import Iterator
from keyword import iskeyword
from pathlib import Path

from generator.codes import CFG003, CFG005
from generator.config import Settings
from generator.report import Report

_FOLDERS = ("package", "shared_path", "operations_path", "errors_path")
"""The settings that name a folder of modules."""
_VERSION = re.compile(r"\d+(\.\d+)*([-+].*)?", re.ASCII).fullmatch


def check_values(settings: Settings, report: Report) -> None:
    """Report each value that means nothing, or hardly what was meant."""
    if not settings.targets:
        report.add(CFG003, "'targets' names nothing to write", hint="leave it out, or name one")
    if not _VERSION(settings.tables_version):
        message = f"'tables_version' is no version: '{settings.tables_version}'"
        report.add(CFG003, message, hint="write it like '1.376.0'")
    if "python" in settings.targets:
        _check_packages(settings, report)


def _check_packages(settings: Settings, report: Report) -> None:
    """Report each folder of modules that no `import` could name, or that hides one of Python."""
    for name, step in _wrong(settings):
        message = f"'{name}' names a package that Python cannot import: '{step}' is {_what(step)}"
        report.add(CFG003, message, hint="write it like 'models' or 'shop/models'")
    # Inside a package, modules have names of their own.
    if not Path(settings.output, "__init__.py").exists():
        for name in _FOLDERS:
            first = getattr(settings, name).partition("/")[0]
            if first in sys.stdlib_module_names:
                message = f"'{name}' names a package that hides the module '{first}' of Python"
                report.add(CFG005, message, hint=f"write it like '{first}_models'")


def _wrong(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the settings whose folder has a step that is no name, with that step."""
    for name in _FOLDERS:
        folder = getattr(settings, name)
        steps = folder.split("/") if folder or name == "package" else ()
        wrong = [step for step in steps if not step.isidentifier() or iskeyword(step)]
        yield from ((name, step) for step in wrong[:1])


def _what(step: str) -> str:
    return "a keyword" if iskeyword(step) else "no identifier"
