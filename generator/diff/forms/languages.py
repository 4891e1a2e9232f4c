"""Which strings a regular expression matches, and whether another matches all of them too.

Works on derivatives of expressions (Brzozowski): two expressions are walked together, character by
character, until one accepts what the other does not, or nothing new turns up. Look-arounds, back
references and anchors in the middle are beyond it; then there is no answer. Patterns are translated
first: they mean here what they mean to the classes.
"""

from __future__ import annotations

import re
from collections import deque
from collections.abc import Iterable, Iterator
from functools import lru_cache
from re import _constants as sre  # type: ignore[attr-defined]
from re import _parser as parser  # type: ignore[attr-defined]
from typing import Any

from generator.diff.forms.strings import matches
from generator.ecma import PatternError, translate
from generator.ecma.ranges import LAST, Ranges, complement, union
from generator.frozen import dataclass

Expression = tuple[Any, ...]
_LEGIBLE = range(33, 127)
_STATES = 2_000
"""How many pairs of expressions a question may come to."""
_REPEATS = 100
"""How often a repetition may run that has an end: each turn is written out."""
_WORDS = 100
"""How many listed values are put into one expression."""
_CLASSES = 300
"""How many classes characters may fall into; each is tried by itself."""
_EXPRESSIONS = 1_000
"""Of how many expressions one may consist: they are looked into by recursion."""
_WORK = 10_000_000
"""How many expressions a question may look at, each as often as there are classes of characters."""
_NOTHING: Expression = ("nothing",)
_EMPTY: Expression = ("empty",)
_ANY: Expression = ("set", ((0, LAST),))
_ALL: Expression = ("length", 0, None)


@dataclass(frozen=True, slots=True)
class Language:
    """Strings in which all patterns are found, of certain lengths; or those that are listed."""

    patterns: tuple[str, ...] = ()
    least: int = 0
    most: int | None = None
    listed: tuple[str, ...] | None = None

    @property
    def node(self) -> Expression:
        """The language as one expression."""
        if self.listed is not None:
            if len(self.listed) > _WORDS:
                raise _Beyond
            return _either(_word(text) for text in self.listed)
        length = ("length", self.least, self.most)
        return _both([*map(_searched, self.patterns), length])

    def has(self, text: str) -> bool:
        """Whether a text is one of the strings."""
        if self.listed is not None:
            return text in self.listed
        short = self.most is not None and len(text) > self.most
        fits = len(text) >= self.least and not short
        return fits and all(matches(pattern, text) for pattern in self.patterns)


def missing(wide: Language, narrow: Language) -> str | bool | None:
    """Return a string of one language that is none of the other; None if there is none.

    False means that nobody can tell.
    """
    try:
        if narrow.listed is not None:
            return next((text for text in narrow.listed if not wide.has(text)), None)
        return _walk(narrow.node, wide.node)
    except (_Beyond, PatternError, re.error, RecursionError, OverflowError):
        return False


class _Beyond(Exception):
    """The expression has something that derivatives cannot follow, or grows too large."""


def _walk(first: Expression, second: Expression) -> str | None:
    """The shortest text that only the first expression matches; None if there is none."""
    characters = sorted({c for one in (first, second) for c in _borders(one)} | {0})
    if len(characters) > _CLASSES or max(_size(first), _size(second)) > _EXPRESSIONS:
        raise _Beyond
    # The most readable character of a class stands for it; such classes are tried first.
    borders = zip(characters, [*characters[1:], LAST + 1], strict=True)
    stand = (_readable(first, after) for first, after in borders)
    readable = sorted(stand, key=lambda c: c not in _LEGIBLE)
    seen = {(first, second)}
    queue = deque([(first, second, "")])
    work = 0
    while queue:
        one, other, text = queue.popleft()
        work += (_size(one) + _size(other)) * len(readable)
        if work > _WORK:
            raise _Beyond
        if _accepts_empty(one) and not _accepts_empty(other):
            return text
        for character in readable:
            pair = _derived(one, character), _derived(other, character)
            if pair[0] == _NOTHING or pair in seen:
                continue
            if len(seen) > _STATES:
                raise _Beyond
            seen.add(pair)
            queue.append((*pair, text + chr(character)))
    return None


def _readable(first: int, after: int) -> int:
    for candidate in (97, 65, 48, 45, 32):
        if first <= candidate < after:
            return candidate
    return next((c for c in _LEGIBLE if first <= c < after), first)


def _searched(pattern: str) -> Expression:
    """The expression for all strings in which a match is found."""
    parsed = parser.parse(translate(pattern))
    if parsed.state.flags & ~re.UNICODE:
        raise _Beyond
    tokens = list(parsed)
    anywhere = _star(_ANY)
    before, after = anywhere, anywhere
    if tokens and tokens[0] in ((sre.AT, sre.AT_BEGINNING), (sre.AT, sre.AT_BEGINNING_STRING)):
        tokens, before = tokens[1:], _EMPTY
    if tokens and tokens[-1] in ((sre.AT, sre.AT_END), (sre.AT, sre.AT_END_STRING)):
        tokens, after = tokens[:-1], _EMPTY
    return _then(before, _then(_sequence(tokens), after))


