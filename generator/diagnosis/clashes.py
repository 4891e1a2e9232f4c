"""Schemas that have to hold together, as the members of an `allOf`, and cannot."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from generator.codes import SCH011, SCH016
from generator.diagnosis.contradictions import crossing
from generator.facets import BY_KEYWORD, common_types, intersection
from generator.ir import Schema, TypeId
from generator.report import Report
from generator.shaping.composition import parts

_Schemas = Mapping[TypeId, Schema]
_Finding = tuple[str, str]
"""Why no value, or no value of a property, is valid, and a hint."""


def clashes(schemas: _Schemas, report: Report) -> None:
    """Report each schema whose parts let no value in together, though each of them may by itself.

    Those that are made of such a schema let nothing in for the same reason: it is told once.
    """
    clashing: dict[TypeId, _Finding] = {}
    refusing: dict[TypeId, _Finding] = {}
    for schema in schemas.values():
        keywords = schema.keywords
        if "allOf" not in keywords and ("$ref" not in keywords or len(keywords) == 1):
            continue  # as nearly all are
        together = list(parts(schema, schemas))
        if found := next(_clashes(together, schemas), None):
            clashing[schema.id] = found
        elif found := next(_refused(together, schemas), None):
            refusing[schema.id] = found
    for code, findings in ((SCH011, clashing), (SCH016, refusing)):
        for type_id, (why, hint) in findings.items():
            schema = schemas[type_id]
            inner = [part.id for part in parts(schema, schemas) if part.id != type_id]
            if findings.keys().isdisjoint(inner):
                keyword = "allOf" if "allOf" in schema.keywords else "$ref"
                where = schema.place.below(keyword)
                report.add(code, why, where, hint, (code, where.source.uri, why))


def _clashes(together: Sequence[Schema], schemas: _Schemas) -> Iterator[_Finding]:
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


def _closed(together: Sequence[Schema], schemas: _Schemas) -> Iterator[_Finding]:
    """Find what one of them asks for, and another one does not let in."""
    for closed, name in _missing("required", together, schemas):
        why = f"no object is valid: '{name}' is required, and '{_name(closed)}' refuses it"
        yield why, _opening(closed, together)


def _refused(together: Sequence[Schema], schemas: _Schemas) -> Iterator[_Finding]:
    """Find what one of them describes, and another one does not let in."""
    for closed, name in _missing("properties", together, schemas):
        closing = f"'additionalProperties: false' of '{_name(closed)}'"
        why = f"'{name}' is never valid: {closing} refuses it"
        yield why, _opening(closed, together)


def _missing(
    keyword: str, together: Sequence[Schema], schemas: _Schemas
) -> Iterator[tuple[Schema, str]]:
    """Yield the names that a keyword of one has, and another one, which is closed, has not."""
    for closed in together:
        others = closed.keywords.get("additionalProperties")
        if others is None or "patternProperties" in closed.keywords:
            continue
        if "false" in schemas[others].keywords:
            known = closed.keywords.get("properties", {})
            names = (name for one in together for name in one.keywords.get(keyword, ()))
            # What it asks for itself is told where it stands.
            own = closed.keywords.get(keyword, ())
            yield from ((closed, name) for name in names if name not in known and name not in own)


def _name(schema: Schema) -> str:
    return schema.key or f"#{schema.place.pointer}"


def _opening(closed: Schema, together: Sequence[Schema]) -> str:
    """Return how what one of them closes can be opened for the others."""
    if closed is not together[-1]:
        return f"what extends '{_name(closed)}' cannot add to its `additionalProperties: false`"
    if closed.dialect in ("draft4", "draft6", "draft7", "openapi-3.0"):
        return "list it under the 'properties' beside that as well"
    return "`unevaluatedProperties: false` lets in what an `allOf` describes"


def _crossed(together: Sequence[Schema]) -> Iterator[_Finding]:
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


def _unlisted(together: Sequence[Schema]) -> Iterator[_Finding]:
    """Find lists of values that have none in common."""
    listing = [schema.keywords for schema in together if "enum" in schema.keywords]
    if len(listing) < 2 or all(keywords.get("nullable") for keywords in listing):
        return
    common = listing[0]["enum"]
    for keywords in listing[1:]:
        common = intersection(common, keywords["enum"])
    if common == () and all(keywords["enum"] for keywords in listing):
        yield "no value is valid: what each 'enum' lists, another one does not", ""
