"""What of the last run still holds: files of types for which nothing changed.

What is rendered for a type follows from what its schema says, from all that this leads to, and from
what each of them is called. Schemas are compared by owner: the component in which they stand, or
whatever else an id starts with.
"""

from __future__ import annotations

import pickle
from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import field, fields
from functools import lru_cache
from operator import attrgetter
from pathlib import Path
from typing import Any

from generator.closure import closure
from generator.frozen import dataclass
from generator.ir import NO_NOTES, Api, Notes, Object, Ref, Schema, Shape, Type, TypeId, Union
from generator.model import PACKAGES, Model
from generator.output.last_run import LastRun
from generator.output.manifest import Output, digest
from generator.shaping.aliases import is_upload
from generator.shaping.composition import leads_to, subschemas
from generator.shaping.evaluated import tracked
from generator.targets.markdown.timestamps import with_go_timestamps


@dataclass(frozen=True, slots=True)
class Foreseen:
    """What can be told before the types of schemas are understood.

    `digests` tell by owner what its schemas say, and `users` which owners have schemas that lead to
    one of these; there are none where nothing was generated before. `touched` are the files that
    are no longer as the last run left them.
    """

    digests: Mapping[str, str]
    users: Mapping[str, set[str]]
    touched: frozenset[str]


def foresee(schemas: Mapping[TypeId, Schema], last: LastRun, root: Path) -> Foreseen:
    """Return what can be told of a run into `root` by its schemas, as they were lowered."""
    rows = defaultdict[str, list[Any]](list)
    for type_id, schema in schemas.items():
        rows[_owner(type_id)].append((type_id, *_said(schema)))
    digests = {owner: digest(pickle.dumps(found)) for owner, found in rows.items()}
    users = defaultdict[str, set[str]](set)
    for type_id, schema in schemas.items() if last.owners else ():
        _lead(users, type_id, subschemas(schema.keywords))
    return Foreseen(digests, users, last.touched(root))


@dataclass(frozen=True, slots=True)
class Kept:
    """Types that the last run rendered as this one would, and the files that are as it left them.

    All files of the types are among them. The digests of the `owners` are there if they were asked
    for to find that out.
    """

    types: frozenset[TypeId] = frozenset()
    files: Mapping[str, Output] = field(default_factory=dict)
    owners: Mapping[str, str] = field(default_factory=dict)


def kept(model: Model, schemas: Mapping[TypeId, Schema], foreseen: Foreseen, last: LastRun) -> Kept:
    """Return what holds of the last run, if that was one with the same settings.

    What the `schemas` say is `foreseen`. Without the digests of its owners no type holds.
    """
    touched = foreseen.touched
    files = {path: known for path, known in last.files.items() if path not in touched}
    if not last.owners:
        return Kept(files=files)
    owners = owner_digests(model, schemas, foreseen)
    changed = {owner for owner, found in owners.items() if last.owners.get(owner) != found}
    if len(changed) < len(owners):
        users = _users(model, schemas, foreseen)
        changed = closure(changed, lambda owner: users.get(owner, ()))
    lost = {last.files[path].of for path in touched}
    each = (*model.names, PACKAGES)
    types = (t for t in each if t not in lost and _owner(t) not in changed)
    return Kept(frozenset(types), files, owners)


def owner_digests(
    model: Model, schemas: Mapping[TypeId, Schema], foreseen: Foreseen
) -> Mapping[str, str]:
    """Return a digest by owner of all that renderings can depend on.

    What `schemas` say is `foreseen`.
    """
    api, rows = model.api, defaultdict[str, list[Any]](list)
    for owner, said in foreseen.digests.items():
        rows[owner].append(said)
    for type_id, schema in api.schemas.items():
        if schema is not schemas.get(type_id):
            rows[_owner(type_id)].append((type_id, *_said(schema)))
    for type_id, found in api.types.items():
        # What a schema says by itself follows from the rows above.
        schema, own = found.schema, api.schemas.get(type_id)
        if own is None or schema.keywords is not own.keywords:
            shape = (_shape(found.shape), found.nullable, found.exact)
            rows[_owner(type_id)].append((type_id, *shape, *_said(schema)))
        elif schema is not own:
            rows[_owner(type_id)].append((type_id, *_noted(schema), schema.key))
        if elsewhere := _elsewhere(api, found):
            rows[_owner(type_id)].append((type_id, elsewhere))
    for type_id, name in model.names.items():
        rows[_owner(type_id)].append((type_id, name.package, name.cls))
    rows[PACKAGES] = [(name.package, name.cls) for name in model.names.values()]
    # That a schema tells what it evaluates is for those that lead to it.
    for type_id in sorted(tracked(api.schemas)):
        rows[_owner(type_id)].append(type_id)
    return {owner: digest(pickle.dumps(found)) for owner, found in rows.items()}


_notes = attrgetter(*(row.name for row in fields(Notes)))
_field = attrgetter("name", "type", "required")
"""What notes and fields hold: as values of their class, they take three times as long to pickle."""


def _shape(shape: Shape) -> Any:
    if isinstance(shape, Ref):
        return shape.target
    if isinstance(shape, Object):
        return [*map(_field, shape.fields)], shape.additional, shape.base
    return shape


def _elsewhere(api: Api, found: Type) -> Any:
    """What of a type follows from schemas it does not lead to, or from operations; or false."""
    shape = found.shape
    if isinstance(shape, Object):
        return shape.narrower
    if isinstance(shape, Union) and shape.discriminator:
        # Tables order the members by those of the mapping that something leads to.
        return [target in api.types for target in shape.discriminator.mapping.values()]
    return is_upload(found)


def _said(schema: Schema) -> tuple[Any, ...]:
    notes = () if schema.notes is NO_NOTES else _noted(schema)
    return schema.keywords, notes, schema.key, schema.dialect


def _noted(schema: Schema) -> tuple[Any, ...]:
    notes = schema.notes
    # That a timestamp has no quotes is told by the text alone.
    shown = with_go_timestamps(notes.examples, schema) if notes.examples else ()
    return *_notes(notes), shown


def _users(
    model: Model, schemas: Mapping[TypeId, Schema], foreseen: Foreseen
) -> Mapping[str, set[str]]:
    """Return, for each owner, those whose schemas or types lead to one of its."""
    api, users = model.api, defaultdict(set, foreseen.users)
    for type_id, schema in api.schemas.items():
        if schema is not schemas.get(type_id):
            _lead(users, type_id, subschemas(schema.keywords))
    for type_id, found in api.types.items():
        _lead(users, type_id, leads_to(found.shape))
        if found.schema is not api.schemas.get(type_id):
            _lead(users, type_id, subschemas(found.schema.keywords))
    return users


def _lead(users: dict[str, set[str]], type_id: TypeId, found: Iterable[TypeId]) -> None:
    owner = _owner(type_id)
    for below in found:
        users[_owner(below)].add(owner)


@lru_cache(200_000)
def _owner(type_id: str) -> str:
    """`spec.yaml#/components/schemas/Job` of anything in there, `get /jobs` of what that has."""
    source, mark, pointer = type_id.partition("#")
    return f"{source}#{'/'.join(pointer.split('/', 4)[:4])}" if mark else source.partition("~")[0]
