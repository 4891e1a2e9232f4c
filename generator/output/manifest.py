"""The list of what we wrote into an output folder, kept there so that a later run knows its own.

One line a file, `HASH TARGET PATH`, sorted: two branches that each change a model merge cleanly,
and where they do not, conflict marks are no entries and both sides count.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator
from hashlib import blake2b
from pathlib import Path
from typing import NamedTuple

from generator.frozen import dataclass

NAME = ".typewright-files"
CACHE = ".typewright_cache"
"""A folder beside the list for what only this machine needs: staging, and the last run's facts."""

MARK = b"enerated by typewright"
"""What generated files that can hold a comment say in their first lines."""

_HEADER = "# What typewright wrote here: keep this list under version control, with the files.\n"
_USUAL = re.compile(r"(?:\w[\w-]{,60}/)+\w[\w-]{,60}\.(?:py|md)", re.ASCII).fullmatch
_FORBIDDEN = frozenset('\\:*?"<>|\x7f') | {chr(code) for code in range(32)}


Stat = tuple[int, int]
"""The size of a file in bytes, and the time of its last change in ns."""


class Entry(NamedTuple):
    """A file that we wrote: `path` is relative to the folder, `digest` that of its content.

    A tuple, since thousands are compared, and sorted, in each run.
    """

    path: str
    target: str
    digest: str


@dataclass(frozen=True, slots=True)
class Output:
    """A finished file, and the type that it is about, if it is about one.

    Its content is `staged`, or known to be in place; of that one `stat` tells.
    """

    entry: Entry
    stat: Stat
    staged: bool
    of: str | None = None


def digest(content: bytes) -> str:
    """Return 16 hexadecimal digits that tell contents apart (`b2sum -l 64` prints the same)."""
    return blake2b(content, digest_size=8).hexdigest()


def read_manifest(root: Path, wanted: Collection[Entry] = ()) -> frozenset[Entry]:
    """Return the entries of the list in `root`; empty when there is none.

    Those that are `wanted`, too, are nearly all of them, and need no closer look.
    """
    try:
        text = (root / NAME).read_text("utf-8", errors="replace")
    except OSError:
        return frozenset()
    lines = set(text.splitlines())
    rows = {_row(entry): entry for entry in wanted}
    same = [entry for row, entry in rows.items() if row in lines]
    return frozenset([*same, *_entries(lines - rows.keys())])


def manifest_text(entries: Iterable[Entry]) -> str:
    """Return the list as it is written."""
    return _HEADER + manifest_rows(entries)


def manifest_rows(entries: Iterable[Entry]) -> str:
    """Return the lines of the list for some entries."""
    return "".join([f"{_row(entry)}\n" for entry in sorted(entries)])


def unsafe(path: str) -> str:
    """Say why no file of this path may be written or deleted; empty when it may."""
    if _USUAL(path):
        return ""
    parts = path.split("/")
    if path.startswith("/") or ".." in parts:
        return "it leads out of the output folder"
    if any(part in ("", ".") for part in parts):
        return "it names no file"
    if not _FORBIDDEN.isdisjoint(path):
        return "it holds a character that file names cannot have everywhere"
    if any(part[-1] in ". " or len(part.encode("utf-8", "replace")) > 255 for part in parts):
        return "it ends in a dot or a blank, or is longer than 255 bytes"
    return "it is ours" if parts[0] in (NAME, CACHE) else ""


def _row(entry: Entry) -> str:
    path, target, digest = entry
    return f"{digest} {target} {path}"


def _entries(lines: Iterable[str]) -> Iterator[Entry]:
    for line in lines:
        row = line.split(" ", 2)
        if len(row) == 3 and len(row[0]) == 16 and row[0].isalnum() and row[1]:
            entry = Entry(*reversed(row))
            # The list is under version control, where others can edit it: no path is trusted.
            if not unsafe(entry.path):
                yield entry
