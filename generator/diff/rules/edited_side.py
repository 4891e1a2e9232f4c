"""On which side of a change it was edited: the other may show a schema that nobody touched.

What stands beside or around a `$ref` belongs to the place of use, though the schema that it is
compared with is the target.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any, Literal

from generator.diff.changes.change import Change, Pair, Side
from generator.diff.forms.form import Conj
from generator.diff.forms.normalise import Normaliser
from generator.diff.words.label import stable
from generator.ir import REFERENCES, Schema, TypeId
from generator.source import Place, split

_IN_PLACE = ("allOf", "anyOf", "oneOf", "not", "if", "then", "else")
_DEEPEST = 8
"""How many levels of schemas in place are compared, each within the last."""
_STEPS_IN_PLACE = re.compile(r"((/(allOf|anyOf|oneOf)/\d+)|/(not|if|then|else))+$")


def edited(
    places: tuple[Place | None, Place | None], before: Normaliser, after: Normaliser
) -> Side | Literal["", "neither"]:
    """Return the side that was edited, where the places are in two schemas and only one was.

    Where neither was, what leads there is another schema now.
    """
    old, new = places
    if old is None or new is None or old.pointer == new.pointer:
        return ""
    one, other = _holder(before, old), _holder(after, new)
    if one is None or other is None or _home(one) == _home(other):
        return ""
    words = {*_below(one, old), *_below(other, new)}
    kept = _is_kept(one, words, before, after), _is_kept(other, words, after, before)
    if all(kept):
        kept = _is_noted(one, before, after), _is_noted(other, after, before)
    if kept == (True, True):
        return "neither"
    if kept == (True, False):
        return "new"
    return "old" if kept == (False, True) else ""


def composed(
    change: Change, pair: Pair, before: Normaliser, after: Normaliser
) -> tuple[Place, Place] | None:
    """Return the places of two schemas that other schemas are `allOf`, if only that was edited.

    A property of a schema that another one does not extend any more is not gone from the first.
    """
    place = change.place
    if place is None or len(pair.old) != 1 or len(pair.new) != 1:
        return None
    one, other = before.schemas[pair.old[0]], after.schemas[pair.new[0]]
    here, there, own = (before, after, one) if place is change.old else (after, before, other)
    holder = _holder(here, place)
    if holder is None or _home(holder) == own.place.pointer:
        return None
    apart = {"allOf"} & (one.keywords.keys() | other.keywords.keys())
    kept = apart and _is_kept(holder, {*_below(holder, place)}, here, there)
    return (one.place, other.place) if kept and not _is_kept(own, set(), here, there) else None


def referring(used: Conj, before: Normaliser, after: Normaliser) -> Place | None:
    """Return where the new version refers to a schema, if the old one did not refer to it there."""
    *references, _ = after.chain(used[-1]) if used else (None,)
    if not references or _is_kept(references[-1], set(), after, before):
        return None
    return references[-1].place


def _holder(side: Normaliser, place: Place) -> Schema | None:
    """The schema that a place is in."""
    pointer = place.pointer
    while True:
        schema = side.schemas.get(TypeId(f"{place.source.name}#{pointer}"))
        if schema is not None or not pointer:
            return schema
        pointer = pointer.rpartition("/")[0]


def _home(schema: Schema) -> str:
    """The pointer of the outermost schema that speaks of the same value."""
    return _STEPS_IN_PLACE.sub("", schema.place.pointer)


def _below(schema: Schema, place: Place) -> Sequence[str]:
    """The keyword of a schema that a place is about; none for the schema itself."""
    return split(place.pointer[len(schema.place.pointer) :])[:1]


def _is_kept(schema: Schema, words: set[str], here: Normaliser, there: Normaliser) -> bool:
    """Whether the other version says the same at this place."""
    told = _what_is_said(schema, words, here)
    others = there.at(stable(schema.place.pointer))
    found = any(_what_is_said(other, words, there) == told for other in others)
    return found or _is_untouched(schema, here)


def _is_noted(schema: Schema, here: Normaliser, there: Normaliser) -> bool:
    """Whether the other version says the same at this place in prose, defaults and the like."""
    others = there.at(stable(schema.place.pointer))
    return any(other.notes == schema.notes for other in others) or _is_untouched(schema, here)


def _is_untouched(schema: Schema, side: Normaliser) -> bool:
    """Whether it is in a component that nobody changed, which the other version may not read."""
    component = "/".join(schema.place.pointer.split("/")[:4])
    return TypeId(f"{schema.place.source.name}#{component}") in side.same


def _what_is_said(schema: Schema, words: set[str], side: Normaliser) -> Any:
    keywords = schema.keywords
    if words and words <= keywords.keys():
        return [_plain(keywords[word]) for word in sorted(words)]
    listed = [_plain(keywords.get(word)) for word in sorted(words)]
    return listed, _around(keywords, side, 0) if words else _whole(keywords, side, 0)


def _around(keywords: Mapping[str, Any], side: Normaliser, depth: int) -> dict[str, Any]:
    """What a schema refers to, and all that holds beside and around that."""
    found: dict[str, Any] = {w: _plain(keywords[w]) for w in REFERENCES if w in keywords}
    for word in _IN_PLACE if depth < _DEEPEST else ():
        inner = keywords.get(word, ())
        members: Any = (inner,) if isinstance(inner, str) else inner
        found[word] = [_whole(side.schemas[member].keywords, side, depth + 1) for member in members]
    return found


def _whole(keywords: Mapping[str, Any], side: Normaliser, depth: int) -> Any:
    rest = {word: _plain(told) for word, told in keywords.items() if word not in _IN_PLACE}
    return rest, _around(keywords, side, depth)


def _plain(told: Any) -> Any:
    """What a keyword says, with schemas by their pointers alone."""
    if isinstance(told, str):
        return stable(told.rpartition("#")[2]) if "#/" in told else told
    if isinstance(told, Mapping):
        return {name: _plain(one) for name, one in told.items()}
    if isinstance(told, list | tuple):
        return [_plain(one) for one in told]
    return told
