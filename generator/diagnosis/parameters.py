"""Parameters: what one lacks, and where none can stand."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any, get_args

from generator.codes import OAS002, OAS006
from generator.operations import ParameterPlace
from generator.showing.suggest import did_you_mean
from generator.source import Place, join

if TYPE_CHECKING:
    from generator.report import Report

_PLACES = get_args(ParameterPlace)
"""Where parameters stand."""
_BODIES = ("body", "formData")
"""Where those stand as well that Swagger 2.0 has for bodies."""


def tell_parameter(value: Mapping[str, Any], place: Place, report: Report, *, lifted: bool) -> None:
    """Report what a parameter lacks, or that it stands in no part of a request."""
    missing = [name for name in ("name", "in") if name not in value]
    if missing:
        listed = " and no ".join(f"'{name}'" for name in missing)
        report.add(OAS002, f"this parameter has no {listed}", place)
    where, there = value.get("in"), Place(place.source, join(place.pointer, "in"))
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
