"""The document of each kind of type, and what its template sees of it."""

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
    Notes,
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
from generator.showing.escaped import code_span, pictured
from generator.showing.inner_bounds import inner_bounds
from generator.style import Style
from generator.targets.markdown.constraints import constraints
from generator.targets.markdown.containment import contained
from generator.targets.markdown.enums import values_of
from generator.targets.markdown.examples import example_cell
from generator.targets.markdown.table import Line, Table, columns, line, table
from generator.targets.markdown.tags import how_often
from generator.targets.markdown.timestamps import with_go_timestamps
from generator.targets.markdown.types import TypeTexts, wrapper_of
from generator.targets.markdown.views import EnumView, MemberView, ObjectView, UnionView, View

_CODES = {True: ":heavy_check_mark:", False: ":heavy_minus_sign:"}
_SIGNS = {True: "✓", False: ""}
_COLUMNS = ("Field", "Type", "Required", "Default", "Constraints", "Description", "Example")
_GONE = "This will be removed in a future release, please migrate away from it as soon as possible."
_DEPRECATED = {False: "> :warning: **DEPRECATED**: ", True: "> ⚠ **DEPRECATED**: "}
_DEPRECATED_FIELD = {False: ": warning: ** DEPRECATED **: ", True: "⚠ **DEPRECATED**: "}
"""What is said of a deprecated type, and of a field, before the reason; True in plain tables."""
_SILENT = frozenset({"body", "anyOf", "oneOf"})
"""A field with one of these has no description but its own."""


@dataclass(frozen=True, slots=True)
class Row:
    """A field of a class, as raw cells."""

    name: str
    type: str
    required: bool
    constant: bool = False
    description: str = "N/A"
    example: str = ""
    default: str = ""
    constraints: str = ""


@dataclass(frozen=True, slots=True)
class Entry:
    """A row as a line of its table; a `late` one is not required, or has only one value."""

    line: Line
    late: bool
    has_example: bool


