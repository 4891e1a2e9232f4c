"""Markdown documents: one for each class, enum, union and upload file of a model."""

from __future__ import annotations

from collections.abc import Iterator

from generator.config import Settings
from generator.model import WHOLE, File, Model, Part
from generator.render import render
from generator.shaping.aliases import has_document
from generator.style import Style, style_of
from generator.targets.markdown.building import Views
from generator.targets.markdown.index import index_page
from generator.targets.markdown.links import check_links
from generator.targets.markdown.retries import retry_document
from generator.targets.markdown.views import EnumView, UnionView, View


def markdown_files(model: Model, settings: Settings, part: Part = WHOLE) -> Iterator[File]:
    """Yield the documents of a model (the target `markdown`)."""
    style = style_of(settings)
    if not settings.index_page and not settings.check_links:
        yield from _documents(model, style, settings.templates, part)
    elif part.index == 0:
        # These look at all documents.
        found = list(_documents(model, style, settings.templates, WHOLE))
        if settings.index_page:
            found.append(index_page(model.api.title, found, settings.templates))
        if settings.check_links:
            check_links(found)
        yield from found


def _documents(model: Model, style: Style, templates: str, part: Part) -> Iterator[File]:
    """Yield the documents of named types, under `docs/`."""
    names = model.names
    views = Views(model.api, names, style)
    for type_id in part.of(names):
        found, name = views.texts.resolved(type_id), names[type_id]
        if found.id == type_id and has_document(found.type):
            view = views.view(type_id)
            path = f"docs/{name.package}/{views.texts.stem(name)}.md"
            yield File(path, render(_template(view), view, templates), of=type_id)
    if style.utilities and part.index == 0:
        yield retry_document(style, templates)


def _template(view: View) -> str:
    if isinstance(view, EnumView):
        return "markdown/enum.md.jinja"
    return "markdown/union.md.jinja" if isinstance(view, UnionView) else "markdown/object.md.jinja"
