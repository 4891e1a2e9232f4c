"""A text as code in Markdown, whatever it holds."""

from __future__ import annotations

import re


def code_span(text: str) -> str:
    """Return a text as a code span, which only more backticks than there are in it can end."""
    if "`" not in text:
        return f"`{text}`"
    fence = "`" + max(re.findall("`+", text))
    return f"{fence} {text} {fence}"
