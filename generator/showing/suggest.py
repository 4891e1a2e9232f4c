"""Did you mean …? Neither capitals nor small slips keep a word from being found."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, candidates: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the candidate that is most like `word`, if one is so much `alike`, of 1."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    found = get_close_matches(word.casefold(), by_folded, 1, alike)
    return by_folded[found[0]] if found else None


def did_you_mean(word: str, candidates: Iterable[str], otherwise: str = "") -> str:
    """Return a hint at the closest candidate, or what else to say where none is close."""
    near = closest(word, candidates)
    return otherwise if near is None else f"did you mean '{near}'?"
