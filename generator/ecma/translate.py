"""Nodes → a pattern for `re.compile(…).search`, the same on every Python since 3.10."""

from __future__ import annotations

from functools import lru_cache

from generator.ecma.parse import parse
from generator.ecma.ranges import Ranges, complement
from generator.ecma.syntax import (
    Chars,
    Choice,
    Edge,
    Group,
    Look,
    Node,
    Pattern,
    PatternError,
    Reference,
    Repeat,
    Sequence,
)
from generator.ecma.width import width

MOST_REPEATS = 999_999
"""How often one part of a pattern may be asked for, through all the repetitions around it."""

# `\B` of `re` does not hold in the empty string before Python 3.14.
_EDGES = {"start": "^", "end": r"\Z", "word": r"(?a:\b)", "inside": r"(?!(?a:\b))"}
_NOTHING = "(?!)"
_CONTROLS = {9: r"\t", 10: r"\n", 11: r"\v", 12: r"\f", 13: r"\r"}


@lru_cache(maxsize=4096)
def translate(pattern: str) -> str:
    """The Python pattern that finds in a string what the ECMA-262 pattern finds.

    Raises `PatternError` for what ECMA-262 refuses and for what `re` cannot do: a lookbehind of
    varying width, a reference into a repetition that forgets its group, more repeats than
    `MOST_REPEATS`. Groups that nothing refers to do not capture.
    """
    parsed = parse(pattern)
    writer = _Writer(parsed)
    return writer.write(parsed.root)


def _targets(node: Node, names: Pattern) -> set[int]:
    match node:
        case Reference(target=str() as name):
            return set(names.names[name])
        case Reference(target=int() as number):
            return {number}
        case Sequence(items=parts) | Choice(branches=parts):
            return {target for part in parts for target in _targets(part, names)}
        case Repeat(body=body) | Group(body=body) | Look(body=body):
            return _targets(body, names)
        case _:
            return set()


class _Writer:
    def __init__(self, pattern: Pattern) -> None:
        self.pattern = pattern
        self.wanted = _targets(pattern.root, pattern)
        self.numbers: dict[int, int] = {}
        self.closed: dict[int, tuple[Node, ...]] = {}
        self.around: list[Node] = []
        self.times = 1

    def write(self, node: Node) -> str:
        self.around.append(node)
        text = self.written(node)
        self.around.pop()
        return text

    def written(self, node: Node) -> str:
        match node:
            case Chars(ranges=ranges):
                return _chars(ranges)
            case Edge(kind=kind):
                return _EDGES[kind]
            case Sequence(items=items):
                return "".join(self.part(item) for item in items)
            case Choice(branches=branches):
                return "|".join(self.write(branch) for branch in branches)
            case Repeat():
                return self.repeat(node)
            case Group():
                return self.group(node)
            case Look():
                return self.look(node)
            case Reference():
                return self.reference(node)

    def part(self, node: Node) -> str:
        text = self.write(node)
        return f"(?:{text})" if isinstance(node, Choice) else text

    def repeat(self, node: Repeat) -> str:
        before = self.times
        self.times *= max(1, node.low, node.high or 0)
        if self.times > MOST_REPEATS:
            raise PatternError(
                f"it asks for {self.times:,} repeats, the most is {MOST_REPEATS:,}", node.position
            )
        body = self.write(node.body)
        self.times = before
        if not isinstance(node.body, Chars | Group):
            body = f"(?:{body})"
        return body + _quantifier(node)

    def group(self, node: Group) -> str:
        if node.number not in self.wanted:
            return f"(?:{self.write(node.body)})"
        self.numbers[node.number] = len(self.numbers) + 1
        text = f"({self.write(node.body)})"
        self.closed[node.number] = tuple(self.around)
        return text

    def look(self, node: Look) -> str:
        """Write a lookbehind whose branches differ in width as one for each of them."""
        mark = ("<" if node.behind else "") + ("!" if node.negative else "=")
        if not node.behind:
            return f"(?{mark}{self.write(node.body)})"
        if _targets(node.body, self.pattern):
            raise PatternError("`re` allows no reference in a lookbehind", node.position)
        # `re` wants one width for a lookbehind, but the branches may differ from each other.
        branches = node.body.branches if isinstance(node.body, Choice) else (node.body,)
        for branch in branches:
            low, high = width(branch)
            if low != high:
                raise PatternError("`re` allows no lookbehind of varying width", node.position)
        if len({width(branch) for branch in branches}) == 1:
            return f"(?{mark}{self.write(node.body)})"
        parts = [f"(?{mark}{self.write(branch)})" for branch in branches]
        return "".join(parts) if node.negative else f"(?:{'|'.join(parts)})"

    def reference(self, node: Reference) -> str:
        targets = (
            (node.target,) if isinstance(node.target, int) else self.pattern.names[node.target]
        )
        # A group that has not matched yet, or not at all, is the empty string to ECMA-262.
        return "".join(self.back(target, node.position) for target in targets)

    def back(self, target: int, position: int) -> str:
        around = self.closed.get(target)
        if around is None:
            return ""
        outside = [node for node in around if not any(node is one for one in self.around)]
        if any(isinstance(node, Look) and node.negative for node in outside):
            return ""
        if _forgets(around):
            raise PatternError(
                f"the repetition around group {target} may forget what it matched", position
            )
        number = self.numbers[target]
        return rf"(?({number})\{number})"


