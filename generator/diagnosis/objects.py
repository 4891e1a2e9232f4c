"""The objects of OpenAPI (3.0, 3.1 and 3.2), and which fields each of them has."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.document import Document
from generator.operations import METHODS

_DESCRIBED = {"externalDocs": "?docs"}
_EXAMPLES = {"examples": "?map ?example"}
_VALUE = {"schema": "schema", "content": "content", **_EXAMPLES}
_SERVERS = {"servers": "?list ?server"}

INSIDE: Mapping[str, Mapping[str, str]] = {
    "description": {
        "info": "info",
        "servers": "list server",
        "paths": "paths",
        "webhooks": "map path",
        "components": "components",
        "security": "list map",
        "tags": "list tag",
        **_DESCRIBED,
    },
    "info": {"contact": "?contact", "license": "?license"},
    "server": {"variables": "?map ?variable"},
    "tag": _DESCRIBED,
    "components": {
        "schemas": "map",
        "responses": "map response",
        "parameters": "map parameter",
        "requestBodies": "map body",
        "headers": "map header",
        "securitySchemes": "map scheme",
        "pathItems": "map path",
        "callbacks": "map callback",
        "mediaTypes": "map media",
        "links": "?map ?link",
        **_EXAMPLES,
    },
    "path": {
        **dict.fromkeys(METHODS, "operation"),
        "parameters": "list parameter",
        "additionalOperations": "methods",
        **_SERVERS,
    },
    "operation": {
        "deprecated": "flag",
        "operationId": "text",
        "tags": "list text",
        "parameters": "list parameter",
        "requestBody": "body",
        "responses": "responses",
        "security": "list map",
        "callbacks": "map callback",
        **_DESCRIBED,
        **_SERVERS,
    },
    "parameter": {
        "name": "text",
        "in": "text",
        **dict.fromkeys(("required", "deprecated", "explode", "allowReserved"), "flag"),
        **_VALUE,
    },
    "header": {"schema": "?schema", "content": "?map ?media", **_EXAMPLES},
    "body": {"required": "flag", "content": "content"},
    "response": {"headers": "map header", "content": "content", "links": "?map ?link"},
    "media": {
        "schema": "schema",
        "encoding": "?map ?encoding",
        "prefixEncoding": "?list ?encoding",
        "itemEncoding": "?encoding",
        **_EXAMPLES,
    },
    "encoding": {
        "headers": "?map ?header",
        "encoding": "?map ?encoding",
        "prefixEncoding": "?list ?encoding",
        "itemEncoding": "?encoding",
    },
    "link": {"server": "?server"},
    "scheme": {"flows": "?flows"},
    "flows": dict.fromkeys(
        ("implicit", "password", "clientCredentials", "authorizationCode", "deviceAuthorization"),
        "?flow",
    ),
}
"""The fields that are looked into, by the kind of object, and what each has to be.

`list tag` is a list of tags, `map path` an object whose members are paths. What follows a `?` is
looked into where it is so, and nobody minds where it is not: nothing here reads it.
"""
_PLAIN: Mapping[str, str] = {
    "description": "openapi",
    "info": "title version description termsOfService",
    "contact": "name url email",
    "license": "name url",
    "server": "url description",
    "variable": "enum default description",
    "tag": "name description",
    "docs": "url description",
    "components": "",
    "path": "summary description",
    "operation": "summary description",
    "parameter": "description allowEmptyValue style example",
    "header": "description required deprecated allowEmptyValue style explode allowReserved example",
    "body": "description",
    "response": "description",
    "media": "example",
    "example": "summary description value externalValue",
    "encoding": "contentType style explode allowReserved",
    "link": "operationRef operationId parameters requestBody description",
    "scheme": "type description name in scheme bearerFormat openIdConnectUrl",
    "flows": "",
    "flow": "authorizationUrl tokenUrl refreshUrl scopes",
    "reference": "$ref summary description",
}
"""The other fields of each kind."""
_NEWER: Mapping[str, Mapping[str, str]] = {
    "3.1": {
        "description": "webhooks jsonSchemaDialect",
        "info": "summary",
        "license": "identifier",
        "components": "pathItems",
    },
    "3.2": {
        "description": "$self",
        "server": "name",
        "tag": "summary parent kind",
        "components": "mediaTypes",
        "path": "query additionalOperations",
        "response": "summary",
        "media": "itemSchema prefixEncoding itemEncoding",
        "example": "dataValue serializedValue",
        "encoding": "encoding prefixEncoding itemEncoding",
        "scheme": "oauth2MetadataUrl deprecated",
        "flows": "deviceAuthorization",
        "flow": "deviceAuthorizationUrl",
    },
}
"""The fields that a version was the first to have."""
_REQUIRED: Mapping[str, Mapping[str, str]] = {
    "3.2": {
        "info": "title version",
        "server": "url",
        "variable": "default",
        "tag": "name",
        "license": "name",
        "docs": "url",
        "scheme": "type",
    },
    "3.1": {"response": "description"},
    "3.0": {"operation": "responses"},
}
"""The fields that an object of each kind has to have, but for parameters, up to a version."""
_OF_SWAGGER: Mapping[str, str] = {
    "description": "swagger host basePath schemes consumes produces definitions parameters "
    "responses securityDefinitions",
    "operation": "consumes produces schemes",
    "parameter": "collectionFormat",
    "header": "collectionFormat",
    "body": "name in schema",
    "response": "schema examples",
    "scheme": "flow authorizationUrl tokenUrl scopes",
}
"""The other fields of Swagger 2.0, whose body parameters are bodies here."""
TITLES: Mapping[str, str] = {
    "description": "OpenAPI",
    "variable": "Server Variable",
    "docs": "External Documentation",
    "path": "Path Item",
    "body": "Request Body",
    "media": "Media Type",
    "scheme": "Security Scheme",
    "flows": "OAuth Flows",
    "flow": "OAuth Flow",
}
"""What the specification calls an object, where that is not the kind with a capital."""


def version(document: Document) -> str:
    """Return the version of a description, as in `3.1`."""
    return "2.0" if document.lifted else str(document.contents["openapi"])[:3]


@cache
def fields(version: str) -> Mapping[str, frozenset[str]]:
    """Return the fields of each kind of object in a version, as in `3.1`; Swagger is `2.0`."""
    later = [table for since, table in _NEWER.items() if since > version]
    known = {}
    for kind, plain in _PLAIN.items():
        words = {*plain.split(), *INSIDE.get(kind, ())}
        words |= {word for table in _NEWER.values() for word in table.get(kind, "").split()}
        words = words.difference(*(table.get(kind, "").split() for table in later))
        own = _OF_SWAGGER.get(kind, "") if version == "2.0" else ""
        known[kind] = frozenset(words.union(own.split()))
    return known


@cache
def required(version: str) -> Mapping[str, frozenset[str]]:
    """Return the fields that each kind of object has to have in a version; Swagger is `2.0`."""
    tables = [table for last, table in _REQUIRED.items() if version <= last]
    return {
        kind: frozenset(word for table in tables for word in table.get(kind, "").split())
        for kind in _PLAIN
    }


def since(kind: str, name: str) -> str:
    """Return the version that was the first to have a field; nothing if none has it."""
    return next((v for v, table in _NEWER.items() if name in table.get(kind, "").split()), "")
