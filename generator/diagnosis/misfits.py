"""What hardly anybody means: what the type beside it refuses, and formats spelt wrong."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from typing import Any

from generator.codes import SCH007, SCH008, SCH009, SCH010, SCH018
from generator.diagnosis.meant import meant_part, unquoted
from generator.diagnosis.refusals import BOUNDS, refusal
from generator.facets import ABOUT, common_types, equal, is_of_type
from generator.ir import VALUE_DESCRIPTIONS, VALUE_NAMES
from generator.keywords import Site
from generator.showing.suggest import closest

_ANNOTATIONS: Mapping[str, type] = {
    **dict.fromkeys(("title", "description"), str),
    **dict.fromkeys(("deprecated", "readOnly", "writeOnly"), bool),
    "examples": list,
}
_KINDS = {str: "a text", bool: "true or false", list: "a list of values"}
_FORMATS = frozenset(
    "base64url binary byte char commonmark date date-time date-time-local decimal decimal128 "
    "double double-int duration email float hostname html http-date idn-email idn-hostname int8 "
    "int16 int32 int64 ipv4 ipv6 iri iri-reference json-pointer media-range password regex "
    "relative-json-pointer time time-local uint8 uint16 uint32 uint64 unixtime uri uri-reference "
    "uri-template uuid unix-time".split()
)
"""The formats of JSON Schema and of the registry of OpenAPI, and one that many know."""
_OF_NUMBERS = re.compile(r"u?int\d+|decimal|float|double|unix")
"""What formats of numbers start with, in the registry of OpenAPI and elsewhere."""
_DATE = r"\d{4}-\d\d-\d\d"
_TIME = r"([01]\d|2[0-3]):[0-5]\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)"
_SPELLINGS: Mapping[str, re.Pattern[str]] = {
    "date": re.compile(_DATE),
    "date-time": re.compile(rf"{_DATE}[Tt ]{_TIME}"),
    "time": re.compile(_TIME),
    "uuid": re.compile(r"[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"),
}
"""What values of the formats that have a class of Python look like, at least."""
_ALIKE = (
    {"number": "maximum", "string": "maxLength", "array": "maxItems", "object": "maxProperties"},
    {"number": "minimum", "string": "minLength", "array": "minItems", "object": "minProperties"},
)
"""Keywords that say the same of different types."""
_LOST = frozenset({*BOUNDS, "nullable", "default"}) | frozenset(
    "enum const required properties additionalProperties items allOf anyOf oneOf not format".split()
)
"""What is missed where it counts for nothing; a `type` beside a `$ref` most often says it again."""
_SHOWN, _MOST = 40, 8
"""How many characters of a value are shown, and how many values."""


def tell_misfits(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report what of a schema its own `type` or bounds refuse, or that is no known format.

    `keywords` are canonical. Null is passed over: many write it for a default that there is not, or
    among other values of an enum. Where it is the only one, none is valid.
    """
    contents, types = site.contents, keywords.get("type", ())
    if types and "default" in contents and not _is_of(contents["default"], types):
        _tell(site, "default", [contents["default"]], types, "this is no default")
    elif "default" in contents:
        _tell_default(site, keywords)
    if types and "example" in contents and not _is_of(contents["example"], types):
        _tell(site, "example", [contents["example"]], types, "this is no example")
    if types and isinstance(contents.get("examples"), list):
        wrong = [value for value in contents["examples"] if not _is_of(value, types)]
        so = "this is no example" if len(wrong) == 1 else "these are no examples"
        if wrong:
            _tell(site, "examples", wrong, types, so)
    if "enum" in keywords:
        _tell_values(site, "enum", keywords)
        _tell_names(site, keywords["enum"])
    if "const" in keywords:
        _tell_values(site, "const", keywords)
    for keyword in ("anyOf", "oneOf"):
        if types and isinstance(contents.get(keyword), list):
            _tell_branches(site, keyword, types)
    if "format" in contents:
        _tell_format(site, contents["format"], types)


