"""Unions whose members extend them: the circle that many programs write for a base class.

`Pet: {oneOf: [Cat, Dog]}` and `Cat: {allOf: [Pet, …]}` lead back to each other for ever, by the
letter. What is meant is that a cat has what stands beside the union, and so it is read.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator, Mapping, MutableMapping, Sequence
from dataclasses import replace
from typing import Any

from generator.codes import SCH017
from generator.ir import Schema, TypeId
from generator.report import Report
from generator.shaping.composition import resolved

_UNION = ("oneOf", "anyOf")
_OF_UNION = frozenset({*_UNION, "discriminator", "nullable"})
Extending = tuple[TypeId, str, int]
"""A schema that extends a union, the keyword by which it does, and where in its list."""


def families(schemas: MutableMapping[TypeId, Schema], report: Report) -> None:
    """Let members of a union extend what stands beside it, and not the union; tell of each."""
    for type_id in list(schemas):
        union = schemas[type_id]  # as it is now: it may be a member of a union before it
        branches = [one for keyword in _UNION for one in union.keywords.get(keyword, ())]
        extending = [list(_extending(union, branch, schemas)) for branch in branches]
        if any(extending):
            _open(union, extending, schemas)
            _tell(union, schemas[next(filter(None, extending))[0][0]], report)


def _extending(
    union: Schema, branch: TypeId, schemas: Mapping[TypeId, Schema]
) -> Iterator[Extending]:
    """Yield what a branch of a union is made of and that extends the union."""
    queue, seen = deque([branch]), {union.id}
    while queue:
        type_id = queue.popleft()
        if type_id in seen:
            continue
        seen.add(type_id)
        keywords = schemas[type_id].keywords
        steps = [("allOf", index, part) for index, part in enumerate(keywords.get("allOf", ()))]
        if "$ref" in keywords:
            steps.append(("$ref", 0, keywords["$ref"]))
        for keyword, index, part in steps:
            # What has the union in it extends nothing, and a lone reference to it is the union.
            extends = part != union.id if keyword == "allOf" else len(keywords) > 1
            if extends and resolved(schemas, part).id == union.id:
                yield type_id, keyword, index
            else:
                queue.append(part)


def _open(
    union: Schema, extending: Sequence[Sequence[Extending]], schemas: MutableMapping[TypeId, Schema]
) -> None:
    beside = {k: v for k, v in union.keywords.items() if k not in _OF_UNION}
    base = replace(union, id=TypeId(f"{union.id}~base"), keywords=beside, key=None)
    schemas[base.id] = base
    for type_id, keyword, index in {one for found in extending for one in found}:
        keywords: dict[str, Any] = dict(schemas[type_id].keywords)
        if keyword == "$ref":
            keywords[keyword] = base.id
        else:
            parts = enumerate(keywords[keyword])
            keywords[keyword] = tuple(base.id if n == index else part for n, part in parts)
        schemas[type_id] = replace(schemas[type_id], keywords=keywords)
    if all(extending) and not _is_extended(union, schemas):
        # Each of them says by itself now what stands beside the union.
        alone = {k: v for k, v in union.keywords.items() if k in _OF_UNION}
        schemas[union.id] = replace(union, keywords=alone)


def _is_extended(union: Schema, schemas: Mapping[TypeId, Schema]) -> bool:
    """Whether a schema that the union does not list extends it all the same."""
    parts = (part for one in schemas.values() for part in one.keywords.get("allOf", ()))
    return any(resolved(schemas, part).id == union.id for part in parts)


def _tell(union: Schema, member: Schema, report: Report) -> None:
    keyword = next(keyword for keyword in _UNION if keyword in union.keywords)
    where = union.place.below(keyword)
    name = member.key or f"#{member.place.pointer}"
    message = f"'{name}' is in this union and extends it: read as extending what stands beside it"
    hint = f"let both extend a schema of its own, which has no '{keyword}'"
    report.add(SCH017, message, where, hint)
