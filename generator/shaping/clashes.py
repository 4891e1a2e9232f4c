"""Schemas that have to hold together, as the members of an `allOf`, and cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.codes import SCH011
from generator.contradictions import crossing
from generator.facets import BY_KEYWORD, common_types, intersection
from generator.ir import Schema, TypeId
from generator.report import Report
from generator.shaping.composition import parts
from generator.source import Place, join

_Schemas = Mapping[TypeId, Schema]
_COMPOSING = frozenset({"allOf", "$ref"})


def clashes(schemas: _Schemas, report: Report) -> None:
    """Report each schema whose parts let no value in together, though each of them may by itself.

    Those that are made of such a schema let nothing in for the same reason: it is told once.
    """
    clashing: dict[TypeId, tuple[str, str]] = {}
    composed = [s for s in schemas.values() if not _COMPOSING.isdisjoint(s.keywords)]
    for schema in composed:
        if _is_composed(schema.keywords):
            found = next(_clashes(list(parts(schema, schemas)), schemas), None)
            if found:
                clashing[schema.id] = found
    for type_id, (why, hint) in clashing.items():
        schema = schemas[type_id]
        inner = [part.id for part in parts(schema, schemas) if part.id != type_id]
        if clashing.keys().isdisjoint(inner):
            keyword = "allOf" if "allOf" in schema.keywords else "$ref"
            where = Place(schema.place.source, join(schema.place.pointer, keyword))
            report.add(SCH011, why, where, hint, (SCH011, where.source.uri, why))


def _is_composed(keywords: Mapping[str, Any]) -> bool:
    if "allOf" in keywords:
        return len(keywords) > 1 or len(keywords["allOf"]) > 1
    return "$ref" in keywords and len(keywords) > 1


def _clashes(together: Sequence[Schema], schemas: _Schemas) -> Iterator[tuple[str, str]]:
    """Yield why no value is of all of these schemas, and what may help."""
    types: Sequence[str] = ()
    for own in filter(None, map(_types, together)):
        common = common_types(types, own) if types else own
        if not common:
            one, other = (" or ".join(sorted(names)) for names in (types, own))
            why = f"no value is valid: it has to be of the type {one}, and of the type {other}"
            yield why, _meant(together[-1].keywords)
        types = common or own
    if not types or "object" in types:
        yield from _closed(together, schemas)
    yield from _crossed(together)
    yield from _unlisted(together)


def _meant(keywords: Mapping[str, Any]) -> str:
    """Return what may be meant by a schema whose parts are of different types."""
    if "allOf" in keywords:
        return "'oneOf' lets in what is of one of them"
    is_list = keywords.get("type") == ("array",) and "items" not in keywords
    return "put the '$ref' under 'items'" if is_list else ""


def _types(schema: Schema) -> Sequence[str]:
    types = schema.keywords.get("type", ())
    return (*types, "null") if types and schema.keywords.get("nullable") else types


def _closed(together: Sequence[Schema], schemas: _Schemas) -> Iterator[tuple[str, str]]:
    """Find what one of them asks for, and another one does not let in."""
    for closed in together:
        others = closed.keywords.get("additionalProperties")
        if others is None or "patternProperties" in closed.keywords:
            continue
        if "false" not in schemas[others].keywords:
            continue
        known = closed.keywords.get("properties", {})
        for name in _required(part for part in together if part is not closed):
            if name not in known:
                which = closed.key or f"#{closed.place.pointer}"
                why = f"no object is valid: '{name}' is required, and '{which}' refuses it"
                yield why, f"what extends '{which}' cannot add to its `additionalProperties: false`"


def _required(schemas: Iterator[Schema]) -> Iterator[str]:
    for schema in schemas:
        yield from schema.keywords.get("required", ())


def _crossed(together: Sequence[Schema]) -> Iterator[tuple[str, str]]:
    """Find bounds that cross, of which no schema has both."""
    met = _met(together)
    for lower, upper in crossing(met):
        if not any(lower in one.keywords and upper in one.keywords for one in together):
            kind = BY_KEYWORD[lower].type
            why = f"'{lower}' is {met[lower]}, and '{upper}' is {met[upper]}"
            yield f"no {kind} is valid: together, {why}", ""


def _met(together: Sequence[Schema]) -> Mapping[str, Any]:
    met: dict[str, Any] = {}
    for keyword, value in (item for schema in together for item in schema.keywords.items()):
        facet = BY_KEYWORD.get(keyword)
        if facet is not None and facet.meet in (min, max):
            met[keyword] = facet.meet(met[keyword], value) if keyword in met else value
    return met


def _unlisted(together: Sequence[Schema]) -> Iterator[tuple[str, str]]:
    """Find lists of values that have none in common."""
    listing = [schema.keywords for schema in together if "enum" in schema.keywords]
    if len(listing) < 2 or all(keywords.get("nullable") for keywords in listing):
        return
    common = listing[0]["enum"]
    for keywords in listing[1:]:
        common = intersection(common, keywords["enum"])
    if common == () and all(keywords["enum"] for keywords in listing):
        yield "no value is valid: what each 'enum' lists, another one does not", ""
