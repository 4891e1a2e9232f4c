"""Lines as black would leave them, so that most modules need no formatter after us.

A call that may not fit its line is written with marks around its arguments; `finish` breaks it
there if it has to, once it is known how deep the line stands. Most long lines are such calls, and
marks are quicker than to look for brackets; the other ones are broken by `breaking`.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

WIDTH = 88
LONG = 60
"""Names from here on may be too long for any line, however it is broken."""
_SHORT = 60
"""Calls up to here need no mark: they fit their line, if it is not indented six times."""
_MARK = "\0"


def call(head: str, arguments: str) -> str:
    """A call that may be broken around its arguments."""
    if len(head) + len(arguments) < _SHORT:
        return f"{head}({arguments})"
    return f"{head}({_MARK}{arguments}{_MARK})"


def unmarked(source: str) -> str:
    """Return source on one line, however long."""
    return source.replace(_MARK, "")


def comment(name: str, annotation: str, value: str, depth: int) -> str:
    """Return what keeps formatters from an annotated name: they disagree on what fits no line."""
    head = 4 * depth + len(f"{name}: {annotation} = ")
    if head + len(value) <= WIDTH:
        return ""
    crowded = head >= WIDTH and (annotation.isidentifier() or len(name) >= LONG)
    text = value.startswith(('"', "'")) and 4 * (depth + 1) + len(value) > WIDTH
    return "  # fmt: skip" if crowded or text or value[:1] == "-" else ""


def member_comment(name: str, value: str) -> str:
    """Return what keeps formatters from a member of an enum, as `comment` from a field."""
    if len(f"    {name} = (") <= WIDTH or len(f"        {value}") > WIDTH:
        return ""
    return "  # fmt: skip"


def exploded(head: str, items: Iterable[str], brackets: str = "()") -> list[str]:
    """A collection with a line for each item; the comma behind the last one keeps it so."""
    lines = [f"    {item}," for item in items]
    if not lines:
        return [f"{head}{brackets}"]
    return [head + brackets[0], *lines, brackets[1]]


def listed(items: Iterable[str]) -> str:
    """A tuple with a line for each item; one of a single item on one line."""
    several = list(items)
    return f"({several[0]},)" if len(several) == 1 else "\n".join(exploded("", several))


def unpacked(names: list[str], source: str, depth: int) -> list[str]:
    """An assignment to several names, a line for each if they are too many for one."""
    line = f"({names[0]},) = {source}" if len(names) == 1 else f"{', '.join(names)} = {source}"
    if 4 * depth + len(line) <= WIDTH:
        return [line]
    return [*exploded("", names)[:-1], f") = {source}"]


def imported(source: str, names: list[str], depth: int = 0) -> list[str]:
    """An import, in parentheses if it is too long."""
    line = f"from {source} import {', '.join(names)}"
    fits_line = 4 * depth + len(line) <= WIDTH
    return [line] if fits_line else exploded(f"from {source} import ", names)


def finish(lines: Sequence[str], depth: int = 0) -> str:
    """Return lines as a text, indented by `depth` levels; marked calls that are too long broken."""
    margin = "    " * depth
    if lines and "" not in lines:
        text = margin + f"\n{margin}".join(lines)
    else:
        text = "\n".join([margin + line if line else "" for line in lines])
    return "".join(_unmarked(text)) if _MARK in text else text


def _unmarked(text: str) -> Iterator[str]:
    """Yield a text in pieces, each line with marks by itself."""
    end, mark = 0, text.find(_MARK)
    while mark >= 0:
        start = text.rfind("\n", 0, mark) + 1
        yield text[end:start]
        end = text.find("\n", mark)
        end = len(text) if end < 0 else end
        yield _finished(text[start:end])
        mark = text.find(_MARK, end)
    yield text[end:]


def _finished(line: str) -> str:
    plain = line.replace(_MARK, "")
    return plain if len(plain) <= WIDTH else _broken(line)


def _broken(line: str) -> str:
    head, _, rest = line.partition(_MARK)
    body, _, tail = rest.rpartition(_MARK)
    own = " " * (len(head) - len(head.lstrip()))
    lines = head, f"{own}    {body.replace(_MARK, '')}", own + tail
    return "\n".join(lines) if max(map(len, lines)) <= WIDTH else line.replace(_MARK, "")
