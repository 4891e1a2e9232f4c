"""How an operation is reached: its servers, and the credentials that it asks for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from generator.diff.described.contract import Element
from generator.frozen import dataclass
from generator.operations import scheme_name
from generator.parts import Part

TEMPLATE = re.compile(r"\{([^{}$][^{}]*)\}")
"""A name in a path; `{$request.body#/url}` in that of a callback is more than a name."""


def scheme(name: str, raw: Part) -> Element:
    """Return a security scheme."""
    flows = {
        flow: {
            "authorizationUrl": found.text("authorizationUrl"),
            "tokenUrl": found.text("tokenUrl"),
            "refreshUrl": found.text("refreshUrl"),
            "scopes": _names(found.contents.get("scopes")),
        }
        for flow, found in raw.members("flows")
    }
    kind = raw.text("type")
    key, location = (raw.text("name"), raw.text("in")) if kind == "apiKey" else ("", "")
    facts = {
        "type": kind,
        "name": key.lower() if location == "header" else key,
        "in": location,
        "scheme": raw.text("scheme").lower(),
        "openIdConnectUrl": raw.text("openIdConnectUrl"),
        "flows": flows,
        "sent": " ".join(filter(None, (location, key))) or raw.text("scheme") or kind,
    }
    return Element("scheme", name, raw.place, facts)


def _names(value: Any) -> tuple[str, ...]:
    return tuple(sorted(map(str, value))) if isinstance(value, dict | list) else ()


@dataclass(frozen=True, slots=True)
class Variable:
    """A variable in the address of a server, and the values that are listed for it."""

    default: str = ""
    listed: tuple[str, ...] = ()


def servers(raw: Part, item: Part, root: Part) -> dict[str, Element]:
    """Return the servers of the nearest level that names any; `/` where none does."""
    for level in (raw, item, root):
        found = [_server(server) for server in level.entries("servers")]
        if found:
            return {TEMPLATE.sub("{}", server.key): server for server in found}
    return {"/": Element("server", "/", root.place, {"variables": {}})}


def _server(raw: Part) -> Element:
    variables = {
        name: Variable(found.text("default"), tuple(sorted(map(str, found.list("enum")))))
        for name, found in raw.members("variables")
    }
    url = raw.text("url").rstrip("/") or "/"
    return Element("server", url, raw.place, {"variables": variables})


def alternatives(requirements: Iterable[Any]) -> tuple[Mapping[str, frozenset[str]], ...]:
    """Return security as alternatives: the scopes of each scheme; nothing asked is one, too."""
    found = [
        {
            scheme_name(name): frozenset(scope for scope in scopes if isinstance(scope, str))
            for name, scopes in requirement.items()
            if isinstance(scopes, list)
        }
        for requirement in requirements
        if isinstance(requirement, dict)
    ]
    return tuple(found) or ({},)
