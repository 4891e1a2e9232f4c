"""What a description promises, as plain data: operations and their parts, each with its place."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType
from typing import Any, Final, Literal

from generator.diff.words.label import is_named
from generator.frozen import dataclass
from generator.ir import Notes, Schema, TypeId
from generator.source import Place, join

Direction = Literal["request", "response"]
DIRECTIONS: Final[tuple[Direction, Direction]] = ("request", "response")
"""Those in which values are sent, as a client sees it."""
_NOTHING: Final[Mapping[str, Any]] = MappingProxyType({})


def seen(notes: Notes) -> frozenset[Direction]:
    """Return the directions in which a property is there: neither read-only nor write-only."""
    hidden = {"request": notes.read_only, "response": notes.write_only}
    return frozenset(direction for direction in DIRECTIONS if not hidden[direction])


@dataclass(frozen=True, slots=True)
class Said:
    """What a part of a description says about itself, besides what it promises."""

    description: str = ""
    summary: str = ""
    deprecated: bool = False
    sunset: str | None = None
    stability: Any = None
    extensions: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)


@dataclass(frozen=True, slots=True)
class Element:
    """A part of a description that is no schema: an operation, a parameter, a response …

    `facts` holds its members with the specification's defaults written out. `parts` holds further
    elements by kind and by the key that pairs them with those of another version. `schema` is what
    its values look like.
    """

    kind: str
    key: str
    place: Place
    facts: Mapping[str, Any] = field(default_factory=lambda: _NOTHING)
    parts: Mapping[str, Mapping[str, Element]] = field(default_factory=lambda: _NOTHING)
    schema: TypeId | None = None
    said: Said = Said()
    used: Place | None = None
    """Where it is referred to, if it is a component or stands in another file."""

    def at(self, keyword: str) -> Place:
        """Return the place of a member; of the element itself where none is named."""
        pointer = join(self.place.pointer, keyword) if keyword else self.place.pointer
        return Place(self.place.source, pointer)

    def part(self, kind: str) -> Mapping[str, Element]:
        """Return the elements of one kind by their keys."""
        found: Mapping[str, Element] = self.parts.get(kind, {})
        return found


@dataclass(frozen=True, slots=True)
class Contract:
    """One version of everything: what is offered, and the schemas behind it.

    `operations` is keyed by method and path with anonymous parameters (`GET /pets/{}`). `roots`
    are the schemas of plain JSON Schema documents, `named` all that have a name.
    """

    name: str
    root: Element
    operations: Mapping[str, Element]
    webhooks: Mapping[str, Element]
    schemes: Mapping[str, Element]
    schemas: Mapping[TypeId, Schema]
    named: Mapping[str, TypeId]
    roots: Mapping[str, TypeId]
    parameters: Mapping[tuple[str, str], str]
    """What each parameter is called, by the URI of its document and its pointer."""
    offered: frozenset[str] = frozenset()
    """What all operations and webhooks are called, also those that nothing changed."""
    same: frozenset[TypeId] = frozenset()
    """Named schemas that are the same in the other version, with all that they refer to."""

    @property
    def names(self) -> frozenset[str]:
        """What a policy may speak of: operations by their names, named schemas by reference."""
        known = {f"#{type_id.partition('#')[2]}" for type_id in self.named.values()}
        others = {f"#{one.place.pointer}" for one in self.schemas.values() if is_named(one)}
        return self.offered | self.roots.keys() | known | others
