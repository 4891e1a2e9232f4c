"""The program as a sentence of its stages: load → resolve → lower → render → write.

`typewright diff` has an order of its own: see `generator.diff`.
"""

from __future__ import annotations

import os
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import partial
from pathlib import Path

from generator.codes import CFG004, SRC001, TPL002, WRT006
from generator.config import Settings
from generator.dialect import DRAFT202012, named
from generator.document import Document
from generator.load import load
from generator.lower import Lowered
from generator.model import Model
from generator.outcome import Changes, Outcome
from generator.output.alone import alone
from generator.output.findings import Packed, pack, sources, unpack
from generator.output.fingerprint import run_key
from generator.output.kept import Foreseen, foresee, kept, owner_digests
from generator.output.last_run import LastRun, in_place, input_digests, recall, remember
from generator.output.manifest import Output
from generator.output.produce import Produced, Work, produce
from generator.output.progress import Progress
from generator.output.staging import Stage, staging
from generator.remotes.lock import Lock
from generator.remotes.remote import Remotes, settle
from generator.remotes.retrieve import retriever
from generator.render import read_anew
from generator.report import Diagnostic, Report, TypewrightError
from generator.resolve import Library
from generator.settings.values import At, check_values, nowhere
from generator.showing.locate import FEW, located
from generator.source import file_of
from generator.template_folder import unused
from generator.together import ahead
from generator.understand import lower_both_ways, understand
from generator.write import write

_SCHEMES = ("https://", "http://", "file://")
"""How the URL of a description starts; anything else is a path."""

_WORTH_A_PROCESS = 1000
"""Schemas from which on it saves time to ask another process what follows from them."""

_UNNAMED = "name one, as in `typewright generate openapi.yaml`, or set `specs`"


def generate(
    settings: Settings,
    *,
    check: bool = False,
    progress: Progress = lambda *_: None,
    at: At = nowhere,
) -> Outcome:
    """Write what the settings ask for; with `check`, only find out what that would change.

    Mistakes in the input are in the outcome's report, those in the settings where they stand `at`;
    nothing is written then. A run into a folder waits for another one into it.
    """
    try:
        with alone(Path(settings.output), progress):
            return _generated(settings, check, progress, at)
    except OSError as error:
        if not error.filename:
            raise
        report = Report()
        report.add(SRC001, f"cannot read '{error.filename}': {(error.strerror or '').lower()}")
        return Outcome(report)


def _generated(settings: Settings, check: bool, progress: Progress, at: At) -> Outcome:
    started, key, root = time.time_ns(), run_key(settings), Path(settings.output)
    report, lock = Report(), Lock(Path(settings.lock), frozen=check)
    check_values(settings, report, at)
    if report.failed:
        return Outcome(report)
    remotes = Remotes(frozenset(settings.allow_remote), lock)
    library = Library(report, retriever(remotes))
    # A check trusts no time stamps: it renders and compares every file.
    last = LastRun() if check else recall(root).under(key)
    with staging(root, check=check) as stage:
        outputs, owners = _outputs(settings, library, last, stage, progress)
        if report.failed:
            return Outcome(report)
        findings = pack(report.diagnostics)
        progress("writing", len(outputs))
        changes = write(outputs, settings.targets, stage, report, check=check)
    if check or report.failed:
        return Outcome(report, changes)
    specs = [s if s.startswith(_SCHEMES) else str(Path(s).absolute()) for s in settings.specs]
    _tell_rival(specs, last, changes, report)
    settle(remotes, report)
    inputs = input_digests(_files(library.documents, lock.path), started)
    if inputs is not None and not report.failed:
        files = in_place(outputs, changes.written, root)
        remember(LastRun(key, inputs, owners, files, findings, specs), root)
    return Outcome(report, changes)


