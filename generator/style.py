"""A style is a value: all that differs between versions and options of the tables.

Whoever names types or writes tables reads a flag here; nobody compares versions but this module.
The default is the style of the seed document (1.376.0).
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from typing import Any, Literal

from generator.config import Settings
from generator.frozen import dataclass

Strategy = Literal["short", "2023", "legacy", "2025", "qualified"]
Responses = Literal["flat", "envelope", "envelope-http"]
Version = tuple[int, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Style:
    """The conventions that a set of tables keeps to; see docs/tables.md for each."""

    # What the options of a repository say.
    strategy: Strategy = "short"
    shared: str = "models"
    operations: str = "models"
    errors: str = "models"
    internal: str = "models/internal"
    beside_sdk: frozenset[str] = frozenset({"models"})
    """The packages that share their names with the SDK's own classes: those without a path."""
    document_order: bool = True
    responses: Responses = "flat"
    input_suffix: str = "Input"
    output_suffix: str = "Output"
    optional_security: bool = True
    body_field: str = ""
    flat_requests: bool = True
    """Whether a method takes the fields of the body one by one, beside the parameters."""
    union_enums: bool = True
    open_enums: bool = False
    deduplicate_errors: bool = False
    client_credentials: bool = False
    """Whether methods get tokens by themselves, for what OAuth calls client credentials."""
    error_parts: bool = False
    """Whether what is inside errors stands among the components."""
    module: str = "models"
    # What changed from version to version.
    required_first: bool = True
    error_description: bool = True
    named_event_streams: bool = False
    format_reserved: bool = False
    bytes_reserved: bool = False
    literal_constants: bool = False
    nullable_items: bool = False
    symbol_at_end: bool = False
    returns_kept: bool = False
    all_examples: bool = False
    enum_usage: bool = False
    enum_lists: bool = False
    io_base: bool = False
    unions_first: bool = False
    go_timestamps: bool = True
    # What is ours alone, and off by default.
    constraints: bool = False
    defaults: bool = False
    sort_required: bool = False
    plain: bool = False
    anchors: bool = False
    utilities: bool = False

    @property
    def positions(self) -> bool:
        """Whether the members of a union are called by their position: `One`, `Model2`."""
        return self.strategy in ("2023", "legacy", "2025")

    @property
    def of_2025(self) -> bool:
        """Whether names are those of 2025: with them came habits of their own."""
        return self.strategy == "2025"

    @property
    def keeps_returns(self) -> bool:
        """Whether the carriage returns of a cell are kept, which ends its row for some readers."""
        return self.positions and self.returns_kept

    @property
    def changed_apart(self) -> bool:
        """Whether `nullable` and the like beside the lone reference of an `allOf` makes a type."""
        return self.of_2025

    @property
    def unions_spread(self) -> bool:
        """Whether an `allOf` with a union in it makes a union, and not a class of all fields."""
        return self.of_2025

    @property
    def infers_tags(self) -> bool:
        """Whether what tells the members of a union apart is found where nothing says it."""
        return self.of_2025

    @property
    def components_first(self) -> bool:
        """Whether the component whose own name comes first keeps a name, whoever uses it."""
        return self.strategy == "legacy" and not self.document_order

    @property
    def packages(self) -> Mapping[str, str]:
        """Return the folder of each part of an SDK."""
        return {
            "shared": self.shared,
            "operations": self.operations,
            "errors": self.errors,
            "internal": self.internal,
        }

    @property
    def reserved_fields(self) -> frozenset[str]:
        """Names that get a `_` behind them besides the ones that always do."""
        return frozenset(
            ["format", "filter"] * self.format_reserved + ["bytes"] * self.bytes_reserved
        )


_SAME = (
    "input_suffix",
    "output_suffix",
    "optional_security",
    "body_field",
    "open_enums",
    "deduplicate_errors",
    "client_credentials",
)
_CHANGES: tuple[tuple[Version, Mapping[str, Any]], ...] = (
    ((1, 403), {"error_description": False}),
    ((1, 448), {"named_event_streams": True}),
    ((1, 450), {"format_reserved": True}),
    ((1, 458), {"literal_constants": True}),
    ((1, 463), {"bytes_reserved": True, "go_timestamps": False}),
    ((1, 495), {"nullable_items": True}),
    ((1, 529), {"required_first": False}),
    ((1, 538), {"symbol_at_end": True}),
    ((1, 592), {"returns_kept": True}),
    ((1, 607), {"go_timestamps": True}),
    ((1, 650), {"unions_first": True}),
    ((1, 707), {"all_examples": True}),
    ((1, 742), {"enum_usage": True}),
    ((1, 747), {"enum_lists": True}),
    ((1, 780), {"io_base": True}),
)
"""The first version with each change, where it lies between two that were seen: the one between.

Of `returns_kept` it is the only one that was seen.
"""


def style_at(version: str, **options: Any) -> Style:
    """Return the style of a version, such as `1.376.0`, with what the options say."""
    style = replace(Style(), **options)
    reached = tuple(int(part) for part in re.findall(r"\d+", version)[:3])
    for first, change in _CHANGES:
        if reached >= first:
            style = replace(style, **change)
    return style


def style_of(settings: Settings) -> Style:
    """Return the style that the settings of a run ask for."""
    package = settings.package
    paths = (settings.shared_path, settings.operations_path, settings.errors_path)
    shared, operations, errors = (path or package for path in paths)
    options = {
        "strategy": settings.names,
        "shared": shared,
        "operations": operations,
        "errors": errors,
        "internal": f"{package}/internal",
        "beside_sdk": frozenset({package} if not all(paths) else ()),
        "error_parts": settings.error_parts == "shared",
        "document_order": settings.tables_order == "document",
        "responses": settings.response_format,
        "union_enums": settings.enum_format == "union",
        "flat_requests": settings.flatten_requests,
        "module": settings.sdk_module or package,
        "constraints": settings.constraints_column,
        "defaults": settings.default_column,
        "sort_required": settings.required_first,
        "plain": settings.plain_tables,
        "anchors": settings.field_anchors,
        "utilities": settings.utility_tables,
        **{name: getattr(settings, name) for name in _SAME},
    }
    return style_at(settings.tables_version, **options)
