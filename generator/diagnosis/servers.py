"""Where a description says that it is served: urls, and the variables that fill them."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from generator.codes import OAS006, OAS007, SCH007
from generator.diagnosis.placeholders import PLACEHOLDER
from generator.report import Report
from generator.showing.suggest import closest, did_you_mean
from generator.source import Place

_SCHEMES = ("http", "https", "ws", "wss")


def tell_server(value: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report a variable that a server's url has or that is described, and not both."""
    url, variables = value.get("url"), value.get("variables")
    if not isinstance(url, str) or not ("{" in url or variables):
        return
    described = _table(variables)
    named = dict.fromkeys(PLACEHOLDER.findall(url))
    empty = [name for name in named if name not in described]
    for name, variable in described.items():
        where = place.below("variables", name)
        if name not in named and name[:2] != "x-":
            near = closest(name, empty)
            hint = f"did you mean '{near}'?" if near else f"put '{{{name}}}' into the url"
            empty = [other for other in empty if other != near]
            message = f"the url has no '{{{name}}}' for the variable '{name}' to fill"
            report.add(OAS006, message, where, hint)
        default, listed = map(_table(variable).get, ("default", "enum"))
        if isinstance(default, str) and isinstance(listed, list) and default not in listed:
            message = f"'{default}' is not in 'enum': this is no default"
            hint = "let it be one of the values, or add it to them"
            report.add(SCH007, message, where.below("default"), hint)
    for name in empty:
        message = f"no variable fills '{{{name}}}' of the url"
        report.add(OAS006, message, place.below("url"), f"add '{name}' to 'variables'")


def _table(value: Any) -> Mapping[str, Any]:
    return value if isinstance(value, dict) else {}


def tell_address(swagger: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report what Swagger says of its address, and programs cannot put together."""
    for name, message, hint in _said(swagger):
        report.add(OAS007, message, place.below(name), hint)


def _said(swagger: Mapping[str, Any]) -> Iterator[tuple[str, str, str]]:
    """Yield each field that is wrong, what to say of it, and a hint."""
    host, base, schemes = map(swagger.get, ("host", "basePath", "schemes"))
    if isinstance(host, str) and "/" in host:
        scheme, _, rest = host.rpartition("://")
        name, _, path = rest.partition("/")
        listed = {
            "host": name,
            "basePath": path and f"/{path}",
            "schemes": scheme and f"[{scheme}]",
        }
        hint = ", ".join(f"`{field}: {word}`" for field, word in listed.items() if word)
        yield "host", "'host' is a name, with a port at most", f"write {hint}"
    if isinstance(base, str) and base and base[0] != "/":
        yield "basePath", "'basePath' has to start with '/'", f"write `/{base}`"
    for scheme in schemes if isinstance(schemes, list) else ():
        if isinstance(scheme, str) and scheme not in _SCHEMES:
            hint = did_you_mean(scheme, _SCHEMES)
            yield "schemes", f"'{scheme}' is no scheme of an address", hint
