"""The objects that a description is made of, behind the references that lead to them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.document import Document
from generator.frozen import dataclass
from generator.node import Node
from generator.resolve import Library
from generator.source import Place, unescape

_LONGEST_CHAIN = 100
"""How many references are followed, one after the other: they may lead in a circle."""


@dataclass(frozen=True, slots=True)
class Part:
    """An object of a description; what in it has the wrong type is not there.

    It is `referred` to if it is behind a `$ref`; `component` is the last one met on the way.
    """

    library: Library
    node: Node
    contents: Mapping[str, Any]
    component: Node | None = None
    referred: Node | None = None

    @staticmethod
    def root(library: Library, document: Document) -> Part:
        """Return the whole of a description; a schema that is `true` has nothing in it."""
        node = library.root(document)
        return Part(library, node, node.contents if isinstance(node.contents, dict) else {})

    @property
    def key(self) -> str:
        """The name of the component; empty where there was none."""
        return unescape(self.component.pointer.rpartition("/")[2]) if self.component else ""

    @property
    def place(self) -> Place:
        """Where it stands."""
        return self.node.place

    @property
    def used(self) -> Place | None:
        """Where it is referred to."""
        return self.referred.place if self.referred else None

    def text(self, name: str, default: str = "") -> str:
        """Return a field that is a text."""
        value = self.contents.get(name)
        return value if isinstance(value, str) else default

    def flag(self, name: str, default: bool = False) -> bool:
        """Return a field that is a boolean."""
        value = self.contents.get(name)
        return value if isinstance(value, bool) else default

    def list(self, name: str) -> list[Any]:
        """Return a field that is a list; empty where it is none."""
        value = self.contents.get(name)
        return value if isinstance(value, list) else []

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a field that is an object; empty where it is none."""
        value = self.contents.get(name)
        return value if isinstance(value, dict) else {}

    def at(self, *tokens: str | int) -> Part | None:
        """Return the object that `tokens`, which are there, lead to, if it is one."""
        return _behind(self.library, self.library.child(self.node, *tokens))

    def member(self, name: str) -> Part | None:
        """Return a field that is an object, or refers to one."""
        return self.at(name) if isinstance(self.contents.get(name), dict) else None

    def members(self, name: str) -> Iterator[tuple[str, Part]]:
        """Yield the objects in a field that is one, with their names."""
        for key in self.table(name):
            if found := self.at(name, key):
                yield key, found

    def entries(self, name: str) -> Iterator[Part]:
        """Yield the objects in a list."""
        for index in range(len(self.list(name))):
            if found := self.at(name, index):
                yield found


def _behind(library: Library, first: Node) -> Part | None:
    """Follow references; None where they lead to no object."""
    node, component, referred = first, None, None
    for _ in range(_LONGEST_CHAIN):
        contents = node.contents
        if not isinstance(contents, dict):
            return None
        reference = contents.get("$ref")
        if not isinstance(reference, str):
            return Part(library, node, contents, component, referred)
        found = library.follow(node, "$ref", reference)
        if found is None:
            return None
        node, referred = found, first
        if node.pointer.startswith("/components/"):
            component = node
    return None
