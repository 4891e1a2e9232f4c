"""Lines that are too long, broken as black and ruff would break them.

This knows the lines that the generator writes, not Python: a line that it has no rule for stays
as it is, and its module goes to the formatter.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from generator.targets.python.layout import WIDTH

_LONG = re.compile(rf"\n.{{{WIDTH + 1}}}")
_DOCSTRING = r'\n *"""[^"\\]*(?:(?:\\.|"(?!""))[^"\\]*)*"""(?=\n)'
_DOCSTRING_OR_ODD = re.compile(rf"{_DOCSTRING}|([^\x00-\x7f])", re.S)
_DOCSTRING_OR_LONG = re.compile(rf"{_DOCSTRING}|\n([^\n]{{{WIDTH + 1},}})", re.S)
_STRING = r'"(?:[^"\\]|\\.)*"|\'(?:[^\'\\]|\\.)*\''
_UNTOUCHED = re.compile(
    rf" *(?:(?:{_STRING}): )?(?:(?:\w+ as )?[\w.]+(?:\(\))?|{_STRING}),?$|.*\($|.*  # fmt: skip$"
)
"""Lines that no formatter changes, however long: what is all in brackets, and what opens some."""
_FIELD = re.compile(r"( *)(\w+: )(.*)")
_STATEMENT = re.compile(
    rf"( *)(if |return |class |(?:{_STRING}): |(?:items, )?[\w.]+(?:\[(?:{_STRING})\])? = |)"
    r"(.*[^,:])([,:]?)"
)
# Each alternative starts with a literal, which the engine looks for faster than for a set.
_TOKEN = re.compile(rf"{_STRING}|\(|\)|\[|\]|\{{|\}}|, | (?:(?:or|and|if|else|for|=|\|) )?")
_SEPARATORS = ((" for ",), (", ",), (" if ", " else "), (" or ",), (" and ",), (" | ",))
"""What code in brackets is broken at, first what binds least."""
_OPERATORS = frozenset({" if ", " or ", " and ", " | "})
_BRACKETS = frozenset("()[]{}")
_STEP = "    "

Tokens = Sequence[tuple[str, int]]
"""The brackets of code, its separators and operators, and where they stand."""


def broken(text: str) -> tuple[str, bool]:
    """Break the lines of a module that are too long; tell if that leaves a formatter no work."""
    if _is_odd(text):
        return text, False
    if _LONG.search(text) is None:
        return text, True
    left: list[str] = []

    def shortened(found: re.Match[str]) -> str:
        if found[1] is None:
            return found[0]
        lines = _broken(found[1])
        left.extend(line for line in lines if len(line) > WIDTH and not _UNTOUCHED.match(line))
        return "\n" + "\n".join(lines)

    made = _DOCSTRING_OR_LONG.sub(shortened, text)
    return (text, False) if left else (made, True)


def _is_odd(text: str) -> bool:
    """Whether lines of code have letters that may take no column, or two: all beyond ASCII."""
    return not text.isascii() and any(found[1] for found in _DOCSTRING_OR_ODD.finditer(text))


def _broken(line: str) -> list[str]:
    if line[-1] in "([{" or _UNTOUCHED.match(line):
        return [line]
    if field := _FIELD.fullmatch(line):
        return _field(*field.groups())
    statement = _STATEMENT.fullmatch(line)
    return _value(*statement.groups()) if statement else [line]


def _field(margin: str, name: str, rest: str) -> list[str]:
    """An annotated name, which may have a value."""
    tokens = _outer(rest)
    end = next((at for token, at in tokens if token == " = "), len(rest))
    annotation, value = rest[:end], rest[end:]
    if value and len(margin) + len(name) + end + len(" = (") <= WIDTH:
        return _value(margin, f"{name}{annotation} = ", value.removeprefix(" = "), "")
    tokens = [(token, at) for token, at in tokens if at < end]
    if any(token == " | " for token, _ in tokens):
        return _in_brackets(margin, name, annotation, value)
    return _split(margin, name, annotation, value, tokens)


def _value(margin: str, prefix: str, value: str, suffix: str) -> list[str]:
    """A value behind what it is assigned to, returned by or tested by."""
    if len(margin) + len(prefix) + len(value) + len(suffix) <= WIDTH:
        return [margin + prefix + value + suffix]
    tokens = _outer(value)
    operators = [token for token, _ in tokens if token in _OPERATORS]
    if not operators:
        return _split_term(margin, prefix, value, suffix, tokens)
    if len(operators) == 1 and operators != [" if "] and (value[0] == "(" or value[-1] in ")]"):
        return _at_group(margin, prefix, value, suffix, tokens)
    if len(margin) + len(prefix) >= WIDTH:
        return [margin + prefix + value + suffix]
    return _in_brackets(margin, prefix, value, suffix)


def _at_group(margin: str, prefix: str, code: str, suffix: str, tokens: Tokens) -> list[str]:
    """Two operands, one of which is in parentheses: broken inside of those, if the other fits."""
    brackets = [at for token, at in tokens if token in _BRACKETS]
    first, last = code[0] == "(", code[-1] == ")"
    room = WIDTH - len(margin) - len(_STEP)
    if last and (first or code[brackets[-2] - 1] == " ") and brackets[-2] < room:
        return _split(margin, prefix, code, suffix, tokens)
    if first and len(code) - brackets[1] <= room and not (last and brackets[-2] == room):
        return _split(margin, prefix, code, suffix, tokens[:2])
    return [margin + prefix + code + suffix]


def _in_brackets(margin: str, prefix: str, code: str, suffix: str) -> list[str]:
    return [f"{margin}{prefix}(", *_items(margin + _STEP, code), f"{margin}){suffix}"]


def _split_term(margin: str, prefix: str, code: str, suffix: str, tokens: Tokens) -> list[str]:
    """Code without operators; there is no rule for others than those of `_SEPARATORS`."""
    if code[0] == "-" or any(token in (" ", " = ") for token, _ in tokens):
        return [margin + prefix + code + suffix]
    return _split(margin, prefix, code, suffix, tokens)


def _split(margin: str, prefix: str, code: str, suffix: str, tokens: Tokens) -> list[str]:
    """Code that is broken inside of the last of its brackets, or put into some."""
    brackets = [at for token, at in tokens if token in _BRACKETS]
    start, end = (brackets[-2] + 1, brackets[-1]) if brackets else (0, 0)
    opens = start < end and len(margin) + len(prefix) + start <= WIDTH
    if prefix.endswith((" = ", "return ")) and not opens:
        lines = _in_brackets(margin, prefix, code, suffix)
        if max(map(len, lines)) <= WIDTH:
            return lines
        if prefix.endswith("] = "):
            target = prefix.removesuffix(" = ")
            return _split(margin, "", target, f" = {code}{suffix}", _outer(target))
    if start == end:
        return [margin + prefix + code + suffix]
    is_call = code[start - 2 : start - 1] not in ("", " ")
    lines = (_inside if is_call else _items)(margin + _STEP, code[start:end])
    return [margin + prefix + code[:start], *lines, margin + code[end:] + suffix]


def _items(margin: str, code: str) -> list[str]:
    """Code in brackets that are no call's: of several items, each has a line."""
    tokens = _outer(code)
    kinds = {token for token, _ in tokens}
    several = ", " in kinds and " for " not in kinds
    return _apart(margin, code, tokens) if several else _inside(margin, code)


def _inside(margin: str, code: str, prefix: str = "", suffix: str = "") -> list[str]:
    """Code in brackets."""
    if len(margin) + len(prefix) + len(code) + len(suffix) <= WIDTH or prefix == "for ":
        return [margin + prefix + code + suffix]
    return _apart(margin, code, _outer(code), prefix, suffix)


def _apart(margin: str, code: str, tokens: Tokens, prefix: str = "", suffix: str = "") -> list[str]:
    """A line for each item, or for each operand with the operator before it."""
    kinds = {token for token, _ in tokens}
    separators = next((group for group in _SEPARATORS if group[0] in kinds), ())
    if not separators:
        return _split_term(margin, prefix, code, suffix, tokens)
    lines, start, torn = [], 0, False
    for token, at in [*tokens, ("", len(code))]:
        # Behind a `for`, an `if` is the condition of the comprehension.
        if token in separators or not token or (token == " if " and prefix == "for "):
            end = "," if separators == (", ",) else "" if token else suffix
            piece = _inside(margin, code[start:at], prefix, end)
            torn |= prefix != "if " and any(line.startswith(f"{margin}if ") for line in piece)
            lines += piece
            prefix = "" if token == ", " else token[1:]
            start = at + len(token)
    return [margin + prefix + code + suffix] if torn else lines


def _outer(code: str) -> list[tuple[str, int]]:
    """The tokens that are in no brackets."""
    found, depth = [], 0
    for match in _TOKEN.finditer(code):
        token = match[0]
        if token in ")]}":
            depth -= 1
        if depth == 0 and token[0] not in "\"'":
            found.append((token, match.start()))
        if token in "([{":
            depth += 1
    return found
