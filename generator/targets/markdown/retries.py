"""The table of the retry settings, which every set of tables has, the same for all."""

from __future__ import annotations

import posixpath
from typing import Final

from generator.frozen import dataclass
from generator.model import File
from generator.render import render
from generator.style import Style
from generator.targets.markdown.table import Table, columns, line

_HEADER: Final = ("Name", "Type", "Description", "Example")
_STRATEGY: Final = "[BackoffStrategy](#backoffstrategy)"
_CONFIG: Final = (
    ("`strategy`", "`*str*`", "The retry strategy to use.", "`backoff`"),
    ("`backoff`", _STRATEGY, "Configuration for the backoff strategy.", ""),
    ("`retry_connection_errors`", "`*bool*`", "Whether to retry on connection errors.", "`true`"),
)  # fmt: skip
_BACKOFF: Final = (
    ("`initial_interval`", "`*int*`", "The initial interval in milliseconds.", "`500`"),
    ("`max_interval`", "`*int*`", "The maximum interval in milliseconds.", "`60000`"),
    ("`exponent`", "`*float*`", "The exponent to use for the backoff.", "`1.5`"),
    ("`max_elapsed_time`", "`*int*`", "The maximum elapsed time in milliseconds.", "`300000`"),
)


@dataclass(frozen=True, slots=True)
class RetryView:
    """The two tables (`retryconfig.md.jinja`)."""

    config: Table
    backoff: Table


def retry_document(style: Style, templates: str = "") -> File:
    """Return `utils/retryconfig.md`."""
    config, backoff = ([line(cells) for cells in rows] for rows in (_CONFIG, _BACKOFF))
    view = RetryView(columns(_HEADER, config), columns(_HEADER, backoff))
    folder = posixpath.dirname(f"docs/{style.internal}")
    text = render("markdown/retryconfig.md.jinja", view, templates)
    return File(f"{folder}/utils/retryconfig.md", text)
