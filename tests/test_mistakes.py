"""Mistakes in the input: what is said of each, and that nothing is written.

Each folder of `mistakes` is a description with a mistake, and in `stderr` what `generate` says of
it. `TYPEWRIGHT_UPDATE=1 pytest tests/test_mistakes.py` writes these files anew: read the diff.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.cli import main

MISTAKES = Path(__file__).parent / "mistakes"
CASES = sorted(folder.name for folder in MISTAKES.iterdir())


def said(capsys: pytest.CaptureFixture[str], *argv: str) -> str:
    """Run `generate`, check its exit code and what it left, and return what it said."""
    code = main(["generate", *argv])
    told = capsys.readouterr()
    failed = "error[" in told.err
    assert told.out == ""
    assert code == (2 if failed else 0)
    assert Path("generated").exists() == (not failed)
    return told.err


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_is_explained(case: str, here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    shutil.copytree(MISTAKES / case, here, dirs_exist_ok=True)
    spec = "spec.json" if Path("spec.json").exists() else "spec.yaml"
    found, expected = said(capsys, spec), MISTAKES / case / "stderr"
    findings = "".join(line for line in found.splitlines(True) if not line.endswith(" written\n"))
    if os.environ.get("TYPEWRIGHT_UPDATE"):
        expected.write_text(findings, "utf-8")
    assert findings == expected.read_text("utf-8")


@pytest.mark.parametrize("case", CASES)
def test_a_mistake_has_its_place(case: str) -> None:
    text = (MISTAKES / case / "stderr").read_text("utf-8")
    findings = text.split("\n\n")[:-1]
    assert all(":" in finding.splitlines()[1] for finding in findings)


def nested(opening: str, closing: str, depth: int) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_text(opening * depth + "1" + closing * depth, "utf-8")

    return write


def bytes_of(data: bytes) -> Callable[[Path], None]:
    def write(path: Path) -> None:
        path.write_bytes(data)

    return write


def unreadable(path: Path) -> None:
    path.write_text("type: object", "utf-8")
    path.chmod(0)


FILES = [
    # the file, how it is made, what is said of it
    ("x" * 300, lambda path: None, "xxx': file name too long"),
    ("a\0b", lambda path: None, "SRC001]: cannot read 'a\N{SYMBOL FOR NULL}b': embedded null byte"),
    ("circle", lambda path: path.symlink_to(path), "cannot read 'circle': too many levels of symb"),
    ("htps://x/spec.yaml", lambda path: None, "SRC001]: cannot read 'htps:/x/spec.yaml': no such"),
    ("http://[::1/spec.yaml", lambda path: None, "REM002]: 'http://[::1/spec.yaml' is no URL"),
    ("endless", lambda path: path.symlink_to("/dev/zero"), "cannot read 'endless': is a device"),
    ("nothing.yaml", lambda path: None, "SRC001]: cannot read 'nothing.yaml': no such file"),
    ("folder", Path.mkdir, "SRC001]: cannot read 'folder': is a directory"),
    ("no/spec.yaml", lambda path: None, "help: there is no folder 'no'"),
    ("spec.yml", lambda p: p.with_suffix(".yaml").touch(), "help: did you mean 'spec.yaml'?"),
    ("latin.yaml", bytes_of(b"title: caf\xe9\n"), "SRC002]: the byte 0xE9 is not UTF-8"),
    ("utf16.json", bytes_of('{"a": 1}'.encode("utf-16")), "SRC002]: this file is not UTF-8 but"),
    ("null.yaml", bytes_of(b"a: \x00\n"), "YAML001]: the character U+0000 is not allowed"),
    ("binary.yaml", bytes_of(bytes(range(128, 256))), "SRC002]: the byte 0x80 is not UTF-8"),
    ("packed.yaml", bytes_of(b"\x1f\x8b\x08\0"), "help: it is packed: unpack it first"),
    ("page.yaml", bytes_of(b"<!DOCTYPE html>\n<p>a: b: c\n"), "YAML001]: this is HTML or XML"),
    ("page.json", bytes_of(b"\n<html>\n</html>\n"), "JSON001]: this is HTML or XML"),
    ("text.yaml", bytes_of(b"<html>\n</html>\n"), "YAML001]: this is HTML or XML"),
    ("lfs.yaml", bytes_of(b"version https://git-lfs.x/v1\nsize 7\n"), "this is what Git LFS has"),
    ("filled.yaml", bytes_of(b"a:\n  title: {{ b }}\n"), "YAML004]: this is a template"),
    ("filled.json", bytes_of(b'{"a": "{{ b }}",\n "b": {% c %}}'), "JSON001]: this is a template"),
    ("merge.json", bytes_of(b'{\n<<<<<<< a\n"a": 1\n}'), "JSON001]: a merge conflict is left"),
    ("two.json", bytes_of(b"{}\n{}\n"), "help: put each value into a file of its own"),
    ("curly.json", bytes_of("{“a”: 1}".encode()), "help: JSON strings stand between double quotes"),
    ("regex.json", bytes_of(rb'{"pattern": "\d"}'), "help: write a backslash as \\\\\n"),
    ("comma.yaml", bytes_of(b"{a: 1},\n"), "help: something stands behind the end of the value"),
    ("deep.json", nested("[", "]", 100_000), "SRC004]: nested more than 254 levels deep"),
    ("deep.yaml", nested('{"a": ', "}", 300), "SRC004]: nested more than 254 levels deep"),
    ("deeper.yaml", nested("[", "]", 20_000), "SRC004]: nested more than 254 levels deep"),
    ("many.yaml", bytes_of(b"a: 1\n---\nb: 1\n"), "YAML005]: a second document starts here"),
    ("big.json", bytes_of(b'{"maximum": ' + b"9" * 5000 + b"}"), "JSON003]: '99999999999999999999"),
]


@pytest.mark.parametrize(("name", "make", "expected"), FILES, ids=[row[0] for row in FILES])
def test_a_file_that_cannot_be_read(
    name: str,
    make: Callable[[Path], None],
    expected: str,
    here: Path,
    capsys: pytest.CaptureFixture[str],
) -> None:
    make(here / name)
    assert expected in said(capsys, name)


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_a_file_that_nobody_may_read(here: Path, capsys: pytest.CaptureFixture[str]) -> None:
    unreadable(here / "spec.yaml")
    assert "SRC001]: cannot read 'spec.yaml': permission denied" in said(capsys, "spec.yaml")


def test_mistakes_in_several_descriptions_are_told_at_once(
    here: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("a.yaml").write_text("$ref: '#/b'\n", "utf-8")
    Path("b.yaml").write_text("type: objekt\n", "utf-8")
    found = said(capsys, "a.yaml", "b.yaml", "c.yaml")
    assert [code for code in ("REF002", "SCH002", "SRC001") if code in found] == [
        "REF002",
        "SCH002",
        "SRC001",
    ]
