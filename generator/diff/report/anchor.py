"""Where a finding is, and where the files of the new version show it, though it may be gone."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.diff.changes.finding import Finding
from generator.diff.git import HOST
from generator.showing.checkout import in_checkout
from generator.showing.locate import locate
from generator.source import Location, Place, Source


def anchor(finding: Finding) -> Location | None:
    """Return where a finding is in the new version; for what is gone, the nearest that is left.

    None where there is no text to show it in.
    """
    old, new = finding.change.old, finding.change.new
    if new is None:
        return None
    if finding.place is old and old is not None and old.pointer.startswith(new.pointer):
        new = Place(new.source, old.pointer)
    where = locate(new)
    return where if where.line else None


def address(finding: Finding) -> str:
    """Return where a finding is, in the version that has it: `shop.yaml:21:41`."""
    if finding.place is None:
        return ""
    where = locate(finding.place)
    return f"{where.source.name}:{where.line}:{where.column}"


def path(source: Source) -> str:
    """Return the path of a file, also of one in a commit (`HEAD:specs/shop.yaml`)."""
    in_commit = urlsplit(source.uri).netloc == HOST
    return source.name.partition(":")[2] if in_commit else in_checkout(source)
