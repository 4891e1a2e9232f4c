"""A page that lists all tables, by folder."""

from __future__ import annotations

import posixpath
from collections import defaultdict
from collections.abc import Sequence

from generator.frozen import dataclass
from generator.model import File
from generator.render import render


@dataclass(frozen=True, slots=True)
class EntryView:
    """A table: its title, and its path from the index."""

    title: str
    link: str


@dataclass(frozen=True, slots=True)
class SectionView:
    """The tables of one folder."""

    title: str
    entries: tuple[EntryView, ...]


@dataclass(frozen=True, slots=True)
class IndexView:
    """The index (`index.md.jinja`)."""

    heading: str
    sections: tuple[SectionView, ...]


def index_page(title: str, documents: Sequence[File], templates: str = "") -> File:
    """Return `docs/index.md`."""
    folders: dict[str, list[EntryView]] = defaultdict(list)
    for document in documents:
        path = document.path.removeprefix("docs/")
        entry = EntryView(document.text.partition("\n")[0].lstrip("# "), path)
        folders[posixpath.dirname(path) or "."].append(entry)
    sections = tuple(
        SectionView(folder, tuple(sorted(entries, key=lambda entry: entry.link)))
        for folder, entries in sorted(folders.items())
    )
    view = IndexView(title or "Models", sections)
    return File("docs/index.md", render("markdown/index.md.jinja", view, templates))
