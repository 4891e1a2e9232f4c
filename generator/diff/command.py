"""What the command line needs of a diff: from what is named to a review under a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import field, replace
from datetime import date
from pathlib import Path
from typing import Any

from generator.codes import DIF003
from generator.config import Settings
from generator.diff.acceptance import accept
from generator.diff.changelog import changelog
from generator.diff.changes.explain import explain, titles
from generator.diff.changes.judge import URGENT
from generator.diff.file_pairs import file_pairs
from generator.diff.git import Commit
from generator.diff.inputs import Input, InputPair, former, inputs, settings_at
from generator.diff.policy import Policy, apply, due
from generator.diff.policy_table import policy
from generator.diff.report.github import github
from generator.diff.report.html import html
from generator.diff.report.json import json
from generator.diff.report.junit import junit
from generator.diff.report.markdown import markdown
from generator.diff.report.sarif import sarif
from generator.diff.report.text import text
from generator.diff.review import Review, Terms, review
from generator.frozen import dataclass
from generator.remotes.lock import Lock
from generator.remotes.remote import Remotes
from generator.report import Report
from generator.settings.configure import nearest

FORMATS: dict[str, Callable[[Review], str]] = {
    "text": text,
    "markdown": markdown,
    "json": json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
    "html": html,
}
_NOTHING = "no description to compare"
__all__ = [
    "FORMATS",
    "Call",
    "accept",
    "changelog",
    "explain",
    "fails",
    "reviewed",
    "titles",
    "written",
]


@dataclass(frozen=True, slots=True)
class Call:
    """What is to be compared: two versions, or each spec with what it was at `base`."""

    settings: Settings
    versions: tuple[str, ...] = ()
    base: str = ""
    config: Path | None = None
    accepting: bool = True
    """Whether accepted findings are left out."""
    given: Mapping[str, Any] = field(default_factory=dict)
    """The settings that the command line gives, whatever those of a version are."""

    @property
    def earlier(self) -> Settings | None:
        """The settings as they were at the base, if there were any in their file."""
        file = self.config or nearest(Path.cwd())
        return settings_at(self.base, file, self.given) if self.base and file else None

    @property
    def remotes(self) -> Remotes:
        """What may be fetched; what the lock does not know is not added to it."""
        return Remotes(frozenset(self.settings.allow_remote), Lock(Path(self.settings.lock)))


def reviewed(call: Call, report: Report) -> tuple[Review | None, Policy]:
    """Return the review that a call asks for; None, with diagnostics, if there can be none."""
    rules = policy(call.config, report)
    earlier = call.earlier
    found = _pairs(call, earlier, report)
    if report.failed or found is None:
        return None, rules
    applied, today = rules if call.accepting else replace(rules, accepted=()), date.today()
    demands = replace(rules.demands, step=lambda findings: due(applied, findings, today))
    compared = review(found, report, Terms(call.settings, earlier, demands, call.remotes, today))
    if compared is None:
        return None, rules
    return apply(applied, compared, today, whole=_is_whole(call.settings.specs, found)), rules


def _is_whole(specs: Iterable[str], pairs: Iterable[InputPair]) -> bool:
    """Whether every description of the settings, as it is now, is among what was compared."""
    now = {Path(new.path).resolve() for _, new in pairs if new is not None and not new.commit}
    return all(Path(spec).resolve() in now for spec in specs)


def fails(found: Review, fail_on: str) -> bool:
    """Whether a review is bad enough to fail the run."""
    levels = {"breaking": ("breaking",), "risky": URGENT}.get(fail_on, ())
    return any(one.level in levels for one in found.findings if one.counts)


def written(found: Review, format_: str, *, color: bool = False) -> str:
    """Return a review in one of the `FORMATS`; only text knows colours."""
    return text(found, color=color) if format_ == "text" else FORMATS[format_](found)


def _pairs(call: Call, earlier: Settings | None, report: Report) -> list[InputPair] | None:
    if call.base:
        return _since(call, earlier, report)
    if len(call.versions) != 2:
        hint = "typewright diff origin/main:specs/shop.yaml specs/shop.yaml"
        report.add(DIF003, "two versions are needed: OLD and NEW, or --base REF", hint=hint)
        return None
    if call.versions == ("-", "-"):
        report.add(DIF003, "only one of the two versions can come from standard input")
        return None
    old, new = (inputs(one, report) for one in call.versions)
    found = list(file_pairs(old, new))
    if not found:
        report.add(DIF003, _NOTHING, hint="name a file, or a folder that has some")
    return found or None


def _since(call: Call, earlier: Settings | None, report: Report) -> list[InputPair] | None:
    """Each description with what it was at the base; None if there is nothing to compare."""
    commit = Commit(call.base, Path.cwd())
    if not commit.exists():
        message, hint = commit.why_unknown()
        report.add(DIF003, message, hint=hint)
        return None
    specs = call.versions or call.settings.specs
    found = [_with_former(spec, call.base) for spec in specs]
    for spec, (before, after) in zip(specs, found, strict=True):
        if before is None and after is None:
            report.add(DIF003, f"there is no '{spec}', neither now nor in '{call.base}'")
    if earlier is not None and not call.versions:
        found = _by_settings(found, earlier, commit)
    if not found:
        report.add(DIF003, _NOTHING, hint="name one, or set `specs`")
    return found or None


def _with_former(spec: str, base: str) -> InputPair:
    """A description as it was and as it is; one that is new, or gone, is compared with none."""
    earlier = former(spec, base)
    assert earlier.commit is not None
    known = earlier.commit.read(earlier.path) is not None
    return earlier if known else None, Input(spec) if Path(spec).exists() else None


def _by_settings(found: Iterable[InputPair], earlier: Settings, commit: Commit) -> list[InputPair]:
    """What the settings of both versions name: of what only one names, only that generates."""
    met, named = list(found), {commit.within(spec) for spec in earlier.specs}
    there = {before.path for before, _ in met if before is not None}
    listed: list[InputPair] = [
        (before and replace(before, generates=not named or before.path in named), after)
        for before, after in met
    ]
    for spec in earlier.specs:
        before, after = _with_former(spec, commit.ref)
        if before is not None and before.path not in there:
            listed.append((before, after and replace(after, generates=False)))
    return listed
