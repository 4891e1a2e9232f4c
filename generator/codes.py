"""Every diagnostic code, in one place: its level, its title and the page `explain` prints."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

from generator.showing.suggest import closest


@dataclass(frozen=True, slots=True)
class Code:
    """A kind of diagnostic. `page` is what `typewright explain NAME` prints."""

    name: str
    level: Literal["error", "warning"]
    title: str
    page: str


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
OAS001 = Code(
    "OAS001",
    "error",
    "unknown version",
    """The member `openapi` or `swagger` names a version that typewright does not read. It reads
OpenAPI 3.0, 3.1 and 3.2, and Swagger 2.0.

```yaml
openapi: 4.0.0
```

Swagger 1.x can be converted with the tools of its time. Quote the version: an unquoted
`3.10` is the number 3.1.""",
)
OAS002 = Code(
    "OAS002",
    "error",
    "part of a wrong kind",
    """A part of an OpenAPI description is not of the kind that the specification asks for, such
as a list where an object belongs, so that nothing can be made of it.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths: [/orders]
```

Most often a level of indentation is missing, or a `-` is one too many.""",
)
OAS003 = Code(
    "OAS003",
    "warning",
    "two operations of one id",
    """`operationId` has to be unique in a description: names of requests, and links, follow
from it.

```yaml
openapi: 3.1.0
info: {title: Shop, version: '1'}
paths:
  /orders: {get: {operationId: list, responses: {}}}
  /users: {get: {operationId: list, responses: {}}}
```

Give one of them an id of its own.""",
)
REF001 = Code(
    "REF001",
    "error",
    "unresolvable reference",
    """The document that a `$ref` names cannot be read.

```yaml
$ref: no-such-file.yaml#/Pet
```

A relative reference counts from the file that it stands in, or from the `$id` around
it. References to `http(s)` are not followed unless `--allow-remote HOST` allows it.""",
)
REF002 = Code(
    "REF002",
    "error",
    "reference to nothing",
    """A `$ref` points at a place that its document does not have.

```yaml
$defs:
  Order: {type: object}
properties:
  order: {$ref: '#/$defs/Ordr'}
```

Check the spelling, upper and lower case included. In a JSON Pointer, `/` inside of a
name is written `~1` and `~` is written `~0`.""",
)
REF003 = Code(
    "REF003",
    "error",
    "reference cycle",
    """A chain of `$ref`s leads back to itself without ever reaching a schema.

```yaml
$ref: '#/$defs/A'
$defs:
  A: {$ref: '#/$defs/B'}
  B: {$ref: '#/$defs/A'}
```

A schema may well contain itself, below `properties` or `items`; only nothing but
references in a circle describes nothing.""",
)
SCH001 = Code(
    "SCH001",
    "error",
    "not a schema",
    """A schema is expected here: an object, or (since draft 6) `true` or `false`.

```yaml
properties:
  name: string
