"""`generator.ecma`: patterns mean in Python what ECMA-262 says."""

from __future__ import annotations

import importlib.util
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from jsonschema import (
    Draft4Validator,
    Draft6Validator,
    Draft7Validator,
    Draft201909Validator,
    Draft202012Validator,
)

from generator.ecma import PatternError, hazard, translate
from generator.targets.python import formats

SUITE = "corpora/json-schema-test-suite/tests"
# What ECMA-262 allows and `re` cannot do; the texts that such a refusal starts with.
LIMITS = ("`re` allows", "the repetition around", "it asks for", "groups are nested")

FOUND = [
    # pattern, a text in which it is found, a text in which it is not
    (r"^abc$", "abc", "abc\n"),
    (r"^\d+$", "42", "߀"),
    (r"^\D$", "߀", "0"),
    (r"^\w+$", "a_Z9", "é"),
    (r"^\s$", "\ufeff", "\x1c"),
    (r"^\S$", "\x85", "\u2003"),
    (r"^.$", "\x85", "\n"),
    (r"\bole\b", "l'éole.", "coles"),
    (r"^\B$", "", "a"),
    (r"^\cA\x41\u0042\u{1F432}$", "\x01AB🐲", "AB🐲"),
    (r"^\ud83d\udc32*$", "🐲🐲", "🐉"),
    (r"^[\ud83d\udc32-\ud83d\udc34]$", "🐳", "🐵"),
    (r"^\0$", "\0", "0"),
    (r"^[^]$", "\n", ""),
    (r"^[]|a$", "a", "]"),
    (r"^[\d\W]+$", "1-é", "a"),
    (r"^[^\s-]$", "a", "-"),
    (r"^[\b]$", "\b", "b"),
    (r"^(?<y>\d{4})-\k<y>$", "2024-2024", "2024-2025"),
    (r"^(?:(?<n>a)|(?<n>b))\k<n>$", "bb", "ab"),
    (r"^(a)?\1b$", "b", "ab"),
    (r"^\1(a)$", "a", "aa"),
    (r"^(a\1)$", "a", "aa"),
    (r"(?<=a|bc)d", "bcd", "cd"),
    (r"(?<!^|,)x", "ax", ",x"),
    (r"^(?!a)\w(?=b)", "cb", "ab"),
    (r"^a*?$", "aa", "b"),
    (r"^\p{Lu}\p{Script=Greek}+$", "Éαβ", "éαβ"),
    (r"^\P{L}$", "1", "a"),
    (r"^[\p{L}\p{digit}_-]+$", "né-৪", "a b"),
    (r"^\p{Script_Extensions=Han}$", "々", "a"),
    (r"^\p{Emoji_Presentation}$", "🐲", "#"),
    (r"^\p{Cs}\p{Any}$", "\ud800\ud800", "ab"),
    (r"^(a)(b)\2$", "abb", "ab\x02"),
    (r"^[a-a]$", "a", "-"),
    (r"^\u{10ffff}$", "\U0010ffff", "a"),
    (r"^a{2,}$", "aaa", "a"),
    (r"^a{2,3}$", "aaa", "aaaa"),
    (r"^(?:\b)*a(?:(?<=a))?$", "a", "b"),
    ("^" + "(a)" * 101, "a" * 101, "a" * 100),
    (r"^[^a-db]$", "e", "c"),
    (r"^[^a]$", "\0", "a"),
    (r"(?<=(a|b)c{2})d", "bccd", "bcd"),
    (r"^(a)(?:\1b)+$", "aabab", "abb"),
    (r"^c*b*(a)\1$", "caa", "ca"),
    (r"^\1*(a)$", "a", "aa"),
    (r"^(?!(a)b)a\1c$", "ac", "aac"),
    (r"^(?!(a)\1)a", "ab", "aa"),
    (r"^(?:(a)b)+\1$", "ababa", "abab"),
    (r"^(?:(a)\1b)+\1$", "aaba", "aab"),
    (r"^(?:(a)|b)?\1c$", "aac", "ac"),
]

