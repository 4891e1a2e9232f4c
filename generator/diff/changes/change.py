"""A change between two versions as plain data: what happened, and where; not how bad it is."""

from __future__ import annotations

from dataclasses import field
from typing import Any, Final, Literal

from generator.diff.described.contract import DIRECTIONS, Direction, Element
from generator.diff.forms.form import Conj
from generator.frozen import dataclass
from generator.source import Place

Effect = Literal["narrowed", "widened", "replaced", "unclear", "noted"]
"""Fewer values are valid, more are, some others are, nobody can tell, or the same are."""

Side = Literal["old", "new"]
"""The version of which something is."""
BOTH: Final[frozenset[Direction]] = frozenset(DIRECTIONS)
ValuePath = tuple[str | int, ...] | None
"""The name of a member, or the index of an item; None where there is no one place."""
IN_PLACE: Final[ValuePath] = ()
"""Branches of a union, `then`, `not`: they speak of the same value."""
INVERSE: Final[dict[Effect, Effect]] = {"narrowed": "widened", "widened": "narrowed"}


@dataclass(frozen=True, slots=True)
class Pair:
    """Two schemas that stand for each other. `text` counts how deep values are written as text."""

    old: Conj
    new: Conj
    text: int = 0

    def of(self, side: Side) -> Conj:
        """Return the schema of one version."""
        return self.old if side == "old" else self.new


@dataclass(frozen=True, slots=True)
class Context:
    """Whose values are spoken of: those of an operation, in one direction."""

    operation: str
    direction: Direction
    stability: str = ""

    @staticmethod
    def of(operation: Element) -> Context:
        """Return the context of what clients send to an operation."""
        return Context(operation.key, "request", str(operation.said.stability or ""))

    @property
    def turned(self) -> Context:
        """The context of a callback, in which the server calls the client."""
        direction: Direction = "response" if self.direction == "request" else "request"
        return Context(self.operation, direction, self.stability)


@dataclass(frozen=True, slots=True)
class Change:
    """What a rule found. `subject` is the name of what is spoken of, where it has one.

    A change inside schemas has a `pair` and counts for each of its `directions` in which the
    schemas are used; any other has its `context`.
    """

    code: str
    effect: Effect
    old: Place | None
    new: Place | None
    before: Any = None
    after: Any = None
    subject: str = ""
    directions: frozenset[Direction] = BOTH
    pair: Pair | None = None
    branch: Pair | None = None
    """A branch that came, or went, and what stands for all branches in the other version."""
    context: Context | None = None
    edited: Side | Literal[""] = ""
    """The side that was edited, where the other shows a schema that nobody touched."""
    turned: bool = False
    """Whether it was found below a `not`; `effect` says what that is for the whole."""
    used: Place | None = None
    """Where what came, or went, is referred to, if it is a component: that was edited."""
    composed: tuple[Place, Place] | None = None
    """The schemas that bring others together, if that was edited, and the others were not."""

    @property
    def comes(self) -> bool:
        """Whether something is there that was not: the codes of this say so."""
        return self.code.endswith("-added")

    @property
    def goes(self) -> bool:
        """Whether something was there that is not: the codes say so, some with a when."""
        return "-removed" in self.code

    @property
    def place(self) -> Place | None:
        """Where it happened: in the new version, or in the old one for what is gone."""
        if self.edited:
            return self.old if self.edited == "old" else self.new
        if self.goes:
            return self.old or self.new
        return self.new or self.old

    @property
    def home(self) -> Place | None:
        """What it is a change of: where it happened, or what brings that together with others."""
        if self.composed is None:
            return self.place
        return self.composed[0] if self.place is self.old else self.composed[1]

    @property
    def lines(self) -> tuple[Place | None, Place | None]:
        """Where both versions show it: what came, or went, where it is used."""
        if self.composed is not None:
            return self.composed
        if self.used is None:
            return self.old, self.new
        return (self.used, self.new) if self.place is self.old else (self.old, self.used)


@dataclass(frozen=True, slots=True)
class Edge:
    """Two schemas that are compared because the ones around them are; `turned` below a `not`.

    `path` leads from a value of those around them to the one that they speak of.
    """

    pair: Pair
    directions: frozenset[Direction] = BOTH
    turned: bool = False
    path: ValuePath = None
    used: Pair | None = None
    """The two as they are referred to."""


@dataclass(frozen=True, slots=True)
class Slot:
    """Two schemas whose values an operation takes or gives; `used` is as it refers to them."""

    pair: Pair
    context: Context
    used: Pair | None = None


@dataclass(slots=True)
class Compared:
    """What the rules found about one pair of schemas."""

    changes: list[Change] = field(default_factory=list)
    edges: list[Edge] = field(default_factory=list)
