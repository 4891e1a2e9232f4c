"""Work in several processes: the results come back in order, and a failure is ours."""

from __future__ import annotations

import errno
import os
import sys
import threading
import time
from pathlib import Path

import pytest

from generator.ir import TypeId
from generator.model import Part
from generator.together import ahead, processes, together


def test_results_come_back_in_the_order_of_the_tasks() -> None:
    tasks = [lambda number=number: (number, "ü" * 100_000) for number in range(20)]
    assert together(tasks) == [(number, "ü" * 100_000) for number in range(20)]


def test_no_task_is_done_twice(tmp_path: Path) -> None:
    log = os.open(f"{tmp_path}/log", os.O_WRONLY | os.O_CREAT | os.O_APPEND)
    together([lambda n=n: os.write(log, bytes([n])) for n in range(200)])
    with open(f"{tmp_path}/log", "rb") as stream:
        assert sorted(stream.read()) == list(range(200))


def test_other_processes_work_too() -> None:
    for left in threading.enumerate():  # by a test before this one: a slow server, say
        if left is not threading.current_thread():
            left.join(10)
    cores = len(os.sched_getaffinity(0)) if sys.platform == "linux" else 1
    if cores < 2:
        pytest.skip("no process is copied here")
    assert processes() == min(cores, 8)

    def slow() -> int:
        time.sleep(0.2)
        return os.getpid()

    assert len(set(together([slow] * 4))) > 1


def test_an_error_is_raised_here() -> None:
    def fail() -> None:
        raise KeyError("x")

    with pytest.raises(KeyError):
        together([fail] * 5)


def test_a_result_that_cannot_be_sent_is_made_here() -> None:
    found = together([threading.Lock] * 5)
    assert all(lock.acquire() for lock in found)


def test_what_a_killed_process_had_to_do_is_done_here() -> None:
    here = os.getpid()

    def fragile() -> int:
        if os.getpid() != here:
            os.kill(os.getpid(), 9)
        time.sleep(0.02)  # so that others come to one, too
        return 1

    assert together([fragile] * 5) == [1] * 5


def test_without_more_processes_all_is_done_here(monkeypatch: pytest.MonkeyPatch) -> None:
    def refused() -> int:
        raise BlockingIOError(errno.EAGAIN, "Resource temporarily unavailable")

    monkeypatch.setattr(os, "fork", refused)
    assert together([os.getpid] * 5) == [os.getpid()] * 5


def test_with_threads_no_process_is_copied() -> None:
    stop = threading.Event()
    thread = threading.Thread(target=stop.wait)
    thread.start()
    try:
        assert processes() == 1
        assert together([os.getpid] * 5) == [os.getpid()] * 5
    finally:
        stop.set()
        thread.join()


@pytest.mark.parametrize("worth", [True, False])
def test_a_task_is_done_ahead_elsewhere_where_that_is_worth_it(worth: bool) -> None:
    with ahead(os.getpid, worth=worth) as result:
        assert (result() != os.getpid()) == (worth and processes() > 1)


def test_a_task_that_fails_ahead_is_done_here() -> None:
    here = os.getpid()

    def fragile() -> int:
        return 1 // (os.getpid() == here)

    with ahead(fragile) as result:
        assert result() == 1


def test_a_task_that_nobody_waits_for_is_stopped() -> None:
    end, start = os.pipe()

    def late() -> None:
        time.sleep(20)
        os.write(start, b"done")

    with pytest.raises(KeyError), ahead(late):
        raise KeyError
    os.close(start)
    assert os.read(end, 4) == b""
    os.close(end)


@pytest.mark.parametrize("count", [1, 4, 16])
def test_every_type_is_of_one_part(count: int) -> None:
    types = [TypeId(str(number)) for number in range(500)]
    skipped = frozenset(types[100:300])
    parts = [list(Part(index, count, skipped).of(types)) for index in range(count)]
    assert sorted(t for part in parts for t in part) == sorted(t for t in types if t not in skipped)
