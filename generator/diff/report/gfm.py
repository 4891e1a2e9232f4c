"""Text as GitHub-flavoured Markdown shows it, on one line: names and values as code."""

from __future__ import annotations

import re

from generator.diff.words.shown import cut
from generator.showing.escaped import code_span

_MOST = 300
"""How many characters a text on one line has at most."""
_SPECIAL = re.compile(r"([\\`*_\[\]<>~])")
_CALLS = re.compile(r"([@#])(?=\w)")
_BLANK = "\N{ZERO WIDTH SPACE}"


def plain(text: str) -> str:
    """Return a text of somebody else's: no markup, and nobody is called by an `@` in it."""
    return _CALLS.sub(rf"\1{_BLANK}", _SPECIAL.sub(r"\\\1", one_line(text)))


def code(text: str) -> str:
    """Return a name or a value as code."""
    return code_span(one_line(text)) if text.strip() else "` `"


def one_line(text: str) -> str:
    """Return a text on one line, cut where it is long."""
    return cut(re.sub(r"\s+", " ", text), _MOST)


def cell(text: str) -> str:
    """Return finished Markdown as a cell of a table."""
    return text.replace("|", "\\|")
