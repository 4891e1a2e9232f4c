"""A kind of change: what is said about it, whom it concerns, and what it says of values."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any, Final, Literal, get_args

from generator.diff.changes.change import Change, Effect, Side
from generator.diff.words.shown import blanks_quoted, shown, written
from generator.frozen import dataclass

Audience = Literal["wire", "python", "docs"]
Thing = Literal[
    "document",
    "operation",
    "webhook",
    "callback",
    "parameter",
    "header",
    "body",
    "media type",
    "status",
    "server",
    "scheme",
    "flow",
    "scope",
    "property",
    "pattern",
    "branch",
    "value",
    "known value",
]
"""What comes or goes as a whole."""
Aspect = Literal[
    "required",
    "member",
    "contents",
    "null",
    "overlap",
    "implied type",
    "default",
    "promise",
    "deprecation",
    "prose",
]
"""What else is spoken of apart from the rest.

Whether a member has to be there, anything else about it, and all that an object or array holds;
null, values that several branches accept, a type that nobody wrote out; what is announced.
"""
THINGS: Final[frozenset[str]] = frozenset(get_args(Thing))
Proving = Literal["", "unseen", "formats", "restated", "guessed"]
"""What is known of proofs, where these are not as usual.

`unseen`: no validator looks at it, so that nothing can be proven, nor disproven; `formats`: each
validator knows some; `restated`: often that is only another way of saying the same; `guessed`: so
often that it may do no harm where no value is found.
"""


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
    effects: tuple[Effect, ...] = ()
    """Those that it can have outside of `not`, where the verb in the code does not say it."""
    of: Thing | Aspect | Literal[""] = ""
    keywords: str = ""
    """Those that refuse a value because of it."""
    within: str = ""
    """The keyword that does so for what stands in the value."""
    proving: Proving = ""
    counted: bool = False
    """Whether its limit is a number of characters, items or members."""
    values: bool = False
    """Whether it tells of JSON, of which null is a value."""
    demanded: bool = False
    """Whether it is what a team asks of itself."""
    stands: Side | Literal[""] = ""
    """The only version that shows it, where the verb in the code does not say it."""

    def say(self, change: Change, mark: Callable[[str], str] = str) -> str:
        """Return the sentence about one change of this kind; `mark` marks names and values."""
        before, after = (self._shown(value, mark) for value in (change.before, change.after))
        text = self.text
        was, is_there = (value not in (None, "") for value in (change.before, change.after))
        if self.of == "prose" and was != is_there:
            text = text.replace(" changed", " is gone" if was else " is new")
        return text.format(subject=mark(change.subject), before=before, after=after)

    def _shown(self, value: Any, mark: Callable[[str], str]) -> str:
        if value in (None, "", []) and not self.values:
            return "none"
        # A list is one default, and several values of an enum.
        whole = isinstance(value, list) and self.of == "default"
        return shown(written(value) if whole else blanks_quoted(value), mark=mark)
