"""What GitHub calls a file: its path from the top of what a job has checked out."""

from __future__ import annotations

import os
from pathlib import Path

from generator.source import Source, file_of


def in_checkout(source: Source) -> str:
    """Return the path of a file from the top of a job's checkout; elsewhere, its name."""
    top, path = os.environ.get("GITHUB_WORKSPACE"), file_of(source.uri)
    if not top or path is None:
        return source.name
    file, folder = path.resolve(), Path(top).resolve()
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else source.name
