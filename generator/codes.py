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
JSON004 = Code("JSON004", "error", "lone surrogate", """Half of a surrogate pair.""")
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
CFG001 = Code(
    "CFG001",
    "error",
    "unreadable settings",
    """The file with the settings cannot be read, or is not TOML.

Settings stand in the table `[tool.typewright]` of pyproject.toml, or at the top of a
typewright.toml. `--config FILE` names another file.""",
)
CFG002 = Code(
    "CFG002",
    "error",
    "unknown setting",
    """There is no setting of this name. Nothing is ignored in silence: a misspelt setting would
otherwise do nothing. `typewright schema` prints all of them.""",
)
CFG003 = Code(
    "CFG003",
    "error",
    "setting with a wrong value",
    """The value of a setting is of another type, or none of those that the setting knows.""",
)
CFG004 = Code(
    "CFG004",
    "error",
    "nothing to generate from",
    """No description was named: neither on the command line, nor as `specs` in the settings.

    typewright generate openapi.yaml -o generated""",
)
TPL001 = Code(
    "TPL001",
    "error",
    "template that does not render",
    """A template has a mistake in its syntax, or asks for something that its view does not have.

Templates are Jinja2 with strict undefined names. A file in the folder `templates` of the settings
replaces the built-in one of the same name; copy that one and change it step by step.""",
)
FMT001 = Code(
    "FMT001",
    "error",
    "formatter failed",
    """The formatter refused the generated Python, which means that a template (or we) wrote
something that is not Python. `--formatter none` writes it as it is, so that you can look at it.""",
)
WRT001 = Code(
    "WRT001",
    "error",
    "file of somebody else",
    """A file to be written is there already, with other content, and was not written by typewright.

What typewright writes is listed in `.typewright-files` of the output folder; keep that list under
version control. Move the file away or delete it, or choose another output folder.""",
)
WRT002 = Code(
    "WRT002",
    "error",
    "path outside the output folder",
    """A file name would lead out of the output folder, through `..`, an absolute path or a symbolic
link, or holds characters that no file name can have everywhere. Nothing was written.""",
)
WRT003 = Code(
    "WRT003",
    "error",
    "two files of one name",
    """Two files have names that only differ in case. macOS and Windows take them for one.""",
)
WRT004 = Code(
    "WRT004",
    "error",
    "cannot write",
    """The operating system refused to write (no space, no permission …). Everything was put back:
the output folder is as it was before.""",
)
WRT005 = Code(
    "WRT005",
    "warning",
    "edited file kept",
    """The model of this file is gone, but somebody edited the file after typewright wrote it, so it
was not deleted. It is no longer listed as ours; delete it when nobody needs it.""",
)

