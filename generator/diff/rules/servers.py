"""Servers: the addresses under which an operation is found."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from functools import reduce
from itertools import product
from math import prod

from generator.diff.change import Change, Context
from generator.diff.contract import Element
from generator.diff.rules.lifecycle import added, removed

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_HOST = re.compile(r"^[^/]*//[^/]*")
_MOST = 64
"""How many addresses are listed of one server."""


def servers(
    old: Element, new: Element, context: Context, bases: tuple[str, str]
) -> Iterator[Change]:
    """Addresses that came or went, and variables in them; `bases` belong to either side's."""
    before, after = map(_based, (old, new), bases)
    known, held = _addresses(before), _addresses(after)
    # Where no host was named before, nobody has to move because one is.
    held |= set(map(without_host, held - known))
    for key, element in before.items():
        if key not in after and not _addresses({key: element}) <= held:
            around = next(iter(after.values()))
            yield removed("server-removed", "narrowed", element, around, context)
        elif key in after:
            yield from _variables(element, after[key], context)
    for key, element in after.items():
        if key not in before and not _addresses({key: element}) <= known:
            around = next(iter(before.values()))
            yield added("server-added", "widened", element, around, context)


def without_host(address: str) -> str:
    """Return what follows the host in an address."""
    return _HOST.sub("", address) or "/"


def _based(element: Element, base: str) -> dict[str, Element]:
    return {key.rstrip("/") + base or "/": one for key, one in element.part("server").items()}


def _addresses(servers: Mapping[str, Element]) -> set[str]:
    """All addresses of servers, with the values that are listed for their variables."""
    found = set()
    for key, element in servers.items():
        named = _VARIABLE.findall(element.key)
        listed = [element.facts["variables"].get(name, ("", ()))[1] or ("{}",) for name in named]
        filled = product(*listed) if prod(map(len, listed)) <= _MOST else ()
        found |= {reduce(_filled, values, key) for values in filled} or {key}
    return found


def _filled(address: str, value: str) -> str:
    """An address with a value for its next variable; `{}` stays where none is listed."""
    return address.replace("{}", "{ }" if value == "{}" else value, 1)


def _variables(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.facts["variables"], new.facts["variables"]
    places = (old.place, new.place)
    for name in dict.fromkeys((*before, *after)):
        default, listed = before.get(name, ("", ()))
        later_default, later = after.get(name, ("", ()))
        if default != later_default and name in before and name in after:
            yield Change("server-default-changed", "noted", *places, default, later_default, name,
                         context=context)  # fmt: skip
        gone = sorted(set(listed) - set(later)) if later else []
        come = sorted(set(later) - set(listed)) if listed else []
        if not listed and later and name in before:
            gone = ["any other"]
        if gone:
            yield Change("server-value-removed", "narrowed", *places, gone, None, name,
                         context=context)  # fmt: skip
        elif come or (listed and not later and name in after):
            yield Change("server-value-added", "widened", *places, None, come or ["any other"],
                         name, context=context)  # fmt: skip
