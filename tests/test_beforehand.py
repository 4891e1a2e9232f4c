"""What another process finds of large texts, and that nothing hangs on it."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from generator.reading import yaml_fast
from generator.reading.beforehand import beforehand

LARGE = "a: 1\n" + "# so much more\n" * 50_000


def file(folder: Path, text: str, name: str = "api.yaml") -> str:
    path = folder / name
    path.write_text(text, "utf-8")
    return str(path)


@pytest.mark.parametrize("odd", ["", "b: 1_000\n", "b: !tag x\n", "b: &a x\n"])
def test_a_text_is_read_as_it_would_be_without(tmp_path: Path, odd: str) -> None:
    text = LARGE + odd
    with beforehand([file(tmp_path, text)]):
        found = yaml_fast.parse(text)
    assert found == yaml_fast.parse(text)
    assert (found is yaml_fast.UNSURE) is bool(odd)


def test_what_is_known_of_a_text_is_not_found_out_again(tmp_path: Path) -> None:
    with beforehand([file(tmp_path, LARGE)]):
        assert yaml_fast.LOOKED_THROUGH.get()() == {hash(LARGE): True}
    assert yaml_fast.LOOKED_THROUGH.get()() == {}


def test_a_file_that_has_changed_meanwhile_is_looked_through_anew(tmp_path: Path) -> None:
    path = file(tmp_path, LARGE)
    with beforehand([path]):
        assert yaml_fast.LOOKED_THROUGH.get()() == {hash(LARGE): True}
        assert yaml_fast.parse(LARGE + "b: 1_000\n") is yaml_fast.UNSURE


@pytest.mark.parametrize(
    "name", ["gone.yaml", "small.yaml", "large.json", "bytes.yaml", "pipe.yaml"]
)
def test_of_other_files_nothing_is_known(tmp_path: Path, name: str) -> None:
    file(tmp_path, "a: 1\n", "small.yaml")
    file(tmp_path, LARGE, "large.json")
    (tmp_path / "bytes.yaml").write_bytes(b"\xff" + LARGE.encode())
    os.mkfifo(tmp_path / "pipe.yaml")
    with beforehand([str(tmp_path / name)]):
        assert yaml_fast.LOOKED_THROUGH.get()() == {}
