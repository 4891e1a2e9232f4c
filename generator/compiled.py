"""Models in memory: the very modules that `generate` writes, without a disk."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from itertools import count
from pathlib import Path
from typing import Any

from generator.config import Settings
from generator.dialect import DIALECTS, Dialect
from generator.document import Document
from generator.in_memory import Package
from generator.ir import TypeId
from generator.load import from_memory, load, parse
from generator.model import Model
from generator.names.stem import stem
from generator.reading.swagger_pointers import original
from generator.report import Diagnostic, Report
from generator.resolve import Library
from generator.shaping.aliases import resolve
from generator.showing.suggest import closest
from generator.source import file_of
from generator.targets.python import SHARED, _runtime, python_files
from generator.understand import lower_both_ways, understand

_NUMBERS = count(1)
_ROOT = "memory:///"
_OF_OPERATIONS = re.compile("/(paths|webhooks|components/(?!schemas/)[^/]*)/")
"""Where parts stand that only operations use."""


class Models(Mapping[str, _runtime.Codec[Any]]):
    """The codecs of a document's schemas, by JSON Pointer (`"#"` is the root).

    `models["#/components/schemas/JobOut"].decode(value)` checks a JSON value and makes the object
    of it, or raises `DecodeError`; `.encode(obj)` is its inverse, `.is_valid(value)` only checks,
    and `.cls` is the class, where the type has one.
    """

    def __init__(self, package: Package, modules: Mapping[str, str]) -> None:
        self._package = package
        self._modules = modules

    def __getitem__(self, pointer: str) -> _runtime.Codec[Any]:
        if pointer not in self._modules:
            by_name = {known.rpartition("/")[2]: known for known in self._modules}
            near = closest(pointer, self._modules) or by_name.get(closest(pointer, by_name) or "")
            hint = f"; did you mean {near!r}?" if near else ""
            raise KeyError(f"no schema at {pointer!r}{hint}")
        module = self._package.module(self._modules[pointer])
        codec: _runtime.Codec[Any] = module.codec
        return codec

    def __repr__(self) -> str:
        return f"Models({', '.join(map(repr, self._modules))})"

    def __iter__(self) -> Iterator[str]:
        return iter(self._modules)

    def __len__(self) -> int:
        return len(self._modules)


def compile(
    document: Any,
    *,
    dialect: str | None = None,
    remotes: Mapping[str, Any] | None = None,
    settings: Settings | None = None,
) -> Models:
    """Compile a description for use in this process.

    `document` is a path, a description as JSON data, or its text (JSON, or of more than one
    line; or any `bytes`).
    `dialect` is the one of a schema that names none (`2020-12`, `draft7` …); `remotes` holds
    documents by URI that references may lead to.
    Raises `TypewrightError` if the description has mistakes, and `ValueError` for a dialect that
    there is not.
    """
    settings = settings or Settings()
    report = Report()
    chosen = _dialect(dialect)
    sources = {uri.rstrip("#"): contents for uri, contents in (remotes or {}).items()}

    def retrieve(uri: str, referring: Dialect, report: Report) -> Document | None:
        if uri in sources:
            return from_memory(sources[uri], uri, referring)
        file = file_of(uri)
        return load(file, report, referring) if file else None

    library = Library(report, retrieve)
    place = f"{_ROOT}{next(_NUMBERS)}/root"
    if isinstance(document, bytes) or (isinstance(document, str) and _is_text(document)):
        root = parse(document, place, place, report, chosen)
    elif isinstance(document, str | Path):
        root = load(Path(document), report, chosen)
    else:
        root = from_memory(document, place, chosen)
    report.check()
    assert root is not None
    lowered = lower_both_ways([root], library, settings, whole=True)
    model = understand(lowered, settings, report)
    # Operations with mistakes stop no model.
    Report([one for one in report.diagnostics if not _is_of_operation(one)]).check()
    return Models(_package(model, settings), _pointers(model, root))


def _is_text(document: str) -> bool:
    """Whether a string is a description, and not the path of one."""
    return "\n" in document or document.lstrip()[:1] in ("", "{", "[")


def _is_of_operation(diagnostic: Diagnostic) -> bool:
    return bool(diagnostic.where and _OF_OPERATIONS.match(diagnostic.where.pointer))


def _dialect(name_: str | None) -> Dialect | None:
    if name_ is None:
        return None
    wanted = name_.rstrip("#").removeprefix("draft")
    for dialect in DIALECTS:
        if wanted in (dialect.name.removeprefix("draft"), dialect.uri):
            return dialect
    names = ", ".join(dialect.name for dialect in DIALECTS)
    raise ValueError(f"unknown dialect {name_!r}: one of {names}")


def _pointers(model: Model, root: Document) -> Mapping[str, str]:
    """Return the module of each schema of a document, by the pointer of its own text."""
    found = {}
    for type_id in model.api.named:
        document, _, pointer = type_id.partition("#")
        if document == root.source.name:
            own = original(pointer, root.swagger) if root.lifted else pointer
            found[f"#{own}"] = _module(model, type_id)
    return found


def _module(model: Model, type_id: TypeId) -> str:
    # A component that only refers to its namesake in another document has no module of its own.
    own = type_id if type_id in model.names else resolve(model.api, type_id).id
    named = model.names[own]
    return f"{named.package.replace('/', '.')}.{stem(named.cls)}"


def _package(model: Model, settings: Settings) -> Package:
    """The modules that `generate` would write, with a check of every schema."""
    sources, inside = dict[str, str](), settings.package.replace("/", ".")
    for file in python_files(model, settings, checks=True):
        if file.path.endswith(".py"):
            module = file.path.removesuffix(".py").replace("/", ".")
            sources[module.removesuffix(".__init__")] = file.text
    shared = {
        f"{inside}.{module}": f"generator.targets.python.{source.removesuffix('.py')}"
        for module, source in SHARED.items()
    }
    return Package(sources, shared)
