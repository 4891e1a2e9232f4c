"""Schemas → Form: one form for all the ways of saying the same."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from typing import Any

from generator.diff.forms.fold import are_apart, fold, null_origin
from generator.diff.forms.form import (
    ANY_FORM,
    ANYTHING,
    NOWHERE,
    TYPES,
    Branches,
    Condition,
    Conj,
    Form,
)
from generator.diff.forms.leaf import leaf
from generator.diff.forms.meet import both, meet, member, merge_notes
from generator.diff.forms.references import UNIONS, References, is_leaf, is_noted
from generator.diff.forms.tidy import tidy
from generator.frozen import dataclass
from generator.ir import NO_NOTES, REFERENCES, Notes, Schema, TypeId

_DEPTH = 3
"""How deeply unions are looked into for what they stand for."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A schema on the way down a conjunction; `nullable` if a wrapper adds null to it.

    `null` is the branch with null of a union that has only one further branch.
    """

    schema: Schema
    nullable: bool
    unions: tuple[Branches, ...]
    null: TypeId = NOWHERE


class Normaliser(References):
    """The forms of one version's schemas, each made once."""

    def __init__(
        self, schemas: Mapping[TypeId, Schema], same: frozenset[TypeId] = frozenset()
    ) -> None:
        super().__init__(schemas, same)
        self._forms: dict[Conj, Form] = {}
        self._open: set[Conj] = set()

    def but(self, schemas: Mapping[TypeId, Schema]) -> Normaliser:
        """Return these with others in their place; what was made of branches stays as it is."""
        found = Normaliser({**self.schemas, **schemas}, self.same)
        made = {conj: form for conj, form in self._forms.items() if any("&" in one for one in conj)}
        found._forms.update(made)
        return found

    def form(self, conj: Conj) -> Form:
        """Return the normal form of a conjunction."""
        conj = self.core(conj)
        if conj not in self._forms:
            if conj in self._open:
                return ANY_FORM
            self._open.add(conj)
            self._forms[conj] = self._form(conj)
            self._open.discard(conj)
        return self._forms[conj]

    def notes(self, conj: Conj) -> Notes:
        """Return the notes of a form, without making it where one schema says it all."""
        if len(conj) == 1 and conj not in self._forms:
            schema = self.schemas[conj[0]]
            if is_leaf(schema):
                return schema.notes
        return self.form(conj).notes

    def distribute(self, conj: Conj, index: int) -> tuple[Conj, ...]:
        """Return the branches of a form's union, each with all that holds beside the union."""
        return self._distributed(conj, self.form(conj), index)

    def _distributed(self, conj: Conj, whole: Form, index: int) -> tuple[Conj, ...]:
        union = whole.unions[index]
        beside = replace(whole, unions=(*whole.unions[:index], *whole.unions[index + 1 :]))
        return tuple(self._branch(conj, branch, beside) for branch in union.branches)

    def distributed(self, conj: Conj) -> tuple[Conj, ...]:
        """Return the branches of a form's first union; the conjunction itself if it has none."""
        return self.distribute(conj, 0) if self.form(conj).unions else (conj,)

    def split(self, conj: Conj) -> tuple[Conj, ...]:
        """Return the branches of a union that is one form, as each has types of its own.

        The conjunction itself, if it is none.
        """
        whole = self._form(self.core(conj), apart=True)
        return self._distributed(conj, whole, 0) if len(whole.unions) == 1 else (conj,)

    def leaves(self, conj: Conj, depth: int = _DEPTH) -> Iterator[Form]:
        """Yield the forms without unions that a schema stands for."""
        form = self.form(conj)
        if not form.unions or not depth:
            yield form
            return
        for branch in self.distribute(conj, 0):
            yield from self.leaves(branch, depth - 1)

    def _branch(self, conj: Conj, branch: Conj, beside: Form) -> Conj:
        made = TypeId("&".join((*conj, *branch)))
        if (made,) not in self._forms:
            member = self.form(branch)
            first = self.schemas[branch[0]]
            self.schemas[made] = replace(
                first, id=made, keywords={"allOf": (*conj, *branch)}, key=None
            )
            found = tidy(meet(beside, member))
            # Null is spoken of once, for the union as a whole.
            null = {"null"} & beside.types
            found = replace(found, types=found.types | null, unions=member.unions)
            self._forms[(made,)] = replace(found, name=member.name)
        return (made,)

    def _form(self, conj: Conj, *, apart: bool = False) -> Form:
        forms: list[Form] = []
        unions: list[Branches] = []
        for type_id in conj:
            for part in self._parts(type_id, nullable=False, trail=()):
                forms.append(self._leaf(part))
                unions += part.unions
        whole = reduce(meet, forms) if forms else ANY_FORM
        for union in unions:
            whole = self._join(whole, union, apart=apart)
        return replace(self._closed(tidy(whole)), name=self.name(conj))

    def _closed(self, form: Form) -> Form:
        """A form whose names are texts; a list of them is what it means: no others are valid."""
        objects = form.objects
        if not objects.names or self.core(objects.names) in self._open:
            return form
        conj = both(objects.names, (self._artificial(objects.names[0], type=("string",)),))
        names = self.form(conj)
        plain = not (names.unions or names.negations or names.conditions)
        listed = names.values.get("string") if names.types else ()
        if listed is None or not plain:
            every = plain and names.free("string")
            return replace(form, objects=replace(objects, names=ANYTHING if every else conj))
        never = self._artificial(objects.names[0], false=True)
        properties = {name: member(objects, name) for name in listed}
        closed = replace(
            objects, properties=properties, patterns={}, additional=(never,), names=ANYTHING
        )
        return replace(form, objects=closed)

    def _artificial(self, origin: TypeId, **keywords: Any) -> TypeId:
        """A schema that nobody wrote, in the place of one."""
        made = TypeId(f"{origin} ({', '.join(keywords)})")
        self.schemas[made] = replace(
            self.schemas[origin], id=made, keywords=keywords, notes=NO_NOTES, key=None
        )
        return made

    def _leaf(self, part: _Part) -> Form:
        keywords = part.schema.keywords
        found = leaf(part.schema, nullable=part.nullable)
        found = self._affirmed(found, nullable=part.nullable)
        if part.null:
            found = replace(found, origin={**found.origin, "null": part.null})
        if "if" not in keywords or not {"then", "else"} & keywords.keys():
            return found
        then, otherwise = (
            (keywords[word],) if word in keywords else () for word in ("then", "else")
        )
        return replace(found, conditions=(Condition(keywords["if"], then, otherwise),))

    def _affirmed(self, form: Form, *, nullable: bool) -> Form:
        """A form without the negations that say what it accepts: of types, and of others."""
        for negated in form.negations:
            keywords = self.asserted(negated)
            refused = frozenset(keywords.get("type", TYPES))
            is_types = keywords.keys() <= {"type"} and refused <= TYPES
            if is_types:
                refused -= {"null"} if nullable else set()
                form = replace(form, types=form.types - refused)
            if is_types or keywords.keys() in ({"not"}, {"false"}):
                rest = tuple(one for one in form.negations if one != negated)
                form = replace(form, negations=rest)
        return form

    def _refused_twice(self, schema: Schema) -> Iterator[TypeId]:
        """The schema in a `not` in a `not`: it has to hold."""
        if "not" in schema.keywords:
            inner = self.asserted(schema.keywords["not"])
            if inner.keys() == {"not"}:
                yield inner["not"]

    def _parts(
        self, type_id: TypeId, *, nullable: bool, trail: tuple[TypeId, ...]
    ) -> Iterator[_Part]:
        """Yield each schema that has to hold, inmost first."""
        if type_id in trail:
            return
        trail = (*trail, type_id)
        schema = self.schemas[type_id]
        keywords = schema.keywords
        nullable = nullable or bool(keywords.get("nullable"))
        inner = [keywords[word] for word in REFERENCES if word in keywords]
        for held in (*inner, *keywords.get("allOf", ()), *self._refused_twice(schema)):
            yield from self._parts(held, nullable=nullable, trail=trail)
        unions, null = [], NOWHERE
        for word in UNIONS:
            if word in keywords:
                found = self._branches(schema, word, nullable)
                if len(found.branches) == 1:
                    only = found.branches[0][0]
                    null = found.null_at
                    yield from self._parts(only, nullable=found.null, trail=trail)
                else:
                    unions.append(found)
        if any(word not in REFERENCES for word in keywords) or not inner or is_noted(schema):
            yield _Part(schema, nullable, tuple(unions), null)

    def _branches(self, schema: Schema, word: str, nullable: bool) -> Branches:
        """A union without its null, and without branches that nothing is valid for."""
        listed = schema.keywords[word]
        members = [one for one in listed if "false" not in self.asserted(one)] or listed
        if word == "oneOf" and sum(not self.asserted(one) for one in members) > 1:
            # Each value meets two of them.
            members = [self._artificial(schema.id, false=True)]
        kept, nulls = self._without_null(word, members)
        kept = list(dict.fromkeys(kept) if word == "anyOf" else self._apart(kept))
        null = nullable or len(nulls) == 1 or (len(nulls) > 1 and word == "anyOf")
        discriminator = schema.keywords.get("discriminator")
        tags = self.tags(kept, discriminator.mapping) if discriminator else {}
        return Branches(
            keyword=word,
            branches=tuple((one,) for one in kept),
            null=null,
            property=discriminator.property if discriminator else "",
            tags=tags,
            origin=schema.id,
            null_at=next(iter(nulls), NOWHERE),
        )

    def _without_null(
        self, word: str, members: Sequence[TypeId]
    ) -> tuple[Sequence[TypeId], Sequence[TypeId]]:
        """Part branches from those that are null, where that is no more than a further type."""
        kept = [one for one in members if not self._is_null(one)]
        nulls = [one for one in members if self._is_null(one)]
        if not kept:
            kept, nulls = nulls[:1], nulls[1:]
        special = nulls and self._is_null_special(word, kept)
        return (members, ()) if special else (kept, nulls)

    def _apart(self, branches: Iterable[TypeId]) -> Iterator[TypeId]:
        """A branch that an alias of YAML repeats as two: what meets one of them meets both."""
        seen: set[TypeId] = set()
        for branch in branches:
            found = branch
            while found in seen:
                again = TypeId(f"{found} (again)")
                self.schemas[again] = replace(
                    self.schemas[branch], id=again, keywords={"$ref": branch}, key=None
                )
                found = again
            seen.add(found)
            yield found

    def _is_null_special(self, word: str, kept: Sequence[TypeId]) -> bool:
        """Whether null is more than a further type: met twice, or refused by a single branch."""
        forms = [self.form((one,)) for one in kept]
        if len(forms) == 1 and (forms[0].negations or forms[0].conditions):
            return True
        return word == "oneOf" and any("null" in form.types for form in forms)

    def _is_null(self, type_id: TypeId) -> bool:
        asserted = self.asserted(type_id)
        return asserted in ({"type": ("null",)}, {"const": None}, {"enum": (None,)}) or (
            set(asserted) == {"type", "enum"} and asserted["enum"] == (None,)
        )

    def _join(self, whole: Form, union: Branches, *, apart: bool) -> Form:
        """Bring a union into a form: by type where its branches allow that, else as it is.

        One whose branches have types of their own stays as it is, if it is asked for `apart`.
        """
        forms = [self.form(conj) for conj in union.branches]
        if not union.property and not (apart and are_apart(forms)):
            folded = fold(union, forms)
            if folded is not None:
                met = meet(folded, whole)
                return replace(met, notes=merge_notes(folded.notes, whole.notes))
        types = frozenset[str]().union(*(form.types for form in forms))
        types |= {"null"} if union.null else frozenset()
        null = null_origin(union, forms)
        found = meet(Form(types=types & TYPES, origin={"type": union.origin, **null}), whole)
        alive = tuple(c for c, form in zip(union.branches, forms, strict=True) if form.types)
        return replace(found, unions=(*found.unions, replace(union, branches=alive)))
