"""The kinds of output, in the order in which they are written."""

from __future__ import annotations

from generator.model import Target
from generator.targets.json import api_files

TARGETS: tuple[Target, ...] = (Target("json", api_files),)
