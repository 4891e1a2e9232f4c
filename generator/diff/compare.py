"""Two contracts → findings: every change once, judged, with the operations that it affects."""

from __future__ import annotations

import re
import warnings
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from generator.diff.changes.change import Change, Context, Pair, Slot
from generator.diff.changes.finding import Finding, worst_first
from generator.diff.described.contract import Contract
from generator.diff.described.elsewhere import elsewhere
from generator.diff.findings import findings
from generator.diff.forms.normalise import Normaliser
from generator.diff.proof.prove import prove
from generator.diff.rules.demands import (
    NO_DEMANDS,
    Demands,
    notice,
    notice_of_schemas,
    version,
)
from generator.diff.rules.elements import Basis
from generator.diff.rules.operations import operations
from generator.diff.rules.security import schemes
from generator.diff.schemas import Reached, SchemaComparison, reach
from generator.diff.successors import moved_operations, renamed_members
from generator.diff.swapped import Swaps, swapped, swaps
from generator.diff.words.label import Names
from generator.ir import TypeId


def compare(
    old: Contract, new: Contract, today: date | None = None, demands: Demands = NO_DEMANDS
) -> tuple[Finding, ...]:
    """Return what changed from one contract to another, and what of the demands is not met.

    The worst comes first. What Python thinks of the patterns in there, nobody is told.
    """
    with warnings.catch_warnings(action="ignore"):
        return worst_first(_found(old, new, today or date.today(), demands))


def _found(old: Contract, new: Contract, today: date, demands: Demands) -> list[Finding]:
    before, after = Normaliser(old.schemas, old.same), Normaliser(new.schemas, new.same)
    basis = Basis(before, after, today)
    events = list(_events(old, new, basis))
    days = demands.notice_days
    events += notice(old, new, days, today) if days else ()
    slots = [_core(event, basis) for event in events if isinstance(event, Slot)]
    comparison = SchemaComparison(before, after)
    comparison.visit(slots)
    comparison.compare(_unused(old, new, comparison))
    if days:
        notice_of_schemas(comparison, days, today)
    schemas = {**old.schemas, **new.schemas}
    names = Names({**old.parameters, **new.parameters}, schemas, elsewhere(old, new))
    reached = [_of_element(event) for event in events if isinstance(event, Change)]
    reached += reach(comparison, slots)
    by = swaps(comparison, old, new)
    reached += map(_of_element, _renamed(comparison, by, old, new))
    proven = prove(renamed_members(findings(reached, names), names), comparison)
    found = moved_operations(swapped(proven, by, comparison, names), old, new)
    return found + findings(map(_of_element, version(old, new, found, demands)), names)


def _events(old: Contract, new: Contract, basis: Basis) -> Iterator[Change | Slot]:
    yield from _documents(old, new)
    yield from operations(old, new, basis)
    yield from schemes(old, new)
    for name, type_id in old.roots.items():
        other = _counterpart(name, type_id, old, new)
        if other is not None:
            yield Slot(Pair((type_id,), (other,)), Context(name, "request"))


def _documents(old: Contract, new: Contract) -> Iterator[Change]:
    """Schemas of which one version has no file; a description that is gone is told by operation."""
    places = (old.root.place, new.root.place)
    came, gone = _file_name(new), _file_name(old)
    for context in () if old.name else _documented(new):
        yield Change("document-added", "widened", *places, None, came, came, context=context)
    for context in () if new.name else _documented(old):
        yield Change("document-removed", "narrowed", *places, gone, None, gone, context=context)


def _documented(side: Contract) -> list[Context]:
    """The schema that a document is; those that it defines, if it is none."""
    whole = [name for name, type_id in side.roots.items() if type_id.endswith("#")]
    return [Context(name, "request") for name in whole or side.roots]


def _file_name(side: Contract) -> str:
    """The name of a file, wherever it stands."""
    return re.split("[/:]", side.root.place.source.name)[-1]


def _counterpart(name: str, type_id: TypeId, old: Contract, new: Contract) -> TypeId | None:
    """The schema of the new version that stands for one: of its name; or both are documents.

    A document is called after its file, which may be called otherwise.
    """
    documents = [one for one in new.roots.values() if one.endswith("#")]
    if type_id.endswith("#") and documents:
        return documents[0]
    only = len(old.roots) == len(new.roots) == 1
    return next(iter(new.roots.values())) if only else new.roots.get(name)


def _core(slot: Slot, basis: Basis) -> Slot:
    pair = slot.pair
    old, new = basis.before.core(pair.old), basis.after.core(pair.new)
    return replace(slot, pair=Pair(old, new, pair.text), used=pair)


def _of_element(change: Change) -> Reached:
    """A change that is found where it counts, not inside schemas."""
    context = change.context
    if context is None:
        return Reached(change, None, ())
    stabilities = frozenset({context.stability})
    return Reached(change, context.direction, (context.operation,), stabilities)


def _unused(old: Contract, new: Contract, comparison: SchemaComparison) -> Iterator[Pair]:
    """Named schemas that no operation led to are compared by their names."""
    met = {type_id for pair in comparison.compared for type_id in pair.old}
    behind = {comparison.before.target(type_id) for type_id in met}
    for name, type_id in old.named.items():
        known = type_id in met or type_id in behind or type_id not in old.schemas
        if name in new.named and not known and type_id not in old.same:
            other = new.named[name]
            yield Pair(comparison.before.core((type_id,)), comparison.after.core((other,)))


def _renamed(
    comparison: SchemaComparison, by: Swaps, old: Contract, new: Contract
) -> Iterator[Change]:
    """Schemas that have another name now; one that took another's place is another one."""
    before, after = comparison.before, comparison.after
    for pair in (one for one in comparison.compared if one not in by):
        one, other = before.name(pair.old), after.name(pair.new)
        if not one or not other or one == other or one in new.named or other in old.named:
            continue
        places = (old.schemas[old.named[one]].place, new.schemas[new.named[other]].place)
        yield Change("schema-renamed", "noted", *places, one, other, other)
