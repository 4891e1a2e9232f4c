"""What every format says in the same words: who is affected, what proves it, what is to be done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from generator.diff.changes.finding import Finding, Witness
from generator.diff.changes.judge import LEVELS, URGENT
from generator.diff.generated.classes import ClassChange
from generator.diff.generated.differences import Generated
from generator.diff.generated.tables import MARKS
from generator.diff.next_version import next_version
from generator.diff.review import Excused, Review
from generator.diff.words.shown import apart, line, shown
from generator.frozen import dataclass

TITLES = {
    "breaking": "Breaks clients",
    "risky": "May break clients",
    "compatible": "Compatible",
    "unchanged": "Nothing changes on the wire",
}
NOTHING_GENERATED = "Nothing can be generated from a version with mistakes."
_SHOWN = 4
"""How many operations are named behind a finding."""
_NAMED = 2
"""Up to how many names a sentence has; of more, it tells only the number."""
_CALLED = ("document", "operation", "webhook", "callback")
"""What people do without once it is gone."""


@dataclass(frozen=True, slots=True)
class Duty:
    """What a review means for one audience: the verdict, and what is to be done."""

    audience: str
    verdict: str
    words: str


def duties(review: Review, name: Callable[[str], str] = str) -> list[Duty]:
    """Return what every audience has to do; `name` marks names of operations and attributes."""
    made = review.generated
    version, remark = next_version(review.semver, review.versions)
    told = [
        Duty("On the wire", review.verdict, _wire(review, name)),
        Duty("Python classes", made.verdict, _python(made, name)),
        Duty("Field tables", _counted(made), _tables(made)),
        Duty("Next version", version, _sentence(remark) or "–"),
    ]
    if made.settings:
        told.insert(-1, Duty("Settings", counted(len(made.settings), "setting"), _set(made, name)))
    return told


def grouped(findings: Iterable[Finding]) -> list[tuple[str, list[Finding]]]:
    """Return findings by schema and by operation, those with the worst finding first."""
    groups: dict[str, list[Finding]] = {}
    for finding in findings:
        groups.setdefault(finding.group, []).append(finding)
    return list(groups.items())


def inside(finding: Finding) -> str:
    """Return what happened, as it reads below the heading of its group."""
    where = finding.where.removeprefix(finding.group).strip(" .")
    return f"{where}: {happened(finding)}" if where else happened(finding)


def happened(finding: Finding, mark: Callable[[str], str] = str) -> str:
    """Return what happened, with what else a reader wants to know of a property."""
    message = finding.kind.say(finding.change, mark)
    if finding.successor:
        return f"{message}; is it {mark(finding.successor)} now?"
    return f"{message}: {mark(finding.type)}" if finding.type else message


def title(review: Review) -> str:
    """Return what the verdict means, as a heading."""
    words = TITLES[review.verdict]
    accepted = review.verdict == "unchanged" and review.accepted
    return f"{words} but what was accepted" if accepted else words


def met(change: ClassChange, mark: Callable[[str], str] = str) -> str:
    """Return what code that uses a class meets; `mark` marks types and values."""
    if change.after and not change.before:
        return f"{change.words}: {mark(change.after)}"
    if not change.before or not change.after or change.after in change.words:
        return change.words
    return f"{change.words}: {' → '.join(map(mark, apart(change.before, change.after)))}"


def summary(review: Review) -> str:
    """Return how many findings there are of each level."""
    counts = [(level, review.count(level)) for level in LEVELS]
    found = ", ".join(f"{number} {level}" for level, number in counts if number)
    accepted = f" ({len(review.accepted)} more accepted)" if review.accepted else ""
    return (found or "no findings") + accepted


def excuse(excused: Excused) -> str:
    """Return why a finding is accepted, by whom, and until when."""
    until = f"until {excused.expires}" if excused.expires else ""
    return ", ".join(filter(None, [excused.reason, excused.author, until]))


def counted(number: int, word: str) -> str:
    """Return a number with its word: `1 row`, `2 rows`."""
    return f"{number} {word}{'s' * (number != 1)}"


def affected(finding: Finding) -> str:
    """Return who meets a finding, by the operations; cut where there are many."""
    if not finding.operations:
        return "no operation uses it" if finding.change.pair is not None else ""
    named = ", ".join(finding.operations[:_SHOWN])
    more = len(finding.operations) - _SHOWN
    return f"{users(finding)} of {named}{f' and {more} more' if more > 0 else ''}"


def affects(finding: Finding) -> str:
    """Return whom a finding affects, in a sentence; empty where its place says it."""
    told = affected(finding)
    if len(finding.operations) == 1 and finding.where.startswith(finding.operations[0]):
        return ""
    return f"It affects {told}" if finding.operations else told


def users(finding: Finding) -> str:
    """Return who meets a finding: those who send requests, read responses, or are called."""
    found = (_users(side, finding.reached.get(side, ())) for side in finding.directions)
    *rest, last = dict.fromkeys(who for each in found for who in each) or ("users",)
    return " and ".join(filter(None, [", ".join(rest), last]))


def many(operations: Sequence[str]) -> str:
    """Return how many operations there are; a schema by itself counts as one of its kind."""
    return counted(len(operations), "operation" if _are_calls(operations) else "schema")


def _users(direction: str, operations: Iterable[str]) -> dict[str, list[str]]:
    """Those who send or read values of a direction, with their operations."""
    found: dict[str, list[str]] = {}
    for operation in operations:
        found.setdefault(_user(direction, operation), []).append(operation)
    return found


def _user(direction: str, operation: str) -> str:
    # In a webhook and in a callback the server calls; in a callback of these, the client again.
    calls = operation.startswith("webhook ") + operation.count(" callback ")
    if calls % 2:
        return "receivers"
    if direction == "response":
        return "readers"
    return "callers" if _are_calls([operation]) else "writers"


def _are_calls(operations: Sequence[str]) -> bool:
    return any(" " in operation for operation in operations)


def proof(finding: Finding) -> str:
    """Return what proves a finding, in a sentence; empty where there is nothing to prove."""
    witness = finding.witness
    if witness is None:
        return "unproven: no value was found that shows it" if finding.proof == "unproven" else ""
    return f"{line(witness.value, witness.path)} is {proof_words(witness)}: {witness.error}"


def proof_words(witness: Witness) -> str:
    """Return which version accepts a witness, and which does not."""
    if witness.accepted_by == "old":
        return "valid in the old version, refused by the new one"
    return "valid in the new version, refused by the old one"


def _wire(review: Review, name: Callable[[str], str]) -> str:
    """What clients have to do: a sentence for each kind of duty, and for those who have it."""
    level, told = review.verdict, []
    if level not in URGENT:
        but = ", but for what was accepted" * bool(review.accepted)
        return f"No client has to change{but}."
    verb = "have to" if level == "breaking" else "may have to"
    found = [one for one in review.findings if one.level == level and one.counts]
    gone = [one for one in found if one.kind.of in _CALLED and one.change.goes]
    promised = [one for one in found if one.kind.of == "promise"]
    rest = [one for one in found if one not in gone and one not in promised]
    for findings, direction, words in (
        (gone, "request", "do without"),
        (gone, "response", "do without"),
        (promised, "request", "be ready for it to end or to change"),
        (promised, "response", "be ready for it to end or to change"),
        (rest, "request", "change what they send"),
        (rest, "response", "be ready for what could not come before"),
    ):
        for who, operations in _users(direction, _operations(findings, direction, level)).items():
            named = _listed(operations, name, many(operations))
            told.append(f"{who.capitalize()} of {named} {verb} {words}.")
    return " ".join(told) or "The policy says so."


def _operations(findings: Iterable[Finding], direction: str, level: str) -> list[str]:
    """The operations whose requests, or responses, are of a level."""
    found = {
        operation: None
        for finding in findings
        for side, each in finding.levels.items()
        if side == direction and each == level
        for operation in finding.reached[side]
    }
    return [*found]


def _python(made: Generated, name: Callable[[str], str]) -> str:
    if not made.known:
        return NOTHING_GENERATED
    if not made.urgent:
        return "No code has to change."
    verb = "has to" if made.verdict == "breaking" else "may have to"
    named = [*dict.fromkeys(one.name for one in made.urgent)]
    attributes = sum("." in one for one in named)
    counts = (len(named) - attributes, "class", "classes"), (attributes, "attribute", "attributes")
    total = " and ".join(
        f"{number} {one if number == 1 else many}" for number, one, many in counts if number
    )
    return f"Code that uses {_listed(named, name, total)} {verb} change."


def _counted(made: Generated) -> str:
    """How many pages came, went or changed at the top, and how many rows did."""
    pages = sum(row.is_page for row in made.rows)
    counts = (pages, "page"), (len(made.rows) - pages, "row")
    told = ", ".join(counted(number, word) for number, word in counts if number)
    return told or ("unchanged" if made.known else "unknown")


def _tables(made: Generated) -> str:
    if not made.known:
        return NOTHING_GENERATED
    often = Counter(row.mark for row in made.rows)
    told = ", ".join(f"{often[mark]} {word}" for mark, word in MARKS.items() if often[mark])
    return _sentence(told) or "No row changes."


def _set(made: Generated, name: Callable[[str], str]) -> str:
    """The settings that changed something."""
    told = (
        f"{name(one.name)} went from {name(_value(one.before))} to {name(_value(one.after))}"
        for one in made.settings
    )
    return f"{'; '.join(told)}: this is why some of it differs."


def _value(value: Any) -> str:
    return shown(list(value)) if isinstance(value, tuple) else shown(value)


def _listed(names: Sequence[str], name: Callable[[str], str], total: str) -> str:
    """The names, or how many they are."""
    if len(names) > _NAMED:
        return total
    return " and ".join(filter(None, [", ".join(map(name, names[:-1])), name(names[-1])]))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}." if text else ""
