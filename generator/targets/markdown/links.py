"""The links between the tables: each must lead to one of them."""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator, Sequence

from generator.codes import LNK001
from generator.model import File
from generator.report import Report
from generator.source import Location, Source

_LINK = re.compile(r"(?<!\\)\]\(([^()\s:]+\.md)(?:#[^()\s]*)?(?:\s+(?:\"[^\"]*\"|'[^']*'))?\)")
_CODE = re.compile(r"^ {0,3}(```|~~~)[\s\S]*?^ {0,3}\1|(?<!`)(`+)(?!`).*?(?<!`)\2(?!`)", re.M)


def check_links(documents: Sequence[File]) -> None:
    """Raise `TypewrightError` where a relative link to a `.md` file leads to none of ours."""
    known = {document.path for document in documents}
    report = Report()
    for document in documents:
        for target, line, column in _links(document.text):
            path = posixpath.normpath(posixpath.join(posixpath.dirname(document.path), target))
            if path not in known:
                source = Source(document.path, document.path, document.text, "memory")
                where = Location(source, line, column, len(target))
                report.add(LNK001, f"there is no table at '{target}'", where)
    report.check()


def _links(text: str) -> Iterator[tuple[str, int, int]]:
    """Yield the targets, with line and column; what is code leads nowhere."""
    prose = _CODE.sub(lambda code: re.sub(r"[^\n]", " ", code[0]), text)
    for number, line in enumerate(prose.split("\n"), 1):
        for found in _LINK.finditer(line):
            yield found[1], number, found.start(1) + 1
