"""The kinds of output, in the order in which they are written."""

from __future__ import annotations

from generator.model import Target
from generator.targets.json import api_files
from generator.targets.markdown import markdown_files
from generator.targets.python import python_files

TARGETS: tuple[Target, ...] = (
    Target("python", python_files),
    Target("markdown", markdown_files),
    Target("json", api_files),
)
