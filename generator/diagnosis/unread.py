"""Fields that an object of OpenAPI does not have: nothing reads them, and that is told."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.codes import OAS004, OAS005, OAS012
from generator.diagnosis.objects import INSIDE, TITLES, fields, required, since, version
from generator.document import Document
from generator.reading.swagger_pointers import original
from generator.report import Report
from generator.showing.suggest import closest

_ALIKE = 0.75
"""How alike a field has to be to be meant, of 1."""
_MEDIA = "OpenAPI 3 has media types in `content`"
_UNDER_SCHEMA = "put it under `schema`"
_CONTENT = "put it under `content`, as in `content: {application/json: {schema: …}}`"
_MOVED: Mapping[str, Mapping[str, str]] = {
    "description": {
        "swagger": "leave it out: the description is read as what `openapi` says",
        "definitions": "OpenAPI 3 has them in `components`, as `schemas`",
        "securityDefinitions": "OpenAPI 3 has them in `components`, as `securitySchemes`",
        **dict.fromkeys(("host", "basePath", "schemes"), "OpenAPI 3 has it in `servers`"),
        **dict.fromkeys(("consumes", "produces"), _MEDIA),
        **dict.fromkeys(INSIDE["components"], "OpenAPI 3 has them in `components`"),
    },
    "operation": dict.fromkeys(("consumes", "produces"), _MEDIA),
    "parameter": {"collectionFormat": "OpenAPI 3 says it by `style` and `explode`"},
    "response": {"schema": _CONTENT},
    "body": {"schema": _CONTENT},
    "scheme": {"flow": "OpenAPI 3 has `flows`", "scopes": "OpenAPI 3 has them in `flows`"},
}
"""Where OpenAPI 3 has what Swagger 2.0 had in an object of each kind."""
_SECTIONS: Mapping[str, str] = {
    "response": "responses",
    "parameter": "parameters",
    "example": "examples",
    "body": "requestBodies",
    "header": "headers",
    "scheme": "securitySchemes",
    "link": "links",
    "callback": "callbacks",
    "path": "pathItems",
    "media": "mediaTypes",
}
"""Where the components of each kind stand."""
_COMPONENT = re.compile("#/components/([^/]+)/[^/]+")


def tell_unread(
    document: Document, kind: str, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report each field that an object of this kind (see `objects.INSIDE`) does not have.

    One that many objects have is told once, with all its places.
    """
    known = fields(version(document))[kind]
    for name in value:
        if name in known or name[:2] == "x-" or name == "$ref":
            continue
        near = closest(name, known - value.keys(), _ALIKE) or closest(name, known, _ALIKE)
        message, hint = _said_of_field(document, kind, name, near)
        where = document.place(pointer).below(name, at="key")
        report.add(OAS004, message, where, hint, (OAS004, document.source.uri, kind, name))


def tell_missing(
    document: Document, kind: str, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report each field that an object has to have and has not, unless it is told as misspelt."""
    for name in sorted(required(version(document))[kind] - value.keys()):
        if not closest(name, value, _ALIKE):
            message = f"the {_title(document, kind)} has no '{name}'"
            why = (OAS012, document.source.uri, message)
            report.add(OAS012, message, document.place(pointer), f"add `{name}: …`", why)


def tell_reference(
    document: Document, kind: str, value: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report a reference to a component of another kind, or else what stands beside it."""
    if not tell_target(document, kind, value, pointer, report) and len(value) > 1:
        tell_unread(document, "reference", value, pointer, report)


def tell_target(
    document: Document, kind: str, value: Mapping[str, Any], pointer: str, report: Report
) -> bool:
    """Report a reference to a component of another kind, and tell if it is one."""
    section = _SECTIONS.get(kind)
    reference = str(value["$ref"])
    if section is None or reference.startswith(f"#/components/{section}/"):
        return False
    found = _COMPONENT.fullmatch(reference)
    if found is None or found[1] not in fields(version(document))["components"]:
        return False
    written, there, wanted = (
        _as_written(document, pointer)
        for pointer in (found[0], f"#/components/{found[1]}", f"#/components/{section}")
    )
    what = f"one of '{there}', and no {_title(document, kind)}"
    where = document.place(pointer).below("$ref")
    hint = f"write '{wanted}/…'"
    if found[1] == "schemas":
        hint = _UNDER_SCHEMA if "schema" in fields(version(document)).get(kind, ()) else _CONTENT
    message = f"'{written}' is {what}: nothing is read"
    report.add(OAS005, message, where, hint, (OAS005, document.source.uri, what))
    return True


def _as_written(document: Document, pointer: str) -> str:
    return f"#{original(pointer[1:], document.swagger)}" if document.lifted else pointer


def _title(document: Document, kind: str) -> str:
    swagger = {"description": "Swagger", "body": "Parameter"} if document.lifted else {}
    return f"{swagger.get(kind) or TITLES.get(kind, kind.capitalize())} Object"


def _said_of_field(document: Document, kind: str, name: str, near: str | None) -> tuple[str, str]:
    """Return what is said of a field, and a hint at what may be meant."""
    title, newer = f"the {_title(document, kind)}", since(kind, name)
    if kind == "reference":
        return f"'{name}' beside '$ref' changes nothing", "say it where the reference leads to"
    if newer and not document.lifted:
        return f"{title} has '{name}' only since OpenAPI {newer}", f"say `openapi: {newer}.0`"
    if name in _MOVED.get(kind, {}) and not document.lifted:
        hint = _MOVED[kind][name]
    elif near:
        hint = f"did you mean '{near}'?"
    elif kind == "path" and name in fields(version(document))["operation"]:
        hint = "put it under a method, as `get`"
    elif "/" in name and "content" in fields(version(document))[kind]:
        hint = "put it under `content`"
    elif document.lifted and name == "nullable":
        hint = "tools for Swagger 2.0 read 'x-nullable'"
    elif "schema" in fields(version(document))[kind] and name in document.dialect.keywords:
        hint = _UNDER_SCHEMA
    else:
        hint = f"a field of your own starts with 'x-', as 'x-{name}'"
    return f"'{name}' is no field of {title}: it changes nothing", hint
