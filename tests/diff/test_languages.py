"""Regular expressions: whether one matches all that another does."""

from __future__ import annotations

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from generator.diff.forms.languages import Language, missing

WITHIN = [
    ("^[a-c]+$", "^[a-z]+$"),
    ("^[a-z]+$", "^(?:([a-z]+-)*([a-z]+)?)$"),
    ("^a", "a"),
    ("^.{2,3}$", "^.{1,5}$"),
    ("^a?$", "^a*$"),
    (r"^[^\W_]$", r"^\w$"),
]


@pytest.mark.parametrize(("narrow", "wide"), WITHIN)
def test_what_is_within(narrow: str, wide: str) -> None:
    assert missing(Language((wide,)), Language((narrow,))) is None


EQUAL = [
    (r"^\d{1,}$", "^[0-9]+$"),
    ("^(a|b)$", "^[ab]$"),
    ("^.$", r"^[^\n]$"),
    (r"^\s$", "^[\\s\u2003\u3000]$"),
    (r"^\S$", "^[^\\s\u2003]$"),
    ("^a{,3}$", r"^a\{,3\}$"),
    (r"^(?<year>\d{4})$", "^[0-9]{4}$"),
    (r"^[^]*$", r"^[\d\D]*$"),
]


@pytest.mark.parametrize(("one", "other"), EQUAL)
def test_what_is_the_same(one: str, other: str) -> None:
    assert missing(Language((one,)), Language((other,))) is None
    assert missing(Language((other,)), Language((one,))) is None


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        ("^[a-c]+$", "^[a-z]+$"),
        ("^.{2,3}$", "^.{1,5}$"),
        ("^a", "a"),
        ("^a?$", "^a*$"),
        (r"^[^\W_]$", r"^\w$"),
        (r"^[^\n\r]$", "^.$"),
    ],
)
def test_what_is_not(wide: str, narrow: str) -> None:
    text = missing(Language((wide,)), Language((narrow,)))
    assert isinstance(text, str)
    assert re.search(narrow, text)
    assert not re.search(wide, text)


@pytest.mark.parametrize(
    ("wide", "narrow", "expected"),
    [
        (Language(("^a",)), Language(listed=("ab", "b")), "b"),
        (Language(most=2), Language(listed=("ab",)), None),
        (Language((r"^\d$",)), Language(listed=("1", "\u0663")), "\u0663"),
        (Language(listed=("ab", "b")), Language(("^a?b$",)), None),
        (Language(listed=("ab",)), Language(("^a?b$",)), "b"),
        (Language(("^a+$",), 2, 3), Language(("^aa$",)), None),
        (Language(most=3), Language(("^a+$",)), "aaaa"),
        (Language(("^a+$",)), Language(("^a", "a$"), 0, 2), None),
        # As much of it can be read as may be.
        (Language(("^.*$",)), Language((), 3, 5), "aa\n"),
    ],
)
def test_lengths_and_lists(wide: Language, narrow: Language, expected: str | None) -> None:
    assert missing(wide, narrow) == expected


@pytest.mark.parametrize("pattern", ["(?=a)b", r"(a)\1", "a^b", "(?i)a", "("])
def test_what_nobody_can_tell(pattern: str) -> None:
    assert missing(Language(("a",)), Language((pattern,))) is False


HUGE = "^((a|b|c){1,50}|(b|c|d){1,50}|(e|f)*){1,50}$"


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (Language((HUGE,), most=500), Language((HUGE,), 3, 5000)),
        (Language((f"a{'x?' * 90}",)), Language((f"b{'x?' * 90}", "c.*d.{90}"))),
    ],
)
def test_what_would_be_too_much_work(wide: Language, narrow: Language) -> None:
    assert missing(wide, narrow) is False


def test_an_answer_does_not_depend_on_how_deep_the_stack_is() -> None:
    pattern = f"^{'[a-z]' * 450}$"

    def asked(depth: int) -> str | bool | None:
        question = Language((pattern,)), Language((pattern,))
        return asked(depth - 1) if depth else missing(*question)

    assert [asked(150), asked(0)] == [None, None]


PIECES = st.sampled_from(["a", "b", "[ab]", "a*", "b+", "(a|bb)", "a?", "[^a]", ".", "b{2,3}"])
PATTERNS = st.lists(PIECES, min_size=1, max_size=3).map(lambda found: f"^{''.join(found)}$")


@given(PATTERNS, PATTERNS, st.text("abc", max_size=5))
@example("^ab+.$", "^ab{2,3}[^a]$", "")
def test_the_answer_holds_for_any_text(wide: str, narrow: str, text: str) -> None:
    answer = missing(Language((wide,)), Language((narrow,)))
    if answer is None and is_of(narrow, text):
        assert is_of(wide, text)
    if isinstance(answer, str):
        assert is_of(narrow, answer)
        assert not is_of(wide, answer)


def is_of(pattern: str, text: str) -> bool:
    """Python's `$` is also before a last line break; that of ECMA-262 is not."""
    return re.search(pattern.replace("$", r"\Z"), text) is not None
