"""Operations, webhooks and callbacks: which there are, and all that one consists of."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from generator.diff.changes.change import Change, Context, Slot
from generator.diff.described.contract import Contract, Element
from generator.diff.rules.elements import Basis, added, change, removed, required
from generator.diff.rules.encodings import parts_of_forms
from generator.diff.rules.lifecycle import lifecycle, removal
from generator.diff.rules.media import contents
from generator.diff.rules.parameters import parameters
from generator.diff.rules.responses import responses
from generator.diff.rules.security import security
from generator.diff.rules.servers import bases, rebased, servers


def operations(old: Contract, new: Contract, basis: Basis) -> Iterator[Change | Slot]:
    """Compare all operations and webhooks of two descriptions."""
    moved = rebased(old, new)
    for key, element in old.operations.items():
        other = new.operations.get(moved.get(key, key))
        context = Context.of(element)
        if other is None:
            code, gone = removal(element, basis.today), _edited(element, new.operations)
            yield removed(code, "narrowed", gone, new.root, context)
        else:
            yield from _operation(element, other, context, basis)
            yield from security(element, other, context, (old, new))
            yield from servers(element, other, context, bases(key, moved.get(key, key)))
    for key, element in new.operations.items():
        if key not in old.operations and key not in moved.values():
            come = _edited(element, old.operations)
            yield added("operation-added", "widened", come, old.root, Context.of(element))
    yield from _called(old.webhooks, new.webhooks, basis, ("webhook", old.root, new.root))


def _operation(
    old: Element, new: Element, context: Context, basis: Basis
) -> Iterator[Change | Slot]:
    yield from lifecycle(old, new, context)
    yield from _identity(old, new, context)
    yield from parameters(old, new, context, basis)
    yield from _body(old, new, context, basis)
    yield from responses(old, new, context.turned, basis)
    callbacks = ("callback", old, new)
    yield from _called(old.part("callback"), new.part("callback"), basis, callbacks, context)


def _body(old: Element, new: Element, context: Context, basis: Basis) -> Iterator[Change | Slot]:
    before, after = old.part("body").get(""), new.part("body").get("")
    if before and after:
        yield from lifecycle(before, after, context)
        yield from required(before, after, context)
        yield from contents(before, after, context)
        yield from parts_of_forms(before, after, context, basis)
    elif before:
        found = removed("body-removed", "widened", before, new, context)
        yield replace(found, before=True)
    elif after:
        needed = bool(after.facts["required"])
        code = "required-body-added" if needed else "body-added"
        found = added(code, "narrowed" if needed else "widened", after, old, context)
        yield replace(found, after=True)


def _identity(old: Element, new: Element, context: Context) -> Iterator[Change]:
    before, after = old.facts["operationId"], new.facts["operationId"]
    if before != after:
        values = ("operationId", before or None, after or None)
        yield change("operation-id-changed", "noted", (old, new), context, values)
    if old.facts["tags"] != new.facts["tags"]:
        tags = ("tags", list(old.facts["tags"]), list(new.facts["tags"]))
        yield change("tags-changed", "noted", (old, new), context, tags)


def _called(
    old: Mapping[str, Element],
    new: Mapping[str, Element],
    basis: Basis,
    around: tuple[str, Element, Element],
    outer: Context | None = None,
) -> Iterator[Change | Slot]:
    """Operations in which the server calls the client: the directions are turned round."""
    kind, old_around, new_around = around
    for key, element in old.items():
        context = _turned(element, outer)
        if key in new:
            yield from _operation(element, new[key], context, basis)
        else:
            gone = _edited(element, new)
            yield removed(f"{kind}-removed", "narrowed", gone, new_around, context)
    for key, element in new.items():
        if key not in old:
            come = _edited(element, old)
            yield added(f"{kind}-added", "widened", come, old_around, _turned(element, outer))


def _edited(element: Element, others: Mapping[str, Element]) -> Element:
    """An operation, and where its path item is referred to, if the other version does not do so."""
    used = {one.used.pointer for one in others.values() if one.used} if element.used else ()
    return replace(element, used=None) if element.used and element.used.pointer in used else element


def _turned(element: Element, outer: Context | None) -> Context:
    """The context of a webhook; or of a callback, which has a name in the `outer` context."""
    if outer is None:
        return Context(f"webhook {element.key}", "response")
    name = element.key.partition(" ")[2].partition(" ")[0]
    return replace(outer.turned, operation=f"{outer.operation} callback {name}")
