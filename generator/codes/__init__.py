"""Every diagnostic code: its level, its title and the page `explain` prints.

A code is written in one place, the module of its family.
"""

from __future__ import annotations

from collections.abc import Mapping

from generator.codes.code import Code as Code
from generator.codes.comparing import *
from generator.codes.descriptions import *
from generator.codes.output import *
from generator.codes.reading import *
from generator.codes.references import *
from generator.codes.schemas import *
from generator.codes.settings import *

CODES: Mapping[str, Code] = {
    name: value for name, value in sorted(globals().items()) if isinstance(value, Code)
}


def explain(name: str) -> str | None:
    """Return the page of a code; None if there is no such code."""
    code = CODES.get(name.strip().upper())
    return f"{code.name}: {code.title} ({code.level})\n\n{code.page}\n" if code else None
