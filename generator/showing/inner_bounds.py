"""What bounds the items of a list, and the values and names of a map, as all targets say it."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from generator.ir import Array, Map, Type, TypeId

Words = Callable[[TypeId], str]
"""What bounds the values of a schema, in words; empty where nothing is to be said."""


def inner_bounds(found: Type, of_values: Words, of_names: Words) -> Iterator[str]:
    """Yield what bounds each value, and each name, in the values of a type: `each item: ≥ 1`."""
    if isinstance(found.shape, Array):
        yield from _each("item", of_values(found.shape.items))
    elif isinstance(found.shape, Map):
        yield from _each("value", of_values(found.shape.values))
    if (names := found.schema.keywords.get("propertyNames")) is not None:
        yield from _each("name", of_names(names))


def _each(kind: str, bounds: str) -> Iterator[str]:
    if bounds:
        yield f"each {kind}: {bounds}"
