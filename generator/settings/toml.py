"""TOML: settings as its lines, and where one stands in it; `tomllib` itself keeps no positions."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from typing import Any

from generator.source import Location, Source

_NAME = r"""(?:"[^"\n]*"|'[^'\n]*'|[\w-]+)"""
_DOTTED = rf"({_NAME}(?:[ \t]*\.[ \t]*{_NAME})*)"
_HEADER = re.compile(rf"[ \t]*(\[\[?)[ \t]*{_DOTTED}[ \t]*\]+")
_KEY = re.compile(rf"[ \t]*{_DOTTED}[ \t]*=")

Keys = tuple[str | int, ...]
"""The keys that lead to a value; a number counts the tables of a list."""


def locate(source: Source, keys: Keys, word: str = "") -> Location:
    """Return where `keys` is set, or, given a `word`, where its value says that string.

    What cannot be found (inline tables) is located at the nearest enclosing table.
    """
    key_line, column, width, depth = 1, 1, 1, 0
    for number, start, path, shown in _settings(source.text):
        matched = _shared(path, keys)
        if matched > depth and len(path) == matched:
            key_line, column, width, depth = number, start, len(shown), matched
    where = Location(source, key_line, column, width)
    if depth == len(keys) and not word:
        return where
    return _quoted(source, key_line, word or str(keys[-1])) or where


def _settings(text: str) -> Iterator[tuple[int, int, Keys, str]]:
    """Yield line, column, full path and spelling of every table header and key."""
    table: Keys = ()
    counts: Counter[Keys] = Counter()
    for number, line in enumerate(text.splitlines(), 1):
        if header := _HEADER.match(line):
            table = _split(header[2])
            if header[1] == "[[":
                counts[table] += 1
                table = (*table, counts[table] - 1)
            yield number, header.start(2) + 1, table, header[2]
        elif key := _KEY.match(line):
            yield number, key.start(1) + 1, (*table, *_split(key[1])), key[1]


def _split(dotted: str) -> tuple[str, ...]:
    return tuple(name.strip("\"'") for name in re.findall(_NAME, dotted))


def _shared(path: Keys, keys: Keys) -> int:
    return next((n for n, (a, b) in enumerate(zip(path, keys, strict=False)) if a != b),
                min(len(path), len(keys)))  # fmt: skip


def _quoted(source: Source, first: int, word: str) -> Location | None:
    """Find `word` as a string or a bare key, from line `first` on."""
    pattern = re.compile(rf"""(?<![\w-])["']?{re.escape(word)}["']?(?![\w-])""")
    for number, line in enumerate(source.text.splitlines()[first - 1 :], first):
        if found := pattern.search(line):
            return Location(source, number, found.start() + 1, len(found[0]))
    return None


def toml_table(values: Mapping[str, Any]) -> str:
    """Return one line for each value: text, a flag, or a list of texts."""
    return "".join(f"{name} = {_value(value)}\n" for name, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    # A JSON string is a TOML string, but for the one character that TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
