"""Operations and webhooks that are gone from where they were: the one that has their id now."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.diff.changes.finding import Finding
from generator.diff.described.contract import Contract, Element

_Elements = Mapping[str, Element]


def moved(found: Iterable[Finding], old: Contract, new: Contract) -> list[Finding]:
    """Return findings, with the successor of what has another path, method or name."""
    calls = _successors(old.operations, new.operations)
    hooks = _successors(old.webhooks, new.webhooks)
    told = []
    for one in found:
        if "operation-removed" in one.code:
            one = replace(one, successor=calls.get(one.change.subject, ""))
        elif one.code == "webhook-removed":
            one = replace(one, successor=hooks.get(one.change.subject, ""))
        told.append(one)
    return told


def _successors(old: _Elements, new: _Elements) -> dict[str, str]:
    """What has the id now of each that only the old version has."""
    come = {one.facts["operationId"]: one.key for key, one in new.items() if key not in old}
    gone = [one for key, one in old.items() if key not in new and one.facts["operationId"]]
    return {one.key: come.get(one.facts["operationId"], "") for one in gone}
