"""A text of somebody else's, whatever is in it: on a line of a terminal, or in a file."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f]")
"""What no text of people has in it; a terminal that shows the file may obey it."""


def visible(text: str) -> str:
    """Return the text on one line, with a picture in the place of each character that has none."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _picture(char) for char in text)


def pictured(text: str) -> str:
    """Return the text with a picture in the place of each control character, but for its lines."""
    return text if text.isprintable() else _CONTROL.sub(lambda found: _picture(found[0]), text)


def _picture(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
