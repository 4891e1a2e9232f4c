"""The Python target: one module for each named type, and what they share."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from generator.config import Settings
from generator.ir import TypeId
from generator.model import PACKAGES, WHOLE, File, Model, Name, Part
from generator.names.stem import stem
from generator.render import render
from generator.shaping.evaluated import tracked
from generator.targets.python.breaking import broken
from generator.targets.python.building import view
from generator.targets.python.layout import imported
from generator.targets.python.module import Library, relative
from generator.targets.python.views import ExportView, PackageView

_HERE = Path(__file__).parent
SHARED: Mapping[str, str] = {
    "_collecting": "_collecting.py",
    "_imports": "_imports.py",
    "_keywords": "_keywords.py",
    "_problems": "_problems.py",
    "_rt": "_rt.py",
    "_runtime": "_runtime.py",
    "_text": "_text.py",
    "_values": "_values.py",
    "_formats": "formats.py",
}
"""The modules that every generated package has, and the files that they are copies of."""
_OFFERED = ("UNSET", "DecodeError", "OptionalNullable", "Problem", "Unset")
"""What a package has of the runtime beside its models; a model of the same name comes first."""


def python_files(
    model: Model, settings: Settings, part: Part = WHOLE, *, checks: bool = False
) -> Iterable[File]:
    """Return the modules of all named types, their packages, and what they share.

    With `checks`, every schema has a check that makes no objects.
    """
    api, names = model.api, model.names
    checked = frozenset(names.keys() & api.schemas.keys()) if checks else frozenset[TypeId]()
    library = Library(api, names, settings, api.schemas, tracked(api.schemas), checked)
    if part.index == 0:
        yield from _shared(settings)
    if part.index == 0 and PACKAGES not in part.skipped:
        yield from _packages(names, settings)
    for type_id in part.of(names):
        name = names[type_id]
        path = f"{name.package}/{stem(name.cls)}.py"
        text = render("python/module.py.jinja", view(library, type_id), settings.templates)
        # A template of the user's own may write anything.
        text, finished = (text, False) if settings.templates else broken(text)
        yield File(path, text, finished, of=type_id)


def _shared(settings: Settings) -> Iterator[File]:
    for name, source in SHARED.items():
        text = (_HERE / source).read_text("utf-8")
        yield File(f"{settings.package}/{name}.py", text, finished=True)
    yield File(f"{settings.package}/py.typed", "")


def _packages(names: Mapping[TypeId, Name], settings: Settings) -> Iterator[File]:
    """The files that say what each package offers."""
    by_package: dict[str, list[str]] = defaultdict(list)
    by_package[settings.package] = []
    for name in names.values():
        by_package[name.package].append(name.cls)
    for package, classes in by_package.items():
        exports = tuple(map(_export, sorted(classes)))
        renamed = tuple(export for export in exports if export.module != export.cls.lower())
        shared = tuple(name for name in _OFFERED if name not in classes)
        runtime = relative(package, settings.package, "_runtime")
        view = PackageView(runtime, shared, exports, renamed)
        for name_ in ("py", "pyi"):
            text = render(f"python/package.{name_}.jinja", view, settings.templates)
            # What `imported` writes needs no formatter, however many lines are too long.
            finished = not settings.templates and text.isascii()
            yield File(f"{package}/__init__.{name_}", text, finished, of=PACKAGES)


def _export(cls: str) -> ExportView:
    module = stem(cls)
    return ExportView(cls, module, "\n".join(imported(f".{module}", [f"{cls} as {cls}"])))
