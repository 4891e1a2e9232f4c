"""How wide a text is where every letter takes one column: in a terminal, or an editor."""

from __future__ import annotations

from unicodedata import combining, east_asian_width


def width(text: str) -> int:
    """Return how many columns a text takes."""
    if text.isascii():
        return len(text)
    return sum(
        0 if combining(char) else 2 if east_asian_width(char) in "WF" else 1 for char in text
    )


def padded(text: str, columns: int) -> str:
    """Return the text with as many blanks behind it as make it that wide."""
    return text + " " * (columns - width(text))
