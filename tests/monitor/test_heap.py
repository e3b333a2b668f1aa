import subprocess
import sys
from pathlib import Path

import pytest

REPOSITORY = Path(__file__).parents[2]
COUNT_HEAPS = """
import ctypes, sys
from threading import Barrier, Thread
from monitor.heap import share_one_heap
if "shared" in sys.argv:
    share_one_heap()
together = Barrier(4)
def hold_some():
    some = [bytes(5000) for _ in range(1000)]
    together.wait()
    del some
threads = [Thread(target=hold_some) for _ in range(4)]
for thread in threads: thread.start()
for thread in threads: thread.join()
library = ctypes.CDLL(None)
library.malloc_info(0, ctypes.c_void_p.in_dll(library, "stdout"))
library.fflush(None)
"""


def heaps(*arguments: str) -> int:
    command = [sys.executable, "-c", COUNT_HEAPS, *arguments]
    return subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout.count("<heap nr")


@pytest.mark.skipif(sys.platform != "linux", reason="only glibc gives each thread a heap of its own")
def test_threads_share_one_heap() -> None:
    assert heaps() > 1
    assert heaps("shared") == 1


def test_cycles_are_looked_for_seldom_and_still_found() -> None:
    program = """
import gc, weakref
from monitor.heap import look_for_cycles_seldom
look_for_cycles_seldom()
class Ring: pass
ring = Ring(); ring.itself = ring; watch = weakref.ref(ring); del ring
assert gc.get_threshold()[0] >= 50_000
some = [[] for _ in range(200_000)]
print(watch() is None)
"""
    command = [sys.executable, "-c", program]
    assert subprocess.run(command, cwd=REPOSITORY, capture_output=True, text=True, check=True).stdout == "True\n"
