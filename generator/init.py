"""Move in: the options of a repository with such tables, as settings of ours.

`gen.yaml` says what its tables are like, and the `gen.lock` beside it which version wrote them.
"""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any, Final

from generator.config import Settings
from generator.frozen import dataclass
from generator.reading import yaml_core
from generator.reading.malformed import Malformed
from generator.settings.configure import has_table
from generator.settings.toml import toml_table
from generator.settings.values import is_version

_NEITHER_TABLE_NOR_CLASS: Final = frozenset({"configVersion", "generation.sdkClassName"})
_COUNTERPARTS: Final = {
    "python.flattenRequests": "flatten_requests",
    "python.responseFormat": "response_format",
    "python.enumFormat": "enum_format",
    "python.forwardCompatibleEnumsByDefault": "open_enums",
    "python.inputModelSuffix": "input_suffix",
    "python.outputModelSuffix": "output_suffix",
    "generation.requestBodyFieldName": "body_field",
    "generation.deduplicateErrors": "deduplicate_errors",
    "generation.auth.oAuth2ClientCredentialsEnabled": "client_credentials",
    "python.requestBodyFieldName": "body_field",
    "python.imports.paths.shared": "shared_path",
    "python.imports.paths.operations": "operations_path",
    "python.imports.paths.errors": "errors_path",
}
"""Our settings that mean the same, by the names of the options."""
_FIXES: Final = "generation.fixes."
_SHARED_PARTS: Final = f"{_FIXES}sharedErrorComponentsApr2025"
_DEFAULTS: Final = {
    "python.responseFormat": "envelope",
    "python.enumFormat": "enum",
    "python.flattenRequests": False,
}
"""What options are that `gen.yaml` does not name, where that is not what our settings are then."""
_READ: Final = frozenset(
    (
        *_COUNTERPARTS,
        "generation.maintainOpenAPIOrder",
        "generation.useClassNamesForArrayFields",
        f"{_FIXES}nameResolutionDec2023",
        f"{_FIXES}nameResolutionFeb2025",
        f"{_FIXES}requestResponseComponentNamesFeb2024",
        _SHARED_PARTS,
        "python.envVarPrefix",
        "python.moduleName",
        "python.packageName",
        "python.templateVersion",
    )
)
_INFERRED: Final = "python.inferUnionDiscriminators"
_UNMET: Final = re.compile(
    rf"generation\.documentation$|python\.customCasings\.|{re.escape(_INFERRED)}$"
)
"""Options that change tables, and have no counterpart: pages for a site, spellings, and tags."""


class CannotMove(Exception):
    """Why the options could not be read or written, as a sentence."""


@dataclass(frozen=True, slots=True)
class Move:
    """The settings that differ from ours, and the options that have no counterpart.

    What is `unmet` of these changes tables, so that some will differ.
    """

    settings: Mapping[str, Any]
    left_over: tuple[str, ...]
    unmet: tuple[str, ...] = ()


def read_options(gen_yaml: Path, spec: str, version: str = "") -> Move:
    """Return the settings that say what `gen_yaml` says; `version` counts before the lock's.

    Raises `CannotMove`.
    """
    options = dict(_flat(_yaml(gen_yaml)))
    if not any(name.startswith("python.") for name in options):
        raise CannotMove(f"'{gen_yaml}' has no options for python")
    if "://" not in spec and not Path(spec).is_file():
        raise CannotMove(f"there is no file '{spec}'")
    version = version or _locked(gen_yaml) or Settings().tables_version
    if not is_version(version):
        raise CannotMove(f"'{version}' is no version: write it like '1.376.0'")
    found = {
        "specs": (spec,),
        "include": "reachable",
        "names": _strategy(options),
        "tables_version": version,
        "tables_order": "document" if options.get("generation.maintainOpenAPIOrder") else "name",
        "error_parts": "shared" if options.get(_SHARED_PARTS) else "errors",
        "optional_security": bool(options.get("python.envVarPrefix")),
        "sdk_module": _module(options),
        "utility_tables": True,
        **{ours: options[name] for name, ours in _COUNTERPARTS.items() if name in options},
        **{_COUNTERPARTS[name]: value for name, value in _DEFAULTS.items() if name not in options},
    }
    known = _READ | _NEITHER_TABLE_NOR_CLASS
    if options.get(_INFERRED) is (_strategy(options) == "2025"):
        # The names bring it with them.
        known |= {_INFERRED}
    left_over = tuple(name for name in options if name not in known)
    unmet = tuple(name for name in left_over if _UNMET.match(name))
    return Move(_differing(found), tuple(n for n in left_over if n not in unmet), unmet)


