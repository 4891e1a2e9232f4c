"""The version of the description itself: whether its number says what happened."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from generator.diff.changes.change import Change
from generator.diff.changes.finding import Finding
from generator.diff.demands import Demands
from generator.diff.described.contract import Contract
from generator.diff.next_version import is_behind
from generator.source import Place


def version(
    old: Contract, new: Contract, found: Sequence[Finding], demands: Demands
) -> Iterator[Change]:
    """A version that went down, or, where that is asked for, not up as far as the changes are."""
    before, after = old.root.facts["version"], new.root.facts["version"]
    places = tuple(Place(root.place.source, "/info/version") for root in (old.root, new.root))
    step = demands.step(found)
    if before and after and _number(after) < _number(before):
        yield Change("version-decreased", "noted", places[0], places[1], before, after)
    elif demands.version and before and is_behind(step, before, after):
        yield Change("version-not-bumped", "noted", places[0], places[1], before, after, step)


def _number(text: str) -> tuple[int, ...]:
    return tuple(int(part) for part in re.findall(r"\d+", text)[:3])
