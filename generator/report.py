"""What a run has to tell its user: diagnostics are data, collected and shown at the end."""

from __future__ import annotations

from dataclasses import field
from typing import TYPE_CHECKING

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from generator.codes import Code
    from generator.source import Location, Place


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One thing that a person should know, where it stands, and what may help."""

    code: Code
    message: str
    where: Place | Location | None = None
    hint: str = ""
    others: Sequence[Place | Location] = ()
    """Further places that have it for the same reason."""


@dataclass(slots=True)
class Report:
    """The diagnostics of one run, in the order in which the stages found them."""

    diagnostics: list[Diagnostic] = field(default_factory=list)
    _seen: set[tuple[str, str, object]] = field(default_factory=set)
    _causes: dict[object, list[Place | Location]] = field(default_factory=dict)

    def add(
        self,
        code: Code,
        message: str,
        where: Place | Location | None = None,
        hint: str = "",
        cause: object = None,
    ) -> None:
        """Record a diagnostic; the same one at the same place is recorded once.

        Those that have one `cause` are told as one, with all their places.
        """
        if not self._is_new(code, message, where):
            return
        if cause in self._causes:
            # There may be thousands of them: a tuple would be made anew for each.
            self._causes[cause] += [where] if where else []
            return
        others: list[Place | Location] = []
        if cause is not None:
            self._causes[cause] = others
        self.diagnostics.append(Diagnostic(code, message, where, hint, others))

    def take(self, found: Iterable[Diagnostic]) -> None:
        """Record what another report has, but for what this one has already."""
        self.diagnostics += (one for one in found if self._is_new(one.code, one.message, one.where))

    def _is_new(self, code: Code, message: str, where: Place | Location | None) -> bool:
        """Whether this is told for the first time, which it is only once."""
        often = len(self._seen)
        self._seen.add((code.name, message, where and _spot(where)))
        return len(self._seen) > often

    @property
    def failed(self) -> bool:
        """Whether any diagnostic is an error."""
        return any(diagnostic.code.level == "error" for diagnostic in self.diagnostics)

    def check(self) -> None:
        """Raise `TypewrightError` if any diagnostic is an error."""
        if self.failed:
            raise TypewrightError(self)


def _spot(where: Place | Location) -> tuple[object, ...]:
    """Return what tells two places apart, without the text that they are in."""
    line, column = getattr(where, "line", 0), getattr(where, "column", 0)
    return where.source.uri, where.pointer, getattr(where, "at", ""), line, column


class TypewrightError(Exception):
    """The one exception that leaves the package: the input has mistakes, listed in `report`."""

    def __init__(self, report: Report) -> None:
        self.report = report
        super().__init__(
            "\n".join(f"{d.code.level}[{d.code.name}]: {d.message}" for d in report.diagnostics)
        )
