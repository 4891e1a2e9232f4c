"""The two validators that have to agree on a witness, for one schema."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from functools import cached_property
from typing import Any, Final

import jsonschema_rs
from referencing import Registry, Resource

from generator.diff.forms.form import Conj
from generator.diff.forms.validation import best_match, formats, jsonschema
from generator.diff.proof.about import About
from generator.diff.proof.compact import compact
from generator.diff.proof.export import Exporter
from generator.diff.proof.refusal import Refusal, refusal

_READABLE = 1_000
"""How many schemas one may hold for `jsonschema-rs` to read the whole of it."""
_MEETINGS = 64
"""How often the schema behind a reference looks at one value before its answer is known.

Where two ways lead on from each of a dozen schemas, it would do so thousands of times.
"""
_met: Final = Counter[tuple[str, int]]()
_refused: Final = set[tuple[str, int]]()
"""What has been looked at since the last question, by reference and by `id`, and was refused."""
_REFERENCE: Final = jsonschema.Draft202012Validator.VALIDATORS["$ref"]


def _reference(judge: Any, reference: str, value: Any, schema: Any) -> Iterator[Any]:
    """What is wrong with a value behind a reference; once that is known, only that something is."""
    meeting = (reference, id(value))
    _met[meeting] += 1
    if _met[meeting] > _MEETINGS:
        if meeting in _refused:
            yield jsonschema.ValidationError("")
        return
    for error in _REFERENCE(judge, reference, value, schema):
        _refused.add(meeting)
        yield error


_Judge: Final = jsonschema.validators.extend(jsonschema.Draft202012Validator, {"$ref": _reference})


class Validator:
    """Both validators for one conjunction; `turned` asks what it does not accept.

    `jsonschema` is given each schema when it comes to it. `jsonschema-rs` is given those to which
    it came, so that nobody has to read a large description for a small value.
    """

    def __init__(self, exporter: Exporter, conj: Conj, *, turned: bool) -> None:
        self._exporter = exporter
        self._conj = conj
        self._turned = turned
        self._met: dict[str, Resource[Any]] = {}
        self._whole: Any = None

    @cached_property
    def _root(self) -> dict[str, Any]:
        return self._turn(self._exporter.root(self._conj))

    @cached_property
    def is_quick(self) -> bool:
        """Whether `jsonschema-rs` has read the whole schema: it may be too large, or unusable."""
        schema = self.bundle(_READABLE)
        try:
            if schema is not None:
                self._whole = _read(schema)
        except Exception:
            return False
        return schema is not None

    def _python(self) -> Any:
        """Return `jsonschema`, for a question in which it has met nothing so far."""
        _met.clear()
        _refused.clear()
        return self._judge

    @cached_property
    def _judge(self) -> Any:
        return _Judge(
            self._root,
            format_checker=formats,
            registry=Registry(retrieve=self._retrieve),  # type: ignore[call-arg]
        )

    def bundle(self, most: int) -> dict[str, Any] | None:
        """Return the schema with all that it refers to; None where that is too much."""
        found = self._exporter.bundle(self._conj, most)
        return None if found is None else self._turn(found)

    def _turn(self, schema: dict[str, Any]) -> dict[str, Any]:
        return (
            {**schema, "allOf": [{"not": {"allOf": schema["allOf"]}}]} if self._turned else schema
        )

    def _retrieve(self, uri: str) -> Resource[Any]:
        if uri not in self._met:
            self._met[uri] = Resource.opaque(self._exporter.at(uri))
        return self._met[uri]

    def accepts(self, value: Any) -> bool:
        """What `jsonschema` says; a schema that it cannot use accepts nothing."""
        try:
            return bool(self._python().is_valid(value))
        except Exception:
            return False

    def refuses(self, value: Any) -> bool:
        """What `jsonschema` says; a schema that it cannot use refuses nothing."""
        try:
            return not self._python().is_valid(value)
        except Exception:
            return False

    def agrees(self, value: Any, *, valid: bool) -> bool:
        """Whether `jsonschema-rs` comes to the same answer."""
        try:
            rust = self._whole
            if rust is None:
                schema = self._exporter.bundled(self._root, self._met)
                rust = _read(schema)
            return bool(rust.is_valid(value)) == valid
        except Exception:
            return False

    def complaint(self, value: Any, about: About) -> tuple[Refusal, bool]:
        """The words of the refusal, with the place in the value; whether a change is why."""
        whole = self._python().iter_errors(value)
        errors = [reason for error in whole for reason in about.reasons(error)]
        fitting = [error for error in errors if about.explains(error)]
        error = best_match(fitting or errors)
        return (Refusal() if error is None else refusal(error)), bool(fitting)


def _read(schema: dict[str, Any]) -> Any:
    return jsonschema_rs.Draft202012Validator(compact(schema), validate_formats=True)
