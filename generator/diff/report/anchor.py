"""Where a finding is shown in the files of the new version, also where something is gone."""

from __future__ import annotations

from urllib.parse import urlsplit

from generator.diff.finding import Finding
from generator.diff.git import HOST
from generator.showing.checkout import in_checkout
from generator.showing.locate import locate
from generator.source import Location, Place, Source


def anchor(finding: Finding) -> Location | None:
    """Return where a finding is in the new version; for what is gone, the nearest that is left."""
    old, new = finding.change.old, finding.change.new
    if new is None:
        return None
    if finding.place is old and old is not None and old.pointer.startswith(new.pointer):
        return locate(Place(new.source, old.pointer))
    return locate(new)


def path(source: Source) -> str:
    """Return the path of a file, also of one in a commit (`HEAD:specs/shop.yaml`)."""
    in_commit = urlsplit(source.uri).netloc == HOST
    return source.name.partition(":")[2] if in_commit else in_checkout(source)
