"""Pattern text → nodes: ECMA-262 §22.2.1 in unicode mode, and what annex B.1.2 tolerates.

One thing in annex B is left out on purpose: a backslash before a letter that is no escape. Its
author thought of another engine (`\\A`, `\\Z`, `\\h`) and never meant the letter itself. And one
thing is read otherwise: `.` is any character but `\\n`, as to Python's `re` and so to `jsonschema`,
where ECMA-262 leaves out `\\r`, U+2028 and U+2029, too. A text that the other validators accept is
not to be refused over a carriage return.
"""

from __future__ import annotations

import re

from generator.ecma.properties import unicode_property
from generator.ecma.ranges import DIGITS, LAST, NEWLINE, SPACE, WORD, Ranges, complement, union
from generator.ecma.syntax import (
    Chars,
    Choice,
    Edge,
    Group,
    Look,
    Node,
    Pattern,
    PatternError,
    Reference,
    Repeat,
    Sequence,
)

DEEPEST = 100
"""Groups within groups; deeper ones would exhaust the stack of `re`, too."""

_NAME = r"(?:[^\W\d]|\$)[\w$]*"
_HEX = "[0-9A-Fa-f]"
_QUANTIFIER = re.compile(r"(?:([*+?])|\{([0-9]+)(,([0-9]*))?\})(\??)")
_CAPTURE = re.compile(r"\\.|\[(?:\\.|[^\]\\])*\]|(\((?!\?)|\(\?<(?![=!]))", re.DOTALL)
_GROUP = re.compile(rf"\((?:\?(?::|(?P<look><?[=!])|<(?P<name>{_NAME})>))?")
_NAMED = re.compile(rf"k<({_NAME})>")
_NUMBER = re.compile("[1-9][0-9]{0,8}")
_PAIR = re.compile(rf"u([Dd][89ABab]{_HEX}{{2}})\\u([Dd][C-Fc-f]{_HEX}{{2}})")
_CODE = re.compile(
    rf"x(?P<x>{_HEX}{{2}})|u(?P<u>{_HEX}{{4}})|u\{{(?P<braces>{_HEX}+)\}}"
    r"|c(?P<control>[A-Za-z])|(?P<octal>[0-3][0-7]{0,2}|[4-7][0-7]?)"
)
_PROPERTY = re.compile(r"[pP]\{([^}]*)\}")
_CONTROLS = {"b": 8, "f": 12, "n": 10, "r": 13, "t": 9, "v": 11}
_CLASSES: dict[str, Ranges] = {
    **{"d": DIGITS, "D": complement(DIGITS)},
    **{"s": SPACE, "S": complement(SPACE)},
    **{"w": WORD, "W": complement(WORD)},
}
_EDGES = {"^": Edge("start"), "$": Edge("end"), "b": Edge("word"), "B": Edge("inside")}
_TOO_MANY = 10**9


def parse(pattern: str) -> Pattern:
    """Read a pattern; raise `PatternError` where ECMA-262 has no reading for it."""
    parser = _Parser(pattern)
    root = parser.choice()
    if parser.place < len(pattern):
        raise PatternError("`)` closes no group", parser.place)
    for name, position in parser.uses:
        if name not in parser.names:
            raise PatternError(f"no group is named `{name}`", position)
    return Pattern(root, {name: tuple(numbers) for name, numbers in parser.names.items()})


