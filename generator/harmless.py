"""An extension of Python-Markdown: tags that do harm, or end a table of ours, are shown as text.

Only the site loads it, by its name: Python-Markdown comes with the extra `site`.
"""

from __future__ import annotations

from importlib import import_module
from typing import Any, Final

_FOREIGN: Final = r"<(?=/?(?:script|style|iframe|object|embed|form|table|thead|tbody|tr|th|td)\b)"
_BEFORE_HTML: Final = 95
"""A priority: that of what Markdown itself does with HTML is 90."""
_patterns: Any = import_module("markdown.inlinepatterns")
_extensions: Any = import_module("markdown.extensions")


class _Shown(_patterns.InlineProcessor):  # type: ignore[misc]
    def handleMatch(self, found: Any, _: str) -> tuple[str, int, int]:
        return self.md.htmlStash.store("&lt;"), found.start(0), found.end(0)


class _Harmless(_extensions.Extension):  # type: ignore[misc]
    def extendMarkdown(self, md: Any) -> None:
        # What would be a block of raw HTML is looked at tag by tag.
        md.preprocessors.deregister("html_block")
        md.inlinePatterns.register(_Shown(_FOREIGN, md), "foreign", _BEFORE_HTML)


def makeExtension(**_: Any) -> Any:
    """Return the extension; its name is that of Python-Markdown."""
    return _Harmless()
