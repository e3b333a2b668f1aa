"""Bounds what a child process that reads files may cost, from within it."""

import logging
import os
import resource
import select
import signal
import sys
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from threading import Thread
from typing import TypeVar

from monitor.confinement import NotConfined, confine_to, refuse_sockets
from monitor.heap import look_for_cycles_seldom
from monitor.leftovers import announce, end_session
from monitor.reading import KeptFile, Refused, Scanned, Understood, Unpacked

CPU_SECONDS_BEYOND_TIMEOUT = 10
"""A child whose parent was killed has nobody to stop it; the kernel does, this long after the timeout."""

_NO_MEMORY = ("bad_alloc", "Insufficient memory")
"""How ONNX Runtime and OpenCV say it."""
Given = TypeVar("Given")
"""What a task hands back."""
ReadFile = Callable[[KeptFile], Understood | Refused | Scanned | Unpacked]
LARGEST_FILE_BYTES = 1024 * 1024 * 1024
"""That a child, or LibreOffice, may write."""


def begin() -> None:
    """Do nothing; it takes a child to do it."""


def prepare_child(megabytes: int, sessions: Path, coordinator: int) -> None:
    """Bound what this child may take and touch, for all it will read; it ends with the process that coordinates."""
    announce(sessions)
    with suppress(NotConfined):  # the other bounds hold on every system
        confine_to(sessions.parent)
    refuse_sockets()
    look_for_cycles_seldom()
    limit = megabytes * 1024 * 1024
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    resource.setrlimit(resource.RLIMIT_FSIZE, (LARGEST_FILE_BYTES, LARGEST_FILE_BYTES))
    resource.setrlimit(resource.RLIMIT_CORE, (0, 0))
    sys.dont_write_bytecode = True  # a module that is first needed for a file would be written beside its source
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # Ctrl-C reaches children too; it is not the file's fault
    logging.disable(logging.CRITICAL)  # what is wrong with a file is told by its outcome
    if hasattr(os, "pidfd_open"):
        Thread(target=_end_with, args=(os.pidfd_open(coordinator),), daemon=True).start()


def _end_with(process: int) -> None:
    """Wait for the end of a process, then end this session: nobody is left who would."""
    select.select([process], [], [])
    end_session(os.getpid())
    os._exit(1)


def run_limited(task: Callable[[], Given], seconds: float, folder: Path) -> Given | MemoryError:
    """Run a task in a folder of its own within a bounded processor time.

    A lack of memory is an answer, whatever a library made of it.
    """
    os.environ["TMPDIR"] = tempfile.tempdir = str(folder)
    os.chdir(folder)
    used = resource.getrusage(resource.RUSAGE_SELF)
    until = int(used.ru_utime + used.ru_stime + seconds + CPU_SECONDS_BEYOND_TIMEOUT)
    resource.setrlimit(resource.RLIMIT_CPU, (until, resource.RLIM_INFINITY))
    try:
        return task()
    except Exception as error:
        if _ran_out_of_memory(error):  # said here, because the way home drops the causes of an exception
            return MemoryError()
        raise
    finally:
        os.chdir(folder.parent)


def _ran_out_of_memory(error: BaseException | None) -> bool:
    """Return whether memory ran out; libraries wrap the MemoryError or have words of their own for it."""
    while error is not None:
        if isinstance(error, MemoryError) or any(words in str(error) for words in _NO_MEMORY):
            return True
        error = error.__cause__ or error.__context__
    return False
