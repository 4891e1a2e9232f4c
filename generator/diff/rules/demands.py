"""What a team asks of every change, besides that nobody breaks.

What is deprecated has to say when it goes, and in good time; and the version goes up as far.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta

from generator.diff.changes.change import Change, Context
from generator.diff.changes.finding import Finding
from generator.diff.described.contract import Contract, Element
from generator.diff.next_version import Step, is_behind, suggested
from generator.diff.rules.elements import change
from generator.diff.rules.lifecycle import sunset_date, sunset_of
from generator.diff.schemas import SchemaComparison
from generator.frozen import dataclass
from generator.source import Place


@dataclass(frozen=True, slots=True)
class Demands:
    """`notice_days`: how long before its end something is announced. `version`: that it goes up.

    `step` says how far: what findings ask for.
    """

    notice_days: int = 0
    version: bool = False
    step: Callable[[Sequence[Finding]], Step] = suggested


NO_DEMANDS = Demands()


def notice(old: Contract, new: Contract, days: int, today: date) -> Iterator[Change]:
    """Operations and parameters deprecated since, without a sunset that leaves enough days."""
    for key, element in new.operations.items():
        earlier = old.operations.get(key)
        if earlier is None:
            continue
        context = Context.of(element)
        yield from _noticed(earlier, element, context, today + timedelta(days))
        for name, parameter in element.part("parameter").items():
            before = earlier.part("parameter").get(name)
            if before is not None:
                yield from _noticed(before, parameter, context, today + timedelta(days))


def notice_of_schemas(comparison: SchemaComparison, days: int, today: date) -> None:
    """The same for properties and other schemas: what is found is added to their changes."""
    for pair, compared in comparison.compared.items():
        for found in tuple(compared.changes):
            if found.code != "schema-deprecated" or not found.after:
                continue
            said = comparison.after.notes(pair.new).extensions.get("x-sunset")
            code = _code(said, sunset_date(said), today + timedelta(days))
            if code:
                compared.changes.append(replace(found, code=code, before=None, after=said))


def _code(said: object, sunset: date | None, soonest: date) -> str:
    if said is None:
        return "sunset-missing"
    return "sunset-too-soon" if sunset is not None and sunset < soonest else ""


def _noticed(old: Element, new: Element, context: Context, soonest: date) -> Iterator[Change]:
    if old.said.deprecated or not new.said.deprecated:
        return
    code = _code(new.said.sunset, sunset_of(new), soonest)
    if code:
        values = ("x-sunset", None, new.said.sunset)
        yield change(code, "noted", (old, new), context, values)


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
