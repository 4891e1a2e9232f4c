"""A browsable site out of the tables, with search, by MkDocs and its theme Material."""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path
from typing import Any, Final

from generator.output.alone import alone
from generator.output.manifest import Entry, Output, digest
from generator.output.staging import Stage, staging
from generator.report import Report
from generator.write import write

EXTRA: Final = "pip install 'typewright[site]'"
_TARGET: Final = "site"
_STYLE_SHEET: Final = "stylesheets/tables.css"
_STYLE: Final = """\
.md-grid { max-width: 90rem; }
.md-typeset table:not([class]) td code { word-break: normal; }
.md-typeset table:not([class]) th { min-width: 0; }
"""
MOST_LISTED = 200
"""Pages that a sidebar may list: it stands in each of them, which for 4,400 makes 7 GB."""
_FEATURES: Final = ("navigation.indexes", "navigation.top", "search.suggest", "search.highlight")


class NoSite(Exception):
    """Why the site could not be built, as a sentence."""


def build_site(documents: Path, title: str, folder: Path) -> Report:
    """Build the site of a folder with Markdown documents, and bring `folder` in line with it.

    Files of others stay there, as where classes and tables are written. Raises `NoSite` where the
    libraries are missing or refuse, and `TypewrightError` where the disk does.
    """
    # MkDocs empties the folder that it builds into, whatever is in there.
    built = documents.parent / "site"
    _build(documents, title, built)
    report = Report()
    with alone(folder, lambda *_: None), staging(folder) as stage:
        files = [path for path in sorted(built.rglob("*")) if path.is_file()]
        write([_staged(path, built, stage) for path in files], (_TARGET,), stage, report)
    return report


def _staged(path: Path, built: Path, stage: Stage) -> Output:
    content, name = path.read_bytes(), path.relative_to(built).as_posix()
    return Output(Entry(name, _TARGET, digest(content)), stage.put(name, content), staged=True)


def _build(documents: Path, title: str, folder: Path) -> None:
    if find_spec("material") is None:
        raise NoSite(f"a site needs mkdocs-material: {EXTRA}")
    configuration, builder = map(import_module, ("mkdocs.config", "mkdocs.commands.build"))
    refused = import_module("mkdocs.exceptions").MkDocsException
    # MkDocs wants a file, even where everything is said without one.
    file = documents.parent / "mkdocs.yml"
    file.write_text("site_name: Models\n", "utf-8")
    sheet = documents / _STYLE_SHEET
    sheet.parent.mkdir()
    sheet.write_text(_STYLE, "utf-8")
    try:
        config = configuration.load_config(str(file), **_options(documents, title, folder))
        builder.build(config)
    except refused as error:
        raise NoSite(f"MkDocs cannot build the site: {error}") from error


def _options(documents: Path, title: str, folder: Path) -> Mapping[str, Any]:
    return {
        "site_name": title or "Models",
        "docs_dir": str(documents.resolve()),
        "site_dir": str(folder.resolve()),
        # Nothing is fetched from elsewhere: neither by the build nor by who reads the site.
        "theme": {"name": "material", "font": False, "features": list(_FEATURES)},
        "extra_css": [_STYLE_SHEET],
        "plugins": ["material/search"],
        "markdown_extensions": [
            {"pymdownx.emoji": _emoji()},
            "generator.harmless",
        ],
        "use_directory_urls": False,
        **_navigation(documents),
    }


def _navigation(documents: Path) -> Mapping[str, Any]:
    """List all pages in the sidebar, or where they are too many, the page that lists them."""
    pages = sum(1 for _ in documents.rglob("*.md"))
    return {} if pages <= MOST_LISTED else {"nav": ["index.md"], "not_in_nav": "*"}


def _emoji() -> Mapping[str, Any]:
    """Characters for the codes, and no pictures, which a browser would have to fetch."""
    signs = import_module("pymdownx.emoji")
    return {"emoji_index": signs.twemoji, "emoji_generator": signs.to_alt}
