"""Did you mean …?"""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def closest(word: str, candidates: Iterable[str], alike: float = 0.6) -> str | None:
    """Return the candidate that is most like `word`, if any is like it at all."""
    by_folded = {candidate.casefold(): candidate for candidate in candidates}
    found = get_close_matches(word.casefold(), by_folded, 1, alike)
    return by_folded[found[0]] if found else None
