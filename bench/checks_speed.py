"""Measures what the checks cost beside reading, with ten years of history, in a small store and in a large one.

Of each document the best of several rounds counts: reading to the Disclosure; loading its companion and surroundings
from the store and running every check; and, told apart, taking the Disclosure itself from the store, as the service
does, which reads in one thread and checks in another. They are timed in turn, so that whatever else is running falls on
all.
"""

import tempfile
import time
from collections.abc import Sequence
from contextlib import ExitStack
from itertools import pairwise
from pathlib import Path

from bench.corpus import pdf_files
from bench.results import record
from bench.stored_years import fill, store_history
from checks.classification import plain
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

SIZES = (100_000, 1_000)
ROUNDS = 5
EVERY = 4
"""Every fourth document is measured."""
GOALS = {"share_of_reading": 0.15, "large_store_to_small": 1.2}


def main() -> None:
    """Measure, print and record."""
    look_for_cycles_seldom()  # as the service and its children do
    files = [KeptFile(path, path.name, path.name) for path in pdf_files()[::EVERY]]
    read = [(file, answer) for file in files if isinstance(answer := read_and_understand(file), Understood)]
    with ExitStack() as stack:
        stores = [_filled(stack, size) for size in SIZES]
        figures = [_costs(file, answer, stores) for file, answer in read]
    for (file, _), costs in zip(read, figures, strict=True):
        print(f"  {file.name[:40]:42}" + "".join(f"{1000 * one:9.1f} ms" for one in costs))
    reading, taking, large, _, small = (sum(column) for column in zip(*figures, strict=True))
    record(
        "checks",
        {
            "documents": len(read),
            "read_ms": round(1000 * reading),
            "check_ms": round(1000 * large),
            "take_from_store_ms": round(1000 * taking),
            "share_of_reading": round(large / reading, 3),
            "share_of_reading_with_taking": round((large + taking) / reading, 3),
            "large_store_to_small": round(large / small, 2),
            "goals": GOALS,
        },
    )


def _filled(stack: ExitStack, size: int) -> Store:
    folder = stack.enter_context(tempfile.TemporaryDirectory())
    store = open_store(f"sqlite:///{Path(folder, 'generated.sqlite3')}")
    stack.callback(store.close)
    fill(store, size)
    return store


def _costs(file: KeptFile, answer: Understood, stores: Sequence[Store]) -> list[float]:
    """Return the seconds of processor time of reading; then, for each store, of taking from it and of checking."""
    settings = default_settings(ALL)
    ids = [store_history(store, answer.disclosure) for store in stores]
    rounds = []
    for _ in range(ROUNDS):
        times = [time.process_time()]
        read_and_understand(file)
        times.append(time.process_time())
        for store, document_id in zip(stores, ids, strict=True):
            times += _check(store, document_id, settings)
        rounds.append([end - begin for begin, end in pairwise(times)])
    return [min(column) for column in zip(*rounds, strict=True)]


def _check(store: Store, document_id: int, settings: Sequence[CheckSettings]) -> tuple[float, float]:
    """Return when the disclosure was taken from the store, and when it was checked."""
    for text in (folded, narrow, plain):  # what is remembered by its words would be known from the round before
        text.cache_clear()
    with store.read() as session:
        disclosure = disclosure_of(session, document_id)
        taken = time.process_time()
        companion = companion_of(session, document_id, disclosure)
        surroundings = surroundings_of(session, document_id, disclosure)
    checked(disclosure, companion, surroundings, settings)
    return taken, time.process_time()


if __name__ == "__main__":
    main()
