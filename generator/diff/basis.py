"""What two versions are compared by, besides what is compared."""

from __future__ import annotations

from datetime import date

from generator.diff.forms.normalise import Normaliser
from generator.frozen import dataclass


@dataclass(frozen=True, slots=True)
class Basis:
    """The schemas of both versions, and the day on which a sunset is past or is not."""

    before: Normaliser
    after: Normaliser
    today: date
