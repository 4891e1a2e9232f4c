"""Findings → entries in the file with the settings that accept them."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from generator.diff.changes.finding import Finding
from generator.diff.changes.judge import URGENT
from generator.diff.git import author
from generator.diff.review import Review
from generator.settings.toml import toml_table


class Grounds(Protocol):
    """Why findings are accepted, and until when."""

    reason: str
    expires: date | None


def accept(review: Review, file: Path, grounds: Grounds) -> int | None:
    """Accept all that breaks or may break in a file with settings, and return how many that is.

    An entry that the file has already is renewed. None if the file cannot be added to, because
    `accepted` is a list in brackets there.
    """
    found = [one for one in review.findings if one.level in URGENT]
    if not found:
        return 0
    table = "tool.typewright.diff" if file.name == "pyproject.toml" else "diff"
    header = f"[[{table}.accepted]]\n"
    before = file.read_bytes() if file.is_file() else b""
    # A checkout may have the line ends of Windows.
    line_end = "\r\n" if b"\r\n" in before else "\n"
    text = before.decode().replace(line_end, "\n")
    text = _without(text, header, {one.fingerprint for one in found})
    entries = "".join(f"\n{header}{_entry(one, grounds)}" for one in found)
    written = f"{text.rstrip()}\n{entries}" if text.strip() else entries.lstrip()
    try:
        tomllib.loads(written)
    except tomllib.TOMLDecodeError:
        return None
    file.write_bytes(written.replace("\n", line_end).encode())
    return len(found)


def _without(text: str, header: str, fingerprints: Iterable[str]) -> str:
    """Leave out the entries that accept something already."""
    known = "|".join(map(re.escape, sorted(fingerprints)))
    entry = rf'^{re.escape(header)}(?:(?!\[).*\n)*?fingerprint = "(?:{known})"\n(?:(?!\[).*\n?)*'
    return re.sub(entry, "", text, flags=re.MULTILINE)


def _entry(finding: Finding, grounds: Grounds) -> str:
    values: dict[str, Any] = {
        "fingerprint": finding.fingerprint,
        "code": finding.code,
        "where": finding.where,
        "reason": grounds.reason,
        "author": author(Path.cwd()),
    }
    expires = f"expires = {grounds.expires.isoformat()}\n" if grounds.expires else ""
    return toml_table(values) + expires
