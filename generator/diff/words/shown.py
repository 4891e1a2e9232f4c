"""Values and texts as people are shown them: JSON as it is written, cut where it is long."""

from __future__ import annotations

import json
from collections.abc import Callable
from itertools import takewhile
from typing import Any

_SHOWN = 60
_LISTED = 10
_ITEMS = 3
_LINE = 120


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


def line(value: Any) -> str:
    """Return a value on one line."""
    return cut(written(few(value)), _LINE)


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
