"""What changed where → findings: all occurrences of one edit are one."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from difflib import get_close_matches
from typing import Any

from generator.diff.changes.catalogue import KINDS
from generator.diff.changes.change import Change
from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS, Level, judge, worst
from generator.diff.described.contract import DIRECTIONS, Direction
from generator.diff.schemas import Reached
from generator.diff.words.label import WHOLE, Names, group, label, stable
from generator.diff.words.typed import typed
from generator.source import Place


def findings(reached: Iterable[Reached], names: Names) -> list[Finding]:
    """Bring occurrences of one edit together."""
    groups: dict[tuple[Any, ...], list[Reached]] = {}
    for one in reached:
        groups.setdefault(_edit(one.change), []).append(one)
    found = [_finding(occurrences, names) for occurrences in groups.values()]
    return _succeeded(_numbered(found), names)


def _succeeded(found: list[Finding], names: Names) -> list[Finding]:
    """Name the successor of a member, where one went and one of its type came.

    For a value of an enum, one that is nearly spelled so.
    """
    moves: dict[tuple[str, ...], list[Finding]] = {}
    values: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.code.startswith("enum-value-"):
            values.setdefault(finding.where, []).append(finding)
        elif finding.code.startswith(_OF_MEMBERS):
            moves.setdefault(_around(finding), []).append(finding)
    successors = {}
    for moved in moves.values():
        gone = [one for one in moved if "-removed" in one.code and one.change.old]
        come = [one for one in moved if one.type]
        if len(gone) == len(come) == 1 and _typed(gone[0].change, names) == come[0].type:
            successors[gone[0].fingerprint] = come[0].change.subject
    successors |= dict(filter(None, map(_respelled, values.values())))
    return [replace(one, successor=successors.get(one.fingerprint, "")) for one in found]


def _respelled(moved: Iterable[Finding]) -> tuple[str, str] | None:
    """The finding of the only value that went, and the only one that came, if they are alike."""
    gone = [(one.fingerprint, value) for one in moved for value in one.change.before or ()]
    come = [value for one in moved for value in one.change.after or ()]
    if len(gone) != 1 or len(come) != 1 or not isinstance(gone[0][1], str):
        return None
    near = get_close_matches(_bare(gone[0][1]), [_bare(str(come[0]))], cutoff=_NEAR)
    return (gone[0][0], str(come[0])) if near else None


def _bare(value: str) -> str:
    """A value as it is read: `IN_PROGRESS`, `in-progress` and `inProgress` are one word."""
    return re.sub(r"[\W_]", "", value).casefold()


_NEAR = 0.8
_OF_MEMBERS = tuple(
    f"{before}{what}-{verb}"
    for what in ("property", "parameter")
    for before in ("", "required-", "deprecated-")
    for verb in ("added", "removed")
)
"""Kinds of change that bring a property or a parameter, or take one away."""


def _around(finding: Finding) -> tuple[str, ...]:
    """What a property is in; the operations of a parameter, and how it is sent."""
    change = finding.change
    if "parameter" in change.code:
        return (*finding.operations, str(change.before or change.after).partition(" ")[0])
    return (finding.where.removesuffix(change.subject),)


def _typed(change: Change, names: Names) -> str:
    """What people call the type of a property, or of a parameter, that came or went."""
    place = change.old if "-removed" in change.code else change.new
    if place is not None and "parameter" in change.code:
        place = replace(place, pointer=f"{place.pointer}/schema")
    return typed(place, names.schemas)


def _numbered(found: list[Finding]) -> list[Finding]:
    """Number the findings that only the order of branches tells apart."""
    often: Counter[str] = Counter()
    apart = []
    for finding in found:
        often[finding.fingerprint] += 1
        number = often[finding.fingerprint]
        if number > 1:
            again = hashlib.sha256(f"{finding.fingerprint}\0{number}".encode()).hexdigest()[:16]
            finding = replace(finding, fingerprint=again)
        apart.append(finding)
    return apart


def _edit(change: Change) -> tuple[Any, ...]:
    """What is the same for all occurrences of one edit: where it stands, and what it says.

    What was added stands in the new version only, what was removed in the old one; the place on
    the other side is as near as can be, and may be another one each time. So it is with prose,
    which several schemas may have come to share.
    """
    sides = [change.old, change.new]
    if change.edited or change.composed:
        sides = [change.home]
    elif change.code.endswith("-added") or KINDS[change.code].audience == "docs":
        sides = [change.new]
    elif change.code.endswith("-removed") or "-removed-" in change.code:
        sides = [change.old]
    places = tuple((p.source.uri, p.pointer) if p else None for p in sides)
    return (change.code, *places, change.subject, repr(change.before), repr(change.after))


def _finding(occurrences: list[Reached], names: Names) -> Finding:
    found: dict[Direction, Level] = {}
    for one in occurrences:
        if one.direction is not None:
            found[one.direction] = worst([_level(one), found.get(one.direction, "info")])
    operations: dict[Direction | None, dict[str, None]] = {}
    for one in occurrences:
        if one.direction is None or _level(one) == found[one.direction]:
            operations.setdefault(one.direction, {}).update(dict.fromkeys(one.operations))
    change = min(occurrences, key=lambda one: LEVELS.index(_level(one))).change
    kind = KINDS[change.code]
    place = change.home
    came = change.code.endswith(("property-added", "parameter-added"))
    return Finding(
        change=change,
        level=worst(found.values()) if found else judge(change, None, frozenset()),
        audience=kind.audience,
        reached={direction: tuple(names) for direction, names in operations.items()},
        levels={side: found[side] for side in DIRECTIONS if side in found},
        message=kind.say(change),
        fingerprint=fingerprint(change),
        where=_where(change, place, names) if place else "",
        group=group(place, names) if place else WHOLE,
        type=_typed(change, names) if came else "",
    )


_MEMBERS = (
    "property-added",
    "property-removed",
    "deprecated-property-",
    "required-property-",
    "required-added",
    "required-removed",
    "read-only-",
    "write-only-",
    "required-read-only-",
    "required-write-only-",
)
"""Changes of a property, whether or not its name is the last of the place."""


def _where(change: Change, place: Place, names: Names) -> str:
    """Return the name of a place; a property is named, a branch, media type or status is not."""
    found = label(place, names)
    if change.code.startswith("media-type-"):
        # The words name it.
        return re.sub(r" \([^()]*/[^()]*\)$", "", found)
    if "status-" in change.code:
        return re.sub(r" response \w+$", "", found)
    if change.used is not None and re.search("(parameter|header)-(added|removed)", change.code):
        # A component may be called otherwise than what it describes.
        name = str(change.before or change.after)
        return found if found.endswith(f" {change.subject}") else f"{found} ({name})"
    if "-branch-" in change.code:
        return re.sub(r" (oneOf|anyOf)\[\d+\]$", "", found)
    if change.code.startswith(("additional-properties-", "items-", "prefix-items-")):
        # What is said of all members, or items, is said of what holds them.
        return re.sub(r"(\{\}|\[\])$", "", found)
    if change.code.startswith(_MEMBERS) and not f".{found}".endswith(f".{change.subject}"):
        return f"{found}.{change.subject}".lstrip(".")
    return found


def _level(one: Reached) -> Level:
    return judge(one.change, one.direction, one.stabilities)


_NULL = re.compile(r"(/(oneOf|anyOf)/\*)?(/(type|nullable|const|enum))?$")
"""How null is spelled, which makes no difference."""


def fingerprint(change: Change) -> str:
    """Return what identifies an edit, whatever it is called and wherever lines are."""
    own = change.edited or change.composed
    place = change.home if own else change.old or change.new
    pointer = stable(place.pointer) if place else ""
    if change.code.startswith("nullable-"):
        pointer = _NULL.sub("", pointer)
    parts = [change.code, pointer, change.subject, as_text(change.before), as_text(change.after)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def as_text(value: Any) -> str:
    """Return a value as JSON that does not depend on the order of what is listed."""
    if isinstance(value, list):
        return json.dumps(sorted(map(as_text, value)))
    return json.dumps(value, sort_keys=True, default=str)
