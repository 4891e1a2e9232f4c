"""`python -m generator`: the same as `typewright`."""

from __future__ import annotations

from generator.cli import program

program()
