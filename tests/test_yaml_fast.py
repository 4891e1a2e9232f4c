"""The fast path of YAML: what it is sure of is what the strict one reads."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from contextlib import nullcontext, suppress
from pathlib import Path

import pytest
import yaml_rs
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.load import parse
from generator.reading import yaml_core, yaml_fast
from generator.reading.malformed import Malformed
from generator.report import Report

CORPORA = Path(__file__).parents[2] / "shared" / "corpora"
YAML_FILES = sorted(CORPORA.rglob("*.yaml"))
FRAGMENTS = st.sampled_from(
    [
        *"ab:-?,[]{}#|>&*!%@`'\"\\ \n\t.0123456789+-_eExob~",
        *("a: ", "- ", "? ", ": ", "\n  ", "\n    ", "\n- ", " # x", "|-\n", ">+\n", "\n\n"),
        *("true", "Null", "no", "1e3", "0x1F", "0o7", ".inf", ".nan", "1_0", "é", "\u2028", "\x85"),
        *("'y'", '"x"', "\\n", "\\x41", "\\u00e9", "<<: ", "[1, 2]", "{a: 1}", "**b**"),
        *("--- ", "...", "\r\n"),
    ]
)  # fmt: skip


@settings(max_examples=300)
@given(st.lists(FRAGMENTS, max_size=14).map("".join), st.sampled_from(["", "k: ", "k:\n  - a: "]))
def test_the_fast_path_reads_what_the_strict_one_reads(text: str, before: str) -> None:
    text = before + text
    fast = yaml_fast.parse(text)
    if fast is yaml_fast.UNSURE:
        return
    # Only in what may stand in `[…]` and `{…}`, the strict one allows less.
    with suppress(Malformed) if "[" in text or "{" in text else nullcontext():
        assert repr(fast) == repr(yaml_core.parse(text))


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
def test_the_fast_path_reads_the_corpora_as_the_strict_one_does() -> None:
    sure = 0
    for path in YAML_FILES:
        text = path.read_text("utf-8-sig")
        fast = yaml_fast.parse(text)
        if fast is not yaml_fast.UNSURE:
            assert repr(fast) == repr(yaml_core.parse(text)), path
            sure += 1
    assert sure > len(YAML_FILES) * 0.9


@pytest.mark.skipif(not YAML_FILES, reason="../shared/corpora is not here")
def test_the_largest_yaml_file_takes_the_fast_path() -> None:
    text = (CORPORA / "openapi" / "openai.yaml").read_text("utf-8")
    assert yaml_fast.parse(text) is not yaml_fast.UNSURE
    assert repr(yaml_fast.parse(text)) == repr(yaml_rs.loads(text, parse_datetime=False))


def test_a_thread_takes_the_strict_path() -> None:
    with ThreadPoolExecutor(1) as pool:
        assert pool.submit(yaml_fast.parse, "a: 1\n").result() is yaml_fast.UNSURE
        document = pool.submit(parse, "a: 1\n", "file:///a", "a.yaml", Report()).result()
    assert document is not None
    assert document.contents == {"a": 1}
    assert yaml_fast.parse("a: 1\n") == {"a": 1}


@pytest.mark.parametrize(
    "odd", ["? [1]\n: x\n", "k: 1_000\n", "k: !tag x\n", "k: &a x\n", "k: |\n"]
)
def test_a_large_text_with_something_odd_is_left_to_the_strict_reader(odd: str) -> None:
    large = "".join(f"key {number}: {'x' * 1000}\n" for number in range(1000))
    assert yaml_fast.parse(large) == yaml_core.parse(large)
    assert yaml_fast.parse(large + odd) is yaml_fast.UNSURE
