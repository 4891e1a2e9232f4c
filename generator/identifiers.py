"""Identifiers and anchors, by `referencing`: what they lead to, and where a dialect has them.

Most descriptions have none, and `referencing` takes longer to import than many take to read: it is
imported where it is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING, Any
from urllib.parse import urljoin

from generator.dialect import Dialect
from generator.keywords import is_reference

if TYPE_CHECKING:
    from referencing import Registry, Resource, Specification
    from referencing._core import Resolved, Resolver


@cache
def metaschemas() -> Registry[Any]:
    """Return the specifications' own schemas."""
    from jsonschema_specifications import REGISTRY

    found: Registry[Any] = REGISTRY.crawl()
    return found


def lookup(resolver: Resolver[Any], reference: str) -> Resolved[Any]:
    """Look a reference up as it stands, also one to a dynamic anchor."""
    from referencing._core import Resolved

    resolved = resolver.lookup(reference)
    before, _, name = reference.partition("#")
    if not name or "/" in name:
        return resolved
    # `referencing` follows every reference to a dynamic anchor dynamically; `$ref` does not.
    uri = urljoin(resolver._base_uri, before) if before else resolver._base_uri
    retrieved = resolved.resolver._registry.anchor(uri, name)
    return Resolved(retrieved.value.resource.contents, retrieved.registry.resolver(uri))  # type: ignore[call-arg]


def outermost(resolved: Resolved[Any], path: tuple[str, ...], name: str) -> Resolved[Any]:
    """Where a reference ends at a dynamic anchor, the outermost resource with the same one."""
    from referencing._core import Resolved

    if not _has_dynamic_anchor(resolved.contents, name):
        return resolved
    registry = resolved.resolver._registry
    for uri in path:
        found = _dynamic_anchor(registry, uri, name)
        if found is not None:
            return Resolved(found, registry.resolver(uri))  # type: ignore[call-arg]
    return resolved


def has_dynamic_anchor(resolver: Resolver[Any], path: Iterable[str], name: str) -> bool:
    """Whether a reference to a dynamic anchor would end in one of the resources of a path."""
    return any(_dynamic_anchor(resolver._registry, uri, name) is not None for uri in path)


def _has_dynamic_anchor(contents: Any, name: str) -> bool:
    if not isinstance(contents, Mapping):
        return False
    if not name:
        return bool(contents.get("$recursiveAnchor"))
    return bool(contents.get("$dynamicAnchor") == name)


def _dynamic_anchor(registry: Registry[Any], uri: str, name: str) -> Any:
    """What a resource calls by this name, if that is a dynamic anchor of its own."""
    from referencing.exceptions import NoSuchAnchor, NoSuchResource

    try:
        found = registry.anchor(uri, name).value.resource if name else registry[uri]
    except (NoSuchAnchor, NoSuchResource):
        return None
    return found.contents if _has_dynamic_anchor(found.contents, name) else None


@cache
def _named(name: str) -> Specification[Any]:
    from referencing import jsonschema

    if name.startswith("OPENAPI"):
        return _openapi(_forgiving(jsonschema.DRAFT202012))
    return _forgiving(getattr(jsonschema, name))


def specification(dialect: Dialect) -> Specification[Any]:
    """Return what `referencing` knows of a dialect: where its identifiers and subschemas stand."""
    return _named(dialect.specification)


def _forgiving(schemas: Specification[Any]) -> Specification[Any]:
    """The same, but without a crash where a keyword has a value of the wrong type.

    Lowering reports those. (That `dependencies` of draft 7 may mix lists with schemas, and that
    these lists are no schemas, escapes `referencing` as well.)
    """
    from referencing import Specification

    def id_of(contents: Any) -> str | None:
        texts = isinstance(contents, Mapping) and _says_texts(contents, "$id", "id")
        found = schemas.id_of(contents) if texts else None
        return found if found is not None and is_reference(found) else None

    def subresources_of(contents: Any) -> Iterable[Any]:
        try:
            found = list(schemas.subresources_of(contents))
        except (AttributeError, TypeError):
            return []
        return [s for s in found if isinstance(s, bool) or _is_schema(s, forgiving)]

    def anchors_in(_: Any, contents: Any) -> Iterable[Any]:
        texts = isinstance(contents, Mapping) and _says_texts(contents, *_ANCHORS)
        return schemas.anchors_in(contents) if texts else ()

    forgiving = Specification(  # type: ignore[call-arg]
        name=schemas.name,
        id_of=id_of,
        subresources_of=subresources_of,
        anchors_in=anchors_in,
        maybe_in_subresource=schemas.maybe_in_subresource,
    )
    return forgiving


_ANCHORS = ("$anchor", "$dynamicAnchor", "$id", "id")


def _is_schema(contents: Any, default: Specification[Any]) -> bool:
    if not isinstance(contents, Mapping) or not _says_texts(contents, "$schema"):
        return False
    return "$schema" not in contents or _is_read_whole(contents, default)


def _is_read_whole(contents: Any, default: Specification[Any]) -> bool:
    """Whether `referencing` gets through a schema that names a dialect: there it forgives nothing.

    One that it does not get through is no resource of its own; lowering says what is wrong in it.
    """
    from referencing import Registry, Resource

    resource = Resource.from_contents(contents, default)
    try:
        Registry().with_resource("", resource).crawl()
    except (AttributeError, TypeError, ValueError):
        return False
    return True


def _says_texts(contents: Mapping[str, Any], *keywords: str) -> bool:
    return all(isinstance(contents.get(keyword, ""), str) for keyword in keywords)


def _openapi(schemas: Specification[Any]) -> Specification[Any]:
    """JSON Schema 2020-12, and OpenAPI's root, whose schemas stand under `components`."""
    from referencing import Specification

    def subresources_of(contents: Any) -> Iterable[Any]:
        if isinstance(contents, Mapping) and "openapi" in contents:
            components = contents.get("components")
            named = components.get("schemas") if isinstance(components, Mapping) else None
            return list(named.values()) if isinstance(named, Mapping) else []
        return schemas.subresources_of(contents)

    def maybe_in_subresource(
        segments: Sequence[int | str], resolver: Resolver[Any], subresource: Resource[Any]
    ) -> Resolver[Any]:
        below = segments[3:] if [*segments[:2]] == ["components", "schemas"] else segments
        return schemas.maybe_in_subresource(below, resolver, subresource)

    return Specification(  # type: ignore[call-arg]
        name="openapi",
        id_of=schemas.id_of,
        subresources_of=subresources_of,
        anchors_in=lambda _, contents: schemas.anchors_in(contents),
        maybe_in_subresource=maybe_in_subresource,
    )
