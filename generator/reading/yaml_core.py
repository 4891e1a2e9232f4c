"""YAML as JSON data, by the core schema of YAML 1.2: the strict reader, which has the last word.

Scalars are what JSON users expect: `no`, `on` and `2024-01-31` are strings, `0777` is 777. Keys
are strings as they are written (`200` is "200"). The merge key `<<` of YAML 1.1 is honoured,
because many descriptions use it.
"""

from __future__ import annotations

import math
import re
from dataclasses import field
from typing import TYPE_CHECKING, Any, Final

from generator import codes
from generator.frozen import dataclass
from generator.reading.malformed import Malformed, spot

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from yaml import MarkedYAMLError
    from yaml.error import Mark
    from yaml.events import AliasEvent, CollectionStartEvent, Event, NodeEvent, ScalarEvent

    from generator.codes import Code

ALIASED_NODES = 1_000_000
"""How many values aliases may add to those that are written."""

DIGITS = 1000
"""How long an integer may be; Python itself refuses to write those of more than 4300 digits."""

_NULL = frozenset({"", "~", "null", "Null", "NULL"})
_BOOLEANS = {
    **dict.fromkeys(("true", "True", "TRUE"), True),
    **dict.fromkeys(("false", "False", "FALSE"), False),
}
_INTEGER = re.compile(r"[-+]?[0-9]+|0o[0-7]+|0x[0-9a-fA-F]+")
_FLOAT = re.compile(r"[-+]?(?:\.[0-9]+|[0-9]+(?:\.[0-9]*)?)(?:[eE][-+]?[0-9]+)?")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_NUMERIC_START = frozenset("+-.0123456789")
_TAG = "tag:yaml.org,2002:"
_MERGE: Final = object()
_UNPRINTABLE = r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufffe\uffff\ud800-\udfff]"


def integer(text: str) -> int | float:
    """Return the integer that `text` spells in the core schema; NaN if it is too long."""
    if len(text) > DIGITS:
        return math.nan
    bases = {"0x": 16, "0o": 8}
    return int(text[2:], bases[text[:2]]) if text[:2] in bases else int(text)


def plain(text: str) -> Any:
    """Return the value of a plain scalar; NaN where JSON has no number for it."""
    if text in _NULL:
        return None
    if text[0] not in _NUMERIC_START:
        return _BOOLEANS.get(text, text)
    if _INTEGER.fullmatch(text):
        return integer(text)
    if _FLOAT.fullmatch(text):
        return float(text)
    return math.nan if _NOT_FINITE.fullmatch(text) else text


def tagged(tag: str, text: str) -> Any:
    """Return the value of a scalar with a tag of the core schema; raise `ValueError` for others."""
    match tag:
        case "str":
            return text
        case "int" if _INTEGER.fullmatch(text):
            return integer(text)
        case "float" if _FLOAT.fullmatch(text):
            return float(text)
        case "float" if _NOT_FINITE.fullmatch(text):
            return math.nan
        case "bool" if text in _BOOLEANS:
            return _BOOLEANS[text]
        case "null" if text in _NULL:
            return None
    raise ValueError


def parse(text: str) -> Any:
    """Return the JSON value of a YAML document; raise `Malformed` where it has none."""
    import yaml.events

    reader = _Reader(text)
    read: dict[type[Event], Callable[[Any], None]] = {
        yaml.events.ScalarEvent: reader.scalar,
        yaml.events.AliasEvent: reader.alias,
        yaml.events.MappingStartEvent: lambda event: reader.start(event, {}),
        yaml.events.SequenceStartEvent: lambda event: reader.start(event, []),
        yaml.events.MappingEndEvent: reader.end,
        yaml.events.SequenceEndEvent: reader.end,
        yaml.events.DocumentStartEvent: reader.document,
        yaml.events.DocumentEndEvent: _pass,
        yaml.events.StreamStartEvent: _pass,
        yaml.events.StreamEndEvent: _pass,
    }
    for event in events(text):
        read[type(event)](event)
    return reader.root


def _pass(event: Event) -> None:
    """Nothing follows from this event."""


def events(text: str) -> Iterator[Event]:
    """Yield the events of a YAML text; raise `Malformed` where its syntax is wrong.

    Raises `RecursionError` for nesting that libyaml does not follow: a thousand levels since 0.2.6.
    """
    import yaml.cyaml
    import yaml.reader

    try:
        parser: Any = yaml.cyaml.CParser(text)  # type: ignore[attr-defined]
        while parser.check_event():
            yield parser.get_event()
    except yaml.MarkedYAMLError as error:
        if "maximum nesting depth" in (error.problem or ""):
            raise RecursionError from error
        raise _syntax(text, error) from error
    except (yaml.reader.ReaderError, UnicodeEncodeError) as error:
        raise _unprintable(text) from error


