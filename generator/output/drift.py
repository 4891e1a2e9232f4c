"""Say in a unified diff, and shortly, how an output folder differs from what it should hold."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from difflib import unified_diff
from itertools import islice
from pathlib import Path

from generator.output.staging import Stage

_FILES = 5
"""How many files are shown."""
_LINES = 40
"""How many lines of each file are shown."""


def drift(stage: Stage, puts: Sequence[str], removals: Sequence[str]) -> str:
    """Return a diff from what is on disk to what is staged; the first few files of it.

    Files that are there already come first: what is new in them is what one wants to see.
    """
    puts = sorted(puts, key=lambda path: not (stage.root / path).exists())
    shown = [_cut(_file_diff(stage.root / path, stage.read(path))) for path in puts[:_FILES]]
    rest = removals[: _FILES - len(shown)]
    shown += [_cut(_file_diff(stage.root / path, None)) for path in rest]
    more = len(puts) + len(removals) - len(shown)
    return "".join(shown) + (f"... and {more} more files\n" if more else "")


def _file_diff(place: Path, content: bytes | None) -> Iterator[str]:
    old = place.read_bytes().decode("utf-8", "replace").splitlines() if place.exists() else []
    new = (content or b"").decode("utf-8", "replace").splitlines()
    name = place.as_posix()
    before = name if place.exists() else "/dev/null"
    after = name if content is not None else "/dev/null"
    return unified_diff(old, new, before, after, n=1, lineterm="")


def _cut(lines: Iterator[str]) -> str:
    shown = list(islice(lines, _LINES))
    rest = sum(1 for _ in lines)
    more = [f"... and {rest} more lines"] if rest else []
    return "".join(f"{line}\n" for line in shown + more)
