"""What the templates of the tables see: frozen records of finished strings."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.frozen import dataclass
from generator.ir import (
    MISSING,
    Api,
    Enum,
    Field,
    Object,
    Schema,
    Type,
    TypeId,
    Union,
)
from generator.model import Name
from generator.names.casing import TABLE_RESERVED, field_name
from generator.ordering import fields_of
from generator.shaping.aliases import Resolved, chain, has_document, nearest_default
from generator.shaping.composition import parts
from generator.showing.code_span import code_span
from generator.style import Style
from generator.targets.markdown.constraints import constraints
from generator.targets.markdown.containment import contained
from generator.targets.markdown.enums import values_of
from generator.targets.markdown.examples import example_cell
from generator.targets.markdown.table import Table, columns, table
from generator.targets.markdown.timestamps import with_go_timestamps
from generator.targets.markdown.types import TypeTexts, wrapper_of

_CODES = {True: ":heavy_check_mark:", False: ":heavy_minus_sign:"}
_SIGNS = {True: "✓", False: ""}
_ALWAYS = frozenset({"Field", "Type", "Required", "Description"})
_GONE = "This will be removed in a future release, please migrate away from it as soon as possible."
_DEPRECATED = {
    False: f"> :warning: **DEPRECATED**: {_GONE}",
    True: f"> ⚠ **DEPRECATED**: {_GONE}",
}
_DEPRECATED_FIELD = {
    False: f": warning: ** DEPRECATED **: {_GONE}",
    True: f"⚠ **DEPRECATED**: {_GONE}",
}
"""What is said of a deprecated type, and of a field; True in plain tables."""


@dataclass(frozen=True, slots=True)
class ObjectView:
    """The document of a class (`object.md.jinja`)."""

    heading: str
    description: str
    deprecation: str
    table: Table


@dataclass(frozen=True, slots=True)
class EnumView:
    """The document of an enum (`enum.md.jinja`): a table, or else a list of literals."""

    heading: str
    description: str
    deprecation: str
    usage: tuple[str, ...]
    open: bool
    literals: tuple[str, ...]
    table: Table


@dataclass(frozen=True, slots=True)
class MemberView:
    """One of the types of a union."""

    type: str


@dataclass(frozen=True, slots=True)
class UnionView:
    """The document of a union (`union.md.jinja`)."""

    heading: str
    description: str
    deprecation: str
    members: tuple[MemberView, ...]


View = ObjectView | EnumView | UnionView


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a class, as raw cells."""

    name: str
    type: str
    required: bool
    constant: bool
    description: str = "N/A"
    example: str = ""
    default: str = ""
    constraints: str = ""


