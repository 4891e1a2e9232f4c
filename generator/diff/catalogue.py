"""Every kind of change, in one place: its code, its title and what `explain` says about it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import Final, Literal

from generator.diff.change import Change
from generator.diff.kinds import ELEMENTS, SCHEMAS
from generator.diff.shown import shown
from generator.frozen import dataclass

Audience = Literal["wire", "python", "docs"]


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of change. `text` may name `{subject}`, `{before}` and `{after}`."""

    code: str
    text: str
    page: str
    audience: Audience = "wire"

    def say(self, change: Change, mark: Callable[[str], str] = str) -> str:
        """Return the sentence about one change of this kind; `mark` marks names and values."""
        json_values = self.code.startswith(_OF_VALUES)
        before, after = (
            "none" if not json_values and value in (None, "", []) else shown(value, mark=mark)
            for value in (change.before, change.after)
        )
        return self.text.format(subject=mark(change.subject), before=before, after=after)


_OF_VALUES: Final = ("default-", "const-", "enum-", "open-enum-")
"""Kinds whose values are JSON: null is one of them."""


_BOUNDS: Final = (
    ("minLength", "the minimum length", "Strings"),
    ("maxLength", "the maximum length", "Strings"),
    ("minItems", "the minimum number of items", "Arrays"),
    ("maxItems", "the maximum number of items", "Arrays"),
    ("minProperties", "the minimum number of members", "Objects"),
    ("maxProperties", "the maximum number of members", "Objects"),
    ("minimum", "the minimum", "Numbers"),
    ("maximum", "the maximum", "Numbers"),
    ("exclusiveMinimum", "the exclusive minimum", "Numbers"),
    ("exclusiveMaximum", "the exclusive maximum", "Numbers"),
)
_FIXED: Final = (
    ("multiple-of", "multipleOf", "Numbers have to be a multiple of this."),
    ("pattern", "the pattern", "Strings have to contain a match of this regular expression."),
    ("format", "the format", "Values have to be of this format; `int32` is within `int64`."),
    ("content-encoding", "contentEncoding", "How the string encodes binary data."),
    ("content-media-type", "contentMediaType", "What the string holds."),
)


def _bound_kinds() -> Iterable[Kind]:
    for keyword, words, values in _BOUNDS:
        code = "".join(f"-{c.lower()}" if c.isupper() else c for c in keyword)
        floor = "min" in keyword.lower()
        narrower, wider = ("increased", "decreased") if floor else ("decreased", "increased")
        page = f"{values} have a bound, `{keyword}`."
        yield Kind(f"{code}-added", f"{words} is {{after}} now", f"{page} There was none before.")
        yield Kind(
            f"{code}-removed", f"{words} of {{before}} is gone", f"{page} There is none now."
        )
        text = f"{words} went from {{before}} to {{after}}"
        yield Kind(f"{code}-{narrower}", text, f"{page} Fewer values are valid now.")
        yield Kind(f"{code}-{wider}", text, f"{page} More values are valid now.")
    for code, words, page in _FIXED:
        yield Kind(f"{code}-added", f"{words} is {{after}} now", f"{page} There was none before.")
        yield Kind(f"{code}-removed", f"{words} {{before}} is gone", f"{page} There is none now.")
        text = f"{words} went from {{before}} to {{after}}"
        yield Kind(f"{code}-changed", text, f"{page} It is another one now.")
    yield Kind("unique-items-added", "items have to be unique now", "`uniqueItems` was set.")
    yield Kind("unique-items-removed", "items may repeat now", "`uniqueItems` was unset.")


def _table() -> Iterable[Kind]:
    yield from _bound_kinds()
    for row in (*SCHEMAS, *ELEMENTS):
        yield Kind(*row)


KINDS: Final[dict[str, Kind]] = {kind.code: kind for kind in _table()}
