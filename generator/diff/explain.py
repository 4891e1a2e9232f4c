"""The page of a kind of change, as `typewright explain` prints it."""

from __future__ import annotations

from generator.diff.catalogue import KINDS, Kind
from generator.diff.change import Change, Effect
from generator.diff.judge import Level, judge

_EFFECTS: tuple[tuple[Effect, str], ...] = (
    ("narrowed", "fewer values are valid"),
    ("widened", "more values are valid"),
    ("replaced", "other values are valid"),
    ("noted", "the same values are valid"),
)


def explain(code: str) -> str | None:
    """Return what a code means and how bad it is; None if there is no such code."""
    kind = KINDS.get(code.strip().lower())
    if kind is None:
        return None
    lines = [f"{kind.code}: {_title(kind)}", "", kind.page, "", "How bad it is:", ""]
    for effect, words in _EFFECTS:
        request, response = (_level(code, effect, one) for one in ("request", "response"))
        lines.append(f"  where {words + ':':<32} requests {request:<11} responses {response}")
    lines += [
        "",
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


def _level(code: str, effect: Effect, direction: str) -> Level:
    change = Change(code.strip().lower(), effect, None, None)
    return judge(change, "request" if direction == "request" else "response", frozenset())
