"""Diagnostics as people and machines see them, and where in a text they stand."""
