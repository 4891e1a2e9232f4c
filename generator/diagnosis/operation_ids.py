"""The ids of operations: one that two of them have, and a link to one that none has."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from typing import Any

from generator.codes import OAS003, OAS007
from generator.frozen import dataclass
from generator.report import Report
from generator.showing.suggest import did_you_mean
from generator.source import Place


@dataclass(slots=True)
class OperationIds:
    """Those met so far in a description, and those that its links lead to."""

    _there: set[str] = field(default_factory=set)
    _linked: list[tuple[str, Place]] = field(default_factory=list)

    def add(self, operation: Mapping[str, Any], place: Place, report: Report) -> None:
        """Report the id of an operation if another one has it."""
        name = operation.get("operationId")
        if not isinstance(name, str):
            return
        if name in self._there:
            where = place.below("operationId")
            message = f"another operation has the id '{name}', too"
            report.add(OAS003, message, where, "", (OAS003, place.source.uri, name))
        self._there.add(name)

    def link(self, link: Mapping[str, Any], place: Place) -> None:
        """Remember where a link leads: what it leads to may come later."""
        name = link.get("operationId")
        if isinstance(name, str):
            self._linked.append((name, place.below("operationId")))

    def tell_links(self, report: Report) -> None:
        """Report the links to what no operation is called, once all of them are known."""
        for name, where in self._linked:
            if name not in self._there:
                hint = did_you_mean(name, self._there)
                message = f"no operation has the id '{name}': this link leads nowhere"
                report.add(OAS007, message, where, hint, (OAS007, where.source.uri, message))
