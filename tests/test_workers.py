"""Processes that work, fail, die, and are interrupted."""

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from termilint import workers
from termilint.errors import EngineError

pytestmark = pytest.mark.skipif(sys.platform != "linux", reason="looks at processes as Linux shows them")


def square(number: int) -> int:
    time.sleep(0.02 * (number % 3))
    return number * number


def fail_as_planned(number: int) -> int:
    if number == 3:
        raise EngineError("the engine is gone.", hint="Install it.")
    return number


def fail(number: int) -> int:
    return 1 // (number - 3)


def die(number: int) -> int:
    if number == 3:
        os.kill(os.getpid(), signal.SIGKILL)
    return number


def sleep_long(_: int) -> int:
    time.sleep(60)
    return 0


@pytest.mark.parametrize("jobs", [1, 2, 5])
def test_results_come_in_order(jobs: int) -> None:
    assert list(workers.results(range(12), square, jobs)) == [n * n for n in range(12)]


def test_no_work() -> None:
    assert list(workers.results([], square, 2)) == []


def test_an_expected_error_is_raised_here() -> None:
    with pytest.raises(EngineError, match=r"the engine is gone\. Install it\."):
        list(workers.results(range(9), fail_as_planned, 2))


def test_an_error_of_the_program_keeps_its_traceback() -> None:
    with pytest.raises(RuntimeError) as caught:
        list(workers.results(range(9), fail, 2))
    assert "ZeroDivisionError" in caught.value.__notes__[0]


def test_a_process_that_dies_ends_the_run() -> None:
    with pytest.raises(workers.WorkerError, match="exit code -9"):
        list(workers.results(range(9), die, 2))


def test_processes_end_with_the_run() -> None:
    def interrupt(*_: object) -> None:
        raise KeyboardInterrupt

    old = signal.signal(signal.SIGALRM, interrupt)
    signal.setitimer(signal.ITIMER_REAL, 0.3)
    start = time.monotonic()
    try:
        with pytest.raises(KeyboardInterrupt):
            list(workers.results(range(4), sleep_long, 2))
    finally:
        signal.signal(signal.SIGALRM, old)
    assert time.monotonic() - start < 10


def test_processes_without_a_parent_end(tmp_path: Path) -> None:
    code = (
        "import os, time; from termilint import workers\n"
        "def work(n):\n"
        f"    open(os.path.join({str(tmp_path)!r}, str(os.getpid())), 'w').close()\n"
        "    time.sleep(0.5)\n"
        "list(workers.results(range(100), work, 2))\n"
    )
    parent = subprocess.Popen([sys.executable, "-c", code], stderr=subprocess.PIPE)  # noqa: S603
    while len(list(tmp_path.iterdir())) < 2:
        time.sleep(0.05)
    parent.kill()
    assert parent.communicate(timeout=10)[1] == b""
    workers_left = [int(path.name) for path in tmp_path.iterdir()]
    end = time.monotonic() + 10
    while any(map(is_alive, workers_left)) and time.monotonic() < end:
        time.sleep(0.05)
    assert not any(map(is_alive, workers_left))


def is_alive(pid: int) -> bool:
    """A process that has ended but that nobody has waited for yet is not alive."""
    try:
        return ") Z " not in Path(f"/proc/{pid}/stat").read_text()
    except FileNotFoundError:
        return False
