"""Schemas that lead back to themselves with the same value: nothing can ever decide them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, MutableMapping
from dataclasses import replace
from typing import Any

from generator import codes
from generator.ir import IN_PLACE_APPLICATORS, Schema, TypeId
from generator.report import Report

_BRANCHES = ("then", "else")
_SEVERAL = ("allOf", "anyOf", "oneOf")
Step = tuple[TypeId, tuple[str | int, ...]]
"""A schema that looks at the same value, and the tokens from here to where it is named."""


def cycles(schemas: Mapping[TypeId, Schema], report: Report) -> None:
    """Report every step that closes a circle of schemas which all look at the same value."""
    for here, tokens in circles(schemas):
        steps = _in_place(schemas[here])
        target = next(one for one, way in steps if way == tokens)
        _report(report, schemas[here], schemas[target], tokens)


def circles(schemas: Mapping[TypeId, Schema]) -> Iterator[Step]:
    """Yield each schema that closes a circle of schemas for one value, and where it does.

    A depth-first walk with a stack of its own: neither depth nor the number of circles matters.
    """
    done = {
        type_id for type_id, one in schemas.items() if IN_PLACE_APPLICATORS.isdisjoint(one.keywords)
    }
    for start in schemas:
        path = {} if start in done else {start: _in_place(schemas[start])}
        while path:
            here, steps = next(reversed(path.items()))
            target, tokens = next(steps, (None, ()))
            if target is None:
                del path[here]
                done.add(here)
            elif target in path:
                yield here, tokens
            elif target not in done:
                path[target] = _in_place(schemas[target])


def cut(schemas: MutableMapping[TypeId, Schema]) -> None:
    """Let whatever closes a circle say nothing, so that there is an end to what is made of them."""
    for here, tokens in list(circles(schemas)):
        keyword, *index = tokens or ("$dynamicRef",)
        free = replace(schemas[here], id=TypeId(f"{here} (any)"), keywords={}, key=None)
        schemas[free.id] = free
        keywords: dict[str, Any] = dict(schemas[here].keywords)
        if index:
            members = keywords[str(keyword)]
            keywords[str(keyword)] = tuple(
                free.id if at == index[0] else one for at, one in enumerate(members)
            )
        elif keyword in keywords:
            keywords[str(keyword)] = free.id
        schemas[here] = replace(schemas[here], keywords=keywords)


def _in_place(schema: Schema) -> Iterator[Step]:
    """Yield the schemas that a schema applies to the very value it is applied to."""
    keywords = schema.keywords
    if len(keywords) == 1 and "$ref" in keywords:
        yield keywords["$ref"], ("$ref",)
        return
    for keyword in ("$ref", "not", "if", *(_BRANCHES if "if" in keywords else ())):
        if keyword in keywords:
            yield keywords[keyword], (keyword,)
    for keyword in _SEVERAL:
        for index, member in enumerate(keywords.get(keyword, ())):
            yield member, (keyword, index)
    # What these two are spelled like depends on the dialect.
    if "$dynamicRef" in keywords:
        yield keywords["$dynamicRef"], ()
    for member in keywords.get("dependentSchemas", {}).values():
        yield member, ()


def _report(report: Report, here: Schema, target: Schema, tokens: tuple[str | int, ...]) -> None:
    where = here.place.below(*tokens)
    message = f"this leads back to '#{target.place.pointer}' with the same value, without end"
    report.add(codes.REF003, message, where)
