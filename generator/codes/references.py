"""References that lead nowhere, and documents that are not fetched."""

from __future__ import annotations

from generator.codes.code import Code

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