```

Most often, a type's name stands where a schema has to: write `{type: string}`.""",
)
SCH002 = Code(
    "SCH002",
    "error",
    "keyword with a wrong value",
    """The keyword's value is not of the type that its specification asks for.

```yaml
type: string
maxLength: "10"
```

The message says what is expected. What a keyword takes differs between drafts:
`required` is a list of names since draft 4, `exclusiveMinimum` a number since draft 6.""",
)
SCH003 = Code(
    "SCH003",
    "warning",
    "unknown keyword",
    """Nothing reads this keyword: it is in no specification that the document declares, so it
changes nothing.

```yaml
type: string
maxlength: 10
```

Check its spelling, and the version of the document: `const` is not in draft 4,
`definitions` became `$defs`. A keyword of your own is never reported if its name starts
with `x-`.""",
)
SCH004 = Code(
    "SCH004",
    "error",
    "unknown draft",
    """`$schema` names a draft of JSON Schema that typewright does not read. It reads drafts 4, 6,
7, 2019-09 and 2020-12.

```json
{"$schema": "http://json-schema.org/draft-03/schema#", "type": "object"}
```

A metaschema of your own is fine, under a URI of your own.""",
)
SCH005 = Code(
    "SCH005",
    "warning",
    "metaschema not read",
    """`$schema` names a metaschema of somebody's own, which says what the keywords mean, and it
could not be read. The schema is then taken as one of the usual draft.

```yaml
$schema: https://example.org/our-metaschema
type: object
```

Name a draft, let the metaschema be fetched (`--allow-remote HOST`), or keep a copy of it in
the repository and refer to that.""",
)
PAT001 = Code(
    "PAT001",
    "error",
    "pattern that cannot be used",
    """The regular expressions of JSON Schema are those of ECMA-262 (JavaScript). This one is
none, or it asks for something that Python's `re` cannot do, so that nothing could check it.

```yaml
pattern: '(?i)\\Aab+'
```

Python's `(?i)` and `\\A` are unknown to ECMA-262, which says `'^[Aa][Bb]+'`.
`re` refuses a lookbehind of varying width, and more than 999,999 repetitions.""",
)
PAT002 = Code(
    "PAT002",
    "warning",
    "pattern that may take for ever",
    """A repetition in a repetition can read the same text in more than one way. On a text that
does not match, every one of these ways is tried: each further character doubles the time, so
that a few dozen of them stop a server.

```yaml
pattern: '^(\\w+\\s?)*$'   # "aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa!" takes minutes
```

`'^\\w+(\\s\\w+)*$'` has one way to read a text: let the parts of a repetition begin or end with a
character that the others cannot be.""",
)
REM001 = Code(
    "REM001",
    "error",
    "remote reference not allowed",
    """A reference leads to an `http(s)` URL, and its host is not among those that may be fetched
from. By default nothing is fetched, so that a build needs no network and tells nobody about
itself.

    typewright generate --allow-remote schemas.example.org

names a host; `allow_remote` in the settings does so too. A port other than the usual
one is named with it: `example.org:8080`. The better way, often, is a copy of the file
in the repository.""",
)
REM002 = Code(
    "REM002",
    "error",
    "URL that is never fetched",
    """The URL, or one that it redirects to, is not fetched even from a host that is allowed: the
host has an address in a private or local network, the URL holds a password, or it leads
from https to http.

    $ref: http://user:secret@example.org/schema.json

Keep a copy of such a file in the repository.""",
)
REM003 = Code(
    "REM003",
    "error",
    "document not fetched",
    """The host cannot be reached, its certificate is not valid, or it answers with something else
than the document. Everything together may take ten seconds, and five redirects.

    $ref: https://example.org/no-such-file.json

Open the URL in a browser; keep a copy in the repository if it is not reliable.""",
)
REM004 = Code(
    "REM004",
    "error",
    "document too large",
    """A document from the network may have 10 MB.

    $ref: https://example.org/everything.json

Keep a copy of a larger one in the repository: files have no such limit.""",
)
REM005 = Code(
    "REM005",
    "error",
    "document has changed",
    """`typewright.lock` has the SHA-256 of every document that was fetched, so that a build today
gives what it gave yesterday. This one is another than it was.

    "https://example.org/schema.json": "sha256:9f86d081…"

Look at what has changed. If it is welcome, remove this line from the lock file and run
again.""",
)
REM006 = Code(
    "REM006",
    "error",
    "lock file of no use",
    """`typewright.lock` cannot be read or written, or a check found that a document is not in it.

    typewright generate        # adds what is missing
    git add typewright.lock

A lock file that git has marked with conflicts is to be resolved by hand; or remove it,
and run again.""",
)
CFG001 = Code(
    "CFG001",
    "error",
    "unreadable settings",
    """The file with the settings cannot be read, or is not TOML.

Settings stand in the table `[tool.typewright]` of pyproject.toml, or at the top of a
typewright.toml. `--config FILE` names another file.

    [tool.typewright]
    specs = ["specs/shop.yaml"]
    output = "generated"  # a folder""",
)
CFG002 = Code(
    "CFG002",
    "error",
    "unknown setting",
    """There is no setting of this name. Nothing is ignored in silence: a misspelt setting would
otherwise do nothing. `typewright schema` prints all of them.

    [tool.typewright]
    formater = "black"        # is called formatter""",
)
CFG003 = Code(
    "CFG003",
    "error",
    "setting with a wrong value",
    """The value of a setting is of another type, or none of those that the setting knows.

    [tool.typewright]
    formatter = "yapf"        # black, ruff or none

`typewright schema` prints what each setting takes.""",
)
CFG004 = Code(
    "CFG004",
    "error",
    "nothing to generate from",
    """No description was named: neither on the command line, nor as `specs` in the settings.

    typewright generate openapi.yaml -o generated""",
)
LNK001 = Code(
    "LNK001",
    "error",
    "link that leads nowhere",
    """A table links to a Markdown file that is not among the tables. Links that we write always
lead to a table; one in a description may not. `check_links` of the settings turns this check on.

Correct the description:

    description: See [the limits](../models/limits.md).""",
)
TPL001 = Code(
    "TPL001",
    "error",
    "template that does not render",
    """A template has a mistake in its syntax, or asks for something that its view does not have.

Templates are Jinja2 with strict undefined names. A file in the folder `templates` of the settings
replaces the built-in one of the same name; copy that one and change it step by step.

    {{ view.nmae }}        {# the view has a name #}""",
)
FMT001 = Code(
    "FMT001",
    "error",
    "formatter failed",
    """The formatter refused the generated Python, which means that a template (or we) wrote
something that is not Python.

    typewright generate --formatter none

writes it as it is, so that you can look at it.""",
)
WRT001 = Code(
    "WRT001",
    "error",
    "file of somebody else",
    """A file to be written is there already, with other content, and was not written by typewright.

What typewright writes is listed in `.typewright-files` of the output folder; keep that list under
version control. Move the file away or delete it, or choose another output folder:

    typewright generate -o somewhere/else""",
)
WRT002 = Code(
    "WRT002",
    "error",
    "path outside the output folder",
    """A file name would lead out of the output folder, through `..`, an absolute path or a symbolic
link, or holds characters that no file name can have everywhere. Nothing was written.

    generated/models -> /usr/lib        # a symbolic link

Remove the link, or choose another output folder.""",
)
WRT003 = Code(
    "WRT003",
    "error",
    "two files of one name",
    """Two files have names that only differ in case. macOS and Windows take them for one.

    templates/Models/a.py and templates/models/a.py

Rename one of the two.""",
)
WRT004 = Code(
    "WRT004",
    "error",
    "cannot write",
    """The operating system refused to write (no space, no permission …). Everything was put back:
the output folder is as it was before.

    df -h . ; ls -ld generated

show the space that is left, and who may write.""",
)
WRT005 = Code(
    "WRT005",
    "warning",
    "edited file kept",
    """The model of this file is gone, but somebody edited the file after typewright wrote it, so it
was not deleted. It is no longer listed as ours; delete it when nobody needs it.

    git log -- generated/models/pet.py

shows who changed it.""",
)

DIF001 = Code(
    "DIF001",
    "warning",
    "stale acceptance",
    """An entry of `[[tool.typewright.diff.accepted]]` accepts a finding that is not there (any
more).

```toml
[[tool.typewright.diff.accepted]]
fingerprint = "0123456789abcdef"
reason = "nobody used it"
```

Take it out: should the same change come back one day, somebody ought to look at it again.""",
)
DIF002 = Code(
    "DIF002",
    "warning",
    "expired acceptance",
    """The date until which a finding was accepted is past, so it counts again.

```toml
[[tool.typewright.diff.accepted]]
fingerprint = "0123456789abcdef"
reason = "until the old app is gone"
expires = 2024-12-31
```

Mend what was accepted for a time, or accept it anew with `typewright diff --accept`.""",
)
DIF003 = Code(
    "DIF003",
    "error",
    "no such version",
    """`typewright diff` needs two versions of a description: two files or folders, `REF:path` of
a git repository, or `--base REF` for what the settings name.

    typewright diff origin/main:specs/shop.yaml specs/shop.yaml
    typewright diff --base origin/main

The commit has to be there: in CI, `git fetch origin main` (or `fetch-depth: 0`) brings it.""",
)

DIF004 = Code(
    "DIF004",
    "warning",
    "rule that matches no code",
    """The `code` of a rule in `[[tool.typewright.diff.rules]]` is a code of `typewright diff`, or a
pattern for several. No code matches this one, so that the rule does nothing.

```toml
[[tool.typewright.diff.rules]]
code = "enum-values-*"          # the codes are enum-value-added and enum-value-removed
level = "info"
```

The reports name the code of each finding; `typewright explain CODE` says what it means.""",
)


# New codes go above: this is all of them.
CODES: Mapping[str, Code] = {
    value.name: value for value in list(globals().values()) if isinstance(value, Code)
}


def explain(name: str) -> str | None:
    """Return the page of a code; None if there is no such code."""
    code = CODES.get(name.strip().upper())
    return f"{code.name}: {code.title} ({code.level})\n\n{code.page}\n" if code else None


def nearest(name: str) -> str | None:
    """Return the code that was most likely meant by a name that is none."""
    return closest(name, CODES)
