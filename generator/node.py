"""A value that stands where a schema is expected, and what references in it start from."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from generator.dialect import Dialect
from generator.document import Document
from generator.frozen import dataclass
from generator.source import Place

if TYPE_CHECKING:
    from referencing._core import Resolver


@dataclass(frozen=True, slots=True, eq=False)
class Scope:
    """What a reference is resolved against, the same for all schemas of one resource.

    `resolver` is None in a document without identifiers. `path` holds the resources that were
    entered to get here, outermost first: dynamic references depend on them.
    """

    document: Document
    dialect: Dialect
    resolver: Resolver[Any] | None = None
    path: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Node:
    """A value in a document that stands where a schema is expected."""

    contents: Any
    pointer: str
    scope: Scope

    @property
    def place(self) -> Place:
        """Where it stands."""
        return Place(self.scope.document.source, self.pointer)


@dataclass(frozen=True, slots=True, eq=False)
class Reference:
    """The `text` of a reference, which is the value of a keyword of a node."""

    node: Node
    keyword: str
    text: str

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.node.place.below(self.keyword)

    @property
    def section(self) -> str:
        """The part of the document it is in: some parts may fail where others are used."""
        return self.node.pointer[1:].partition("/")[0]
