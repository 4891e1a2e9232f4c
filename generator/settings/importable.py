"""The settings that name packages: Python has to be able to import them."""

from __future__ import annotations

from collections.abc import Iterator
from keyword import iskeyword

from generator.codes import CFG003
from generator.config import Settings
from generator.report import Report

_FOLDERS = ("package", "shared_path", "operations_path", "errors_path")
"""The settings that name a folder of modules."""


def check_packages(settings: Settings, report: Report) -> None:
    """Report each folder of modules whose name no `import` could say."""
    for name, step in _wrong(settings) if "python" in settings.targets else ():
        message = f"'{name}' names a package that Python cannot import: '{step}' is {_what(step)}"
        report.add(CFG003, message, hint="write it like 'models' or 'shop/models'")


def _wrong(settings: Settings) -> Iterator[tuple[str, str]]:
    """Yield the settings whose folder has a step that is no name, with that step."""
    for name in _FOLDERS:
        folder = getattr(settings, name)
        steps = folder.split("/") if folder or name == "package" else ()
        wrong = [step for step in steps if not step.isidentifier() or iskeyword(step)]
        yield from ((name, step) for step in wrong[:1])


def _what(step: str) -> str:
    return "a keyword" if iskeyword(step) else "no identifier"
