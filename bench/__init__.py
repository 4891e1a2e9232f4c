"""Measurements against other programs and libraries, side by side in one run: `make bench`."""
