"""What a change is about: which values it may refuse, and which words of a refusal are its own."""

from __future__ import annotations

from typing import Any, Final

from generator.diff.changes.change import Change
from generator.diff.forms.form import BOUND_TYPES
from generator.frozen import dataclass

_MEMBERS = ("property-", "required-")


@dataclass(frozen=True, slots=True)
class About:
    """The keyword, or the member of an object, that a change is about; empty for any other.

    `given` says that it makes no difference to objects without the member, `several` that it makes
    one to values that meet several branches.
    """

    keyword: str = ""
    member: str = ""
    given: bool = False
    several: bool = False

    def concerns(self, value: Any) -> bool:
        """Whether it may make a difference to a value."""
        return not self.given or repr(self.member) in repr(value)

    def explains(self, error: Any) -> bool:
        """Whether a value is refused because of it, and not because of another change."""
        if self.several:
            meets = error.validator == "oneOf" and not error.context
            return meets or any(map(self.explains, error.context or ()))
        # The maximum of a whole number may be written as `exclusiveMaximum`.
        if not str(error.validator).lower().endswith(self.keyword.lower()):
            return False
        inside = self.member in error.absolute_path or repr(self.member) in error.message
        return not self.member or inside or any(map(self.explains, error.context or ()))


NOTHING: Final = About()


def about(change: Change) -> About:
    """Return the keyword of a bound, or the member of an object, that a change is about."""
    first, *rest = change.code.removeprefix("exclusive-").split("-")[:-1]
    word = first + "".join(map(str.capitalize, rest))
    return About(
        word if word in BOUND_TYPES else "",
        change.subject if change.code.startswith(_MEMBERS) else "",
        given=change.code.startswith("property-"),
        several="-became-" in change.code,
    )
