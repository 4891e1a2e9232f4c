"""What stands twice in a description, where one of the two is lost: paths, parameters, tags."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from generator.codes import OAS009
from generator.operations import METHODS
from generator.report import Report
from generator.source import Place

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")


def tell_paths(paths: Mapping[str, Any], place: Place, report: Report) -> None:
    """Report operations whose paths differ in the names of their placeholders only."""
    known: dict[tuple[str, str], str] = {}
    for path, item in paths.items():
        if "{" not in path or not isinstance(item, dict):
            continue
        form = _PLACEHOLDER.sub("{}", path)
        for method in item:
            first = known.setdefault((form, method), path) if method in METHODS else path
            if first is not path:
                where = place.below(path, method, at="key")
                message = f"'{path}' has the same addresses as '{first}', which has '{method}', too"
                report.add(OAS009, message, where, "names of placeholders do not tell paths apart")


def tell_parameters(listed: Any, place: Place, report: Report) -> None:
    """Report a parameter of a list that has another one of its name and place."""
    if not isinstance(listed, list):
        return
    known: set[tuple[Any, Any]] = set()
    for index, parameter in enumerate(listed):
        key = _key(parameter)
        if key in known:
            where = place.below("parameters", index)
            message = f"another {key[1]} parameter of this list is called '{key[0]}', too"
            report.add(OAS009, message, where, "leave one of them out: the last one counts")
        elif key[0] is not None:
            known.add(key)
    if {"query", "querystring"} <= {where for _, where in known}:
        message = "`in: querystring` says all of the query: `in: query` beside it says it again"
        report.add(OAS009, message, place.below("parameters", at="key"), "leave one of them out")


def tell_tags(listed: Any, place: Place, report: Report) -> None:
    """Report a tag that has the name of another one."""
    known: set[str] = set()
    for index, tag in enumerate(listed if isinstance(listed, list) else ()):
        name = tag.get("name") if isinstance(tag, dict) else None
        if isinstance(name, str) and name in known:
            where = place.below("tags", index, "name")
            message = f"another tag is called '{name}', too"
            report.add(OAS009, message, where, "leave one of them out")
        elif isinstance(name, str):
            known.add(name)


def _key(parameter: Any) -> tuple[str, str] | tuple[None, None]:
    found = parameter if isinstance(parameter, dict) else {}
    name, where = found.get("name"), found.get("in")
    both = isinstance(name, str) and isinstance(where, str)
    return (name, where) if both else (None, None)
