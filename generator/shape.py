"""What a person would call each schema: an object with fields, an enum, a union, a list.

Starts from the schemas that the documents name and goes where their shapes lead. The rules for
which schema becomes what are those of the tables (docs/tables.md), so that a table and a class
always speak of the same type.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from typing import Any, cast

from generator.closure import breadth_first
from generator.facets import LISTING, OF_TYPE
from generator.ir import (
    MISSING,
    NO_NOTES,
    REFERENCES,
    Anything,
    Api,
    Array,
    Field,
    JsonType,
    Map,
    Never,
    Object,
    Ref,
    Scalar,
    Schema,
    Tuple,
    Type,
    TypeId,
    Union,
)
from generator.lower import Lowered
from generator.shaping.composition import (
    is_changed,
    leads_to,
    members,
    only_describes,
    parts,
    resolved,
)
from generator.shaping.implied import implied_types, repeated
from generator.shaping.inherited import inherited
from generator.shaping.listing import VALUE, values_of
from generator.shaping.merge import merge
from generator.shaping.null import is_sure_of_null, listed_values, says_null
from generator.shaping.said import said

ANY = TypeId("any")

_ARRAY = frozenset("type nullable items prefixItems".split()) | OF_TYPE["array"]
_OBJECT = (
    frozenset("type nullable properties additionalProperties discriminator".split())
    | OF_TYPE["object"]
)
_UNION = frozenset("nullable discriminator".split())
_REF = frozenset(REFERENCES)
_COMPOSED = frozenset({*LISTING, "oneOf", "anyOf", "allOf"})
_TELLING = frozenset({*_COMPOSED, *REFERENCES, "type", "properties", "items"})
_OBJECT_HINTS = frozenset(
    "properties additionalProperties patternProperties required propertyNames".split()
)
_APPLIES_TO: Mapping[str, frozenset[str]] = {
    "object": _OBJECT_HINTS | OF_TYPE["object"] | {"dependentRequired", "dependentSchemas"},
    "array": (_ARRAY | {"contains"}) - {"type", "nullable"},
    "string": OF_TYPE["string"],
    "number": OF_TYPE["number"] | {"format"},
}


def shape(lowered: Lowered, *, changed_apart: bool = False) -> Api:
    """Give every named schema its shape, and every schema that the shapes lead to; see `Style`."""
    shaping = Shaping(dict(lowered.schemas), changed_apart=changed_apart)
    shaping.run([*lowered.named, *lowered.service.types])
    return Api(lowered.title, shaping.types, lowered.named, shaping.schemas)


class Shaping:
    """A run of this stage over `schemas`, to which it adds the ones that merging makes."""

    def __init__(self, schemas: dict[TypeId, Schema], *, changed_apart: bool = False) -> None:
        self.schemas = schemas
        self.changed_apart = changed_apart
        self.types: dict[TypeId, Type] = {}
        first = next(iter(schemas.values()), None)
        if first is not None:
            schemas.setdefault(ANY, Schema(ANY, first.place, {}))

    def run(self, roots: Iterable[TypeId]) -> None:
        """Shape `roots` and whatever they lead to."""
        queue = deque(roots)
        while queue:
            type_id = queue.popleft()
            if type_id not in self.types:
                found = self.types[type_id] = self._type(self.schemas[type_id])
                queue.extend(leads_to(found.shape))

    def _type(self, schema: Schema) -> Type:
        """The shape of a schema: a reference, what an `allOf` comes to, or its own keywords."""
        keywords = schema.keywords
        if len(keywords) == 1 and "$ref" in keywords:
            return Type(schema, Ref(keywords["$ref"]))
        if "$ref" in keywords and "allOf" in keywords and "properties" not in keywords:
            return self._ref(schema, says_null(keywords))
        extended = "properties" in keywords and not _REF.isdisjoint(keywords)
        if extended or ("allOf" in keywords and self._plain_ref(schema) is None):
            return self._merged(schema)
        if self.changed_apart and "allOf" in keywords and is_changed(schema):
            rest = {keyword: value for keyword, value in keywords.items() if keyword != "nullable"}
            copied = self._merged(replace(schema, keywords=rest))
            return replace(copied, nullable=copied.nullable or says_null(keywords))
        return self._shaped(schema)

    def _merged(self, schema: Schema) -> Type:
        """The shape of all that a schema and what it is put together from say."""
        merged = merge(schema, self.schemas)
        for made in merged.made:
            self.schemas.setdefault(made.id, made)
        schema = self._annotated(schema)
        found = self._shaped(replace(schema, keywords=merged.keywords))
        return found if merged.exact else replace(found, schema=schema, exact=False)

    def _annotated(self, schema: Schema) -> Schema:
        """Without a description or an example of its own, it has that of its last member with one.

        The schema itself is the last of its parts.
        """
        said = [part.notes for part in parts(schema, self.schemas)]
        found = [notes.description for notes in said if notes.description]
        shown = [notes.examples for notes in said if notes.examples]
        description, examples = (found or [""])[-1], (shown or [()])[-1]
        return replace(
            schema, notes=replace(schema.notes, description=description, examples=examples)
        )

    def _plain_ref(self, schema: Schema) -> TypeId | None:
        """The lone `$ref` in `allOf`, if nothing stands beside it that makes a type of its own."""
        found = [self.schemas[member] for member in schema.keywords["allOf"]]
        members = [member for member in found if not only_describes(member)]
        beside = set(schema.keywords) - {"allOf", "nullable", "type"}
        if len(members) != 1 or beside or schema.notes.default is not MISSING:
            return None
        if schema.key is not None and "type" in schema.keywords:
            # A component that says its type is meant to be one.
            return None
        return members[0].id if set(members[0].keywords) == {"$ref"} else None

    def _shaped(self, schema: Schema) -> Type:
        """By a schema's own keywords: the first that says what values are like decides."""
        keywords = schema.keywords
        nullable = says_null(keywords)
        if "false" in keywords:
            return Type(schema, Never())
        target = self._plain_ref(schema) if "allOf" in keywords else None
        if target is not None:
            said_there = repeated(self.schemas, keywords, target)
            exact = keywords.keys() <= {"allOf", "nullable"} | said_there
            described = schema if len(keywords["allOf"]) == 1 else self._annotated(schema)
            return Type(described, Ref(target), nullable, exact)
        if "properties" not in keywords and not _REF.isdisjoint(keywords):
            return self._ref(schema, nullable)
        if not LISTING.isdisjoint(keywords):
            return values_of(schema, nullable)
        if _is_object(keywords):
            return self._object(schema, nullable)
        for keyword in ("oneOf", "anyOf"):
            if keyword in keywords:
                return self._union(schema, keyword, nullable)
        return self._by_type(schema, nullable)

    def _ref(self, schema: Schema, nullable: bool) -> Type:
        target = schema.keywords.get("$ref", schema.keywords.get("$dynamicRef"))
        return Type(schema, Ref(target), nullable, len(schema.keywords) == 1)

    def _by_type(self, schema: Schema, nullable: bool) -> Type:
        """The shape where `type`, or what implies one, is all there is to go by."""
        keywords = schema.keywords
        names = [name for name in keywords.get("type", ()) if name != "null"]
        if not keywords:
            return Type(schema, Anything())
        if "type" in keywords and not names:
            return Type(schema, Scalar("null"), nullable, set(keywords) <= {"type"})
        if len(names) > 1:
            return self._several(schema, names, nullable)
        name = names[0] if names else _implied(keywords)
        if name == "array":
            return self._array(schema, nullable)
        if name in ("string", "integer", "number", "boolean"):
            word = keywords.get("format", keywords.get("annotated format", ""))
            if not word and keywords.get("contentEncoding") == "base64":
                word = "byte"  # as OpenAPI 3.0 called it
            return Type(
                schema, Scalar(cast(JsonType, name), word), nullable, keywords.keys() <= VALUE
            )
        return Type(schema, Anything(), nullable, exact=False)

    def _array(self, schema: Schema, nullable: bool) -> Type:
        keywords = schema.keywords
        exact = keywords.keys() <= _ARRAY
        rest = keywords.get("items", ANY)
        if "prefixItems" not in keywords:
            return Type(schema, Array(rest), nullable, exact)
        prefix = keywords["prefixItems"]
        full = keywords.get("maxItems", len(prefix) + 1) <= len(prefix)  # as `items: false` is
        closed = full or "false" in self.schemas[rest].keywords
        return Type(schema, Tuple(prefix, None if closed else rest), nullable, exact)

    def _several(self, schema: Schema, names: list[str], nullable: bool) -> Type:
        """`type: [a, b]` is the union of the types, each with the bounds that concern it."""
        members = [self._only(schema, name) for name in names]
        known = VALUE | _ARRAY | _OBJECT
        return Type(schema, Union(tuple(members)), nullable, schema.keywords.keys() <= known)

    def _only(self, schema: Schema, name: str) -> TypeId:
        applies = _APPLIES_TO.get("number" if name == "integer" else name, frozenset())
        keywords = {k: v for k, v in schema.keywords.items() if k in applies}
        keywords["type"] = (name,)
        if "integral_floats" in schema.keywords:
            keywords["integral_floats"] = schema.keywords["integral_floats"]
        made = Schema(TypeId(f"{schema.id}~{name}"), schema.place, keywords)
        return self.schemas.setdefault(made.id, made).id

    def _object(self, schema: Schema, nullable: bool) -> Type:
        """The shape of an object, or of a map if nothing gives it properties."""
        keywords = schema.keywords
        properties = dict(keywords.get("properties", {}))
        for name, options in self._branch_properties(_branches(keywords)).items():
            if name not in properties:
                properties[name] = self._one_of(schema, name, options)
        exact = keywords.keys() <= _OBJECT
        additional = self._additional(keywords)
        anything = additional is not None and not self.schemas[additional].keywords
        ignored = self._ignored(properties) if anything else frozenset()
        if not properties and self._is_map(keywords):
            return Type(schema, Map(additional or ANY), nullable, exact)
        required = set(keywords.get("required", ()))
        fields = [
            Field(name, t, name in required)
            for name, t in properties.items()
            if name not in ignored
        ]
        return Type(schema, Object(tuple(fields), additional), nullable, exact and not ignored)

    def _ignored(self, properties: Mapping[str, TypeId]) -> frozenset[str]:
        """Properties that the document wants nobody to see; they pass as unknown members."""
        schemas = self.schemas
        return frozenset(
            [
                name
                for name, type_id in properties.items()
                if schemas[type_id].notes.extensions.get("x-speakeasy-ignore") is True
            ]
        )

    def _branch_properties(self, branches: Sequence[TypeId]) -> Mapping[str, list[TypeId]]:
        """The properties that the branches beside an object's own add, each with its types."""
        found: dict[str, list[TypeId]] = {}
        for branch in breadth_first(branches, self._made_of) if branches else ():
            for name, type_id in self.schemas[branch].keywords.get("properties", {}).items():
                found.setdefault(name, []).append(type_id)
        return found

    def _made_of(self, type_id: TypeId) -> Iterable[TypeId]:
        """What holds beside a schema, for all of its values or for some."""
        schema = self.schemas[type_id]
        return (*members(schema), *_branches(schema.keywords))

    def _one_of(self, schema: Schema, name: str, options: list[TypeId]) -> TypeId:
        """A schema for a property that several branches describe: a union, if they differ."""
        first: dict[str, TypeId] = {}
        for option in options:
            first.setdefault(said(self.schemas, option), option)
        distinct = list(first.values())
        if any(self.schemas[option].keywords == {} for option in distinct):
            return ANY
        if any("false" in self.schemas[option].keywords for option in distinct):
            return ANY
        if len(set(options)) == 1:
            return distinct[0]
        # Of several that say the same, in other words, none describes the member of all.
        alone = self.schemas[distinct[0]].keywords if len(distinct) == 1 else None
        keywords = alone or {"anyOf": tuple(distinct)}
        made = Schema(TypeId(f"{schema.id}~{name}"), schema.place, keywords, NO_NOTES)
        return self.schemas.setdefault(made.id, made).id

    def _is_map(self, keywords: Mapping[str, Any]) -> bool:
        """No fields, but a type for the members: `{}` and `true` count as one."""
        if "oneOf" in keywords or "anyOf" in keywords:
            return False
        if "patternProperties" in keywords or "propertyNames" in keywords:
            return True
        values = keywords.get("additionalProperties")
        return values is not None and "false" not in self.schemas[values].keywords

    def _additional(self, keywords: Mapping[str, Any]) -> TypeId | None:
        """The type of the members that no property names; None if there can be none."""
        patterns = keywords.get("patternProperties", {})
        values = keywords.get("additionalProperties")
        closed = values is not None and "false" in self.schemas[values].keywords
        if patterns:
            only = next(iter(patterns.values()))
            simple = closed and len(patterns) == 1 and "false" not in self.schemas[only].keywords
            return only if simple else ANY
        if closed:
            return None
        found = self.schemas[values] if values is not None else None
        return values if found and (found.keywords or found.notes.nullable) else ANY

    def _union(self, schema: Schema, keyword: str, nullable: bool) -> Type:
        """The shape of a union without null, which comes to less where little is left of it."""
        keywords = schema.keywords
        members = [m for m in keywords[keyword] if not self._is_null(m)]
        asked = nullable or len(members) < len(keywords[keyword])
        nullable = asked or any(map(self._nullable, members))
        said_there = implied_types(self.schemas, keywords, members)
        exact = keywords.keys() <= _UNION | {keyword} | said_there
        exact = exact and is_sure_of_null(self.schemas, keywords, keywords[keyword], nullable)
        if not members:
            return Type(schema, Scalar("null"), exact=False)
        if self._same_scalar(members):
            return Type(schema, self._scalar(members[0]) or Anything(), nullable, exact=False)
        if not any(map(self._says_something, members)):
            return self._by_type(schema, nullable)
        if len(members) == 1 and asked:
            return Type(schema, Ref(members[0]), nullable, exact)
        told = keywords.get("discriminator") or inherited(self.schemas, members)
        return Type(schema, Union(tuple(members), told), nullable, exact)

    def _is_null(self, type_id: TypeId) -> bool:
        keywords = self._resolved(type_id).keywords
        if not keywords.keys() <= VALUE:
            return False
        if not LISTING.isdisjoint(keywords):
            return tuple(listed_values(keywords)) == (None,)
        return keywords.get("type") == ("null",)

    def _nullable(self, type_id: TypeId) -> bool:
        return says_null(self._resolved(type_id).keywords)

    def _resolved(self, type_id: TypeId) -> Schema:
        return resolved(self.schemas, type_id)

    def _scalar(self, type_id: TypeId) -> Scalar | None:
        found = self._by_type(self._resolved(type_id), False).shape
        keywords = self._resolved(type_id).keywords
        own = _COMPOSED.isdisjoint(keywords)
        return found if isinstance(found, Scalar) and own else None

    def _same_scalar(self, members: list[TypeId]) -> bool:
        found = {self._scalar(member) for member in members}
        return len(found) == 1 and None not in found and len(members) > 1

    def _says_something(self, type_id: TypeId) -> bool:
        """Whether a branch tells a type, rather than only bounds for one."""
        keywords = self._resolved(type_id).keywords
        return not _TELLING.isdisjoint(keywords) or not keywords


def _branches(keywords: Mapping[str, Any]) -> Sequence[TypeId]:
    return (*keywords.get("oneOf", ()), *keywords.get("anyOf", ()))


def _is_object(keywords: Mapping[str, Any]) -> bool:
    types = keywords.get("type", ("object",))
    if types != ("object",) and [name for name in types if name != "null"] != ["object"]:
        return False
    union = "oneOf" in keywords or "anyOf" in keywords
    if "properties" in keywords:
        return bool(keywords["properties"]) or not union
    return not union and ("type" in keywords or not _OBJECT_HINTS.isdisjoint(keywords))


def _implied(keywords: Mapping[str, Any]) -> str:
    return "array" if not keywords.keys().isdisjoint({"items", "prefixItems"}) else ""
