"""Read the settings of a run from `pyproject.toml` or `typewright.toml`."""

from __future__ import annotations

import os
import re
import tomllib
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.codes import CFG001, CFG002, CFG003
from generator.config import OPTIONS, Option, Settings
from generator.frozen import dataclass
from generator.report import Report
from generator.settings.toml import locate
from generator.showing.suggest import closest, did_you_mean
from generator.source import Location, Source

FILE_NAMES = ("typewright.toml", "pyproject.toml")
_DIFF = "diff"
"""The table that `generator.diff.policy_table` reads."""


@dataclass(frozen=True, slots=True)
class Table:
    """Our settings in a file: its text, the keys that lead to them, and what TOML makes of them."""

    source: Source
    keys: tuple[str, ...]
    contents: Any

    def place(self, *keys: str | int, word: str = "") -> Location:
        """Return where one of them stands, or, given a `word`, where its value says that."""
        return locate(self.source, (*self.keys, *keys), word)


def configure(file: Path | None, given: Mapping[str, Any], report: Report) -> Settings:
    """Return the settings of `file`, or else of the nearest one from here upwards.

    What was `given` on the command line counts first. Mistakes in the file go to `report`.
    """
    found = file or nearest(Path.cwd())
    settings = _read(found, report) if found else {}
    return Settings(**{**settings, **given})


def as_it_was(file: Path, text: str, given: Mapping[str, Any]) -> Settings | None:
    """Return the settings of `file` if it held this text, and those that are `given`.

    None if it had no settings; nobody is told of mistakes in it.
    """
    report = Report()
    table = _table(_source(file, text), file, report)
    if table is None or not table.contents:
        return None
    return Settings(**{**_values(table, file, report), **given})


def placed(file: Path | None, given: Mapping[str, Any], name: str) -> Location | None:
    """Return where a setting stands in the file that `configure` reads; None if it was given."""
    found = file or nearest(Path.cwd())
    table = read_table(found, Report()) if found and name not in given else None
    return None if table is None or name not in table.contents else table.place(name)


def tell_misspelt(file: Path, report: Report) -> None:
    """Report a table of pyproject.toml that is called nearly as ours is, and so is not read."""
    try:
        source = _source(file, file.read_text("utf-8"))
        tables = tomllib.loads(source.text)
    except (OSError, ValueError):
        return
    tool, own = tables.get("tool"), _prefix(Path("pyproject.toml"))
    near = closest(own[-1], tool if isinstance(tool, dict) else (), 0.8)
    keys = own[-1:] if own[-1] in tables else (own[0], *filter(None, [near]))
    if keys not in (own, own[:1]):
        where, hint = locate(source, keys), f"did you mean [{'.'.join(own)}]?"
        report.add(CFG002, f"nothing reads the table [{'.'.join(keys)}]", where, hint)


def nearest(start: Path) -> Path | None:
    """Return the file with the settings that hold in a folder."""
    for folder in (start, *start.parents):
        for name in FILE_NAMES:
            file = folder / name
            if file.is_file() and (name != "pyproject.toml" or _is_ours(file)):
                return file
    return None


def has_table(project: Mapping[str, Any]) -> bool:
    """Whether what a pyproject.toml holds has a table of ours."""
    tool = project.get("tool")
    return isinstance(tool, dict) and "typewright" in tool


def _is_ours(file: Path) -> bool:
    try:
        content = file.read_bytes()
        return has_table(tomllib.loads(content.decode()))
    except OSError:
        return False
    except ValueError:
        # A broken file that never names us is not ours to judge.
        return b"tool.typewright" in content


def _read(file: Path, report: Report) -> dict[str, Any]:
    table = read_table(file, report)
    return {} if table is None else _values(table, file, report)


def _values(table: Table, file: Path, report: Report) -> dict[str, Any]:
    values = {option.name: value for option, value in _Checker(table, report).values()}
    paths = {
        option.name: values.get(option.name, option.default) for option in OPTIONS if option.path
    }
    return values | {name: _rebased(value, file.parent) for name, value in paths.items()}


