"""Schemas back to JSON Schema 2020-12, for the validators that judge a witness."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.diff.described.contract import Direction, seen
from generator.diff.forms.form import Conj
from generator.diff.forms.references import LEADING_TO_ONE
from generator.facets import INTEGER_FORMATS
from generator.ir import (
    NAMED_SCHEMAS,
    REFERENCES,
    SEVERAL_SCHEMAS,
    Contains,
    Schema,
    TypeId,
)

_URI = "urn:typewright:"
DIALECT = "https://json-schema.org/draft/2020-12/schema"
_DROPPED = frozenset({"discriminator", "integral_floats", "nullable", "annotated format", "format"})
_LARGEST = {"float": 3.4028234663852886e38}


class Exporter:
    """Writes schemas of one version as they hold in one direction, each when it is asked for."""

    def __init__(self, schemas: Mapping[TypeId, Schema], direction: Direction) -> None:
        self._schemas = schemas
        self._direction = direction
        self._names: dict[TypeId, str] = {}
        self._ids: dict[str, TypeId] = {}
        self._written: dict[str, Any] = {}

    def root(self, conj: Conj) -> dict[str, Any]:
        """Return a schema that refers to those of a conjunction."""
        return {"$schema": DIALECT, "allOf": [self._ref(type_id) for type_id in conj] or [True]}

    def at(self, uri: str) -> dict[str, Any]:
        """Return the schema that is known by a URI."""
        if uri not in self._written:
            self._written[uri] = self._schema(self._schemas[self._ids[uri]])
        found: dict[str, Any] = self._written[uri]
        return found

    def bundle(self, conj: Conj, most: int) -> dict[str, Any] | None:
        """Return one schema with all that it refers to; None where these are too many."""
        root = self.root(conj)
        uris = dict.fromkeys(references(root))
        waiting = list(uris)
        while waiting:
            new = [one for one in references(self.at(waiting.pop())) if one not in uris]
            uris |= dict.fromkeys(new)
            waiting += new
            if len(uris) > most:
                return None
        return self.bundled(root, uris)

    def bundled(self, root: dict[str, Any], uris: Iterable[str]) -> dict[str, Any]:
        """Return a schema with those that are listed; any other that is referred to is `true`."""
        kept = {uri: self.at(uri) for uri in uris}
        others = {uri for one in (root, *kept.values()) for uri in references(one)} - kept.keys()
        definitions = {uri: {"$id": uri, **schema} for uri, schema in kept.items()}
        return {**root, "$defs": {**definitions, **{uri: {"$id": uri} for uri in sorted(others)}}}

    def _ref(self, type_id: TypeId) -> Any:
        keywords = self._schemas[type_id].keywords
        if "false" in keywords:
            return False
        if not keywords:
            return True
        if type_id not in self._names:
            uri = f"{_URI}{len(self._names)}"
            self._names[type_id], self._ids[uri] = uri, type_id
        return {"$ref": self._names[type_id]}

    def _schema(self, schema: Schema) -> Any:
        """A schema as JSON; references stand in an `allOf`, where nothing beside them is lost."""
        written: dict[str, Any] = {}
        every: list[Any] = []
        for keyword, value in schema.keywords.items():
            if keyword in REFERENCES:
                every.append(self._ref(value))
            elif keyword not in _DROPPED and not keyword.startswith("rejected "):
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
        """A keyword as the specification has it, with references for the schemas in it."""
        if keyword in LEADING_TO_ONE:
            return {keyword: self._ref(value)}
        if keyword in SEVERAL_SCHEMAS:
            return {keyword: [self._ref(one) for one in value]}
        if keyword in NAMED_SCHEMAS:
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
            if self._direction not in seen(schema.notes):
                return True
            waiting += [schema.keywords["$ref"]] if "$ref" in schema.keywords else []
            waiting += schema.keywords.get("allOf", ())
        return False


def numeric_limits(name: Any) -> tuple[float, ...]:
    """Return the least and the largest number of a format; none if it is not one of numbers."""
    if not isinstance(name, str):
        return ()
    largest = _LARGEST.get(name)
    return INTEGER_FORMATS.get(name, ()) if largest is None else (-largest, largest)


def _format(schema: Schema) -> list[Any]:
    """`int32` and its like are limits; any other format is for the validator to know."""
    name = schema.keywords.get("format", schema.keywords.get("annotated format"))
    limits = numeric_limits(name)
    if limits:
        return [{"minimum": limits[0], "maximum": limits[1]}]
    return [{"format": name}] if name else []


def references(value: Any) -> Iterator[str]:
    """Yield the URIs that a schema of ours refers to."""
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str) and reference.startswith(_URI):
            yield reference
        for member in value.values():
            yield from references(member)
    elif isinstance(value, list):
        for member in value:
            yield from references(member)
