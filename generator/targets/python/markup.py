"""HTML in descriptions: tables show it as such, docstrings say it in the signs of Markdown."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HTML = (
    r"(?P<code>(`+)(?!`).+?(?<!`)\2(?!`))"
    r"""|<a\s[^<>]*?\bhref\s*=\s*["']?(?P<to>[^"'<>\s]+)[^<>]*>"""
    # Up to the next link only, lest many that nothing closes are each read to the end.
    r"(?P<shown>[^<]*(?:<(?!/?a\b)[^<]*)*)</a>"
    r"|<(?P<mark>code|b|strong|i|em)>(?P<marked>[^<]+)</(?P=mark)>"
    r"|<(?P<tag>br|/?(?:p|[uo]l|li))(?:\s[^<>]*)?/?>(?P<after>\s*)"
    r"|(?P<reference>&(?:#\d+|#x[0-9a-f]+|\w+);)"
)
"""Compiled only where a description has any: that takes as long as a hundred descriptions."""
_SIGNS: Mapping[str, str] = {"code": "`", "b": "**", "strong": "**", "i": "*", "em": "*"}
_ITEM: Mapping[str, str] = {"li": "\n- ", "/li": ""}


def as_markdown(text: str) -> str:
    """Return a description without HTML where Markdown has a sign for it; code is left alone."""
    if "<" not in text and "&" not in text:
        return text
    text = re.sub(_HTML, _sign, text, flags=re.DOTALL | re.IGNORECASE)
    return re.sub(r"\n{3,}", "\n\n", text).strip()


def _sign(found: re.Match[str]) -> str:
    if found["code"]:
        return found[0]
    if found["to"]:
        return f"[{as_markdown(found['shown'])}]({found['to']})"
    if found["mark"]:
        sign = _SIGNS[found["mark"].lower()]
        return f"{sign}{as_markdown(found['marked'])}{sign}"
    if found["reference"]:
        import html

        return html.unescape(found["reference"]).replace("\xa0", " ")
    tag, after = found["tag"].lower(), found["after"]
    if tag == "br":
        # A line that is broken here anyway is not broken twice.
        return "\n" + after.lstrip(" \t\r").removeprefix("\n")
    return _ITEM.get(tag, "\n\n")
