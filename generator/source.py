"""Where things stand: the text of an input, and a place in it that a person can open."""

from __future__ import annotations

from codecs import BOM_UTF8
from dataclasses import field
from pathlib import Path
from typing import TYPE_CHECKING, Literal
from urllib.parse import unquote, urlsplit

from generator.frozen import dataclass

if TYPE_CHECKING:
    from collections.abc import Sequence


@dataclass(frozen=True, slots=True)
class Source:
    """One input as it was read: `uri` identifies it, `name` is what people are shown."""

    uri: str
    name: str
    text: str = field(repr=False, hash=False)
    syntax: Literal["yaml", "json", "memory"] = "yaml"


@dataclass(frozen=True, slots=True)
class Place:
    """A value inside a source, by its RFC 6901 JSON Pointer (`""` is the root).

    `at` says which end of the member is meant: its value, or its key.
    """

    source: Source
    pointer: str = ""
    at: Literal["value", "key"] = "value"

    def below(self, *tokens: str | int, at: Literal["value", "key"] = "value") -> Place:
        """Return the place of what `tokens` lead to from here."""
        return Place(self.source, join(self.pointer, *tokens), at)


@dataclass(frozen=True, slots=True)
class Location:
    """A span of text: `line` and `column` count from 1, `width` is in characters."""

    source: Source
    line: int
    column: int
    width: int = 1
    pointer: str = ""


def file_of(uri: str) -> Path | None:
    """Return the file that a URI is of; None if it is no `file:` URI."""
    # What is no URL at all has no parts either.
    is_file = uri[:5].lower() == "file:"
    return Path(unquote(urlsplit(uri).path)) if is_file else None


def decoded(data: bytes) -> str:
    """Return the text of a file in UTF-8, without its byte order mark; raise `UnicodeDecodeError`.

    What the error counts starts behind the mark, too.
    """
    return data.removeprefix(BOM_UTF8).decode()


def escape(token: str) -> str:
    """Return one reference token as RFC 6901 writes it (`~` is `~0`, `/` is `~1`)."""
    return token.replace("~", "~0").replace("/", "~1")


def unescape(token: str) -> str:
    """Return a reference token as it was before `escape`."""
    return token.replace("~1", "/").replace("~0", "~")


def join(pointer: str, *tokens: str | int) -> str:
    """Return `pointer` extended by unescaped `tokens`."""
    for token in tokens:
        text = str(token)
        pointer = f"{pointer}/{escape(text) if '~' in text or '/' in text else text}"
    return pointer


def split(pointer: str) -> Sequence[str]:
    """Return the unescaped tokens of a JSON Pointer."""
    tokens = pointer.split("/")[1:]
    return [unescape(token) for token in tokens] if "~" in pointer else tokens
