"""A finding: one edit, with all the operations that it affects and what proves it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any, Literal

from generator.diff.changes.change import Change, Side
from generator.diff.changes.judge import LEVELS, URGENT, Level, worst
from generator.diff.changes.kind import Audience, Kind
from generator.diff.changes.kinds import KINDS
from generator.diff.described.contract import Direction
from generator.diff.words.label import WHOLE, schema_pointer
from generator.frozen import dataclass
from generator.source import Place

Verdict = Literal["breaking", "risky", "compatible", "unchanged"]
Proof = Literal["witness", "structural", "unproven"]


@dataclass(frozen=True, slots=True)
class Witness:
    """A value that one version accepts and the other refuses, with the words of the refusal.

    `path` leads to what these speak of: members and items, from the value inwards.
    """

    value: Any
    accepted_by: Side
    error: str
    path: tuple[str | int, ...] = ()


@dataclass(frozen=True, slots=True)
class Finding:
    """One edit. `levels` holds its level in each direction in which it counts."""

    change: Change
    level: Level
    reached: Mapping[Direction | None, tuple[str, ...]]
    """The operations that it reaches in each direction."""
    levels: Mapping[Direction, Level]
    fingerprint: str
    where: str
    """What people call the place."""
    group: str = WHOLE
    """What it is listed under."""
    type: str = ""
    """What people call the type of a property, or of a parameter, that came."""
    ruled: bool = False
    """Whether the level is one that the policy gives."""
    successor: str = ""
    """A member that came where this one went, of the same type; an operation of the same id."""
    witness: Witness | None = None
    proof: Proof = "structural"

    @property
    def code(self) -> str:
        """The code of its kind."""
        return self.change.code

    @property
    def kind(self) -> Kind:
        """The kind of change."""
        return KINDS[self.change.code]

    @property
    def audience(self) -> Audience:
        """Whom it concerns."""
        return self.kind.audience

    @property
    def message(self) -> str:
        """What happened, in a sentence."""
        return self.kind.say(self.change)

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
        """Where it happened."""
        return self.change.home

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
    """Return findings by their level; those of one level by their group, which stay as they are.

    A report that lists them, and one that lists the groups, then have the same order.
    """
    ranked = sorted(found, key=lambda finding: LEVELS.index(finding.level))
    groups: dict[str, int] = {}
    for finding in ranked:
        groups.setdefault(finding.group, len(groups))
    return tuple(sorted(ranked, key=lambda one: (LEVELS.index(one.level), groups[one.group])))
