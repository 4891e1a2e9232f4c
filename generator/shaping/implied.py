"""A `type` that says no more than what stands beside it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from generator.ir import Schema, TypeId
from generator.shaping.composition import resolved
from generator.shaping.null import says_null

_TYPE, _NOTHING = frozenset({"type"}), frozenset[str]()


def implied_types(
    schemas: Mapping[TypeId, Schema], keywords: Mapping[str, Any], members: Sequence[TypeId]
) -> frozenset[str]:
    """Return `type` if it says nothing new beside a union whose members all say so themselves."""
    allowed = set(keywords.get("type", ()))
    said = [resolved(schemas, member).keywords.get("type") for member in members]
    return _TYPE if all(t and allowed.issuperset(t) for t in said) else _NOTHING


def repeated(
    schemas: Mapping[TypeId, Schema], keywords: Mapping[str, Any], target: TypeId
) -> frozenset[str]:
    """Return `type` if it says nothing new beside a reference to `target`, of null neither."""
    null = says_null(resolved(schemas, target).keywords)
    if not keywords.get("nullable") and says_null(keywords) != null:
        return _NOTHING
    return implied_types(schemas, keywords, [target])