def _sequence(tokens: Iterable[Any]) -> Expression:
    node = _EMPTY
    for token in reversed(list(tokens)):
        node = _then(_token(*token), node)
    return node


def _token(op: Any, argument: Any) -> Expression:
    """One token of Python's own parser as an expression."""
    if op is sre.LITERAL:
        return ("set", ((argument, argument),))
    if op is sre.NOT_LITERAL:
        return _but(((argument, argument),))
    if op is sre.IN:
        return _class(argument)
    if op is sre.BRANCH:
        return _either(_sequence(branch) for branch in argument[1])
    if op is sre.SUBPATTERN and not argument[1] and not argument[2]:
        return _sequence(argument[3])
    if op in (sre.MAX_REPEAT, sre.MIN_REPEAT):
        return _repeated(*argument)
    raise _Beyond


def _repeated(least: int, most: Any, tokens: Any) -> Expression:
    inner = _sequence(tokens)
    endless = most is sre.MAXREPEAT
    turns = least if endless else most
    if turns > _REPEATS or turns * _size(inner) > _EXPRESSIONS:
        raise _Beyond
    node = _star(inner) if endless else _EMPTY
    for _ in range(0 if endless else most - least):
        node = _either((_EMPTY, _then(inner, node)))
    for _ in range(least):
        node = _then(inner, node)
    return node


def _class(members: Any) -> Expression:
    ranges: list[tuple[int, int]] = []
    negate = False
    for op, argument in members:
        if op is sre.NEGATE:
            negate = True
        elif op is sre.LITERAL:
            ranges.append((argument, argument))
        elif op is sre.RANGE:
            ranges.append(argument)
        elif op is sre.CATEGORY:
            # What is translated has them in `[\s\S]` only: any character.
            ranges.append((0, LAST))
        else:
            raise _Beyond
    return _but(union(ranges)) if negate else ("set", union(ranges))


def _but(ranges: Ranges) -> Expression:
    """Any character but these."""
    return ("set", complement(ranges))


def _then(one: Expression, other: Expression) -> Expression:
    if _NOTHING in (one, other):
        return _NOTHING
    if one == _EMPTY:
        return other
    if other == _EMPTY:
        return one
    if one[0] == "then":
        return ("then", one[1], _then(one[2], other))
    return ("then", one, other)


def _either(nodes: Iterable[Expression]) -> Expression:
    found: set[Expression] = set()
    for node in nodes:
        found |= node[1] if node[0] == "either" else {node}
    found.discard(_NOTHING)
    if len(found) < 2:
        return next(iter(found), _NOTHING)
    return ("either", frozenset(found))


def _both(nodes: Iterable[Expression]) -> Expression:
    found: set[Expression] = set()
    for node in nodes:
        found |= node[1] if node[0] == "both" else {node}
    if _NOTHING in found:
        return _NOTHING
    if len(found) > 1:
        found.discard(_ALL)
    return next(iter(found)) if len(found) == 1 else ("both", frozenset(found))


def _word(text: str) -> Expression:
    return _sequence((sre.LITERAL, ord(character)) for character in text)


def _star(node: Expression) -> Expression:
    return node if node[0] == "star" or node == _EMPTY else ("star", node)


@lru_cache(100_000)
def _accepts_empty(node: Expression) -> bool:
    kind = node[0]
    if kind == "then":
        return _accepts_empty(node[1]) and _accepts_empty(node[2])
    if kind == "either":
        return any(_accepts_empty(one) for one in node[1])
    if kind == "both":
        return all(_accepts_empty(one) for one in node[1])
    if kind == "length":
        return bool(node[1] == 0)
    return kind in ("empty", "star")


@lru_cache(100_000)
def _derived(node: Expression, character: int) -> Expression:
    """What is left to match once a character is read: Brzozowski's derivative."""
    kind = node[0]
    if kind == "set":
        return _EMPTY if any(low <= character <= high for low, high in node[1]) else _NOTHING
    if kind == "either":
        return _either(_derived(one, character) for one in node[1])
    if kind == "both":
        return _both(_derived(one, character) for one in node[1])
    if kind == "length":
        return _shorter(node[1], node[2])
    if kind == "star":
        return _then(_derived(node[1], character), node)
    if kind == "then":
        found = _then(_derived(node[1], character), node[2])
        if _accepts_empty(node[1]):
            return _either((found, _derived(node[2], character)))
        return found
    return _NOTHING


def _shorter(least: int, most: int | None) -> Expression:
    if most == 0:
        return _NOTHING
    return ("length", max(0, least - 1), None if most is None else most - 1)


def _borders(node: Expression) -> Iterator[int]:
    """The characters at which a set of the expression begins, or has just ended."""
    for low, high in (limits for one in _parts(node) if one[0] == "set" for limits in one[1]):
        yield low
        if high < LAST:
            yield high + 1


def _size(node: Expression) -> int:
    return sum(1 for _ in _parts(node))


def _parts(node: Expression) -> Iterator[Expression]:
    """The expression and all that are in it, each as often as it is."""
    waiting = [node]
    while waiting:
        one = waiting.pop()
        yield one
        if one[0] in ("either", "both"):
            waiting += one[1]
        elif one[0] in ("then", "star"):
            waiting += one[1:]
