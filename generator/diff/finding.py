"""A finding: one edit, with all the operations that it affects and what proves it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any, Literal

from generator.diff.catalogue import KINDS
from generator.diff.change import Change, Side
from generator.diff.contract import DIRECTIONS, Direction
from generator.diff.judge import LEVELS, URGENT, Level, judge, worst
from generator.diff.kind import Audience
from generator.diff.label import WHOLE, Names, group, label, schema_pointer, stable
from generator.diff.schemas import Reached
from generator.diff.typed import typed
from generator.frozen import dataclass
from generator.source import Place

Verdict = Literal["breaking", "risky", "compatible", "unchanged"]
Proof = Literal["witness", "structural", "unproven"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A value that one version accepts and the other refuses, with the words of the refusal."""

    value: Any
    accepted_by: Side
    error: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One edit. `levels` holds its level in each direction in which it counts."""

    change: Change
    level: Level
    audience: Audience
    reached: Mapping[Direction | None, tuple[str, ...]]
    """The operations that it reaches in each direction."""
    levels: Mapping[Direction, Level]
    message: str
    fingerprint: str
    where: str
    """What people call the place."""
    group: str = WHOLE
    """What it is listed under."""
    type: str = ""
    """What people call the type of a property that came."""
    ruled: bool = False
    """Whether the level is one that the policy gives."""
    successor: str = ""
    """A property that came where this one went, of the same type; an operation of the same id."""
    witness: Witness | None = None
    proof: Proof = "structural"

    @property
    def code(self) -> str:
        """The kind of change."""
        return self.change.code

    @property
    def direction(self) -> Literal["request", "response", "both", "none"]:
        """In which direction it is as bad as it is: one version may only take more than before."""
        directions = self.directions
        return "none" if not directions else directions[0] if len(directions) == 1 else "both"

    @property
    def directions(self) -> list[Direction]:
        """The directions in which it is as bad as it is."""
        highest = worst(self.levels.values())
        return [name for name, level in self.levels.items() if level == highest]

    @property
    def operations(self) -> tuple[str, ...]:
        """The operations that meet it in a direction in which it is as bad as it is."""
        found = (self.reached.get(one, ()) for one in self.directions or self.reached)
        return tuple(dict.fromkeys(name for names in found for name in names))

    @property
    def counts(self) -> bool:
        """Whether it is about the wire; a schema that no operation uses is never sent.

        Whatever the policy calls breaking or risky counts as well.
        """
        if self.ruled and self.level in URGENT:
            return True
        return self.audience == "wire" and (bool(self.operations) or self.change.pair is None)

    @property
    def place(self) -> Place | None:
        """Where it happened: in the new version, or in the old one for what is gone."""
        return _spot(self.change)

    @property
    def schema(self) -> str | None:
        """The named schema that was edited, as a reference."""
        for place in (self.place, self.change.new, self.change.old):
            found = schema_pointer(place.pointer) if place else None
            if found:
                return found
        return None

    @property
    def sentence(self) -> str:
        """What happened, with the name of the place."""
        return f"{self.where}: {self.message}" if self.where else self.message


def verdict(found: Iterable[Finding]) -> Verdict:
    """Return the verdict that findings add up to."""
    levels = [finding.level for finding in found if finding.counts]
    if not levels:
        return "unchanged"
    level = worst(levels)
    return "compatible" if level == "info" else level


def worst_first(found: Iterable[Finding]) -> tuple[Finding, ...]:
    """Return findings by their level; those of one level stay as they are."""
    return tuple(sorted(found, key=lambda finding: LEVELS.index(finding.level)))


def findings(reached: Iterable[Reached], names: Names) -> list[Finding]:
    """Bring occurrences of one edit together."""
    groups: dict[tuple[Any, ...], list[Reached]] = {}
    for one in reached:
        groups.setdefault(_edit(one.change), []).append(one)
    found = [_finding(occurrences, names) for occurrences in groups.values()]
    return _succeeded(_told_apart(found), names)


def _succeeded(found: list[Finding], names: Names) -> list[Finding]:
    """Name the successor of a property, where one went and one of its type came."""
    moves: dict[str, list[Finding]] = {}
    for finding in found:
        if finding.code.endswith(("property-added", "property-removed")):
            moves.setdefault(finding.where.removesuffix(finding.change.subject), []).append(finding)
    successors = {}
    for moved in moves.values():
        gone = [one for one in moved if one.code.endswith("-removed") and one.change.old]
        come = [one for one in moved if one.type]
        if len(gone) == len(come) == 1 and typed(gone[0].change.old, names.schemas) == come[0].type:
            successors[gone[0].fingerprint] = come[0].change.subject
    return [replace(one, successor=successors.get(one.fingerprint, "")) for one in found]


def _told_apart(found: list[Finding]) -> list[Finding]:
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
    if change.code.endswith("-added") or KINDS[change.code].audience == "docs":
        sides = [change.new]
    elif change.code.endswith("-removed"):
        sides = [change.old]
    if change.edited:
        sides = [_spot(change)]
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
    place = _spot(change)
    came = change.code.endswith("property-added")
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
        type=typed(place, names.schemas) if came else "",
    )


_MEMBERS = (
    "property-added",
    "property-removed",
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
    """Return the name of a place; a property is named, a branch that came or went is not."""
    found = label(place, names)
    if "-branch-" in change.code:
        return re.sub(r" (oneOf|anyOf)\[\d+\]$", "", found)
    if change.code.startswith(_MEMBERS) and not f".{found}".endswith(f".{change.subject}"):
        return f"{found}.{change.subject}".lstrip(".")
    return found


def _spot(change: Change) -> Place | None:
    if change.edited:
        return change.old if change.edited == "old" else change.new
    if change.code.endswith("-removed") or "-removed-" in change.code:
        return change.old or change.new
    return change.new or change.old


def _level(one: Reached) -> Level:
    return judge(one.change, one.direction, one.stabilities)


_NULL = re.compile(r"(/(oneOf|anyOf)/\*)?(/(type|nullable|const|enum))?$")
"""How null is spelled, which makes no difference."""


def fingerprint(change: Change) -> str:
    """Return what identifies an edit, whatever it is called and wherever lines are."""
    place = _spot(change) if change.edited else change.old or change.new
    pointer = stable(place.pointer) if place else ""
    if change.code.startswith("nullable-"):
        pointer = _NULL.sub("", pointer)
    parts = [change.code, pointer, change.subject, _spelled(change.before), _spelled(change.after)]
    return hashlib.sha256("\0".join(parts).encode()).hexdigest()[:16]


def _spelled(value: Any) -> str:
    if isinstance(value, list):
        return json.dumps(sorted(map(_spelled, value)))
    return json.dumps(value, sort_keys=True, default=str)
