"""Values and texts as people are shown them: JSON as it is written, cut where it is long."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from itertools import takewhile
from typing import Any

_SHOWN = 60
"""How many characters of a value are shown."""
_LISTED = 10
"""How many values of a list are shown, one by one."""
_ITEMS = 3
"""How many items of each list in a payload are shown."""
_LINE = 120
"""How many characters of a payload stand on one line."""


def cut(text: str, most: int) -> str:
    """Return a text of no more than so many characters."""
    return text if len(text) <= most else text[: most - 1] + "…"


def written(value: Any, indent: int | None = None) -> str:
    """Return a value as JSON; what YAML knows besides is text."""
    return json.dumps(value, ensure_ascii=False, default=str, indent=indent)


def shown(value: Any, most: int = _SHOWN, mark: Callable[[str], str] = str) -> str:
    """Return a value as a reader sees it, cut where it is long; `mark` marks each one listed."""
    if isinstance(value, list):
        more = len(value) - _LISTED
        listed = ", ".join(shown(one, most, mark) for one in value[:_LISTED])
        return f"{listed} and {more} more" if more > 0 else listed
    return mark(cut(value if isinstance(value, str) else written(value), most))


def blanks_quoted(value: Any) -> Any:
    """Return a value, or each one listed; a text of blanks in quotes, since nobody would see it."""
    if isinstance(value, list):
        return [blanks_quoted(one) for one in value]
    return written(value) if isinstance(value, str) and not value.strip() else value


def line(value: Any, path: Sequence[str | int] = (), most: int = _LINE) -> str:
    """Return a value on one line; of a long one what lies on a path, or the beginning."""
    text = written(few(value))
    if len(text) <= most or not isinstance(value, dict | list):
        return cut(text, most)
    keys: list[Any] = list(value if isinstance(value, dict) else range(len(value)))
    kept: Sequence[Any] = path[:1] if path and path[0] in keys else keys
    told = list(_fitting(value, kept, path[1:], most))
    if isinstance(value, dict):
        return f"{{{', '.join([*told, *['…'] * (len(told) < len(keys))])}}}"
    before, after = kept[0] > 0, kept[len(told) - 1] < keys[-1]
    return f"[{', '.join([*['…'] * before, *told, *['…'] * after])}]"


def _fitting(
    value: Any, keys: Sequence[Any], path: Sequence[str | int], most: int
) -> Iterator[str]:
    """Yield the first members or items, as long as they fit; one in any case."""
    left = most
    for key in keys:
        name = f"{written(key)}: " if isinstance(value, dict) else ""
        told = name + line(value[key], path, max(_SHOWN // 2, most - len(name)))
        left -= len(told) + 2
        if left < 0 and key != keys[0]:
            return
        yield told


def few(value: Any) -> Any:
    """Return a value with the first items of long lists, and the beginning of long texts."""
    if isinstance(value, dict):
        return {name: few(one) for name, one in value.items()}
    if isinstance(value, str) and len(value) > _SHOWN:
        return f"{value[: _SHOWN // 2]}… {len(value) - _SHOWN // 2} more characters"
    if not isinstance(value, list) or len(value) <= _ITEMS:
        return value
    return [*map(few, value[:_ITEMS]), f"… {len(value) - _ITEMS} more"]


def apart(before: str, after: str) -> tuple[str, str]:
    """Return two texts; long ones from shortly before where they differ."""
    same = sum(
        1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(before, after, strict=False))
    )
    start = before.rfind(" ", 0, max(0, same - 15)) + 1 if max(len(before), len(after)) > 60 else 0
    lead = "…" if start else ""
    return lead + shown(before[start:]), lead + shown(after[start:])
