"""Servers: the addresses under which an operation is found, also after a part of one moved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import replace
from functools import reduce
from itertools import product
from math import prod
from typing import Any

from generator.diff.changes.change import Change, Context, Effect
from generator.diff.described.access import Variable
from generator.diff.described.contract import Contract, Element
from generator.diff.rules.elements import added, nearer, removed

_VARIABLE = re.compile(r"\{([^{}]*)\}")
_HOST = re.compile(r"^[^/]*//[^/]*")
_NO_VARIABLE = Variable()
_MOST = 64
"""How many addresses are listed of one server."""


def servers(
    old: Element, new: Element, context: Context, bases: tuple[str, str]
) -> Iterator[Change]:
    """Addresses that came or went, and variables in them; `bases` belong to either side's."""
    before, after = map(_based, (old, new), bases)
    known, held = _addresses(before), _addresses(after)
    # Where no host was named before, nobody has to move because one is.
    held |= set(map(_without_host, held - known))
    for key, element in before.items():
        if key not in after and not _addresses({key: element}) <= held:
            around = next(iter(after.values()))
            found = removed("server-removed", "narrowed", element, around, context)
            yield replace(found, edited=nearer(element.place, around.place))
        elif key in after:
            yield from _variables(element, after[key], context)
    for key, element in after.items():
        if key not in before and not _addresses({key: element}) <= known:
            around = next(iter(before.values()))
            found = added("server-added", "widened", element, around, context)
            yield replace(found, edited=nearer(around.place, element.place))


def _without_host(address: str) -> str:
    """What follows the host in an address."""
    return _HOST.sub("", address) or "/"


def _based(element: Element, base: str) -> dict[str, Element]:
    return {key.rstrip("/") + base or "/": one for key, one in element.part("server").items()}


def _addresses(servers: Mapping[str, Element]) -> set[str]:
    """All addresses of servers, with the values that are known of their variables."""
    found = set()
    for key, element in servers.items():
        named, variables = _VARIABLE.findall(element.key), element.facts["variables"]
        values = [_values(variables.get(name, _NO_VARIABLE)) for name in named]
        filled = product(*values) if prod(map(len, values)) <= _MOST else ()
        found |= {reduce(_filled, each, key) for each in filled} or {key}
    return found


def _values(variable: Variable) -> tuple[str, ...]:
    """What a variable may be; where nothing is listed, `{}` is whatever else than the default."""
    default = (variable.default,) if variable.default else ()
    return variable.listed or ("{}", *default)


def _filled(address: str, value: str) -> str:
    """An address with a value for its next variable; `{}` stays where none is listed."""
    return address.replace("{}", "{ }" if value == "{}" else value, 1)


def _variables(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.facts["variables"], new.facts["variables"]
    for name in dict.fromkeys((*before, *after)):
        for code, effect, was, now in _variable(before.get(name), after.get(name)):
            yield Change(code, effect, old.place, new.place, was, now, name, context=context)


def _variable(old: Variable | None, new: Variable | None) -> Iterator[tuple[str, Effect, Any, Any]]:
    """What changed of a variable: the code, the effect, and what there was and is."""
    if old and new and old.default != new.default:
        yield "server-default-changed", "noted", old.default, new.default
    listed, later = (old or _NO_VARIABLE).listed, (new or _NO_VARIABLE).listed
    gone = sorted(set(listed) - set(later)) if later else []
    come = sorted(set(later) - set(listed)) if listed else []
    if old and later and not listed:
        gone = ["any other"]
    if new and listed and not later:
        come = ["any other"]
    if gone:
        yield "server-value-removed", "narrowed", gone, None
    elif come:
        yield "server-value-added", "widened", None, come


def rebased(old: Contract, new: Contract) -> dict[str, str]:
    """Return the keys of operations whose address is partly in their path now, or no more.

    Those in the new version by those in the old one: the rest stands in `servers`.
    """
    come: dict[tuple[str, str], str] = {}
    for key, element in new.operations.items():
        if key not in old.operations:
            for method, address in _addresses_of(key, element):
                # The servers of the old version may name no host.
                come |= dict.fromkeys(((method, address), (method, _without_host(address))), key)
    found: dict[str, str] = {}
    for key, element in old.operations.items():
        known = (come.get(one, "") for one in _addresses_of(key, element))
        other = next(filter(None, known), "") if key not in new.operations else ""
        # The parameters of a path are known by their position in it.
        if other and other not in found.values() and other.count("{}") == key.count("{}"):
            found[key] = other
    return found


def _addresses_of(key: str, element: Element) -> Iterator[tuple[str, str]]:
    method, _, path = key.partition(" ")
    return ((method, one.rstrip("/") + path) for one in sorted(_addresses(element.part("server"))))


def bases(key: str, other: str) -> tuple[str, str]:
    """Return what the path of either key has in front of that of the other, which it ends with."""
    one, two = (each.partition(" ")[2] for each in (key, other))
    return one[: max(0, len(one) - len(two))], two[: max(0, len(two) - len(one))]
