"""What a pattern is made of: frozen nodes, with the offset in the pattern where one may fail."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Literal, TypeAlias

from generator.ecma.ranges import Ranges
from generator.frozen import dataclass


class PatternError(ValueError):
    """What ECMA-262 refuses or `re` cannot express; `position` is an offset in the pattern."""

    def __init__(self, message: str, position: int) -> None:
        super().__init__(message)
        self.message = message
        self.position = position


@dataclass(frozen=True, slots=True)
class Chars:
    """One character of a set."""

    ranges: Ranges


@dataclass(frozen=True, slots=True)
class Edge:
    """An assertion about the place between two characters."""

    kind: Literal["start", "end", "word", "inside"]


@dataclass(frozen=True, slots=True)
class Sequence:
    """One after the other; empty for the empty pattern."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Choice:
    """The first branch that lets the rest match."""

    branches: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Repeat:
    """`body`, `low` to `high` times; `high` is None without a bound."""

    body: Node
    low: int
    high: int | None
    lazy: bool
    position: int


@dataclass(frozen=True, slots=True)
class Group:
    """A capturing group; numbers start at 1."""

    body: Node
    number: int


@dataclass(frozen=True, slots=True)
class Look:
    """A lookahead or lookbehind."""

    body: Node
    behind: bool
    negative: bool
    position: int


@dataclass(frozen=True, slots=True)
class Reference:
    """What a group matched, by its number or its name."""

    target: int | str
    position: int


Node: TypeAlias = Chars | Edge | Sequence | Choice | Repeat | Group | Look | Reference


@dataclass(frozen=True, slots=True)
class Pattern:
    """A parsed pattern; a name may belong to several groups, in different branches."""

    root: Node
    names: Mapping[str, tuple[int, ...]]
