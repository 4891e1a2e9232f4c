"""The fields of a path item: those beside its `$ref`, and those of what it leads to."""

from __future__ import annotations

from collections.abc import Mapping

from generator.codes import OAS008
from generator.node import Node
from generator.parts import Part
from generator.resolve import Library

_HARMLESS = ("$ref", "summary", "description")


def fields_of(part: Part, *tokens: str) -> Mapping[str, Part]:
    """Return which object has each field: the item that `tokens` lead to, or what it refers to.

    The specification leaves open what a field means that stands in both: here the one beside the
    reference counts, and that is told.
    """
    library, found = part.library, dict[str, Part]()
    met: set[int] = set()
    here: Node | None = library.child(part.node, *tokens)
    while here is not None and isinstance(here.contents, dict) and id(here.contents) not in met:
        met.add(id(here.contents))
        holder = Part(library, here, here.contents)
        for name in here.contents:
            if found.setdefault(name, holder) is not holder:
                _tell_covered(library, found[name], name)
        reference = here.contents.get("$ref")
        here = library.follow(here, "$ref", reference) if isinstance(reference, str) else None
    return found


def _tell_covered(library: Library, item: Part, name: str) -> None:
    if name in _HARMLESS or name[:2] == "x-":
        return
    message = f"'{name}' is also in what '$ref' leads to: the one here counts"
    where = item.place.below(name, at="key")
    hint = "leave one of them out: other programs may take the other one"
    library.report.add(OAS008, message, where, hint, (OAS008, where.source.uri, name))
