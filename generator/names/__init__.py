"""What every type is called: one function, and one module for each strategy."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from itertools import chain, count

from generator.ir import Api, Enum, Object, TypeId, Union
from generator.model import Name
from generator.names.casing import class_name
from generator.shape import leads_to

__all__ = ["name"]


def name(api: Api, strategy: str = "short", package: str = "models") -> Mapping[TypeId, Name]:
    """Name every object, enum and union, and every other type that a document names."""
    names: dict[TypeId, Name] = {}
    taken: set[str] = set()
    seen: set[TypeId] = set()
    named = frozenset(api.named)
    for root in api.named:
        queue = deque([(root, api.types[root].schema.key or "Model", "")])
        while queue:
            type_id, base, owner = queue.popleft()
            if type_id in seen or (type_id != root and type_id in named):
                continue
            seen.add(type_id)
            found = api.types[type_id]
            if type_id == root or isinstance(found.shape, Object | Enum | Union):
                base = class_name(found.schema.notes.title or base if type_id != root else base)
                cls = base
                longer = (class_name(f"{owner}_{base}"),)
                numbered = (f"{longer[0]}{number}" for number in count(1))
                cls = next(c for c in chain((base,), longer, numbered) if c.lower() not in taken)
                taken.add(cls.lower())
                names[type_id] = Name(package, cls)
                owner = cls
            shape = found.shape
            if isinstance(shape, Object):
                queue.extend((f.type, f.name, owner) for f in shape.fields)
                if shape.additional:
                    queue.append((shape.additional, f"{base}_additional", owner))
            elif isinstance(shape, Union):
                queue.extend((m, str(i), owner) for i, m in enumerate(shape.members, 1))
            else:
                queue.extend((t, base, owner) for t in leads_to(shape))
    return names
