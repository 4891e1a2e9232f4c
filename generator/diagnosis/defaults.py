"""Defaults that do not fit what is in a schema, or what it refers to: no class has them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.codes import SCH007
from generator.diagnosis.misfits import shown
from generator.facets import equal, is_of_type
from generator.ir import MISSING, Schema, TypeId
from generator.report import Report

_Schemas = Mapping[TypeId, Schema]
_FURTHER = frozenset(
    "$ref allOf oneOf anyOf const required properties additionalProperties items prefixItems "
    "false".split()
)
"""Keywords that say more of a value than what is told where the schema is read."""
_DEEPEST = 50
"""How many schemas deep a default is looked into."""


def tell_defaults(schemas: _Schemas, report: Report) -> None:
    """Report each default that is refused further inside, or by what its schema refers to.

    What the `type` and the `enum` right beside it refuse is told where the schema is read.
    """
    for schema in schemas.values():
        value = schema.notes.default
        if value is MISSING or value is None or _FURTHER.isdisjoint(schema.keywords):
            continue
        if _is_told(schema.keywords, value):
            continue
        if why := _Fitting(schemas).refusal(schema.id, value):
            where = schema.place.below("default")
            message = f"{why}: the schema refuses its own default"
            report.add(SCH007, message, where, cause=(SCH007, where.source.uri, message))


class _Fitting:
    """What schemas refuse of one default. Each is asked once of each value in it.

    Ways that part and meet again would take forever otherwise.
    """

    def __init__(self, schemas: _Schemas) -> None:
        self.schemas = schemas
        self._known: dict[tuple[TypeId, int], str] = {}

    def refusal(self, type_id: TypeId, value: Any, path: str = "", depth: int = 0) -> str:
        """Say why a schema refuses a value, which is at a path of the default; empty if not.

        Bounds do not count, nor does what is deeper than anything that people write.
        """
        key = type_id, id(value)
        if key not in self._known:
            self._known[key] = ""  # which is all that a schema asks that leads back to itself
            if depth <= _DEEPEST:
                self._known[key] = next(self._refusals(type_id, value, path, depth + 1), "")
        return self._known[key]

    def _refusals(self, type_id: TypeId, value: Any, path: str, depth: int) -> Iterator[str]:
        keywords = self.schemas[type_id].keywords
        if value is None and keywords.get("nullable"):
            return
        yield from filter(None, [_own(keywords, value, path)])
        parts = [*keywords.get("allOf", ()), *(keywords[k] for k in ("$ref",) if k in keywords)]
        asked = [(part, value, path) for part in parts] + [*_inside(keywords, value, path)]
        told = (self.refusal(one, inner, way, depth) for one, inner, way in asked)
        yield from filter(None, told)
        for union in ("oneOf", "anyOf"):
            branches = keywords.get(union, ())
            if branches and all(self.refusal(one, value, path, depth) for one in branches):
                yield f"{_subject(value, path)} is of no branch of the '{union}'"


def _is_told(keywords: Mapping[str, Any], value: Any) -> bool:
    return not (_is_of(keywords, value) and _is_listed(keywords, value))


def _is_of(keywords: Mapping[str, Any], value: Any) -> bool:
    return not keywords.get("type") or is_of_type(value, keywords)


def _is_listed(keywords: Mapping[str, Any], value: Any) -> bool:
    return "enum" not in keywords or any(equal(value, one) for one in keywords["enum"])


def _own(keywords: Mapping[str, Any], value: Any, path: str) -> str:
    """Say why a schema by itself refuses a value."""
    subject = _subject(value, path)
    if "false" in keywords:
        return f"{subject} is never valid"
    if not _is_of(keywords, value):
        return f"{subject} is not of the type {' or '.join(sorted(keywords['type']))}"
    if not _is_listed(keywords, value):
        return f"{subject} is not in 'enum'"
    if "const" in keywords and not equal(value, keywords["const"]):
        return f"{subject} is not {shown(keywords['const'])}"
    required = keywords.get("required", ()) if isinstance(value, dict) else ()
    missing = next((name for name in required if name not in value), None)
    return "" if missing is None else f"{subject} has no '{missing}'"


def _inside(
    keywords: Mapping[str, Any], value: Any, path: str
) -> Iterator[tuple[TypeId, Any, str]]:
    """Yield the schema of each member and item that a schema describes, it, and its path."""
    if isinstance(value, dict):
        properties = keywords.get("properties", {})
        others = None if "patternProperties" in keywords else keywords.get("additionalProperties")
        for name, member in value.items():
            if (inner := properties.get(name, others)) is not None:
                yield inner, member, f"{path}.{name}".lstrip(".")
    if isinstance(value, list):
        prefix = keywords.get("prefixItems", ())
        for index, item in enumerate(value):
            inner = prefix[index] if index < len(prefix) else keywords.get("items")
            if inner is not None:
                yield inner, item, f"{path}[{index}]"


def _subject(value: Any, path: str) -> str:
    return f"{shown(value)} at '{path}'" if path else shown(value)
