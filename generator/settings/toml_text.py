"""Settings as the lines of a TOML table."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any


def toml_table(values: Mapping[str, Any]) -> str:
    """Return one line for each value: text, a flag, or a list of texts."""
    return "".join(f"{name} = {_value(value)}\n" for name, value in values.items())


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, tuple):
        return f"[{', '.join(map(_value, value))}]"
    # A JSON string is a TOML string, but for the one character that TOML wants escaped.
    return json.dumps(value, ensure_ascii=False).replace("\x7f", "\\u007f")