class _Parser:
    def __init__(self, text: str) -> None:
        self.text = text
        self.place = 0
        self.depth = 0
        self.opened = 0
        self.captures = sum(match.lastindex is not None for match in _CAPTURE.finditer(text))
        self.names: dict[str, list[int]] = {}
        self.uses: list[tuple[str, int]] = []
        self.scope: frozenset[str] = frozenset()

    def choice(self) -> Node:
        before, after = self.scope, self.scope
        branches = [self.sequence()]
        while self.text[self.place : self.place + 1] == "|":
            self.place += 1
            self.scope, after = before, after | self.scope
            branches.append(self.sequence())
        self.scope |= after
        return branches[0] if len(branches) == 1 else Choice(tuple(branches))

    def sequence(self) -> Node:
        items: list[Node] = []
        while self.place < len(self.text) and self.text[self.place] not in "|)":
            items.append(self.term())
        return items[0] if len(items) == 1 else Sequence(tuple(items))

    def term(self) -> Node:
        start = self.place
        body = self.atom()
        found = _QUANTIFIER.match(self.text, self.place)
        if found is None:
            return body
        if isinstance(body, Edge) or (isinstance(body, Look) and body.behind):
            raise PatternError(f"`{found[0]}` has nothing to repeat", self.place)
        self.place = found.end()
        low, high = _bounds(found)
        if high is not None and high < low:
            raise PatternError(f"the bounds of `{found[0]}` are out of order", start)
        return Repeat(body, low, high, bool(found[5]), start)

    def atom(self) -> Node:
        char = self.text[self.place]
        if char == "(":
            return self.group()
        if char == "[":
            return Chars(self.set_of())
        if char == "\\":
            return self.escape()
        if found := _QUANTIFIER.match(self.text, self.place):
            raise PatternError(f"`{found[0]}` has nothing to repeat", self.place)
        self.place += 1
        if char == ".":
            return Chars(complement(NEWLINE))
        return _EDGES[char] if char in "^$" else _one(ord(char))

    def group(self) -> Node:
        start = self.place
        found = _GROUP.match(self.text, start)
        assert found is not None
        self.place = found.end()
        if self.text.startswith("?", self.place):
            raise _no_group(self.text[start : start + 3], start)
        look, name = found["look"], found["name"]
        if look:
            return Look(self.enclosed(start), look[0] == "<", look[-1] == "!", start)
        if found[0] == "(?:":
            body = self.enclosed(start)
            # What stands in a group may be repeated, even an assertion.
            return Sequence((body,)) if isinstance(body, Edge | Look) else body
        self.opened += 1
        number = self.opened
        if name:
            self.name(name, number, start)
        return Group(self.enclosed(start), number)

    def enclosed(self, start: int) -> Node:
        self.depth += 1
        if self.depth > DEEPEST:
            raise PatternError(f"groups are nested more than {DEEPEST} deep", start)
        body = self.choice()
        self.depth -= 1
        if self.place == len(self.text):
            raise PatternError("the group is never closed", start)
        self.place += 1
        return body

    def name(self, name: str, number: int, start: int) -> None:
        if name in self.scope:
            raise PatternError(f"two groups are named `{name}`", start)
        self.scope |= {name}
        self.names.setdefault(name, []).append(number)

    def escape(self) -> Node:
        start = self.place
        self.place += 1
        char = self.text[self.place : self.place + 1]
        if char in ("b", "B"):
            self.place += 1
            return _EDGES[char]
        if named := _NAMED.match(self.text, self.place):
            self.place = named.end()
            self.uses.append((named[1], start))
            return Reference(named[1], start)
        number = _NUMBER.match(self.text, self.place)
        if number and int(number[0]) <= self.captures:
            self.place = number.end()
            return Reference(int(number[0]), start)
        found = self.escaped(start)
        return _one(found) if isinstance(found, int) else Chars(found)

    def escaped(self, start: int) -> int | Ranges:
        char = self.text[self.place : self.place + 1]
        if char in _CLASSES:
            self.place += 1
            return _CLASSES[char]
        if char not in ("p", "P"):
            return self.code_point(start)
        found = _PROPERTY.match(self.text, self.place)
        if found is None:
            raise PatternError(rf"`\{char}` needs braces, as in `\{char}{{Letter}}`", start)
        ranges = unicode_property(found[1])
        if ranges is None:
            raise _no_property(found, start)
        self.place = found.end()
        return ranges if char == "p" else complement(ranges)

    def code_point(self, start: int) -> int:
        if pair := _PAIR.match(self.text, self.place):
            self.place = pair.end()
            high, low = int(pair[1], 16), int(pair[2], 16)
            return 0x10000 + ((high - 0xD800) << 10) + low - 0xDC00
        if code := _CODE.match(self.text, self.place):
            self.place = code.end()
            return _code_point(code, start)
        char = self.text[self.place : self.place + 1]
        if not char or (char.isascii() and char.isalpha() and char not in _CONTROLS):
            raise _no_escape(char, start)
        self.place += 1
        return _CONTROLS.get(char, ord(char))

    def set_of(self) -> Ranges:
        start = self.place
        negative = self.text.startswith("[^", start)
        self.place += 2 if negative else 1
        found: list[tuple[int, int]] = []
        while not self.text.startswith("]", self.place):
            found += self.member_or_range(start)
        self.place += 1
        return complement(union(found)) if negative else union(found)

    def member_or_range(self, start: int) -> Ranges:
        place = self.place
        first = self.member(start)
        if self.text[self.place : self.place + 1] != "-" or self.text[self.place + 1 :][:1] == "]":
            return _ranges(first)
        self.place += 1
        last = self.member(start)
        if not (isinstance(first, int) and isinstance(last, int)):
            return (*_ranges(first), (0x2D, 0x2D), *_ranges(last))
        if last < first:
            text = self.text[place : self.place]
            raise PatternError(f"the range `{text}` is out of order", place)
        return ((first, last),)

    def member(self, start: int) -> int | Ranges:
        if self.place == len(self.text):
            raise PatternError("the set is never closed", start)
        char = self.text[self.place]
        self.place += 1
        return self.escaped(self.place - 1) if char == "\\" else ord(char)