def marks(event: Event) -> tuple[Mark, Mark]:
    """Return where an event starts and ends; the parser sets both on every one."""
    return event.start_mark, event.end_mark  # type: ignore[return-value]


def span(event: Event) -> tuple[int, int]:
    """Return the offset of an event, and its length; one character of what has several lines."""
    start, end = marks(event)
    return start.index, end.index - start.index if start.line == end.line else 1


def _syntax(text: str, error: MarkedYAMLError) -> Malformed:
    """What the parser says, in the place that tells most, with a hint."""
    problem, context = error.problem or "", error.context or ""
    mark = error.problem_mark or error.context_mark
    if "end of stream" in problem:
        # A quote was never closed: where it was opened tells more than the end of the text.
        mark = error.context_mark or mark
    assert mark is not None
    message = problem
    if context:
        message += f", {context}"
        if error.context_mark and error.context_mark.line != mark.line:
            message += f" that begins on line {error.context_mark.line + 1}"
    offset = min(mark.index, len(text))
    found = text[offset : offset + 1]
    hint = next((hint for part, hint in _HINTS if part in message), "")
    before = text[text.rfind("\n", 0, offset) + 1 : offset].strip()
    if "cannot start any token" in problem:
        hint = _HINTS_TAB if found == "\t" else _HINTS_QUOTE
    elif "mapping values" in problem and ": " not in before:
        hint = _HINTS_ABOVE
    elif "expected key" in problem and before[-1:] in ("'", '"'):
        hint = _HINTS_INNER
    return Malformed(codes.YAML001, message, spot(text, offset), hint)


_HINTS_TAB = "indent with spaces: YAML allows no tabs there"
_HINTS_QUOTE = "quote the value"
_HINTS_ABOVE = "is a ': ' missing in the line above, or is this one indented too far?"
_HINTS_INNER = "within a text in quotes, write \\\" for \", and '' for '"
_HINTS = (
    ("found a tab", _HINTS_TAB),
    ("mapping values are not allowed", "quote the text if it contains ': '"),
    ("scanning a quoted scalar", "a quote is not closed, or stands where it should be doubled"),
    ("Unicode character escape", "write the character itself, or one escape like \\U0001F600"),
    (
        "unknown escape character",
        "in double quotes, write a backslash as \\\\; or use single quotes",
    ),
    ("did not find expected key", "is this line indented like those above it?"),
    ("did not find expected '-' indicator", "is this line indented like the items above it?"),
    ("could not find expected ':'", "is there a ':' missing, or is the indentation wrong?"),
    ("did not find expected node content", "a bracket is not closed, or a value is missing"),
    ("did not find expected ','", "a bracket is not closed, or a text with one needs quotes"),
    ("tag handle", "remove the tag"),
    ("<document start>", "something stands behind the end of the value"),
    ("alphabetic or numeric character", "quote a text that starts with '*' or '&'"),
)


def _unprintable(text: str) -> Malformed:
    found = re.search(_UNPRINTABLE, text)
    offset = found.start() if found else 0
    return Malformed(
        codes.YAML001,
        f"the character U+{ord(text[offset : offset + 1] or ' '):04X} is not allowed",
        spot(text, offset),
        'write it as an escape in a text in double quotes ("\\x00")',
    )


@dataclass(slots=True, eq=False)
class _Open:
    """A container that is being read; `nodes` counts it with all that it holds."""

    value: dict[str, Any] | list[Any]
    anchor: str | None
    nodes: int = 1
    key: Any = None
    awaits_value: bool = False
    merged: list[dict[str, Any]] = field(default_factory=list)


