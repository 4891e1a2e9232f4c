"""Large texts that another process looks through while this one still imports the program."""

from __future__ import annotations

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from functools import cache, partial
from pathlib import Path

from generator.reading import yaml_fast
from generator.source import decoded
from generator.together import ahead

_LARGE = 500_000
"""Bytes from which on it saves time to ask another process."""


@contextmanager
def beforehand(paths: Iterable[str]) -> Iterator[None]:
    """Let `yaml_fast` know of large files, as they are now, what is plain in them."""
    large = [path for path in paths if path.endswith((".yaml", ".yml")) and _size(path) > _LARGE]
    with ahead(partial(_looked_through, large), worth=bool(large)) as found:
        token = yaml_fast.LOOKED_THROUGH.set(cache(found))
        try:
            yield
        finally:
            yaml_fast.LOOKED_THROUGH.reset(token)


def _size(path: str) -> int:
    """The size of a file; 0 of what is none, such as a pipe, which can be read only once."""
    try:
        return os.path.getsize(path) if os.path.isfile(path) else 0
    except OSError:
        return 0


def _looked_through(paths: Sequence[str]) -> Mapping[int, bool]:
    found = {}
    for path in paths:
        try:
            text = decoded(Path(path).read_bytes())
        except (OSError, ValueError):
            continue  # Whoever loads it says so.
        found[hash(text)] = yaml_fast.is_plain(text)
    return found
