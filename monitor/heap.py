"""Keeps a process with many threads small, and one with many values quick."""

import ctypes
import gc

_MOST_HEAPS = -8
"""What glibc's mallopt calls M_ARENA_MAX."""
_NEW_VALUES, _ROUNDS = 70_000, 10
"""How many values may be made between two looks; Python itself has 700 and 10."""


def share_one_heap() -> None:
    """Have the threads begun from now on take their memory from one heap.

    glibc gives each thread a heap of its own, and what one has freed no other can use: the service then keeps several
    times the largest document it has seen. Other C libraries lack the call and the trouble.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MOST_HEAPS, 1)


def look_for_cycles_seldom() -> None:
    """Have Python look for values that refer to one another in a ring a hundred times less often.

    A disclosure is a hundred thousand values without a ring among them; looking through them again and again takes more
    than half of the time in which one is taken from the store.
    """
    gc.freeze()  # what is imported stays for good
    gc.set_threshold(_NEW_VALUES, _ROUNDS, _ROUNDS)
