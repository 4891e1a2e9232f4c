"""What a change is about: which values it may refuse, and which words of a refusal are its own."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Final

from generator.diff.changes.change import Change
from generator.diff.changes.kind import kebab
from generator.diff.forms.form import BOUND_TYPES
from generator.diff.proof.export import numeric_limits
from generator.diff.proof.refusal import meant
from generator.facets import json_type
from generator.frozen import dataclass

_MEMBERS = ("property-", "required-")
_LISTED = frozenset({"enum", "const"})
_OWN: Final = {
    **{kebab(word): frozenset({word}) for word in BOUND_TYPES},
    # The maximum of a whole number may be written as `exclusiveMaximum`.
    **{name: frozenset({name, f"exclusive{name.capitalize()}"}) for name in ("minimum", "maximum")},
    "type": frozenset({"type"}) | _LISTED,
    "object-type": frozenset({"type"}),
    "enum": _LISTED,
    "const": _LISTED,
}
"""Keywords of the value itself that refuse it for a change, by the beginning of its code."""
_WITHIN: Final = {
    "additional-properties": "additionalProperties",
    "property-names": "propertyNames",
    "pattern-property": "patternProperties",
    "unevaluated-properties": "unevaluatedProperties",
    "unevaluated-items": "unevaluatedItems",
    "prefix-items": "prefixItems",
    "items": "items",
}
"""Keywords that refuse it for what stands in the value."""


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
    code = change.code
    if code.startswith(_MEMBERS) and change.subject:
        return About(member=change.subject, given=code.startswith("property-"))
    if "-became-" in code:
        return About(several=True)
    if code.startswith("nullable-"):
        return About(null=True)
    if code == "implied-type-replaced":
        kind = change.before if change.effect == "narrowed" else change.after
        return About(_OWN["type"], kind=kind)
    known = [one for one in (*_OWN, *_WITHIN) if code.startswith((f"{one}-", f"exclusive-{one}-"))]
    word = max(known, key=len, default="")
    sides = (change.before, change.after)
    limits = frozenset(limit for name in sides for limit in numeric_limits(name))
    if word == "format" and limits:
        return About(_OWN["minimum"] | _OWN["maximum"], limits=limits)
    if word == "type" and not {"null", "nothing"}.isdisjoint(sides):
        # No other type is left: whatever leaves no value is the reason.
        return NOTHING
    # Whether null is valid is told by itself.
    null = False if word and word not in _LISTED else None
    return About(_OWN.get(word, frozenset()), _WITHIN.get(word, ""), null=null)
