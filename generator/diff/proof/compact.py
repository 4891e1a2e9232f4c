"""Bundles of schemas with fewer references, as `jsonschema-rs` reads them.

It looks through every reference beside an `unevaluatedProperties`, again for each one that is
further out: a description of OpenAPI in JSON Schema took it a minute, and takes hundredths now.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from generator.diff.proof.export import references

Json = dict[str, Any]
_DEEPEST = 30
"""How many schemas stand in each other; JSON is read to a certain depth only."""


def compact(bundle: Json) -> Json:
    """Return the same schema, with each that is referred to once in the place of the reference."""
    return _Compaction(bundle).bundle()


class _Compaction:
    def __init__(self, bundle: Json) -> None:
        self._root = {word: value for word, value in bundle.items() if word != "$defs"}
        self._definitions: Json = bundle["$defs"]
        self._times = Counter(references(bundle))
        self._waiting: list[str] = []

    def bundle(self) -> Json:
        """Return the root with the definitions that are left."""
        root, left = self._written(self._root, 0), dict[str, Any]()
        self._waiting += [uri for uri, times in self._times.items() if times > 1]
        while self._waiting:
            uri = self._waiting.pop()
            schema = self._definitions[uri]
            left[uri] = self._written(schema, 0)
        return {**root, "$defs": left}

    def _written(self, value: Any, depth: int) -> Any:
        if isinstance(value, list):
            return [self._written(one, depth) for one in value]
        if not isinstance(value, dict):
            return value
        uri = value.get("$ref")
        if not isinstance(uri, str) or self._times[uri] != 1:
            return {word: self._written(one, depth) for word, one in value.items()}
        if depth == _DEEPEST:
            self._waiting.append(uri)
            return value
        target = {word: one for word, one in self._definitions[uri].items() if word != "$id"}
        return self._written(target, depth + 1)
