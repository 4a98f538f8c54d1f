"""One thread that reads what people import, a run after the other. It begins with the first and loads the model once.

What waits is held in memory: a server that stops loses it, and its runs are marked as interrupted at the next start.
What was stored by then stays, and its stories are checked anew."""

from __future__ import annotations

import atexit
import logging
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from dataclasses import replace
from itertools import count, islice
from queue import Full, Queue
from threading import Event, Lock, Thread
from typing import TypeVar

from fastapi import Request

from facta.errors import UsageError
from facta.ledger.runs import Run
from facta.pipeline import Item
from facta.views.running import Clock, break_off, end_lost_runs, fill, new_run, utc_now
from facta.views.server.site import Site

T = TypeVar("T")
MOST_WAITING = 20  # runs; each may hold a whole upload
PATIENCE = 20.0  # seconds for the report that is being read when the process ends
SELF = "facta"  # who asks for a run that nobody asked for

log = logging.getLogger("facta.server")
Inputs = Callable[[], Iterable[Item]]


class Worker:
    """Takes runs and does them in order."""

    def __init__(self, site: Site, clock: Clock = utc_now) -> None:
        self._site = site
        self._clock = clock
        self._waiting: Queue[tuple[Run, Inputs] | None] = Queue(MOST_WAITING)
        self._numbers = count()
        self._starting = Lock()
        self._thread: Thread | None = None
        self._stopping = Event()

    def submit(self, what: str, by: str, inputs: Inputs) -> Run:
        """Enters a run that will read what `inputs` gives when its turn comes; `UsageError` if too many wait."""
        with self._starting:
            if self._waiting.full():
                raise UsageError(f"{MOST_WAITING} imports wait already", "wait until some are done, then send it again")
            run = new_run(what, by, self._clock(), next(self._numbers))
            self._site.ledger.start_run(run)
            self._waiting.put((run, inputs))
            if self._thread is None:
                self._thread = Thread(target=self._work, name="facta-import", daemon=True)
                self._thread.start()
                atexit.register(self.stop)
        return run

    def take_up(self) -> None:
        """Called when a site starts: marks the runs that an earlier one left, and checks the stories of what these had
        stored."""
        left = end_lost_runs(self._site.ledger, self._clock(), own=True)
        if any(run.read for run in left):
            self.submit(f"stories anew after {', '.join(run.id[:8] for run in left)} broke off", SELF, tuple)

    def wait(self) -> None:
        """Returns when everything that was submitted so far is done."""
        self._waiting.join()

    def stop(self, patience_seconds: float = PATIENCE) -> None:
        """Called when the process ends: the run that goes on stops behind its next report, and says so."""
        self._stopping.set()
        with suppress(Full):
            self._waiting.put_nowait(None)
        if self._thread:
            self._thread.join(patience_seconds)

    def _work(self) -> None:
        while not self._stopping.is_set():
            waiting = self._waiting.get()
            try:
                if waiting and not self._stopping.is_set():
                    self._read(*waiting)
            except Exception:
                log.exception("a run broke off")  # its row says so too; the next run may do better
            finally:
                self._waiting.task_done()

    def _read(self, run: Run, inputs: Inputs) -> None:
        site = self._site
        try:
            items = list(inputs())
        except Exception as error:
            break_off(site.ledger, run, error, self._clock)
            raise
        outcomes = fill(site.pipeline, items, site.ledger, replace(run, total=len(items)), clock=self._clock)
        for _ in _one_at_a_time(outcomes, site.writing):
            if self._stopping.is_set():
                break
        outcomes.close()


def _one_at_a_time(steps: Iterator[T], lock: Lock) -> Iterator[T]:
    """The steps, each taken while holding the lock, so that people's decisions come in between."""
    while True:
        with lock:
            step = tuple(islice(steps, 1))
        if not step:
            return
        yield step[0]


def worker_of(request: Request) -> Worker:
    """The worker of the site that a request came to."""
    worker: Worker = request.app.state.worker
    return worker
