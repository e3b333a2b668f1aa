"""Measures what a second worker brings, and the memory of workers and of the process that hands out the work."""

import itertools
import time
from collections.abc import Iterable, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import suppress
from multiprocessing import get_context
from pathlib import Path

from bench.corpus import pdf_files
from bench.results import record
from parsing.failures import UnreadableDocument
from parsing.limits import Limits
from parsing.readers.pdf import read_pdf

DOCUMENTS = 1_000
CURVE = (50, 100, 200, 400, 600, 800, 1_000)
"""After how many documents the memory is looked at."""
ROUNDS = 3


def main() -> None:
    """Measure, print and record."""
    files = pdf_files()
    one, two = (min(_seconds(files, workers) for _ in range(ROUNDS)) for workers in (1, 2))
    record("two_workers", {"times_as_fast_as_one": round(one / two, 2)})
    curve, own = _memory(itertools.islice(itertools.cycle(files), DOCUMENTS))
    record(
        "memory_mb",
        {
            "worker_after_documents": dict(zip(map(str, CURVE), (curve[count - 1] for count in CURVE), strict=True)),
            "worker_peak": max(curve),
            "coordinator_peak": own,
        },
    )


def _seconds(files: Sequence[Path], workers: int) -> float:
    """Return how long the workers take for all files, their start left out."""
    with _pool(workers) as pool:
        list(pool.map(_read, files[:workers]))
        begin = time.perf_counter()
        # Long files first, so that no worker waits for the other's last.
        list(pool.map(_read, sorted(files, key=lambda path: path.stat().st_size, reverse=True)))
        return time.perf_counter() - begin


def _memory(files: Iterable[Path]) -> tuple[list[float], float]:
    """Return the memory of one worker after each file, and the most the coordinating process had."""
    with _pool(1) as pool:
        curve = list(pool.map(_read, files))
    return curve, _megabytes("VmHWM")


def _pool(workers: int) -> ProcessPoolExecutor:
    return ProcessPoolExecutor(workers, get_context("forkserver"))


def _read(path: Path) -> float:
    """Read a file and return the memory of the process afterwards."""
    with suppress(UnreadableDocument):  # every page is a picture
        read_pdf(path.read_bytes(), Limits())
    return _megabytes("VmRSS")


def _megabytes(field: str) -> float:
    for line in Path("/proc/self/status").read_text(encoding="ascii").splitlines():
        if line.startswith(f"{field}:"):
            return round(int(line.split()[1]) / 1024, 1)
    raise LookupError(field)


if __name__ == "__main__":
    main()
