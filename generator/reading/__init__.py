"""Bytes → JSON data: what `load` reads each syntax with, exactly and with positions."""
