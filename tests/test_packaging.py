"""The wheel: it carries the templates and the schema, and works from where it is installed."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest


@pytest.fixture(scope="module")
def installed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the contents of a freshly built wheel."""
    folder = tmp_path_factory.mktemp("wheel")
    root = Path(__file__).parent.parent
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(root)], check=True)
    [wheel] = folder.glob("typewright-*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_wheel_has_what_the_checkout_has(installed: Path, root: Path) -> None:
    for folder, inside in [("generator", "generator"), ("templates", "generator/templates")]:
        expected = {
            path.relative_to(root / folder)
            for path in (root / folder).rglob("*.*")
            if path.is_file() and "__pycache__" not in path.parts
        }
        assert {path for path in expected if not (installed / inside / path).is_file()} == set()


def test_nothing_else_is_in_the_wheel(installed: Path) -> None:
    assert {path.name for path in installed.iterdir() if "dist-info" not in path.name} == {
        "generator"
    }


def test_it_generates_from_where_it_is_installed(installed: Path, root: Path, here: Path) -> None:
    command = [sys.executable, "-m", "generator", "generate", str(root / "specs" / "jobs.yaml")]
    environment = {**os.environ, "PYTHONPATH": str(installed)}
    subprocess.run(command, env=environment, check=True, capture_output=True, cwd=here)
    for path in ("models/jobout.py", "docs/models/jobout.md"):
        # The repository's own output is laid out by black, and this by ruff.
        assert (here / "generated" / path).read_bytes() == (root / "generated" / path).read_bytes()
