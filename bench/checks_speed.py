"""Measures what the checks cost beside reading, with ten years of history, in a small store and in a large one.

Of each document the best of several rounds counts: reading to the Disclosure; then loading it with its companion and
its surroundings from the store and running every check, as the service does.
"""

import tempfile
import time
from collections.abc import Callable, Sequence
from functools import partial
from pathlib import Path

from bench.corpus import pdf_files
from bench.results import record
from bench.stored_years import fill, store_history
from checks.registry import ALL
from checks.running_text import folded
from checks.settings import CheckSettings, default_settings
from monitor.checking import checked
from monitor.heap import look_for_cycles_seldom
from monitor.reading import KeptFile, Understood, read_and_understand
from monitor.store.engine import Store, open_store
from monitor.store.history import companion_of, surroundings_of
from monitor.store.readings import disclosure_of
from records.width import narrow

SIZES = (1_000, 100_000)
ROUNDS = 3
EVERY = 4
"""Every fourth document is measured."""
GOALS = {"share_of_reading": 0.15, "large_store_to_small": 1.2}


def main() -> None:
    """Measure, print and record."""
    look_for_cycles_seldom()  # as the service and its children do
    files = [KeptFile(path, path.name, path.name) for path in pdf_files()[::EVERY]]
    read = [(file, answer) for file in files if isinstance(answer := read_and_understand(file), Understood)]
    reading = [_best(partial(read_and_understand, file)) for file, _ in read]
    costs = {}
    for size in SIZES:
        with tempfile.TemporaryDirectory() as folder:
            store = open_store(f"sqlite:///{Path(folder, 'generated.sqlite3')}")
            costs[size] = _checking(store, size, [answer for _, answer in read])
            store.close()
    small, large = (costs[size] for size in SIZES)
    for (file, _), *figures in zip(read, reading, small, large, strict=True):
        print(f"  {file.name[:40]:42}" + "".join(f"{1000 * one:9.1f} ms" for one in figures))
    record(
        "checks",
        {
            "documents": len(read),
            "read_ms": round(1000 * sum(reading)),
            "check_ms": round(1000 * sum(large)),
            "share_of_reading": round(sum(large) / sum(reading), 3),
            "worst_share_of_reading": round(max(cost / spent for cost, spent in zip(large, reading, strict=True)), 3),
            "large_store_to_small": round(sum(large) / sum(small), 2),
            "goals": GOALS,
        },
    )


def _checking(store: Store, size: int, read: Sequence[Understood]) -> list[float]:
    """Return what each document costs to check in a store of that size."""
    begin = time.perf_counter()
    fill(store, size)
    ids = [store_history(store, answer.disclosure) for answer in read]
    print(f"  filled with {size} disclosures in {time.perf_counter() - begin:.0f} s")
    settings = default_settings(ALL)
    return [_best(partial(_check, store, document_id, settings)) for document_id in ids]


def _check(store: Store, document_id: int, settings: Sequence[CheckSettings]) -> None:
    for text in (folded, narrow):  # what is remembered by its words would be known from the round before
        text.cache_clear()
    with store.read() as session:
        disclosure = disclosure_of(session, document_id)
        companion = companion_of(session, document_id, disclosure)
        surroundings = surroundings_of(session, document_id, disclosure)
    checked(disclosure, companion, surroundings, settings)


def _best(work: Callable[[], object]) -> float:
    taken = []
    for _ in range(ROUNDS):
        begin = time.process_time()
        work()
        taken.append(time.process_time() - begin)
    return min(taken)


if __name__ == "__main__":
    main()
