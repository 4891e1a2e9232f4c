"""`contentSchema`: what strings hold as text."""

from __future__ import annotations

from generator.diff.rules.members import Applicator, schema_pair
from generator.diff.rules.site import Site

_CONTENT = Applicator("content-schema", "contentSchema")


def content(site: Site) -> None:
    """The schema of what a string is when it has been read."""
    if "string" in site.old.types & site.new.types:
        schema_pair(site, _CONTENT, site.old.content, site.new.content)
