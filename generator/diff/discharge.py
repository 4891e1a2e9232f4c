"""False alarms: changes after which a version still accepts all that the other did.

`covers` of jsonschema-rs is experimental, so it is asked here and nowhere else, only about schemas
of a size at which its answer comes at once, and in a process of its own, which is ended where it
takes too long all the same.
"""

from __future__ import annotations

import json
import multiprocessing
from collections.abc import Callable
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Final

from jsonschema_rs import canonical, canonicalize

Json = dict[str, Any]
LARGEST = 100
"""How many schemas a question may hold."""
_LONGEST = 20_000
_SECONDS = 2.0
_PATIENCE = 3
_FORKS: Final = "fork" in multiprocessing.get_all_start_methods()


def covers(wide: Json | None, narrow: Json | None) -> bool:
    """Whether one schema is proven to accept everything that another accepts."""
    if wide is None or narrow is None:
        return False
    question = json.dumps([wide, narrow], default=str)
    return len(question) <= _LONGEST and _ASKED.answer(question)


def _answer(question: str) -> bool:
    try:
        one, other = (
            canonicalize(schema, draft=20, validate_formats=True) for schema in json.loads(question)
        )
        return bool(one.covers(other) == canonical.Containment.YES)
    except Exception:
        # An experimental answer that does not come is no answer.
        return False


class Asked:
    """A process that answers questions, each within a time; it is there once there is one.

    Where processes cannot be forked, questions are answered in this one.
    """

    def __init__(self, answer: Callable[[str], bool] = _answer, seconds: float = _SECONDS) -> None:
        self._answer = answer
        self._seconds = seconds
        self._patience = _PATIENCE
        self._worker: tuple[Connection, BaseProcess] | None = None

    def answer(self, question: str) -> bool:
        """Return the answer; False where none comes in time, or too many have not come."""
        if not _FORKS:
            return self._answer(question)
        if self._patience == 0:
            return False
        try:
            asked, _ = self._worker = self._worker or self._started()
            asked.send(question)
            if asked.poll(self._seconds):
                return bool(asked.recv())
        except (EOFError, OSError):
            # The process has come to its end over the question.
            pass
        self._patience -= 1
        self._stop()
        return False

    def _started(self) -> tuple[Connection, BaseProcess]:
        context = multiprocessing.get_context("fork")
        ours, theirs = context.Pipe()
        process = context.Process(target=self._serve, args=(ours, theirs), daemon=True)
        process.start()
        theirs.close()
        return ours, process

    def _serve(self, ours: Connection, theirs: Connection) -> None:
        # Without our end, the process ends when we do.
        ours.close()
        try:
            while True:
                theirs.send(self._answer(theirs.recv()))
        except (EOFError, OSError, KeyboardInterrupt):
            return

    def _stop(self) -> None:
        if self._worker is not None:
            asked, process = self._worker
            asked.close()
            process.kill()
            process.join()
            self._worker = None


_ASKED: Final = Asked()
