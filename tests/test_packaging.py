"""What is handed on: the sources, the wheel that is made of them, and the pins of development."""

from __future__ import annotations

import os
import re
import subprocess
import sys
import tarfile
import tomllib
import zipfile
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).parent.parent


@pytest.fixture(scope="module")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a freshly built source distribution."""
    folder = tmp_path_factory.mktemp("sources")
    command = [sys.executable, "-m", "hatchling", "build", "--target", "sdist", "-d", str(folder)]
    subprocess.run(command, check=True, capture_output=True, cwd=ROOT)
    [archive] = folder.iterdir()
    return archive


@pytest.fixture(scope="module")
def installed(sources: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Return a folder with the contents of the wheel that is made of the sources."""
    folder = tmp_path_factory.mktemp("wheel")
    options = ["--no-deps", "--no-build-isolation", "--quiet", "--wheel-dir", str(folder)]
    subprocess.run([sys.executable, "-m", "pip", "wheel", *options, str(sources)], check=True)
    [wheel] = folder.glob("typewright-*.whl")
    zipfile.ZipFile(wheel).extractall(folder / "site")
    return folder / "site"


def test_the_sources_have_all_that_the_readme_names(sources: Path, root: Path) -> None:
    with tarfile.open(sources) as archive:
        packed = {name.partition("/")[2] for name in archive.getnames()}
    links = re.findall(r"\]\((?!https?:)([^)#]+)\)", (root / "README.md").read_text("utf-8"))
    named = {link for link in links if (root / link).is_file()}
    assert len(named) > 5
    assert named - packed == set()
    assert {"Makefile", "constraints.txt", "specs/jobs.yaml", "tests/conftest.py"} <= packed


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


@pytest.mark.parametrize("packed", [False, True], ids=["folder", "zip"])
def test_a_generated_package_lists_its_models_wherever_it_lies(
    packed: bool, root: Path, here: Path
) -> None:
    place = root / "generated"
    if packed:
        place = here / "generated.zip"
        with zipfile.ZipFile(place, "w") as archive:
            for path in (root / "generated" / "models").glob("*.py*"):
                archive.write(path, f"models/{path.name}")
    code = "import models; from models import *; print(JobOut.__name__ in dir(models))"
    command = [sys.executable, "-c", code]
    done = subprocess.run(command, env={"PYTHONPATH": str(place)}, check=True, capture_output=True)
    assert done.stdout.split() == [b"True"]


def test_what_development_needs_is_pinned_within_its_range(root: Path) -> None:
    project = tomllib.loads((root / "pyproject.toml").read_text("utf-8"))
    needed = [
        *project["project"]["dependencies"],
        *project["project"]["optional-dependencies"]["site"],
        *project["dependency-groups"]["dev"],
    ]
    lines = (root / "constraints.txt").read_text("utf-8").split()
    pins = dict(line.split("==") for line in lines)
    assert lines == sorted(lines)
    assert list(pins) == [canonicalize_name(name) for name in pins]
    for requirement in map(Requirement, needed):
        assert requirement.specifier.contains(pins[canonicalize_name(requirement.name)])
