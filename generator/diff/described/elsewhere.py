"""What people call the parts of a description that stand in other files."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import PurePosixPath

from generator.diff.described.contract import Contract, Element
from generator.diff.words.label import is_named
from generator.ir import Schema, TypeId
from generator.source import Place, Source, split

_NAMED = frozenset({"response", "body"})


def elsewhere(*contracts: Contract) -> dict[str, str]:
    """Return names for schemas, operations and their parts in other files, by file and pointer."""
    found: dict[str, str] = {}
    for contract in contracts:
        found |= _schemas(contract.schemas)
        for element in (*contract.operations.values(), *contract.webhooks.values()):
            for place, name in _elements(element, contract.root.place.source, contract):
                found.setdefault(f"{place.source.name}#{place.pointer}", name)
    return found


def _schemas(schemas: Mapping[TypeId, Schema]) -> dict[str, str]:
    """By the component that stands for a schema, or else by where it stands."""
    found: dict[str, str] = {}
    for one in schemas.values():
        target = schemas.get(one.keywords.get("$ref", ""))
        if target is None or is_named(target) or target.place.source == one.place.source:
            continue
        if one.key and is_named(one):
            found[target.id] = one.key
        else:
            found.setdefault(target.id, _last(target.place))
    return found


def _elements(element: Element, home: Source, contract: Contract) -> Iterator[tuple[Place, str]]:
    """The elements that stand in another file than what they are a part of."""
    place = element.place
    if place.source != home and element.kind == "operation":
        yield place, element.key
        # The path, to which shared parameters belong.
        path = place.pointer.rpartition("/")[0]
        yield Place(place.source, path), element.key.rpartition(" ")[2]
    elif place.source != home and element.kind in ("parameter", "header"):
        yield place, contract.parameters.get((place.source.uri, place.pointer), element.key)
    elif place.source != home and element.kind in _NAMED:
        yield place, f"{element.kind} {_last(place)}"
    for parts in element.parts.values():
        for part in parts.values():
            yield from _elements(part, place.source, contract)


def _last(place: Place) -> str:
    return split(place.pointer)[-1] if place.pointer else PurePosixPath(place.source.name).stem
