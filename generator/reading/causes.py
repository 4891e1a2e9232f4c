"""Why a text is neither YAML nor JSON where a parser cannot tell: it has, or is, something else."""

from __future__ import annotations

import re

from generator import codes
from generator.codes import Code
from generator.reading.malformed import Malformed, spot

_CAUSES = (
    # what a text has, and whether that is in the line where the parser gives up; what it is, a hint
    (
        r"\A\s*(<[!?a-zA-Z][^\n]*)",
        False,
        "this is HTML or XML, and no description",
        "take the file itself, and not the page that shows it",
    ),
    (
        r"\A(version https://git-lfs\S*)",
        False,
        "this is what Git LFS has in the place of the file",
        "get the file: `git lfs pull`",
    ),
    (
        r"(?m)^((?:<{7}|>{7}) .*)",
        False,
        "a merge conflict is left in this file",
        "keep one of the two versions, and remove the lines `<<<<<<<`, `=======` and `>>>>>>>`",
    ),
    (
        r"(\{\{[^{}\n]*\}\}|\{%[^%\n]*%\})",
        True,
        "this is a template, and no description yet",
        "let the program that it is for fill it in first",
    ),
)
_COMMENT = re.compile(r":[ \t]+(#.*[\]}])")
"""A comment where a value should be, with a bracket in it."""


def cause(text: str, error: Malformed) -> Malformed:
    """Return what is really wrong with a text, as far as that shows, or else the error."""
    if error.code not in (codes.YAML001, codes.YAML004, codes.JSON001):
        return error
    found = something_else(text, error.code, error.spot.line)
    return found or ("bracket" in error.hint and _swallowed(text, error)) or error


def something_else(text: str, code: Code, line: int) -> Malformed | None:
    """Return what a text is, or has in a line, that is no description; None if nothing shows."""
    for pattern, is_near, message, hint in _CAUSES:
        for found in re.finditer(pattern, text):
            where = spot(text, found.start(1), len(found[1]))
            if where.line == line or not is_near:
                return Malformed(code, message, where, hint)
    return None


def _swallowed(text: str, error: Malformed) -> Malformed | None:
    """Return the last comment before an error that swallows a bracket."""
    hint = "put the value into quotes: in YAML, ` #` starts a comment"
    last = None
    for found in _COMMENT.finditer(text):
        where = spot(text, found.start(1), len(found[1]))
        if where.line >= error.spot.line:
            break
        before = " " + text[found.start(1) - where.column + 1 : found.start()].lstrip()
        if ("{" in before or "[" in before) and " #" not in before:
            message = "the bracket at the end of this line is in a comment"
            last = Malformed(error.code, message, where, hint)
    return last
