"""Security: alternatives of schemes that all have to be met, with their scopes."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Change, Context, Effect
from generator.diff.described.contract import Contract, Element
from generator.diff.rules.elements import added, nearer, removed
from generator.source import Place, join

_Alternative = Mapping[Any, frozenset[str]]
_SAME_SCHEME = ("type", "name", "in", "scheme")
_FLOW_URLS = ("authorizationUrl", "tokenUrl", "refreshUrl")


def security(
    old: Element, new: Element, context: Context, contracts: tuple[Contract, Contract]
) -> Iterator[Change]:
    """Which credentials an operation takes: those of any alternative."""
    names = _renamed(*contracts)
    before: list[_Alternative] = [
        {names.get(name, name): scopes for name, scopes in one.items()}
        for one in old.facts["security"]
    ]
    after: list[_Alternative] = list(new.facts["security"])
    refused = [one for one in before if not any(_enough(one, other) for other in after)]
    gained = [one for one in after if not any(_enough(one, other) for other in before)]
    if not refused and not gained:
        return
    code, effect = _verdict(refused, gained, before, after)
    asking = (element.facts["security_place"] for element in (old, new))
    was_at, is_at = (Place(one.source, join(one.pointer, "security")) for one in asking)
    shown = (spelled(old.facts["security"]), spelled(new.facts["security"]))
    found = Change(code, effect, was_at, is_at, *shown, context=context)
    yield replace(found, edited=nearer(was_at, is_at))


def _renamed(old: Contract, new: Contract) -> dict[str, str]:
    """Schemes that one side does not have and the other has under another name."""
    come = {_own(scheme): name for name, scheme in new.schemes.items() if name not in old.schemes}
    gone = {name: _own(scheme) for name, scheme in old.schemes.items() if name not in new.schemes}
    return {name: come[own] for name, own in gone.items() if own in come}


def _own(scheme: Element) -> tuple[Any, ...]:
    flows = repr(sorted(scheme.facts["flows"].items()))
    return (*(scheme.facts[key] for key in _SAME_SCHEME), scheme.facts["openIdConnectUrl"], flows)


def _enough(held: _Alternative, asked: _Alternative) -> bool:
    """Whether credentials for one alternative meet another."""
    return all(key in held and scopes <= held[key] for key, scopes in asked.items())


def _verdict(
    refused: list[_Alternative],
    gained: list[_Alternative],
    before: list[_Alternative],
    after: list[_Alternative],
) -> tuple[str, Effect]:
    """The code and the effect: `refused` did before and do no more, `gained` the reverse."""
    if not refused:
        code = "security-alternative-added" if len(after) > len(before) else "security-relaxed"
        return ("security-removed" if {} in after else code), "widened"
    if {} in before and len(before) == 1:
        return "security-added", "narrowed"
    if _scopes_only(refused, after):
        return "security-scope-added", "narrowed"
    if gained:
        return "security-changed", "replaced"
    fewer = len(after) < len(before)
    return "security-alternative-removed" if fewer else "security-changed", "narrowed"


def _scopes_only(refused: list[_Alternative], after: list[_Alternative]) -> bool:
    return all(any(one.keys() == other.keys() for other in after) for one in refused)


def spelled(alternatives: tuple[_Alternative, ...]) -> str:
    """Return alternatives in words: `oauth(read) or key and user`."""
    return " or ".join(
        " and ".join(
            f"{name}({', '.join(sorted(scopes))})" if scopes else str(name)
            for name, scopes in sorted(one.items())
        )
        or "nothing"
        for one in alternatives
    )


def schemes(old: Contract, new: Contract) -> Iterator[Change]:
    """The security schemes by themselves: what is needed to log in."""
    renamed = _renamed(old, new)
    for name in dict.fromkeys((*old.schemes, *new.schemes)):
        if name in renamed or name in renamed.values():
            continue
        before, after = old.schemes.get(name), new.schemes.get(name)
        if before and after:
            for one in _scheme(before, after):
                yield from _used(one, old, new)
        elif before:
            yield removed("security-scheme-removed", "noted", before, new.root, None)
        elif after:
            yield added("security-scheme-added", "noted", after, old.root, None)


def _used(change: Change, old: Contract, new: Contract) -> Iterator[Change]:
    """A change of a scheme counts for each operation that asks for it in both versions."""
    used = [
        element
        for key, element in new.operations.items()
        if key in old.operations
        and any(change.subject in one for one in element.facts["security"])
        and any(change.subject in one for one in old.operations[key].facts["security"])
    ]
    for element in used:
        yield replace(change, context=Context.of(element))
    if not used:
        yield change


def _scheme(old: Element, new: Element) -> Iterator[Change]:
    key = next((key for key in _SAME_SCHEME if old.facts[key] != new.facts[key]), "")
    if key:
        sent = old.facts["sent"], new.facts["sent"]
        places = old.at(key), new.at(key)
        yield Change("security-scheme-changed", "replaced", *places, *sent, new.key)
        if key == "type":
            return
    key = "openIdConnectUrl"
    urls = old.facts[key], new.facts[key]
    if urls[0] != urls[1]:
        places = old.at(key), new.at(key)
        yield Change("security-scheme-url-changed", "noted", *places, *urls, new.key)
    for flow in dict.fromkeys((*old.facts["flows"], *new.facts["flows"])):
        yield from _flow(old, new, flow)


def _flow(old: Element, new: Element, flow: str) -> Iterator[Change]:
    """An OAuth flow that came or went, its URLs, and the scopes that it offers."""
    before, after = old.facts["flows"].get(flow), new.facts["flows"].get(flow)
    places = (old.at("flows"), new.at("flows"))
    if before is None or after is None:
        if after is None:
            yield Change("security-flow-removed", "narrowed", *places, flow, None, new.key)
        else:
            yield Change("security-flow-added", "widened", *places, None, flow, new.key)
        return
    for key in _FLOW_URLS:
        if before[key] != after[key]:
            urls = (before[key], after[key])
            yield Change("security-scheme-url-changed", "noted", *places, *urls, new.key)
    gone = sorted(set(before["scopes"]) - set(after["scopes"]))
    come = sorted(set(after["scopes"]) - set(before["scopes"]))
    if gone:
        yield Change("oauth-scope-removed", "noted", *places, gone, None, new.key)
    if come:
        yield Change("oauth-scope-added", "noted", *places, None, come, new.key)
