"""What of the last run still holds: files of types for which nothing changed.

What is rendered for a type follows from what its schema says, from all that this leads to, and from
what each of them is called. Schemas are compared by owner: the component in which they stand, or
whatever else an id starts with.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import field, fields
from functools import cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.frozen import dataclass
from generator.ir import NO_NOTES, Notes, Object, Schema, TypeId
from generator.model import Model
from generator.output.last_run import Known, LastRun
from generator.output.manifest import digest
from generator.shape import leads_to
from generator.shaping.variants import subschemas
from generator.targets.python.checks import tracked


@dataclass(frozen=True, slots=True)
class Kept:
    """Types that the last run rendered as this one would, and the files that are as it left them.

    All files of the types are among them.
    """

    types: frozenset[TypeId] = frozenset()
    files: Mapping[str, Known] = field(default_factory=dict)


def kept(model: Model, owners: Mapping[str, str], last: LastRun, root: Path) -> Kept:
    """Return what holds of a run with the same settings into `root`.

    Without the digests of its `owners` no type does.
    """
    files = last.settled(root)
    if not last.owners:
        return Kept(files=files)
    lost = {known.of for path, known in last.files.items() if path not in files}
    changed = _changed(model, owners, last.owners)
    types = (t for t in model.names if t not in lost and _owner(t) not in changed)
    return Kept(frozenset(types), files)


def owner_digests(model: Model) -> Mapping[str, str]:
    """Return a digest by owner of all that renderings can depend on."""
    api, rows = model.api, defaultdict[str, list[Any]](list)
    for type_id, schema in api.schemas.items():
        rows[_owner(type_id)].append((type_id, *_said(schema)))
    for type_id, found in api.types.items():
        # What a schema says by itself follows from the rows above.
        if found.schema is not api.schemas.get(type_id):
            shape = (type_id, found.shape, found.nullable, found.exact)
            rows[_owner(type_id)].append((*shape, *_said(found.schema)))
        elif isinstance(found.shape, Object) and found.shape.narrower:
            rows[_owner(type_id)].append((type_id, found.shape.narrower))
    for type_id, name in model.names.items():
        rows[_owner(type_id)].append((type_id, name.package, name.cls))
    # That a schema tells what it evaluates is for those that lead to it.
    for type_id in sorted(tracked(api.schemas)):
        rows[_owner(type_id)].append(type_id)
    return {owner: digest(pickle.dumps(found)) for owner, found in rows.items()}


_noted = attrgetter(*(row.name for row in fields(Notes)))
"""What notes hold: as a value of their class, they take three times as long to pickle."""


def _said(schema: Schema) -> tuple[Any, ...]:
    notes = None if schema.notes is NO_NOTES else _noted(schema.notes)
    return schema.keywords, notes, schema.key, schema.dialect


def _changed(model: Model, now: Mapping[str, str], before: Mapping[str, str]) -> set[str]:
    """Return the owners that are not what they were, and those that lead to one of them."""
    changed: set[str] = set()
    queue = [owner for owner, found in now.items() if before.get(owner) != found]
    users = _users(model) if len(queue) < len(now) else {}
    while queue:
        owner = queue.pop()
        if owner not in changed:
            changed.add(owner)
            queue.extend(users.get(owner, ()))
    return changed


def _users(model: Model) -> Mapping[str, set[str]]:
    """Return, for each owner, those whose schemas or types lead to one of its."""
    users = defaultdict[str, set[str]](set)
    for type_id, found in _ways(model):
        owner = _owner(type_id)
        for below in found:
            users[_owner(below)].add(owner)
    return users


def _ways(model: Model) -> Iterator[tuple[TypeId, Iterable[TypeId]]]:
    """Yield every type or schema with those that it leads to."""
    api = model.api
    for type_id, schema in api.schemas.items():
        yield type_id, subschemas(schema.keywords)
    for type_id, found in api.types.items():
        yield type_id, leads_to(found.shape)
        if found.schema is not api.schemas.get(type_id):
            yield type_id, subschemas(found.schema.keywords)


@cache
def _owner(type_id: str) -> str:
    """`spec.yaml#/components/schemas/Job` of anything in there."""
    source, _, pointer = type_id.partition("#")
    return f"{source}#{'/'.join(pointer.split('/', 4)[:4])}"
