"""Credentials: schemes of types that there are not, and names that no scheme has."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.codes import OAS007, OAS010, OAS012
from generator.diagnosis.objects import version
from generator.document import Document
from generator.operations import scheme_name
from generator.report import Report
from generator.showing.suggest import closest, did_you_mean
from generator.source import Place

_TYPES = ("apiKey", "http", "mutualTLS", "oauth2", "openIdConnect")
_IN_SWAGGER = {
    "authorizationCode": "accessCode",
    "clientCredentials": "application",
    "implicit": "implicit",
    "password": "password",
}
"""What Swagger 2.0 calls the flows of OAuth that OpenAPI 3 has."""
_NEEDED = {
    "apiKey": ("name", "in"),
    "http": ("scheme",),
    "oauth2": ("flows",),
    "openIdConnect": ("openIdConnectUrl",),
}
"""What a scheme of each type has to say."""
_PLACES = ("query", "header", "cookie")
_OF_HTTP = ("basic", "bearer", "digest")
_ALIKE = 0.75
"""How alike a word has to be to be meant, of 1."""
_REFERENCE = re.compile("[/#.]")
"""What the references have, and names of components have not, but for the point."""


def tell_scheme(value: Mapping[str, Any], place: Place, report: Report, *, lifted: bool) -> None:
    """Report a security scheme of a type that there is not, or without what its type asks for."""
    name, flow = value.get("type"), value.get("flow")
    if lifted and name == "oauth2" and isinstance(flow, str):
        # A flow that there is in Swagger was lifted.
        where = place.below("flow")
        hint = did_you_mean(_IN_SWAGGER.get(flow, flow), _IN_SWAGGER.values())
        report.add(OAS007, f"'{flow}' is no flow of OAuth in Swagger 2.0", where, hint)
    if not isinstance(name, str):
        return
    if name in _TYPES:
        _tell_fields(value, name, place, report, lifted=lifted)
        return
    hint = did_you_mean(name, _TYPES)
    word = "bearer" if name.casefold() == "jwt" else name.casefold()
    if word in _OF_HTTP and lifted:
        hint = "Swagger 2.0 has `type: apiKey`, `in: header` and `name: Authorization` for it"
    elif word in _OF_HTTP:
        hint = f"write `type: http` and `scheme: {word}`"
    where = place.below("type")
    report.add(OAS007, f"'{name}' is no type of security scheme", where, hint)


def _tell_fields(
    value: Mapping[str, Any], kind: str, place: Place, report: Report, *, lifted: bool
) -> None:
    """Report what a scheme of a type lacks, and words in it that mean nothing."""
    needed = ("flow",) if lifted and kind == "oauth2" else _NEEDED.get(kind, ())
    for name in needed if not (lifted and "flows" in value) else ():
        if name not in value and not closest(name, value, _ALIKE):
            message = f"a security scheme of the type {kind} has to have '{name}'"
            report.add(OAS012, message, place, f"add `{name}: …`")
    where = value.get("in")
    if kind == "apiKey" and isinstance(where, str) and where not in _PLACES:
        hint = did_you_mean(where, _PLACES[:2] if lifted else _PLACES)
        report.add(OAS007, f"no API key is in '{where}'", place.below("in"), hint)
    scheme = str(value.get("scheme")).casefold()
    if kind == "http" and scheme not in _OF_HTTP and (near := closest(scheme, _OF_HTTP, _ALIKE)):
        message = f"no scheme of HTTP is called '{value['scheme']}'"
        report.add(OAS007, message, place.below("scheme"), f"did you mean '{near}'?")


def tell_security(document: Document, listed: Any, pointer: str, report: Report) -> None:
    """Report what `security` names and is no scheme, or no scope of one.

    OpenAPI 3.2 has references as well, of which those to other files are not followed.
    """
    known = document.components("securitySchemes")
    section = "securityDefinitions" if document.lifted else "securitySchemes"
    refers = version(document) == "3.2"
    for index, group in enumerate(listed if isinstance(listed, list) else ()):
        for name in group if isinstance(group, dict) else ():
            key, place = scheme_name(name), document.place(pointer)
            if key in known:
                where = place.below("security", index, name)
                _tell_scopes(key, known[key], group[name], where, report)
                if refers or key == name:
                    continue
            where = place.below("security", index, name, at="key")
            message = f"there is no security scheme '{name}': it is left out"
            hint = did_you_mean(key, known, f"the schemes stand in `{section}`")
            if key in known:
                message = (
                    f"'{name}' is a reference, which OpenAPI 3.2 has here: it is read as there"
                )
                hint = f"write '{key}'"
            elif key == name and refers and _REFERENCE.search(name):
                message = f"the security scheme '{name}' is in another file: it is left out"
                hint = "refer to it by a `$ref` in `securitySchemes`, and name it here"
            report.add(OAS010, message, where, hint, (OAS010, where.source.uri, name))


def _tell_scopes(name: str, scheme: Any, asked: Any, place: Place, report: Report) -> None:
    """Report the scopes that an OAuth scheme is asked for, and none of its flows has."""
    flows = scheme.get("flows") if isinstance(scheme, dict) else None
    if not isinstance(flows, dict) or not isinstance(asked, list):
        return
    listed = [flow.get("scopes") for flow in flows.values() if isinstance(flow, dict)]
    scopes = [scope for found in listed if isinstance(found, dict) for scope in found]
    for index, scope in enumerate(asked):
        if isinstance(scope, str) and scope not in scopes:
            where = place.below(index)
            message = f"the security scheme '{name}' has no scope '{scope}'"
            hint = did_you_mean(scope, scopes, "they stand in its `scopes`")
            report.add(OAS010, message, where, hint, (OAS010, place.source.uri, name, scope))
