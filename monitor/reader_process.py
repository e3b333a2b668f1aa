"""Reads files in child processes that can be killed, so that no file can hold or break the service."""

import multiprocessing
import os
import tempfile
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import partial
from pathlib import Path
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Any, Generic, Self

from pebble import ProcessExpired, ProcessPool

from monitor.reader_limits import Given, ReadFile, begin, prepare_child, run_limited
from monitor.reading import CHILD, KeptFile, Refused, Scanned, Understood, Unpacked, read_and_understand
from monitor.scratch import Scratch, clear
from monitor.settings import ReaderSettings
from parsing.limits import Limits


class Breakdown(StrEnum):
    """How a reading ended when the file broke its reader."""

    TIMEOUT = "timeout"
    MEMORY = "memory"
    CRASH = "crash"


_CHINESE = MappingProxyType(
    {
        Breakdown.TIMEOUT: "读取用时超过上限，已中止，请人工查看。",
        Breakdown.MEMORY: "读取所需内存超过上限，已中止，请人工查看。",
        Breakdown.CRASH: "读取程序在处理该文件时意外中断，请人工查看。",
    }
)


@dataclass(frozen=True, slots=True)
class Broken:
    """The file broke its reader; once may be chance, three times is the file."""

    breakdown: Breakdown
    reason: str

    @property
    def chinese(self) -> str:
        """The reason for oversight staff."""
        return _CHINESE[self.breakdown]


class Interrupted(Exception):
    """We ended the reading ourselves; nothing is known of the file."""


Answer = Understood | Refused | Scanned | Unpacked | Broken


class ReaderProcess:
    """Child processes that read one file each at a time; closing it ends them."""

    def __init__(
        self,
        settings: ReaderSettings,
        read: ReadFile = read_and_understand,
        seconds_a_page: float = 0,
        scratch: Path | None = None,
    ) -> None:
        """Take the settings; `scratch` is where the folder is made in which alone children write."""
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([CHILD, read.__module__])
        self._read = read
        self._settings = settings
        self._seconds_a_page = seconds_a_page
        self._lock = Lock()
        self._interrupted = False
        self._pending: set[Future[Any]] = set()
        self._scratch = Scratch(scratch or Path(tempfile.gettempdir()))
        self._pool = ProcessPool(
            max_workers=settings.workers,
            max_tasks=100,  # what a PDF library leaks goes with its process
            initializer=prepare_child,
            initargs=(settings.memory_megabytes, self._scratch.sessions, os.getpid()),
            context=context,
        )

    def __enter__(self) -> Self:
        """Make the folder in which the children write, and return itself."""
        self._scratch.make()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """End the children."""
        self.interrupt()

    def interrupt(self) -> None:
        """End the children, also in the middle of a file; who waits for an answer gets Interrupted."""
        with self._lock:
            if self._interrupted:
                return
            self._interrupted = True
            # A pool that stops forgets what it was asked: without this, who waits for an answer waits for ever.
            for future in self._pending:
                future.cancel()
        self._pool.stop()  # type: ignore[no-untyped-call]  # pebble annotates only what returns something
        self._pool.join()
        self._scratch.remove()

    def warm_up(self) -> None:
        """Start the children and wait until they can read: what a file may cost must not include this."""
        for future in [self._pool.schedule(begin) for _ in range(self._settings.workers)]:
            future.result()

    def start(self, file: KeptFile) -> "Reading[Understood | Refused | Scanned | Unpacked]":
        """Begin to read a file. Raises Interrupted."""
        # The child works in a folder of its own.
        found = replace(file, path=file.path.absolute(), knowledge=self._settings.knowledge)
        return self._start(partial(self._read, found), self._seconds(file.pages))

    @property
    def longest_seconds(self) -> float:
        """How long any file may take."""
        return self._seconds(Limits().max_recognised_pages)

    def _seconds(self, pages: int) -> float:
        recognised = min(pages, Limits().max_recognised_pages)
        return self._settings.timeout_seconds + self._seconds_a_page * recognised

    def run(self, task: Callable[[], Given]) -> Given | Broken:
        """Run another task that touches a file, under the same limits, and wait for what it gives. Raises Interrupted.

        The task is a function of a module, or a partial of one; its arguments and what it gives cross to the child.
        """
        return self._start(task, self._settings.timeout_seconds).answer()

    def _start(self, task: Callable[[], Given], seconds: float) -> "Reading[Given]":
        with self._lock:
            if self._interrupted:
                raise Interrupted
            folder = self._scratch.new_folder()
            future = self._pool.schedule(run_limited, args=[task, seconds, folder], timeout=seconds)
            self._pending.add(future)
        return Reading(future, seconds, self._settings.memory_megabytes, folder, self._forget)

    def _forget(self, future: Future[Any]) -> None:
        with self._lock:
            self._pending.discard(future)
        self._scratch.end_leftovers()

    def read(self, file: KeptFile) -> Answer:
        """Read a file and wait for the answer."""
        return self.start(file).answer()


class Reading(Generic[Given]):
    """A file that is being read, or another task on one."""

    def __init__(
        self,
        future: Future[Given | MemoryError],
        seconds: float,
        megabytes: int,
        folder: Path,
        forget: Callable[[Future[Any]], None],
    ) -> None:
        self._future = future
        self._seconds = seconds
        self._megabytes = megabytes
        self._forget = forget
        self.folder = folder
        """Where it may write; cleared with the answer, but for the files of an archive, which stand there."""

    def clear(self) -> None:
        """Remove what the reading wrote."""
        clear(self.folder)

    def answer(self) -> Given | Broken:
        """Wait for the reading and name how it ended. Raises Interrupted."""
        answer = self._answer()
        if not isinstance(answer, Unpacked):
            self.clear()
        return answer

    def _answer(self) -> Given | Broken:
        try:
            answer = self._future.result()
        except CancelledError as cancelled:
            raise Interrupted from cancelled
        except TimeoutError:
            return Broken(Breakdown.TIMEOUT, f"reading took longer than {self._seconds:g} s and was stopped")
        except ProcessExpired as expired:
            return Broken(Breakdown.CRASH, f"the reader process died (exit status {expired.exitcode})")
        except Exception as error:  # whatever a reader raises is the file's ending, never the service's
            return Broken(Breakdown.CRASH, f"the reader broke: {type(error).__name__}: {error}")
        finally:
            self._forget(self._future)
        if isinstance(answer, MemoryError):
            return Broken(Breakdown.MEMORY, f"reading needed more than {self._megabytes} MB of memory")
        return answer