def read_table(file: Path, report: Report) -> Table | None:
    """Return our settings in a file; None, with a diagnostic, if it cannot be read."""
    try:
        text = file.read_text("utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        reason = getattr(error, "strerror", None) or "it is not UTF-8 text"
        report.add(CFG001, f"cannot read '{shown(file)}': {reason}")
        return None
    return _table(_source(file, text), file, report)


def _source(file: Path, text: str) -> Source:
    return Source(file.absolute().as_uri(), shown(file), text, "memory")


def shown(file: Path) -> str:
    """Return how a file is called from the folder that we are in."""
    return str(file.relative_to(Path.cwd()) if file.is_relative_to(Path.cwd()) else file)


def _prefix(file: Path) -> tuple[str, ...]:
    return ("tool", "typewright") if file.name == "pyproject.toml" else ()


def _table(source: Source, file: Path, report: Report) -> Table | None:
    """Return what the file has where our settings belong; None when it is no TOML."""
    try:
        contents: Any = tomllib.loads(source.text)
    except tomllib.TOMLDecodeError as error:
        message, line, column = _mistake(str(error), source.text)
        report.add(CFG001, message, Location(source, line, column))
        return None
    for key in _prefix(file):
        contents = contents.get(key, {}) if isinstance(contents, dict) else {}
    return Table(source, _prefix(file), contents)


def _mistake(message: str, text: str) -> tuple[str, int, int]:
    """Split tomllib's message into what is wrong, and the line and column that it names."""
    found = re.fullmatch(r"(.*) \(at (?:line (\d+), column (\d+)|end of document)\)", message, re.S)
    what = f"this is not TOML: {found[1] if found else message}"
    if found and found[2]:
        return what, int(found[2]), int(found[3])
    lines = text.splitlines()
    return what, len(lines), len(lines[-1]) + 1


def _rebased(value: Any, folder: Path) -> Any:
    """Turn paths that are relative to the file's folder into paths from the working directory."""
    if isinstance(value, tuple):
        return tuple(_rebased(item, folder) for item in value)
    return value if "://" in value or not value else os.path.relpath(folder / value)


@dataclass(frozen=True, slots=True)
class _Checker:
    """Checks a table of settings against `OPTIONS`."""

    table: Table
    report: Report

    def values(self) -> Iterator[tuple[Option, Any]]:
        """Yield every setting that is known and fits."""
        contents = self.table.contents
        if not isinstance(contents, dict):
            where = self.table.place()
            self.report.add(CFG003, "'typewright' has to be a table of settings", where)
            return
        options = {option.name: option for option in OPTIONS}
        for name, value in contents.items():
            if name == _DIFF:
                continue
            if name not in options:
                self._unknown(name, (*options, _DIFF))
            elif self._fits(options[name], value):
                yield options[name], tuple(value) if isinstance(value, list) else value

    def _unknown(self, name: str, known: tuple[str, ...]) -> None:
        hint = did_you_mean(name, known, f"the settings are {', '.join(known)}")
        if name == "tool" and not self.table.keys:
            hint = "in a file of their own the settings stand at the top, without [tool.typewright]"
        where = self.table.place(name)
        self.report.add(CFG002, f"there is no setting '{name}'", where, hint)

    def _fits(self, option: Option, value: Any) -> bool:
        if option.kind == "flag":
            return isinstance(value, bool) or self._wrong(option, "true or false")
        if option.many and not isinstance(value, list):
            return self._wrong(option, "a list of strings")
        return all(self._fits_item(option, item) for item in (value if option.many else [value]))

    def _fits_item(self, option: Option, item: Any) -> bool:
        if not isinstance(item, str):
            return self._wrong(option, "a list of strings" if option.many else "a string")
        if option.choices and item not in option.choices:
            listed = ", ".join(f"'{choice}'" for choice in option.choices)
            hint = did_you_mean(item, option.choices)
            return self._wrong(option, f"one of {listed}", item, hint)
        return True

    def _wrong(self, option: Option, expected: str, word: str = "", hint: str = "") -> bool:
        where = self.table.place(option.name, word=word)
        verb = "may hold" if word and option.many else "has to be"
        self.report.add(CFG003, f"'{option.name}' {verb} {expected}", where, hint)
        return False
