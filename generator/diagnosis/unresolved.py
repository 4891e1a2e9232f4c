"""References that lead nowhere, or to what cannot be read."""

from __future__ import annotations

from typing import Any
from urllib.parse import unquote, urldefrag, urljoin, urlsplit

from generator.codes import REF001, REF002, REM001, SRC001
from generator.diagnosis.objects import INSIDE
from generator.document import DEFINING, Document
from generator.documents import Documents
from generator.node import Reference
from generator.reading.swagger_pointers import as_written
from generator.report import Diagnostic, Report
from generator.showing.suggest import closest
from generator.source import Source, join, split


def tell_nowhere(reference: Reference, document: Document, report: Report) -> None:
    """Report that nothing in a document is what a reference names."""
    hint = _suggestion(reference.text, document.contents)
    cause = (REF002, document.source.uri, reference.text, reference.section)
    message = f"nothing at '{reference.text}'"
    if document.lifted:
        message, hint = (as_written(text, document.swagger) for text in (message, hint))
    report.add(REF002, message, reference.place, hint, cause)


def tell_unread(reference: Reference, base: str, documents: Documents, report: Report) -> None:
    """Report why the document of a reference, relative to a `base`, was not read."""
    where, document = reference.place, reference.node.scope.document
    uri = urldefrag(urljoin(base, reference.text)).url
    reasons = documents.why_unread(uri)
    if reasons is None:
        message = f"cannot read what '{reference.text}' refers to"
        reasons = [Diagnostic(REF001, message, None, _reach(uri, base))]
    own = _component(reference.text, document.contents)
    for reason in reasons:
        code = REF001 if reason.code is SRC001 else reason.code
        hint = reason.hint
        if code is REM001:
            hint = _absent(reference.text, where.source, hint)
        report.add(code, reason.message, where, own or hint, (code, uri, reference.section))


def _reach(uri: str, base: str) -> str:
    # What is relative to none of the usual schemes has none.
    scheme = urlsplit(uri).scheme or urlsplit(base).scheme
    if scheme == "stdin":
        return "what comes from standard input is in no folder: name the file instead"
    return "" if scheme in ("file", "http", "https") else "references lead to files, http or https"


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


def _component(reference: str, contents: Any) -> str:
    """Guess which component is meant by the bare name, or the path, that stands for a file."""
    if "\\" in reference:
        return "references have '/' between folders, on Windows as well"
    name = reference.rpartition("/")[2]
    return "" if "." in name or "#" in reference else _elsewhere(contents, "", unquote(name))


def _absent(reference: str, source: Source, hint: str) -> str:
    """Say that no file lies where a document with an identifier of the web refers to one."""
    if "://" in reference or not source.uri.startswith("file:"):
        return hint
    return f"there is no file '{reference.partition('#')[0]}' beside this one; {hint}"


def _suggestion(reference: str, contents: Any) -> str:
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
