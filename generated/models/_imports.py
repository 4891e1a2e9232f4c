"""What models need of other modules, imported when it is asked for: one does not import all.

Written by Typewright, the same in every package that it generates. Standard library only.
"""

from __future__ import annotations

import sys
from collections.abc import Iterator
from importlib import import_module
from typing import Annotated, Any, ForwardRef, Union, get_args

from ._collecting import Branch


def lazy(
    module: str,
    source: str,
    members: dict[Any, Any] | None = None,
    *,
    attribute: str = "_decode",
) -> Branch:
    """A function of another module that is imported when it is first called.

    `module` calls it `_decode_status` if it is `_decode` of `.status`. The first call puts the
    function itself in that place, so that models may refer to each other in circles, and
    importing one does not import all. It fills the `members` with those of that module's enum.
    """
    loaded: list[Branch] = []

    def call(*args: Any) -> Any:
        if not loaded:
            package = module.rpartition(".")[0]
            there = import_module(source, package)
            if members is not None:
                members.update(there._MEMBERS)
            loaded.append(getattr(there, attribute))
            name = source.lstrip(".").replace(".", "_")
            setattr(sys.modules[module], f"{attribute}_{name}", loaded[0])
        return loaded[0](*args)

    return call


def exported(package: str) -> list[str]:
    """The names that the stub beside a package's `__init__.py` declares."""
    import re
    from pkgutil import get_data

    stub = get_data(package, "__init__.pyi") or b""
    return re.findall(r"\b(\w+) as \1\b", stub.decode())


class Hints(dict[str, Any]):
    """The annotations of a class; who reads them finds the models that they name imported."""

    def __init__(self, cls: type[Any]) -> None:
        super().__init__(cls.__annotations__)
        self._module = cls.__module__

    def __iter__(self) -> Iterator[str]:
        vars(sys.modules[self._module]).update(named_in(self._module))
        return super().__iter__()

    def keys(self) -> Any:
        """The names; whoever copies the annotations asks for them."""
        return dict.fromkeys(self).keys()

    def items(self) -> Any:
        """The names with their annotations."""
        return {name: self[name] for name in self}.items()


def named_in(module: str) -> dict[str, Any]:
    """What a module imports for type checkers only, so that one model does not import others."""
    import ast
    from importlib.util import resolve_name

    loader: Any = sys.modules[module].__loader__
    tree = ast.parse(loader.get_source(module) or "")
    found = {}
    for node in (
        n for part in tree.body if isinstance(part, ast.If) for n in part.body
    ):
        assert isinstance(node, ast.ImportFrom)
        source = resolve_name(
            f"{'.' * node.level}{node.module}", sys.modules[module].__package__
        )
        for alias in node.names:
            found[alias.name] = getattr(import_module(source), alias.name)
    return found


def resolvable(module: str, alias: str) -> None:
    """Let any module ask for the types that an alias names.

    What it has in quotes is looked up in its own module, which imports it only then.
    """
    here = vars(sys.modules[module])
    if isinstance(here[alias], str):
        here[alias] = _reference(here[alias], module)
        return
    options = (
        _reference(one.__forward_arg__, module) if isinstance(one, ForwardRef) else one
        for one in get_args(here[alias])
    )
    here[alias] = Union[tuple(options)]


def _reference(quoted: str, module: str) -> Any:
    made = ForwardRef(f"rt.named({module!r}, {quoted!r})", module=module)
    # Python 3.10 joins no reference with another type.
    return made if "__or__" in vars(ForwardRef) else Annotated[made, quoted]


def named(module: str, annotation: str) -> Any:
    """The types that a module names, which are imported if need be."""
    here = vars(sys.modules[module])
    try:
        return eval(annotation, here)
    except NameError:
        here.update(named_in(module))
        return eval(annotation, here)
