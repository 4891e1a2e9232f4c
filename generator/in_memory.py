"""A generated package without a disk, which is gone once nobody has anything of it.

What has been imported stays in `sys.modules`, which would keep each package for good. So a package
has its modules itself, and there are `_Window`s in `sys.modules`, which keep nothing alive. Code
of a module reaches its package by the `__loader__` among its globals.
"""

from __future__ import annotations

import builtins
import sys
from collections.abc import Mapping
from importlib import import_module
from importlib.abc import Loader, MetaPathFinder
from importlib.machinery import ModuleSpec
from itertools import count
from types import ModuleType
from typing import Any
from weakref import WeakValueDictionary, finalize, ref

_NUMBERS = count(1)


class Package(Loader):
    """A package of modules that are made of `sources`, by name; some are `shared` with others."""

    def __init__(self, sources: Mapping[str, str], shared: Mapping[str, str]) -> None:
        self.name = f"typewright_models_{next(_NUMBERS)}"
        self._sources = {f"{self.name}.{module}": text for module, text in sources.items()}
        self._modules: dict[str, ModuleType] = {}
        for module, ours in shared.items():
            sys.modules[f"{self.name}.{module}"] = import_module(ours)
        _FINDER.packages[self.name] = self
        if _FINDER not in sys.meta_path:
            sys.meta_path.append(_FINDER)
        # At the end of the program all modules go anyway, and much quicker.
        finalize(self, _forget, self.name).atexit = False

    def module(self, name: str) -> ModuleType:
        """Import a module of the package."""
        return import_module(f"{self.name}.{name}")

    def find(self, fullname: str) -> ModuleSpec | None:
        """Return where a module of this package comes from; None if there is no such module."""
        is_package = any(source.startswith(f"{fullname}.") for source in self._sources)
        if fullname not in self._sources and not is_package:
            return None
        return ModuleSpec(fullname, self, is_package=is_package)

    def get_source(self, fullname: str) -> str:
        """The text of a module, for trace-backs and annotations."""
        return self._sources.get(fullname, "")

    def exec_module(self, module: ModuleType) -> None:
        """Run the generated code."""
        name, source = module.__name__, self.get_source(module.__name__)
        exec(builtins.compile(source, f"<{name}>", "exec"), module.__dict__)
        self._modules[name] = module
        sys.modules[name] = _Window(module)


class _Finder(MetaPathFinder):
    """Finds the modules of all packages that are in use."""

    def __init__(self) -> None:
        self.packages = WeakValueDictionary[str, Package]()

    def find_spec(self, fullname: str, path: Any = None, target: Any = None) -> ModuleSpec | None:
        """Find a module of one of the packages."""
        package = self.packages.get(fullname.partition(".")[0])
        return package.find(fullname) if package else None


_FINDER = _Finder()


class _Window(ModuleType):
    """What others see of a module, as long as that is there."""

    __slots__ = ("_module",)

    def __init__(self, module: ModuleType) -> None:
        object.__setattr__(self, "_module", ref(module))

    def __getattribute__(self, name: str) -> Any:
        return getattr(object.__getattribute__(self, "_module")(), name)

    def __setattr__(self, name: str, value: Any) -> None:
        setattr(object.__getattribute__(self, "_module")(), name, value)


def _forget(package: str) -> None:
    for name in [name for name in sys.modules if name.partition(".")[0] == package]:
        del sys.modules[name]
