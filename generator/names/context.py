"""How the walk over operations and components comes to a type."""

from __future__ import annotations

from dataclasses import replace
from typing import Literal

from generator.frozen import dataclass

Kind = Literal["fixed", "body", "other", "wrapper"]
Part = Literal["shared", "operations", "errors", "internal"]


@dataclass(frozen=True, slots=True)
class Context:
    """How the walk came to a type: `frames` end with the one that would name it."""

    frames: tuple[str, ...]
    within: str = ""
    skipped: int = -1
    kind: Kind = "other"
    part: Part = "shared"
    in_request: bool = False
    used: bool = True
    singular: bool = False
    first: str = ""
    label: str = ""
    place: str = ""
    """Which member of a union it is, where that has the name of the union."""
    section: str = ""
    """What kind of component, other than a schema, it is written in, or inside of."""
    labels: tuple[str, ...] = ()
    """The frames as `qualified` has them, where that is otherwise."""

    @property
    def path(self) -> tuple[str, ...]:
        """Return all that led here, as `qualified` calls it."""
        return self.labels or self.frames

    def down(self, frame: str, label: str = "", *, beside: bool = False) -> Context:
        """Return how what is below stands, or what stands `beside` this and has its frame."""
        return Context(
            (*self.frames[:-1], frame) if beside else (*self.frames, frame),
            self.within,
            self.skipped,
            part=self.part,
            in_request=self.in_request,
            used=self.used,
            section=self.section,
            labels=(*self.path, label or frame) if label or self.labels else (),
        )

    def alike(self, union: str, place: str, label: str) -> Context:
        """Return how a member of a union stands that is called as the union is, for a start."""
        kept = (frame for i, frame in enumerate(self.frames[:-1]) if i != self.skipped)
        frames = (*kept, union)
        # What owns the members stays their owner.
        below = replace(self, frames=frames, within=union, skipped=len(frames) - 1 or -1)
        below = replace(below, labels=self.path)
        return replace(below, kind="other", first="", place=place, label=label)

    def member(self, union: str, label: str) -> Context:
        """Return how a member of a union stands: beside it, and called after both."""
        before = (*self.frames[:1], union) if self.kind == "body" else (union,)
        again = label == "Enum" and union.lower().endswith("enum")
        frame = "_".join((*before, "Value" if again else label))
        return self.down(frame, label, beside=True)

    def component(self, key: str) -> Context:
        """Return how a component stands: for itself, wherever it is referred to from.

        One that is the body of an error, itself a component or not, is one of the errors.
        """
        raised = self.part == "errors" and self.kind in ("body", "fixed")
        part: Part = "errors" if raised else "shared"
        return Context((key,), kind="fixed", part=part, used=self.used)
