"""Keeps a process with many threads small."""

import ctypes

_MOST_HEAPS = -8
"""What glibc's mallopt calls M_ARENA_MAX."""


def share_one_heap() -> None:
    """Have the threads begun from now on take their memory from one heap.

    glibc gives each thread a heap of its own, and what one has freed no other can use: the service then keeps several
    times the largest document it has seen. Other C libraries lack the call and the trouble.
    """
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_MOST_HEAPS, 1)
