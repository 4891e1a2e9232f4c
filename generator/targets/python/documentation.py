"""Docstrings: what the schema says of a type or a field, laid out so that black leaves it."""

from __future__ import annotations

import re
import textwrap
from collections.abc import Iterable, Iterator, Mapping
from functools import lru_cache
from typing import Any

from generator.facets import asks_nothing
from generator.ir import Array, Map, Ref, Type, TypeId, Union
from generator.showing.inner_bounds import inner_bounds
from generator.targets.python.annotations import converter, is_fixed
from generator.targets.python.layout import WIDTH
from generator.targets.python.markup import as_markdown
from generator.targets.python.module import Library

_THREE_QUOTES = re.compile('"(?="")')
_SAYS_DEPRECATED = re.compile(r"^\W*deprecated\b|\b(?:is|been|now) deprecated\b", re.IGNORECASE)
_BREAKS = str.maketrans("", "", "\n\t")
_BOUNDS: Mapping[str, str] = {
    "minimum": "≥ {}",
    "exclusiveMinimum": "> {}",
    "maximum": "≤ {}",
    "exclusiveMaximum": "< {}",
    "multipleOf": "a multiple of {}",
    "minLength": "at least {} characters",
    "maxLength": "at most {} characters",
    "pattern": "pattern {}",
    "format": "format {}",
    "minItems": "at least {} items",
    "maxItems": "at most {} items",
    "uniqueItems": "no two items equal",
    "minProperties": "at least {} members",
    "maxProperties": "at most {} members",
}
_HOLDING = (Array, Map)


@lru_cache(10_000)
def docstring(text: str, indent: str) -> str:
    """Return a docstring with this text, indented but for the blank lines; empty for no text."""
    around = 8 if '"' in (text.strip()[:1], text.strip()[-1:]) else 6
    lines = _lines(text, WIDTH - len(indent) - around)
    if not lines:
        return ""
    body = [_escaped(line) for line in lines]
    # A quote beside ours is kept apart from them by a blank, as black does it.
    start = f'{indent}""" ' if body[0][0] == '"' else f'{indent}"""'
    end = ' """' if body[-1][-1] == '"' else '"""'
    if len(body) == 1:
        return start + body[0] + end
    rest = (line and indent + line for line in (*body[1:], '"""'))
    return "\n".join([start + body[0], *rest])


def _escaped(line: str) -> str:
    line = line.replace("\\", "\\\\")
    return _THREE_QUOTES.sub(r"\"", line) if '"""' in line else line


def describe(library: Library, types: Iterable[Type], fallback: str = "") -> str:
    """Return what types of one value say: the first description, every bound, any deprecation."""
    text, deprecated = "", False
    bounds: dict[str, None] = {}
    for found in types:
        notes = found.schema.notes
        text = text or worded(notes.description)
        deprecated = deprecated or notes.deprecated
        bounds |= dict.fromkeys(_all_bounds(library, found))
    parts = [text or fallback]
    if bounds:
        parts.append(f"Constraints: {', '.join(bounds)}.")
    if deprecated and not _SAYS_DEPRECATED.search(parts[0]):
        parts.append("Deprecated.")
    return "\n\n".join([part for part in parts if part])


def describe_field(library: Library, type_id: TypeId, default: str = "") -> str:
    """Describe a field; where it only refers to a schema that has no name, by what that says too.

    So it is with what may be null: `anyOf: [{type: string, maxLength: 64}, {type: 'null'}]`. A
    `default` is one that the class does not show; many descriptions tell it in words.
    """
    chain: dict[TypeId, Type] = {}
    following: TypeId | None = type_id
    while following is not None and following not in chain:
        found = chain[following] = library.api.types[following]
        match found.shape:
            case Ref(target) | Union((target,), _) if target not in library.names:
                following = target
            case _:
                following = None
    said = describe(library, chain.values())
    if not default or ("default" in said.lower() and default in said):
        return said
    return f"{said}\n\nDefault: `{default}`."


def worded(description: str) -> str:
    """A description in Markdown; empty where nothing of it can be seen."""
    text = as_markdown(description.strip())
    seen = text.isprintable() or any(c.isprintable() and not c.isspace() for c in text)
    return text if seen else ""


def _all_bounds(library: Library, found: Type) -> list[str]:
    """The bounds of a type, and of what is in it."""
    keywords = found.schema.keywords
    own = [] if _BOUNDS.keys().isdisjoint(keywords) else [*_bounds(_untyped(library, found))]
    holds = isinstance(found.shape, _HOLDING) or "propertyNames" in keywords
    return [*own, *_within(library, found)] if holds else own


def _within(library: Library, found: Type) -> Iterator[str]:
    """The bounds of what is in a type, where that has no class to say so."""

    def of_values(inner: TypeId) -> str:
        has_class = inner in library.names
        return "" if has_class else _joined(_untyped(library, library.api.types[inner]))

    return inner_bounds(found, of_values, lambda n: _joined(library.keywords(library.schemas[n])))


def _joined(keywords: Mapping[str, Any]) -> str:
    return " and ".join(_bounds(keywords))


def _untyped(library: Library, found: Type) -> Mapping[str, Any]:
    """What a schema says, but for what its Python type says already: `date`, `tuple[int, str]`."""
    keywords = library.keywords(found.schema)
    if is_fixed(found):
        said = {"minItems", "maxItems"}
    elif "format" in keywords and converter(library, found.shape):
        said = {"format"}
    else:
        return keywords
    return {keyword: value for keyword, value in keywords.items() if keyword not in said}


def _bounds(keywords: Mapping[str, Any]) -> Iterator[str]:
    """The bounds of a schema in words, such as `≥ 1` and `at most 64 characters`."""
    if _BOUNDS.keys().isdisjoint(keywords):
        return
    for keyword, text in _BOUNDS.items():
        bound = keywords.get(keyword, False)
        if bound is not False and not asks_nothing(keyword, bound):
            yield (text.removesuffix("s") if bound == 1 else text).format(bound)


def _lines(text: str, width: int) -> list[str]:
    if len(text) <= width and text.isprintable():
        return [text.strip()] if text.strip() else []
    clean = text.replace("\r\n", "\n").replace("\r", "\n")
    if not clean.translate(_BREAKS).isprintable():
        clean = "".join(c if c.isprintable() or c in "\n\t" else " " for c in clean)
    first, *rest = clean.expandtabs(4).strip().split("\n")
    rest = textwrap.dedent("\n".join(rest)).split("\n") if rest else []
    lines = [piece for line in [first, *rest] for piece in _wrapped(line.rstrip(), width)]
    return lines if any(lines) else []


def _wrapped(line: str, width: int) -> list[str]:
    """Break a line at blanks; what it starts with (a list, a quote) is not repeated."""
    if len(line) <= width:
        return [line]
    pieces, rest = [], line
    while len(rest) > width:
        cut = rest.rfind(" ", 1, width + 1)
        cut = cut if rest[:cut].strip() and cut > 0 else rest.find(" ", width)
        if cut < 0:
            break
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    return [piece for piece in [*pieces, rest] if piece]
