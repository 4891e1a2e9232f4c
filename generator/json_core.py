"""JSON, read exactly: big integers survive, and a key that stands twice is an error."""

from __future__ import annotations

import json
import math
from typing import Any

from generator import codes
from generator.malformed import Malformed


class _Duplicate(ValueError):
    pass


class _NotFinite(ValueError):
    pass


def _unique(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise _Duplicate
    return members


def _finite(text: str) -> float:
    value = float(text)
    if not math.isfinite(value):
        raise _NotFinite(text)
    return value


def _no_constant(text: str) -> Any:
    raise _NotFinite(text)


def parse(text: str) -> Any:
    """Return the value of a JSON text; raise `Malformed` where it has none."""
    try:
        return json.loads(
            text, object_pairs_hook=_unique, parse_float=_finite, parse_constant=_no_constant
        )
    except json.JSONDecodeError as error:
        raise Malformed(codes.JSON001, error.msg, error.lineno, error.colno) from error
    except _Duplicate:
        raise Malformed(codes.JSON002, "a key stands twice", 1, 1) from None
    except _NotFinite as error:
        raise Malformed(codes.JSON003, f"no JSON number: {error}", 1, 1) from None