def _forgets(around: tuple[Node, ...]) -> bool:
    # ECMA-262 empties the groups of a repetition at each turn; `re` keeps what they last had.
    optional = False
    for node in reversed(around):
        if isinstance(node, Repeat) and node.high != 1 and (optional or not width(node.body)[0]):
            return True
        optional |= isinstance(node, Choice) or (isinstance(node, Repeat) and node.low == 0)
    return False


def _quantifier(node: Repeat) -> str:
    low, high = node.low, node.high
    lazy = "?" if node.lazy and low != high else ""
    if high is None and low < 2:
        return "*+"[low] + lazy
    if (low, high) == (0, 1):
        return "?" + lazy
    if low == high:
        return f"{{{low}}}"
    return f"{{{low},{'' if high is None else high}}}{lazy}"


def _chars(ranges: Ranges) -> str:
    if not ranges:
        return _NOTHING
    if len(ranges) == 1 and ranges[0][0] == ranges[0][1]:
        return _char(ranges[0][0], r".^$*+?{}[]\|()")
    others = complement(ranges)
    if not others:
        return r"[\s\S]"
    return f"[^{_members(others)}]" if len(others) < len(ranges) else f"[{_members(ranges)}]"


def _members(ranges: Ranges) -> str:
    return "".join(_range(part) for bounds in ranges for part in _parts(bounds))


def _parts(bounds: tuple[int, int]) -> Ranges:
    # `/` and `0-9` have become one range; people read it better as they wrote it.
    first, last = bounds
    if first <= 0x20 or last >= 0x7F:
        return (bounds,)
    cuts = [first, *(cut for cut in (0x30, 0x3A, 0x41, 0x5B, 0x61, 0x7B) if first < cut <= last)]
    return tuple(zip(cuts, [*(cut - 1 for cut in cuts[1:]), last], strict=True))


def _range(bounds: tuple[int, int]) -> str:
    first, last = (_char(point, r"[]\^-&~|") for point in bounds)
    if bounds[0] == bounds[1]:
        return first
    return f"{first}{last}" if bounds[0] + 1 == bounds[1] else f"{first}-{last}"


def _char(point: int, special: str) -> str:
    if 0x20 <= point < 0x7F:
        char = chr(point)
        return f"\\{char}" if char in special else char
    if point in _CONTROLS:
        return _CONTROLS[point]
    if point < 0x100:
        return f"\\x{point:02x}"
    return f"\\u{point:04x}" if point < 0x10000 else f"\\U{point:08x}"
