"""The representation itself as one JSON document: for tests, and for people's own templates."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass
from typing import Any

from generator.config import Settings
from generator.ir import MISSING, Type
from generator.model import WHOLE, File, Model, Part
from generator.source import Place

PATH = "api.json"


def api_files(model: Model, settings: Settings, part: Part = WHOLE) -> Iterator[File]:
    """Yield `api.json`: the types by id, each with its name, its shape and its schema."""
    if part.index:
        return
    types = {
        type_id: {"name": plain(model.names.get(type_id)), **_type(found)}
        for type_id, found in model.api.types.items()
    }
    document = {"title": model.api.title, "named": list(model.api.named), "types": types}
    yield File(PATH, json.dumps(document, indent=1, ensure_ascii=False) + "\n")


def _type(found: Type) -> dict[str, Any]:
    row: dict[str, Any] = plain(found)
    # The key of the row says it already.
    row["schema"].pop("id", None)
    return row


def plain(value: Any) -> Any:
    """Return a value of the representation as JSON data; its classes become `"kind"`.

    What is not said (`MISSING`, empty notes) is left out; sets are sorted.
    """
    if isinstance(value, Place):
        return f"{value.source.name}#{value.pointer}"
    if is_dataclass(value) and not isinstance(value, type):
        return {"kind": type(value).__name__, **_members(value)}
    if isinstance(value, Mapping):
        return {str(name): plain(item) for name, item in value.items()}
    if isinstance(value, frozenset | set):
        return sorted((plain(item) for item in value), key=repr)
    if isinstance(value, tuple | list):
        return [plain(item) for item in value]
    return value


def _members(value: Any) -> dict[str, Any]:
    found = {row.name: getattr(value, row.name) for row in fields(value)}
    return {name: plain(item) for name, item in found.items() if item is not MISSING}
