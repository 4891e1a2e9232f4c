"""The page of a kind of change, as `typewright explain` prints it."""

from __future__ import annotations

from textwrap import fill

from generator.diff.changes.catalogue import KINDS
from generator.diff.changes.change import Change, Effect
from generator.diff.changes.effects import effects
from generator.diff.changes.judge import judge
from generator.diff.changes.kind import Kind

_WORDS: dict[Effect, str] = {
    "narrowed": "where fewer values are valid",
    "widened": "where more values are valid",
    "replaced": "where other values are valid",
    "noted": "where the same values are valid",
    "unclear": "where nobody can tell",
}


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