# What annex B tolerates, because browsers do.
SLOPPY = [
    (r"^[\w-.]+$", "a-.", ","),
    (r"^[a-\d]+$", "a-5", "."),
    (r"^\é$", "é", "\\"),
    (r"^\-\_\@\ $", "-_@ ", r"\-"),
    (r"^a{,2}$", "a{,2}", "aa"),
    (r"^{a}]$", "{a}]", "a"),
    (r"^x{y$", "x{y", "x"),
    (r"^(?=a)*b", "b", "ab"),
    (r"^\101\8$", "A8", "101"),
    (r"^[[:alpha:]]$", "a]", "a"),
    (r"^[a&&b]$", "&", "c"),
]

# What ECMA-262 does not take for `.`, and we do, as `re` and `jsonschema`.
DEVIATION = "\r\u2028\u2029"

REFUSED = [
    # pattern, where, why
    ("(a", 0, "the group is never closed"),
    ("a)", 1, "`)` closes no group"),
    ("x[a", 1, "the set is never closed"),
    ("a**", 2, "`*` has nothing to repeat"),
    ("a++", 2, "`+` has nothing to repeat"),
    ("^{2}", 1, "`{2}` has nothing to repeat"),
    ("(?<=a)*", 6, "`*` has nothing to repeat"),
    ("a|{2}", 2, "`{2}` has nothing to repeat"),
    ("a{2,1}", 0, "the bounds of `{2,1}` are out of order"),
    ("[z-a]", 1, "the range `z-a` is out of order"),
    (r"a\A", 1, r"`\A` is no escape of ECMA-262; the start is `^`, the end is `$`"),
    (r"a\Z", 1, r"`\Z` is no escape of ECMA-262; the start is `^`, the end is `$`"),
    (r"\h", 0, r"`\h` is no escape of ECMA-262"),
    (r"[a\h]", 2, r"`\h` is no escape of ECMA-262"),
    (r"\u{110000}", 0, r"`\u{110000}` is beyond Unicode"),
    ("\\", 0, "a backslash ends the pattern"),
    ("(?P<n>a)", 0, "`(?P` is Python's; ECMA-262 names a group with `(?<name>`"),
    ("(?i)a", 0, "`(?i` opens no group of ECMA-262; it has no flags in a pattern"),
    ("x(?#a)", 1, "`(?#` opens no group of ECMA-262"),
    ("(?>a)", 0, "`(?>` opens no group of ECMA-262"),
    (r"(?<a>.)\k<b>", 7, "no group is named `b`"),
    ("(?<a>.)(?<a>.)", 7, "two groups are named `a`"),
    ("(?:(?<a>.)|(?<b>.)|c)(?<a>.)", 21, "two groups are named `a`"),
    (r"\p{Greek}", 0, r"`\p{Greek}` is no property; a script is `\p{Script=Greek}`"),
    (r"\p{Nonsense}", 0, r"`\p{Nonsense}` is no property of Unicode"),
    (r"\pL", 0, r"`\p` needs braces, as in `\p{Letter}`"),
    ("(?<=a+b)c", 0, "`re` allows no lookbehind of varying width"),
    ("(?<=a(?:b|cd))e", 0, "`re` allows no lookbehind of varying width"),
    ("(?<=a(?:b*|c))d", 0, "`re` allows no lookbehind of varying width"),
    (r"(a)(?<=\1)", 3, "`re` allows no reference in a lookbehind"),
    (r"(?:(a)?b)*\1", 10, "the repetition around group 1 may forget what it matched"),
    (r"(a?)*\1", 5, "the repetition around group 1 may forget what it matched"),
    (r"(?:(a)|b)*\1", 10, "the repetition around group 1 may forget what it matched"),
    ("a{1000}{1000}", 7, "`{1000}` has nothing to repeat"),
    ("(a{1000}){1000}", 1, "it asks for 1,000,000 repeats, the most is 999,999"),
    ("(?:a{0,1000}){1000}", 3, "it asks for 1,000,000 repeats, the most is 999,999"),
    ("a{9" + "9" * 5000 + "}", 0, "it asks for 1,000,000,000 repeats, the most is 999,999"),
    ("(" * 200 + ")" * 200, 100, "groups are nested more than 100 deep"),
]

