"""All that one comes to by going on and on: users of users, heirs of heirs, types within types."""

from __future__ import annotations

from collections.abc import Callable, Hashable, Iterable
from typing import TypeVar

_Thing = TypeVar("_Thing", bound=Hashable)


def closure(found: Iterable[_Thing], onward: Callable[[_Thing], Iterable[_Thing]]) -> set[_Thing]:
    """Return what was found, what leads on from there, what leads on from that, and so forth."""
    seen, queue = set[_Thing](), list(found)
    while queue:
        thing = queue.pop()
        if thing not in seen:
            seen.add(thing)
            queue.extend(onward(thing))
    return seen
