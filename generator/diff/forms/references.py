"""The schemas of one version, and what they refer to."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from functools import cached_property
from typing import Any

from generator.diff.forms.form import Conj
from generator.diff.words.label import is_named, stable
from generator.ir import (
    NAMED_SCHEMAS,
    NO_NOTES,
    ONE_SCHEMA,
    REFERENCES,
    SEVERAL_SCHEMAS,
    Schema,
    TypeId,
)
from generator.source import Place

UNIONS = ("anyOf", "oneOf")
LEADING_TO_ONE = ONE_SCHEMA | {"contentSchema"}
"""Classes do not follow the schema of what a text holds: their attributes are the text itself."""
_UNREADABLE = frozenset(
    {"unresolved", *(f"rejected {word}" for word in ("properties", "allOf", *UNIONS))}
)
"""What a schema has that refers to what is not there, or has a mistake in what it is made of."""
_LEADING = LEADING_TO_ONE | SEVERAL_SCHEMAS | NAMED_SCHEMAS | {"contains", "discriminator"}
"""Keywords that lead to further schemas."""
_OTHERS = "any other"
"""The tag of a `defaultMapping`."""


class References:
    """The schemas of one version by their ids; `same` are those that nobody changed."""

    def __init__(
        self, schemas: Mapping[TypeId, Schema], same: frozenset[TypeId] = frozenset()
    ) -> None:
        self.same = same
        self.schemas: dict[TypeId, Schema] = dict(schemas)
        self._cores: dict[TypeId, TypeId] = {}
        self._at: dict[str, list[Schema]] = {}

    def chain(self, type_id: TypeId) -> Iterator[Schema]:
        """Yield a schema, and those that it is only another word for, one behind the other."""
        trail, found = set[TypeId](), self.schemas[type_id]
        while found.id not in trail:
            yield found
            trail.add(found.id)
            found = self.schemas[_lone_reference(found) or found.id]

    def target(self, type_id: TypeId) -> TypeId:
        """Return the schema behind a chain of references."""
        *_, found = self.chain(type_id)
        return found.id

    def core(self, conj: Conj) -> Conj:
        """Return what a conjunction of one refers to, if the reference adds nothing of its own."""
        if len(conj) != 1:
            return conj
        if conj[0] not in self._cores:
            *passed, last = self.chain(conj[0])
            self._cores[conj[0]] = next(filter(is_noted, passed), last).id
        return (self._cores[conj[0]],)

    def reference(self, conj: Conj) -> Place:
        """Return where the reference stands that leads to a schema, the last one of a chain."""
        *references, found = self.chain(conj[-1])
        return references[-1].place if references else found.place

    def name(self, conj: Conj) -> str | None:
        """Return the name of the schema behind a conjunction of one, and its references."""
        chain = self.chain(conj[0]) if len(conj) == 1 else ()
        return next((schema.key for schema in chain if is_named(schema)), None)

    def asserted(self, type_id: TypeId) -> dict[str, Any]:
        """Return the keywords behind a chain of references, of those that say what is valid."""
        keywords = self.schemas[self.target(type_id)].keywords
        return {word: value for word, value in keywords.items() if word != "integral_floats"}

    def is_unknown(self, conj: Conj) -> bool:
        """Whether of a schema of a conjunction, or of a branch of it, nobody knows what it says."""
        for type_id in conj:
            keywords = self.schemas[self.target(type_id)].keywords
            branches = [one for word in ("allOf", *UNIONS) for one in keywords.get(word, ())]
            behind = [self.schemas[self.target(branch)].keywords for branch in branches]
            if not all(map(_UNREADABLE.isdisjoint, (keywords, *behind))):
                return True
        return False

    def at(self, pointer: str) -> list[Schema]:
        """Return the schemas at a pointer that does not depend on the order of branches."""
        if not self._at:
            for schema in tuple(self.schemas.values()):
                if schema.id.endswith(f"#{schema.place.pointer}"):
                    self._at.setdefault(stable(schema.place.pointer), []).append(schema)
        return self._at.get(pointer, [])

    def heirs(self, conj: Conj) -> list[TypeId]:
        """Return the named schemas that extend one by `allOf`, and those that extend them."""
        found = list(conj) if len(conj) == 1 else []
        for type_id in found:  # This goes through what it appends as well.
            found += [one for one in self._extended.get(type_id, ()) if one not in found]
        return found[1:]

    @cached_property
    def _extended(self) -> dict[TypeId, list[TypeId]]:
        found: dict[TypeId, list[TypeId]] = {}
        for schema in filter(is_named, self.schemas.values()):
            for base in schema.keywords.get("allOf", ()):
                found.setdefault(self.target(base), []).append(schema.id)
        return found

    def tags(
        self, kept: Iterable[TypeId], mapping: Mapping[str | None, TypeId]
    ) -> dict[str, TypeId]:
        """Return the explicit tags, and the name of every branch or heir that has none."""
        explicit = {_OTHERS if tag is None else tag: one for tag, one in mapping.items()}
        mapped = {self.target(one) for tag, one in mapping.items() if tag is not None}
        implied = {
            name: one
            for one in kept
            if self.target(one) not in mapped and (name := self.name((one,)))
        }
        return {**explicit, **implied}


def is_leaf(schema: Schema) -> bool:
    """Whether a schema refers to no other."""
    return _LEADING.isdisjoint(schema.keywords)


def is_noted(schema: Schema) -> bool:
    """Whether a schema says something besides what is valid."""
    return schema.notes is not NO_NOTES and schema.notes != NO_NOTES


def _lone_reference(schema: Schema) -> TypeId | None:
    keywords: Mapping[str, Any] = schema.keywords
    if len(keywords) != 1:
        return None
    for word in REFERENCES:
        if word in keywords:
            found: TypeId = keywords[word]
            return found
    members = keywords.get("allOf", ())
    return members[0] if len(members) == 1 else None
