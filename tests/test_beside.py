"""Work in another process: its result comes back, and its failure is ours."""

from __future__ import annotations

import os
import threading

import pytest

from generator.output.beside import beside


def test_a_result_comes_back() -> None:
    assert beside(lambda: {"a": [1, "ü" * 100_000]})() == {"a": [1, "ü" * 100_000]}


def test_it_is_another_process_that_works() -> None:
    if threading.active_count() > 1 or (os.cpu_count() or 1) < 2:
        pytest.skip("no process is copied here")
    assert beside(os.getpid)() != os.getpid()


def test_an_error_is_raised_here() -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        beside(fail)()


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    assert beside(lambda: threading.Lock())().acquire()


def test_with_threads_no_process_is_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert beside(os.getpid)() == os.getpid()
    finally:
        stop.set()
        thread.join()
