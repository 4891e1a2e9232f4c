"""GitHub's workflow commands: lines of output that become annotations."""

from __future__ import annotations

from collections.abc import Mapping


def workflow_command(level: str, properties: Mapping[str, str], message: str) -> str:
    """Return the line for `error`, `warning` or `notice`; `file`, `line` … are properties."""
    told = ",".join(f"{name}={_property(text)}" for name, text in properties.items())
    return f"::{level} {told}::{_data(message)}\n"


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
