"""What a change is about: which values it may refuse, and which words of a refusal are its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.diff.changes.change import Change
from generator.diff.changes.kinds import KINDS
from generator.diff.proof.export import numeric_limits
from generator.diff.proof.refusal import meant
from generator.facets import json_type
from generator.frozen import dataclass

_OF_MEMBERS = ("property", "required", "member")
_LISTED = frozenset({"enum", "const"})
_OF_NUMBERS = frozenset({"minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum"})


@dataclass(frozen=True, slots=True)
class About:
    """The keywords, or the member of an object, that a change is about; empty for any other.

    `given` says that it makes no difference to objects without the member, `several` that it makes
    one to values that meet several branches, `null` that it is about null, or never is.
    """

    keywords: frozenset[str] = frozenset()
    within: str = ""
    limits: frozenset[float] = frozenset()
    """What a keyword has to say: `format: int32` stands for a minimum and a maximum."""
    member: str = ""
    given: bool = False
    several: bool = False
    null: bool | None = None
    kind: str = ""
    """The JSON type of the values that it is about, if that is one."""

    def concerns(self, value: Any) -> bool:
        """Whether it may make a difference to a value."""
        if self.null is not None and self.null != (value is None):
            return False
        if self.kind and json_type(value) != self.kind:
            return False
        return not self.given or repr(self.member) in repr(value)

    def explains(self, error: Any) -> bool:
        """Whether a value is refused because of it, and not because of another change."""
        if self.several:
            meets = error.validator == "oneOf" and not error.context
            return meets or any(map(self.explains, error.context or ()))
        return self._is_own(error) or any(map(self.explains, error.context or ()))

    def reasons(self, error: Any) -> Iterator[Any]:
        """Yield what is wrong with a value; of a union, in the branch that the value is meant for.

        If it is meant for none, that is the one in which the change explains something, or else
        the union as a whole.
        """
        inner = [] if self.several else meant(error) or self._explained(error)
        found = [reason for one in inner for reason in self.reasons(one)]
        yield from found or [error]

    def _explained(self, error: Any) -> list[Any]:
        """What the change explains in one branch; nothing, where it does so in several."""
        named = self.member or self.within or self.keywords
        told = [one for one in error.context or () if named and self.explains(one)]
        return told if len({one.schema_path[0] for one in told}) == 1 else []

    def _is_own(self, error: Any) -> bool:
        if self.member:
            return self.member in error.absolute_path or repr(self.member) in error.message
        if self.within:
            return self.within in error.absolute_schema_path
        if not self.keywords:
            return True
        named = error.validator in self.keywords and not error.absolute_path
        return named and (not self.limits or error.validator_value in self.limits)


NOTHING: Final = About()


def about(change: Change) -> About:
    """Return what a change is about."""
    kind = KINDS[change.code]
    if kind.of in _OF_MEMBERS and change.subject:
        return About(member=change.subject, given=kind.of == "property" and not kind.keywords)
    if kind.of == "overlap":
        return About(several=True)
    if kind.of == "null":
        return About(null=True)
    keywords = frozenset(kind.keywords.split())
    if kind.of == "implied type":
        return About(keywords, kind=change.before if change.effect == "narrowed" else change.after)
    sides = (change.before, change.after)
    limits = frozenset(limit for name in sides for limit in numeric_limits(name))
    if "format" in keywords and limits:
        return About(_OF_NUMBERS, limits=limits)
    if "type" in keywords and not {"null", "nothing"}.isdisjoint(sides):
        # No other type is left: whatever leaves no value is the reason.
        return NOTHING
    # Whether null is valid is told by itself.
    null = False if kind.within or (keywords and keywords != _LISTED) else None
    return About(keywords, kind.within, null=null)
