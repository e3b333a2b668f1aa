"""Bounds what a child process that reads files may cost, from within it."""

import logging
import resource
import signal
from collections.abc import Callable

from monitor.reading import KeptFile, Refused, Understood

CPU_SECONDS_BEYOND_TIMEOUT = 10
"""A child whose parent was killed has nobody to stop it; the kernel does, this long after the timeout."""

Ending = Understood | Refused | MemoryError
"""What a child hands back."""
ReadFile = Callable[[KeptFile], Understood | Refused]


def begin() -> None:
    """Do nothing; it takes a child to do it."""


def prepare_child(megabytes: int) -> None:
    """Bound the memory of this child, for all it will read."""
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches children too; it is not the file's fault
    logging.disable(logging.CRITICAL)  # what is wrong with a file is told by its outcome


def read_limited(read: ReadFile, file: KeptFile, seconds: float) -> Ending:
    """Read a file within a bounded processor time; a lack of memory is an answer, whatever a library made of it."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds + CPU_SECONDS_BEYOND_TIMEOUT)
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    try:
        return read(file)
    except Exception as error:
        if _ran_out_of_memory(error):  # said here, because the way home drops the causes of an exception
            return MemoryError()
        raise


def _ran_out_of_memory(error: BaseException | None) -> bool:
    """Return whether memory ran out; PDF libraries wrap the MemoryError in errors of their own."""
    while error is not None:
        if isinstance(error, MemoryError):
            return True
        error = error.__cause__ or error.__context__
    return False
