"""One thread for all work on texts, so that the protocol always answers.

Jobs are done one at a time in the order in which they come; one that nobody waits for any longer is
never begun.
"""

from __future__ import annotations

import asyncio
from concurrent.futures import ThreadPoolExecutor
from typing import TYPE_CHECKING, ParamSpec, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable

P = ParamSpec("P")
R = TypeVar("R")


class Worker:
    """The thread. libvoikko's handles belong to the thread that opens them."""

    def __init__(self) -> None:
        self._pool = ThreadPoolExecutor(max_workers=1, thread_name_prefix="termilint")

    async def do(self, job: Callable[P, R], *given: P.args, **more: P.kwargs) -> R:
        """What ``job`` gives. Cancelled before its turn it is not begun."""
        future = self._pool.submit(job, *given, **more)
        return await asyncio.wrap_future(future)

    def stop(self) -> None:
        """Take no more jobs, and drop those that wait."""
        self._pool.shutdown(wait=False, cancel_futures=True)
