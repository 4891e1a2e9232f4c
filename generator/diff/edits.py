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
    return _numbered(found)


def shared(compared: Iterable[Iterable[Finding]]) -> list[Finding]:
    """Bring together what several descriptions meet of one edit, in a file that they share."""
    groups: dict[tuple[Any, ...], list[Finding]] = {}
    for one in chain.from_iterable(compared):
        groups.setdefault(_edit(one.change), []).append(one)
    return [met[0] if len(met) == 1 else _met(met) for met in groups.values()]


def _met(found: list[Finding]) -> Finding:
    """One edit: in each direction as bad as it is for any of the descriptions."""
    used = [one for one in found if one.operations] or found[:1]
    levels = {
        side: worst(one.levels[side] for one in used if side in one.levels)
        for side in DIRECTIONS
        if any(side in one.levels for one in used)
    }
    operations: dict[Direction | None, dict[str, None]] = {}
    for one in used:
        for side, names in one.reached.items():
            if side is None or one.levels[side] == levels[side]:
                operations.setdefault(side, {}).update(dict.fromkeys(names))
    told = min(used, key=lambda one: (LEVELS.index(one.level), one.witness is None))
    reached = {side: tuple(names) for side, names in operations.items()}
    return replace(told, levels=levels, reached=reached)


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

    What was added stands in the new version only, what was removed in the old one; the place on
    the other side is as near as can be, and may be another one each time. So it is with prose,
    which several schemas may have come to share.
    """
    sides = [change.old, change.new]
    if change.edited or change.composed:
        sides = [change.home]
    elif change.comes or KINDS[change.code].audience == "docs":
        sides = [change.new]
    elif change.goes:
        sides = [change.old]
    places = tuple((p.source.uri, p.pointer) if p else None for p in sides)
    return (change.code, *places, change.subject, repr(change.before), repr(change.after))


def _finding(occurrences: list[Reached], names: Names) -> Finding:
    """One edit: in each direction as bad as it is anywhere, with the operations where it is."""
    found: dict[Direction, Level] = {}
    for one in occurrences:
        if one.direction is not None:
            found[one.direction] = worst([_level(one), found.get(one.direction, "info")])
    operations: dict[Direction | None, dict[str, None]] = {}
    for one in occurrences:
        if one.direction is None or _level(one) == found[one.direction]:
            operations.setdefault(one.direction, {}).update(dict.fromkeys(one.operations))
    change = min(occurrences, key=lambda one: LEVELS.index(_level(one))).change
    place = change.home
    came = change.comes and KINDS[change.code].of in ("property", "parameter")
    return Finding(
        change=change,
        level=worst(found.values()) if found else judge(change, None, frozenset()),
        reached={direction: tuple(names) for direction, names in operations.items()},
        levels={side: found[side] for side in DIRECTIONS if side in found},
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
