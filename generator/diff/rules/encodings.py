"""How the parts of a form are written: by the `encoding` of each, or as its type has it."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Change, Context, Effect, Slot
from generator.diff.described.contract import Element
from generator.diff.described.media import media_covers
from generator.diff.forms.form import ANYTHING, Conj
from generator.diff.forms.meet import both, member
from generator.diff.forms.normalise import Normaliser
from generator.diff.rules.elements import Basis, change
from generator.diff.rules.headers import headers
from generator.diff.rules.media import matched
from generator.facets import equal
from generator.frozen import dataclass

_DEFAULTS = {"style": "form", "explode": True, "allow_reserved": False}
_FORMS = ("multipart/", "application/x-www-form-urlencoded")
_BYTES, _TEXT, _JSON = "application/octet-stream", "text/plain", "application/json"
_DEEPEST = 8
"""How many lists within one another are looked into: they may hold themselves."""


@dataclass(frozen=True, slots=True)
class _Part:
    """A part on one side: its encoding, if it has one, and the media types that need no saying."""

    encoding: Element | None
    usual: tuple[str, ...]
    structured: bool

    @property
    def said(self) -> str:
        """The media types that it names, if they are not those that it has anyway."""
        named = str(self.encoding.facts["contentType"]) if self.encoding else ""
        return "" if named in self.usual else named

    def fact(self, name: str) -> Any:
        """How it is written."""
        return self.encoding.facts[name] if self.encoding else _DEFAULTS[name]


def parts_of_forms(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    """Compare how two bodies, or responses, write each part that the forms of both have.

    A part that came, or went, is told as a property; only what is `multipart/…` has headers.
    """
    for key, found in matched(old, new).items():
        if key.startswith(_FORMS) and found.startswith(_FORMS):
            pair = old.part("media")[key], new.part("media")[found]
            yield from _form(*pair, context, basis)


def _form(old: Element, new: Element, context: Context, basis: Basis) -> Iterator[Change | Slot]:
    for name in sorted({*old.part("encoding"), *new.part("encoding")}):
        before, after = _part(old, name, basis.before), _part(new, name, basis.after)
        if before is None or after is None:
            continue
        elements = (before.encoding or old, after.encoding or new)
        for code, effect, values in (*_content_type(before, after), *_encodings(before, after)):
            yield replace(change(code, effect, elements, context, values), subject=name)
        if old.key.startswith("multipart/") and new.key.startswith("multipart/"):
            yield from headers(*elements, context, basis)


def _part(media: Element, name: str, side: Normaliser) -> _Part | None:
    """A part of a form; None where its schema has no such property."""
    conj: Conj | None = None
    for form in side.leaves((media.schema,)) if media.schema else ():
        found = member(form.objects, name)
        if name in form.objects.properties or found != ANYTHING:
            conj = both(conj or ANYTHING, found)
    if conj is None:
        return None
    structured = bool(side.form(conj).types & {"array", "object"})
    return _Part(media.part("encoding").get(name), _usual(conj, side), structured)


def _usual(conj: Conj, side: Normaliser) -> tuple[str, ...]:
    """The media types that a part may have where none is named.

    Whether text with bytes in it is one of bytes depends on the version of OpenAPI.
    """
    form = side.form(conj)
    for _ in range(_DEEPEST):
        if form.types - {"null"} == {"array"}:
            form = side.form(form.arrays.items)
    types = form.types - {"null"}
    if types == {"object"}:
        return (_JSON,)
    if not types or not types <= {"string", "number", "boolean"}:
        return (_BYTES,)
    if form.bounds.get("contentMediaType") == (_BYTES,):
        return (_BYTES,)
    return (_BYTES, _TEXT) if "contentEncoding" in form.bounds else (_TEXT,)


_Told = tuple[str, Effect, tuple[str, Any, Any]]


def _content_type(old: _Part, new: _Part) -> Iterator[_Told]:
    # Where neither names one, what becomes of the type is told of the schema.
    before, after = old.said or old.usual[0], new.said or new.usual[0]
    if old.said != new.said and before != after:
        effect = _listed(before, after)
        yield "encoding-content-type-changed", effect, ("contentType", before, after)


def _listed(before: str, after: str) -> Effect:
    """What became of the content types of a part, several of which may be listed."""
    old, new = before.split(", "), after.split(", ")
    wider = all(any(media_covers(one, other) for one in new) for other in old)
    narrower = all(any(media_covers(one, other) for one in old) for other in new)
    return "widened" if wider else "narrowed" if narrower else "replaced"


def _encodings(old: _Part, new: _Part) -> Iterator[_Told]:
    for name in _DEFAULTS:
        before, after = old.fact(name), new.fact(name)
        # A single value is written in one way only.
        plain = name != "allow_reserved" and not (old.structured or new.structured)
        if not plain and not equal(before, after):
            keyword = "allowReserved" if name == "allow_reserved" else name
            values = (keyword, _written(keyword, before), _written(keyword, after))
            yield "encoding-changed", "replaced", values


def _written(keyword: str, value: Any) -> str:
    return f"{keyword} {json.dumps(value) if isinstance(value, bool) else value}"
