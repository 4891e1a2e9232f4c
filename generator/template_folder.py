"""Where our own templates are."""

from __future__ import annotations

from pathlib import Path


def built_in_templates() -> Path:
    """Return the folder of our templates: inside an installed package, beside it in a checkout."""
    packaged = Path(__file__).parent / "templates"
    return packaged if packaged.is_dir() else Path(__file__).parent.parent / "templates"
