"""Parameters: what one lacks, and where none can stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, get_args

from generator.codes import OAS002, OAS006, OAS007, OAS011
from generator.operations import UNSENT, ParameterPlace
from generator.report import Report
from generator.showing.suggest import closest, did_you_mean
from generator.source import Place

_PLACES = get_args(ParameterPlace)
"""Where parameters stand."""
_BODIES = ("body", "formData")
"""Where those stand as well that Swagger 2.0 has for bodies."""
_STYLES: Mapping[str, tuple[str, ...]] = {
    "path": ("simple", "label", "matrix"),
    "query": ("form", "spaceDelimited", "pipeDelimited", "deepObject"),
    "header": ("simple",),
    "cookie": ("form", "cookie"),
}
"""How a parameter may be written, by its place."""
_FORMATS = ("csv", "ssv", "tsv", "pipes", "multi")
"""What Swagger 2.0 has for that, the last one in queries and forms only."""
_ONLY = {"allowEmptyValue": ("query",), "allowReserved": ("query", "path", "cookie")}
"""Where a flag has a meaning; the second one has it in paths and cookies since OpenAPI 3.2."""
_OF_SCHEMAS = frozenset("type enum items format anyOf oneOf allOf".split())
"""What of a schema many write right into a parameter, which is told as no field of it."""
_OF_STYLES = frozenset({"style", "x-collectionFormat", *_ONLY})
_SAID_BY = {
    "authorization": "`security` says what it is",
    "content-type": "the media types of the body say what it is",
    "accept": "the media types of the responses say what it is",
}


def tell_parameter(value: Mapping[str, Any], place: Place, report: Report, *, lifted: bool) -> None:
    """Report what a parameter lacks, or that it stands in no part of a request."""
    missing = [name for name in ("name", "in") if name not in value]
    if missing:
        listed = " and no ".join(f"'{name}'" for name in missing)
        report.add(OAS002, f"this parameter has no {listed}", place)
    where, there = value.get("in"), place.below("in")
    if where == "path" and value.get("required", False) is False:
        message = "a path parameter is always required, and this one does not say so"
        cause = (OAS006, place.source.uri, message)
        report.add(OAS006, message, there, "add `required: true`", cause)
    if isinstance(where, str) and where not in _PLACES:
        hint = did_you_mean(where, (*_PLACES, *_BODIES) if lifted else _PLACES)
        if where in _BODIES:
            hint = "OpenAPI 3 has it in the `requestBody` of the operation"
        listed = ", ".join((*_PLACES[:3], *_BODIES) if lifted else _PLACES[:4])
        why = (OAS002, place.source.uri, where) if where in _BODIES else None
        report.add(OAS002, f"'in' has to be one of {listed}", there, hint, why)
    _tell_unread(value, place, report, lifted=lifted)
    if isinstance(where, str) and not _OF_STYLES.isdisjoint(value):
        _tell_style(value, where, place, report)


def _tell_style(value: Mapping[str, Any], where: str, place: Place, report: Report) -> None:
    """Report a style, or a format of Swagger, that nothing in a place of a request has."""
    for name, known in (("style", _STYLES.get(where, ())), ("x-collectionFormat", _FORMATS)):
        word = value.get(name)
        if known and isinstance(word, str) and (word not in known or word == "multi"):
            field = name.removeprefix("x-")
            message = f"there is no `{field}: {word}` in a {where}"
            hint = did_you_mean(word, known, f"it may be {', '.join(known)}")
            if word == "multi" and field != "style":
                hint = "only a query or a form can say a name several times"
            why = (OAS007, place.source.uri, message)
            report.add(OAS007, message, place.below(field), hint, why)
    for name in _ONLY:
        if value.get(name) and where in _STYLES and where not in _ONLY[name]:
            message = f"'{name}' in a {where} changes nothing"
            why = (OAS011, place.source.uri, message)
            report.add(OAS011, message, place.below(name, at="key"), "leave it out", why)


def _tell_unread(value: Mapping[str, Any], place: Place, report: Report, *, lifted: bool) -> None:
    """Report what of a parameter is passed over, or that there is nothing to go by."""
    name, missing = value.get("name"), not {"name", "in"} <= value.keys()
    why = (OAS011, place.source.uri)
    if value.get("in") == "header" and isinstance(name, str) and name.lower() in UNSENT:
        message = f"the header '{name}' is no parameter: this changes nothing"
        where = place.below("name")
        report.add(OAS011, message, where, _SAID_BY[name.lower()], (*why, message))
    elif value.get("in") == "querystring" and "content" not in value:
        message = "a querystring as a whole is described by its 'content'"
        hint = "write `content: {application/x-www-form-urlencoded: {schema: …}}`"
        report.add(OAS011, message, place, hint, (*why, message))
    elif "schema" in value and "content" in value:
        where = place.below("content", at="key")
        message = "'content' beside the 'schema' of a parameter changes nothing"
        report.add(OAS011, message, where, "leave one of them out", (*why, message))
    elif not lifted and not missing and {"schema", "content", *_OF_SCHEMAS}.isdisjoint(value):
        if any(closest(name, value, 0.75) for name in ("schema", "content")):
            return  # which is told as no field of it
        message = "this parameter has neither 'schema' nor 'content': it may be anything"
        report.add(OAS011, message, place, "write `schema: {type: string}`", (*why, message))
