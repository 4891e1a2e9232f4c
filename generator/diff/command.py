"""What the command line needs of a diff: from what is named to a review under a policy."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace
from datetime import date
from pathlib import Path

from generator.codes import DIF003
from generator.config import Settings
from generator.diff.acceptance import accept
from generator.diff.changelog import changelog
from generator.diff.changes.explain import explain, titles
from generator.diff.changes.judge import URGENT
from generator.diff.inputs import Input, former, inputs, pairs
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

FORMATS: dict[str, Callable[[Review], str]] = {
    "text": text,
    "markdown": markdown,
    "json": json,
    "github": github,
    "sarif": sarif,
    "junit": junit,
    "html": html,
}
_Pair = tuple[Input | None, Input | None]
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

    @property
    def remotes(self) -> Remotes:
        """What may be fetched; what the lock does not know is not added to it."""
        return Remotes(frozenset(self.settings.allow_remote), Lock(Path(self.settings.lock)))


def reviewed(call: Call, report: Report) -> tuple[Review | None, Policy]:
    """Return the review that a call asks for; None, with diagnostics, if there can be none."""
    rules = policy(call.config, report)
    found = _pairs(call, report)
    if report.failed or found is None:
        return None, rules
    applied, today = rules if call.accepting else replace(rules, accepted=()), date.today()
    demands = replace(rules.demands, step=lambda findings: due(applied, findings, today))
    compared = review(found, report, Terms(call.settings, demands, call.remotes, today))
    if compared is None:
        return None, rules
    return apply(applied, compared, today, whole=_is_whole(call.settings.specs, found)), rules


def _is_whole(specs: Iterable[str], pairs: Iterable[_Pair]) -> bool:
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


def _pairs(call: Call, report: Report) -> list[_Pair] | None:
    if call.base:
        return _since(call, report)
    if len(call.versions) != 2:
        hint = "typewright diff origin/main:specs/shop.yaml specs/shop.yaml"
        report.add(DIF003, "two versions are needed: OLD and NEW, or --base REF", hint=hint)
        return None
    if call.versions == ("-", "-"):
        report.add(DIF003, "only one of the two versions can come from standard input")
        return None
    old, new = (inputs(one, report) for one in call.versions)
    return list(pairs(old, new))


def _since(call: Call, report: Report) -> list[_Pair] | None:
    specs = call.versions or call.settings.specs
    if not specs:
        report.add(DIF003, "no description to compare", hint="name one, or set `specs`")
        return None
    found: list[_Pair] = []
    for spec in specs:
        earlier = former(spec, call.base)
        assert earlier.commit is not None
        if not earlier.commit.exists():
            message, hint = earlier.commit.why_unknown()
            report.add(DIF003, message, hint=hint)
            return None
        before = earlier if earlier.commit.read(earlier.path) is not None else None
        after = Input(spec) if Path(spec).exists() else None
        if before is None and after is None:
            report.add(DIF003, f"there is no '{spec}', neither now nor in '{call.base}'")
        # A description that is new since then is compared with none.
        found.append((before, after))
    return found
