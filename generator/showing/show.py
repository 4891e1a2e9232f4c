"""Report → text: for people, for machines, and for the annotations of GitHub."""

from __future__ import annotations

import json as json_library
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass
from generator.showing.checkout import in_checkout
from generator.showing.escaped import visible, workflow_command
from generator.showing.locate import FEW, line_at, located
from generator.showing.width import width
from generator.source import Location

if TYPE_CHECKING:
    from generator.report import Diagnostic, Report

Paint = Callable[[str, str], str]

_WIDTH = 100
"""How many characters of a line of the input are shown."""

_COLORS = {"error": "\x1b[1;31m", "warning": "\x1b[1;33m"}
_BOLD, _BLUE, _CYAN, _PLAIN = "\x1b[1m", "\x1b[1;34m", "\x1b[36m", "\x1b[0m"


def text(report: Report, *, color: bool = False) -> str:
    """Return the diagnostics as people read them, with the lines they are about, and a summary."""
    if not report.diagnostics:
        return ""
    paint = _paint if color else _keep
    shown = [_shown(diagnostic, paint) for diagnostic in report.diagnostics]
    return "\n".join([*shown, summary(report)]) + "\n"


def summary(report: Report) -> str:
    """Return how many errors and warnings there are, as in `2 errors, 1 warning`."""
    levels = [diagnostic.code.level for diagnostic in report.diagnostics]
    counts = {level: levels.count(level) for level in ("error", "warning")}
    return ", ".join(f"{n} {level}{'s' * (n != 1)}" for level, n in counts.items() if n)


def json(report: Report) -> str:
    """Return the diagnostics as a JSON list of objects; `file`, `line` … are null where unknown."""
    return json_library.dumps([_record(d) for d in report.diagnostics], indent=2) + "\n"


def github(report: Report) -> str:
    """Return the diagnostics as workflow commands, which GitHub shows next to the changed lines."""
    return "".join(_annotation(diagnostic) for diagnostic in report.diagnostics)


def location(diagnostic: Diagnostic) -> Location | None:
    """Return where in a text a diagnostic belongs, if it belongs to one."""
    return None if diagnostic.where is None else located(diagnostic.where)


@dataclass(frozen=True, slots=True)
class _Window:
    """The part of a line that is shown: its text, and the columns that are underlined in it."""

    text: str
    indent: int
    width: int


def _shown(diagnostic: Diagnostic, paint: Paint) -> str:
    color = _COLORS[diagnostic.code.level]
    head = paint(f"{diagnostic.code.level}[{diagnostic.code.name}]", color)
    message = paint(": " + visible(diagnostic.message), _BOLD)
    hint = paint(f"help: {visible(diagnostic.hint)}", _CYAN) if diagnostic.hint else ""
    where = location(diagnostic)
    window = _window(where) if where else None
    number = str(where.line) if where and window else ""
    gutter = " " * max(len(number), 2)
    lines = [head + message]
    if where:
        lines.append(f"{gutter}{paint('-->', _BLUE)} {visible(_address(where))}{_also(diagnostic)}")
    if window:
        carets = " " * window.indent + paint("^" * window.width, color)
        lines.append(f"{paint(f'{number:>2} |', _BLUE)} {window.text}")
        lines.append(f"{paint(f'{gutter} |', _BLUE)} {carets}  {hint}".rstrip())
    elif hint:
        lines.append(f"{gutter} {hint}")
    return "\n".join(lines) + "\n"


def _also(diagnostic: Diagnostic) -> str:
    """Say where else it is, in the order of the text; a few of many."""
    if not diagnostic.others:
        return ""
    first = location(diagnostic)
    file = first.source.name if first else ""
    found = sorted(map(located, diagnostic.others[:FEW]), key=_standing)
    named = ", ".join(visible(_address(one).removeprefix(f"{file}:")) for one in found)
    more = len(diagnostic.others) - FEW
    return f", also at {named}" + (f" and {more} more place{'s' * (more != 1)}" if more > 0 else "")


def _standing(where: Location) -> tuple[str, int, int]:
    return where.source.name, where.line, where.column


def _address(where: Location) -> str:
    if where.line:
        return f"{where.source.name}:{where.line}:{where.column}"
    return where.source.name + (f"#{where.pointer}" if where.pointer else "")


def _window(where: Location) -> _Window | None:
    """Return the line at `where`, cut to what is shown of it; None if the text has no such line."""
    line = line_at(where)
    if line is None:
        return None
    first = where.column - 1
    last = min(first + where.width, len(line))
    start = 0 if len(line) <= _WIDTH else max(0, min(first - _WIDTH // 4, len(line) - _WIDTH))
    end = min(len(line), start + _WIDTH)
    before = ("…" if start else "") + visible(line[start:first])
    marked, after = visible(line[first : min(last, end)]), visible(line[last:end])
    rest = "…" if end < len(line) else ""
    return _Window(before + marked + after + rest, width(before), max(width(marked), 1))


def _record(diagnostic: Diagnostic) -> dict[str, Any]:
    return {
        "code": diagnostic.code.name,
        "level": diagnostic.code.level,
        "message": diagnostic.message,
        **_spot(location(diagnostic)),
        "hint": diagnostic.hint or None,
        "others": [_spot(located(where)) for where in diagnostic.others],
    }


def _spot(where: Location | None) -> dict[str, str | int | None]:
    return {
        "file": where.source.name if where else None,
        "line": where.line or None if where else None,
        "column": where.column or None if where else None,
        "pointer": where.pointer if where else None,
    }


def _annotation(diagnostic: Diagnostic) -> str:
    where = location(diagnostic)
    properties = {"title": f"{diagnostic.code.name} {diagnostic.code.title}"}
    if where:
        span = {"line": where.line, "col": where.column, "endColumn": where.column + where.width}
        numbers = {name: str(number) for name, number in span.items() if where.line}
        properties = {"file": in_checkout(where.source), **numbers, **properties}
    hint = f"\nhelp: {diagnostic.hint}" if diagnostic.hint else ""
    message = f"{diagnostic.message}{_also(diagnostic)}{hint}"
    return workflow_command(diagnostic.code.level, properties, message)


def _paint(text: str, color: str) -> str:
    return f"{color}{text}{_PLAIN}"


def _keep(text: str, color: str) -> str:
    return text
