"""Swagger 2.0 → OpenAPI 3.0, as a transformation of plain data.

What is not of the shape that Swagger 2.0 asks for is left as it stands, for later stages to
report. References to other files are left as they are, because only the other file tells what it
is: `swagger_pointers.followed` says what they mean when it turns out to be Swagger as well.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from typing import Any

from generator.reading.swagger_pointers import SECTIONS, dereferenced, is_body, lifted, stands_in

Data = dict[str, Any]

METHODS = ("get", "put", "post", "delete", "options", "head", "patch")
_OF_SCHEMA = frozenset(
    "type format items default maximum exclusiveMaximum minimum exclusiveMinimum maxLength "
    "minLength pattern maxItems minItems uniqueItems enum multipleOf x-nullable".split()
)
_STYLES: Mapping[tuple[str, str], Data] = {
    ("query", "csv"): {"style": "form", "explode": False},
    ("query", "multi"): {"style": "form", "explode": True},
    ("query", "ssv"): {"style": "spaceDelimited", "explode": False},
    ("query", "pipes"): {"style": "pipeDelimited", "explode": False},
    ("path", "csv"): {"style": "simple"},
    ("header", "csv"): {"style": "simple"},
}
_FLOWS = {
    "implicit": "implicit",
    "password": "password",
    "application": "clientCredentials",
    "accessCode": "authorizationCode",
}
_JSON = "application/json"
_BYTES = "application/octet-stream"
_FORM = "application/x-www-form-urlencoded"
_MULTIPART = "multipart/form-data"


def lift(contents: Data) -> Data:
    """Return the OpenAPI 3.0 description that says what a Swagger 2.0 one says."""
    taken = {"swagger", "host", "basePath", "schemes", "consumes", "produces", "paths", *SECTIONS}
    description: Data = {
        "openapi": "3.0.3",
        **_without(contents, taken),
        **_servers(contents, contents.get("schemes")),
    }
    if "paths" in contents:
        description["paths"] = _each(contents["paths"], lambda path: _path(contents, path))
    if components := _components(contents):
        # Some have a few of OpenAPI 3 as well.
        own = contents.get("components")
        description["components"] = _together(own if isinstance(own, dict) else {}, components)
    return description


def reference(uri: str) -> str:
    """Return what a reference within a Swagger description is in the lifted one."""
    return "#" + lifted(uri[1:]) if uri.startswith("#/") else uri


def schema(value: Any) -> Any:
    """Return a schema of OpenAPI 3.0 for one of Swagger 2.0."""
    if not isinstance(value, dict):
        return value
    lifted_keywords: Data = {}
    for keyword, argument in value.items():
        lifted_keywords.update(_keyword(keyword, argument))
    return lifted_keywords


def _keyword(keyword: str, argument: Any) -> Data:
    """A keyword of a schema in OpenAPI 3.0."""
    match keyword, argument:
        case "$ref", str():
            return {keyword: reference(argument)}
        case "properties", dict():
            return {keyword: _each(argument, schema)}
        case (("allOf" | "anyOf" | "oneOf" | "items"), list()):
            return {keyword: [schema(item) for item in argument]}
        case (("items" | "additionalProperties" | "not"), dict()):
            return {keyword: schema(argument)}
        case "discriminator", str():
            return {keyword: {"propertyName": argument}}
        case "x-nullable", bool():
            return {"nullable": argument}
        case "type", "file":
            return {"type": "string", "format": "binary"}
    return {keyword: argument}


def _components(contents: Data) -> Data:
    parameters = contents.get("parameters")
    bodies, others = parameters, parameters
    if isinstance(parameters, dict):
        bodies = {name: value for name, value in parameters.items() if stands_in(value) == "body"}
        others = {name: value for name, value in parameters.items() if not is_body(value)}
    consumes, produces = contents.get("consumes"), contents.get("produces")
    found = {
        "schemas": _each(contents.get("definitions"), schema),
        "responses": _each(contents.get("responses"), lambda value: _response(value, produces)),
        "parameters": _each(others, _parameter),
        "requestBodies": _each(bodies, lambda value: _body(value, consumes)),
        "securitySchemes": _each(contents.get("securityDefinitions"), _security_scheme),
    }
    return {section: value for section, value in found.items() if value}


def _together(own: Data, lifted: Data) -> Data:
    """Return components of both, those that were lifted last."""
    sections = {
        section: {**own[section], **value}
        for section, value in lifted.items()
        if isinstance(own.get(section), dict) and isinstance(value, dict)
    }
    return own | lifted | sections


def _servers(contents: Data, schemes: Any) -> Data:
    host, base = contents.get("host", ""), contents.get("basePath", "")
    base = "" if base == "/" else base
    if not isinstance(host, str) or not isinstance(base, str) or not host + base:
        return {}
    if not host:
        return {"servers": [{"url": base}]}
    if not isinstance(schemes, list) or not schemes:
        return {"servers": [{"url": f"//{host}{base}"}]}
    return {"servers": [{"url": f"{scheme}://{host}{base}"} for scheme in schemes]}


def _path(contents: Data, value: Any) -> Any:
    """A path item in OpenAPI 3: bodies among its parameters go to its operations."""
    if not isinstance(value, dict):
        return value
    shared = value.get("parameters")
    parameters = _list(shared)
    item: Data = {}
    for key, member in value.items():
        if key == "$ref" and isinstance(member, str):
            item[key] = reference(member)
        elif key in METHODS and isinstance(member, dict):
            item[key] = _operation(contents, member, parameters)
        elif key != "parameters":
            item[key] = member
        elif not isinstance(shared, list):
            item[key] = shared
        elif kept := _parameters(contents, parameters):
            item[key] = kept
    return item


def _operation(contents: Data, value: Data, shared: list[Any]) -> Data:
    """An operation in OpenAPI 3: parameters of the body are its `requestBody`."""
    operation: Data = {}
    own = _list(value.get("parameters"))
    consumes = value.get("consumes", contents.get("consumes"))
    produces = value.get("produces", contents.get("produces"))
    for key, member in value.items():
        if key == "parameters" and isinstance(member, list):
            operation |= {key: kept} if (kept := _parameters(contents, own)) else {}
        elif key == "responses":
            operation[key] = _each(member, lambda response: _response(response, produces))
        elif key == "schemes":
            operation |= _servers(contents, member) if contents.get("host") else {}
        elif key not in ("consumes", "produces"):
            operation[key] = member
    bodies = [*_bodies(contents, shared), *_bodies(contents, own)]
    if body := _request_body(contents, bodies, consumes):
        operation["requestBody"] = body
    return operation


def _parameters(contents: Data, values: list[Any]) -> list[Any]:
    return [_parameter(value) for value in values if not is_body(dereferenced(contents, value))]


def _bodies(contents: Data, values: list[Any]) -> list[Any]:
    return [value for value in values if is_body(dereferenced(contents, value))]


def _parameter(value: Any) -> Any:
    if not isinstance(value, dict) or "in" not in value or "$ref" in value:
        return schema(value)
    parameter = _with_schema(value)
    if value.get("type") == "array":
        style = str(value.get("collectionFormat", "csv"))
        parameter |= _STYLES.get((str(value["in"]), style), {"x-collectionFormat": style})
    return parameter


def _with_schema(value: Any) -> Any:
    """Return a parameter or a header whose keywords of schemas stand in a `schema`."""
    if not isinstance(value, dict):
        return value
    keywords = {key: member for key, member in value.items() if key in _OF_SCHEMA}
    items = keywords.get("items")
    if isinstance(items, dict):
        keywords["items"] = _without(items, ("collectionFormat",))
    rest = _without(value, {*_OF_SCHEMA, "collectionFormat"})
    return {**rest, "schema": schema(keywords)} if keywords else rest


def _request_body(contents: Data, bodies: list[Any], consumes: Any) -> Data | None:
    """Return the request body that the `body` or `formData` parameters of an operation describe."""
    whole = [value for value in bodies if stands_in(dereferenced(contents, value)) == "body"]
    if not whole:
        fields = [dereferenced(contents, value) for value in bodies]
        return _form(fields, consumes) if fields else None
    value = whole[-1]
    uri = str(value.get("$ref"))
    if uri.startswith("#/parameters/") and consumes == contents.get("consumes"):
        return {"$ref": "#/components/requestBodies/" + uri.removeprefix("#/parameters/")}
    return _body(dereferenced(contents, value), consumes)


def _body(value: Data, consumes: Any) -> Data:
    media = {"schema": schema(value["schema"])} if "schema" in value else {}
    types = _strings(consumes) or [_JSON]
    return {
        **_without(value, ("name", "in", "schema")),
        "content": dict.fromkeys(types, media),
    }


def _form(fields: list[Data], consumes: Any) -> Data:
    """The `requestBody` of parameters `in: formData`."""
    properties: Data = {}
    for field in fields:
        described = _with_schema(_without(field, ("name", "in", "required", "allowEmptyValue")))
        argument = described.pop("schema", {})
        properties[str(field.get("name"))] = {**described, **argument}
    required = [str(field.get("name")) for field in fields if field.get("required") is True]
    form: Data = {"type": "object", "properties": properties}
    if required:
        form["required"] = list(dict.fromkeys(required))
    has_file = any(field.get("type") == "file" for field in fields)
    types = [name for name in _strings(consumes) if name in (_FORM, _MULTIPART)]
    types = [_MULTIPART] if has_file else types or [_FORM]
    media = {_FORM: {"schema": form, **_encoding(fields)}, _MULTIPART: {"schema": form}}
    content = {media_type: media[media_type] for media_type in types}
    return {"required": True, "content": content} if required else {"content": content}


def _encoding(fields: list[Data]) -> Data:
    """Return how the lists of a form are written, where that is not as in OpenAPI."""
    lists = [field for field in fields if field.get("type") == "array"]
    styles = {
        str(field.get("name")): _STYLES.get(("query", str(field.get("collectionFormat", "csv"))))
        for field in lists
        if field.get("collectionFormat") != "multi"
    }
    return {"encoding": known} if (known := {n: s for n, s in styles.items() if s}) else {}


def _response(value: Any, produces: Any) -> Any:
    """A response in OpenAPI 3: its schema stands under each media type."""
    if not isinstance(value, dict) or "$ref" in value:
        return schema(value)
    response = _without(value, ("schema", "headers", "examples"))
    if "headers" in value:
        response["headers"] = _each(value["headers"], _with_schema)
    argument, examples = value.get("schema"), value.get("examples")
    examples = examples if isinstance(examples, dict) else {}
    if argument is None and not examples:
        return response
    is_file = isinstance(argument, dict) and argument.get("type") == "file"
    types = _strings(produces) or list(examples) or [_BYTES if is_file else _JSON]
    media = {} if argument is None else {"schema": schema(argument)}
    response["content"] = {
        media_type: {**media, "example": examples[media_type]} if media_type in examples else media
        for media_type in dict.fromkeys([*types, *examples])
    }
    return response


def _security_scheme(value: Any) -> Any:
    if not isinstance(value, dict):
        return value
    if value.get("type") == "basic":
        return {**value, "type": "http", "scheme": "basic"}
    flow = str(value.get("flow"))
    if value.get("type") != "oauth2" or flow not in _FLOWS:
        return value
    moved = ("authorizationUrl", "tokenUrl", "scopes")
    described = {key: value[key] for key in moved if key in value}
    return {**_without(value, (*moved, "flow")), "flows": {_FLOWS[flow]: described}}


def _each(value: Any, function: Callable[[Any], Any]) -> Any:
    """Apply a function to each member of an object that is no extension (`x-…`)."""
    if not isinstance(value, dict):
        return value
    return {
        name: member if name.startswith("x-") and not isinstance(member, dict) else function(member)
        for name, member in value.items()
    }


def _list(value: Any) -> list[Any]:
    return value if isinstance(value, list) else []


def _strings(value: Any) -> list[str]:
    return [item for item in _list(value) if isinstance(item, str)]


def _without(value: Data, names: Iterable[str]) -> Data:
    excluded = frozenset(names)
    return {key: member for key, member in value.items() if key not in excluded}
