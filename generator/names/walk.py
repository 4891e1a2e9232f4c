"""The walk down from a type to all that is to be named below it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.frozen import dataclass
from generator.ir import Api, Array, Enum, Map, Object, Ref, Tuple, Type, TypeId, Union
from generator.names.casing import EXCEPTIONS, class_name
from generator.names.context import Context, Kind
from generator.names.members import is_leaf, labels
from generator.names.standing import Standing
from generator.names.tails import telling, value
from generator.ordering import fields_of
from generator.shaping.aliases import has_document, plain
from generator.shaping.composition import leads_to
from generator.shaping.variants import INPUT, OUTPUT
from generator.source import split
from generator.style import Style

_STRUCTURAL = frozenset(
    "components schemas definitions $defs properties patternProperties items prefixItems allOf "
    "anyOf oneOf additionalProperties not".split()
)
_SEVERAL = Array | Map | Tuple


@dataclass(slots=True)
class Walk:
    """The standings of all types, each at the place where it is met first."""

    api: Api
    style: Style
    seen: set[TypeId]

    def down(self, type_id: TypeId, context: Context) -> Iterator[Standing]:
        """Yield the standing of a type and of all below it, depth first, owners first."""
        stack = [(type_id, context)]
        while stack:
            type_id, context = stack.pop()
            if type_id in self.seen or type_id not in self.api.types:
                continue
            self.seen.add(type_id)
            found = self.api.types[type_id]
            if found.schema.key is not None:
                context = context.component(found.schema.key)
            standing = self._standing(found, type_id, context)
            if standing is not None:
                yield standing
                context = self._inside(found, context)
            if standing is not None and context.kind == "fixed" and self.style.of_2025:
                context = replace(context, frames=(standing.base,))
            stack += [*self._below(found, standing, context)][::-1]

    def _inside(self, found: Type, context: Context) -> Context:
        """What is inside an error may be none itself: it stands where the error is written."""
        apart = self.style.error_parts or self.style.of_2025
        if not apart or context.part != "errors" or not has_document(found):
            return context
        return replace(context, part="shared" if context.kind == "fixed" else "operations")

    def _of_pointer(self, target: TypeId, context: Context) -> Context:
        """A schema that a reference finds inside a component is called after its pointer."""
        if self.api.types[target].schema.key is not None:
            return context
        tokens = split(target.partition("#")[2])
        frames = tuple(t for t in tokens if t not in _STRUCTURAL)
        return Context(frames or context.frames, used=context.used)

    def _standing(self, found: Type, type_id: TypeId, context: Context) -> Standing | None:
        """How a type is to be named by its place; None for one that needs no name."""
        fixed = context.kind == "fixed"
        documented = has_document(found)
        if not documented and not (fixed and found.schema.key is not None):
            return None
        if fixed and self._is_namesake(found):
            return None
        given = self._given(found, type_id, fixed)
        return Standing(
            type_id,
            base=self._base(given or context.frames[-1]),
            frames=self._frames(given, context),
            path=context.path,
            within="" if context.place else context.within,
            kind=context.kind,
            part=context.part,
            in_request=context.in_request,
            titled=bool(given) and not fixed,
            suffix=self._suffix(type_id),
            used=context.used and documented and plain(self.api, found) is None,
            singular=context.singular and not given,
            first=context.first if context.kind == "body" and not given else "",
            label="" if given else context.label,
            value=self._value(type_id, "" if given else context.label),
            word=type(found.shape).__name__ if isinstance(found.shape, Enum | Union) else "Model",
            alike=bool(context.place),
            section="" if found.schema.key is not None else context.section,
        )

    def _base(self, name: str) -> str:
        """Return a name that is none of an exception of Python."""
        if not self.style.of_2025:
            return name
        cls = class_name(name)
        return f"{cls}T" if cls in EXCEPTIONS else name

    def _value(self, type_id: TypeId, label: str) -> str:
        return label or value(self.api, type_id) if self.style.of_2025 else ""

    def _suffix(self, type_id: TypeId) -> str:
        """Return what the class of a variant is called by."""
        if not type_id.endswith((INPUT, OUTPUT)):
            return ""
        return self.style.input_suffix if type_id.endswith(INPUT) else self.style.output_suffix

    def _frames(self, given: str, context: Context) -> tuple[str, ...]:
        """The frames around a type: all that lead to it where a given name names it."""
        if not given and context.skipped < 0:
            return context.frames[:-1]
        kept = context.frames if given else context.frames[:-1]
        if not self.style.positions:
            # The frame of a member of a union ends with its title already.
            kept = (*kept[:-1], *(frame.removesuffix(f"_{given}") for frame in kept[-1:]))
        return tuple(frame for index, frame in enumerate(kept) if index != context.skipped)

    def _is_namesake(self, found: Type) -> bool:
        """Whether a component only refers to what another document calls by the same name.

        A file name does so too: `UserProfile: {$ref: user-profile.yaml}`.
        """
        if not isinstance(found.shape, Ref) or found.nullable or not found.exact:
            return False
        own, there = found.schema, self.api.types[found.shape.target].schema
        if there.key is None or there.place.source.uri == own.place.source.uri:
            return False
        return class_name(there.key).lower() == class_name(own.key or "").lower()

    def _given(self, found: Type, type_id: TypeId, fixed: bool) -> str:
        """The name that the schema itself asks for."""
        notes = found.schema.notes
        if notes.override or fixed:
            return notes.override
        return notes.title or ("" if self.style.of_2025 else self._extended(type_id))

    def _extended(self, type_id: TypeId) -> str:
        """A type made of one component and something beside it keeps the component's name."""
        schema = self.api.schemas.get(type_id)
        members: tuple[TypeId, ...] = schema.keywords.get("allOf", ()) if schema else ()
        if len(members) != 1:
            return ""
        target = self.api.schemas[members[0]].keywords.get("$ref")
        if target is None:
            return ""
        schema = self.api.schemas[target]
        return schema.notes.title or schema.key or ""

    def _below(
        self, found: Type, standing: Standing | None, context: Context
    ) -> Iterable[tuple[TypeId, Context]]:
        """The types that this one leads to, each with what is known of its place."""
        shape = found.shape
        if isinstance(shape, Object):
            return self._of_fields(shape, context)
        if isinstance(shape, Union) and standing:
            return self._of_members(shape, standing, context)
        inside = [inner for inner in leads_to(shape) if inner not in self.seen]
        if inside and isinstance(shape, _SEVERAL):
            # An item is not what the list is: neither the component, nor (but in 2025) the body.
            body = self.style.of_2025 and context.kind == "body"
            kind: Kind = "body" if body and context.part != "errors" else "other"
            one = context.singular or not (self.style.positions and isinstance(shape, Map))
            context = replace(context, singular=one, kind=kind)
        elif inside and isinstance(shape, Ref) and "$ref" in found.schema.keywords:
            context = self._of_pointer(shape.target, context)
        return [(inner, context) for inner in inside]

    def _of_fields(self, shape: Object, context: Context) -> Iterator[tuple[TypeId, Context]]:
        shown = fields_of(self.api, shape, self.style)
        for field in shown:
            if field.type not in self.seen and not self._is_done(self.api.types[field.type]):
                yield field.type, context.down(field.name)
        for field in shape.fields if len(shown) < len(shape.fields) else ():
            yield field.type, replace(context.down(field.name), used=False)
        if shape.additional is not None:
            yield shape.additional, context.down("AdditionalProperties")

    def _is_done(self, found: Type) -> bool:
        """Whether there is nothing to name in a type, or what it refers to was met."""
        if isinstance(found.shape, Ref):
            return found.schema.key is None and found.shape.target in self.seen
        return is_leaf(found)

    def _of_members(
        self, shape: Union, union: Standing, context: Context
    ) -> Iterator[tuple[TypeId, Context]]:
        if self.seen.issuperset(shape.members):
            return
        index = len(context.frames) - 1
        found = zip(shape.members, labels(self.api, shape.members), strict=True)
        for position, (member, label) in enumerate(found, 1):
            if self.style.of_2025:
                yield member, self._alike(member, union, context, str(position))
            elif self.style.positions:
                below = context.down(str(position), label)
                yield member, replace(below, within=union.base, skipped=index)
            else:
                yield member, context.member(union.base, label)

    def _alike(self, member: TypeId, union: Standing, context: Context, place: str) -> Context:
        """How a member stands: in a body, where nothing tells it, as one; in an error as such."""
        value = telling(self.api, member)
        raised = union.part == "errors" and union.kind in ("body", "fixed")
        if raised and isinstance(self.api.types[member].shape, Ref):
            return Context(context.frames, kind="body", part="errors")
        if union.kind != "body" or (value and not raised):
            return context.alike(union.first or union.base, place, value)
        if not raised:
            return context.alike(union.base, place, value)
        return replace(context.alike(f"{union.base}_Error", place, value), part="errors")
