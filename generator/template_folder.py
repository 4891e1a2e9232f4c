"""Where our own templates are, and what a folder of others has beside them."""

from __future__ import annotations

from collections.abc import Collection
from pathlib import Path

from generator.showing.suggest import closest


def built_in_templates() -> Path:
    """Return the folder of our templates: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"


def unused(folder: Path) -> dict[str, str | None]:
    """Return the templates of a folder that nothing uses, each with the one of ours it is like."""
    own = _names(folder)
    # Those of `typewright diff` no setting replaces.
    ours = {name for name in _names(built_in_templates()) if not name.startswith("diff/")}
    texts = {name: (folder / name).read_text("utf-8", "replace") for name in own}
    return {
        name: _nearest(name, ours)
        for name in sorted(own - ours)
        if not any(name in text for other, text in texts.items() if other != name)
    }


def _nearest(name: str, ours: Collection[str]) -> str | None:
    """Return the template of ours whose file name is most like a name, with its folder."""
    stem = closest(_stem(name), map(_stem, ours))
    return closest(name, sorted(other for other in ours if _stem(other) == stem), alike=0)


def _names(folder: Path) -> set[str]:
    files = (file for file in folder.rglob("*.jinja") if file.is_file())
    return {file.relative_to(folder).as_posix() for file in files}


def _stem(name: str) -> str:
    return name.rpartition("/")[2].partition(".")[0]
