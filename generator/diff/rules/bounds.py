"""The bounding keywords: lengths, limits, patterns, formats; and what strings hold."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from generator.diff.changes.change import Effect
from generator.diff.changes.kind import kebab
from generator.diff.forms.form import BOUND_TYPES, Form
from generator.diff.forms.languages import Language, missing
from generator.diff.forms.leaf import NUMERIC_FORMATS, integral, sharper
from generator.diff.forms.meet import COLLECTED
from generator.diff.forms.within import language
from generator.diff.rules.members import Applicator, schema_pair
from generator.diff.rules.site import Site
from generator.facets import INTEGER_FORMATS, common_multiple

_WITHIN = {
    "email": "idn-email",
    "hostname": "idn-hostname",
    "uri": "uri-reference",
    "iri": "iri-reference",
    "uri-reference": "iri-reference",
}
_CHECKED = (
    frozenset(
        "date-time date time duration email idn-email hostname idn-hostname ipv4 ipv6 uri iri "
        "uri-reference iri-reference uri-template uuid json-pointer relative-json-pointer regex "
        "byte binary base64 base64url".split()
    )
    | NUMERIC_FORMATS
)
_KEYWORDS = {"numeric format": "format"}
_CONTENT = Applicator("content-schema", "contentSchema")


def bounds(site: Site) -> None:
    """Each bound that was added, removed, or set to another limit, and `contentSchema`."""
    old, new = site.old, site.new
    for keyword, name in BOUND_TYPES.items():
        speaks = name in old.types & new.types
        if keyword == "integer" or not speaks or name in old.values or name in new.values:
            continue
        before, after = (_bound(site, form, keyword) for form in (old, new))
        if before == after or _is_rounded(site, keyword, before, after):
            continue
        if not (keyword == "numeric format" and _is_limited(site, before, after)):
            _changed(site, keyword, before, after)
    if "string" in old.types & new.types:
        schema_pair(site, _CONTENT, old.content, new.content)


def _bound(site: Site, form: Form, keyword: str) -> Any:
    """The limit; there is none for numbers that are written as text, where every text is valid."""
    spelled = site.pair.text and BOUND_TYPES[keyword] == "number" and form.free("string")
    return None if spelled else form.bounds.get(keyword)


def _is_rounded(site: Site, keyword: str, before: Any, after: Any) -> bool:
    """Whether two limits are the same to integers, where one side has no others."""
    if keyword not in ("minimum", "maximum") or None in (before, after):
        return False
    whole = any("integer" in form.bounds for form in (site.old, site.new))
    return whole and integral(keyword, before) == integral(keyword, after)


def _is_limited(site: Site, before: Any, after: Any) -> bool:
    """Whether all formats are ranges of integers, in which the limits of both sides lie anyway."""
    formats = {*(before or ()), *(after or ())}
    ranges = [INTEGER_FORMATS.get(one) for one in formats]
    return all(one and _lies_in(form, one) for one in ranges for form in (site.old, site.new))


def _lies_in(form: Form, span: tuple[int, int]) -> bool:
    low, high = form.bounds.get("minimum"), form.bounds.get("maximum")
    if low is None or high is None:
        return False
    return bool(span[0] <= low[0] and high[0] <= span[1])


def _changed(site: Site, keyword: str, before: Any, after: Any) -> None:
    word = _word(keyword, before, after)
    effect = _effect(keyword, before, after)
    if effect == "noted" or ("Length" in keyword and _is_kept(site, keyword, effect)):
        # Two regular expressions for the same strings; a length that they had by their pattern.
        return
    code = f"{kebab(word)}-{_verb(keyword, before, after)}"
    site.change(code, effect, word, _shown(before, after), _shown(after))


def _is_kept(site: Site, keyword: str, effect: Effect) -> bool:
    """Whether a length took the place of what a pattern said, or the other way round."""
    if language(site.old).patterns == language(site.new).patterns:
        return False
    wide, narrow = (site.old, site.new) if effect == "narrowed" else (site.new, site.old)
    limited = replace(wide, bounds={**wide.bounds, keyword: narrow.bounds[keyword]})
    return missing(language(limited), language(wide)) is None


def _word(keyword: str, before: Any, after: Any) -> str:
    """The keyword as it stands in the document, on the side that has it."""
    limit = after if after is not None else before
    if keyword in ("minimum", "maximum") and limit[1]:
        return f"exclusive{keyword.capitalize()}"
    return _KEYWORDS.get(keyword, keyword)


def _verb(keyword: str, before: Any, after: Any) -> str:
    if before is None:
        return "added"
    if after is None:
        return "removed"
    if keyword == "multipleOf" or keyword in COLLECTED:
        return "changed"
    if keyword == "maximum" and before[0] == after[0]:
        # An exclusive maximum is less than the same number that may be reached.
        return "increased" if before[1] else "decreased"
    return "increased" if after > before else "decreased"


def _effect(keyword: str, before: Any, after: Any) -> Effect:
    """Whether fewer values are within a bound now, more, or others."""
    if "format" in keyword:
        return _format_effect(before, after)
    if before is None:
        return "narrowed"
    if after is None:
        return "widened"
    if keyword in ("minimum", "maximum"):
        return "narrowed" if sharper(keyword, before, after) == after else "widened"
    if keyword == "pattern":
        return _pattern_effect(before, after)
    if keyword == "multipleOf":
        met = common_multiple(before, after)
        return "narrowed" if met == after else "widened" if met == before else "replaced"
    if keyword in COLLECTED:
        return _collected_effect(set(before), set(after))
    up = after > before
    return "narrowed" if up == (keyword[:3] == "min") else "widened"


def _pattern_effect(before: Any, after: Any) -> Effect:
    taken = missing(Language(after), Language(before)) is None
    given = missing(Language(before), Language(after)) is None
    if taken or given:
        return "noted" if taken and given else "widened" if taken else "narrowed"
    return _collected_effect(set(before), set(after))


def _collected_effect(before: set[str], after: set[str]) -> Effect:
    if before < after:
        return "narrowed"
    return "widened" if after < before else "replaced"


def _format_effect(before: Any, after: Any) -> Effect:
    old, new = set(before or ()), set(after or ())
    if not (old ^ new) & _CHECKED:
        return "unclear"
    if len(old) == len(new) == 1:
        (one,), (other,) = old, new
        if _is_within(one, other):
            return "widened"
        if _is_within(other, one):
            return "narrowed"
    return _collected_effect(old, new)


def _is_within(one: str, other: str) -> bool:
    if one in INTEGER_FORMATS and other in INTEGER_FORMATS:
        (low, high), (least, most) = INTEGER_FORMATS[one], INTEGER_FORMATS[other]
        return least <= low and high <= most
    while one in _WITHIN:
        one = _WITHIN[one]
        if one == other:
            return True
    return False


def _shown(bound: Any, other: Any = None) -> Any:
    if not isinstance(bound, tuple):
        return bound
    if len(bound) == 2 and isinstance(bound[1], bool):
        limit, exclusive = bound
        if other is None or exclusive == other[1]:
            return limit
        return f"{limit} ({'exclusive' if exclusive else 'inclusive'})"
    return bound[0] if len(bound) == 1 else list(bound)
