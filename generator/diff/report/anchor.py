"""Where a finding is, and where the files of the new version show it, though it may be gone."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlsplit

from generator.diff.changes.finding import Finding
from generator.diff.git import HOST
from generator.diff.report.gap import gap, value_at
from generator.facets import equal
from generator.showing.checkout import in_checkout
from generator.showing.locate import locate
from generator.source import Location, Place, Source, join


def anchor(finding: Finding) -> Location | None:
    """Return where a finding is in the new version; for what is gone, what stood before it.

    What was in a file that is gone is where it was; None where there is no text to show it in.
    """
    change = finding.change
    old, new = change.lines
    gone = old if change.place is change.old else None
    where = None
    if new is None or not new.source.text or (gone and _is_apart(gone, new)):
        where = locate(old) if old is not None and old.source.text else None
    elif gone and gone.pointer.startswith(new.pointer):
        where = locate(gap(_listed(gone, change.before, change.subject), new))
    else:
        where = locate(_listed(new, change.after, change.subject))
    return where if where is not None and where.line else None


def _is_apart(old: Place, new: Place) -> bool:
    """Whether a thing was in another file than what the new version still has around it."""
    if new.pointer:
        return False
    before, after = (value_at(Place(one.source, "")) for one in (old, new))
    both = isinstance(before, dict) and isinstance(after, dict)
    return both and before.keys().isdisjoint(after)


def _listed(place: Place, values: Any, subject: str) -> Place:
    """The first value that is spoken of, or the subject, where a list of such stands at a place."""
    found = value_at(place)
    listed = found if isinstance(found, list) else ()
    spoken = values[0] if isinstance(values, list) and values else subject
    same = [index for index, one in enumerate(listed) if equal(one, spoken)]
    return Place(place.source, join(place.pointer, same[0])) if same else place


def address(finding: Finding) -> str:
    """Return where a finding is, in the version that has it: `shop.yaml:21:41`."""
    change = finding.change
    place = change.used or finding.place
    if place is None:
        return ""
    values = change.before if change.place is change.old else change.after
    where = locate(entry(finding, place, values))
    return f"{where.source.name}:{where.line}:{where.column}"


def entry(finding: Finding, place: Place, values: Any) -> Place:
    """Return where the entry of a list is that is spoken of: a value, or a name."""
    subject = finding.change.subject
    spoken = finding.kind.of in ("value", "required") and (values or subject)
    return _listed(place, values, subject) if spoken else place


def path(source: Source) -> str:
    """Return the path of a file, also of one in a commit (`HEAD:specs/shop.yaml`)."""
    in_commit = urlsplit(source.uri).netloc == HOST
    return source.name.partition(":")[2] if in_commit else in_checkout(source)
