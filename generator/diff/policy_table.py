"""`[tool.typewright.diff]` → Policy, with every mistake in it where it stands."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date
from fnmatch import filter as matching
from pathlib import Path
from typing import Any

from generator.codes import CFG002, CFG003, DIF004, Code
from generator.config import POLICY
from generator.diff.changes.kinds import KINDS
from generator.diff.forms.validation import jsonschema
from generator.diff.policy import Accepted, Policy, Rule
from generator.diff.rules.demands import Demands
from generator.report import Report
from generator.settings.configure import Table, nearest, read_table
from generator.settings.toml import Keys
from generator.showing.suggest import did_you_mean

_Mistake = tuple[Code, str, Keys, str]
"""What is wrong, in words, with which keys, and what may help."""
_TYPES = {
    "object": "a table",
    "array": "a list of tables",
    "string": "a string",
    "integer": "a whole number",
    "boolean": "true or false",
}


def policy(file: Path | None, report: Report) -> Policy:
    """Return the policy of `file`, or else of the nearest settings; mistakes go to `report`."""
    found = file or nearest(Path.cwd())
    settings = read_table(found, report) if found else None
    if settings is None:
        return Policy()
    contents = settings.contents
    table = contents.get("diff", {}) if isinstance(contents, dict) else {}
    mistakes = list(_mistakes(table))
    for code, message, inside, hint in mistakes:
        report.add(code, message, settings.place("diff", *inside), hint)
    if any(code.level == "error" for code, *_ in mistakes):
        return Policy()
    return Policy(
        table.get("fail_on", "breaking"),
        Demands(table.get("notice_days", 0), table.get("check_version", False)),
        tuple(_rule(table, number, settings) for number in _numbers(table, "rules")),
        tuple(_accepted(table, number, settings) for number in _numbers(table, "accepted")),
    )


def _rule(table: Mapping[str, Any], number: int, settings: Table) -> Rule:
    rule = table["rules"][number]
    where = {word: settings.place("diff", "rules", number, word) for word in rule}
    return Rule(**rule, where=where)


def _accepted(table: Mapping[str, Any], number: int, settings: Table) -> Accepted:
    entry = table["accepted"][number]
    named = [entry.get("code", ""), "at" * ("where" in entry), entry.get("where", "")]
    return Accepted(
        fingerprint=entry["fingerprint"],
        reason=entry["reason"],
        author=entry.get("author", ""),
        expires=_date(entry.get("expires")),
        what=" ".join(filter(None, named)) or entry["fingerprint"],
        where=settings.place("diff", "accepted", number, "fingerprint"),
    )


def _date(value: Any) -> date | None:
    return None if value is None else date.fromisoformat(str(value))


def _numbers(table: Mapping[str, Any], name: str) -> range:
    return range(len(table.get(name, ())))


def _mistakes(table: Any) -> Iterator[_Mistake]:
    """Yield what the published schema, and what no schema can say, has against the table."""
    errors = list(jsonschema.Draft7Validator(POLICY).iter_errors(table))
    for error in errors:
        yield from _in_our_words(error, tuple(error.absolute_path))
    if errors:
        return
    for number in _numbers(table, "accepted"):
        expires = table["accepted"][number].get("expires")
        try:
            _date(expires)
        except ValueError:
            keys: Keys = ("accepted", number, "expires")
            yield CFG003, f"{_called(keys)} has to be a date, such as 2030-12-31", keys, ""
    for number in _numbers(table, "rules"):
        pattern = table["rules"][number].get("code", "*")
        if not matching(KINDS, pattern):
            message = f"no code of `typewright diff` matches '{pattern}'"
            yield DIF004, message, ("rules", number, "code"), did_you_mean(pattern, KINDS)


def _in_our_words(error: Any, keys: Keys) -> Iterator[_Mistake]:
    """Say in our words what `jsonschema` found."""
    if error.validator == "additionalProperties":
        known = list(error.schema["properties"])
        for name in (one for one in error.instance if one not in known):
            listed = f"there are {', '.join(known)}"
            hint = did_you_mean(name.replace("-", "_"), known, listed)
            yield CFG002, f"there is no setting {_called((*keys, name))}", (*keys, name), hint
    elif error.validator == "required":
        missing = next(one for one in error.validator_value if one not in error.instance)
        yield CFG003, f"{_called(keys)} needs a '{missing}'", keys, ""
    elif error.validator == "enum":
        known = error.validator_value
        listed = ", ".join(f"'{one}'" for one in known)
        hint = did_you_mean(str(error.instance), known)
        yield CFG003, f"{_called(keys)} has to be one of {listed}", keys, hint
    elif error.validator == "type":
        yield CFG003, f"{_called(keys)} has to be {_TYPES[error.validator_value]}", keys, ""
    else:
        yield CFG003, f"{_called(keys)}: {error.message}", keys, ""


def _called(keys: Keys) -> str:
    """How people call a setting: `'diff.rules[0].level'`."""
    return f"'diff{''.join(f'[{key}]' if isinstance(key, int) else f'.{key}' for key in keys)}'"
