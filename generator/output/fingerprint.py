"""A digest of what a run depends on besides the descriptions it reads."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from contextlib import suppress
from importlib.util import find_spec
from pathlib import Path

from generator import __version__
from generator.config import Settings
from generator.output.manifest import digest
from generator.template_folder import built_in_templates


def run_key(settings: Settings) -> str:
    """Return the key of a run: its settings, the program and the templates."""
    folders = [Path(__file__).parent.parent, built_in_templates()]
    if settings.templates:
        folders.append(Path(settings.templates))
    facts = [repr(settings), formatter_key(settings), __version__, sys.version]
    facts += [row for folder in folders for row in _stats(folder)]
    return digest("\n".join(facts).encode())


def formatter_key(settings: Settings) -> str:
    """Return what tells one formatter, in one version, from another."""
    found = None if settings.formatter == "none" else find_spec(settings.formatter)
    place = found.origin if found and found.origin else ""
    return f"{settings.formatter} {place} {os.stat(place).st_mtime_ns if place else 0}"


def _stats(folder: Path) -> Iterator[str]:
    """Yield a line for every file below `folder` that may shape the output."""
    for parent, folders, names in os.walk(folder):
        folders[:] = sorted(name for name in folders if name != "__pycache__")
        for name in sorted(names):
            # A link that leads nowhere, such as the mark of an editor, shapes nothing.
            with suppress(OSError):
                found = os.stat(os.path.join(parent, name))
                yield f"{parent}/{name} {found.st_size} {found.st_mtime_ns}"
