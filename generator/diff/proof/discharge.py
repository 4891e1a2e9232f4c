"""False alarms: changes after which a version still accepts all that the other did.

`covers` of jsonschema-rs is experimental, so it is asked here and nowhere else, only about schemas
of a size at which its answer comes at once, and in a process of its own, which a question may end.
No clock has a say: what comes of a question must not depend on how busy the machine is. What bounds
an answer that never comes is the time for which a processor has worked on it.
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
"""How many characters a question may have."""
_ROOM = 2_000
"""How many values a question may come to once references are replaced by what they lead to."""
_SECONDS = 20
"""How long a processor may work on an answer; of 10,000 that were asked, none took one second."""
_FORKS: Final = "fork" in multiprocessing.get_all_start_methods()


def covers(wide: Json | None, narrow: Json | None) -> bool:
    """Whether one schema is proven to accept everything that another accepts."""
    if wide is None or narrow is None:
        return False
    question = json.dumps([wide, narrow], default=str)
    return len(question) <= _LONGEST and _ASKED.answer(question)


def covers_written_out(wide: Json | None, narrow: Json | None) -> bool:
    """Whether that is proven once what they refer to stands in the place of references."""
    if wide is None or narrow is None:
        return False
    return covers(_written_out(wide), _written_out(narrow))


def equal(one: Json | None, other: Json | None) -> bool:
    """Whether two schemas are proven to accept the same, with all that branches refer to."""
    return covers_written_out(one, other) and covers_written_out(other, one)


def _written_out(bundle: Json) -> Json:
    """The schema with others in the place of references: what those lead to is not looked at.

    It stays as it is where one of them refers to itself, or where that would be too much.
    """
    definitions = bundle.get("$defs", {})
    root = {keyword: value for keyword, value in bundle.items() if keyword != "$defs"}
    try:
        written: Json = _Writer(definitions).written(root, ())
    except _Endless:
        return bundle
    return written


class _Endless(Exception):
    """A schema refers to itself, or holds too many others."""


class _Writer:
    """Writes schemas without references, as long as there is room."""

    def __init__(self, definitions: Json) -> None:
        self._definitions = definitions
        self._room = _ROOM

    def written(self, value: Any, trail: tuple[str, ...]) -> Any:
        self._room -= 1
        if isinstance(value, list):
            return [self.written(one, trail) for one in value]
        if not isinstance(value, dict):
            return value
        uri = value.get("$ref")
        if not isinstance(uri, str) or uri not in self._definitions:
            return {name: self.written(one, trail) for name, one in value.items()}
        if uri in trail or self._room < 0:
            raise _Endless
        target = {word: one for word, one in self._definitions[uri].items() if word != "$id"}
        return self.written(target, (*trail, uri))


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
    """A process that answers questions; it is there once there is one.

    It comes to its end over one that a processor has worked on for some `seconds`. Where processes
    cannot be forked, questions are answered in this one.
    """

    def __init__(self, answer: Callable[[str], bool] = _answer, *, seconds: int = _SECONDS) -> None:
        self._answer = answer
        self._seconds = seconds
        self._worker: tuple[Connection, BaseProcess] | None = None

    def answer(self, question: str) -> bool:
        """Return the answer; False where the process has come to its end over the question."""
        if not _FORKS:
            return self._answer(question)
        try:
            asked, _ = self._worker = self._worker or self._started()
            asked.send(question)
            return bool(asked.recv())
        except (EOFError, OSError):
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
                question = theirs.recv()
                self._bound()
                theirs.send(self._answer(question))
        except (EOFError, OSError, KeyboardInterrupt):
            return

    def _bound(self) -> None:
        """Let the system end this process unless it has its next answer in time."""
        # Only systems that fork have it.
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        soft = int(used.ru_utime + used.ru_stime) + self._seconds
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        most = soft if hard == resource.RLIM_INFINITY else min(soft, hard)
        resource.setrlimit(resource.RLIMIT_CPU, (most, hard))

    def _stop(self) -> None:
        if self._worker is not None:
            asked, process = self._worker
            asked.close()
            process.kill()
            process.join()
            self._worker = None


_ASKED: Final = Asked()
