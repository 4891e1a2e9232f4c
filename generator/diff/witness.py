"""The proof of a finding: a value that one version accepts and the other refuses.

Both `jsonschema` and `jsonschema-rs` have to agree on it before anybody is shown it.
"""

from __future__ import annotations

import warnings
from collections.abc import Iterable, Iterator
from functools import cached_property
from itertools import chain, islice
from typing import Any, Literal

import jsonschema_rs
from referencing import Registry, Resource

from generator.diff.candidates import Candidates
from generator.diff.change import Change, Pair
from generator.diff.contract import Direction
from generator.diff.export import Exporter
from generator.diff.finding import Witness
from generator.diff.form import Conj
from generator.diff.instances import Instances
from generator.diff.normalise import Normaliser
from generator.diff.refusal import refusal
from generator.diff.validation import best_match, formats, jsonschema

_TRIES = 400


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

    @cached_property
    def _root(self) -> dict[str, Any]:
        return self._turn(self._exporter.root(self._conj))

    @cached_property
    def _python(self) -> Any:
        return jsonschema.Draft202012Validator(
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
            return bool(self._python.is_valid(value))
        except Exception:
            return False

    def refuses(self, value: Any) -> bool:
        """What `jsonschema` says; a schema that it cannot use refuses nothing."""
        try:
            return not self._python.is_valid(value)
        except Exception:
            return False

    def agrees(self, value: Any, *, valid: bool) -> bool:
        """Whether `jsonschema-rs` comes to the same answer."""
        schema = self._exporter.bundled(self._root, self._met)
        try:
            rust = jsonschema_rs.Draft202012Validator(schema, validate_formats=True)
            return bool(rust.is_valid(value)) == valid
        except Exception:
            return False

    def complaint(self, value: Any) -> str:
        """The words of the refusal, with the place in the value."""
        error = best_match(self._python.iter_errors(value))
        return "" if error is None else refusal(error)


class Prover:
    """Looks for witnesses of the changes between two versions."""

    def __init__(self, before: Normaliser, after: Normaliser) -> None:
        self._forms = {"old": before, "new": after}
        self._exporters: dict[tuple[str, Direction], Exporter] = {}
        self._validators: dict[tuple[str, Conj, Direction, bool], Validator] = {}
        warnings.filterwarnings("ignore", module="jsonschema.*")

    def prove(
        self, change: Change, direction: Direction, around: Pair, *, plain: bool = False
    ) -> Witness | None:
        """Return a value that the change breaks, if one is found.

        `around` is the widest pair that speaks of the same value as the change's own. `plain` asks
        for a value as people write it: one of a single branch, with nothing that is not described.
        """
        assert change.pair is not None
        taker: Literal["old", "new"] = "old" if direction == "request" else "new"
        accept = self.validator(taker, around, direction, turned=change.turned)
        refuser: Literal["old", "new"] = "new" if taker == "old" else "old"
        refuse = self.validator(refuser, around, direction, turned=change.turned)
        pairs = dict.fromkeys((change.pair, around))
        values = self._values(pairs, taker, direction, change)
        if plain:
            values = chain.from_iterable(
                self._plain(around, side, direction) for side in (taker, refuser)
            )
        for value in islice(values, _TRIES):
            shown = accept.accepts(value) and refuse.refuses(value)
            if shown and accept.agrees(value, valid=True) and refuse.agrees(value, valid=False):
                return Witness(value, taker, refuse.complaint(value))
        return None

    def validator(
        self, side: str, pair: Pair, direction: Direction, *, turned: bool = False
    ) -> Validator:
        """Return the validator for one side of a pair."""
        conj = pair.old if side == "old" else pair.new
        key = (side, conj, direction, turned)
        if key not in self._validators:
            exporter = self._exporters.setdefault(
                (side, direction), Exporter(self._forms[side].schemas, direction)
            )
            self._validators[key] = Validator(exporter, conj, turned=turned)
        return self._validators[key]

    def _plain(self, pair: Pair, side: str, direction: Direction) -> Iterator[Any]:
        """Values of each branch as people write them."""
        forms = self._forms[side]
        instances = Instances(forms, direction)
        conj = pair.old if side == "old" else pair.new
        branches = forms.distribute(conj, 0) if forms.form(conj).unions else (conj,)
        for branch in branches:
            form = forms.form(branch)
            for name in sorted(form.types):
                yield instances.of_type(name, form)
            if "object" in form.types:
                yield instances.object(form, full=True)

    def _values(
        self, pairs: Iterable[Pair], taker: str, direction: Direction, change: Change
    ) -> Iterator[Any]:
        # Below a `not`, what the whole accepts is what the schema itself refuses.
        giving = taker if not change.turned else ("new" if taker == "old" else "old")
        other = "new" if giving == "old" else "old"
        instances = Instances(self._forms[giving], direction)
        candidates = Candidates(self._forms[giving], self._forms[other], instances)
        for pair in pairs:
            conjs = {"old": pair.old, "new": pair.new}
            yield from candidates.of(conjs[giving], conjs[other])
