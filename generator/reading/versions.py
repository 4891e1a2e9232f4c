"""Descriptions that are of another version or kind, or do not say of which."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from generator.codes import OAS001
from generator.report import Report
from generator.showing.suggest import closest
from generator.source import Place, Source

_FOREIGN = {
    "swaggerVersion": "Swagger",
    "asyncapi": "AsyncAPI",
    "arazzo": "Arazzo",
    "overlay": "OpenAPI Overlay",
}
"""Words that other descriptions start with, and what those are called."""
_KINDS = {"openapi": "OpenAPI", "swagger": "Swagger", **_FOREIGN}
_WORDS_OF_SWAGGER = frozenset(
    "host basePath schemes consumes produces definitions securityDefinitions".split()
)
_FIRST_LINES = {
    "openapi": ("openapi: 3.1.0", '"openapi": "3.1.0",'),
    "swagger": ("swagger: '2.0'", '"swagger": "2.0",'),
}
"""What YAML and JSON say first."""


def tell_foreign(source: Source, contents: Mapping[str, Any], report: Report) -> bool:
    """Report what is no schema, and does not say that it is OpenAPI or Swagger; tell if so."""
    for word in _FOREIGN:
        # A schema may be called so, too.
        if isinstance(contents.get(word), str | float):
            tell_version(Place(source, f"/{word}"), contents[word], report)
            return True
    if _lacks_version(contents):
        _no_version(source, contents, report)
        return True
    return False


def tell_version(place: Place, version: Any, report: Report) -> None:
    """Report a version that is not read, at the place of the member that names it."""
    hint = "OpenAPI 3.0, 3.1 and 3.2 and Swagger 2.0 are supported"
    if isinstance(version, str) and version[:1] in "vV" and version[1:2].isdigit():
        hint = f"write '{version[1:]}'"
    report.add(OAS001, f"{_KINDS[place.pointer[1:]]} {version} is not supported", place, hint)


def _lacks_version(contents: Mapping[str, Any]) -> bool:
    """Whether this is a description whose first line was forgotten; a schema has other words."""
    parts = isinstance(contents.get("info"), dict) and any(
        isinstance(contents.get(name), dict) for name in ("paths", "components")
    )
    return parts and "$schema" not in contents and "type" not in contents


def _no_version(source: Source, contents: Mapping[str, Any], report: Report) -> None:
    name = "openapi" if _WORDS_OF_SWAGGER.isdisjoint(contents) else "swagger"
    line = _FIRST_LINES[name][source.syntax == "json"]
    near = closest(name, contents.keys() - {"info", "paths", "components"}, alike=0.75)
    where = Place(source, f"/{near}" if near else "", "key")
    hint = f"'{near}' is spelt '{name}'" if near else f"add `{line}` as its first line"
    message = f"this looks like {_KINDS[name]}, and does not say '{name}'"
    report.add(OAS001, message, where, hint)
