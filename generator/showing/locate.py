"""Place → Location: where in the text of a file a JSON Pointer leads.

It parses the text a second time, for positions, and only once something has to be shown.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import field
from functools import lru_cache
from itertools import accumulate, count, takewhile
from typing import TYPE_CHECKING, Any

from generator.frozen import dataclass
from generator.reading import json_core, yaml_core, yaml_fast
from generator.reading.malformed import Malformed
from generator.reading.swagger_pointers import original
from generator.showing.fragment import narrow
from generator.source import Location, Place, Source, escape, split

if TYPE_CHECKING:
    from yaml.events import Event

_SWAGGER = re.compile(r"""^[ {]*["']?swagger["']?\s*:""", re.MULTILINE)
_LARGE = 50_000
"""From how many characters on a YAML text is not parsed as a whole for a few places."""
_BLOCK = 1 << 16
"""How many characters are passed over at once where lines are counted."""
_FRAGMENTS = 100
"""How many places of one text are searched for, before it is parsed as a whole."""

Span = tuple[int, int]
"""The offset of a piece of text, and its length."""


@dataclass(frozen=True, slots=True)
class _Member:
    """Where a value stands, and its key; a container is shown by its key where it has one."""

    key: Span
    value: Span


FEW = 3
"""How many other places of a diagnostic are named."""


def located(where: Place | Location) -> Location:
    """Return a location as it is, and that of a place."""
    return locate(where) if isinstance(where, Place) else where


def locate(place: Place) -> Location:
    """Return where a value, or its key, stands; its nearest ancestor's place if there is none.

    Data without text (`syntax="memory"`) is at line 0.
    """
    source = place.source
    if source.syntax == "memory" or not source.text:
        return Location(source, 0, 0, 0, place.pointer)
    swagger = _swagger(source)
    tokens = split(original(place.pointer, swagger) if swagger else place.pointer)
    members = _json(source, tokens) if source.syntax == "json" else _yaml(source, tokens)
    offset, width = members.key if place.at == "key" else members.value
    before = _line_counts(source)[offset // _BLOCK]
    line = before + source.text.count("\n", offset // _BLOCK * _BLOCK, offset) + 1
    column = offset - source.text.rfind("\n", 0, offset)
    return Location(source, line, column, max(width, 1), place.pointer)


def line_at(location: Location) -> str | None:
    """Return the line of the text that a location is in; None if the text has no such line."""
    text, line = location.source.text, location.line
    counts = _line_counts(location.source)
    if not text or not 0 < line <= counts[-1] + 1:
        return None
    start = _start(text, line, counts)
    end = text.find("\n", start)
    return text[start : None if end == -1 else end].removesuffix("\r")


def _start(text: str, line: int, counts: Sequence[int]) -> int:
    """Return the offset at which a line starts."""
    if line == 1:
        return 0
    block = bisect_left(counts, line - 1) - 1
    at = block * _BLOCK - 1
    for _ in range(line - 1 - counts[block]):
        at = text.index("\n", at + 1)
    return at + 1


@lru_cache(maxsize=8)
def _line_counts(source: Source) -> Sequence[int]:
    """Return how many line breaks stand before each block of the text, and before its end."""
    text = source.text
    blocks = range(0, len(text) + 1, _BLOCK)
    return [*accumulate((text.count("\n", at, at + _BLOCK) for at in blocks), initial=0)]


def _json(source: Source, tokens: Sequence[str]) -> _Member:
    start = json_core.start(source.text)
    found = _Member((start, 1), (start, 1))
    for token in tokens:
        try:
            member = _json_members(source, start).get(token)
        except (ValueError, IndexError):
            break
        if member is None:
            break
        start = member.value
        found = _json_spans(source.text, member)
    return found


@lru_cache(maxsize=1024)
def _json_members(source: Source, offset: int) -> Mapping[str, json_core.Member]:
    return {member.key: member for member in json_core.members(source.text, offset)}


def _json_spans(text: str, member: json_core.Member) -> _Member:
    if member.start == member.value:
        width = 1 if text[member.value] in "{[" else member.end - member.value
        return _Member((member.value, width), (member.value, width))
    key = member.start, json_core.end(text, member.start) - member.start
    if text[member.value] in "{[":
        return _Member(key, key)
    return _Member(key, (member.value, member.end - member.value))


def _yaml(source: Source, tokens: Sequence[str]) -> _Member:
    if tokens and len(source.text) > _LARGE and next(_attempts(source)) < _FRAGMENTS:
        found = _in_fragment(source, tokens)
        if found is not None:
            return found
    return _walk(_yaml_index(source), tokens)[0]


def _in_fragment(source: Source, tokens: Sequence[str]) -> _Member | None:
    """Return what the tokens lead to if a few lines are sure to show it."""
    fragment = narrow(source.text, tokens)
    if fragment is None:
        return None
    index = _yaml_index(source, fragment.start, fragment.end)
    found, steps = _walk(index, tokens[fragment.depth :])
    return _shifted(found, fragment.start) if steps == len(tokens) - fragment.depth else None


@lru_cache(maxsize=8)
def _attempts(source: Source) -> Iterator[int]:
    return count()


def _shifted(member: _Member, offset: int) -> _Member:
    (key, key_width), (value, value_width) = member.key, member.value
    return _Member((key + offset, key_width), (value + offset, value_width))


def _walk(index: _Index, tokens: Sequence[str]) -> tuple[_Member, int]:
    """Return what the tokens lead to, and how many of them have led somewhere."""
    at, found, steps = "", index.members[""], 0
    for token in tokens:
        child = index.child(at, token)
        if child is None:
            break
        at, found, steps = child, index.members[child], steps + 1
    return found, steps


@dataclass(slots=True, eq=False)
class _Open:
    """A container that is being read."""

    pointer: str
    is_mapping: bool
    items: int = 0
    key: tuple[str, Span] | None = None


@dataclass(slots=True, eq=False)
class _Index:
    """Where every value of a YAML text stands, by its pointer; aliases are followed on request."""

    members: dict[str, _Member] = field(default_factory=lambda: {"": _Member((0, 1), (0, 1))})
    aliases: dict[str, str] = field(default_factory=dict)

    def child(self, pointer: str, token: str) -> str | None:
        """Return the pointer under which the child of a value is written, if it has such a one."""
        pointer = self.aliases.get(pointer, pointer)
        own = f"{pointer}/{escape(token)}"
        if own in self.members:
            return own
        merged = f"{pointer}/<<"
        listed = (f"{merged}/{index}" for index in count())
        for source in (merged, *takewhile(self.members.__contains__, listed)):
            inherited = f"{self.aliases.get(source, source)}/{escape(token)}"
            if source in self.members and inherited in self.members:
                return inherited
        return None


@lru_cache(maxsize=64)
def _yaml_index(source: Source, start: int = 0, end: int | None = None) -> _Index:
    indexer = _Indexer()
    try:
        for event in yaml_core.events(source.text[start:end]):
            indexer.add(event)
    except Malformed:
        pass  # What stands before the mistake has its place all the same.
    return indexer.index


class _Indexer:
    """Builds the index from the events of a text."""

    def __init__(self) -> None:
        self.index = _Index()
        self._stack: list[_Open] = []
        self._anchors: dict[str, str] = {}

    def add(self, event: Event) -> None:
        match type(event).__name__:
            case "ScalarEvent" | "AliasEvent":
                self._node(event)
            case "MappingStartEvent" | "SequenceStartEvent" as name:
                self._stack.append(_Open(self._node(event), name == "MappingStartEvent"))
            case "MappingEndEvent" | "SequenceEndEvent":
                self._stack.pop()

    def _node(self, event: Any) -> str:
        """Record a value, or remember a key; return the pointer of the value."""
        span = yaml_core.span(event)
        top = self._stack[-1] if self._stack else None
        if top is not None and top.is_mapping and top.key is None:
            top.key = getattr(event, "value", "") or "", span
            return top.pointer
        pointer, key = self._next(top)
        is_block = getattr(event, "flow_style", None) is False
        self.index.members[pointer] = _Member(key or span, key if key and is_block else span)
        anchor = getattr(event, "anchor", None)
        if anchor and type(event).__name__ == "AliasEvent":
            self.index.aliases[pointer] = self._anchors.get(anchor, pointer)
        elif anchor:
            self._anchors[anchor] = pointer
        return pointer

    def _next(self, top: _Open | None) -> tuple[str, Span | None]:
        if top is None:
            return "", None
        if top.key is None:
            top.items += 1
            return f"{top.pointer}/{top.items - 1}", None
        (name, span), top.key = top.key, None
        return f"{top.pointer}/{escape(name)}", span


@lru_cache(maxsize=8)
def _swagger(source: Source) -> Any:
    """Return the contents of a text in Swagger 2.0; None of any other."""
    if "swagger" not in source.text or not _SWAGGER.search(source.text):
        return None
    try:
        contents = yaml_fast.UNSURE if source.syntax == "yaml" else json_core.parse(source.text)
        if contents is yaml_fast.UNSURE:
            contents = yaml_core.parse(source.text)
    except (Malformed, RecursionError):
        return None
    is_swagger = isinstance(contents, dict) and "swagger" in contents and "openapi" not in contents
    return contents if is_swagger else None
