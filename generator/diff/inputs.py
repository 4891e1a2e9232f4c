"""What the command line names → documents: files, commits, folders, standard input."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import quote, unquote, urlsplit

from generator.codes import DIF003, SCH001, SRC001, Code
from generator.config import Settings
from generator.diagnosis.meant import meant_schema
from generator.diagnosis.structure import check_structure
from generator.dialect import Dialect
from generator.diff.described.contract import Contract
from generator.diff.described.describe import describe
from generator.diff.described.unchanged import unchanged
from generator.diff.git import HOST, Commit
from generator.document import Document
from generator.documents import Retrieve
from generator.frozen import dataclass
from generator.load import from_memory, load, parse
from generator.remotes.remote import Remotes
from generator.remotes.retrieve import retriever
from generator.report import Diagnostic, Report
from generator.resolve import Library
from generator.settings.configure import as_it_was
from generator.source import Place, Source

SUFFIXES = (".yaml", ".yml", ".json")
NO_REMOTES = Remotes()
NOWHERE = "memory:nothing"
"""The address of what stands for a description that is not there."""
_NOTHING = {"openapi": "3.1.0", "info": {"title": "", "version": ""}, "paths": {}}


@dataclass(frozen=True, slots=True)
class Input:
    """One file of one version: in a commit, in the working tree, or (`-`) on standard input."""

    path: str
    commit: Commit | None = None
    generates: bool = True
    """Whether something is generated from it: the settings of its version name it."""

    @property
    def name(self) -> str:
        """How people call it."""
        if self.commit is not None:
            return f"{self.commit.ref}:{self.path}"
        return "<stdin>" if self.path == "-" else self.path

    def read(self, report: Report, dialect: Dialect | None = None) -> Document | None:
        """Return the document; None, with a diagnostic, if there is none.

        `dialect` is what a schema without `$schema` is written in.
        """
        if self.path == "-" and self.commit is None:
            return parse(sys.stdin.buffer.read(), "stdin:///-", "<stdin>", report, dialect)
        if self.commit is None:
            return load(Path(self.path), report, dialect)
        return _from_commit(self.commit, self.path, report, dialect)


InputPair = tuple[Input | None, Input | None]
"""A file of both versions; None where it is not there."""


def inputs(argument: str, report: Report) -> dict[str, Input]:
    """Return what an argument stands for, by the names that pair two versions."""
    path = Path(argument)
    if argument == "-" or path.is_file():
        return {"": Input(argument)}
    if path.is_dir():
        # What may not be listed is not empty; `rglob` would pass it over.
        os.scandir(path).close()
        files = sorted(file for file in path.rglob("*") if file.suffix in SUFFIXES)
        return {file.relative_to(path).as_posix(): Input(file.as_posix()) for file in files}
    ref, colon, inside = argument.partition(":")
    commit = Commit(ref, Path.cwd())
    if colon and len(ref) > 1 and not inside.startswith("//"):
        if commit.exists():
            return _of_commit(commit, inside)
        message, hint = commit.why_unknown()
        report.add(DIF003, f"there is no file '{argument}', and {message}", hint=hint)
    return {"": Input(argument)}


def _of_commit(commit: Commit, path: str) -> dict[str, Input]:
    for one in (path.removeprefix("./"), commit.within(path)):
        if commit.read(one) is not None:
            return {"": Input(one, commit)}
        files = commit.files(one)
        if files:
            head = f"{one.rstrip('/')}/" if one not in ("", ".") else ""
            return {
                name.removeprefix(head): Input(name, commit)
                for name in files
                if name.endswith(SUFFIXES)
            }
    return {"": Input(path, commit)}


def former(spec: str, ref: str) -> Input:
    """Return what a file of the working tree was at a commit, under this or another name."""
    commit = Commit(ref, Path.cwd())
    path = commit.within(spec)
    known = commit.read(path) is not None
    return Input(path if known else commit.renamed(path) or path, commit)


def settings_at(ref: str, file: Path, given: Mapping[str, Any]) -> Settings | None:
    """Return the settings of a file as it was at a commit; None if there were none."""
    earlier = former(str(file), ref)
    text = earlier.commit.read(earlier.path) if earlier.commit else None
    return None if text is None else as_it_was(file, text.decode("utf-8-sig", "replace"), given)


def versions(
    pair: InputPair, report: Report, dialects: tuple[Dialect | None, Dialect | None] = (None, None)
) -> tuple[Document, Document] | None:
    """Read two versions, by the dialect of each; None if one cannot be read.

    Where there is no file, there is a version that promises nothing.
    """
    before, after = (
        _read(source, report, dialect) if source else from_memory(_NOTHING, NOWHERE)
        for source, dialect in zip(pair, dialects, strict=True)
    )
    return None if before is None or after is None else (before, after)


def described(
    versions: Iterable[Document], names: Iterable[str], report: Report, retrieve: Retrieve
) -> tuple[Contract, Contract]:
    """Return what two versions promise, and all that they refer to.

    What both say in the same words is left out.
    """
    leave, told = unchanged(*versions), (Report(), Report())
    libraries = [Library(own, retrieve) for own in told]
    for version, library in zip(versions, libraries, strict=True):
        if version.kind == "openapi":
            check_structure(version, library)
    old, new = (
        describe(version, library, name, leave)
        for version, name, library in zip(versions, names, libraries, strict=True)
    )
    report.take(_since(*told))
    return old, new


def _since(old: Report, new: Report) -> Iterator[Diagnostic]:
    """Yield the errors, those of both versions once, and the warnings that only the new one has."""
    before, after = ({_said(one) for one in side.diagnostics} for side in (old, new))
    for one in old.diagnostics:
        if one.code.level == "error" and _said(one) not in after:
            yield one
    for one in new.diagnostics:
        if one.code.level == "error" or _said(one) not in before:
            yield one


def _said(one: Diagnostic) -> tuple[Code, str]:
    """What is told, whatever commit it is told of."""
    source = one.where.source if one.where else None
    in_commit = source is not None and urlsplit(source.uri).netloc == HOST
    ref = source.name.partition(":")[0] if source is not None and in_commit else ""
    return one.code, one.message.replace(f"'{ref}:", "'") if ref else one.message


def _read(source: Input, report: Report, dialect: Dialect | None) -> Document | None:
    """Return what a file holds; a text or a list is nothing that could be compared."""
    document = source.read(report, dialect)
    if document is None or isinstance(document.contents, dict | bool):
        return document
    hint = meant_schema(document.contents, "")
    report.add(SCH001, "a schema has to be an object", Place(document.source), hint)
    return None


def retrieving(remotes: Remotes) -> Retrieve:
    """Return what reads a document by its URI: one of a commit stays within the commit."""
    elsewhere = retriever(remotes)

    def retrieve(uri: str, dialect: Dialect, report: Report) -> Document | None:
        parts = urlsplit(uri)
        if parts.netloc != HOST:
            return elsewhere(uri, dialect, report)
        ref, _, path = parts.path.lstrip("/").partition("/")
        return _from_commit(Commit(unquote(ref), Path.cwd()), unquote(path), report, dialect)

    return retrieve


def _from_commit(
    commit: Commit, path: str, report: Report, dialect: Dialect | None
) -> Document | None:
    uri = f"https://{HOST}/{quote(commit.ref, safe='')}/{quote(path)}"
    name = f"{commit.ref}:{path}"
    data = commit.read(path)
    if data is None:
        why = "no such file or directory" if commit.exists() else "git knows no such commit"
        report.add(SRC001, f"cannot read '{name}': {why}", Place(Source(uri, name, "")))
        return None
    return parse(data, uri, name, report, dialect)
