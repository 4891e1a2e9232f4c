"""Schemas of any dialect to the canonical form of `ir.Schema`.

Works through a queue, so that neither deep nesting nor recursion needs a stack.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from generator import codes
from generator.codes import Code
from generator.definitions import collected, definitions, key_of
from generator.diagnosis.clashes import clashes
from generator.diagnosis.contradictions import tell_contradictions
from generator.diagnosis.cycles import circles, cycles
from generator.diagnosis.defaults import tell_defaults
from generator.diagnosis.discriminators import tell_discriminators
from generator.diagnosis.meant import meant_schema, no_schema
from generator.diagnosis.misfits import idleness, lost, tell_annotation, tell_misfits
from generator.diagnosis.structure import check_structure
from generator.diagnosis.unknown import asks_for_null, meant_keyword
from generator.dialect import Dialect
from generator.document import Document
from generator.facets import INTEGER_FORMATS, asks_nothing, common_multiple, idle
from generator.frozen import dataclass
from generator.ir import MISSING, NO_NOTES, Notes, Schema, TypeId
from generator.keywords import annotation
from generator.node import Node
from generator.operations import NO_SERVICE, Service
from generator.paths import operations
from generator.report import Report
from generator.resolve import Library
from generator.shaping.families import families
from generator.shaping.instances import merge
from generator.source import join

_NOTED = frozenset(
    "title description default examples example deprecated readOnly writeOnly".split()
)
_TELLING = frozenset("default example examples enum const format anyOf oneOf".split())
_SHARING = frozenset({"properties", "items", "additionalProperties"})
_PLAIN_TYPES = frozenset({"string", "integer", "number", "boolean", "null"})


@dataclass(frozen=True, slots=True)
class Lowered:
    """All schemas that were reached, the ones that documents define by name, and who uses them.

    The `title` is that of the first document with one.
    """

    schemas: Mapping[TypeId, Schema]
    named: tuple[TypeId, ...]
    service: Service = NO_SERVICE
    title: str = ""


def lower(
    documents: Iterable[Document], library: Library, formats: str = "auto", *, whole: bool = False
) -> Lowered:
    """Lower all schemas that the documents define or use, and all that these refer to.

    `formats` says when `format` is checked: as the dialect has it (`auto`), always (`assert`), or
    never (`annotate`). A document that only defines schemas is one itself only if it is `whole`.
    """
    lowering, documents = Lowering(library, formats), list(documents)
    described = [
        node
        for document in documents
        if document.kind == "openapi"
        for node in check_structure(document, library)
    ]
    named = [
        lowering.add(node, key)
        for document in documents
        for node, key in definitions(library, document, whole=whole)
    ]
    service = operations(documents, lowering)
    for node in described:
        lowering.add(node)
    lowering.run()
    merge(lowering.schemas, lowering.several.values())
    if any(circles(lowering.schemas)):
        families(lowering.schemas, library.report)
        cycles(lowering.schemas, library.report)
    clashes(lowering.schemas, library.report)
    tell_discriminators(lowering.schemas, library.report)
    tell_defaults(lowering.schemas, library)
    return Lowered(lowering.schemas, tuple(dict.fromkeys(named)), service, _title(documents))


def _title(documents: Iterable[Document]) -> str:
    for document in documents:
        contents = document.contents if isinstance(document.contents, dict) else {}
        info = contents.get("info") if document.kind == "openapi" else contents
        if isinstance(info, dict) and isinstance(info.get("title"), str):
            return str(info["title"])
    return ""


class Lowering:
    """A run of this stage; `add` a schema for its `TypeId`, then `run` until all are lowered.

    By the letter, `properties` without a `type` do not mean an object.
    """

    def __init__(self, library: Library, formats: str = "auto", *, by_letter: bool = False) -> None:
        self.schemas: dict[TypeId, Schema] = {}
        self.library = library
        self.formats = formats
        self.by_letter = by_letter
        self.report: Report = library.report
        self._ids: dict[tuple[int, tuple[str, ...]], TypeId] = {}
        self._queue: deque[tuple[TypeId, Node, str | None]] = deque()
        self._taken: set[TypeId] = set()
        self.several: dict[TypeId, list[TypeId]] = {}
        self._alike: dict[str, TypeId] = {}

    def add(self, node: Node, key: str | None = None) -> TypeId:
        """Return the id of the schema at a node; the schema is lowered when its turn comes."""
        if not isinstance(node.contents, dict):
            return self._new_id(node, key)
        identity = (id(node.contents), node.scope.path)
        known = self._ids.get(identity)
        if known is None:
            known = self._ids[identity] = self._new_id(node, key)
        return known

    def shared(self, node: Node, *tokens: str | int) -> TypeId | None:
        """Return the id of a plain schema below a node, the same for all that say the same.

        Most properties of a large description are among a few that stand there again and again,
        word for word. One of which something is to be told stands for itself, as one that is not
        plain does, and that is told in its turn.
        """
        contents, scope = node.contents, node.scope
        for token in tokens:
            contents = contents[token]
        if scope.resolver or self.by_letter or not _is_plain(contents, scope.dialect):
            return None
        said = f"{scope.document.source.name}#{contents!r}"
        if said not in self._alike:
            report, self.report = self.report, Report()
            schema = self._schema(TypeId(said), self.library.child(node, *tokens), None)
            told, self.report = self.report.diagnostics, report
            if told:
                return None
            self._alike[said] = schema.id
            self.schemas[schema.id] = schema
        return self._alike[said]

    def run(self) -> None:
        """Lower what waits, and what turns up on the way."""
        while self._queue:
            type_id, node, key = self._queue.popleft()
            self.schemas[type_id] = self._schema(type_id, node, key)

    def _new_id(self, node: Node, key: str | None) -> TypeId:
        name = TypeId(f"{node.scope.document.source.name}#{node.pointer}")
        type_id, mark = name, 1
        while type_id in self._taken and isinstance(node.contents, dict):
            mark += 1
            type_id = TypeId(f"{name}@{mark}")
        if mark > 1:
            self.several.setdefault(name, [name]).append(type_id)
        if type_id not in self._taken:
            self._taken.add(type_id)
            self._queue.append((type_id, node, key or key_of(node)))
        return type_id

    def _schema(self, type_id: TypeId, node: Node, key: str | None) -> Schema:
        contents = node.contents
        if contents is True or contents is False:
            return Schema(type_id, node.place, {} if contents else {"false": True}, key=key)
        if not isinstance(contents, dict):
            hint = meant_schema(contents, node.pointer)
            self.report.add(codes.SCH001, "a schema has to be an object", node.place, hint)
            unknown = {"unresolved": True} if self.by_letter else {}
            return Schema(type_id, node.place, unknown, key=key)
        dialect = node.scope.dialect
        keywords = _Site(self, node, contents).keywords()
        return Schema(type_id, node.place, keywords, _notes(contents, dialect), key, dialect.name)


@dataclass(frozen=True, slots=True)
class _Site:
    """The `keywords.Site` of one schema."""

    lowering: Lowering
    node: Node
    contents: Mapping[str, Any]

    def keywords(self) -> Mapping[str, Any]:
        dialect = self.node.scope.dialect
        contents, known = self.contents, dialect.keywords
        if "$ref" in contents and not dialect.ref_siblings:
            for keyword, message, hint in lost(contents, self._spoken()):
                self._changes_nothing(codes.SCH013, keyword, message, hint, cause=keyword)
            contents = {"$ref": contents["$ref"]}
        canonical: dict[str, Any] = {}
        for keyword, value in contents.items():
            read = known.get(keyword)
            if read is annotation:
                tell_annotation(self, keyword, value)  # Most of what a schema says, in words.
            elif read is not None:
                canonical.update(read(self, keyword, value))
            elif not keyword.startswith("x-"):
                self._unknown(keyword, value)
        if not _TELLING.isdisjoint(contents):
            tell_misfits(self, canonical)
        for keyword in idle(canonical):
            del canonical[keyword]
            if keyword in contents and not asks_nothing(keyword, contents[keyword]):
                message, hint = idleness(keyword, canonical["type"])
                self._changes_nothing(codes.SCH009, keyword, message, hint, cause=message)
        tell_contradictions(self, canonical)
        if not dialect.integral_floats and "type" in canonical:
            canonical["integral_floats"] = False
        if "properties" in canonical and self._implies_object(contents):
            canonical["type"] = ("object",)
        if self.lowering.formats == "assert" and canonical.get("format") in INTEGER_FORMATS:
            _limit(canonical)
        if "format" in canonical and not self._asserts(canonical):
            canonical["annotated format"] = canonical.pop("format")
        return canonical

    def lower(self, *tokens: str | int) -> TypeId:
        lowering, node = self.lowering, self.node
        found = lowering.shared(node, *tokens) if tokens[0] in _SHARING else None
        return found or lowering.add(lowering.library.child(node, *tokens))

    def follow(self, keyword: str, reference: str, *inside: str) -> TypeId | None:
        node = self.node
        if inside:
            node = replace(node, pointer=join(node.pointer, *inside))
        found = self.lowering.library.follow(node, keyword, reference)
        if found is None:
            return None
        if found.scope.document.kind != "openapi":
            return self.lowering.add(found, collected(found))
        odd = no_schema(reference, found.pointer, self.node.pointer)
        if odd is None:
            return self.lowering.add(found)
        code, message, hint = odd
        self.tell(code, message, *inside, keyword, hint=hint)
        pointer = join(self.node.pointer, *inside, keyword)
        return self.lowering.add(Node(True, pointer, self.node.scope))

    def has_component(self, name: str) -> bool:
        return name in self.node.scope.document.components("schemas")

    def reject(self, keyword: str, expected: str, hint: str = "") -> Mapping[str, Any]:
        where = self.node.place.below(keyword)
        message = f"'{keyword}' has to be {expected}"
        # What is meant by one may be another thing than what is meant by the next.
        why = (codes.SCH002, where.source.uri, message, hint) if hint else None
        self.lowering.report.add(codes.SCH002, message, where, hint, why)
        return {f"rejected {keyword}": True} if self.lowering.by_letter else {}

    def tell(
        self, code: Code, message: str, *tokens: str | int, hint: str = "", cause: object = None
    ) -> None:
        where = self.node.place.below(*tokens, at="key" if len(tokens) > 1 else "value")
        why = None if cause is None else (code, where.source.uri, cause)
        self.lowering.report.add(code, message, where, hint, why)

    def _implies_object(self, contents: Mapping[str, Any]) -> bool:
        """Whether `properties` without a `type` mean an object.

        They do in files, where people describe their data; a schema that a program passes in is
        taken by the letter, which lets `properties` speak of objects only if there are any.
        """
        scope = self.node.scope
        in_memory = scope.document.source.syntax == "memory" and not scope.dialect.implied_objects
        return "type" not in contents and not (in_memory or self.lowering.by_letter)

    def _asserts(self, canonical: Mapping[str, Any]) -> bool:
        """Whether `format` is checked, rather than only told."""
        if self.lowering.formats != "auto":
            return self.lowering.formats == "assert"
        dialect = self.node.scope.dialect
        typed = dialect.formats == "always" or "string" in canonical.get("type", ())
        return typed and canonical["format"] in dialect.asserted

    def _unknown(self, keyword: str, value: Any) -> None:
        dialect = self.node.scope.dialect
        if keyword == "nullable" and not asks_for_null(value, self.contents):
            return
        hint = meant_keyword(keyword, self.contents, dialect)
        if not hint and not self.node.pointer and dialect.keywords.keys().isdisjoint(self.contents):
            hint = meant_schema(self.contents, "")
        message = f"'{keyword}' is no keyword of {self._spoken()}: it changes nothing"
        self._changes_nothing(codes.SCH003, keyword, message, hint, cause=keyword)

    def _spoken(self) -> str:
        """What readers call the dialect: schemas of Swagger are read as those of OpenAPI 3.0."""
        scope = self.node.scope
        return "Swagger 2.0" if scope.document.lifted else scope.dialect.name

    def _changes_nothing(
        self, code: Code, keyword: str, message: str, hint: str, cause: str
    ) -> None:
        where = self.node.place.below(keyword, at="key")
        self.lowering.report.add(code, message, where, hint, (code, where.source.uri, cause))


def _limit(canonical: dict[str, Any]) -> None:
    """Bound a number by its format, whole and of so many bits; a string that spells one is not."""
    if {"integer", "number"}.isdisjoint(canonical.get("type", ("number",))):
        return
    least, most = INTEGER_FORMATS[canonical["format"]]
    canonical["minimum"] = max(least, canonical.get("minimum", least))
    canonical["maximum"] = min(most, canonical.get("maximum", most))
    if canonical.get("type") != ("integer",):
        canonical["multipleOf"] = common_multiple(1, canonical.get("multipleOf", 1))


def _is_plain(contents: Any, dialect: Dialect) -> bool:
    """Whether a schema says what it says wherever it stands: a scalar that refers to nothing.

    A file is no scalar to an operation that sends it.
    """
    if not isinstance(contents, dict):
        return False
    types = contents.get("type")
    one = isinstance(types, str) and types in _PLAIN_TYPES
    if not (one or _are_plain(types)) or contents.get("format") == "binary":
        return False
    plain = dialect.plain
    return plain.issuperset(contents) or all(k in plain or k[:2] == "x-" for k in contents)


def _are_plain(types: Any) -> bool:
    """Whether types are one, or one and null: several are a union, which has a name."""
    named = isinstance(types, list) and len(set(map(repr, types)) - {"'null'"}) < 2
    return named and all(isinstance(name, str) and name in _PLAIN_TYPES for name in types)


def _notes(contents: Mapping[str, Any], dialect: Dialect) -> Notes:
    """The annotations; a `$ref` that makes nothing of its siblings has no `default`."""
    known = dialect.keywords.keys() >= contents.keys()
    if known and _NOTED.isdisjoint(contents):
        return NO_NOTES
    get = contents.get
    title, description = get("title"), get("description")
    return Notes(
        title if isinstance(title, str) else "",
        description if isinstance(description, str) else "",
        MISSING if "$ref" in contents and not dialect.ref_siblings else get("default", MISSING),
        _examples(contents),
        get("deprecated") is True,
        get("readOnly") is True,
        get("writeOnly") is True,
        {} if known else {name: value for name, value in contents.items() if name[:2] == "x-"},
        nullable=not known and "nullable" not in dialect.keywords and get("nullable") is True,
    )


def _examples(contents: Mapping[str, Any]) -> tuple[Any, ...]:
    """`example` (OpenAPI 3.0) comes first, then the list of `examples`."""
    single = (contents["example"],) if "example" in contents else ()
    several = contents.get("examples")
    return (*single, *several) if isinstance(several, list) else single
