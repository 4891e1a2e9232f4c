"""All that one comes to by going on and on: users of users, heirs of heirs, types within types."""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Hashable, Iterable, Iterator
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)


def closure(found: Iterable[_Thing], onward: Callable[[_Thing], Iterable[_Thing]]) -> set[_Thing]:
    """Return what was found, what leads on from there, what leads on from that, and so forth."""
    # Asked for thousands of types: a generator would take twice as long.
    seen, queue = set[_Thing](), list(found)
    while queue:
        thing = queue.pop()
        if thing not in seen:
            seen.add(thing)
            queue.extend(onward(thing))
    return seen


def breadth_first(
    found: Iterable[_Thing], onward: Callable[[_Thing], Iterable[_Thing]]
) -> Iterator[_Thing]:
    """Yield the same, each of it once, the nearest first; no further than somebody asks."""
    seen, queue = set[_Thing](), deque(found)
    while queue:
        thing = queue.popleft()
        if thing not in seen:
            seen.add(thing)
            yield thing
            queue.extend(onward(thing))
