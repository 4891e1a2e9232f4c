"""Where our own templates are."""

from __future__ import annotations

from pathlib import Path


def built_in_templates() -> Path:
    """Return the folder of our templates: inside an installed package, beside it in a checkout."""
    package = Path(__file__).parent.parent
    packaged = package / "templates"
    return packaged if packaged.is_dir() else package.parent / "templates"
