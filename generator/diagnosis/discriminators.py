"""Discriminators that do not fit: by a property that nothing has, or for what is no member."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.closure import breadth_first
from generator.codes import SCH019
from generator.ir import Discriminator, Schema, TypeId
from generator.report import Report
from generator.shaping.composition import resolved
from generator.showing.suggest import did_you_mean

_Schemas = Mapping[TypeId, Schema]
_UNION = ("oneOf", "anyOf")


def tell_discriminators(schemas: _Schemas, report: Report) -> None:
    """Report each discriminator that does not fit the schemas that it is to tell apart."""
    for schema in schemas.values():
        if "discriminator" in schema.keywords:
            found = schema.keywords["discriminator"]
            _tell_property(schema, found, schemas, report)
            _tell_mapping(schema, found, schemas, report)


def _tell_property(schema: Schema, found: Discriminator, schemas: _Schemas, report: Report) -> None:
    described: dict[str, None] = {}
    for part in _reach(schema, ("$ref", "allOf", *_UNION), schemas):
        described |= dict.fromkeys(part.keywords.get("properties", ()))
        open_ = not part.keywords or "unresolved" in part.keywords
        if found.property in described or open_:
            return  # what is open may have any property
    message = f"'{found.property}' tells the schemas apart, and none of them describes it"
    hint = did_you_mean(found.property, described)
    where = schema.place.below("discriminator", "propertyName")
    report.add(SCH019, message, where, hint, (SCH019, where.source.uri, message, hint))


def _tell_mapping(schema: Schema, found: Discriminator, schemas: _Schemas, report: Report) -> None:
    union = next((keyword for keyword in _UNION if keyword in schema.keywords), None)
    if union is None or not found.mapping:
        return  # without a union it is a base class: what extends it is not listed here
    members = {member.id: member.key for member in _reach(schema, ("$ref", *_UNION), schemas)}
    for tag, target in found.mapping.items():
        meant = resolved(schemas, target)
        if meant.id not in members:
            name = meant.key or f"#{meant.place.pointer}"
            said = "that others mean" if tag is None else f"that '{tag}' means"
            message = f"'{name}' is not listed in '{union}': {said} it changes nothing"
            inside = ("mapping", tag) if tag is not None else ("defaultMapping",)
            where = schema.place.below("discriminator", *inside)
            report.add(SCH019, message, where, "list it, too")


def _reach(schema: Schema, keywords: tuple[str, ...], schemas: _Schemas) -> Iterator[Schema]:
    """Yield a schema, and all that keywords of it, and of those, lead to."""

    def below(type_id: TypeId) -> Iterator[TypeId]:
        for keyword in keywords:
            found = schemas[type_id].keywords.get(keyword, ())
            yield from (found,) if keyword == "$ref" and found else found

    return (schemas[type_id] for type_id in breadth_first([schema.id], below))
