"""What is gone, and what it is now: the member, the value or the operation that took its place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from difflib import get_close_matches

from generator.diff.changes.finding import Finding
from generator.diff.described.contract import Contract, Element
from generator.diff.findings import member_type
from generator.diff.words.label import Names

_Elements = Mapping[str, Element]
_NEAR = 0.8
"""How alike two values have to be to be one that is respelled, of 1."""


def renamed_members(found: Sequence[Finding], names: Names) -> list[Finding]:
    """Return findings, with the successor of each member, where one went and one of its type came.

    That of a value of an enum is nearly spelled so.
    """
    moves: dict[tuple[str, ...], list[Finding]] = {}
    values: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.kind.of == "value":
            values.setdefault(finding.where, []).append(finding)
        elif finding.kind.of in ("property", "parameter"):
            moves.setdefault(_around(finding), []).append(finding)
    successors = {}
    for members in moves.values():
        gone = [one for one in members if one.change.goes and one.change.old]
        come = [one for one in members if one.type]
        if len(gone) == len(come) == 1 and member_type(gone[0].change, names) == come[0].type:
            successors[gone[0].fingerprint] = come[0].change.subject
    successors |= dict(filter(None, map(_respelled, values.values())))
    return [replace(one, successor=successors.get(one.fingerprint, "")) for one in found]


def _respelled(values: Iterable[Finding]) -> tuple[str, str] | None:
    """The finding of the only value that went, and the only one that came, if they are alike."""
    gone = [(one.fingerprint, value) for one in values for value in one.change.before or ()]
    come = [value for one in values for value in one.change.after or ()]
    if len(gone) != 1 or len(come) != 1 or not isinstance(gone[0][1], str):
        return None
    near = get_close_matches(_bare(gone[0][1]), [_bare(str(come[0]))], cutoff=_NEAR)
    return (gone[0][0], str(come[0])) if near else None


def _bare(value: str) -> str:
    """A value as it is read: `IN_PROGRESS`, `in-progress` and `inProgress` are one word."""
    return re.sub(r"[\W_]", "", value).casefold()


def _around(finding: Finding) -> tuple[str, ...]:
    """What a property is in; the operations of a parameter, and how it is sent."""
    change = finding.change
    if finding.kind.of == "parameter":
        return (*finding.operations, str(change.before or change.after).partition(" ")[0])
    return (finding.where.removesuffix(change.subject),)


def moved_operations(found: Iterable[Finding], old: Contract, new: Contract) -> list[Finding]:
    """Return findings, with the successor of what has another path, method or name."""
    moved = {
        "operation": _successors(old.operations, new.operations),
        "webhook": _successors(old.webhooks, new.webhooks),
    }
    told = []
    for one in found:
        if one.change.goes and one.kind.of in moved:
            successor = moved[one.kind.of].get(one.change.subject, "")
            one = replace(one, successor=successor)
        told.append(one)
    return told


def _successors(old: _Elements, new: _Elements) -> dict[str, str]:
    """What has the id now of each that only the old version has."""
    come = {one.facts["operationId"]: one.key for key, one in new.items() if key not in old}
    gone = [one for key, one in old.items() if key not in new and one.facts["operationId"]]
    return {one.key: come.get(one.facts["operationId"], "") for one in gone}
