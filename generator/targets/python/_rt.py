"""What the models of this package share (see `_runtime`), by the name that they have for it.

Written by Typewright, the same in every package that it generates. Models could say
`from . import _runtime as rt`, but pyright keeps a list of the whole package for each module that
imports from the package itself: for 4,400 of them that takes 4 GB, and ten times as long.
"""

from __future__ import annotations

from . import _runtime as rt

__all__ = ["rt"]
