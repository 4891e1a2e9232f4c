"""Descriptions in files of the working directory, and commits of them."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from typing import Any


def put(name: str, contents: Any) -> None:
    """Write a value as JSON, into a folder that need not be there."""
    path = Path(name)
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(json.dumps(contents), "utf-8")


def git(*arguments: str) -> None:
    """Run git as somebody, which a commit asks for."""
    names = ("-c", "user.name=A", "-c", "user.email=a@example.com")
    subprocess.run(("git", *names, *arguments), check=True, capture_output=True)


def commit_all() -> None:
    """Commit all there is to a new repository."""
    git("init", "-q")
    git("add", ".")
    git("commit", "-q", "-m", "old")