WRITTEN = [
    # What people meet in the generated code.
    (r"^[A-Za-z0-9_.-]+$", r"^[\-.0-9A-Z_a-z]+\Z"),
    (r"^https://", "^https://"),
    (r"^(\d{3})-(x|y)?$", r"^(?:[0-9]{3})-(?:x|y)?\Z"),
    (r"^.{1,20}$", r"^[^\n]{1,20}\Z"),
    (r"^[^/]+/é$", r"^[^/]+/\xe9\Z"),
    (r"\W", r"[^0-9A-Z_a-z]"),
    (r"(a)\1", r"(a)(?(1)\1)"),
    (r"(?:a)+(?:bc)d(?:ef)+", "a+bcd(?:ef)+"),
    (r"a??b*?c+?d{2}?e{2,}?f{2,3}?", "a??b*?c+?d{2}e{2,}?f{2,3}?"),
    ("(?<=ab|cd)e(?<!f|gh)", "(?<=ab|cd)e(?<!f)(?<!gh)"),
    (r"(?:a{1000})b{1000}c{999999}", "a{1000}b{1000}c{999999}"),
    (r"[/0-9a-cd]", "[/0-9a-d]"),
    (r"[!-~]", r"[!-/0-9:-@A-Z\[-`a-z{-\~]"),
    (r"[ -~][!-\x7f]", r"[ -\~][!-\x7f]"),
    (r"[^\0-a]", r"[b-\U0010ffff]"),
    (r"\x1f\x20\x7e\x7f\xff\u0100\uffff\u{10000}", r"\x1f ~\x7f\xff\u0100\uffff\U00010000"),
]

HAZARDOUS = [
    "(a+)+$",
    "(a|a)*",
    "(.*)*",
    "(a|aa)+$",
    r"^(\w+\s?)*$",
    "(a{1,2})*b",
    "(a+){11}",
    "((a+)+b)*",
    "(?=(a+)+b)",
]
HARMLESS = [
    "a+",
    r"^(\w+\s+)*$",
    r"([a-z]+\.)*[a-z]+",
    "(?:[A-Z]{4})*",
    "(a|b)*",
    "(a+){10}",
    "(a?)+",
    "(?:(?:b?)?a)*",
    "(?:(?:b?)+a)*",
    "(^a+)+",
]


@pytest.mark.parametrize(("pattern", "text", "other"), FOUND + SLOPPY)
def test_finds_what_ecma_262_finds(pattern: str, text: str, other: str) -> None:
    found = re.compile(translate(pattern))
    assert found.search(text)
    assert not found.search(other)


@pytest.mark.parametrize("char", DEVIATION)
def test_a_dot_is_any_character_but_a_line_feed(char: str) -> None:
    assert re.search(translate("^.$"), char)


@pytest.mark.parametrize("char", DEVIATION)
@pytest.mark.skipif(importlib.util.find_spec("regress") is None, reason="needs regress")
def test_the_other_engine_has_fewer_characters_for_a_dot(char: str) -> None:
    assert not _regress("^.$", "u").find(char)


@pytest.mark.parametrize(("pattern", "position", "message"), REFUSED)
def test_refuses(pattern: str, position: int, message: str) -> None:
    with pytest.raises(PatternError) as error:
        translate(pattern)
    assert (error.value.position, error.value.message) == (position, message)


@pytest.mark.parametrize(("pattern", "written"), WRITTEN)
def test_writes(pattern: str, written: str) -> None:
    assert translate(pattern) == written


def test_writes_ascii_only() -> None:
    assert translate("é\u202e🐲[а-я]").isascii()


@pytest.mark.parametrize("pattern", HAZARDOUS)
def test_warns_of_exponential_backtracking(pattern: str) -> None:
    assert hazard(pattern)


@pytest.mark.parametrize("pattern", HARMLESS)
def test_does_not_warn_without_reason(pattern: str) -> None:
    assert hazard(pattern) is None


def _cases(shared: Path) -> Iterator[tuple[str, Any]]:
    globs = ("*/pattern*.json", "*/optional/ecmascript-regex.json", "*/optional/non-bmp-regex.json")
    for path in (path for glob in globs for path in (shared / SUITE).glob(glob)):
        for group in json.loads(path.read_bytes()):
            yield path.relative_to(shared / SUITE).parts[0], group