def tell_annotation(site: Site, keyword: str, value: Any) -> None:
    """Report what a schema says in words, or by a flag, if it is none; null says nothing."""
    kind = _ANNOTATIONS.get(keyword)
    if kind is None or value is None or type(value) is kind:
        return
    hint = meant_part("flag", "", value) if kind is bool else ""
    if kind is str and isinstance(value, int | float):
        hint = "quote it"
    message = f"'{keyword}' has to be {_KINDS[kind]}: it changes nothing"
    site.tell(SCH018, message, keyword, hint=hint, cause=(keyword, hint))


def lost(contents: Mapping[str, Any], dialect: str) -> Iterator[tuple[str, str, str]]:
    """Yield each keyword beside a `$ref` that stands alone, what to say of it, and a hint."""
    for keyword in contents:
        if keyword in _LOST:
            own = keyword == "nullable" and dialect == "Swagger 2.0"
            said = "x-nullable" if own else keyword
            message = f"'{said}' beside '$ref' changes nothing in {dialect}"
            yield keyword, message, "put the '$ref' one level deeper, into an `allOf`"


def idleness(keyword: str, types: Sequence[str]) -> tuple[str, str]:
    """Say that a keyword is not about values of the `types` beside it, and what may be meant."""
    listed, about = " or ".join(sorted(types)), ABOUT[keyword]
    kind = "number" if types[0] == "integer" else types[0]
    alike = [row[kind] for row in _ALIKE if row.get(about) == keyword and kind in row]
    message = f"'{keyword}' is about values of the type {about}, not {listed}: it changes nothing"
    inside = "put it under `items`" if about == "object" and kind == "array" else ""
    return message, f"did you mean '{alike[0]}'?" if alike else inside


def _tell_default(site: Site, keywords: Mapping[str, Any]) -> None:
    """Report a default that the `enum`, the `format` or a bound beside it refuses."""
    value, name, values = map(site.contents.get, ("default", "format", "enum"))
    if value is None:
        return
    if isinstance(values, list) and not any(equal(value, other) for other in values):
        why, hint = "is not in 'enum'", "let it be one of the values, or add it to them"
    elif isinstance(value, str) and not _looks_like(value, name):
        why, hint = f"is not of the format {name}", "write it as the format says, or leave it out"
        if _looks_like(f"{value}Z", name):
            why, hint = f"{why}, as it has no offset", "put a Z behind it, or an offset like +01:00"
    elif why := refusal(value, keywords):
        message = f"{shown(value)} is {why}: the schema refuses its own default"
        site.tell(SCH007, message, "default", cause=("default", why))
        return
    else:
        return
    message = f"{json.dumps(value, ensure_ascii=False)} {why}: this is no default"
    site.tell(SCH007, message, "default", hint=hint, cause=why)


def _looks_like(value: str, name: Any) -> bool:
    """Whether a text may be of a format; only what is plainly not is told."""
    if not isinstance(name, str) or name not in _SPELLINGS:
        return True
    if not _SPELLINGS[name].fullmatch(value):
        return False
    try:
        return name not in ("date", "date-time") or bool(date.fromisoformat(value[:10]))
    except ValueError:
        return False


def _tell_values(site: Site, keyword: str, keywords: Mapping[str, Any]) -> None:
    """Report the values of an `enum` or a `const` that are never valid."""
    types, written = keywords.get("type", ()), keywords[keyword]
    values = written if keyword == "enum" else (written,)
    # Most lists are long, and of one type of value.
    if types and not (set(map(type, values)) == {str} and "string" in types):
        wrong = [value for value in values if not _is_of(value, types)]
        if set(map(type, values)) == {type(None)} and not _null_is_of(types, site.contents):
            wrong = [None]
        if wrong:
            _tell(site, keyword, wrong, types, _never(wrong))
    if not BOUNDS.isdisjoint(keywords):
        refused: dict[str, list[Any]] = {}
        for value in values:
            refused.setdefault(refusal(value, keywords), []).append(value)
        for why, wrong in refused.items():
            if why:
                message = f"{_listed(wrong)} {why}: {_never(wrong)}"
                site.tell(SCH007, message, keyword, cause=(keyword, why))


