"""Which schemas a document defines by name, and what it calls them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from generator.document import DEFINING, Document
from generator.node import Node
from generator.resolve import Library
from generator.source import split, unescape

_DEFINING = frozenset(tokens[-1] for tokens in DEFINING)


def definitions(
    library: Library, document: Document, *, whole: bool = False
) -> Iterable[tuple[Node, str]]:
    """Yield each schema that a document defines by name, with that name, in its order.

    The document is one of them, if it says anything itself, or if it is `whole`.
    """
    root = library.root(document)
    contents = document.contents
    if document.kind == "openapi":
        for name in document.components("schemas"):
            yield library.child(root, "components", "schemas", name), name
        return
    if whole or not isinstance(contents, dict) or not _only_defines(contents):
        yield root, _name_of(document)
    for keyword in ("$defs", "definitions"):
        members = contents.get(keyword) if isinstance(contents, dict) else None
        for name in members if isinstance(members, dict) else ():
            yield library.child(root, keyword, name), name


def _only_defines(contents: Mapping[str, Any]) -> bool:
    """Whether a schema is there for its definitions alone."""
    rest = set(contents) - _DEFINING - {"$schema", "$id", "$comment"}
    return not rest and not _DEFINING.isdisjoint(contents)


def key_of(node: Node) -> str | None:
    """Return the name under which a document defines a schema: where it stands tells."""
    if not node.pointer:
        return _name_of(node.scope.document)
    above, _, last = node.pointer.rpartition("/")
    return unescape(last) if above.rpartition("/")[2] in _DEFINING else None


def collected(node: Node) -> str | None:
    """Return the name of a schema in a file that only collects some: `common.yaml#/Address`."""
    names = split(node.pointer)
    if len(names) != 1 or names[0] in node.scope.dialect.keywords:
        return None
    return names[0]


def _name_of(document: Document) -> str:
    contents = document.contents
    title = contents.get("title") if isinstance(contents, dict) else None
    if document.kind == "schema" and isinstance(title, str) and title.strip():
        return title
    name = document.source.name.rstrip("/#").rpartition("/")[2]
    return name.split(".")[0] or "Root"
