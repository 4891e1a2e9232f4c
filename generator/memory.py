"""What the last run into an output folder knew, so that the next one need not find it out again.

It is a cache of this machine, in a folder of its own: whatever is odd about it, it counts as empty.
"""

from __future__ import annotations

import json
import os
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from generator.manifest import CACHE, digest

_NAME = "last-run.json"


@dataclass(frozen=True, slots=True)
class Known:
    """A file as we left it: digests of its unformatted and its final text, and its `stat`."""

    rendered: str
    digest: str
    size: int
    mtime: int


@dataclass(frozen=True, slots=True)
class Memory:
    """A finished run without findings.

    `key` is the digest of all that it depended on besides its inputs; `inputs` maps the path of
    every file that was read to the digest of its bytes; `files` maps paths in the output folder.
    """

    key: str = ""
    inputs: Mapping[str, str] = field(default_factory=dict)
    files: Mapping[str, Known] = field(default_factory=dict)


def recall(root: Path) -> Memory:
    """Return what the last run into `root` remembered; empty when there is nothing of use."""
    try:
        stored = json.loads((root / CACHE / _NAME).read_bytes())
        files = {path: Known(*row) for path, row in stored["files"].items()}
        return Memory(stored["key"], dict(stored["inputs"]), files)
    except (OSError, ValueError, TypeError, KeyError, AttributeError):
        return Memory()


def remember(memory: Memory, root: Path) -> None:
    """Keep `memory` for the next run into `root`; a disk that refuses costs only time."""
    stored: dict[str, Any] = {
        "key": memory.key,
        "inputs": dict(memory.inputs),
        "files": {
            path: (known.rendered, known.digest, known.size, known.mtime)
            for path, known in memory.files.items()
        },
    }
    place = root / CACHE / _NAME
    with suppress(OSError):
        if place.parent.is_dir():
            place.with_suffix(".new").write_text(json.dumps(stored))
            os.replace(place.with_suffix(".new"), place)


def unchanged(inputs: Mapping[str, str]) -> bool:
    """Return whether every input has the bytes that it had."""
    try:
        return all(digest(Path(path).read_bytes()) == found for path, found in inputs.items())
    except OSError:
        return False


def settled(memory: Memory, root: Path) -> set[str]:
    """Return the paths of the files that are as the last run left them, by size and time."""
    return {path for path, known in memory.files.items() if _stat(root / path) == _facts(known)}


def known(root: Path, rows: Iterable[tuple[str, str, str]]) -> dict[str, Known]:
    """Return what to remember of written files, from rows of path, `rendered` and `digest`."""
    found = {}
    for path, rendered, content in rows:
        size, mtime = _stat(root / path)
        found[path] = Known(rendered, content, size, mtime)
    return found


def _facts(known: Known) -> tuple[int, int]:
    return known.size, known.mtime


def _stat(place: Path) -> tuple[int, int]:
    try:
        found = os.lstat(place)
    except OSError:
        return -1, -1
    return found.st_size, found.st_mtime_ns