def _tell_names(site: Site, values: Sequence[Any]) -> None:
    """Report what names or describes the values, if it is not as many; null needs nothing."""
    for keyword in (*VALUE_NAMES, *VALUE_DESCRIPTIONS):
        names = site.contents.get(keyword)
        if isinstance(names, list) and len(values) - len(names) not in (0, values.count(None)):
            verb, nouns = ("name", "names") if keyword in VALUE_NAMES else ("describe", "texts")
            message = f"'{keyword}' has {len(names)} {nouns} for {len(values)} values"
            hint = f"{verb} each value, in the order of 'enum'"
            site.tell(SCH018, message, keyword, hint=hint, cause=message)


def _never(values: Sequence[Any]) -> str:
    return "it is never valid" if len(values) == 1 else "they are never valid"


def _tell_branches(site: Site, keyword: str, types: Sequence[str]) -> None:
    """Report the branches of which no value is, since it is of none of the `types`."""
    own = [*types, *(["null"] if site.contents.get("nullable") else [])]
    for index, branch in enumerate(site.contents[keyword]):
        theirs = _own_types(branch)
        if theirs and not common_types(own, theirs):
            refused, listed = " or ".join(sorted(theirs)), " or ".join(sorted(own))
            message = f"no branch of the type {refused} matches: beside '{keyword}' it is {listed}"
            site.tell(SCH010, message, keyword, index, "type", cause=message)


def _own_types(branch: Any) -> Sequence[str]:
    """The types that a schema names itself; none if it refers to one, or may be null besides."""
    if not isinstance(branch, dict) or "$ref" in branch or branch.get("nullable"):
        return ()
    types = branch.get("type")
    names = [types] if isinstance(types, str) else types if isinstance(types, list) else []
    return [name for name in names if isinstance(name, str)]


def _tell(site: Site, keyword: str, values: Sequence[Any], types: Sequence[str], so: str) -> None:
    listed = " or ".join(sorted(types))
    message = f"{_listed(values)} not of the type {listed}: {so}"
    it = "it" if len(values) == 1 else "them"
    hint = f"quote {it}" if "string" in types and _may_be_texts(site, keyword, values) else ""
    if all(isinstance(value, str) and _is_of(_unquoted(value), types) for value in values):
        hint = f"write {it} without quotes"
    site.tell(SCH007, message, keyword, hint=hint, cause=(keyword, listed, hint))


def _may_be_texts(site: Site, keyword: str, values: Sequence[Any]) -> bool:
    """Whether numbers and flags may be meant as texts: what an `enum` lists, they have to be."""
    wanted = site.contents.get("enum") if keyword != "enum" else None
    texts = [json.dumps(value) for value in values if isinstance(value, int | float)]
    return len(texts) == len(values) and (
        not isinstance(wanted, list) or all(text in wanted for text in texts)
    )


def _unquoted(value: Any) -> Any:
    """Return what a text is without its quotes, as far as a hint needs it."""
    return json.loads(value) if unquoted(value) else value


def _listed(values: Sequence[Any]) -> str:
    """Return values as the subject of a sentence."""
    more = len(values) - _MOST
    several = ", ".join(map(shown, values[:_MOST])) + (f" and {more} more" if more > 0 else "")
    return f"{several} {'is' if len(values) == 1 else 'are'}"


def shown(value: Any) -> str:
    """Return a value as JSON, cut where it is long."""
    text = json.dumps(value, ensure_ascii=False)
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN]}…"


def _tell_format(site: Site, name: Any, types: Sequence[str]) -> None:
    if not isinstance(name, str):
        return
    if name in _FORMATS:
        if types and "string" not in types and not _OF_NUMBERS.match(name):
            listed = " or ".join(sorted(types))
            message = f"'{name}' is a format of strings, not of {listed}: it changes nothing"
            hint = "put it under `items`" if "array" in types else ""
            site.tell(SCH009, message, "format", hint=hint, cause=message)
        return
    near = closest(name, _FORMATS, alike=0.85)
    if near:
        message, hint = f"no specification knows the format '{name}'", f"did you mean '{near}'?"
        site.tell(SCH008, message, "format", hint=hint, cause=name)


def _null_is_of(types: Sequence[str], contents: Mapping[str, Any]) -> bool:
    return "null" in types or contents.get("nullable") is True


def _is_of(value: Any, types: Sequence[str]) -> bool:
    return value is None or is_of_type(value, {"type": types})
