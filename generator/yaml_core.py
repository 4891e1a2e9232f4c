"""YAML as JSON data, by the core schema of YAML 1.2: the strict reader, which has the last word.

Scalars are what JSON users expect: `no`, `on` and `2024-01-31` are strings, `0777` is 777. Keys
are strings as they are written (`200` is "200"). The merge key `<<` of YAML 1.1 is honoured,
because many descriptions use it.
"""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from typing import Any

from generator import codes
from generator.malformed import Malformed

EXPANDED_NODES = 1_000_000
"""How many nodes aliases may add to those that are written."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMERIC_START = frozenset("+-.0123456789")
_TAG = "tag:yaml.org,2002:"


class _Merge:
    """The key `<<`."""


MERGE = _Merge()


def integer(text: str) -> int:
    """Return the integer that `text` spells in the core schema."""
    bases = {"0x": 16, "0o": 8}
    return int(text[2:], bases[text[:2]]) if text[:2] in bases else int(text)


def plain(text: str) -> Any:
    """Return the JSON value of a plain scalar; infinities and NaN are returned as floats."""
    if text in _NULL:
        return None
    if text in _BOOLEANS:
        return _BOOLEANS[text]
    if text[0] not in _NUMERIC_START:
        return text
    if _INTEGER.fullmatch(text):
        return integer(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    if _NOT_FINITE.fullmatch(text):
        return math.nan if "n" in text[1:].lower().replace("inf", "") else math.inf
    return text


def _malformed(code: codes.Code, message: str, mark: Any, hint: str = "") -> Malformed:
    return Malformed(code, message, mark.line + 1, mark.column + 1, hint=hint)


def _tagged(event: Any) -> Any:
    """Return the value of a scalar with a tag of its own."""
    tag, text = event.tag, event.value
    if tag == _TAG + "str":
        return text
    kind = tag.removeprefix(_TAG)
    readers: dict[str, Callable[[], Any]] = {
        "int": lambda: integer(text) if _INTEGER.fullmatch(text) else _WRONG,
        "float": lambda: float(text) if _FLOAT.fullmatch(text) else plain(text),
        "bool": lambda: _BOOLEANS.get(text, _WRONG),
        "null": lambda: None if text in _NULL else _WRONG,
    }
    if not tag.startswith(_TAG) or kind not in readers:
        raise _malformed(
            codes.YAML003, f"the tag '{_short(tag)}' has no meaning in JSON", event.start_mark,
            "remove the tag, or quote the value if it is text",
        )  # fmt: skip
    value = readers[kind]()
    if value is _WRONG or (kind == "float" and not isinstance(value, float)):
        raise _malformed(
            codes.YAML003, f"'{text}' is no value of the tag '{_short(tag)}'", event.start_mark
        )
    return value


_WRONG = object()


def _short(tag: str) -> str:
    return "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag


@dataclass(slots=True, eq=False)
class _Open:
    """A container that is being read; `nodes` counts it with all that it holds."""

    value: Any
    mark: Any
    anchor: str | None = None
    nodes: int = 1
    key: Any = None
    has_key: bool = False
    merged: list[dict[str, Any]] = field(default_factory=list)


class _Builder:
    """Builds the JSON value from the parser's events."""

    def __init__(self) -> None:
        self.stack: list[_Open] = []
        self.anchors: dict[str, tuple[Any, int]] = {}
        self.opened: set[str] = set()
        self.roots: list[Any] = []
        self.aliased = 0

    def scalar(self, event: Any) -> None:
        top = self.stack[-1] if self.stack else None
        is_key = top is not None and type(top.value) is dict and not top.has_key
        value = self._key(event) if is_key else self._scalar(event)
        if event.anchor:
            self.anchors[event.anchor] = (value, 1)
        self._add(value, 1, event)

    def _key(self, event: Any) -> Any:
        if event.tag and event.tag != "!":
            _tagged(event)
        if event.value == "<<" and event.implicit[0] and not event.tag:
            return MERGE
        return event.value

    def _scalar(self, event: Any) -> Any:
        if event.tag and event.tag != "!":
            value = _tagged(event)
        elif event.implicit[0]:
            value = plain(event.value)
        else:
            return event.value
        if type(value) is float and not math.isfinite(value):
            raise _malformed(
                codes.YAML004, f"'{event.value}' is not a number that JSON can hold",
                event.start_mark, "quote it if it is text",
            )  # fmt: skip
        return value

    def start(self, event: Any, value: Any) -> None:
        if event.tag and event.tag not in ("!", _TAG + "map", _TAG + "seq"):
            raise _malformed(
                codes.YAML003,
                f"the tag '{_short(event.tag)}' has no meaning in JSON",
                event.start_mark,
                "remove the tag",
            )
        if self.stack and type(self.stack[-1].value) is dict and not self.stack[-1].has_key:
            raise _malformed(
                codes.YAML004, "a key has to be a string", event.start_mark,
                "quote the key; for a template's '{{ … }}', quote the whole value",
            )  # fmt: skip
        if event.anchor:
            self.anchors.pop(event.anchor, None)
            self.opened.add(event.anchor)
        self.stack.append(_Open(value, event.start_mark, event.anchor))

    def end(self, event: Any) -> None:
        done = self.stack.pop()
        if done.merged:
            for mapping in reversed(done.merged):
                done.value = {**mapping, **done.value} if False else _merge(mapping, done.value)
        if done.anchor:
            self.opened.discard(done.anchor)
            self.anchors[done.anchor] = (done.value, done.nodes)
        self._add(done.value, done.nodes, event)

    def alias(self, event: Any) -> None:
        found = self.anchors.get(event.anchor)
        if found is None:
            inside = event.anchor in self.opened
            raise _malformed(
                codes.YAML006,
                f"the alias '*{event.anchor}' stands inside its own anchor"
                if inside
                else f"no anchor '&{event.anchor}' stands before this alias",
                event.start_mark,
                "use a '$ref' for a recursive schema" if inside else "",
            )
        value, nodes = found
        self.aliased += nodes
        if self.aliased > EXPANDED_NODES:
            raise _malformed(
                codes.YAML006, "the aliases of this document unfold to too many values",
                event.start_mark, "use '$ref' in place of aliases",
            )  # fmt: skip
        top = self.stack[-1] if self.stack else None
        if top is not None and type(top.value) is dict and not top.has_key:
            if isinstance(value, dict | list):
                raise _malformed(codes.YAML004, "a key has to be a string", event.start_mark)
            value = value if isinstance(value, str) else str(value)
        self._add(value, nodes, event)

    def _add(self, value: Any, nodes: int, event: Any) -> None:
        if not self.stack:
            self.roots.append(value)
            return
        top = self.stack[-1]
        top.nodes += nodes
        container = top.value
        if type(container) is list:
            container.append(value)
        elif not top.has_key:
            if value is not MERGE and value in container:
                raise _malformed(
                    codes.YAML002, f"the key '{value}' stands here twice", event.start_mark,
                    "remove or rename one of the two",
                )  # fmt: skip
            top.key, top.has_key = value, True
        else:
            top.has_key = False
            if top.key is MERGE:
                top.merged += self._mappings(value, event)
            else:
                container[top.key] = value

    def _mappings(self, value: Any, event: Any) -> list[dict[str, Any]]:
        mappings = value if isinstance(value, list) else [value]
        if not all(isinstance(mapping, dict) for mapping in mappings):
            raise _malformed(
                codes.YAML004, "the merge key '<<' takes a mapping, or a list of them",
                event.start_mark, "quote it ('<<') if it is the name of a property",
            )  # fmt: skip
        return mappings


