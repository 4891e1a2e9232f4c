"""Patterns: the regular expressions of ECMA-262, written for Python's `re`."""

from generator.ecma.hazard import hazard
from generator.ecma.syntax import PatternError
from generator.ecma.translate import translate

__all__ = ["PatternError", "hazard", "translate"]
