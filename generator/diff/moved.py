"""Operations that are gone from where they were: the one that has their id now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from generator.diff.changes.finding import Finding
from generator.diff.described.contract import Contract


def moved(found: Iterable[Finding], old: Contract, new: Contract) -> list[Finding]:
    """Return findings, with the successor of each operation that has another path or method."""
    gone = _ids(old, new)
    come = {name: label for label, name in _ids(new, old).items()}
    return [
        replace(one, successor=come.get(gone.get(one.change.subject, ""), ""))
        if "operation-removed" in one.code
        else one
        for one in found
    ]


def _ids(one: Contract, other: Contract) -> dict[str, str]:
    """The ids of the operations that only one version has."""
    return {
        element.key: element.facts["operationId"]
        for key, element in one.operations.items()
        if key not in other.operations and element.facts["operationId"]
    }
