"""The page of a kind of change, as `typewright explain` prints it."""

from __future__ import annotations

from textwrap import fill
from typing import Final

from generator.diff.changes.change import Change, Effect
from generator.diff.changes.judge import judge
from generator.diff.changes.kind import Kind
from generator.diff.changes.kinds import KINDS

_WORDS: dict[Effect, str] = {
    "narrowed": "where fewer values are valid",
    "widened": "where more values are valid",
    "replaced": "where other values are valid",
    "noted": "where the same values are valid",
    "unclear": "where nobody can tell",
}
_BY_VERB: Final[dict[str, Effect]] = {
    **dict.fromkeys(("added", "closed", "required", "narrowed", "specialised"), "narrowed"),
    **dict.fromkeys(("removed", "opened", "optional", "widened", "generalised"), "widened"),
    **dict.fromkeys(("changed", "moved"), "replaced"),
}
"""What changes have for an effect whose kind says no other."""


def explain(code: str) -> str | None:
    """Return what a code means and how bad it is; None if there is no such code."""
    kind = KINDS.get(code.strip().lower())
    if kind is None:
        return None
    lines = [f"{kind.code}: {_title(kind)}", "", fill(kind.page, 100), "", *_levels(kind.code), ""]
    lines += [
        "Settings may say otherwise: `rules` of [tool.typewright.diff] give a level to a code,",
        "`typewright diff --accept` accepts single findings.",
    ]
    return "\n".join(lines) + "\n"


def titles() -> dict[str, str]:
    """Return what each code says, in a few words."""
    return {code: _title(kind) for code, kind in sorted(KINDS.items())}


def _title(kind: Kind) -> str:
    words = {"subject": "NAME", "before": "OLD", "after": "NEW"}
    return kind.text.format(**words)


def effects(code: str) -> tuple[Effect, ...]:
    """Return the effects that changes of a kind can have, outside of `not`."""
    kind = KINDS[code]
    if kind.audience != "wire":
        return ("noted",)
    # A code may end with when it was: `parameter-removed-after-sunset`.
    verbs = (word for word in reversed(code.split("-")) if word in _BY_VERB)
    return kind.effects or (_BY_VERB[next(verbs)],)


def _levels(code: str) -> list[str]:
    """How bad it is, in a line for each effect that it can have."""
    found = {effect: _level(code, effect) for effect in effects(code)}
    if len(found) == 1:
        return [f"How bad it is: {next(iter(found.values()))}."]
    return ["How bad it is,", *(f"  {_WORDS[effect]}: {told}" for effect, told in found.items())]


def _level(code: str, effect: Effect) -> str:
    change = Change(code, effect, None, None)
    request = judge(change, "request", frozenset())
    response = judge(change, "response", frozenset())
    return request if request == response else f"{request} in requests, {response} in responses"
