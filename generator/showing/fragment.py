"""The lines of a YAML text that a pointer leads into, found by indentation alone.

A full parse for positions takes a second on a text of three megabytes. Keys of block mappings stand
at the start of lines, so most of the way can be searched for instead; the few lines that are left
are parsed. What is not sure is not guessed: `narrow` then returns None, or stops early.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from generator.frozen import dataclass

_LEAF = 4_000
"""A fragment this short is not worth making shorter."""

_BLANK = re.compile(r"(?:[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z))*")
_NOTHING = re.compile(r"[ \t]*(?:#[^\n]*)?\r?(?:\n|\Z)")
_COLON = re.compile(r" *:(?=[ \r\n]|\Z)")
_KEY_START = re.compile(r"""["'\w$/]|\^|[-.?](?=[^\s])""")


@dataclass(frozen=True, slots=True)
class Fragment:
    """The lines from `start` to `end`: one member of a mapping, with its key.

    `depth` tokens of a pointer lead to the mapping that the member is of.
    """

    start: int
    end: int
    depth: int = 0


def narrow(text: str, tokens: Sequence[str]) -> Fragment | None:
    """Return the lines that are enough to see where the tokens lead; None where that is not sure.

    What is not a block mapping on the way is left for a parser to look into.
    """
    lines = _Lines(0, len(text), 0)
    member: _Member | None = None
    for depth, token in enumerate(tokens):
        member = _member(text, lines, token)
        if member is None:
            return None
        if member.inside is None or member.end - member.start < _LEAF:
            return Fragment(member.start, member.end, depth)
        lines = member.inside
    if member is None:
        return None
    # Of a large mapping, the key and its first line are enough.
    return Fragment(member.start, text.find("\n", lines.start), len(tokens) - 1)


@dataclass(frozen=True, slots=True)
class _Lines:
    """The lines of a block mapping, and how far its keys are indented."""

    start: int
    end: int
    indent: int


@dataclass(frozen=True, slots=True)
class _Member:
    """The lines of a member of a mapping; those `inside` if it holds a block mapping itself."""

    start: int
    end: int
    inside: _Lines | None


# Places that are looked for one after the other have the first steps of their way in common.
@lru_cache(maxsize=64)
def _member(text: str, lines: _Lines, token: str) -> _Member | None:
    key = _key(text, lines, token)
    if key is None:
        return None
    start, behind = key
    end = _end(text, behind, lines.end, lines.indent)
    return _Member(start, end, _inside(text, behind, end, lines.indent))


def _key(text: str, lines: _Lines, token: str) -> tuple[int, int] | None:
    """Return where the line starts that is the key `token` of a mapping, and where its value may.

    It has to be the only one: two may be a key, and a line of a text in quotes.
    """
    quotes = ("", '"', "'") if token.isprintable() else ("",)
    starts = [" " * lines.indent + quote for quote in quotes]
    found = []
    # A name is rare, and soon found; what it stands behind is looked at where it is.
    at = text.find(token, lines.start, lines.end) if token else -1
    while at >= 0:
        start = text.rfind("\n", 0, at) + 1
        before, behind = text[start:at], at + len(token)
        if before in starts:
            quote = before[lines.indent :]
            colon = _COLON.match(text, behind + len(quote), lines.end)
            if colon and text.startswith(quote, behind):
                found.append((start, colon.end()))
        at = text.find(token, behind, lines.end)
    return found[0] if len(found) == 1 else None


def _end(text: str, start: int, end: int, indent: int) -> int:
    """Return where the value of a key at an indentation ends: at the next line not below it."""
    above = rf"(?= {{0,{indent - 1}}}[^ \t\r\n#])|" if indent else ""
    # A list may stand at the indentation of its key.
    beside = rf"(?= {{{indent}}}(?:[^ \t\r\n#-]|-[^ \r\n]))"
    found = re.compile(rf"\n(?:{above}{beside})").search(text, start, end)
    return found.end() if found else end


def _inside(text: str, start: int, end: int, indent: int) -> _Lines | None:
    """Return the lines of the block mapping behind a key, if it holds one."""
    line = _NOTHING.match(text, start, end)
    if line is None:
        return None
    blank = _BLANK.match(text, line.end(), end)
    first = blank.end() if blank else line.end()
    inner = len(re.compile(" *").match(text, first, end)[0])  # type: ignore[index]
    is_key = _KEY_START.match(text, first + inner, end)
    return _Lines(first, end, inner) if inner > indent and is_key else None