def _tell_rival(specs: Sequence[str], last: LastRun, changes: Changes, report: Report) -> None:
    """Warn if what the last run wrote from descriptions that are still there is no more."""
    left = [spec for spec in last.specs if spec not in specs]
    there = [spec for spec in left if spec.startswith(_SCHEMES) or os.path.isfile(spec)]
    others = len(left) == len(last.specs)
    if there and (changes if others else changes.removed):
        what = "replaced" if others else "removed"
        message = f"what the last run wrote from '{there[0]}' is {what}"
        hint = "name all descriptions in one run, or give each an output folder of its own"
        report.add(WRT006, message, hint=hint)


def read(settings: Settings, library: Library) -> Lowered | None:
    """Load what the settings name, and lower it; mistakes go to the library's report."""
    report = library.report
    if not settings.specs:
        report.add(CFG004, "no description to generate from", hint=_UNNAMED)
    _check_templates(settings.templates, report)
    dialect = named(settings.dialect)
    loaded = [
        library.retrieve(spec, dialect or DRAFT202012, report)
        if spec.startswith(_SCHEMES)
        else load(Path(spec), report, dialect)
        for spec in settings.specs
    ]
    # A file that is named twice is one description.
    documents = list({document.source.uri: document for document in loaded if document}.values())
    return lower_both_ways(documents, library, settings) if documents else None


def _check_templates(folder: str, report: Report) -> None:
    if not folder:
        return
    read_anew()
    for name, near in unused(Path(folder)).items():
        hint = f"did you mean '{near}'?" if near else ""
        report.add(
            TPL002, f"nothing uses '{name}' of the folder of templates '{folder}'", hint=hint
        )


def _outputs(
    settings: Settings, library: Library, last: LastRun, stage: Stage, progress: Progress
) -> tuple[Sequence[Output], Mapping[str, str]]:
    """Stage all that the settings ask for, and say of which owners; see `kept`.

    None of it counts if the report has failed.
    """
    report, produced = library.report, Produced()
    owners: Mapping[str, str] = {}
    try:
        progress("reading", 0)
        lowered = read(settings, library)
        if lowered is not None:
            model, foreseen = _understood(lowered, settings, report, last, stage.root)
            if not report.failed:
                there = kept(model, lowered.schemas, foreseen, last)
                work = Work(model, settings, there, stage, progress)
                # Only what is kept of a last run had to wait for them.
                digests = partial(owner_digests, model, lowered.schemas, foreseen)
                produced, found = produce(work, [] if there.owners else [digests])
                owners = there.owners or found[0]
    except TypewrightError as error:
        report.diagnostics += error.report.diagnostics
    report.diagnostics = _located([*report.diagnostics, *produced.diagnostics])
    return produced.outputs, owners


def _understood(
    lowered: Lowered, settings: Settings, report: Report, last: LastRun, root: Path
) -> tuple[Model, Foreseen]:
    """Understand what was lowered, and find out meanwhile what else follows from it."""
    told = report.diagnostics[:]

    def meanwhile() -> tuple[list[Packed], Foreseen]:
        shown = [replace(one, others=one.others[:FEW]) for one in told]
        return pack(_located(shown)), foresee(lowered.schemas, last, root)

    with ahead(meanwhile, worth=len(lowered.schemas) > _WORTH_A_PROCESS) as found:
        model = understand(lowered, settings, report)
        rows, foreseen = found()
        report.diagnostics[: len(told)] = [
            replace(one, others=(*one.others, *before.others[FEW:]))
            for one, before in zip(unpack(rows, sources(told)), told, strict=True)
        ]
    return model, foreseen


def _located(diagnostics: Sequence[Diagnostic]) -> list[Diagnostic]:
    """Return the diagnostics with the places that are shown found in the texts."""
    return [
        replace(
            one,
            where=None if one.where is None else located(one.where),
            others=(*map(located, one.others[:FEW]), *one.others[FEW:]),
        )
        for one in diagnostics
    ]


def _files(documents: Iterable[Document], lock: Path) -> Iterator[Path]:
    """Yield the file of each document; what was fetched is the document that is locked."""
    for document in documents:
        yield file_of(document.source.uri) or lock.absolute()
