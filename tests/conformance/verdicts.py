"""What our models make of a value: whether they accept it, and give it back as it was."""

from __future__ import annotations

import json
import tomllib
from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

from generator.targets.python._runtime import Codec, DecodeError

SHARED = Path(__file__).parents[3] / "shared"
CORPORA = SHARED / "corpora"
WAIVERS: Mapping[str, list[dict[str, Any]]] = tomllib.loads(
    Path(__file__).with_name("waivers.toml").read_text("utf-8")
)


def accepts(codec: Codec, value: Any) -> bool:
    """Whether a model accepts a JSON value; what it accepts, it has to give back to the byte."""
    try:
        made = codec.decode(value)
    except DecodeError:
        assert not codec.is_valid(value), f"{json.dumps(value)} is refused, and valid"
        return False
    assert codec.is_valid(value), f"{json.dumps(value)} is accepted, and not valid"
    again = json.dumps(codec.encode(made))
    assert again == json.dumps(value), f"{json.dumps(value)} came back as {again}"
    return True


def waived(corpus: str, **where: str) -> set[str]:
    """Return the cases of a corpus that `waivers.toml` excuses at this place."""
    rows = [row for row in WAIVERS.get(corpus, []) if where.items() <= row.items()]
    return {case for row in rows for case in row["cases"]}


def places(corpus: str, *keys: str) -> Iterable[tuple[str, ...]]:
    """Yield where the waivers of a corpus are, to see that there is such a place."""
    return (tuple(row[key] for key in keys) for row in WAIVERS.get(corpus, []))
