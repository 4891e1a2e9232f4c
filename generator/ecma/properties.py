"""`\\p{…}`: the code points of a Unicode property, asked of the engine in `jsonschema-rs`.

`unicodedata` knows neither scripts nor most binary properties, and its tables change with the
Python that runs the generator, which the output must not.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache

from generator.ecma.ranges import Ranges, union

_NAME = re.compile(
    r"(?:(gc|General_Category|sc|Script|scx|Script_Extensions)=)?"
    r"((?:[A-Z][A-Za-z0-9]*)(?:_[A-Za-z0-9]+)*|digit|punct|cntrl)"
)
_SURROGATES = (0xD800, 0xDFFF)
_WITH_SURROGATES = {"Any", "Assigned", "C", "Other", "Cs", "Surrogate"}
# Unicode text has no surrogates, so the engine must not be shown any.
_BLOCKS = [(0, 0xD7FF), (0xE000, 0xFFFF), *((p << 16, (p << 16) + 0xFFFF) for p in range(1, 17))]


@cache
def unicode_property(expression: str) -> Ranges | None:
    """The ranges of `\\p{expression}`, or None where ECMA-262 knows no such property."""
    name = _NAME.fullmatch(expression)
    if name is None or (name[1] is None and _asks(f"\\p{{Script={name[2]}}}")):
        return None
    within, without = _asks(f"^\\p{{{expression}}}*$"), _asks(f"^\\P{{{expression}}}*$")
    if within is None or without is None:
        return None
    found = [block for start in _BLOCKS for block in _search(start, within, without)]
    if name[2] in _WITH_SURROGATES:
        found.append(_SURROGATES)
    return union(found)


def _asks(pattern: str) -> Callable[[object], bool] | None:
    import jsonschema_rs

    try:
        return jsonschema_rs.validator_for({"pattern": pattern}).is_valid
    except jsonschema_rs.ValidationError:
        return None


def _search(
    block: tuple[int, int], within: Callable[[object], bool], without: Callable[[object], bool]
) -> Iterator[tuple[int, int]]:
    # Whole blocks are in or out more often than not; only a mixed one is cut into sixteen.
    first, last = block
    text = _text(first, last)
    if without(text):
        return
    if within(text):
        yield block
        return
    step = max(1, (last - first + 1) // 16)
    for start in range(first, last + 1, step):
        yield from _search((start, min(last, start + step - 1)), within, without)


@cache
def _text(first: int, last: int) -> str:
    return "".join(map(chr, range(first, last + 1)))
