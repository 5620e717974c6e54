"""Work in several processes, with results in the order of the work.

Each process does one piece after another. One that dies ends the run with an error; whatever ends
the run ends the processes.
"""

from __future__ import annotations

import multiprocessing
import signal
import traceback
from contextlib import suppress
from multiprocessing.connection import wait
from typing import TYPE_CHECKING, Generic, NamedTuple, TypeVar

from termilint.errors import TermilintError

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence
    from multiprocessing.connection import Connection

P = TypeVar("P")
R = TypeVar("R")


class WorkerError(TermilintError):
    """A process has ended in the middle of its work."""


class _Crash(NamedTuple):
    """An error of the program in a process: exceptions cannot always be sent."""

    text: str


def results(pieces: Sequence[P], work: Callable[[P], R], jobs: int) -> Iterator[R]:
    """What ``work`` gives for each piece, in their order, done by ``jobs`` processes.

    A TermilintError in a process is raised here; any other becomes a RuntimeError with its traceback
    as a note. Raises :class:`WorkerError` if a process dies.
    """
    pool = [_Worker(work) for _ in range(min(jobs, len(pieces)))]
    try:
        yield from _in_order(pool, pieces)
    finally:
        for worker in pool:
            worker.stop()


def _in_order(pool: Sequence[_Worker[P, R]], pieces: Sequence[P]) -> Iterator[R]:
    """Gives every idle worker the next piece, and keeps results until their turn comes."""
    waiting = enumerate(pieces)
    busy = {worker.connection: worker for worker in pool if worker.takes(next(waiting, None))}
    done: dict[int, R] = {}
    for turn in range(len(pieces)):
        while turn not in done:
            for connection in wait(list(busy)):
                worker = busy[connection]  # type: ignore[index]  # only connections are waited for
                at, result = worker.result()
                done[at] = result
                if not worker.takes(next(waiting, None)):
                    del busy[worker.connection]
        yield done.pop(turn)


class _Worker(Generic[P, R]):
    """One process and the parent's end of the pipe to it."""

    def __init__(self, work: Callable[[P], R]) -> None:
        self.connection, theirs = multiprocessing.Pipe()
        given = (work, theirs, self.connection)
        self._process = multiprocessing.Process(target=_serve, args=given, daemon=True)
        self._at = -1
        self._process.start()
        # With this copy closed the pipe ends when the process does.
        theirs.close()

    def takes(self, numbered: tuple[int, P] | None) -> bool:
        """Begin a piece with its number; False if there is none."""
        if numbered is None:
            return False
        self._at, piece = numbered
        try:
            self.connection.send(piece)
        except OSError:
            raise self._died() from None
        return True

    def result(self) -> tuple[int, R]:
        """The number of the piece that is done, and what it gave."""
        try:
            found = self.connection.recv()
        except (EOFError, OSError):
            raise self._died() from None
        if isinstance(found, TermilintError):
            raise found
        if isinstance(found, _Crash):
            error = RuntimeError("a worker process failed")
            error.add_note(found.text)
            raise error
        return self._at, found

    def _died(self) -> WorkerError:
        self._process.join(1)
        code = self._process.exitcode
        return WorkerError(
            f"a worker process ended unexpectedly (exit code {code}).",
            hint="Perhaps there was too little memory. Try again with --jobs 1.",
        )

    def stop(self) -> None:
        """End the process, whatever it does."""
        self._process.terminate()
        self._process.join()
        self.connection.close()


def _serve(work: Callable[[P], R], connection: Connection, parents: Connection) -> None:
    """Do every piece that comes. Ctrl-C is the parent's to hear; without a parent nobody asks."""
    parents.close()
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    parent = multiprocessing.parent_process()
    sentinels = [parent.sentinel] if parent else []
    with suppress(EOFError, OSError):  # the parent has gone in the middle of a piece
        while connection in wait([connection, *sentinels]):
            connection.send(_done(work, connection.recv()))


def _done(work: Callable[[P], R], piece: P) -> R | TermilintError | _Crash:
    try:
        return work(piece)
    except TermilintError as error:
        return error
    except Exception:  # noqa: BLE001  # the parent reports it
        return _Crash(traceback.format_exc())
