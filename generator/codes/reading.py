"""Files that cannot be read, as text, as JSON or as YAML."""

from __future__ import annotations

from generator.codes.code import Code

SRC001 = Code(
    "SRC001",
    "error",
    "unreadable file",
    """The file cannot be opened: it is not there, it is a folder, or you may not read it.

    typewright generate specs/shp.yaml

Paths on the command line count from the folder you are in; paths in the settings count
from the file with the settings.""",
)
SRC002 = Code(
    "SRC002",
    "error",
    "not UTF-8",
    """Descriptions are read as UTF-8, with or without a byte order mark. This file holds bytes
that are not UTF-8; most often it was saved as Latin-1 (Windows-1252) or as UTF-16.

    iconv -f WINDOWS-1252 -t UTF-8 old.yaml > new.yaml

converts it. In most editors, "save with encoding" does so too.""",
)
SRC003 = Code(
    "SRC003",
    "error",
    "nothing to read",
    """The file is empty, or holds only comments or `null`.

```yaml
# nothing but a comment
```

A description is at least an object with a member `openapi`, or a schema.""",
)
SRC004 = Code(
    "SRC004",
    "error",
    "nested too deeply",
    """Arrays and objects are nested more than 254 levels deep.

    {"properties": {"a": {"properties": {"a": {"properties": … 254 times …

No description that people write is. Programs that unfold references produce such files;
let them keep the `$ref`s.""",
)
JSON001 = Code(
    "JSON001",
    "error",
    "JSON syntax error",
    """The text is not JSON. JSON has no comments, no comma after the last member, and no strings
in single quotes.

```json
{"openapi": "3.1.0",}
```

If you would rather write these, name the file `.yaml`: YAML allows all three.""",
)
JSON002 = Code(
    "JSON002",
    "error",
    "duplicate key",
    """A key stands twice in the same object. Readers of JSON do not agree on which of the two
counts, so one of them is ignored in silence somewhere.

```json
{"type": "object", "type": "string"}
```

Remove or rename one of the two.""",
)
JSON003 = Code(
    "JSON003",
    "error",
    "not a JSON number",
    """JSON has no word for NaN and for infinity. An integer may have up to 4300 digits.

```json
{"maximum": Infinity}
```

Leave a bound out that bounds nothing; quote the value if it is text.""",
)
JSON004 = Code(
    "JSON004",
    "error",
    "lone surrogate",
    """An escape from \\ud800 to \\udfff is half of a character, and its other half is missing. Such
a text cannot be written to a file.

```json
{"description": "\\ud83d"}
```

Write both halves ("\\ud83d\\ude00"), or the character itself.""",
)
JSON005 = Code(
    "JSON005",
    "error",
    "not JSON data",
    """A program passed in data that JSON cannot hold: an object with a key that is no string, a
date, a set, a tuple. YAML that PyYAML has read is often so:

    generator.compile(yaml.safe_load("responses: {200: …}"))   # the key is a number

Pass the path of the description or its text. PyYAML takes `no` for false and `12:30:45` for a
number as well.""",
)
YAML001 = Code(
    "YAML001",
    "error",
    "YAML syntax error",
    """The text is not YAML. Frequent reasons: a tab in the indentation, a text with `: ` in it
that is not quoted, a quote or a bracket that is not closed.

```yaml
description: Note: this text needs quotes
```

Quote such a text, or write it as a block:

    description: |
      Note: this text needs no quotes""",
)
YAML002 = Code(
    "YAML002",
    "error",
    "duplicate key",
    """A key stands twice in the same mapping. YAML forbids that, and readers that allow it ignore
one of the two in silence. Keys are compared as JSON has them: `200` and `"200"` are the
same.

```yaml
properties:
  id: {type: string}
  id: {type: integer}
```

Remove or rename one of the two.""",
)
YAML003 = Code(
    "YAML003",
    "error",
    "unknown tag",
    """A tag (`!name`, `!!name`) says that a value is of a special type. Descriptions hold JSON
data, so only `!!str`, `!!int`, `!!float`, `!!bool`, `!!null`, `!!map` and `!!seq` mean
something, and only before a value of that type.

```yaml
default: !!timestamp 2024-01-31
```

Remove the tag. Without it, dates are strings. Tags that start programs are never
followed.""",
)
YAML004 = Code(
    "YAML004",
    "error",
    "no JSON value",
    """YAML can write this, JSON cannot hold it: `.inf` and `.nan`, an integer of more than a
thousand digits, or a mapping or a list as a key.

```yaml
maximum: .inf
```

Leave a bound out that bounds nothing. Quote the value if it is text; a template's `{{
name }}` needs quotes as well.""",
)
YAML005 = Code(
    "YAML005",
    "error",
    "several documents",
    """The file holds more than one YAML document: each `---` after the first starts another.

```yaml
openapi: 3.1.0
---
openapi: 3.1.0
```

Put each document into a file of its own.""",
)
YAML006 = Code(
    "YAML006",
    "error",
    "wrong alias",
    """An alias (`*name`) stands for the value with the anchor `&name` before it. This one has no
such anchor, stands inside of its own value, or unfolds (with those before it) to more than
a million values.

```yaml
properties: &all
  parent: *all
```

Use `$ref` where a schema refers to itself. Quote a text that starts with `*`.""",
)
