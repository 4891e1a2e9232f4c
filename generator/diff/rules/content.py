"""`contentSchema`: what strings hold as text."""

from __future__ import annotations

from generator.diff.rules.members import schema_pair
from generator.diff.site import Site


def content(site: Site) -> None:
    """The schema of what a string is when it has been read."""
    if "string" in site.old.types & site.new.types:
        word = ("content-schema", "contentSchema")
        schema_pair(site, word, site.old.content, site.new.content)
