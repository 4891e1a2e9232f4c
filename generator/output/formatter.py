"""Lay out generated Python as `black` would, with the formatter that the settings name.

`ruff` and `black` write the same bytes; a file on which they differ is a bug, with a test. `ruff`
is some 200 times faster.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from generator.codes import FMT001
from generator.frozen import dataclass
from generator.model import File
from generator.output.staging import content, create
from generator.report import Report

LINE_LENGTH = 88
_IN_MEMORY = Path("/dev/shm")
"""Where Linux keeps files in memory; making thousands on a disk costs more than the formatting."""
_WORTH_A_POOL = 40
"""Files from which on starting more processes for `black` costs less than it saves."""


@dataclass(frozen=True, slots=True)
class _Result:
    """Formatted texts, and by index what the formatter said of those it could not read."""

    texts: Sequence[str]
    refused: Mapping[int, str]


def format_files(files: Sequence[File], formatter: str, report: Report) -> Iterator[File]:
    """Yield the files in their order, those that are Python formatted (`ruff`, `black`, `none`).

    A file that the formatter cannot read is yielded as it is, and reported.
    """
    waiting = [file for file in files if not is_laid_out(file)]
    result = _FORMATTERS[formatter]([file.text for file in waiting])
    for index, message in result.refused.items():
        report.add(FMT001, f"'{waiting[index].path}': {message}")
    texts = iter(result.texts)
    for file in files:
        yield file if is_laid_out(file) else replace(file, text=next(texts))


def is_laid_out(file: File) -> bool:
    """Return whether there is nothing for a formatter to do."""
    return file.finished or not file.path.endswith((".py", ".pyi"))


def _ruff(texts: Sequence[str]) -> _Result:
    if not texts:
        return _Result((), {})
    # Only this path needs them, which is seldom gone: we lay out nearly all modules ourselves.
    import subprocess
    from tempfile import TemporaryDirectory

    from ruff.__main__ import find_ruff_bin

    place = _IN_MEMORY if os.access(_IN_MEMORY, os.W_OK) else None
    with TemporaryDirectory(prefix="typewright-", dir=place) as name:
        files = [f"{name}/{index}.py" for index in range(len(texts))]
        for file, text in zip(files, texts, strict=True):
            create(file, text.encode("utf-8", "backslashreplace"))
        options = ["--isolated", "--no-cache", "--target-version", "py310"]
        command = [find_ruff_bin(), "format", *options, f"--line-length={LINE_LENGTH}", name]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        formatted = [content(file).decode() for file in files]
    return _Result(formatted, _refusals(done.stderr) if done.returncode else {})


def _refusals(stderr: str) -> dict[int, str]:
    found = re.findall(r"(\d+)\.py:(.*)", stderr)
    return {int(index): message.strip() for index, message in found} or {0: stderr.strip()}


def _black(texts: Sequence[str]) -> _Result:
    if len(texts) < _WORTH_A_POOL:
        pairs = [_black_one(text) for text in texts]
    else:
        # Only this path needs it.
        from concurrent.futures import ProcessPoolExecutor

        with ProcessPoolExecutor() as pool:
            pairs = list(pool.map(_black_one, texts, chunksize=16))
    refused = {index: message for index, (_, message) in enumerate(pairs) if message}
    return _Result([text for text, _ in pairs], refused)


def _black_one(text: str) -> tuple[str, str]:
    # Only this path needs it, and its import takes 80 ms.
    from black import format_file_contents
    from black.mode import Mode, TargetVersion
    from black.parsing import InvalidInput
    from black.report import NothingChanged

    mode = Mode(target_versions={TargetVersion.PY310}, line_length=LINE_LENGTH)
    try:
        return format_file_contents(text, fast=True, mode=mode), ""
    except NothingChanged:
        return text, ""
    except InvalidInput as error:
        return text, str(error)


def _none(texts: Sequence[str]) -> _Result:
    return _Result(texts, {})


_FORMATTERS: Mapping[str, Callable[[Sequence[str]], _Result]] = {
    "ruff": _ruff,
    "black": _black,
    "none": _none,
}
