"""The objects that a description is made of, behind the references that lead to them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.frozen import dataclass
from generator.node import Node, Scope
from generator.resolve import Library
from generator.source import unescape

_LONGEST_CHAIN = 100
"""How many references are followed, one after the other: they may lead in a circle."""


@dataclass(frozen=True, slots=True)
class Part:
    """An object of the description, after its references; `key` if a component was met."""

    node: Node
    contents: Mapping[str, Any]
    key: str = ""

    def text(self, name: str) -> str:
        """Return a field that is a text; empty where it is none."""
        value = self.contents.get(name)
        return value if isinstance(value, str) else ""

    def table(self, name: str) -> Mapping[str, Any]:
        """Return a field that is an object; empty where it is none."""
        value = self.contents.get(name)
        return value if isinstance(value, dict) else {}


class Parts:
    """Finds the parts of one description; what a reference leads to is looked up once."""

    def __init__(self, library: Library) -> None:
        self.library = library
        self._found: dict[tuple[Scope, str], Part] = {}

    def at(self, node: Node, *tokens: str | int) -> Part | None:
        """Return the object that `tokens` lead to below a node, if there is one."""
        node = self.library.child(node, *tokens)
        if not isinstance(node.contents, dict):
            return None
        reference = node.contents.get("$ref")
        if not isinstance(reference, str):
            return Part(node, node.contents)
        known = node.scope, reference
        found = self._found.get(known) or self._referred(node, reference)
        if found is not None:
            self._found[known] = found
        return found

    def items(self, node: Node, *tokens: str) -> Sequence[Part]:
        """Return the objects in the list that `tokens` lead to below a node."""
        listed: Any = node.contents
        for token in tokens:
            listed = listed.get(token) if isinstance(listed, dict) else None
        count = len(listed) if isinstance(listed, list) else 0
        parts = [self.at(node, *tokens, index) for index in range(count)]
        return [part for part in parts if part]

    def _referred(self, node: Node, reference: str) -> Part | None:
        """Follow references; the last component on the way gives the key."""
        key = ""
        for _ in range(_LONGEST_CHAIN):
            found = self.library.follow(node, "$ref", reference)
            if found is None or not isinstance(found.contents, dict):
                return None
            node = found
            if node.pointer.startswith("/components/"):
                key = unescape(node.pointer.rpartition("/")[2])
            reference = node.contents.get("$ref")
            if not isinstance(reference, str):
                return Part(node, node.contents, key)
        return None
