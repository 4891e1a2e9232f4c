"""Defaults and examples that do not fit what is in a schema, or what it refers to."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.codes import SCH007
from generator.diagnosis.misfits import shown
from generator.facets import equal, is_of_type
from generator.ir import MISSING, NO_NOTES, Schema, TypeId
from generator.resolve import Library
from generator.source import Place, split

_Schemas = Mapping[TypeId, Schema]
_FURTHER = frozenset(
    "$ref allOf oneOf anyOf enum const required properties additionalProperties items prefixItems "
    "false".split()
)
"""Keywords that say more of a value than what is told where the schema is read."""
_DEEPEST = 50
"""How many schemas deep a value is looked into."""


def tell_defaults(schemas: _Schemas, library: Library) -> None:
    """Report each default or example that is refused inside, or by what its schema refers to.

    What the `type` right beside it refuses is told where the schema is read, as is a default that
    the `enum` does not list.
    """
    for schema in schemas.values():
        default, examples = schema.notes.default, schema.notes.examples
        if (default is MISSING and not examples) or _FURTHER.isdisjoint(schema.keywords):
            continue
        for index, value in enumerate((default, *examples)):
            if value is MISSING or value is None or _is_told(schema.keywords, value, index):
                continue
            if why := _Fitting(schemas).refusal(schema.id, value):
                what = "example" if index else "default"
                message = f"{why}: the schema refuses its own {what}"
                where = _where(schema, index, library)
                cause = (SCH007, where.source.uri, message)
                library.report.add(SCH007, message, where, cause=cause)


def _where(schema: Schema, index: int, library: Library) -> Place:
    """Return where the default stands, or one of the examples: the first may be in `example`."""
    place = schema.place
    if not index:
        return place.below("default")
    documents = (one for one in library.documents if one.source.uri == place.source.uri)
    # A metaschema that we bring along is none of them.
    contents: Any = next((one.contents for one in documents), {})
    for token in split(place.pointer):
        contents = contents[int(token)] if isinstance(contents, list) else contents.get(token, {})
    listed = index - 1 - ("example" in contents)
    return place.below("example") if listed < 0 else place.below("examples", listed)


class _Fitting:
    """What schemas refuse of one value. Each is asked once of each value in it.

    Ways that part and meet again would take forever otherwise.
    """

    def __init__(self, schemas: _Schemas) -> None:
        self.schemas = schemas
        self._known: dict[tuple[TypeId, int], str] = {}

    def refusal(self, type_id: TypeId, value: Any, path: str = "", depth: int = 0) -> str:
        """Say why a schema refuses a value, which is at a path of the whole; empty if not.

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
        if why := _own(keywords, value) or self._lacking(keywords, value):
            yield f"{_subject(value, path)} {why}"
        parts = [*keywords.get("allOf", ()), *(keywords[k] for k in ("$ref",) if k in keywords)]
        asked = [(part, value, path) for part in parts] + [*_inside(keywords, value, path)]
        told = (self.refusal(one, inner, way, depth) for one, inner, way in asked)
        yield from filter(None, told)
        for union in ("oneOf", "anyOf"):
            branches = keywords.get(union, ())
            if branches and all(self.refusal(one, value, path, depth) for one in branches):
                yield f"{_subject(value, path)} is of no branch of the '{union}'"

    def _lacking(self, keywords: Mapping[str, Any], value: Any) -> str:
        """Say what a value lacks, but for what only requests, or only responses, have."""
        described = keywords.get("properties", {})
        for name in keywords.get("required", ()) if isinstance(value, dict) else ():
            notes = self.schemas[described[name]].notes if name in described else NO_NOTES
            if name not in value and not (notes.read_only or notes.write_only):
                return f"has no '{name}'"
        return ""


def _is_told(keywords: Mapping[str, Any], value: Any, index: int) -> bool:
    """Whether it is told already that a default, or an example (from 1 on), is refused."""
    return not _is_of(keywords, value) or not (index or _is_listed(keywords, value))


def _is_of(keywords: Mapping[str, Any], value: Any) -> bool:
    return not keywords.get("type") or is_of_type(value, keywords)


def _is_listed(keywords: Mapping[str, Any], value: Any) -> bool:
    return "enum" not in keywords or any(equal(value, one) for one in keywords["enum"])


def _own(keywords: Mapping[str, Any], value: Any) -> str:
    """Say what a value is not, or has not, that a schema by itself asks for."""
    if "false" in keywords:
        return "is never valid"
    if not _is_of(keywords, value):
        return f"is not of the type {' or '.join(sorted(keywords['type']))}"
    if not _is_listed(keywords, value):
        return "is not in 'enum'"
    if "const" in keywords and not equal(value, keywords["const"]):
        return f"is not {shown(keywords['const'])}"
    return ""


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
