"""Which rows of the tables changed: those of fields, of values, and of the types of a union."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Final, Literal, NamedTuple

from generator.config import Settings
from generator.frozen import dataclass
from generator.ir import TypeId
from generator.model import Model
from generator.shaping.aliases import has_document
from generator.style import style_of
from generator.targets.markdown.building import Views
from generator.targets.markdown.views import EnumView, ObjectView, View

_BRACKETS = r"\[(?:[^\[\]]|\[[^\[\]]*\])*\]"
_LINK = re.compile(rf"\[((?:[^\[\]]|{_BRACKETS})*)\]\([^)]*\)")
"""A link whose text may be a type with brackets: `Optional[List[models.X]]`."""
_EMPHASIS = re.compile(r"\*(\w+)\*")
_SIGNS: Final = {":heavy_check_mark:": "yes", ":heavy_minus_sign:": "no"}
Mark = Literal["+", "−", "~"]
MARKS: Final[Mapping[Mark, str]] = {"+": "added", "−": "removed", "~": "changed"}
Rows = Mapping[str, Mapping[str, str]]
"""The cells of each row by their column."""


@dataclass(frozen=True, slots=True)
class Page:
    """A page: what it is about, and its rows by what their first cell says."""

    title: str
    description: str
    rows: Rows


class Cell(NamedTuple):
    """A cell that changed."""

    column: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class RowChange:
    """A row, or a whole page, that was added (`+`), removed (`−`) or changed (`~`)."""

    mark: Mark
    name: str
    cells: tuple[Cell, ...] = ()

    @property
    def is_page(self) -> bool:
        """Whether it is about a whole page."""
        return "." not in self.name


def pages(
    model: Model, settings: Settings, skipped: Collection[TypeId] = ()
) -> Mapping[TypeId, Page]:
    """Return the pages of a model by the type that each is about, but for types to be `skipped`."""
    views, found = Views(model.api, model.names, style_of(settings)), {}
    for type_id in (t for t in model.names if t not in skipped):
        resolved = views.texts.resolved(type_id)
        if resolved.id == type_id and has_document(resolved.type):
            found[type_id] = _page(views.view(type_id))
    return found


def _page(view: View) -> Page:
    title = view.heading.strip("~")
    if isinstance(view, ObjectView | EnumView):
        if isinstance(view, EnumView) and view.literals:
            return Page(title, view.description, {_plain(one): {} for one in view.literals})
        header = [cell.strip() for cell in view.table.header]
        rows = _numbered([_plain(cell) for cell in row] for row in view.table.rows)
        return Page(
            title,
            view.description,
            {row[0]: dict(zip(header[1:], row[1:], strict=True)) for row in rows},
        )
    return Page(title, view.description, {_plain(member.type): {} for member in view.members})


def _numbered(rows: Iterable[list[str]]) -> Iterator[list[str]]:
    """Give the second of two rows of one name a number, as the next ones."""
    often = Counter[str]()
    for name, *cells in rows:
        often[name] += 1
        yield [f"{name} ({often[name]})" if often[name] > 1 else name, *cells]


def _plain(cell: str) -> str:
    """A cell as people read it: without links, the marks of code and of emphasis, and signs."""
    bare = _EMPHASIS.sub(r"\1", _LINK.sub(r"\1", cell)).strip().strip("`*~")
    return _SIGNS.get(bare, bare)


def tables(
    old: Mapping[TypeId, Page], new: Mapping[TypeId, Page], same: Mapping[TypeId, TypeId]
) -> list[RowChange]:
    """Return what changed from one version to the other; `same` are types that are in both."""
    told: list[RowChange] = []
    for type_id, page in old.items():
        after = new.get(same[type_id]) if type_id in same else None
        told += [RowChange("−", page.title)] if after is None else _rows(page, after)
    before = {after for type_id, after in same.items() if type_id in old}
    return told + [RowChange("+", page.title) for t, page in new.items() if t not in before]


def _rows(old: Page, new: Page) -> Iterator[RowChange]:
    if changed := tuple(_cells(_top(old, new), _top(new, old))):
        yield RowChange("~", old.title, changed)
    for name, cells in old.rows.items():
        place, after = f"{old.title}.{name}", new.rows.get(name)
        if after is None:
            yield RowChange("−", place)
        elif changed := tuple(_cells(cells, after)):
            yield RowChange("~", place, changed)
    yield from (RowChange("+", f"{new.title}.{name}") for name in new.rows if name not in old.rows)


def _top(page: Page, other: Page) -> Mapping[str, str]:
    """What a page says besides its rows: the order of those that both have is one thing.

    A row that changed may stand elsewhere for that: what is required comes first.
    """
    order = ", ".join(name for name, cells in page.rows.items() if other.rows.get(name) == cells)
    return {"Title": page.title, "Description": page.description, "Order": order}


def _cells(old: Mapping[str, str], new: Mapping[str, str]) -> Iterator[Cell]:
    for column in {**old, **new}:
        before, after = old.get(column, ""), new.get(column, "")
        if before != after:
            yield Cell(column, before, after)