class Views:
    """Makes the views of one model; its `texts` write types."""

    def __init__(self, api: Api, names: Mapping[TypeId, Name], style: Style) -> None:
        self.api = api
        self.names = names
        self.style = style
        self.texts = TypeTexts(api, names, style)
        self._reserved = TABLE_RESERVED | style.reserved_fields
        # Most fields of a large description are like one of another class.
        self._entries: dict[tuple[str, TypeId, bool, str], Entry] = {}
        # So are most enums, whatever they are called.
        self._enums: dict[tuple[tuple[Any, ...], ...], Table] = {}

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
        silent = listed and not self.style.of_2025
        description = "" if silent else contained(pictured(notes.description))
        if notes.deprecated:
            notice = _DEPRECATED[self.style.plain] + self._reason(notes)
            return f"~~{name.cls}~~", description, notice
        return name.cls, description, ""

    def _object(self, found: Type, name: Name) -> ObjectView:
        return ObjectView(*self._top(found, name), self._fields(self.entries(found, name)))

    def _fields(self, entries: Iterable[Entry]) -> Table:
        ordered, style = list(entries), self.style
        if style.required_first or style.sort_required:
            ordered.sort(key=lambda entry: entry.late)
        shown = {
            "Default": style.defaults,
            "Constraints": style.constraints,
            "Example": any(entry.has_example for entry in ordered),
        }
        header = [name for name in _COLUMNS if shown.get(name, True)]
        lines = [entry.line for entry in ordered]
        return self._table(header, list(_anchored(lines)) if style.anchors else lines)

    def _table(self, header: Sequence[str], lines: Sequence[Line]) -> Table:
        return (columns if self.style.plain else table)(header, lines)

    def entries(self, found: Type, name: Name) -> Iterator[Entry]:
        """Yield the fields of a class in the order of its schema."""
        shape, package = found.shape, name.package
        assert isinstance(shape, Object)
        for field in fields_of(self.api, shape, self.style):
            key = (field.name, field.type, field.required, package)
            entry = self._entries.get(key)
            if entry is None:
                entry = self._entries[key] = self._entry(self._row(field, package))
            yield entry
        extra = self._extra(found, shape)
        if extra is not None:
            inner = self.texts.inner(extra, package)
            # The example of a class is that of its last row there.
            example = self._example(found.schema, found.schema) if self.style.positions else ""
            row = Row("`__pydantic_extra__`", f"Dict[str, {inner}]", False, example=example)
            yield self._entry(row)

    def _entry(self, row: Row) -> Entry:
        style = self.style
        mark = (_SIGNS if style.plain else _CODES)[row.required]
        asked = [row.default] * style.defaults + [row.constraints] * style.constraints
        cells = (row.name, row.type, mark, *asked, row.description, row.example)
        shown = line(cells, returns=style.keeps_returns)
        return Entry(shown, not row.required or row.constant, bool(row.example))

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
        found, own = self.texts.resolved(field.type), self._own(field.type)
        notes, default = own.schema.notes, nearest_default(self.api, field.type)
        # A default makes a property optional, if it is a single value, but no parameter.
        filled = isinstance(default, str | int | float) and "parameter" not in own.schema.keywords
        required = field.required and not filled
        wrapper = wrapper_of(required=required, nullable=found.nullable)
        label = f"`{field_name(notes.override or field.name, self._reserved)}`"
        description = self._description(own, found)
        if notes.deprecated:
            label = f"~~{label}~~"
            notice = _DEPRECATED_FIELD[self.style.plain] + self._reason(notes)
            description = "\n\n".join(filter(None, [notice, description]))
        return Row(
            name=label,
            type=self.texts.cell(field.type, wrapper, package),
            required=required,
            constant="const" in found.type.schema.keywords,
            description=description or "N/A",
            example="" if found.plain else self._example(own.schema, found.type.schema),
            default=_default(default) if self.style.defaults else "",
            constraints=self._constraints(field.type) if self.style.constraints else "",
        )

    def _reason(self, notes: Notes) -> str:
        """Why a thing is deprecated; what a description says itself has a full stop behind it."""
        said = notes.extensions.get("x-speakeasy-deprecation-message")
        if not isinstance(said, str) or not said:
            return _GONE
        return said if self.style.plain and said.endswith(".") else f"{said}."

    def _own(self, type_id: TypeId) -> Type:
        """Return the type that says what a field is: the first that is more than a reference."""
        for found in chain(self.api, type_id):
            if "$ref" not in found.schema.keywords:
                break
        return found

    def _description(self, own: Type, found: Resolved) -> str:
        schema = own.schema
        raw = self.api.schemas.get(schema.id, schema)
        composed = raw.keywords.get("allOf", ())
        if len(composed) > 1 or (composed and found.id == schema.id):
            return raw.notes.description
        said = schema.notes.description
        if said or not has_document(found.type) or not _SILENT.isdisjoint(schema.keywords):
            return said
        return found.type.schema.notes.description

    def _constraints(self, type_id: TypeId) -> str:
        types = [*chain(self.api, type_id)]
        own = constraints(found.schema for found in types)
        return ", ".join(filter(None, [own, *self._within(types[-1])]))

    def _within(self, found: Type) -> Iterator[str]:
        """The bounds of what is in a list or a map, where that has no page of its own."""

        def of_values(inner: TypeId) -> str:
            types = [*chain(self.api, inner)]
            has_page = has_document(types[-1])
            return "" if has_page else constraints(one.schema for one in types)

        return inner_bounds(found, of_values, lambda n: constraints([self.api.schemas[n]]))

    def _enum(self, found: Type, name: Name) -> EnumView:
        shape = found.shape
        assert isinstance(shape, Enum)
        values = values_of(found.schema, shape, name, self.style)
        said = shape.values, values.members, values.descriptions
        if said not in self._enums:
            self._enums[said] = self._table(values.header, values.lines)
        top, cells = self._top(found, name), self._enums[said]
        return EnumView(*top, values.usage, values.told, values.literals, cells)

    def _example(self, own: Schema, target: Schema) -> str:
        schema = own if own.notes.examples else target
        examples = schema.notes.examples
        if self.style.go_timestamps:
            examples = with_go_timestamps(examples, schema)
        return example_cell(examples, several=self.style.all_examples)

    def _union(self, found: Type, name: Name) -> UnionView:
        shape = found.shape
        assert isinstance(shape, Union)
        texts = [self.texts.code(member) for member in self._ordered(shape)]
        if "bodies" not in found.schema.keywords:
            # A member stands once for each of its tags.
            told = self.style.infers_tags and shape.discriminator is None
            times = how_often(self.texts, shape.members) if told else ()
            repeated = [text for text, n in zip(texts, times, strict=False) for _ in range(n)]
            texts = repeated or list(dict.fromkeys(texts))
        return UnionView(*self._top(found, name), tuple(map(MemberView, texts)))

    def _ordered(self, union: Union) -> list[TypeId]:
        """The members; a discriminator's mapping sets the order of those that it names."""
        if union.discriminator is None:
            return list(union.members)
        resolved, named = self.texts.resolved, union.discriminator.mapping.values()
        # It may name what is no member, and has no type where nothing else leads to it.
        mapped = [resolved(type_id).id for type_id in named if type_id in self.api.types]
        place = {type_id: index for index, type_id in reversed(list(enumerate(mapped)))}
        return sorted(union.members, key=lambda m: place.get(resolved(m).id, len(mapped)))

    def _upload(self, name: Name) -> ObjectView:
        rows = [
            Row("`file_name`", "*str*", required=True),
            Row("`content`", f"*{self.texts.binary}*", required=True),
            Row("`content_type`", "*Optional[str]*", required=False),
        ]
        return ObjectView(name.cls, "", "", self._fields(map(self._entry, rows)))


def _default(value: Any) -> str:
    return "" if value is MISSING else code_span(json.dumps(value, ensure_ascii=False))


def _anchored(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield lines with fields to link to; of several of one name, the later ones have numbers."""
    often: Counter[str] = Counter()
    for shown in lines:
        name, *rest = shown.cells
        anchor = name.strip("~`")
        often[anchor] += 1
        number = f"-{often[anchor]}" if often[anchor] > 1 else ""
        cell = f'<a id="{anchor}{number}"></a>{name}'
        yield Line((cell, *rest), max(shown.wide, len(cell)))