class Views:
    """Makes the views of one model; its `texts` write types."""

    def __init__(self, api: Api, names: Mapping[TypeId, Name], style: Style) -> None:
        self.api = api
        self.names = names
        self.style = style
        self.texts = TypeTexts(api, names, style)
        self._reserved = TABLE_RESERVED | style.reserved_fields
        # Most fields of a large description are like one of another class.
        self._rows: dict[tuple[Field, str], Row] = {}

    def view(self, type_id: TypeId) -> View:
        """Return the view of a type that has a document."""
        found, name = self.api.types[type_id], self.names[type_id]
        match found.shape:
            case Object():
                return self._object(found, name)
            case Enum():
                return self._enum(found, name)
            case Union():
                return self._union(found, name)
        return self._upload(name)

    def _top(self, found: Type, name: Name) -> tuple[str, str, str]:
        notes, keywords = found.schema.notes, found.schema.keywords
        listed = isinstance(found.shape, Union) and keywords.keys().isdisjoint({"anyOf", "oneOf"})
        description = "" if listed else contained(notes.description)
        if notes.deprecated:
            return f"~~{name.cls}~~", description, _DEPRECATED[self.style.plain]
        return name.cls, description, ""

    def _object(self, found: Type, name: Name) -> ObjectView:
        return ObjectView(*self._top(found, name), self._fields(self.rows(found, name)))

    def _fields(self, rows: Iterable[Row]) -> Table:
        ordered = list(rows)
        if self.style.required_first or self.style.sort_required:
            ordered.sort(key=lambda row: not row.required or row.constant)
        marks = _SIGNS if self.style.plain else _CODES
        cells = {
            "Field": list(_anchored(ordered) if self.style.anchors else (r.name for r in ordered)),
            "Type": [row.type for row in ordered],
            "Required": [marks[row.required] for row in ordered],
            "Default": [row.default for row in ordered] if self.style.defaults else [],
            "Constraints": [row.constraints for row in ordered] if self.style.constraints else [],
            "Description": [row.description for row in ordered],
            "Example": [row.example for row in ordered] if any(r.example for r in ordered) else [],
        }
        header = [name for name, column in cells.items() if column or name in _ALWAYS]
        return self._table(header, list(zip(*filter(None, cells.values()), strict=True)))

    def _table(self, header: Sequence[str], rows: Sequence[Sequence[str]]) -> Table:
        return (columns if self.style.plain else table)(header, rows)

    def rows(self, found: Type, name: Name) -> Iterator[Row]:
        """Yield the rows of a class in the order of its schema."""
        shape = found.shape
        assert isinstance(shape, Object)
        for field in fields_of(self.api, shape, self.style):
            key = (field, name.package)
            if key not in self._rows:
                self._rows[key] = self._row(*key)
            yield self._rows[key]
        extra = self._extra(found, shape)
        if extra is not None:
            inner = self.texts.cell(extra, "", name.package)
            yield Row("`__pydantic_extra__`", f"Dict[str, {inner}]", False, False)

    def _extra(self, found: Type, shape: Object) -> TypeId | None:
        """The type of further members, where the schema says that there may be some."""
        if shape.additional is None:
            return None
        raw = self.api.schemas.get(found.schema.id, found.schema)
        said = [
            part.keywords["additionalProperties"]
            for part in parts(raw, self.api.schemas)
            if "additionalProperties" in part.keywords
        ]
        if not said:
            return None
        return said[-1] if said[-1] in self.api.types else shape.additional

    def _row(self, field: Field, package: str) -> Row:
        found = self.texts.resolved(field.type)
        notes = self._notes(field, found)
        required = field.required and notes.default is MISSING
        wrapper = wrapper_of(required=required, nullable=found.nullable)
        name = self._field_name(field, notes)
        label = f"`{name}`"
        description = notes.description
        if notes.deprecated:
            label = f"~~{label}~~"
            notice = _DEPRECATED_FIELD[self.style.plain]
            description = "\n\n".join(filter(None, [notice, description]))
        return Row(
            name=label,
            type=self.texts.cell(field.type, wrapper, package),
            required=required,
            constant="const" in found.type.schema.keywords,
            description=description or "N/A",
            example=example_cell(notes.examples, several=self.style.all_examples),
            default=_default(notes.default),
            constraints=self._constraints(field.type) if self.style.constraints else "",
        )

    def _constraints(self, type_id: TypeId) -> str:
        return constraints(found.schema for found in chain(self.api, type_id))

    def _field_name(self, field: Field, notes: _FieldNotes) -> str:
        return field_name(notes.override or field.name, self._reserved)

    def _notes(self, field: Field, found: Resolved) -> _FieldNotes:
        for own in chain(self.api, field.type):
            if "$ref" not in own.schema.keywords:
                break
        notes, target = own.schema.notes, found.type.schema.notes
        description = notes.description
        raw = self.api.schemas.get(own.schema.id, own.schema)
        if "allOf" in raw.keywords and found.id == own.schema.id:
            description = raw.notes.description
        elif not description and has_document(found.type) and "body" not in own.schema.keywords:
            description = target.description
        override = notes.extensions.get("x-speakeasy-name-override", "")
        return _FieldNotes(
            description=description,
            default=nearest_default(self.api, field.type),
            examples=() if found.plain else self._examples(own.schema, found.type.schema),
            deprecated=notes.deprecated,
            override=override if isinstance(override, str) else "",
        )

    def _enum(self, found: Type, name: Name) -> EnumView:
        shape = found.shape
        assert isinstance(shape, Enum)
        values = values_of(found.schema, shape, name, self.style)
        cells = self._table(["Name", "Value"], values.rows)
        return EnumView(*self._top(found, name), values.usage, values.open, values.literals, cells)

    def _examples(self, own: Schema, target: Schema) -> tuple[Any, ...]:
        schema = own if own.notes.examples else target
        examples = schema.notes.examples
        return with_go_timestamps(examples, schema) if self.style.go_timestamps else examples

    def _union(self, found: Type, name: Name) -> UnionView:
        shape = found.shape
        assert isinstance(shape, Union)
        ordered = self._ordered(shape)
        texts = [self.texts.code(member) for member in ordered]
        if "bodies" not in found.schema.keywords:
            texts = list(dict.fromkeys(texts))
        return UnionView(*self._top(found, name), tuple(map(MemberView, texts)))

    def _ordered(self, union: Union) -> list[TypeId]:
        """The members; a discriminator's mapping sets the order of those that it names."""
        if union.discriminator is None or not union.discriminator.mapping:
            return list(union.members)
        resolved = self.texts.resolved
        mapped = [resolved(t).id for t in union.discriminator.mapping.values()]
        place = {type_id: index for index, type_id in reversed(list(enumerate(mapped)))}
        return sorted(union.members, key=lambda m: place.get(resolved(m).id, len(mapped)))

    def _upload(self, name: Name) -> ObjectView:
        rows = [
            Row("`file_name`", "*str*", True, False),
            Row("`content`", f"*{self.texts.binary}*", True, False),
            Row("`content_type`", "*Optional[str]*", False, False),
        ]
        return ObjectView(name.cls, "", "", self._fields(rows))


@dataclass(frozen=True, slots=True)
class _FieldNotes:
    description: str
    default: Any
    examples: tuple[Any, ...]
    deprecated: bool
    override: str


def _default(value: Any) -> str:
    return "" if value is MISSING else code_span(json.dumps(value, ensure_ascii=False))


def _anchored(rows: Iterable[Row]) -> Iterator[str]:
    """Yield the cells of fields; of several of one name, the later ones have numbers to link to."""
    often: Counter[str] = Counter()
    for row in rows:
        anchor = row.name.strip("~`")
        often[anchor] += 1
        number = f"-{often[anchor]}" if often[anchor] > 1 else ""
        yield f'<a id="{anchor}{number}"></a>{row.name}'
