"""References: from a schema and the text of its `$ref` to the schema that is meant.

`referencing` does the work wherever a document has identifiers or anchors of its own; a document
without any can only be addressed by JSON Pointer, which needs no more than a walk.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cached_property
from typing import TYPE_CHECKING, Any
from urllib.parse import unquote, urldefrag, urljoin

from generator import codes
from generator.diagnosis.unresolved import tell_nowhere, tell_unread
from generator.dialect import DRAFT202012, Dialect, by_uri, restrict
from generator.document import Document
from generator.documents import Documents, Retrieve
from generator.identifiers import has_dynamic_anchor, lookup, metaschemas, outermost, specification
from generator.keywords import is_reference
from generator.node import Node, Reference, Scope
from generator.reading.swagger_pointers import followed
from generator.report import Report
from generator.source import Source, join, split

if TYPE_CHECKING:
    from referencing import Registry, Resource
    from referencing._core import Resolver

_IDENTIFIED = {
    "id": re.compile(r"\bid\b"),
    "$id": re.compile(r"\$(id|anchor|recursiveAnchor|dynamicAnchor)\b"),
    "$dynamicAnchor": re.compile(r"\$(id|anchor|dynamicAnchor)\b"),
}
"""What a text has if something in it has an identifier of its own."""
_LATEST = ("http://json-schema.org/schema", "https://json-schema.org/schema")


class Library:
    """The documents of one run, and the references between them."""

    def __init__(self, report: Report, retrieve: Retrieve) -> None:
        self.report = report
        self.retrieve = retrieve
        self.documents = Documents(report, retrieve)
        self._roots: dict[str, Node] = {}
        self._places: dict[str, dict[int, str]] = {}
        self._followed: dict[tuple[int, str, str], Node | None] = {}
        self._scopes: dict[int, Scope] = {}
        self._dynamic: dict[str, frozenset[str]] = {}
        self._referring = DRAFT202012

    @cached_property
    def _registry(self) -> Registry[Any]:
        from referencing import Registry

        empty: Registry[Any] = Registry(retrieve=self._resource)  # type: ignore[call-arg]
        return empty.combine(metaschemas())

    def root(self, document: Document) -> Node:
        """Return the root of a document, adding the document first if it is new."""
        uri = document.source.uri
        if uri not in self._roots:
            self.documents.add(document)
            self._roots[uri] = self._open(document)
        return self._roots[uri]

    def child(self, node: Node, *tokens: str | int) -> Node:
        """Return what `tokens` lead to below `node`, in the scope that holds there."""
        contents = node.contents
        for token in tokens:
            contents = contents[token]
        scope = node.scope
        if scope.resolver is not None and isinstance(contents, dict):
            scope = self._enter(scope, contents)
        return Node(contents, join(node.pointer, *tokens), scope)

    def follow(self, node: Node, keyword: str, reference: str) -> Node | None:
        """Return the schema that `reference` names; report it and return None if there is none."""
        key = (id(node.scope), keyword, reference)
        found = self._followed.get(key)
        # What leads nowhere is looked up again, so that each of its places is counted.
        if found is not None:
            return found
        # Many write `#/` for the root, where by the letter it is a member named "".
        reference = reference.removesuffix("/") if reference.endswith("#/") else reference
        if not is_reference(reference):
            where = node.place.below(keyword)
            self.report.add(codes.SCH002, f"'{keyword}' has to be a URI reference", where)
        else:
            find = self._by_pointer if node.scope.resolver is None else self._by_identifier
            found = self._followed[key] = find(Reference(node, keyword, reference))
            self._scopes[id(node.scope)] = node.scope  # kept, so that its id stays its own
        return found

    def _open(self, document: Document) -> Node:
        dialect = self._dialect(document.contents, document.dialect)
        self._check_metaschema(document, dialect)
        scope = Scope(document, dialect)
        uri = document.source.uri
        if not uri.startswith("http") and (base := _base(document)) != uri:
            self.documents.identify(document, base)
            self.documents.lies_at(base, uri)
        if not _identified(document):
            return Node(document.contents, "", scope)
        scope = replace(scope, resolver=self._registered(document, dialect))
        inside = self._enter(scope, document.contents)
        if inside is scope and scope.resolver is not None:
            # Without an identifier of its own it is a resource by its URI, the outermost one.
            inside = self._scope(document, dialect, scope.resolver)
        return Node(document.contents, "", inside)

    def _check_metaschema(self, document: Document, dialect: Dialect) -> None:
        """Tell if `$schema` names a metaschema that could not be read."""
        contents = document.contents if isinstance(document.contents, dict) else {}
        uri = urldefrag(str(contents.get("$schema", ""))).url
        if self.documents.was_not_read(uri) and uri not in _LATEST:
            hint = next((reason.hint for reason in self.documents.why_unread(uri) or ()), "")
            message = f"the metaschema '{uri}' was not read: this is taken as {dialect.name}"
            self.report.add(codes.SCH005, message, document.place("/$schema"), hint)

    def _registered(self, document: Document, dialect: Dialect) -> Resolver[Any]:
        resource = specification(dialect).create_resource(document.contents)
        uri, base = document.source.uri, _base(document)
        identifier = urljoin(base, resource.id() or base)
        self.documents.lies_at(identifier, uri)
        known = dict.fromkeys((uri, base), resource)
        self._registry = self._registry.with_resources(known.items()).crawl()
        found: Resolver[Any] = self._registry.resolver(base)
        return found

    def _enter(self, scope: Scope, contents: Any) -> Scope:
        """Return the scope inside `contents`, which may have an identifier of its own."""
        keyword = scope.dialect.id_keyword
        if not isinstance(contents, dict) or not isinstance(contents.get(keyword), str):
            return scope
        assert scope.resolver is not None
        dialect = self._dialect(contents, scope.dialect)
        resource = specification(dialect).create_resource(contents)
        resolver = scope.resolver.in_subresource(resource)
        return self._scope(scope.document, dialect, resolver, scope.path)

    def _scope(
        self,
        document: Document,
        dialect: Dialect,
        resolver: Resolver[Any],
        path: tuple[str, ...] = (),
    ) -> Scope:
        base = resolver._base_uri
        if dialect.dynamic and base not in path:
            anchors = self._dynamic_anchors(document, dialect.dynamic)
            # Whatever an outer resource has as well never leads here.
            if any(not has_dynamic_anchor(resolver, path, name) for name in anchors):
                path = (*path, base)
        return Scope(document, dialect, resolver, path)

    def _dynamic_anchors(self, document: Document, keyword: str) -> frozenset[str]:
        """Return the anchors that make references depend on the path to them; one may be ""."""
        uri, text = document.source.uri, document.source.text
        if uri not in self._dynamic:
            # The text tells at once where there is none; data in memory has no text.
            there = _containers(document.contents) if not text or keyword in text else ()
            said = [value.get(keyword) for value, _ in there if isinstance(value, dict)]
            names = ("" if name is True else name for name in said)
            self._dynamic[uri] = frozenset(name for name in names if isinstance(name, str))
        return self._dynamic[uri]

    def _dialect(self, contents: Any, default: Dialect) -> Dialect:
        """Return the dialect that `$schema` names; a metaschema of the user's own may be one."""
        uri = contents.get("$schema") if isinstance(contents, dict) else None
        if not isinstance(uri, str) or default.name.startswith("openapi"):
            return default
        if (known := by_uri(uri)) is not None:
            return known
        metaschema = self.documents.get(urldefrag(uri).url, default)
        if metaschema is None or not isinstance(metaschema.contents, dict):
            return default
        base = self._dialect(metaschema.contents, default)
        vocabulary = metaschema.contents.get("$vocabulary")
        return base if not isinstance(vocabulary, dict) else restrict(base, vocabulary)

    def _resource(self, uri: str) -> Resource[Any]:
        """Retrieve a document for `referencing`."""
        from referencing.exceptions import NoSuchResource

        document = self.documents.get(uri, self._referring)
        if document is None:
            raise NoSuchResource(ref=uri)  # type: ignore[call-arg]
        self.root(document)
        dialect = self._dialect(document.contents, document.dialect)
        return specification(dialect).create_resource(document.contents)

    def _by_pointer(self, reference: Reference) -> Node | None:
        """Follow a reference out of a document without identifiers."""
        scope = reference.node.scope
        uri, fragment = scope.document.source.uri, reference.text[1:]
        if not reference.text.startswith("#"):
            uri, fragment = urldefrag(urljoin(_base(scope.document), reference.text))
        document = self.documents.get(uri, scope.dialect)
        if document is None:
            found = self._by_identifier if uri in metaschemas() else self._unread
            return found(reference)
        root = self.root(document)
        if root.scope.resolver is not None:
            return self._by_identifier(reference)
        if fragment and not fragment.startswith("/"):
            return self._nowhere(reference, document)
        try:
            pointer = unquote(fragment)
            if document.lifted:
                pointer = followed(pointer, document.swagger, document.contents)
            return self._walk(root, pointer)
        except (KeyError, IndexError, ValueError, TypeError):
            return self._nowhere(reference, document)

    def _walk(self, root: Node, pointer: str) -> Node:
        contents, at = root.contents, ""
        for token in split(pointer):
            key = int(token) if isinstance(contents, list) else token
            contents, at = contents[key], join(at, key)
        return Node(contents, at, root.scope)

    def _by_identifier(self, reference: Reference) -> Node | None:
        from referencing.exceptions import (
            InvalidAnchor,
            NoSuchAnchor,
            PointerToNowhere,
            Unresolvable,
        )

        scope = reference.node.scope
        resolver, target = scope.resolver, reference.text
        if resolver is None:
            # A document without identifiers is not registered: nothing has to be looked up in it.
            resolver = self._registry.resolver()
            target = urljoin(_base(scope.document), reference.text)
        self._referring = scope.dialect
        try:
            resolved = lookup(resolver, target)
            if reference.keyword in ("$dynamicRef", "$recursiveRef"):
                resolved = outermost(resolved, scope.path, reference.text.partition("#")[2])
        except (PointerToNowhere, NoSuchAnchor, InvalidAnchor, TypeError):
            # `referencing` takes it for granted that a pointer leads through objects and arrays.
            return self._nowhere(reference, scope.document)
        except (Unresolvable, ValueError, KeyError):
            return self._unread(reference)
        if isinstance(resolved.contents, bool):
            return self._boolean(reference.node, urljoin(resolver._base_uri, target), resolved)
        return self._found(reference, resolved)

    def _nowhere(self, reference: Reference, document: Document) -> Node | None:
        tell_nowhere(reference, document, self.report)
        return None

    def _unread(self, reference: Reference) -> Node | None:
        """Say why the document of a reference cannot be read; mistakes inside are told already."""
        scope = reference.node.scope
        base = scope.resolver._base_uri if scope.resolver else scope.document.source.uri
        tell_unread(reference, base, self.documents, self.report)
        return None

    def _boolean(self, node: Node, reference: str, resolved: Any) -> Node:
        """`true` is the same value wherever it stands: the pointer of a reference tells where."""
        uri, fragment = urldefrag(reference)
        whole = resolved.resolver.lookup(uri).contents
        document, at = self.documents.get(uri, node.scope.dialect), ""
        if document is None or whole is not document.contents:
            document, at = self._locate(whole, node.scope.document, uri)
        scope = self._scope(document, node.scope.dialect, resolved.resolver, node.scope.path)
        return Node(resolved.contents, at + unquote(fragment), scope)

    def _found(self, reference: Reference, resolved: Any) -> Node:
        node, contents, resolver = reference.node, resolved.contents, resolved.resolver
        if not isinstance(contents, dict | list):
            # Nothing tells where a text or a number stands that is no schema: see who refers to it.
            return Node(contents, join(node.pointer, reference.keyword), node.scope)
        document, pointer = self._locate(contents, node.scope.document, resolver._base_uri)
        dialect = self._dialect(contents, self.root(document).scope.dialect)
        scope = self._scope(document, dialect, resolver, node.scope.path)
        return Node(contents, pointer, scope)

    def _locate(self, contents: Any, near: Document, base: str) -> tuple[Document, str]:
        """Find where an object that `referencing` returned stands; `base` is of its resource."""
        for document in [near, *self.documents]:
            if (pointer := self._places_in(document).get(id(contents))) is not None:
                return document, pointer
        document = self._metaschema(base)
        return document, self._places_in(document)[id(contents)]

    def _places_in(self, document: Document) -> Mapping[int, str]:
        """Return the JSON Pointers of the objects and arrays of a document."""
        uri = document.source.uri
        if uri not in self._places:
            self._places[uri] = {id(v): p for v, p in _containers(document.contents)}
        return self._places[uri]

    def _metaschema(self, uri: str) -> Document:
        """One of the specifications' own schemas, which come with `jsonschema-specifications`."""
        if uri not in self._roots:
            contents = metaschemas().contents(uri)
            dialect = self._dialect(contents, DRAFT202012)
            document = Document(Source(uri, uri, "", "memory"), contents, dialect, "schema")
            self.documents.identify(document, uri)
            self._roots[uri] = Node(contents, "", Scope(document, dialect))
        return self._roots[uri].scope.document


def _base(document: Document) -> str:
    """Return what references are relative to where nothing has an identifier: see `$self`."""
    contents, uri = document.contents, document.source.uri
    own = contents.get("$self") if document.kind == "openapi" else None
    return urljoin(uri, own) if isinstance(own, str) and is_reference(own) else uri


def _identified(document: Document) -> bool:
    dialect = document.dialect
    if dialect.id_keyword == "":
        return False
    if document.source.syntax == "memory":
        return True
    sign = _IDENTIFIED.get(dialect.dynamic) or _IDENTIFIED[dialect.id_keyword]
    return bool(sign.search(document.source.text))


def _containers(contents: Any) -> Iterable[tuple[Any, str]]:
    """Yield each object and array of a document with its JSON Pointer."""
    stack = [(contents, "")]
    while stack:
        value, pointer = stack.pop()
        if isinstance(value, dict | list):
            yield value, pointer
            items = value.items() if isinstance(value, dict) else enumerate(value)
            inner = ((key, item) for key, item in items if isinstance(item, dict | list))
            stack += [(item, join(pointer, key)) for key, item in inner]
