"""What is lost, or of OpenAPI 3, in a Swagger 2.0 description, as far as lifting hides it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.codes import OAS002, OAS004, OAS009
from generator.diagnosis.servers import tell_address
from generator.document import Document
from generator.reading.swagger_pointers import dereferenced, is_body, stands_in
from generator.report import Report
from generator.source import join

_SCHEMA = "Swagger 2.0 has `type` and its like right here"
_SERVERS = "Swagger 2.0 has `host`, `basePath` and `schemes`"
_LATER: Mapping[str, Mapping[str, str]] = {
    "Swagger": {"components": "Swagger 2.0 has `definitions`", "servers": _SERVERS},
    "Path Item": {"servers": _SERVERS},
    "Operation": {
        "requestBody": "Swagger 2.0 has a parameter with `in: body`",
        "servers": _SERVERS,
        "callbacks": "",
    },
    "Parameter": {"schema": _SCHEMA, "content": _SCHEMA},
    "Header": {"schema": _SCHEMA, "content": _SCHEMA},
    "Response": {"content": "Swagger 2.0 has `schema`, and the media types in `produces`"},
}
"""What Swagger 2.0 has in the place of each field, by the object that OpenAPI 3 has it in."""
_Found = tuple[str, Mapping[str, Any], str]
"""An object that may have them: what it is, itself, and where it stands once it is lifted."""


def tell_later_fields(document: Document, report: Report) -> None:
    """Report each field of OpenAPI 3, which is read as there, and what is left out.

    One that many objects have is told once.
    """
    for title, value, pointer in _objects(document.swagger):
        if title == "Swagger":
            tell_address(value, document.place(pointer), report)
        if title in ("Swagger", "Operation"):
            _tell_lists(document, value, pointer, report)
        if title == "Operation":
            _tell_bodies(document, value, pointer, report)
        for name in value:
            if name not in _LATER[title]:
                continue
            hint = _LATER[title][name] or "say `openapi: 3.0.3`"
            message = f"the {title} Object has '{name}' since OpenAPI 3.0: it is read as there"
            where = document.place(pointer).below(name, at="key")
            report.add(OAS004, message, where, hint, (OAS004, where.source.uri, title, name))


def _tell_lists(document: Document, value: Mapping[str, Any], pointer: str, report: Report) -> None:
    for name in ("schemes", "consumes", "produces"):
        if not isinstance(value.get(name, []), list):
            hint = f"write `[{value[name]}]`" if isinstance(value[name], str) else ""
            where = document.place(pointer).below(name)
            report.add(OAS002, f"'{name}' has to be a list", where, hint)


def _tell_bodies(
    document: Document, operation: Mapping[str, Any], pointer: str, report: Report
) -> None:
    """Report the parameters of a body of which one is all that a request can have."""
    listed = operation.get("parameters")
    parameters = listed if isinstance(listed, list) else []
    places = [stands_in(dereferenced(document.swagger, one)) for one in parameters]
    if "body" not in places or places.count("body") + places.count("formData") < 2:
        return
    message = "a request has one body: of several parameters with `in: body` the last one counts"
    if "formData" in places:
        message = "a request has one body: beside `in: body`, `in: formData` is left out"
    report.add(OAS009, message, document.place(pointer).below("parameters", at="key"))


def _objects(swagger: Mapping[str, Any]) -> Iterator[_Found]:
    """The objects of a Swagger file, each with its kind and with its pointer in OpenAPI 3."""
    yield "Swagger", swagger, ""
    for name, response in _members(swagger.get("responses")):
        yield from _response(response, join("/components/responses", name))
    for name, parameter in _members(swagger.get("parameters")):
        if not is_body(parameter):
            yield "Parameter", parameter, join("/components/parameters", name)
    for path, item in _members(swagger.get("paths")):
        where = join("/paths", path)
        yield "Path Item", item, where
        yield from _parameters(swagger, item, where)
        for method, operation in _members(item):
            yield "Operation", operation, join(where, method)
            yield from _parameters(swagger, operation, join(where, method))
            for status, response in _members(operation.get("responses")):
                yield from _response(response, join(where, method, "responses", status))


def _members(value: Any) -> Iterator[tuple[str, dict[str, Any]]]:
    for name, member in value.items() if isinstance(value, dict) else ():
        if isinstance(member, dict) and name[:2] != "x-":
            yield name, member


def _response(response: Mapping[str, Any], pointer: str) -> Iterator[_Found]:
    yield "Response", response, pointer
    for name, header in _members(response.get("headers")):
        yield "Header", header, join(pointer, "headers", name)


def _parameters(swagger: Any, value: Mapping[str, Any], pointer: str) -> Iterator[_Found]:
    listed = value.get("parameters")
    parameters = listed if isinstance(listed, list) else []
    kept = [one for one in parameters if not is_body(dereferenced(swagger, one))]
    for index, parameter in enumerate(kept):
        if isinstance(parameter, dict):
            yield "Parameter", parameter, join(pointer, "parameters", index)
