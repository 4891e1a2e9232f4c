"""Operations with the address that they had, of which a part moved between path and `servers`."""

from __future__ import annotations

from collections.abc import Iterator

from generator.diff.described.contract import Contract, Element
from generator.diff.rules.servers import without_host


def rebased(old: Contract, new: Contract) -> dict[str, str]:
    """Return the keys of such operations in the new version by those in the old one."""
    come: dict[tuple[str, str], str] = {}
    for key, element in new.operations.items():
        if key not in old.operations:
            for method, address in _addresses(key, element):
                # The servers of the old version may name no host.
                come |= dict.fromkeys(((method, address), (method, without_host(address))), key)
    found: dict[str, str] = {}
    for key, element in old.operations.items():
        known = (come.get(one, "") for one in _addresses(key, element))
        other = next(filter(None, known), "") if key not in new.operations else ""
        # The parameters of a path are known by their position in it.
        if other and other not in found.values() and other.count("{}") == key.count("{}"):
            found[key] = other
    return found


def _addresses(key: str, element: Element) -> Iterator[tuple[str, str]]:
    method, _, path = key.partition(" ")
    return ((method, server.rstrip("/") + path) for server in element.part("server"))


def bases(key: str, other: str) -> tuple[str, str]:
    """Return what the path of either key has in front of that of the other, which it ends with."""
    one, two = (each.partition(" ")[2] for each in (key, other))
    return one[: max(0, len(one) - len(two))], two[: max(0, len(two) - len(one))]
