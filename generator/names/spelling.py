"""Numbers in words, as the tables spell them: British, with `and` before the tens."""

from __future__ import annotations

_SMALL = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen "
    "fifteen sixteen seventeen eighteen nineteen"
).split()
_TENS = "- - twenty thirty forty fifty sixty seventy eighty ninety".split()
_SCALES = (
    (10**15, "quadrillion"),
    (10**12, "trillion"),
    (10**9, "billion"),
    (10**6, "million"),
    (10**3, "thousand"),
)
_LIMIT = 10**18


def number_words(number: int) -> list[str]:
    """Return the words of a number from 0 up; a very large one is spelled digit by digit."""
    if number >= _LIMIT:
        return [_SMALL[int(digit)] for digit in str(number)]
    words: list[str] = []
    rest = number
    for scale, name in _SCALES:
        if rest >= scale:
            words += [*_below_thousand(rest // scale), name]
            rest %= scale
    if rest or not words:
        words += ["and"] * (bool(words) and rest < 100) + _below_thousand(rest)
    return words


def _below_thousand(number: int) -> list[str]:
    if number >= 100:
        tail = number % 100
        return [
            _SMALL[number // 100],
            "hundred",
            *(["and", *_below_thousand(tail)] if tail else []),
        ]
    if number >= 20:
        return [_TENS[number // 10], *([_SMALL[number % 10]] if number % 10 else [])]
    return [_SMALL[number]]
