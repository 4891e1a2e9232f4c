"""Every kind of change by its code: those written by hand, and those that each bound has."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from generator.diff.changes.kind import Kind, kebab
from generator.diff.changes.kinds import ELEMENTS, SCHEMAS

_BOUNDS: Final = (
    ("minLength", "minimum length", "Strings"),
    ("maxLength", "maximum length", "Strings"),
    ("minItems", "minimum number of items", "Arrays"),
    ("maxItems", "maximum number of items", "Arrays"),
    ("minProperties", "minimum number of members", "Objects"),
    ("maxProperties", "maximum number of members", "Objects"),
    ("minimum", "minimum", "Numbers"),
    ("maximum", "maximum", "Numbers"),
    ("exclusiveMinimum", "exclusive minimum", "Numbers"),
    ("exclusiveMaximum", "exclusive maximum", "Numbers"),
)


def _bound_kinds() -> Iterator[Kind]:
    for keyword, bound, values in _BOUNDS:
        code = kebab(keyword)
        floor = "min" in keyword.lower()
        narrower, wider = ("increased", "decreased") if floor else ("decreased", "increased")
        changed = f"the {bound} went from {{before}} to {{after}}"
        for verb, text, said in (
            ("added", f"the {bound} is {{after}} now", "There was none before."),
            ("removed", f"the {bound} of {{before}} is gone", "There is none now."),
            (narrower, changed, "Fewer values are valid now."),
            (wider, changed, "More values are valid now."),
        ):
            page = f"{values} have a bound, `{keyword}`. {said}"
            yield Kind(f"{code}-{verb}", text, page)


KINDS: Final[dict[str, Kind]] = {kind.code: kind for kind in (*_bound_kinds(), *SCHEMAS, *ELEMENTS)}
