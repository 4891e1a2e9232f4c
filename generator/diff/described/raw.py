"""A tolerant look at a description: what has the wrong type is not there."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.frozen import dataclass
from generator.node import Node
from generator.resolve import Library
from generator.source import Place

_LONGEST_CHAIN = 32
"""How many references are followed, one after the other: they may lead in a circle."""


@dataclass(frozen=True, slots=True)
class Raw:
    """An object of a description, behind its `$ref`s."""

    library: Library
    node: Node
    used: Place | None = None
    """Where it is referred to, if it is behind a `$ref`."""

    @property
    def contents(self) -> dict[str, Any]:
        """The object itself; empty where there is something else."""
        return self.node.contents if isinstance(self.node.contents, dict) else {}

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.node.place

    def text(self, name: str, default: str = "") -> str:
        """Return a member that is a string."""
        value = self.contents.get(name)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a member that is a boolean."""
        value = self.contents.get(name)
        return value if isinstance(value, bool) else default

    def list(self, name: str) -> list[Any]:
        """Return a member that is a list."""
        value = self.contents.get(name)
        return value if isinstance(value, list) else []

    def has(self, name: str) -> bool:
        """Whether there is such a member."""
        return name in self.contents

    def node_of(self, name: str) -> Node:
        """Return the node of a member that is there."""
        return self.library.child(self.node, name)

    def member(self, name: str) -> Raw | None:
        """Return a member that is an object, or refers to one."""
        if not isinstance(self.contents.get(name), dict):
            return None
        return self._behind(self.library.child(self.node, name))

    def members(self, name: str) -> Iterator[tuple[str, Raw]]:
        """Yield the members of a member, those that are objects, with their names."""
        holder = self.member(name)
        for key in holder.contents if holder else ():
            found = holder.member(key) if holder and isinstance(key, str) else None
            if found is not None:
                yield key, found

    def entries(self, name: str) -> Iterator[Raw]:
        """Yield the objects in a list."""
        for index, value in enumerate(self.list(name)):
            found = self._behind(self.library.child(self.node, name, index))
            if isinstance(value, dict) and found is not None:
                yield found

    def _behind(self, node: Node) -> Raw | None:
        first = node
        for _ in range(_LONGEST_CHAIN):
            reference = node.contents.get("$ref") if isinstance(node.contents, dict) else None
            if not isinstance(reference, str):
                return Raw(self.library, node, None if node is first else first.place)
            found = self.library.follow(node, "$ref", reference)
            if found is None:
                return None
            node = found
        return None