class _Reader:
    """Builds the JSON value from the events of a text."""

    def __init__(self, text: str) -> None:
        self.root: Any = None
        self._text = text
        self._has_bare_tags = "! " in text
        self._documents = 0
        self._stack: list[_Open] = []
        self._anchors: dict[str, tuple[Any, int, str | None]] = {}
        self._aliased = 0

    def document(self, event: Event) -> None:
        self._documents += 1
        if self._documents > 1:
            raise self._malformed(
                codes.YAML005, "a second document starts here", event,
                "put each document into a file of its own",
            )  # fmt: skip

    def scalar(self, event: ScalarEvent) -> None:
        if self._expects_key():
            untagged = event.implicit[0] and not event.tag
            value = _MERGE if untagged and event.value == "<<" else event.value
        else:
            value = self._value(event)
        if event.anchor:
            self._anchors[event.anchor] = (self._value(event), 1, event.value)
        self._add(value, 1, event)

    def alias(self, event: AliasEvent) -> None:
        if event.anchor not in self._anchors:
            raise self._unknown(event)
        value, nodes, spelling = self._anchors[event.anchor]
        self._aliased += nodes
        if self._aliased > ALIASED_NODES:
            raise self._malformed(
                codes.YAML006, "the aliases up to here stand for too many values", event,
                "use '$ref' in place of aliases",
            )  # fmt: skip
        if self._expects_key():
            if spelling is None:
                raise self._no_key(event)
            value = spelling
        self._add(value, nodes, event)

    def start(self, event: CollectionStartEvent, value: dict[str, Any] | list[Any]) -> None:
        if event.tag and event.tag not in ("!", _TAG + "map", _TAG + "seq"):
            raise self._unknown_tag(event)
        if self._expects_key():
            raise self._no_key(event)
        if event.anchor:
            self._anchors.pop(event.anchor, None)
        self._stack.append(_Open(value, event.anchor))

    def end(self, event: Event) -> None:
        done = self._stack.pop()
        if isinstance(done.value, dict) and done.merged:
            own = dict(done.value)
            done.value.clear()
            for mapping in reversed(done.merged):
                done.value.update(mapping)
            done.value.update(own)
        if done.anchor:
            self._anchors[done.anchor] = (done.value, done.nodes, None)
        self._add(done.value, done.nodes, event)

    def _expects_key(self) -> bool:
        top = self._stack[-1] if self._stack else None
        return top is not None and type(top.value) is dict and not top.awaits_value

    def _add(self, value: Any, nodes: int, event: Event) -> None:
        if not self._stack:
            self.root = value
            return
        top = self._stack[-1]
        top.nodes += nodes
        if type(top.value) is list:
            top.value.append(value)
        elif not top.awaits_value:
            if value in top.value:
                raise self._twice(value, event)
            top.key, top.awaits_value = value, True
        else:
            top.awaits_value = False
            if top.key is _MERGE:
                top.merged += self._mappings(value, event)
            else:
                top.value[top.key] = value

    def _value(self, event: ScalarEvent) -> Any:
        value: Any = event.value
        if event.tag and event.tag != "!":
            value = self._tagged(event)
        elif event.implicit[0] and not self._is_bare(event):
            value = plain(value)
        if type(value) is float and math.isnan(value):
            raise self._malformed(
                codes.YAML004, f"'{event.value[:40]}' is no JSON number, or too long a one",
                event, "quote it if it is text",
            )  # fmt: skip
        return value

    def _is_bare(self, event: ScalarEvent) -> bool:
        """Tell whether the tag `!` stands before a scalar: it makes it a string."""
        return self._has_bare_tags and self._text[marks(event)[0].index] == "!"

    def _tagged(self, event: ScalarEvent) -> Any:
        try:
            return tagged((event.tag or "").removeprefix(_TAG), event.value)
        except ValueError:
            raise self._unknown_tag(event) from None

    def _mappings(self, value: Any, event: Event) -> list[dict[str, Any]]:
        mappings = value if isinstance(value, list) else [value]
        if not all(isinstance(mapping, dict) for mapping in mappings):
            raise self._malformed(
                codes.YAML004, "the merge key '<<' takes a mapping, or a list of mappings",
                event, "quote it if it is the name of a property",
            )  # fmt: skip
        return mappings

    def _twice(self, key: Any, event: Event) -> Malformed:
        shown = "<<" if key is _MERGE else key
        return self._malformed(
            codes.YAML002, f"the key '{shown}' stands twice in this mapping", event,
            "remove or rename one of the two",
        )  # fmt: skip

    def _unknown(self, event: AliasEvent) -> Malformed:
        if any(container.anchor == event.anchor for container in self._stack):
            message = f"the alias '*{event.anchor}' stands inside of what it stands for"
            hint = "use '$ref' for a recursive schema"
            return self._malformed(codes.YAML006, message, event, hint)
        message = f"no anchor '&{event.anchor}' stands before this alias"
        hint = "quote a text that starts with '*'"
        return self._malformed(codes.YAML006, message, event, hint)

    def _unknown_tag(self, event: ScalarEvent | CollectionStartEvent) -> Malformed:
        tag = event.tag or ""
        shown = "!!" + tag.removeprefix(_TAG) if tag.startswith(_TAG) else tag
        value = getattr(event, "value", None)
        message = f"the tag '{shown}' has no meaning in JSON"
        if tag.startswith(_TAG) and tag.removeprefix(_TAG) in ("int", "float", "bool", "null"):
            message = f"'{value}' is nothing that the tag '{shown}' allows"
        return self._malformed(
            codes.YAML003, message, event, "remove the tag; quote the value if it is text"
        )

    def _no_key(self, event: NodeEvent) -> Malformed:
        return self._malformed(
            codes.YAML004, "a mapping or a list cannot be a key", event,
            "quote the text if it starts with '{' or '['",
        )  # fmt: skip

    def _malformed(self, code: Code, message: str, event: Event, hint: str = "") -> Malformed:
        offset, width = span(event)
        return Malformed(code, message, spot(self._text, offset, max(width, 1)), hint)
