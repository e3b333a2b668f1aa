"""Measures what a second worker brings, and how much memory the service and its workers have over many documents.

The workers are those of the service, and so is the work: files are read and understood. Files with pictures are left
out: they are read in a process of their own. How much memory the service has at most is looked at while `budgetwatch
run` takes in, reads, checks and mails the files; whether the memory of a process that hands out work grows, and that of
its workers, over a thousand documents, which this one hands out.
"""

import itertools
import os
import re
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator, Sequence
from pathlib import Path

from bench.corpus import pdf_files
from bench.processes import descendants, megabytes_at_most, megabytes_now
from bench.results import record
from monitor.heap import share_one_heap
from monitor.reader_process import ReaderProcess
from monitor.reading import KeptFile, Scanned
from monitor.settings import ReaderSettings

ROUNDS = 3
DOCUMENTS = 1_000
CURVE = (50, 100, 200, 400, 600, 800, 1_000)
"""After how many documents the memory is looked at."""
WORKERS = 2
AHEAD = 4
"""How many files are handed out before the first is read, so that no worker waits."""
LOOK_SECONDS = 0.2
LONGEST_SECONDS = 900
_DONE = re.compile(r'event=(?:checked|"not read") document="?(\d+) ')


def main() -> None:
    """Measure, print and record."""
    share_one_heap()  # as the service does
    files = _printed(pdf_files())
    taken = [(_seconds(files, 1), _seconds(files, WORKERS)) for _ in range(ROUNDS)]
    one, two = (min(times) for times in zip(*taken, strict=True))
    record("two_workers", {"times_as_fast_as_one": round(one / two, 2)})
    curve = tuple(_curve(files))
    service_peak, worker_peak = _peaks_of_service(files)
    record(
        "memory_mb",
        {
            "documents": DOCUMENTS,
            "service_peak": round(max(service_peak, megabytes_at_most(os.getpid()))),
            "worker_peak": round(max(worker_peak, *(worker for _, _, worker in curve))),
            "coordinator_after_documents": {str(count): round(own) for count, own, _ in curve},
            "worker_after_documents": {str(count): round(worker) for count, _, worker in curve},
        },
    )


def _printed(files: Sequence[Path]) -> list[Path]:
    """Return the files without pages that are pictures, long ones first, so that no worker waits for another's last."""
    with ReaderProcess(ReaderSettings(workers=WORKERS)) as reader:
        readings = [(path, reader.start(_kept(path))) for path in files]
        printed = [path for path, reading in readings if not isinstance(reading.answer(), Scanned)]
    return sorted(printed, key=lambda path: path.stat().st_size, reverse=True)


def _seconds(files: Sequence[Path], workers: int) -> float:
    """Return how long the service's workers take for all files, their start left out."""
    with ReaderProcess(ReaderSettings(workers=workers)) as reader:
        reader.warm_up()
        begin = time.perf_counter()
        for reading in [reader.start(_kept(path)) for path in files]:
            reading.answer()
        return time.perf_counter() - begin


def _curve(files: Sequence[Path]) -> Iterator[tuple[int, float, float]]:
    """Yield after how many documents this process, and the largest worker, have how much memory."""
    with ReaderProcess(ReaderSettings(workers=WORKERS)) as reader:
        waiting = itertools.islice(itertools.cycle(files), DOCUMENTS)
        begun = [reader.start(_kept(path)) for path in itertools.islice(waiting, AHEAD)]
        for count in range(1, DOCUMENTS + 1):
            begun.pop(0).answer()
            begun += [reader.start(_kept(path)) for path in itertools.islice(waiting, 1)]
            if count in CURVE:
                yield count, megabytes_now(os.getpid()), max(map(megabytes_now, descendants(os.getpid())))


def _peaks_of_service(files: Sequence[Path]) -> tuple[float, float]:
    """Start the service on the files, and return the most memory that it and any worker had until it was done."""
    with tempfile.TemporaryDirectory() as folder:
        inbox = Path(folder, "var", "inbox")
        inbox.mkdir(parents=True)
        for number, path in enumerate(files):
            (inbox / f"{number} {path.name}").write_bytes(path.read_bytes())
        Path(folder, "monitor.toml").write_text(f"[reader]\nworkers = {WORKERS}\n", encoding="utf-8")
        log = Path(folder, "service.log")
        with log.open("w", encoding="utf-8") as output:
            command = [sys.executable, "-m", "monitor.command_line", "run", "--config", folder]
            running = subprocess.Popen(command, cwd=folder, stdout=output, stderr=subprocess.STDOUT)
        try:
            return _watched(running, log, len(files))
        finally:
            running.terminate()
            running.wait()


def _watched(running: "subprocess.Popen[bytes]", log: Path, amount: int) -> tuple[float, float]:
    deadline = time.monotonic() + LONGEST_SECONDS
    done, own, worker = 0, 0.0, 0.0
    while done < amount:
        time.sleep(LOOK_SECONDS)
        if running.poll() is not None or time.monotonic() > deadline:
            sys.exit(f"the service was done with {done} of {amount} documents:\n{log.read_text()[-2000:]}")
        done = len(set(_DONE.findall(log.read_text(encoding="utf-8"))))
        own = max(own, megabytes_at_most(running.pid))
        worker = max(worker, *map(megabytes_at_most, descendants(running.pid)), 0.0)
    return own, worker


def _kept(path: Path) -> KeptFile:
    return KeptFile(path, path.name, "")


if __name__ == "__main__":
    main()
