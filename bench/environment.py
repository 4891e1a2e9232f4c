"""The virtual environment of the others, apart from ours."""

from __future__ import annotations

import subprocess
import sys
import venv
from pathlib import Path

ROOT = Path(__file__).parent.parent
FOLDER = ROOT / ".venv-bench"
BIN = FOLDER / "bin"
PACKAGES = FOLDER / "lib" / f"python{sys.version_info[0]}.{sys.version_info[1]}" / "site-packages"
CORPUS = ROOT.parent / "shared" / "corpora" / "openapi"
PEERS = (
    "datamodel-code-generator",
    "pydantic",
    "msgspec",
    "mashumaro[orjson]",
    "cattrs[orjson]",
    "orjson",
    "fastjsonschema",
    "jsonschema",
    "jsonschema-rs",
)


def prepare() -> None:
    """Install the others, the first time."""
    stamp = FOLDER / ".installed"
    if stamp.is_file() and stamp.read_text() == "\n".join(PEERS):
        return
    # One that was interrupted halfway is made anew.
    venv.create(FOLDER, with_pip=True, clear=True)
    subprocess.run([BIN / "python", "-m", "pip", "install", "--quiet", *PEERS], check=True)
    stamp.write_text("\n".join(PEERS))


def versions() -> str:
    """Return what is compared, in which version, on which Python."""
    code = (
        "import sys; from importlib.metadata import version as v; "
        "print(', '.join(f'{n} {v(n)}' for n in sys.argv[1:]))"
    )
    names = [peer.partition("[")[0] for peer in PEERS]
    done = subprocess.run([BIN / "python", "-c", code, *names], capture_output=True, text=True)
    return f"Python {sys.version.split()[0]}, {done.stdout.strip()}"
