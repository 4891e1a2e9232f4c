"""`make bench`: all tables, or with arguments the parts that they name."""

from __future__ import annotations

import shutil
import tempfile
from argparse import ArgumentParser
from collections.abc import Callable, Iterator, Mapping
from functools import partial
from pathlib import Path

from bench import codecs, generation, imports, validate
from bench.environment import prepare, versions

PARTS: Mapping[str, Callable[[Path], Iterator[str]]] = {
    "codecs": codecs.report,
    "validation": validate.report,
    "imports": imports.report,
    "generation": generation.report,
}


MEMORY, ENOUGH = Path("/dev/shm"), 2_000_000_000
"""Where Linux keeps files in memory, and how many free bytes of it are enough for all of them."""


def main() -> None:
    """Measure, and print tables as they are ready."""
    parser = ArgumentParser("make bench", description=__doc__)
    parser.add_argument("parts", nargs="*", choices=[[], *PARTS], help="default: all")
    parser.add_argument("--spec", action="append", help="generation: only these descriptions")
    options = parser.parse_args()
    parts = dict(PARTS)
    if options.spec:
        parts["generation"] = partial(generation.report, specs=tuple(options.spec))
    prepare()
    print(versions(), flush=True)
    for name in options.parts or parts:
        print(f"\n### {name.capitalize()}\n", flush=True)
        with tempfile.TemporaryDirectory(prefix="typewright-bench-", dir=_place()) as work:
            for line in parts[name](Path(work)):
                print(line, end="", flush=True)


def _place() -> Path | None:
    """Memory, for all that is measured: some disks take seconds to make files where others were."""
    room = shutil.disk_usage(MEMORY).free if MEMORY.is_dir() else 0
    return MEMORY if room > ENOUGH else None


main()
