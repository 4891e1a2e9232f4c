"""Patterns that can take time exponential in the length of a text."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from generator.ecma.parse import parse
from generator.ecma.ranges import contains
from generator.ecma.syntax import Chars, Choice, Group, Look, Node, Repeat, Sequence

_LONGEST = 6
"""The runs of a character that are looked at are shorter than this."""
_MANY = 10
"""A repetition that may run more often than this counts as endless."""
_MOST_PROBES = 64
"""How many characters are tried."""


@lru_cache(maxsize=4096)
def hazard(pattern: str) -> str | None:
    """Why a pattern may backtrack exponentially, in one clause, or None.

    It finds repetitions whose body reads a run of one character in more than one way, as `(a+)+`,
    `(a|a)*` and `(.*)*` do; not every dangerous pattern is of that kind. Raises `PatternError`.
    """
    for repeat in _repeats(parse(pattern).root):
        for point in _probes(repeat.body):
            if sum(_ways(repeat.body, point)[1:]) > 1:
                return f"a repetition reads {chr(point)!r} repeated in more than one way"
    return None


def _repeats(node: Node) -> Iterator[Repeat]:
    match node:
        case Repeat(body=body, high=high):
            if high is None or high > _MANY:
                yield node
            yield from _repeats(body)
        case Group(body=body) | Look(body=body):
            yield from _repeats(body)
        case Sequence(items=parts) | Choice(branches=parts):
            for part in parts:
                yield from _repeats(part)


def _probes(node: Node) -> list[int]:
    # Where sets overlap, they overlap at the start of a range of one of them.
    found = {first for ranges in _sets(node) for first, _ in ranges}
    return sorted(found)[:_MOST_PROBES]


def _sets(node: Node) -> Iterator[tuple[tuple[int, int], ...]]:
    match node:
        case Chars(ranges=ranges):
            yield ranges
        case Repeat(body=body) | Group(body=body):
            yield from _sets(body)
        case Sequence(items=parts) | Choice(branches=parts):
            for part in parts:
                yield from _sets(part)


def _ways(node: Node, point: int) -> list[int]:
    # In how many ways the node matches 0, 1, 2, … times the same character.
    match node:
        case Chars(ranges=ranges):
            return _power(1) if contains(ranges, point) else _power(-1)
        case Group(body=body):
            return _ways(body, point)
        case Choice(branches=branches):
            return _sum([_ways(branch, point) for branch in branches])
        case Sequence(items=items):
            total = _power(0)
            for item in items:
                total = _product(total, _ways(item, point))
            return total
        case Repeat(body=body, low=low, high=high):
            return _repeated(_ways(body, point), low, high)
        case _:
            # An assertion may rule the run out: what is not sure is not reported.
            return _power(-1)


def _repeated(body: list[int], low: int, high: int | None) -> list[int]:
    low, most = min(low, _LONGEST), _LONGEST if high is None else min(high, _LONGEST)
    total, current = [0] * _LONGEST, _power(0)
    for count in range(most + 1):
        if count >= low:
            total = _sum([total, current])
        # A turn that need not be is never empty.
        current = _product(current, body if count < low else [0, *body[1:]])
    return total


def _power(exponent: int) -> list[int]:
    return [int(index == exponent) for index in range(_LONGEST)]


def _sum(terms: list[list[int]]) -> list[int]:
    return [sum(column) for column in zip(*terms, strict=True)]


def _product(left: list[int], right: list[int]) -> list[int]:
    return [
        sum(left[index] * right[whole - index] for index in range(whole + 1))
        for whole in range(_LONGEST)
    ]