def _merge(mapping: dict[str, Any], own: dict[str, Any]) -> dict[str, Any]:
    merged = {**mapping, **own}
    own.clear()
    own.update(merged)
    return own


def events(text: str) -> Iterator[Any]:
    """Yield the parser's events; a syntax error is raised as `Malformed`."""
    import yaml

    parser = yaml.cyaml.CParser(text)
    try:
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        message = ", ".join(part for part in (error.problem, error.context) if part)
        raise _malformed(codes.YAML001, message, mark) from error
    finally:
        parser.dispose()


def parse(text: str) -> Any:
    """Return the JSON value of a YAML document; raise `Malformed` where it has none."""
    import yaml

    builder = _Builder()
    documents = 0
    for event in events(text):
        kind = type(event)
        if kind is yaml.ScalarEvent:
            builder.scalar(event)
        elif kind is yaml.MappingStartEvent:
            builder.start(event, {})
        elif kind is yaml.SequenceStartEvent:
            builder.start(event, [])
        elif kind in (yaml.MappingEndEvent, yaml.SequenceEndEvent):
            builder.end(event)
        elif kind is yaml.AliasEvent:
            builder.alias(event)
        elif kind is yaml.DocumentStartEvent:
            documents += 1
            if documents > 1:
                raise _malformed(
                    codes.YAML005, "a second document starts here", event.start_mark,
                    "put each document into a file of its own",
                )  # fmt: skip
    return builder.roots[0] if builder.roots else None
