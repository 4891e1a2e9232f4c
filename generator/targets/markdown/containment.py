"""Descriptions that end inside a code block or a comment, which would swallow the table below."""

from __future__ import annotations

import re
from typing import Final

_SUSPECT: Final = re.compile(r"```|~~~|<[!?]|<(?:script|pre|style|textarea)\b", re.I)
_FENCE: Final = re.compile(r" {0,3}(`{3,}|~{3,})(.*)")
_HTML: Final = (
    (re.compile(r"^ {0,3}<!--"), "-->"),
    (re.compile(r"^ {0,3}<\?"), "?>"),
    (re.compile(r"^ {0,3}<!\[CDATA\["), "]]>"),
    (re.compile(r"^ {0,3}<![A-Za-z]"), ">"),
    *(
        (re.compile(rf"^ {{0,3}}<{tag}(?:[\s>]|$)", re.I), f"</{tag}>")
        for tag in ("script", "pre", "style", "textarea")
    ),
)


def contained(description: str) -> str:
    """Return a description with what it leaves open closed; nearly all are returned as they are."""
    if not _SUSPECT.search(description):
        return description
    closing = _left_open(description)
    return f"{description}\n{closing}" if closing else description


def _left_open(text: str) -> str:
    """Return what closes the block that the last line of a text is in; empty if it is in none."""
    closing, fence = "", ""
    for line in text.splitlines():
        if fence:
            found = _FENCE.fullmatch(line)
            if found and found[1].startswith(fence) and not found[2].strip():
                fence = ""
        elif closing:
            closing = "" if closing in line.lower() else closing
        else:
            fence, closing = _opened(line)
    return fence or closing


def _opened(line: str) -> tuple[str, str]:
    """Return the fence, or else the end of the raw HTML, that a line opens and does not close."""
    found = _FENCE.fullmatch(line)
    if found and not (found[1][0] == "`" and "`" in found[2]):
        return found[1], ""
    for start, end in _HTML:
        if start.match(line) and end not in line.lower():
            return "", end
    return "", ""
