"""How OpenAPI's `discriminator` is read: as the keywords are, by a function of their shape."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.codes import OAS004
from generator.diagnosis.meant import meant_reference
from generator.ir import Discriminator, TypeId
from generator.keywords import Canonical, Site, is_reference
from generator.showing.suggest import closest

_BARE = re.compile("[^/#.]+")
"""A name that is no reference."""


def discriminator(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI: `mapping` names schemas by reference, or by the bare name of a component.

    So does `defaultMapping`, for all values that lead to no schema.
    """
    if not isinstance(value, dict) or not isinstance(value.get("propertyName"), str):
        hint = f"write `{{propertyName: {value}}}`" if isinstance(value, str) else ""
        if isinstance(value, dict) and (near := closest("propertyName", value)):
            hint = f"'{near}' is spelt 'propertyName'" if near != "propertyName" else ""
        return site.reject(keyword, "an object with a 'propertyName'", hint)
    _tell_unread(site, keyword, value)
    named, default = value.get("mapping") or {}, value.get("defaultMapping", "")
    if not isinstance(named, dict) or not all(map(is_reference, [*named.values(), default])):
        hint = meant_reference(None) if isinstance(named, dict) and None in named.values() else ""
        return site.reject(keyword, "an object whose 'mapping' holds references", hint)
    found: dict[str | None, TypeId | None] = {
        tag: _follow(site, tag, reference, keyword, "mapping") for tag, reference in named.items()
    }
    if default:
        found[None] = _follow(site, "defaultMapping", default, keyword)
    mapping = {tag: target for tag, target in found.items() if target is not None}
    return {keyword: Discriminator(value["propertyName"], mapping)}


def _follow(site: Site, name: str, reference: str, *inside: str) -> TypeId | None:
    """What may be a name or a file is a name, if there is such a component."""
    bare = _BARE.fullmatch(reference) is not None or site.has_component(reference)
    return site.follow(name, f"#/components/schemas/{reference}" if bare else reference, *inside)


def _tell_unread(site: Site, keyword: str, value: Mapping[str, Any]) -> None:
    for name in value:
        if name not in ("propertyName", "mapping", "defaultMapping") and name[:2] != "x-":
            message = f"nothing reads '{name}' of a discriminator: it changes nothing"
            hint = "did you mean 'mapping'?" if closest(name, ["mapping"], 0.75) else ""
            site.tell(OAS004, message, keyword, name, hint=hint, cause=message)


def discriminator_before_32(site: Site, keyword: str, value: Any) -> Canonical:
    """What it has since OpenAPI 3.2 is told, and read as there."""
    if isinstance(value, dict) and "defaultMapping" in value:
        message = "the Discriminator Object has 'defaultMapping' only since OpenAPI 3.2"
        site.tell(
            OAS004, message, keyword, "defaultMapping", hint="say `openapi: 3.2.0`", cause=message
        )
    return discriminator(site, keyword, value)
