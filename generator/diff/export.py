"""Schemas back to JSON Schema 2020-12, for the validators that judge a witness."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.diff.contract import Direction
from generator.diff.form import Conj
from generator.ir import Contains, Schema, TypeId

DIALECT = "https://json-schema.org/draft/2020-12/schema"
_ONE = frozenset(
    "not if then else items additionalProperties propertyNames unevaluatedItems "
    "unevaluatedProperties".split()
)
_SEVERAL = frozenset({"allOf", "anyOf", "oneOf", "prefixItems"})
_NAMED = frozenset({"properties", "patternProperties", "dependentSchemas"})
_DROPPED = frozenset({"discriminator", "integral_floats", "nullable", "annotated format", "format"})
_INTEGERS = {"int8": 7, "int16": 15, "int32": 31, "int64": 63}


class Exporter:
    """Writes schemas of one version as they hold in one direction."""

    def __init__(self, schemas: Mapping[TypeId, Schema], direction: Direction) -> None:
        self._schemas = schemas
        self._direction = direction
        self._names: dict[TypeId, str] = {}
        self._definitions: dict[str, Any] = {}

    def export(self, conj: Conj) -> dict[str, Any]:
        """Return one schema for a conjunction, with all that it refers to."""
        self._names, self._definitions = {}, {}
        members = [self._ref(type_id) for type_id in conj]
        waiting = list(self._names)
        while waiting:
            type_id = waiting.pop()
            known = len(self._names)
            self._definitions[self._names[type_id]] = self._schema(self._schemas[type_id])
            waiting += list(self._names)[known:]
        return (
            {"$schema": DIALECT, "allOf": members, "$defs": self._definitions}
            if members
            else {"$schema": DIALECT}
        )

    def _ref(self, type_id: TypeId) -> Any:
        keywords = self._schemas[type_id].keywords
        if "false" in keywords:
            return False
        if not keywords:
            return True
        name = self._names.setdefault(type_id, f"s{len(self._names)}")
        return {"$ref": f"#/$defs/{name}"}

    def _schema(self, schema: Schema) -> Any:
        written: dict[str, Any] = {}
        every: list[Any] = []
        for keyword, value in schema.keywords.items():
            if keyword in ("$ref", "$dynamicRef"):
                every.append(self._ref(value))
            elif keyword not in _DROPPED:
                written |= self._keyword(keyword, value)
        every += written.pop("allOf", [])
        every += _format(schema)
        if "required" in written:
            written["required"] = self._required(schema)
        if every:
            written["allOf"] = every
        return (
            {"anyOf": [{"type": "null"}, written]} if schema.keywords.get("nullable") else written
        )

    def _keyword(self, keyword: str, value: Any) -> dict[str, Any]:
        if keyword in _ONE:
            return {keyword: self._ref(value)}
        if keyword in _SEVERAL:
            return {keyword: [self._ref(one) for one in value]}
        if keyword in _NAMED:
            return {keyword: {name: self._ref(one) for name, one in value.items()}}
        if isinstance(value, Contains):
            counts: dict[str, Any] = {"contains": self._ref(value.schema)}
            counts["minContains"] = value.minimum
            if value.maximum is not None:
                counts["maxContains"] = value.maximum
            return counts
        if keyword == "dependentRequired":
            return {keyword: {name: list(names) for name, names in value.items()}}
        return {keyword: list(value) if isinstance(value, tuple) else value}

    def _required(self, schema: Schema) -> list[str]:
        """Requests need no property that is read-only, responses none that is write-only."""
        properties = schema.keywords.get("properties", {})
        return [
            name
            for name in schema.keywords["required"]
            if name not in properties or not self._hidden(properties[name])
        ]

    def _hidden(self, type_id: TypeId) -> bool:
        trail = set[TypeId]()
        waiting = [type_id]
        while waiting:
            schema = self._schemas[waiting.pop()]
            if schema.id in trail:
                continue
            trail.add(schema.id)
            notes = schema.notes
            if notes.read_only if self._direction == "request" else notes.write_only:
                return True
            waiting += [schema.keywords["$ref"]] if "$ref" in schema.keywords else []
            waiting += schema.keywords.get("allOf", ())
        return False


def _format(schema: Schema) -> list[Any]:
    """`int32` and its like are limits; any other format is for the validator to know."""
    name = schema.keywords.get("format", schema.keywords.get("annotated format"))
    if name in _INTEGERS:
        limit = 2 ** _INTEGERS[name]
        return [{"minimum": -limit, "maximum": limit - 1}]
    return [{"format": name}] if name else []
