"""The placeholders of a path, and the parameters that fill them, of one name each."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from generator.codes import OAS006
from generator.report import Report
from generator.showing.suggest import closest
from generator.source import Place

_COLON = re.compile(r"(?<=/):(\w+)")
"""A placeholder as routers have them."""
PLACEHOLDER = re.compile(r"\{([^{}]+)\}")


def tell_braces(paths: Iterable[str], place: Place, report: Report) -> None:
    """Report what looks like a placeholder in a path and is none."""
    for path in paths:
        where = place.below(path, at="key")
        for name in _COLON.findall(path) if "/:" in path else ():
            message = f"':{name}' is no placeholder: it is sent as it stands"
            report.add(OAS006, message, where, f"write '{{{name}}}'")
        if path.count("{") != path.count("}"):
            report.add(OAS006, f"a brace is missing in '{path}'", where)


def tell_placeholders(
    path: str, operation: Place, parameters: Mapping[str, Place], report: Report
) -> None:
    """Report what of a path no path parameter fills, and each of those that fills nothing.

    `parameters` are the path parameters of the operation at that place, by name: where each stands.
    """
    named = PLACEHOLDER.findall(path)
    if parameters.keys() == set(named):
        return
    empty = [name for name in named if name not in parameters]
    for name in [name for name in parameters if name not in named]:
        near = closest(name, empty)
        hint = f"did you mean '{near}'?" if near else f"put '{{{name}}}' into the path"
        empty = [other for other in empty if other != near]
        message = f"the path has no '{{{name}}}' for the parameter '{name}' to fill"
        report.add(OAS006, message, parameters[name], hint, (OAS006, operation.source.uri, name))
    for name in empty:
        message = f"no parameter fills '{{{name}}}' of the path"
        hint = f"add a parameter: `{{name: {name}, in: path, required: true, schema: …}}`"
        report.add(OAS006, message, operation, hint, (OAS006, operation.source.uri, message))
