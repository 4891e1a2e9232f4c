"""`jsonschema` without the second that it takes to be imported.

With `rfc3987-syntax` installed, importing `jsonschema` builds a grammar of IRIs, which takes longer
than comparing two descriptions of three megabytes. Here a witness only has to be no URI at all,
and `jsonschema-rs` has to agree on that.
"""

from __future__ import annotations

import re
import sys
from importlib import import_module
from typing import Any

_SLOW = "rfc3987_syntax"
_URI = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:[^\s<>{}|\\^`\"]*")


def _imported() -> Any:
    if _SLOW in sys.modules or "jsonschema" in sys.modules:
        return import_module("jsonschema")
    sys.modules[_SLOW] = None  # type: ignore[assignment]
    try:
        return import_module("jsonschema")
    finally:
        del sys.modules[_SLOW]


jsonschema = _imported()
best_match = import_module("jsonschema.exceptions").best_match
formats = jsonschema.FormatChecker(())
# A checker of all drafts takes a `time` for what it was in the third one, without an offset.
formats.checkers = {**jsonschema.Draft202012Validator.FORMAT_CHECKER.checkers}


@formats.checks("uri")  # type: ignore[untyped-decorator, unused-ignore]
def _is_uri(value: object) -> bool:
    return not isinstance(value, str) or _URI.fullmatch(value) is not None
