"""What a rule about schemas may ask and say: the two forms, their places, and their relatives."""

from __future__ import annotations

from collections.abc import Sized
from dataclasses import replace
from typing import Any

from generator.diff.changes.change import (
    BOTH,
    IN_PLACE,
    Change,
    Compared,
    Edge,
    Effect,
    Pair,
    ValuePath,
)
from generator.diff.described.contract import Direction
from generator.diff.forms.form import NOWHERE, Conj, Form
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.edited_side import composed, edited, referring
from generator.frozen import dataclass
from generator.source import Place, join

_NOTES = frozenset({"default", "deprecated", "title", "description", "examples"})


@dataclass(frozen=True, slots=True)
class Site:
    """One pair of schemas under comparison; rules write into `compared`."""

    pair: Pair
    old: Form
    new: Form
    before: Normaliser
    after: Normaliser
    compared: Compared
    used: Pair
    """The pair as it is written where it was met: references, most often."""

    def change(
        self, code: str, effect: Effect, keyword: str, before: Any = None, after: Any = None
    ) -> None:
        """Record a change of a keyword."""
        if not self.is_mistaken("type" if keyword == "null" else keyword):
            self.record(Change(code, effect, *self.places(keyword), before, after))

    def is_mistaken(self, keyword: str) -> bool:
        """Whether a version has a keyword with a mistake: that is told as one."""
        return any(f"rejected {keyword}" in form.origin for form in (self.old, self.new))

    def record(self, change: Change) -> None:
        """Record a change of this pair."""
        side = edited((change.old, change.new), self.before, self.after)
        change = replace(change, pair=self.pair, edited="" if side == "neither" else side)
        own = composed(change, self.pair, self.before, self.after)
        if side in ("old", "neither") and not change.goes and change.old is not None:
            # It is gone there, or stands as it did; what refers to the other was edited.
            spot = referring(self.used.new, self.before, self.after)
            if spot is not None:
                own, change = (change.old, spot), replace(change, edited="")
        self.compared.changes.append(replace(change, composed=own))

    def edge(
        self,
        old: Conj,
        new: Conj,
        path: ValuePath = None,
        directions: frozenset[Direction] = BOTH,
        *,
        turned: bool = False,
    ) -> None:
        """Have two further schemas compared, of what stands at a path in values of these."""
        if not directions or (not old and not new):
            return
        text = self.pair.text if path == IN_PLACE else max(0, self.pair.text - 1)
        used = Pair(old, new, text)
        found = Pair(self.before.core(old), self.after.core(new), text)
        self.compared.edges.append(Edge(found, directions, turned, path, used))

    def number(self, keyword: str, old: Sized, new: Sized) -> None:
        """Record that there are more, or fewer, of what asks for something."""
        if len(old) < len(new):
            self.change(f"{keyword}-added", "narrowed", keyword)
        if len(old) > len(new):
            self.change(f"{keyword}-removed", "widened", keyword)

    def places(self, keyword: str) -> tuple[Place | None, Place | None]:
        """Return where a keyword stands on either side, or else the schema it would stand in."""
        return (
            place(self.before, self.old, keyword),
            place(self.after, self.new, keyword),
        )


def place(normaliser: Normaliser, form: Form, keyword: str) -> Place | None:
    """Return where a keyword of a form stands; the schema itself where it has no such keyword."""
    if keyword == "null":
        return _of_null(normaliser, form)
    known = [key for key in _nearest(keyword) if key in form.origin]
    origin = form.origin[known[0]] if known else None
    schema = normaliser.schemas.get(origin) if origin is not None else None
    if schema is None:
        return None
    if keyword not in form.origin:
        return schema.place
    tokens = keyword.split("/", 1) if keyword.startswith("properties/") else [keyword.split("/")[0]]
    return Place(schema.place.source, join(schema.place.pointer, *tokens))


def _of_null(normaliser: Normaliser, form: Form) -> Place | None:
    """Return where null is allowed, or else the type that leaves it out."""
    schema = normaliser.schemas.get(form.origin.get("null", NOWHERE))
    if "null" not in form.types or schema is None:
        return place(normaliser, form, "type")
    keyword = [word for word in ("nullable", "type") if schema.keywords.get(word)]
    return Place(schema.place.source, join(schema.place.pointer, *keyword[:1]))


def _nearest(keyword: str) -> tuple[str, ...]:
    """The keyword, and those that most likely stand in the schema in which it would stand."""
    word, _, name = keyword.partition("/")
    if word in ("required", "properties"):
        return (keyword, f"properties/{name}", "properties", "type", "")
    if word in _NOTES:
        return (keyword, "")
    return (keyword, "type", "")
