"""How the keywords are read that say of a value, by itself, whether it is valid; see `keywords`."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from generator.codes import SCH012
from generator.diagnosis.meant import meant_type, unquoted
from generator.facets import EXCLUSIVE
from generator.ir import Contains
from generator.keywords import Canonical, Keyword, Site, annotation, pattern

TYPES = frozenset({"null", "boolean", "integer", "number", "string", "array", "object"})


def type_(site: Site, keyword: str, value: Any) -> Canonical:
    """One type or several; always a tuple, without repetitions."""
    if isinstance(value, str) and value in TYPES:
        return {keyword: (value,)}
    names = value if isinstance(value, list) else [value]
    wrong = [name for name in names if not isinstance(name, str) or name not in TYPES]
    if wrong or not names:
        hint = meant_type(None if None in wrong else wrong[0]) if wrong else ""
        return site.reject(keyword, f"one or more of {', '.join(sorted(TYPES))}", hint)
    return {keyword: tuple(dict.fromkeys(names))}


def enum(site: Site, keyword: str, value: Any) -> Canonical:
    """The values as a tuple, which may be empty."""
    if not isinstance(value, list):
        hint = f"write `[{value}]`" if isinstance(value, str) else ""
        return site.reject(keyword, "a list of values", hint)
    return {keyword: tuple(value)}


def const(site: Site, keyword: str, value: Any) -> Canonical:
    """Any value at all, null too."""
    return {keyword: value}


def count(site: Site, keyword: str, value: Any) -> Canonical:
    """A length or a number of items; `2.0` is accepted as the JSON integer it is."""
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if not isinstance(value, int) or isinstance(value, bool) or value < 0:
        return site.reject(keyword, "an integer from 0 up", unquoted(value))
    return {keyword: value}


def number(site: Site, keyword: str, value: Any) -> Canonical:
    """An integer or a float."""
    if not isinstance(value, int | float) or isinstance(value, bool):
        return site.reject(keyword, "a number", unquoted(value))
    return {keyword: value}


def positive(site: Site, keyword: str, value: Any) -> Canonical:
    """A number above 0."""
    found = number(site, keyword, value)
    return found if not found or value > 0 else site.reject(keyword, "a number above 0")


def limit(site: Site, keyword: str, value: Any) -> Canonical:
    """Draft 4: a number, unless `exclusiveMinimum: true` beside it says more of it."""
    found = number(site, keyword, value)
    return {} if site.contents.get(f"exclusive{keyword.capitalize()}") is True else found


def exclusive_flag(site: Site, keyword: str, value: Any) -> Canonical:
    """Draft 4: `exclusiveMinimum: true` sharpens the `minimum` beside it."""
    if not isinstance(value, bool):
        return site.reject(keyword, "true or false")
    bound = site.contents.get(EXCLUSIVE[keyword])
    is_number = isinstance(bound, int | float) and not isinstance(bound, bool)
    return {keyword: bound} if value and is_number else {}


def exclusive_flag_or_number(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.0 has draft 4's flag; a number, which is 3.1's, is told."""
    if isinstance(value, bool):
        return exclusive_flag(site, keyword, value)
    found = number(site, keyword, value)
    if found:
        hint = f"write `{EXCLUSIVE[keyword]}: {value}` and `{keyword}: true`"
        message = f"'{keyword}' is true or false before OpenAPI 3.1: it is read as in 3.1"
        site.tell(SCH012, message, keyword, hint=hint, cause=keyword)
    return found


def exclusive_number_or_flag(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.1 has draft 6's number; a flag, which is 3.0's, is told."""
    if not isinstance(value, bool):
        return number(site, keyword, value)
    found = exclusive_flag(site, keyword, value)
    bound = found.get(keyword)
    hint = (
        "leave it out"
        if bound is None
        else f"write `{keyword}: {bound}` and no '{EXCLUSIVE[keyword]}'"
    )
    message = f"'{keyword}' is a number since OpenAPI 3.1: it is read as in 3.0"
    site.tell(SCH012, message, keyword, hint=hint, cause=keyword)
    return found


def string(site: Site, keyword: str, value: Any) -> Canonical:
    """A string, as it is."""
    return {keyword: value} if isinstance(value, str) else site.reject(keyword, "a string")


def boolean(site: Site, keyword: str, value: Any) -> Canonical:
    """`true` or `false`."""
    if isinstance(value, bool):
        return {keyword: value}
    return site.reject(keyword, "true or false", unquoted(value))


def nullable(site: Site, keyword: str, value: Any) -> Canonical:
    """OpenAPI 3.0: null is valid, too."""
    return {keyword: True} if boolean(site, keyword, value).get(keyword) else {}


def strings(site: Site, keyword: str, value: Any) -> Canonical:
    """A list of names, as a tuple."""
    if not isinstance(value, list) or not all(isinstance(item, str) for item in value):
        hint = f"write `[{value}]`" if isinstance(value, str) else ""
        if isinstance(value, bool):
            hint = "the object around it lists the names of those that are required"
        return site.reject(keyword, "a list of names", hint)
    return {keyword: tuple(value)}


def string_lists(site: Site, keyword: str, value: Any) -> Canonical:
    """Lists of names by name: `dependentRequired`."""
    if not isinstance(value, dict) or not all(isinstance(v, list) for v in value.values()):
        return site.reject(keyword, "an object whose values are lists of names")
    return {keyword: {name: tuple(names) for name, names in value.items()}}


def contains(site: Site, keyword: str, value: Any) -> Canonical:
    """`contains` of drafts 6 and 7: at least one."""
    return {keyword: Contains(site.lower(keyword))}


def contains_2019(site: Site, keyword: str, value: Any) -> Canonical:
    """With `minContains` and `maxContains`; no item counts as evaluated by it."""
    return {keyword: _bounded(site, keyword, evaluates=False)}


def contains_2020(site: Site, keyword: str, value: Any) -> Canonical:
    """With `minContains` and `maxContains`; the items that match count as evaluated."""
    return {keyword: _bounded(site, keyword, evaluates=True)}


def _bounded(site: Site, keyword: str, *, evaluates: bool) -> Contains:
    minimum = count(site, "minContains", site.contents.get("minContains", 1))
    maximum = site.contents.get("maxContains")
    if maximum is not None:
        maximum = count(site, "maxContains", maximum).get("maxContains")
    return Contains(site.lower(keyword), minimum.get("minContains", 1), maximum, evaluates)


PLAIN: Collection[Keyword] = frozenset(
    {
        annotation,
        pattern,
        type_,
        count,
        number,
        limit,
        positive,
        exclusive_flag,
        exclusive_flag_or_number,
        exclusive_number_or_flag,
        string,
        boolean,
        nullable,
    }
)
"""Those that read the value of their keyword and no schema, and list no values."""
