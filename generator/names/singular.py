"""The singular of an English plural, as far as property names need it."""

from __future__ import annotations

import re
from typing import Final

_IRREGULAR: Final = {
    "children": "child",
    "people": "person",
    "men": "man",
    "women": "woman",
    "data": "datum",
    "metadata": "metadatum",
    "media": "medium",
    "criteria": "criterion",
    "indices": "index",
    "matrices": "matrix",
    "vertices": "vertex",
    "analyses": "analysis",
    "bases": "base",
    "movies": "movie",
    "cookies": "cookie",
    "series": "series",
    "species": "species",
    "news": "news",
}
_RULES: Final = (
    (re.compile(r"(ss|us|is|as)$"), r"\1"),
    (re.compile(r"(ss|x|z|ch|sh|us|as)es$"), r"\1"),
    (re.compile(r"([^aeiou])ies$"), r"\1y"),
    (re.compile(r"oes$"), "o"),
    (re.compile(r"([^s])s$"), r"\1"),
)
_LAST_WORD: Final = re.compile(r"(?:[A-Z]?[a-z]+|[A-Z]+)$")


def singular(name: str) -> str:
    """Return a name whose last word is in the singular: `lineItems` becomes `lineItem`.

    What is just called `data` stays that.
    """
    found = _LAST_WORD.search(name)
    if not found or name.lower() == "data":
        return name
    word = found[0]
    return name[: found.start()] + _singular_word(word)


def _singular_word(word: str) -> str:
    irregular = _IRREGULAR.get(word.lower())
    if irregular:
        return irregular.capitalize() if word[0].isupper() else irregular
    for pattern, replacement in _RULES:
        if pattern.search(word):
            return pattern.sub(replacement, word)
    return word
