"""A text of somebody else, whatever is in it, for where it is shown: a line, Markdown, GitHub."""

from __future__ import annotations

import re
from collections.abc import Mapping

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


def code_span(text: str) -> str:
    """Return a text as a code span, which only more backticks than there are in it can end."""
    if "`" not in text:
        return f"`{text}`"
    fence = "`" + max(re.findall("`+", text))
    return f"{fence} {text} {fence}"


def workflow_command(level: str, properties: Mapping[str, str], message: str) -> str:
    """Return the line for `error`, `warning` or `notice`; `file`, `line` … are properties."""
    told = ",".join(f"{name}={_field(text)}" for name, text in properties.items())
    return f"::{level} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _field(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
