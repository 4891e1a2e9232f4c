"""A text of somebody else's on a line of a terminal, whatever characters are in it."""

from __future__ import annotations


def visible(text: str) -> str:
    """Return the text on one line, with a picture in the place of each character that has none."""
    if text.isprintable():
        return text
    return "".join(char if char.isprintable() else _picture(char) for char in text)


def _picture(char: str) -> str:
    if char < " ":
        return chr(0x2400 + ord(char))
    return " " if char.isspace() else "\N{REPLACEMENT CHARACTER}"
