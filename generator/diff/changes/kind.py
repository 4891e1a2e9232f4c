"""A kind of change: what is said about it, and whom it concerns."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, Literal

from generator.diff.changes.change import Change
from generator.diff.words.shown import blanks_quoted, shown, written
from generator.frozen import dataclass

Audience = Literal["wire", "python", "docs"]
_OF_VALUES: Final = ("default-", "const-", "enum-", "open-enum-")
"""Kinds whose values are JSON: null is one of them."""


def kebab(keyword: str) -> str:
    """Return `maxLength` as `max-length`, as codes are written."""
    return re.sub(r"([A-Z])", lambda found: f"-{found[1].lower()}", keyword)


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. `text` may name `{subject}`, `{before}` and `{after}`."""

    code: str
    text: str
    page: str
    audience: Audience = "wire"

    def say(self, change: Change, mark: Callable[[str], str] = str) -> str:
        """Return the sentence about one change of this kind; `mark` marks names and values."""
        before, after = (self._shown(value, mark) for value in (change.before, change.after))
        return self.text.format(subject=mark(change.subject), before=before, after=after)

    def _shown(self, value: Any, mark: Callable[[str], str]) -> str:
        if value in (None, "", []) and not self.code.startswith(_OF_VALUES):
            return "none"
        # A list is one default, and several values of an enum.
        whole = isinstance(value, list) and self.code.startswith("default-")
        return shown(written(value) if whole else blanks_quoted(value), mark=mark)
