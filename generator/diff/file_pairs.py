"""Which file of the new version is which of the old one, where folders are compared."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping

from generator.diff.inputs import Input, InputPair
from generator.document import Document
from generator.report import Report

_NAMED = ("paths", "webhooks", "definitions", "$defs", "properties")
"""Members of a description whose members have names that tell it from others."""


def file_pairs(old: Mapping[str, Input], new: Mapping[str, Input]) -> Iterable[InputPair]:
    """Pair the files of two versions: by name in folders, and what is left by what is in it.

    A single one that is left on both sides is the same.
    """
    if len(old) == len(new) == 1:
        yield next(iter(old.values())), next(iter(new.values()))
        return
    before, after = _descriptions(old), _descriptions(new)
    moved = _moved(_but(before, after), _but(after, before))
    for name in sorted({*before, *after} - {*moved.values()}):
        now = moved.get(name, name)
        yield old[name] if name in before else None, new[now] if now in after else None


def _descriptions(found: Mapping[str, Input]) -> dict[str, Document | None]:
    """The descriptions of a folder; if there is none, its schemas."""
    silent = Report()
    read = {name: source.read(silent) for name, source in found.items()}
    whole = {name for name, one in read.items() if one is not None and one.kind == "openapi"}
    return {name: one for name, one in read.items() if name in whole or not whole}


def _but(found: Mapping[str, Document | None], others: Iterable[str]) -> dict[str, Document | None]:
    return {name: one for name, one in found.items() if name not in others}


def _moved(
    gone: Mapping[str, Document | None], come: Mapping[str, Document | None]
) -> dict[str, str]:
    """The files that have another name, with that: more than half of what is in each is in both."""
    if len(gone) == len(come) == 1:
        return dict(zip(gone, come, strict=True))
    before, after = (
        {name: _named(one) for name, one in side.items() if one is not None}
        for side in (gone, come)
    )
    likes = [
        (name, other)
        for name, inside in before.items()
        for other, others in after.items()
        if 2 * len(inside & others) > max(len(inside), len(others))
    ]
    often = Counter(("old", name) for name, _ in likes) + Counter(
        ("new", name) for _, name in likes
    )
    return {name: other for name, other in likes if often["old", name] == often["new", other] == 1}


def _named(document: Document) -> frozenset[tuple[str, str]]:
    """The names in a description, with what they are names of."""
    contents = document.contents if isinstance(document.contents, dict) else {}
    components = contents.get("components")
    groups = {word: contents.get(word) for word in _NAMED}
    groups |= components if isinstance(components, dict) else {}
    return frozenset(
        (word, str(name))
        for word, group in groups.items()
        if isinstance(group, dict)
        for name in group
    )
