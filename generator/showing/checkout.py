"""What GitHub calls a file: its path from the top of what a job has checked out."""

from __future__ import annotations

import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from generator.source import Source


def in_checkout(source: Source) -> str:
    """Return the path of a file from the top of a job's checkout; elsewhere, its name."""
    top, parts = os.environ.get("GITHUB_WORKSPACE"), urlsplit(source.uri)
    if not top or parts.scheme != "file":
        return source.name
    file, folder = Path(unquote(parts.path)).resolve(), Path(top).resolve()
    return file.relative_to(folder).as_posix() if file.is_relative_to(folder) else source.name
