"""What was meant by a JSON Pointer that leads nowhere."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote

from generator.diagnosis.objects import INSIDE
from generator.document import DEFINING
from generator.showing.suggest import closest
from generator.source import Source, join, split


def _elsewhere(contents: Any, uri: str, name: str) -> str:
    """Say where a name stands among the definitions, if it does."""
    others = (("components", section) for section in INSIDE["components"])
    for tokens in (*DEFINING, *others):
        found = contents
        for token in tokens:
            found = found.get(token) if isinstance(found, dict) else None
        if isinstance(found, dict) and name in found:
            return f"did you mean '{uri}#{join('', *tokens, name)}'?"
    return ""


def _is_there(contents: Any, fragment: str) -> bool:
    for token in split(unquote(fragment)):
        if not isinstance(contents, dict) or token not in contents:
            return False
        contents = contents[token]
    return True


def component(reference: str, contents: Any) -> str:
    """Guess which component is meant by the bare name, or the path, that stands for a file."""
    if "\\" in reference:
        return "references have '/' between folders, on Windows as well"
    name = reference.rpartition("/")[2]
    return "" if "." in name or "#" in reference else _elsewhere(contents, "", unquote(name))


def absent(reference: str, source: Source, hint: str) -> str:
    """Say that no file lies where a document with an identifier of the web refers to one."""
    if "://" in reference or not source.uri.startswith("file:"):
        return hint
    return f"there is no file '{reference.partition('#')[0]}' beside this one; {hint}"


def suggestion(reference: str, contents: Any) -> str:
    """Guess which member was meant where the last steps of a pointer lead nowhere."""
    whole, (uri, _, fragment) = contents, reference.partition("#")
    if "/" not in fragment:
        return _elsewhere(contents, uri, fragment)
    if fragment[0] != "/" and _is_there(contents, f"/{fragment}"):
        return f"did you mean '{uri}#/{fragment}'?"
    *tokens, last = split(unquote(fragment)) or [""]
    for depth, token in enumerate(tokens):
        if isinstance(contents, list):
            return ""
        if not isinstance(contents, dict) or token not in contents:
            missing = join("", *tokens[: depth + 1])
            return _elsewhere(whole, uri, last) or f"there is no '{uri}#{missing}'"
        contents = contents[token]
    names = list(contents) if isinstance(contents, dict) else []
    near = closest(last, map(str, names))
    return f"did you mean '{uri}#{join('', *tokens, near)}'?" if near else ""
