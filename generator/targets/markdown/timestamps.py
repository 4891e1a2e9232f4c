"""Timestamps without quotes in YAML, which some versions of the tables print as Go does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from generator.ir import Schema

_TIMESTAMP = re.compile(
    r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?)?"
)


def with_go_timestamps(examples: tuple[Any, ...], schema: Schema) -> tuple[Any, ...]:
    """Return the examples of a schema, with each bare timestamp of its text in Go's form."""
    source = schema.place.source
    if source.syntax != "yaml":
        return examples
    return tuple(
        go_timestamp(e) if isinstance(e, str) and _is_bare(e, source.text) else e for e in examples
    )


@lru_cache(maxsize=4096)
def _is_bare(text: str, document: str) -> bool:
    if not _TIMESTAMP.fullmatch(text):
        return False
    return re.search(rf"[:\-,\[]\s+{re.escape(text)}\s*($|[#,\]}}])", document, re.M) is not None


def go_timestamp(text: str) -> str:
    """Return a timestamp as Go prints one: `2022-10-23 00:00:00 +0000 UTC`."""
    found = _TIMESTAMP.fullmatch(text)
    if not found:
        return text
    day, time, fraction, zone = found.groups()
    digits = (fraction or "").rstrip("0")
    offset = (
        "+0000 UTC" if zone in (None, "Z") else f"{zone.replace(':', '')} {zone.replace(':', '')}"
    )
    return f"{day} {time or '00:00:00'}{'.' * bool(digits)}{digits} {offset}"
