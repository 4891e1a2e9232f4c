"""The least that any generator has to do: parse the input, write as many bytes in as many files."""

from __future__ import annotations

import sys
from pathlib import Path

import orjson
import yaml_rs


def main(spec: str, like: str, output: str) -> None:
    """Parse `spec`, and write into `output` files of the sizes of those in `like`."""
    data = Path(spec).read_bytes()
    orjson.loads(data) if spec.endswith(".json") else yaml_rs.loads(data.decode())
    sizes = [path.stat().st_size for path in Path(like).rglob("*") if path.is_file()]
    folder = Path(output)
    folder.mkdir(parents=True)
    content = b"x" * max(sizes)
    for number, size in enumerate(sizes):
        (folder / str(number)).write_bytes(content[:size])


main(*sys.argv[1:])
