"""What changed where → findings: all occurrences of one edit are one."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import replace
from itertools import chain
from typing import Any, Final

from generator.diff.changes.change import Change
from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import LEVELS, Level, judge, worst
from generator.diff.changes.kinds import KINDS
from generator.diff.described.contract import DIRECTIONS, Direction
from generator.diff.reach import Reached
from generator.diff.words.label import WHOLE, Names, group, label, stable
from generator.diff.words.typed import typed
from generator.source import Place

_Levels = dict[Direction, Level]
_Operations = dict[Direction | None, tuple[str, ...]]


def findings(reached: Iterable[Reached], names: Names) -> list[Finding]:
    """Bring occurrences of one edit together."""
    groups: dict[tuple[Any, ...], list[Reached]] = {}
    for one in reached:
        groups.setdefault(_edit(one.change), []).append(one)
    found = [_finding(occurrences, names) for occurrences in groups.values()]
    return _numbered(found)


def shared(compared: Iterable[Iterable[Finding]]) -> list[Finding]:
    """Bring together what several descriptions meet of one edit, in a file that they share."""
    groups: dict[tuple[Any, ...], list[Finding]] = {}
    for one in chain.from_iterable(compared):
        groups.setdefault(_edit(one.change), []).append(one)
    return [_used(met) if len(met) > 1 else met[0] for met in groups.values()]


def _used(met: list[Finding]) -> Finding:
    """One edit: in each direction as bad as it is for any of the descriptions that use it."""
    used = [one for one in met if one.operations] or met[:1]
    levels, reached = combined(used)
    return replace(worst_of(used), levels=levels, reached=reached)


def worst_of(found: Iterable[Finding]) -> Finding:
    """Return the worst one, with a witness if there is such a one."""
    return min(found, key=lambda one: (LEVELS.index(one.level), one.witness is None))


def combined(found: Iterable[Finding]) -> tuple[_Levels, _Operations]:
    """Return what findings add up to in each direction: the worst level, and who meets it."""
    return _worst(
        (side, one.levels[side] if side else "info", operations)
        for one in found
        for side, operations in one.reached.items()
    )


def _worst(
    met: Iterable[tuple[Direction | None, Level, Iterable[str]]],
) -> tuple[_Levels, _Operations]:
    """The worst level in each direction, and the operations that meet it; of none, all."""
    listed, found, reached = list(met), _Levels(), dict[Direction | None, dict[str, None]]()
    for side, level, _ in listed:
        if side is not None:
            found[side] = worst((level, found.get(side, level)))
    for side, level, operations in listed:
        if side is None or level == found[side]:
            reached.setdefault(side, {}).update(dict.fromkeys(operations))
    levels = {side: found[side] for side in DIRECTIONS if side in found}
    return levels, {side: tuple(operations) for side, operations in reached.items()}


def _numbered(found: list[Finding]) -> list[Finding]:
    """Number the findings that only the order of branches tells apart."""
    often: Counter[str] = Counter()
    apart = []
    for finding in found:
        often[finding.fingerprint] += 1
        number = often[finding.fingerprint]
        if number > 1:
            finding = replace(finding, fingerprint=digest(finding.fingerprint, str(number)))
        apart.append(finding)
    return apart


def _edit(change: Change) -> tuple[Any, ...]:
    """What is the same for all occurrences of one edit: where it stands, and what it says.

    What was added, or closes, stands in the new version only, what was removed in the old one; the
    place on the other side is as near as can be, and may be another one each time. So it is with
    prose, which several schemas may have come to share.
    """
    sides, kind = [change.old, change.new], KINDS[change.code]
    if change.edited or change.composed:
        sides = [change.home]
    elif change.comes or kind.stands == "new" or kind.audience == "docs":
        sides = [change.new]
    elif change.goes or kind.stands == "old":
        sides = [change.old]
    places = tuple((p.source.uri, p.pointer) if p else None for p in sides)
    return (change.code, *places, change.subject, repr(change.before), repr(change.after))


def _finding(occurrences: list[Reached], names: Names) -> Finding:
    """One edit: in each direction as bad as it is anywhere, with the operations where it is."""
    levels, reached = _worst((one.direction, _level(one), one.operations) for one in occurrences)
    change = min(occurrences, key=lambda one: LEVELS.index(_level(one))).change
    place = change.home
    came = change.comes and KINDS[change.code].of in ("property", "parameter")
    return Finding(
        change=change,
        level=worst(levels.values()) if levels else judge(change, None, frozenset()),
        reached=reached,
        levels=levels,
        fingerprint=fingerprint(change),
        where=_where(change, place, names) if place else "",
        group=group(place, names) if place else WHOLE,
        type=member_type(change, names) if came else "",
    )


def member_type(change: Change, names: Names) -> str:
    """What people call the type of a property, or of a parameter, that came or went."""
    place = change.old if change.goes else change.new
    if place is not None and KINDS[change.code].of == "parameter":
        place = replace(place, pointer=f"{place.pointer}/schema")
    return typed(place, names.schemas)


_TOLD: Final = {
    "media type": re.compile(r" \([^()]*/[^()]*\)$"),
    "status": re.compile(r" response \w+$"),
    "branch": re.compile(r" (oneOf|anyOf)\[\d+\]$"),
    "contents": re.compile(r"(\{\}|\[\])$"),
}
"""What the words name anyway; what is said of all contents is said of what holds them."""


def _where(change: Change, place: Place, names: Names) -> str:
    """Return the name of a place; a property is named, a branch, media type or status is not."""
    found, of = label(place, names), KINDS[change.code].of
    if of in _TOLD:
        return _TOLD[of].sub("", found)
    if change.context is not None and of in ("operation", "webhook", "callback"):
        # It may stand in a path item of several.
        return change.context.operation
    if change.used is not None and of in ("parameter", "header"):
        # A component may be called otherwise than what it describes.
        name = str(change.before or change.after)
        return found if found.endswith(f" {change.subject}") else f"{found} ({name})"
    named = f".{found}".endswith(f".{change.subject}")
    if of in ("property", "required", "member") and not named:
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
    if KINDS[change.code].of == "null":
        pointer = _NULL.sub("", pointer)
    parts = [change.code, pointer, change.subject, as_text(change.before), as_text(change.after)]
    return digest(*parts)


def digest(*parts: str) -> str:
    """Return what identifies several texts, in 16 digits."""
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def as_text(value: Any) -> str:
    """Return a value as JSON that does not depend on the order of what is listed."""
    if isinstance(value, list):
        return json.dumps(sorted(map(as_text, value)))
    return json.dumps(value, sort_keys=True, default=str)
