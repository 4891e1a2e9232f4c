"""How many characters a node can match."""

from __future__ import annotations

from generator.ecma.syntax import (
    Chars,
    Choice,
    Edge,
    Group,
    Look,
    Node,
    Reference,
    Repeat,
    Sequence,
)


def width(node: Node) -> tuple[int, int | None]:
    """The fewest and the most characters; None without a bound."""
    match node:
        case Chars():
            return 1, 1
        case Edge() | Look():
            return 0, 0
        case Reference():
            return 0, None
        case Group(body=body):
            return width(body)
        case Repeat(body=body, low=low, high=high):
            least, most = width(body)
            return least * low, None if most is None or high is None else most * high
        case Choice(branches=branches):
            return _widest([width(branch) for branch in branches])
        case Sequence(items=items):
            return _sum([width(item) for item in items])


def _widest(widths: list[tuple[int, int | None]]) -> tuple[int, int | None]:
    known = _known(widths)
    return min(low for low, _ in widths), None if known is None else max(known)


def _sum(widths: list[tuple[int, int | None]]) -> tuple[int, int | None]:
    known = _known(widths)
    return sum(low for low, _ in widths), None if known is None else sum(known)


def _known(widths: list[tuple[int, int | None]]) -> list[int] | None:
    """The most characters of each; None if one of them has no bound."""
    known = [high for _, high in widths if high is not None]
    return known if len(known) == len(widths) else None
