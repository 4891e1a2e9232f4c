"""Versions that cannot be compared, and policies that are stale."""

from __future__ import annotations

from generator.codes.code import Code

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

It was taken back, or merged: then the versions that are compared have it both. Take the entry
out: should the same change come back one day, somebody ought to look at it again.""",
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
    "rule that matches nothing",
    """The `code` of a rule in `[[tool.typewright.diff.rules]]` is a code of `typewright diff`, or a
pattern for several; its `path` is that of an operation (or `GET /orders`), its `schema` the name of
one. Nothing matches this one, so that the rule does nothing. Capitals count.

```toml
[[tool.typewright.diff.rules]]
code = "enum-values-*"          # the codes are enum-value-added and enum-value-removed
level = "info"
```

The reports name the code of each finding; `typewright explain CODE` says what it means.""",
)