def _no_group(start: str, position: int) -> PatternError:
    if start == "(?P":
        return PatternError(
            f"`{start}` is Python's; ECMA-262 names a group with `(?<name>`", position
        )
    flags = "; it has no flags in a pattern" if start[2:].isalpha() else ""
    return PatternError(f"`{start}` opens no group of ECMA-262{flags}", position)


def _no_escape(char: str, position: int) -> PatternError:
    if not char:
        return PatternError("a backslash ends the pattern", position)
    edges = "; the start is `^`, the end is `$`" if char in "AGZz" else ""
    return PatternError(rf"`\{char}` is no escape of ECMA-262{edges}", position)


def _no_property(found: re.Match[str], position: int) -> PatternError:
    script = f"Script={found[1]}"
    if unicode_property(script):
        text = rf"`\{found[0]}` is no property; a script is `\{found[0][0]}{{{script}}}`"
        return PatternError(text, position)
    return PatternError(rf"`\{found[0]}` is no property of Unicode", position)


def _one(point: int) -> Chars:
    return Chars(((point, point),))


def _ranges(member: int | Ranges) -> Ranges:
    return ((member, member),) if isinstance(member, int) else member


def _code_point(code: re.Match[str], start: int) -> int:
    if code["octal"]:
        return int(code["octal"], 8)
    if code["control"]:
        return ord(code["control"]) % 32
    point = int(code["x"] or code["u"] or code["braces"], 16)
    if point > LAST:
        raise PatternError(f"`\\{code[0]}` is beyond Unicode", start)
    return point


def _bounds(quantifier: re.Match[str]) -> tuple[int, int | None]:
    if quantifier[1]:
        return {"*": (0, None), "+": (1, None), "?": (0, 1)}[quantifier[1]]
    low = _count(quantifier[2])
    if quantifier[3] is None:
        return low, low
    return low, _count(quantifier[4]) if quantifier[4] else None


def _count(digits: str) -> int:
    # Python refuses to read a number of thousands of digits; all beyond nine mean "too many".
    return int(digits) if len(digits) < 10 else _TOO_MANY
