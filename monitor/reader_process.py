"""Reads files in child processes that can be killed, so that no file can hold or break the service."""

import multiprocessing
from collections.abc import Callable
from concurrent.futures import CancelledError, Future
from dataclasses import dataclass
from enum import StrEnum
from threading import Lock
from types import MappingProxyType, TracebackType
from typing import Self

from pebble import ProcessExpired, ProcessPool

from monitor.reader_limits import Ending, ReadFile, begin, prepare_child, read_limited
from monitor.reading import KeptFile, Refused, Understood, read_and_understand
from monitor.settings import ReaderSettings


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


Answer = Understood | Refused | Broken


class ReaderProcess:
    """Child processes that read one file each at a time; closing it ends them."""

    def __init__(self, settings: ReaderSettings, read: ReadFile = read_and_understand) -> None:
        context = multiprocessing.get_context("forkserver")
        context.set_forkserver_preload([read.__module__])
        self._read = read
        self._settings = settings
        self._lock = Lock()
        self._interrupted = False
        self._pending: set[Future[Ending]] = set()
        self._pool = ProcessPool(
            max_workers=settings.workers,
            max_tasks=100,  # what a PDF library leaks goes with its process
            initializer=prepare_child,
            initargs=(settings.memory_megabytes,),
            context=context,
        )

    def __enter__(self) -> Self:
        """Return itself."""
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

    def warm_up(self) -> None:
        """Start the children and wait until they can read: what a file may cost must not include this."""
        for future in [self._pool.schedule(begin) for _ in range(self._settings.workers)]:
            future.result()

    def start(self, file: KeptFile) -> "Reading":
        """Begin to read a file. Raises Interrupted."""
        seconds = self._settings.timeout_seconds
        with self._lock:
            if self._interrupted:
                raise Interrupted
            future = self._pool.schedule(read_limited, args=[self._read, file, seconds], timeout=seconds)
            self._pending.add(future)
        return Reading(future, self._settings, self._forget)

    def _forget(self, future: "Future[Ending]") -> None:
        with self._lock:
            self._pending.discard(future)

    def read(self, file: KeptFile) -> Answer:
        """Read a file and wait for the answer."""
        return self.start(file).answer()


class Reading:
    """A file that is being read."""

    def __init__(
        self,
        future: "Future[Ending]",
        settings: ReaderSettings,
        forget: Callable[["Future[Ending]"], None],
    ) -> None:
        self._future = future
        self._settings = settings
        self._forget = forget

    def answer(self) -> Answer:
        """Wait for the reading and name how it ended. Raises Interrupted."""
        try:
            answer = self._future.result()
        except CancelledError as cancelled:
            raise Interrupted from cancelled
        except TimeoutError:
            seconds = f"{self._settings.timeout_seconds:g}"
            return Broken(Breakdown.TIMEOUT, f"reading took longer than {seconds} s and was stopped")
        except ProcessExpired as expired:
            return Broken(Breakdown.CRASH, f"the reader process died (exit status {expired.exitcode})")
        except Exception as error:  # whatever a reader raises is the file's ending, never the service's
            return Broken(Breakdown.CRASH, f"the reader broke: {type(error).__name__}: {error}")
        finally:
            self._forget(self._future)
        if isinstance(answer, MemoryError):
            return Broken(Breakdown.MEMORY, f"reading needed more than {self._settings.memory_megabytes} MB of memory")
        return answer
