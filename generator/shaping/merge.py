"""`allOf` as one schema: bounds meet, properties come together, and what cannot stays apart."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import field
from typing import Any

from generator.facets import BY_KEYWORD, OF_TYPE, equal
from generator.frozen import dataclass
from generator.ir import MISSING, REFERENCES, Schema, TypeId
from generator.shaping.composition import parts

_ITEMS = {"items": "prefixItems", "prefixItems": "items"}
_LEADING = frozenset({"allOf", *REFERENCES})
_BOUNDS = (OF_TYPE["number"] | OF_TYPE["string"]) - {"format"}
_OF_SCALARS = frozenset({"type", "enum", "const", "format", "nullable", "integral_floats"})
_OF_VALUES = frozenset("type enum const properties anyOf oneOf nullable".split())
"""What may be against null; a member that only bounds values is not."""
_APART = frozenset("unevaluatedProperties unevaluatedItems contains not if then else".split())


@dataclass(frozen=True, slots=True)
class Merged:
    """The keywords of all members together.

    `exact` is false where they accept more than the members do. `made` holds the schemas that had
    to be made for properties that several members define.
    """

    keywords: Mapping[str, Any]
    exact: bool
    made: tuple[Schema, ...]


@dataclass(slots=True)
class _Merging:
    """What was merged of a schema so far; a member may be nullable that the next one is not."""

    schema: Schema
    schemas: Mapping[TypeId, Schema]
    keywords: dict[str, Any] = field(default_factory=dict)
    exact: bool = True
    made: dict[TypeId, Schema] = field(default_factory=dict)
    nullable: list[bool] = field(default_factory=list)


def merge(schema: Schema, schemas: Mapping[TypeId, Schema]) -> Merged:
    """Merge the `allOf` of a schema, and that of its members, with its own keywords.

    The members come in their order and the schema's own keywords last, so that these decide the
    type of a property that several define.
    """
    merging = _Merging(schema, schemas)
    for keywords in (own for part in parts(schema, schemas) for own in _own(part, merging)):
        if not _OF_VALUES.isdisjoint(keywords):
            merging.nullable.append(bool(keywords.get("nullable")))
        for keyword, value in keywords.items():
            if keyword != "nullable":
                _add(merging, keyword, value, keywords)
    _settle_null(merging)
    return Merged(merging.keywords, merging.exact, tuple(merging.made.values()))


def _own(part: Schema, merging: _Merging) -> Iterator[Mapping[str, Any]]:
    """Yield what a schema says itself, if it says anything; that it is `false`, merging cannot."""
    own = {k: v for k, v in part.keywords.items() if k not in _LEADING}
    if "false" in own:
        merging.exact = False
    elif own or not part.keywords:
        yield own


def _add(merging: _Merging, keyword: str, value: Any, member: Mapping[str, Any]) -> None:
    """Let a keyword of a member hold beside what held before; not `exact` where it cannot."""
    here = merging.keywords
    if keyword in _APART or keyword == "patternProperties":
        merging.exact = False
    other = _ITEMS.get(keyword, "")
    if other in here and other not in member:
        # `items` counts from where the `prefixItems` of the same schema end.
        merging.exact = False
    if keyword == "properties":
        _add_properties(merging, value)
    elif keyword == "additionalProperties":
        _add_additional(merging, value)
    elif keyword not in here:
        here[keyword] = value
    elif keyword in BY_KEYWORD:
        met = BY_KEYWORD[keyword].meet(here[keyword], value)
        merging.exact &= met is not None
        here[keyword] = value if met is None or met == () else met
        merging.exact &= met != () or keyword == "required"
    elif here[keyword] != value:
        merging.exact = False
        here[keyword] = value


def _add_properties(merging: _Merging, properties: Mapping[str, TypeId]) -> None:
    known = dict(merging.keywords.get("properties", {}))
    for name, type_id in properties.items():
        earlier = known.get(name)
        known[name] = type_id if earlier in (None, type_id) else _both(merging, earlier, type_id)
    if "additionalProperties" in merging.keywords:
        merging.exact = False
    merging.keywords["properties"] = known


def _add_additional(merging: _Merging, values: TypeId) -> None:
    """`additionalProperties` speaks of one member's properties: merged, it would of all."""
    if merging.schemas[values].keywords:
        merging.exact = False
    merging.keywords["additionalProperties"] = values


def _both(merging: _Merging, earlier: TypeId | None, later: TypeId) -> TypeId:
    """A property of several members is of the last one's type, and checked against all."""
    assert earlier is not None
    one, last = (merging.schemas.get(t) or merging.made[t] for t in (earlier, later))
    keywords = _met(one.keywords, last.keywords)
    if keywords == last.keywords:
        return later
    checked = {"$ref": later, "allOf": (earlier, later)}
    made_id = TypeId(f"{later}~{earlier}")
    made = Schema(made_id, last.place, keywords or checked, last.notes, dialect=last.dialect)
    merging.made[made.id] = made
    return made.id


def _met(one: Mapping[str, Any], last: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the keywords of both schemas together, if they differ in bounds of scalars only."""
    if equal(one, last):
        return last
    met = dict(last)
    # A set of keywords would have another order in each process.
    for keyword in {**last, **one}:
        own, other = last.get(keyword, MISSING), one.get(keyword, MISSING)
        if keyword in _BOUNDS:
            bounds = [bound for bound in (other, own) if bound is not MISSING]
            met[keyword] = BY_KEYWORD[keyword].meet(*bounds) if len(bounds) > 1 else bounds[0]
        elif keyword != "annotated format" and not (keyword in _OF_SCALARS and equal(own, other)):
            return None
    return None if None in met.values() else met


def _settle_null(merging: _Merging) -> None:
    """`nullable` widens the member that says it; the whole is nullable if none refuses null."""
    if all(merging.nullable) and merging.nullable:
        merging.keywords["nullable"] = True
    elif any(merging.nullable):
        merging.exact = False
        if merging.schema.keywords.get("nullable"):
            merging.keywords["nullable"] = True
