"""Typewright: OpenAPI and JSON Schema to Python dataclasses, Markdown field tables and verdicts.

What the package offers is imported when it is asked for, here and nowhere else: `--help` answers
at once, and every other module can import what it needs at its top.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from generator import site
    from generator.compiled import Models, compile
    from generator.config import Settings
    from generator.diff import command as review
    from generator.outcome import Outcome
    from generator.pipeline import generate
    from generator.report import Diagnostic, Report, TypewrightError
    from generator.showing import show
    from generator.targets.python._runtime import DecodeError, Problem

__version__ = "0.1.0"
__all__ = [
    "DecodeError",
    "Diagnostic",
    "Models",
    "Outcome",
    "Problem",
    "Report",
    "Settings",
    "TypewrightError",
    "compile",
    "generate",
    "review",
    "show",
    "site",
]

_HOMES = {
    "DecodeError": "generator.targets.python._runtime:DecodeError",
    "Diagnostic": "generator.report:Diagnostic",
    "Models": "generator.compiled:Models",
    "Outcome": "generator.outcome:Outcome",
    "Problem": "generator.targets.python._runtime:Problem",
    "Report": "generator.report:Report",
    "Settings": "generator.config:Settings",
    "TypewrightError": "generator.report:TypewrightError",
    "compile": "generator.compiled:compile",
    "generate": "generator.pipeline:generate",
    "review": "generator.diff.command",
    "show": "generator.showing.show",
    "site": "generator.site",
}


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module 'generator' has no attribute {name!r}")
    module, _, attribute = _HOMES[name].partition(":")
    home = import_module(module)
    return getattr(home, attribute) if attribute else home


def __dir__() -> list[str]:
    return __all__