def _in_python(schema: Any) -> Any:
    if not isinstance(schema, dict):
        return schema
    written = {key: _in_python(value) for key, value in schema.items()}
    if "pattern" in schema:
        written["pattern"] = translate(schema["pattern"])
    if "patternProperties" in schema:
        patterns = schema["patternProperties"].items()
        written["patternProperties"] = {
            translate(key): _in_python(value) for key, value in patterns
        }
    return written


VALIDATORS = {
    "draft4": Draft4Validator,
    "draft6": Draft6Validator,
    "draft7": Draft7Validator,
    "draft2019-09": Draft201909Validator,
    "draft2020-12": Draft202012Validator,
}


def test_agrees_with_the_test_suite(shared: Path) -> None:
    count, wrong = 0, []
    for draft, group in _cases(shared):
        validator = VALIDATORS[draft](_in_python(group["schema"]))
        for test in group["tests"]:
            count += 1
            if validator.is_valid(test["data"]) != test["valid"]:
                wrong.append((draft, group["description"], test["description"]))
    assert count > 500
    assert wrong == []


def _patterns(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        if isinstance(value.get("pattern"), str):
            yield value["pattern"]
        if isinstance(value.get("patternProperties"), dict):
            yield from value["patternProperties"]
    if isinstance(value, dict | list):
        for inner in value.values() if isinstance(value, dict) else value:
            yield from _patterns(inner)


def test_translates_every_pattern_of_the_corpora(shared: Path) -> None:
    paths = [
        *shared.glob("corpora/openapi/*.json"),
        *shared.glob("corpora/models/schemas/**/*.json"),
    ]
    texts = [path.read_bytes() for path in paths]
    patterns = {
        pattern for text in texts if b'"pattern' in text for pattern in _patterns(json.loads(text))
    }
    assert len(patterns) > 100
    for pattern in patterns:
        re.compile(translate(pattern))
        assert formats.regex(pattern)
        assert hazard(pattern) is None


PIECES = st.sampled_from(
    r" a b é 🐲 . - _ 0 1 ~ # \d \D \w \W \s \S \b \B ^ $ [ab] [^a] [a-c] [\w-.] [] [^]"
    r" [\d\W] [^\s] [\]] [--a] [a\-z] [a-z && \. \/ \- \_ \n \cA \x41 \u0062 \ud83d\udc32"
    r" \u{1f432} \0 \1 \2 \8 \101 \k<n> (?<n>a) (a|b) (?:a) (?=a) (?!a) (?<=a) (?<!b)"
    r" (?<=a|bc) ( (?: (?= (?<! ) ) | * + ? *? {2} {0,2} {1,} {,2} { } ] [ \ (?P<n> (?i) \A"
    r" \Z \u \x4 \c1".split()
)
TEXTS = st.text(st.sampled_from("abcé🐲\u2028\r\n -._01A&~#{},]\\\x01\0"), max_size=6)
# `regress` repeats assertions, which the grammar does not.
REPEATED_ASSERTION = re.compile(r"(\\[bB]|[$^]|\))[*+?{]")


@settings(max_examples=300)
@given(st.lists(PIECES, min_size=1, max_size=7).map("".join), st.lists(TEXTS, max_size=8))
@pytest.mark.skipif(importlib.util.find_spec("regress") is None, reason="needs regress")
def test_agrees_with_another_engine(pattern: str, texts: list[str]) -> None:
    strict, sloppy = _regress(pattern, "u"), _regress(pattern, "")
    written = _translated(pattern)
    limited = isinstance(written, PatternError) and written.message.startswith(LIMITS)
    assert formats.regex(pattern) == (limited or isinstance(written, str))
    if isinstance(written, PatternError):
        assert limited or strict is None or REPEATED_ASSERTION.search(pattern), written.message
        return
    judge = strict or sloppy
    assert judge is not None
    if hazard(pattern) or (strict is None and re.search(r"🐲|\\u\{", pattern + "".join(texts))):
        return
    for text in texts:
        if "." in pattern and not set(DEVIATION).isdisjoint(text):
            continue
        assert bool(re.search(written, text)) == bool(judge.find(text)), text


def _translated(pattern: str) -> str | PatternError:
    try:
        return translate(pattern)
    except PatternError as error:
        return error


def _regress(pattern: str, flags: str) -> Any:
    import regress

    try:
        return regress.Regex(pattern, flags) if flags else regress.Regex(pattern)
    except regress.RegressError:
        return None
