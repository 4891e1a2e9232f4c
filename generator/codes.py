"""Every diagnostic code, in one place: its level, its title and the page `explain` prints."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic. `page` is what `typewright explain NAME` prints."""

    name: str
    level: Literal["error", "warning"]
    title: str
    page: str


SRC001 = Code("SRC001", "error", "unreadable file", """The file cannot be opened.""")
SRC002 = Code("SRC002", "error", "not UTF-8", """Descriptions are read as UTF-8.""")
SRC003 = Code("SRC003", "error", "nothing to read", """The file holds no value.""")
SRC004 = Code("SRC004", "error", "nested too deeply", """The value is nested too deeply.""")
JSON001 = Code("JSON001", "error", "JSON syntax error", """The text is not JSON.""")
JSON002 = Code("JSON002", "error", "duplicate key", """A key stands twice in one object.""")
JSON003 = Code("JSON003", "error", "not a JSON number", """NaN, Infinity or too large.""")
YAML001 = Code("YAML001", "error", "YAML syntax error", """The text is not YAML.""")
YAML002 = Code("YAML002", "error", "duplicate key", """A key stands twice in one mapping.""")
YAML003 = Code("YAML003", "error", "unknown tag", """A tag has no meaning in JSON.""")
YAML004 = Code("YAML004", "error", "no JSON value", """A YAML value that JSON cannot hold.""")
YAML005 = Code("YAML005", "error", "several documents", """One file holds one document.""")
YAML006 = Code("YAML006", "error", "wrong alias", """An alias cannot be unfolded.""")
OAS001 = Code("OAS001", "error", "unknown version", """The version is not supported.""")
SCH004 = Code("SCH004", "error", "unknown draft", """The draft is not supported.""")
REF001 = Code(
    "REF001",
    "error",
    "unresolvable reference",
    """The document that a `$ref` names cannot be read.""",
)
REF002 = Code(
    "REF002",
    "error",
    "reference to nothing",
    """A `$ref` points at a place that its document does not have.""",
)
REF003 = Code(
    "REF003",
    "error",
    "reference cycle",
    """A chain of `$ref`s leads back to itself without ever reaching a schema.""",
)
SCH001 = Code(
    "SCH001",
    "error",
    "not a schema",
    """A schema is expected here: an object, or (since draft 6) `true` or `false`.""",
)
SCH002 = Code(
    "SCH002",
    "error",
    "keyword with a wrong value",
    """The keyword's value is not of the type that its specification asks for.""",
)
SCH003 = Code(
    "SCH003",
    "warning",
    "unknown keyword",
    """Nothing reads this keyword: it is in no specification that the document declares.""",
)
