"""Tell, without any of the heavy stages, that a run would change nothing."""

from __future__ import annotations

from pathlib import Path

from generator.config import Settings
from generator.outcome import Changes, Outcome
from generator.output.findings import unpack
from generator.output.fingerprint import run_key
from generator.output.last_run import recall
from generator.report import Report


def up_to_date(settings: Settings) -> Outcome | None:
    """Return the outcome that a run would have if all is as the last one left it, or else None.

    That is: the same settings, program and templates, the same bytes in every input, and every
    file of the output, and the list of them, still of the size and time that we gave it.
    """
    root = Path(settings.output)
    last = recall(root)
    if not last.files or last.key != run_key(settings) or not last.same_inputs():
        return None
    if not last.is_untouched(root):
        return None
    try:
        return Outcome(Report(unpack(last.findings)), Changes(unchanged=len(last.files)))
    except (ValueError, TypeError, AttributeError, OSError):
        return None
