"""YAML as JSON data, quickly: a parser in Rust, used where its answer is surely the strict one.

`yaml-rs` reads the core schema some ten times faster than `yaml_core`, but it also knows
`1_000`, `0b11` and tags of any name, adds a line break to an empty block scalar, takes memory
without bound for deep nesting, and cannot say where a mistake is. So a text with anything in it
that the two may read differently, or that `yaml-rs` refuses, is left to `yaml_core`. So is every
text in a thread: `yaml-rs` 0.1.6 may crash the process once the thread that loaded it has ended.
"""

from __future__ import annotations

import re
import threading
from collections.abc import Callable, Mapping
from contextvars import ContextVar
from typing import Any, Final

from generator.reading.json_data import DEPTH, SURROGATE_ESCAPE, is_writable, levels

UNSURE: Final = object()
"""What `parse` returns where only the strict reader can tell."""

_BRACKETS = 10_000
"""How many brackets may open: they may all lie within each other."""
_ORDINARY = bytes({0x0A, *range(0x20, 0x7F), *range(0x80, 0x100)})
_CONTROL = re.compile(rb"\xc2[\x80-\x9f]")
_BREAKS_OR_MARKS = "\u2028\u2029\ufeff\ufffe\uffff"
# Each pattern starts with a literal and looks behind it for the start of a token, because the
# engine finds a literal some twenty times faster than it tries a look-behind at every character.
_HARMFUL = (re.compile(r"\n[ ?:-]{500}"), re.compile(r"&(?<=[\s\[{,]&)\S"))
_SUSPICIOUS = tuple(
    re.compile(pattern)
    for pattern in (
        r"\n(?:---|\.\.\.|%)",
        r"\?(?<=[\s\[{,-]\?)",
        r"!(?<=[\s\[{,]!)[^\s\[=]",
        r"_(?<=[\s\[{,+.-]_)[0-9._]",
        r"<<(?=['\"]?\s*:)",
        r"\[ ?[|>]",
        r"\{ ?[|>]",
        r", ?[|>]",
        r"\.(?<=[\s\[{,+-]\.)(?:inf|Inf|INF|nan|NaN|NAN)",
        r"0(?<=[\s\[{,+-]0)b[01]",
        r"0(?<=[+-]0)[xo]",
        r"[0-9](?:(?<=[\s\[{,][0-9])|(?<=[\s\[{,][-+.][0-9])|(?<=[\s\[{,][-+]\.[0-9]))"
        r"(?:[0-9A-Fa-fxob.]*_[0-9A-Fa-fxob_.+-]*|[0-9.]*[eE]\+?[0-9]{3,}|[0-9A-Fa-fxo]{900,})(?=[\s,\]}:]|$)",
    )
)
_BLOCK_HEADERS = tuple(
    re.compile(rf"{mark}(?<=\s{mark})[-+0-9]{{0,2}} *(?: #[^\n]*)?\n(?: *\n)*( *)")
    for mark in (r"\|", ">")
)
_KEPT_EMPTY = re.compile(r".\+ *\n *\n")
_TEXT = frozenset({str})
_ODD_INTEGER = r"(?:[-+]0|\+|0[0-9xo])[0-9A-Fa-f]*"
_ODDLY_SPELLED_KEY = re.compile(
    rf"\n[ -]*{_ODD_INTEGER} *:(?:\s|$)|[\[{{,]\s*{_ODD_INTEGER}\s*[:,\]}}]"
)


LOOKED_THROUGH: ContextVar[Callable[[], Mapping[int, bool]]] = ContextVar("looked", default=dict)
"""What is known of texts already: by their hashes in this process, whether they are plain."""


def parse(text: str) -> Any:
    """Return the JSON value of `text`, which can be written as JSON, or `UNSURE`."""
    if threading.current_thread() is not threading.main_thread():
        return UNSURE
    known = LOOKED_THROUGH.get()()
    plain = known.get(hash(text)) if known else None
    if plain is None:
        plain = is_plain(text)
    return _parsed(text) if plain else UNSURE


def is_plain(text: str) -> bool:
    """Tell whether `yaml-rs` reads a text in little time and memory, and as the strict reader."""
    lines = _lines(text)
    return _harmless(lines) and _plain(lines)


def _lines(text: str) -> str:
    return "\n" + text.replace("\r\n", "\n").removeprefix("---\n")


def _parsed(text: str) -> Any:
    import yaml_rs

    text = text.replace("\r\n", "\n")
    try:
        contents = yaml_rs.loads(text, parse_datetime=False)
    except (yaml_rs.YAMLDecodeError, ValueError, TypeError):
        return UNSURE
    return _with_string_keys(contents, text) if isinstance(contents, dict | list) else UNSURE


def _harmless(lines: str) -> bool:
    """Tell whether `yaml-rs` can read the text in little time and memory."""
    nested = lines.count("[") + lines.count("{") > _BRACKETS
    return not nested and _printable(lines) and not any(p.search(lines) for p in _HARMFUL)


def _plain(lines: str) -> bool:
    """Tell whether there is nothing in the text that the two readers may see differently."""
    if any(pattern.search(lines) for pattern in _SUSPICIOUS):
        return False
    last = 0, -1
    for pattern in _BLOCK_HEADERS:
        for header in pattern.finditer(lines):
            indent = _block_indent(lines, header)
            if indent is None:
                return False
            last = max(last, (header.start(), indent))
    return _closed(lines, last[1])


def _printable(lines: str) -> bool:
    data = lines.encode("utf-8", errors="replace")
    if data.translate(None, _ORDINARY):
        return False
    if lines.isascii():
        return True
    return not _CONTROL.search(data) and not any(mark in lines for mark in _BREAKS_OR_MARKS)


def _block_indent(lines: str, header: re.Match[str]) -> int | None:
    """Return the indentation of the node that a block scalar belongs to, -1 if it is none at all.

    None stands for a scalar that the readers may see differently: an empty one.
    """
    before = lines[lines.rfind("\n", 0, header.start()) + 1 : header.start()].rstrip(" ")
    if not before:
        return None
    if not before.endswith((":", "-")):
        return -1
    key = before.lstrip(" -")
    indent = len(before) - (len(key) or 1)
    filled = len(header[1]) > indent or _KEPT_EMPTY.match(header[0])
    return indent if filled else None


def _closed(lines: str, indent: int) -> bool:
    """Tell whether the text goes on after its last block scalar, or ends with a line break.

    `yaml-rs` adds a line break to a scalar that the end of the text cuts off.
    """
    last = lines[lines.rfind("\n") + 1 :]
    return not last or indent == -1 or len(last) - len(last.lstrip(" ")) <= indent


def _with_string_keys(contents: Any, text: str) -> Any:
    """Return `contents` with keys like `200` as the strings they are in JSON."""
    if is_writable(contents):
        return contents
    found = list(levels(contents))
    if len(found) > DEPTH or SURROGATE_ESCAPE.search(text):
        return UNSURE
    mappings = (value for level in found for value in level if type(value) is dict)
    others = [members for members in mappings if not _TEXT.issuperset(map(type, members))]
    if others and _ODDLY_SPELLED_KEY.search(_lines(text)):
        return UNSURE
    return contents if all(map(_spell_keys, others)) else UNSURE


def _spell_keys(members: dict[Any, Any]) -> bool:
    """Make integer keys strings, in place; tell whether that was all there was to do."""
    spelled = {str(key): value for key, value in members.items() if type(key) in (str, int)}
    whole = len(spelled) == len(members)
    members.clear()
    members.update(spelled)
    return whole