def write_settings(move: Move, folder: Path) -> Path:
    """Write the settings into the folder's pyproject.toml, or else a new typewright.toml.

    Returns the file. Raises `CannotMove` where there are such settings, or the disk refuses.
    """
    project, own = folder / "pyproject.toml", folder / "typewright.toml"
    if own.exists():
        raise CannotMove(f"'{own}' is there already")
    table = toml_table(_relative(move.settings, folder))
    file, text = (project, _with_table(project, table)) if project.exists() else (own, table)
    try:
        file.write_bytes(text.encode())
    except OSError as error:
        raise CannotMove(f"cannot write '{file}': {error.strerror}") from error
    return file


def _with_table(project: Path, table: str) -> str:
    """Return the text of a pyproject.toml with our table at its end."""
    try:
        # As bytes: a text would come back without the line ends of Windows.
        text = project.read_bytes().decode()
        tables = tomllib.loads(text)
    except OSError as error:
        raise CannotMove(f"cannot read '{project}': {error.strerror}") from error
    except ValueError as error:
        raise CannotMove(f"cannot read '{project}': it is no TOML") from error
    if has_table(tables):
        raise CannotMove(f"'{project}' has a table [tool.typewright] already")
    gap = "" if not text or text.endswith("\n") else "\n"
    added = f"{gap}\n[tool.typewright]\n{table}"
    return text + (added.replace("\n", "\r\n") if "\r\n" in text else added)


def _yaml(path: Path) -> Any:
    try:
        return yaml_core.parse(path.read_text("utf-8-sig"))
    except OSError as error:
        raise CannotMove(f"cannot read '{path}': {error.strerror}") from error
    except (Malformed, UnicodeDecodeError) as error:
        raise CannotMove(f"cannot read '{path}': it is no YAML") from error


def _flat(value: Any, prefix: str = "") -> Iterator[tuple[str, Any]]:
    """Yield every option by its dotted name; empty ones say nothing."""
    for name, inner in value.items() if isinstance(value, dict) else ():
        if isinstance(inner, dict):
            yield from _flat(inner, f"{prefix}{name}.")
        elif inner not in (None, "", [], "latest"):
            yield f"{prefix}{name}", inner


def _strategy(options: Mapping[str, Any]) -> str:
    if options.get(f"{_FIXES}nameResolutionFeb2025"):
        return "2025"
    return "2023" if options.get(f"{_FIXES}nameResolutionDec2023") else "legacy"


def _locked(gen_yaml: Path) -> str:
    lock = gen_yaml.with_name("gen.lock")
    if not lock.exists():
        return ""
    found = dict(_flat(_yaml(lock))).get("management.speakeasyVersion", "")
    return str(found)


def _module(options: Mapping[str, Any]) -> str:
    name = options.get("python.moduleName") or options.get("python.packageName") or ""
    return str(name).replace("-", "_")


def _differing(found: Mapping[str, Any]) -> Mapping[str, Any]:
    ours = Settings()
    return {name: value for name, value in found.items() if value != getattr(ours, name)}


def _relative(settings: Mapping[str, Any], folder: Path) -> Mapping[str, Any]:
    specs: Iterable[str] = settings.get("specs", ())
    shown = tuple(
        spec if "://" in spec else Path(os.path.relpath(spec, folder)).as_posix() for spec in specs
    )
    return {**settings, "specs": shown}
